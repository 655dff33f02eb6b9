import { LocalTime } from "#components/ui/local-time.tsx";
import type { LearnerSubmission } from "#lib/course/submission.ts";
import { Mark } from "./mark.tsx";

/** The answers given to this variant before the latest, newest first. */
export function EarlierAnswers({ submissions }: { submissions: readonly LearnerSubmission[] }) {
  return (
    <details className="mt-12">
      <summary className="font-sans text-control font-medium text-accent">
        {submissions.length === 1 ? "One earlier answer" : `${submissions.length} earlier answers`}
      </summary>
      <ol reversed className="mt-3 space-y-4 text-note">
        {submissions.map(({ id, sequence, at, receipt }) => (
          <li key={id} className="border-l-2 border-rule pl-4">
            <p className="font-sans text-fine text-muted">
              Answer {sequence}, <LocalTime iso={at} />
            </p>
            {receipt.steps.map(({ step, words, raw, verdict }) => (
              <p key={step} className="mt-1 flex flex-wrap items-baseline gap-x-3">
                <span className="text-muted">{words}:</span>
                <code className="font-mono break-all">{raw.trim() || "–"}</code>
                <Mark verdict={verdict} />
              </p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
}
