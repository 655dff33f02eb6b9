import { pointsInWords } from "#app/sections/[id]/assignments/_components/in-words.ts";
import { Sentence } from "#components/math/sentence.tsx";
import { Tex } from "#components/math/tex.tsx";
import { PaperHead, type PaperProps, sheetClass } from "./paper-head.tsx";

/** The answers to one sheet. */
export function AnswerKey(props: PaperProps) {
  const { paper } = props;
  return (
    <article aria-label={`Key, ${paper.name ?? `version ${paper.number}`}`} className={sheetClass}>
      <PaperHead {...props} kind="answer key" />
      {paper.items.map(({ position, title, points, answers }) => (
        <section key={position} className="mt-5 break-inside-avoid">
          <h3 className="flex items-baseline justify-between gap-6 font-medium">
            <span>
              {position}. {title}
            </span>
            <span className="font-sans text-note font-normal whitespace-nowrap">{pointsInWords(points)}</span>
          </h3>
          <dl className="mt-1 divide-y divide-rule border-y border-rule">
            {answers.map(({ step, words, tex, rule }) => (
              <div key={step} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-1.5">
                <dt className="min-w-0 flex-1 basis-56">
                  <Sentence>{words}</Sentence> <span className="font-sans text-fine text-muted">{rule}</span>
                </dt>
                <dd className="relative max-w-full overflow-x-auto">
                  <Tex>{tex}</Tex>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </article>
  );
}
