import type { Metadata } from "next";
import { readAssignment, readStudents } from "#lib/course/assignment/read.ts";
import { readMyAssignment } from "#lib/course/assignment/sitting.ts";
import { sectionsOf } from "#lib/course/section/list.ts";
import { Staff } from "./_components/staff.tsx";
import { Student } from "./_components/student.tsx";
import { type AssignmentParams, assignmentAt, missing } from "./assignment-at.ts";

export const metadata: Metadata = { title: "Assignment" };

/** An assignment: how its students are doing for who teaches, how one is doing oneself for a student. */
export default async function AssignmentPage(props: AssignmentParams) {
  const { actor, section, id } = await assignmentAt(props);
  if (!section.may.includes("see drafts"))
    return <Student section={section} assignment={await readMyAssignment(actor, id).catch(missing)} />;
  const [assignment, students, sections] = await Promise.all([
    readAssignment(actor, id).catch(missing),
    readStudents(actor, id).catch(missing),
    sectionsOf(actor),
  ]);
  const targets = sections.filter(({ role, archived }) => !archived && (role === "owner" || role === "instructor"));
  return <Staff section={section} assignment={assignment} students={students} targets={targets} />;
}
