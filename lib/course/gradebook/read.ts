/** The gradebook of a section for who teaches. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { requireMembership } from "#lib/course/section/membership.ts";
import { nameOf } from "#lib/course/section/named.ts";
import type { Permission } from "#lib/course/section/roles.ts";
import { db } from "#lib/db/client.ts";
import { type ColumnRow, readColumns, readRows, type StudentRow, saidIn } from "./rows.ts";
import { type Scheme, schemeSchema } from "./scheme.ts";
import { type Seen, seenByStaff } from "./standing.ts";
import type { Gradebook, Student } from "./table.ts";

export interface SeenStudent extends Student {
  enrollmentId: string;
  /** In the order of the assignments. */
  cells: readonly Seen[];
}

export interface SeenGradebook extends Gradebook {
  students: readonly SeenStudent[];
  /** How many attempts are over and not judged yet; the next read goes on with them. */
  unsettled: number;
}

/**
 * Every student who is in the section with every published assignment, by name. Attempts that are over are handed in
 * first, some hundreds at a time.
 * @throws Refusal "not-found"
 */
export async function readGradebook(
  actor: Actor,
  sectionId: string,
  permission: Permission = "see the gradebook",
): Promise<SeenGradebook> {
  const { title } = await requireMembership(db(), actor, sectionId, permission);
  const [scheme, assignments] = await Promise.all([readScheme(sectionId), readColumns(sectionId)]);
  const rows = await settledRows(sectionId);
  const students = rows.map((row) => studentOf(row, assignments));
  return {
    section: title,
    scheme,
    assignments,
    students: students.toSorted((a, b) => collator.compare(a.name, b.name)),
    unsettled: rows.reduce((sum, row) => sum + unsettledOf(row).length, 0),
  };
}

const collator = new Intl.Collator("en", { sensitivity: "base", numeric: true });

export async function readScheme(sectionId: string): Promise<Scheme> {
  const { grading } = await db().section.findUniqueOrThrow({ where: { id: sectionId }, select: { grading: true } });
  return schemeSchema.parse(grading);
}

/** Hands in what is over of one assignment, and only where there is something. */
async function settledRows(sectionId: string): Promise<StudentRow[]> {
  const rows = await readRows(sectionId);
  const [assignmentId] = rows.flatMap(unsettledOf);
  if (assignmentId === undefined) return rows;
  await settleAssignments({ assignmentId });
  return await readRows(sectionId);
}

/** The assignments whose attempt is over, and whose grade does not say so yet. */
const unsettledOf = ({ attempts, grades }: StudentRow): string[] =>
  [...attempts].flatMap(([id, { ended }]) => (ended && !grades.get(id)?.handedIn ? [id] : []));

function studentOf(row: StudentRow, assignments: readonly ColumnRow[]): SeenStudent {
  const { enrollmentId, ownName, ownEmail, studentNumber, group } = row;
  return {
    enrollmentId,
    name: nameOf({ name: row.name, email: row.email, user: { name: ownName, email: ownEmail } }),
    email: row.email ?? ownEmail,
    studentNumber,
    group,
    cells: assignments.map((assignment) =>
      seenByStaff({
        assignment,
        grade: row.grades.get(assignment.id),
        attempt: row.attempts.get(assignment.id),
        ...saidIn(row, assignment.id),
      }),
    ),
  };
}
