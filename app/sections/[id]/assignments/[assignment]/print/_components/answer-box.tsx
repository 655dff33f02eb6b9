import { Sentence } from "#components/math/sentence.tsx";
import { Tex } from "#components/math/tex.tsx";
import type { PaperItem } from "#lib/course/assignment/papers.ts";

interface AnswerBoxProps {
  part: PaperItem["view"]["parts"][number];
  /** "a", "b" … where there are several. */
  letter: string | undefined;
}

/** Where the answer to one part is written: a box as large as its kind needs, or options to mark. */
export function AnswerBox({ part: { label, words, spec, rule }, letter }: AnswerBoxProps) {
  const isPicked = "options" in spec;
  return (
    <li className="list-none break-inside-avoid">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {letter && <span>({letter})</span>}
        <span>
          {words} <Tex>{label}</Tex>
        </span>
        <span className="font-sans text-fine text-muted">{rule}</span>
      </p>
      {isPicked ? (
        <div className="mt-1 space-y-1">
          {spec.options.map(({ id, text }) => (
            <div key={id} className="flex items-center gap-3">
              <span
                className={`size-4 shrink-0 border border-ink ${spec.kind === "choice" ? "rounded-full" : spec.kind === "order" ? "size-6" : ""}`}
              />
              <Sentence>{text}</Sentence>
            </div>
          ))}
        </div>
      ) : (
        <div className={`mt-1 border border-ink ${sizes[spec.kind]}`} />
      )}
    </li>
  );
}

const line = "h-11 w-64 max-w-full";
const wide = "h-12 w-full";
const tall = "h-28 w-full";

const sizes = {
  number: line,
  integer: line,
  fraction: line,
  shape: line,
  set: wide,
  expression: wide,
  vector: tall,
  matrix: tall,
} as const;
