import Link from "next/link";
import { applyRegrade } from "#app/_actions/apply-regrade.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Sentence } from "#components/math/sentence.tsx";
import type { DryRun as Run } from "#lib/course/regrade/dry-run.ts";
import { countsInWords } from "#lib/course/regrade/in-words.ts";
import { StudentChanges } from "./student-changes.tsx";

interface DryRunProps {
  here: string;
  run: Run;
  /** What the change was asked for with. */
  fields: Readonly<Record<string, string>>;
  /** The first student shown. */
  from: number;
}

const atOnce = 100;

/** What a regrade would do, and the way to do it. */
export function DryRun({ here, run, fields, from }: DryRunProps) {
  const { says, students, failures, reached, hash } = run;
  const isNothing = says.length === 0 && run.up + run.down + run.same === 0;
  const start = from < students.length ? from : 0;
  const linkTo = (first: number) =>
    `${here}?${new URLSearchParams({ ...fields, run: "yes", from: String(first) })}#dry`;
  return (
    <section aria-labelledby="dry" className="border-t border-rule py-8">
      <p className="eyebrow">Nothing is stored yet</p>
      <h2 id="dry" className="mt-1 scroll-mt-6 text-h2">
        What would change
      </h2>
      {says.length > 0 ? (
        <ul className="mt-3 max-w-measure list-disc space-y-1 pl-5">
          {says.map((line) => (
            <li key={line}>
              <Sentence>{line}</Sentence>
            </li>
          ))}
        </ul>
      ) : (
        <p className="mt-3 max-w-measure">These are the terms that hold already.</p>
      )}
      <p role="status" className="mt-4 max-w-measure text-lead">
        {countsInWords(run)}
      </p>
      {reached.length > 0 && (
        <div className="mt-5 max-w-measure border-l-2 border-hold pl-3 text-note">
          <p className="font-sans font-medium">Some mistakes could not be told from the right answer any more.</p>
          <ul className="mt-1 space-y-1.5">
            {reached.map((one) => (
              <li key={`${one.words} ${one.says}`}>
                For {one.students} {one.students === 1 ? "student" : "students"} {one.words} would be right for whoever
                is now told: “<Sentence>{one.says}</Sentence>”
              </li>
            ))}
          </ul>
        </div>
      )}
      {failures.length > 0 && (
        <details className="mt-5 max-w-measure border-l-2 border-wrong pl-3 text-note">
          <summary className="min-h-11 cursor-pointer py-2 font-sans font-medium">
            {failures.length} {failures.length === 1 ? "answer" : "answers"} cannot be judged again, and{" "}
            {failures.length === 1 ? "keeps its score" : "keep their scores"}
          </summary>
          <ul className="space-y-1 pb-2">
            {failures.map(({ name, why }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a student may have several of the same, and none moves
              <li key={i}>
                {name}: {why}
              </li>
            ))}
          </ul>
        </details>
      )}
      {students.length > 0 && (
        <>
          <h3 className="mt-8 mb-3 text-h3">
            {students.length} {students.length === 1 ? "student" : "students"}
          </h3>
          <StudentChanges students={students.slice(start, start + atOnce)} />
          {students.length > atOnce && (
            <p className="mt-3 flex flex-wrap gap-x-6 font-sans text-note">
              {start + 1} to {Math.min(start + atOnce, students.length)}
              {start > 0 && (
                <Link href={linkTo(start - atOnce)} className="link inline-block min-h-10">
                  Those before
                </Link>
              )}
              {start + atOnce < students.length && (
                <Link href={linkTo(start + atOnce)} className="link inline-block min-h-10">
                  Those after
                </Link>
              )}
            </p>
          )}
        </>
      )}
      {isNothing ? (
        <p className="mt-6 max-w-measure font-sans text-note text-muted">So there is nothing to apply.</p>
      ) : (
        <div className="mt-8 max-w-[34rem]">
          <InPlaceForm name="Apply the regrade" action={applyRegrade} submit="Apply this regrade" look="primary">
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <input type="hidden" name="hash" value={hash} />
            <FormField
              name="reason"
              label="Why"
              note="Students read it beside each answer that is judged anew."
              autoComplete="off"
            />
          </InPlaceForm>
        </div>
      )}
    </section>
  );
}
