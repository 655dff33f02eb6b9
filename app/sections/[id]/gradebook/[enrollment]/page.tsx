import type { Metadata } from "next";
import Link from "next/link";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { missing } from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { ReportView } from "#app/sections/[id]/gradebook/_components/report-view.tsx";
import { sectionAt } from "#app/sections/[id]/section-at.ts";
import { readReport } from "#lib/course/gradebook/student.ts";

export const metadata: Metadata = { title: "Report of a student" };

interface PageProps {
  params: Promise<{ id: string; enrollment: string }>;
}

/** How the final grade of one student comes about. */
export default async function StudentReportPage(props: PageProps) {
  const { actor, section } = await sectionAt(props, "see the gradebook");
  const { enrollment } = await props.params;
  const report = await readReport(actor, section.id, enrollment).catch(missing);
  const { name, email, studentNumber, group } = report;
  return (
    <>
      <SectionHead section={section} page={name} under="Gradebook" />
      <p className="mb-8 font-sans text-note text-muted">
        {[email, studentNumber, group].filter(Boolean).join(" · ")}
        <Link
          href={`/sections/${section.id}/gradebook`}
          className="ml-4 inline-block py-2 text-accent underline print:hidden"
        >
          All students
        </Link>
      </p>
      <ReportView report={report} address={`/sections/${section.id}/assignments`} enrollment={enrollment} />
    </>
  );
}
