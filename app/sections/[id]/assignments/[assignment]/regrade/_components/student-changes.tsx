import type { AnswerChange, Points, StudentChange } from "#lib/course/regrade/dry-run.ts";
import { markInWords, pointsOf } from "./words.ts";

/** Every student whose score would change, each opening to their answers. */
export function StudentChanges({ students }: { students: readonly StudentChange[] }) {
  return (
    <ul aria-label="Students whose answers or points change" className="divide-y divide-rule border-y border-rule">
      {students.map(({ enrollmentId, name, item, total, answers }) => (
        <li key={enrollmentId}>
          <details className="group">
            <summary className="grid min-h-11 cursor-pointer gap-x-6 py-2.5 font-sans text-note tabular-nums hover:text-accent sm:grid-cols-[minmax(0,1fr)_auto]">
              <span className="text-control font-medium break-words">
                <span
                  aria-hidden="true"
                  className="mr-2 inline-block text-muted group-open:rotate-90 motion-safe:transition-transform"
                >
                  ›
                </span>
                {name}
              </span>
              <span className="sm:text-right">
                {item && <Change label="Item" before={item.before} after={item.after} />}
                <Change label="Total" before={total.before} after={total.after} />
              </span>
            </summary>
            {answers.length === 0 ? (
              <p className="pb-3 pl-4 font-sans text-note text-muted">
                No answer is judged differently; points change.
              </p>
            ) : (
              <ol className="space-y-4 pb-4 pl-4">
                {answers.map((answer) => (
                  <li key={answer.id}>
                    <Answer answer={answer} />
                  </li>
                ))}
              </ol>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}

function Change({ label, before, after }: { label: string; before: Points; after: Points }) {
  const isSame = pointsOf(before) === pointsOf(after);
  return (
    <span className="block">
      <span className="text-muted">{label} </span>
      {isSame ? (
        `${pointsOf(before)}, as before`
      ) : (
        <>
          {pointsOf(before)} <Arrow /> <span className="font-medium">{pointsOf(after)}</span>
        </>
      )}
    </span>
  );
}

const Arrow = () => (
  <>
    <span aria-hidden="true">→</span>
    <span className="sr-only">becomes</span>
  </>
);

function Answer({ answer: { title, number, kept, before, after, steps } }: { answer: AnswerChange }) {
  return (
    <>
      <p className="text-note">
        {title}, answer {number}: {markInWords(before)} <Arrow /> {markInWords(after)}
        {kept && <span className="font-sans text-hold"> · keeps what it has</span>}
      </p>
      <ul className="mt-1 space-y-1 border-l-2 border-rule pl-3 font-sans text-note">
        {steps.map(({ words, raw, before: was, after: is }) => (
          <li key={words} className="break-words">
            {words}, <span className="font-mono">{raw.trim() === "" ? "left blank" : raw}</span>:{" "}
            <span className="text-muted">{markInWords(was)}</span> <Arrow /> {markInWords(is)}
          </li>
        ))}
      </ul>
    </>
  );
}
