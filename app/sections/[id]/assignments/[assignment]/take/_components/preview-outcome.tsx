import { Outcome } from "#app/sections/[id]/assignments/[assignment]/_components/outcome.tsx";
import type { MyAssignment, MyAttempt } from "#lib/course/assignment/sitting.ts";
import { SittingHead } from "./sitting-head.tsx";

interface PreviewOutcomeProps {
  assignment: MyAssignment;
  attempt: MyAttempt;
  address: string;
}

/** How a preview went. */
export function PreviewOutcome({ assignment, attempt, address }: PreviewOutcomeProps) {
  return (
    <article>
      <SittingHead assignment={assignment} attempt={attempt} address={address} title="How the preview went" />
      <Outcome assignment={assignment} attempt={attempt} address={address} />
    </article>
  );
}
