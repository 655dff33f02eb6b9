import type { Metadata } from "next";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { missing } from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { ReportView } from "#app/sections/[id]/gradebook/_components/report-view.tsx";
import { type SectionParams, sectionAt } from "#app/sections/[id]/section-at.ts";
import { readReport } from "#lib/course/gradebook/student.ts";

export const metadata: Metadata = { title: "Your grades" };

/** A student’s own grades, as far as they may be told, and how the final one comes about. */
export default async function GradesPage(props: SectionParams) {
  const { actor, section } = await sectionAt(props, "see own work");
  const report = await readReport(actor, section.id, "mine").catch(missing);
  return (
    <>
      <SectionHead section={section} page="Grades" />
      <ReportView report={report} address={`/sections/${section.id}/assignments`} />
    </>
  );
}
