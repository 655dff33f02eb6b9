import { letterOf } from "#app/_components/workspace/letter.ts";
import { PartReceipt } from "#app/_components/workspace/part-receipt.tsx";
import { ReadLink } from "#app/_components/workspace/read-link.tsx";
import type { Readings } from "#lib/course/reading.ts";
import type { LearnerSubmission } from "#lib/course/submission.ts";

interface ReceiptProps {
  exercise: string;
  level: number;
  parts: LearnerSubmission["receipt"]["steps"];
  readings: Readings;
}

/** How every part of a past answer was read and judged, with what was typed. */
export function Receipt({ exercise, level, parts, readings }: ReceiptProps) {
  return (
    <ul className="mt-4 divide-y divide-rule border-y border-rule">
      {parts.map((step, i) => {
        const idea = readings[step.step];
        return (
          <PartReceipt
            key={step.step}
            step={step}
            letter={letterOf(i, parts.length)}
            others={parts}
            reading={idea ? <ReadLink idea={idea} place={{ exercise, level }} /> : null}
          />
        );
      })}
    </ul>
  );
}
