import { pointsInWords } from "#app/sections/[id]/assignments/_components/in-words.ts";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { AnswerBox } from "./answer-box.tsx";
import { PaperHead, type PaperProps, sheetClass } from "./paper-head.tsx";

/** One sheet to write on: the exercises with room to work, and a box for each answer. */
export function Sheet(props: PaperProps) {
  const { papers, paper } = props;
  return (
    <article aria-label={paper.name ?? `Version ${paper.number}`} className={sheetClass}>
      <PaperHead {...props} />
      {papers.instructions.map((text) => (
        <p key={text} className="mt-3 whitespace-pre-line">
          {text}
        </p>
      ))}
      {paper.items.map(({ position, points, title, view }) => (
        <section key={position} className="mt-8">
          <div className="break-inside-avoid">
            <h3 className="flex items-baseline justify-between gap-6 text-h3">
              <span>
                {position}. {title}
              </span>
              <span className="font-sans text-note font-normal whitespace-nowrap">{pointsInWords(points)}</span>
            </h3>
            <Prose className="mt-2 print:max-w-none">{view.prompt}</Prose>
            {view.figure && <Figure figure={view.figure} />}
          </div>
          {/* Room to work, where there is something to work out. */}
          {view.parts.some(({ spec }) => !("options" in spec)) && <div className="h-32 print:h-[4.5cm]" />}
          <ul className="mt-3 space-y-3">
            {view.parts.map((part, i) => (
              <AnswerBox key={part.step} part={part} letter={view.parts.length > 1 ? letters[i] : undefined} />
            ))}
          </ul>
        </section>
      ))}
    </article>
  );
}

const letters = "abcdefghijklmnopqrstuvwxyz";
