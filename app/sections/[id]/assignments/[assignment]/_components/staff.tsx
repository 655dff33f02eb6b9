import { v4 as newKey } from "uuid";
import { copyAssignment } from "#app/_actions/copy-assignment.ts";
import { previewAssignment } from "#app/_actions/preview-assignment.ts";
import { publishAssignment } from "#app/_actions/publish-assignment.ts";
import { releaseAssignment } from "#app/_actions/release-assignment.ts";
import { removeAssignment } from "#app/_actions/remove-assignment.ts";
import { unpublishAssignment } from "#app/_actions/unpublish-assignment.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Select } from "#app/_components/form/select.tsx";
import { pointsInWords } from "#app/sections/[id]/assignments/_components/in-words.ts";
import type { AssignmentView, StudentLine } from "#lib/course/assignment/read.ts";
import type { SectionCard } from "#lib/course/section/list.ts";
import type { SectionView } from "#lib/course/section/settings.ts";
import { AssignmentHead } from "./assignment-head.tsx";
import { Rules } from "./rules.tsx";
import { StudentTable } from "./student-table.tsx";

interface StaffProps {
  section: SectionView;
  assignment: AssignmentView;
  students: readonly StudentLine[];
  /** Where it may be copied to. */
  targets: readonly SectionCard[];
}

/** An assignment for who teaches: what students get, how far they are, and what can be done with it. */
export function Staff({ section, assignment, students, targets }: StaffProps) {
  const { id, config, phase, faults, items, points, begun, released, password } = assignment;
  const fields = { assignment: id, section: section.id };
  const may = (what: (typeof section.may)[number]) => section.may.includes(what);
  const waits = config.feedback === "on release" || config.solutions === "on release";
  return (
    <>
      <AssignmentHead section={section} assignment={assignment} />
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {phase === "draft" ? (
            <section aria-labelledby="draft">
              <h2 id="draft" className="text-h2">
                A draft
              </h2>
              {faults.length > 0 ? (
                <>
                  <p className="mt-2">Students do not see it. Before it can be published:</p>
                  <ul className="mt-2 list-disc space-y-1 pl-5">
                    {faults.map((fault) => (
                      <li key={fault}>{fault}</li>
                    ))}
                  </ul>
                </>
              ) : (
                <p className="mt-2 max-w-measure">
                  Students do not see it. Publishing fixes which exercises it holds and their versions, so that nothing
                  we change later alters it; dates and rules can still be changed.
                </p>
              )}
            </section>
          ) : (
            <StudentTable students={students} review={`/sections/${section.id}/assignments/${id}/review`} />
          )}
          <div className="mt-6 flex flex-wrap gap-3">
            {phase === "draft" && faults.length === 0 && may("change assignments") && (
              <ActionButton action={publishAssignment} fields={{ assignment: id }} look="primary">
                Publish it
              </ActionButton>
            )}
            {phase !== "draft" && waits && !released && may("release grades") && (
              <ActionButton action={releaseAssignment} fields={{ assignment: id }} look="primary">
                Release the results
              </ActionButton>
            )}
            {items > 0 && may("try assignments") && (
              <ActionButton action={previewAssignment} fields={fields} look="secondary">
                Try it as a student
              </ActionButton>
            )}
            {phase !== "draft" && !begun && may("change assignments") && (
              <ActionButton action={unpublishAssignment} fields={{ assignment: id }} look="secondary">
                Make it a draft again
              </ActionButton>
            )}
          </div>
          {waits && released && <p className="mt-4 font-sans text-note text-muted">The results are released.</p>}
        </div>
        <div className="max-lg:mt-12">
          <section aria-labelledby="rules">
            <h2 id="rules" className="text-h3">
              What students get
            </h2>
            <p className="mt-2 mb-4">
              {items} {items === 1 ? "item" : "items"}, {pointsInWords(points)}
              {config.variants === "same" ? ", the same variants for all." : ", each with variants of their own."}
            </p>
            <div className="text-note">
              <Rules assignment={assignment} minutes={config.minutes} />
            </div>
            {password && (
              <p className="mt-4 text-note">
                The password is <span className="font-mono break-all">{password}</span>.
              </p>
            )}
          </section>
          {may("change assignments") && (
            <section aria-labelledby="more" className="mt-10">
              <h2 id="more" className="text-h3">
                Copy or remove
              </h2>
              <div className="mt-4">
                <InPlaceForm name="Copy the assignment" action={copyAssignment} submit="Copy it as a draft">
                  <input type="hidden" name="assignment" value={id} />
                  <input type="hidden" name="key" value={newKey()} />
                  <Select
                    name="section"
                    label="Into the section"
                    note="Without its dates and its password."
                    stored={section.id}
                    options={targets.map(({ id: value, title, term }) => ({
                      value,
                      label: [title, term].filter(Boolean).join(", "),
                    }))}
                  />
                </InPlaceForm>
              </div>
              {!begun && (
                <details className="mt-6">
                  <summary className="w-fit cursor-pointer py-2 font-sans text-control text-muted hover:text-ink">
                    Remove it
                  </summary>
                  <p className="mt-1 mb-3 text-note">No student has begun it. It cannot be brought back.</p>
                  <ActionButton action={removeAssignment} fields={fields} look="secondary">
                    Remove the assignment
                  </ActionButton>
                </details>
              )}
            </section>
          )}
        </div>
      </div>
    </>
  );
}
