import Form from "next/form";
import { drawPapers } from "#app/_actions/draw-papers.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Select } from "#app/_components/form/select.tsx";
import { button } from "#components/ui/button.ts";
import { type Papers, sheetsAtOnce, type Which } from "#lib/course/assignment/papers.ts";
import { PrintButton } from "./print-button.tsx";

interface ChooseProps {
  here: string;
  assignment: string;
  papers: Papers;
  which: Which;
  show: string;
  mayDraw: boolean;
  /** Whether one version is as good as any other. */
  areSame: boolean;
}

/** What is to be printed, and the way to more versions of it. */
export function Choose({ here, assignment, papers, which, show, mayDraw, areSame }: ChooseProps) {
  const { published, versions, students } = papers;
  if (!published)
    return (
      <p className="max-w-measure">
        This is a draft, so its exercises may still change. Publish it on its overview, then print it here.
      </p>
    );
  return (
    <div className="gap-x-16 border-b border-rule pb-8 lg:grid lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-labelledby="choose">
        <h2 id="choose" className="text-h3">
          What to print
        </h2>
        {versions + students === 0 ? (
          <p className="mt-2 max-w-measure">
            There is nothing on paper yet. {mayDraw && "Draw the first version, and it stands below."}
          </p>
        ) : (
          <>
            <Form action={here} scroll={false} className="mt-4 grid max-w-measure gap-4 sm:grid-cols-2">
              <Select
                name="which"
                label="Whose"
                stored={nameOfWhich(which)}
                options={[...versionOptions(versions), ...studentOptions(students)]}
              />
              <Select
                name="show"
                label="What"
                stored={show}
                options={[
                  { value: "sheets", label: "Sheets to write on" },
                  { value: "key", label: "Answer key" },
                  { value: "solutions", label: "Worked solutions" },
                ]}
              />
              <div className="flex flex-wrap gap-3 sm:col-span-2">
                <button type="submit" className={button.secondary}>
                  Show
                </button>
                {papers.papers.length > 0 && <PrintButton />}
              </div>
            </Form>
            {papers.papers.length === 0 ? (
              <p className="mt-4">Nobody has these yet. Choose others.</p>
            ) : (
              <p className="mt-4 max-w-measure font-sans text-note text-muted">
                Each begins on a page of its own, on A4 or Letter. To keep a PDF, choose it as the printer.
              </p>
            )}
          </>
        )}
      </section>
      {mayDraw && (
        <section aria-labelledby="draw" className="max-lg:mt-10">
          <h2 id="draw" className="text-h3">
            Versions without a name
          </h2>
          <p className="mt-2 mb-4 text-note">
            {versions === 0 ? "There are none yet." : `There ${versions === 1 ? "is 1" : `are ${versions}`}.`}{" "}
            {areSame
              ? "Everybody has the same variants, so one is enough."
              : "Each has variants of its own, and is kept with its key; trying the assignment as a student makes one, too."}
          </p>
          <InPlaceForm name="Draw versions" action={drawPapers} submit="Draw them">
            <input type="hidden" name="assignment" value={assignment} />
            <FormField
              name="versions"
              label="How many in all"
              note={`At most ${sheetsAtOnce}`}
              autoComplete="off"
              stored={String(Math.max(1, versions))}
            />
          </InPlaceForm>
        </section>
      )}
    </div>
  );
}

const nameOfWhich = ({ kind, number }: Which): string => (kind === "versions" ? kind : `${kind}-${number}`);

function versionOptions(versions: number) {
  const each = Array.from({ length: versions }, (_, i) => ({ value: `version-${i + 1}`, label: `Version ${i + 1}` }));
  if (versions === 0) return [];
  const most = Math.min(versions, sheetsAtOnce);
  return [
    { value: "versions", label: most === 1 ? "The version" : `Versions 1 to ${most}` },
    ...(versions > 1 ? each : []),
  ];
}

function studentOptions(students: number) {
  return Array.from({ length: Math.ceil(students / sheetsAtOnce) }, (_, i) => {
    const from = i * sheetsAtOnce;
    const to = Math.min(students, from + sheetsAtOnce);
    return {
      value: `students-${from}`,
      label: students === 1 ? "The student who has begun" : `Students who have begun, ${from + 1} to ${to} by name`,
    };
  });
}
