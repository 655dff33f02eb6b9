import type { Metadata } from "next";
import { z } from "zod";
import { AccommodationForm } from "#app/sections/[id]/_components/accommodations/accommodation-form.tsx";
import { AccommodationTable } from "#app/sections/[id]/_components/accommodations/accommodation-table.tsx";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { type SectionParams, sectionAt } from "#app/sections/[id]/section-at.ts";
import { readGeneralAccommodations } from "#lib/course/assignment/accommodations.ts";

export const metadata: Metadata = { title: "Accommodations" };

interface PageProps extends SectionParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({ student: z.uuid().optional().catch(undefined) });

/** More time and more days of single students in all assignments of a section. */
export default async function GeneralAccommodationsPage(props: PageProps) {
  const { actor, section } = await sectionAt(props, "see everybody's work");
  const students = await readGeneralAccommodations(actor, section.id);
  const { student } = search.parse(await props.searchParams);
  const different = students.filter(({ general }) => general);
  const changed = students.find(({ enrollmentId }) => enrollmentId === student);
  const mayChange = section.may.includes("accommodate students");
  const here = `/sections/${section.id}/accommodations`;
  return (
    <>
      <SectionHead section={section} page="Accommodations" under="Roster" />
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="different" className="min-w-0">
          <h2 id="different" className="text-h2">
            In all assignments
          </h2>
          <p className="mt-2 max-w-measure">
            {different.length === 0
              ? "Nobody has more time or more days in all assignments."
              : `${different.length} of ${students.length}. It holds in every assignment, those still to come as well.`}{" "}
            An assignment’s own page sets dates and excuses for it alone, which override what stands here.
          </p>
          {different.length > 0 && (
            <AccommodationTable
              section={section.id}
              students={different}
              items={[]}
              here={here}
              general={here}
              mayChange={mayChange}
            />
          )}
        </section>
        {mayChange && students.length > 0 && (
          <section aria-labelledby="set" className="max-lg:mt-12">
            <h2 id="set" className="mb-4 scroll-mt-6 text-h3">
              {changed?.general ? `Change it for ${changed.name}` : "Set something different"}
            </h2>
            <AccommodationForm
              section={section.id}
              timeZone={section.timeZone}
              students={students}
              assignment={null}
              changed={changed && { enrollmentId: changed.enrollmentId, said: changed.general }}
            />
          </section>
        )}
        {students.length === 0 && (
          <p className="max-lg:mt-8 font-sans text-note text-muted">There are no students in this section yet.</p>
        )}
      </div>
    </>
  );
}
