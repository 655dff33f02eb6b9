/** The report of one student: for who teaches with everything, for the student with what they may know. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { notFound } from "#lib/course/refusal.ts";
import { requireMembership } from "#lib/course/section/membership.ts";
import { nameOf } from "#lib/course/section/named.ts";
import { db } from "#lib/db/client.ts";
import { finalOf } from "./final.ts";
import { readScheme } from "./read.ts";
import { type Report, reportOf } from "./report.ts";
import { readColumns, readRows, saidIn } from "./rows.ts";
import { seenByStaff, seenByStudent } from "./standing.ts";

export interface StudentReport extends Report {
  name: string;
  email: string | null;
  studentNumber: string | null;
  group: string | null;
  /** Whether letters are given. */
  hasLetters: boolean;
  /** The assignments that were begun, by their ids. */
  begun: string[];
}

/**
 * How the final grade of a student comes about: of the actor ("mine"), or of an enrollment for who sees the gradebook.
 * @throws Refusal "not-found"
 */
export async function readReport(actor: Actor, sectionId: string, whose: string): Promise<StudentReport> {
  const isMine = whose === "mine";
  const by = await requireMembership(db(), actor, sectionId, isMine ? "see own work" : "see the gradebook");
  if (!isMine && !z.uuid().safeParse(whose).success) throw notFound();
  if (isMine) await settleAssignments({ userId: by.userId });
  const [row] = await readRows(sectionId, isMine ? by.enrollmentId : whose);
  if (!row) throw notFound();
  const [scheme, assignments] = await Promise.all([readScheme(sectionId), readColumns(sectionId)]);
  const seen = isMine ? seenByStudent : seenByStaff;
  const cells = assignments.map((assignment) =>
    seen({
      assignment,
      grade: row.grades.get(assignment.id),
      attempt: row.attempts.get(assignment.id),
      ...saidIn(row, assignment.id),
    }),
  );
  const reported = assignments.map(({ id, title }, i) => ({ id, title, late: cells[i]?.late ?? false }));
  const { ownName, ownEmail, studentNumber, group } = row;
  return {
    ...reportOf(finalOf(cells, scheme), scheme, reported),
    name: nameOf({ name: row.name, email: row.email, user: { name: ownName, email: ownEmail } }),
    email: row.email ?? ownEmail,
    studentNumber,
    group,
    hasLetters: scheme.show === "letter",
    begun: [...row.attempts.keys()],
  };
}
