import type { ReactNode } from "react";
import { Sentence } from "#components/math/sentence.tsx";
import { Tex } from "#components/math/tex.tsx";
import { useMarks } from "#components/math/use-marks.ts";
import type { LearnerSubmission } from "#lib/course/submission.ts";
import { Mark } from "./mark.tsx";

type StepReceipt = LearnerSubmission["receipt"]["steps"][number];

interface PartReceiptProps {
  step: StepReceipt;
  letter: string | undefined;
  /** All parts of the receipt, to name those whose values were carried on. */
  others: readonly StepReceipt[];
  /** A link to what to read about it. */
  reading: ReactNode;
}

/** How one part was read and judged: the mark, what was wrong, and the rule. */
export function PartReceipt({ step, letter, others, reading }: PartReceiptProps) {
  const { label, words, raw, readAs, rule, verdict, feedback, carriedFrom, isFirstError, interval } = step;
  const marks = useMarks();
  const sources = others.filter((other) => carriedFrom.includes(other.step)).map((other) => other.words);
  const differs = readAs !== null && readAs.text !== raw.trim();
  return (
    <li
      className={`grid gap-x-3 gap-y-1 py-4 ${letter ? "md:grid-cols-[1.75rem_1fr]" : ""}`}
      data-verdict={verdict}
      data-step={step.step}
    >
      {letter && <span className="text-muted max-md:hidden">({letter})</span>}
      <div className="min-w-0 space-y-1.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <span data-scrolls="" className="max-w-full overflow-x-auto overflow-y-hidden py-1">
            {letter && <span className="mr-2 text-muted md:hidden">({letter})</span>}
            <span className="sr-only">{words}: </span>
            <Tex>{readAs ? `${label} = ${readAs.tex}` : label}</Tex>
          </span>
          <Mark verdict={verdict} />
        </div>
        {isFirstError && others.length > 1 && (
          <p className="font-sans text-note font-medium">The first mistake is here.</p>
        )}
        {feedback.map((says) => (
          <p key={says} className="max-w-measure">
            <Sentence>{says}</Sentence>
          </p>
        ))}
        {verdict === "carried" && feedback.length === 0 && (
          <p className="max-w-measure">It follows from your {sources.join(" and ")}; the mistake was charged there.</p>
        )}
        {reading && <p className="font-sans text-note">{reading}</p>}
        <p className="font-sans text-fine text-muted">
          {differs && (
            <>
              You typed <code className="font-mono break-all">{shortened(raw.trim())}</code>.{" "}
            </>
          )}
          Rule: {marks.text(rule)}
          {interval ? `, accepted ${marks.text(interval.replace(/-(?=\d)/g, "−"))}` : ""}.
        </p>
      </div>
    </li>
  );
}

const shortened = (text: string) => (text.length > 120 ? `${text.slice(0, 120)} …` : text);
