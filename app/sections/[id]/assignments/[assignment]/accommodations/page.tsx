import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { AccommodationForm } from "#app/sections/[id]/_components/accommodations/accommodation-form.tsx";
import { AccommodationTable } from "#app/sections/[id]/_components/accommodations/accommodation-table.tsx";
import { AssignmentHead } from "#app/sections/[id]/assignments/[assignment]/_components/assignment-head.tsx";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { readAccommodations } from "#lib/course/assignment/accommodations.ts";
import { readAssignment } from "#lib/course/assignment/read.ts";

export const metadata: Metadata = { title: "Accommodations" };

interface PageProps extends AssignmentParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({ student: z.uuid().optional().catch(undefined) });

/** More time, other dates and excuses of single students in an assignment. */
export default async function AccommodationsPage(props: PageProps) {
  const { actor, section, id, address } = await assignmentAt(props, "see everybody's work");
  const [assignment, { students, ...rest }, { student }] = await Promise.all([
    readAssignment(actor, id).catch(missing),
    readAccommodations(actor, id).catch(missing),
    props.searchParams.then((params) => search.parse(params)),
  ]);
  const different = students.filter(({ own, general }) => own || general);
  const changed = students.find(({ enrollmentId }) => enrollmentId === student);
  const mayChange = section.may.includes("accommodate students");
  const general = `/sections/${section.id}/accommodations`;
  return (
    <>
      <AssignmentHead section={section} assignment={assignment} page="Accommodations" />
      <div className="gap-x-16 lg:grid lg:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="different" className="min-w-0">
          <h2 id="different" className="text-h2">
            Who has something different
          </h2>
          <p className="mt-2 max-w-measure">
            {different.length === 0
              ? "Nobody: all have the same dates, the same time and the same items."
              : `${different.length} of ${students.length}. Their sittings and points follow at once, and the gradebook shows it.`}{" "}
            <Link href={general} className="link">
              What holds in all assignments
            </Link>{" "}
            is set once for the section.
          </p>
          {different.length > 0 && (
            <AccommodationTable
              section={section.id}
              students={different}
              items={rest.items}
              here={`${address}/accommodations`}
              general={general}
              mayChange={mayChange}
            />
          )}
        </section>
        {mayChange && students.length > 0 && (
          <section aria-labelledby="set" className="max-lg:mt-12">
            <h2 id="set" className="mb-4 scroll-mt-6 text-h3">
              {changed?.own ? `Change it for ${changed.name}` : "Set something different"}
            </h2>
            <AccommodationForm
              section={section.id}
              timeZone={section.timeZone}
              students={students}
              assignment={{ id, ...rest }}
              changed={changed && { enrollmentId: changed.enrollmentId, said: changed.own }}
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
