import type { ReactNode } from "react";
import type { Readings } from "#lib/course/reading.ts";
import type { LearnerSubmission } from "#lib/course/submission.ts";
import { verdictId } from "./arrival.ts";
import { ArrivingHeading } from "./arriving-heading.tsx";
import { levelIn } from "./heading-level.ts";
import { letterOf } from "./letter.ts";
import { PartReceipt } from "./part-receipt.tsx";
import type { Place } from "./place.ts";
import { ReadLink } from "./read-link.tsx";

interface VerdictProps {
  place: Place;
  submission: LearnerSubmission;
  readings: Readings;
  /** The asked steps in order. */
  parts: readonly string[];
  /** Whether another answer can still earn something. */
  canImprove: boolean;
}

/** The verdict on the latest answer, with the receipt of every part. */
export function Verdict({ place, submission, readings, parts, canImprove }: VerdictProps) {
  const { receipt } = submission;
  const once = linksTo(readings, place);
  return (
    <section aria-labelledby={verdictId(submission.id)} className="mt-10">
      <ArrivingHeading id={verdictId(submission.id)} level={levelIn(place)}>
        {headline(submission)}
      </ArrivingHeading>
      <p className="mt-1 font-sans text-note text-muted">
        {earned(submission)}
        {canImprove && " Correct it and check again."}
      </p>
      <ul className="mt-4 divide-y divide-rule border-y border-rule">
        {receipt.steps.map((step) => (
          <PartReceipt
            key={step.step}
            step={step}
            letter={letterOf(parts.indexOf(step.step), parts.length)}
            others={receipt.steps}
            reading={once.get(step.step)}
          />
        ))}
      </ul>
    </section>
  );
}

/** By part, a link to what to read about it. Where several parts lead to one paragraph, the first of them has the link. */
function linksTo(readings: Readings, place: Place): ReadonlyMap<string, ReactNode> {
  const places = new Set<string>();
  return new Map(
    Object.entries(readings).flatMap(([step, idea]) => {
      const address = `${idea.lesson}#${idea.idea}`;
      if (places.has(address)) return [];
      places.add(address);
      return [[step, <ReadLink key={step} idea={idea} place={place} />] as const];
    }),
  );
}

const good = new Set(["right", "carried"]);

function headline({ receipt: { verdict, steps } }: LearnerSubmission): string {
  const count = steps.filter((step) => good.has(step.verdict)).length;
  if (verdict === "right") return steps.length > 1 ? "All right." : "Right.";
  if (verdict === "undecided") return "This could not be settled";
  if (verdict === "imprecise")
    return steps.some((step) => step.verdict === "form")
      ? "Right so far, in another form"
      : "Right so far, with too few digits";
  return count > 0 ? `${count} of ${steps.length} parts right` : "Not right yet";
}

function earned({ score, countsAsTry, receipt }: LearnerSubmission): string {
  const { verdict } = receipt;
  if (verdict === "undecided") return "No try was used. Your answer is kept for review.";
  if (verdict === "imprecise") {
    const isForm = receipt.steps.some((step) => step.verdict === "form");
    return `No try was used. ${isForm ? "Write it in the form that is asked for." : "Give the digits that are asked for."}`;
  }
  if (!countsAsTry) return "For practice only; this earned nothing.";
  return `This earned ${Math.round(100 * score)} %.`;
}
