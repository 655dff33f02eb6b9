import type { Metadata } from "next";
import Link from "next/link";
import { Notice } from "#app/_components/notice.tsx";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { type SectionParams, sectionAt } from "#app/sections/[id]/section-at.ts";
import { button } from "#components/ui/button.ts";
import { compactOf } from "#lib/course/gradebook/compact.ts";
import { readGradebook } from "#lib/course/gradebook/read.ts";
import { Grid } from "./_components/grid.tsx";

export const metadata: Metadata = { title: "Gradebook" };

const files = [
  { format: "csv", name: "CSV" },
  { format: "xlsx", name: "Excel" },
  { format: "canvas", name: "Canvas" },
  { format: "moodle", name: "Moodle" },
] as const;

/** Students by assignments. */
export default async function GradebookPage(props: SectionParams) {
  const { actor, section } = await sectionAt(props, "see the gradebook");
  const gradebook = await readGradebook(actor, section.id);
  const { unsettled, scheme } = gradebook;
  const { columns, students } = compactOf(gradebook);
  return (
    <>
      <SectionHead section={section} page="Gradebook" />
      {section.may.includes("change the grading") && (
        <p className="mb-6 font-sans text-control print:hidden">
          <Link href={`/sections/${section.id}/gradebook/settings`} className="link inline-block py-2">
            How final grades come about
          </Link>
        </p>
      )}
      <Notice>
        {unsettled > 0 &&
          `${unsettled} ${unsettled === 1 ? "sitting is" : "sittings are"} over and still being handed in: open this page again in a moment.`}
      </Notice>
      {students.length === 0 || columns.length === 0 ? (
        <p className="max-w-measure">
          {students.length === 0
            ? "There are no students in this section yet. As soon as they join or stand on the roster, they stand here."
            : "No assignment is published yet. As soon as one is, it has a column here."}
        </p>
      ) : (
        <>
          <Grid
            address={`/sections/${section.id}/gradebook`}
            columns={columns}
            students={students}
            hasLetters={scheme.show === "letter"}
          />
          {section.may.includes("export the gradebook") && (
            <section aria-labelledby="files" className="mt-10 print:hidden">
              <h2 id="files" className="text-h3">
                Take it along
              </h2>
              <p className="mt-2 max-w-measure text-note">
                CSV and Excel hold everything on this page. The other two are what Canvas and Moodle import.
              </p>
              <p className="mt-4 flex flex-wrap gap-3">
                {files.map(({ format, name }) => (
                  <a
                    key={format}
                    href={`/api/sections/${section.id}/gradebook?format=${format}`}
                    download
                    className={button.secondary}
                  >
                    {name}
                  </a>
                ))}
              </p>
            </section>
          )}
        </>
      )}
    </>
  );
}
