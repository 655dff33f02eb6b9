import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { AssignmentHead } from "#app/sections/[id]/assignments/[assignment]/_components/assignment-head.tsx";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { readAssignment } from "#lib/course/assignment/read.ts";
import { orders } from "#lib/course/review/marks.ts";
import { ByAnswer } from "./_components/by-answer.tsx";
import { ByItem } from "./_components/by-item.tsx";
import { ByStudent } from "./_components/by-student.tsx";
import { keptNames } from "./_components/kept.ts";

export const metadata: Metadata = { title: "Review" };

interface PageProps extends AssignmentParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const ways = ["student", "answer", "item"] as const;
const search = z.object({
  by: z.enum(ways).catch("student"),
  item: z.uuid().optional().catch(undefined),
  order: z.enum(orders).catch("score"),
  show: z.enum(keptNames).catch("all"),
  q: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(999).catch(1),
});

const names = { student: "By student", answer: "By answer", item: "By item" } as const;

/** The work of all students at an assignment: student by student, answer by answer, item by item. */
export default async function ReviewPage(props: PageProps) {
  const { actor, section, id, address } = await assignmentAt(props, "see everybody's work");
  const [assignment, params] = await Promise.all([readAssignment(actor, id).catch(missing), props.searchParams]);
  const { by, item, ...rest } = search.parse(params);
  const here = `${address}/review`;
  const place = { actor, assignment: id, here, item, ...rest };
  return (
    <>
      <AssignmentHead section={section} assignment={assignment} page="Review" />
      <nav aria-label="Review" className="mb-8 flex flex-wrap gap-x-6 font-sans text-control">
        {ways.map((way) => (
          <Link
            key={way}
            href={`${here}?by=${way}`}
            aria-current={way === by ? "page" : undefined}
            className={`inline-flex min-h-11 items-center ${way === by ? "font-medium text-ink" : "text-accent underline underline-offset-4"}`}
          >
            {names[way]}
          </Link>
        ))}
      </nav>
      {by === "student" && <ByStudent {...place} />}
      {by === "item" && <ByItem {...place} />}
      {by === "answer" && <ByAnswer {...place} mayGrade={section.may.includes("grade work")} />}
    </>
  );
}
