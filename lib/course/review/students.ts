/** Who has begun an assignment, for who teaches. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { requireAssignment } from "#lib/course/assignment/find.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { nameOf } from "#lib/course/section/named.ts";
import { db } from "#lib/db/client.ts";

export interface StudentWork {
  attempt: string;
  enrollment: string;
  student: string;
  group: string | null;
  finished: boolean;
  answered: number;
  items: number;
  points: number;
  possible: number;
  late: boolean;
  overridden: boolean;
  /** Answers whose judgement waits for a person. */
  undecided: number;
  /** Comments and scores by hand. */
  said: number;
}

const rowsSchema = z.array(
  z.object({
    attempt: z.string(),
    enrollment: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    ownName: z.string().nullable(),
    ownEmail: z.string().nullable(),
    group: z.string().nullable(),
    finished: z.boolean(),
    answered: z.int(),
    items: z.int(),
    points: z.number(),
    possible: z.number(),
    late: z.boolean(),
    overridden: z.boolean(),
    undecided: z.int(),
    said: z.int(),
  }),
);

/** Every student who has begun, by name. */
export async function readWorkList(actor: Actor, assignmentId: string): Promise<StudentWork[]> {
  const { by } = await requireAssignment(db(), actor, assignmentId, "see everybody's work");
  await settleAssignments({ assignmentId });
  return await studentsWithWork(by.id, assignmentId);
}

async function studentsWithWork(sectionId: string, assignmentId: string): Promise<StudentWork[]> {
  const rows = await db().$queryRaw`
    SELECT a.id::text AS attempt, e.id::text AS enrollment, e.name, e.email, u.name AS "ownName", u.email AS "ownEmail",
           e.group_name AS "group", a.finished_at IS NOT NULL AS finished,
           coalesce(r.answered, 0) AS answered, coalesce(r.items, 0) AS items, coalesce(r.points, 0) AS points,
           coalesce(r.possible, 0) AS possible, coalesce(r.late, false) AS late,
           coalesce(r.overridden, false)
             OR EXISTS (SELECT 1 FROM marks m WHERE m.attempt_id = a.id AND m.overridden) AS overridden,
           (SELECT count(*)::int FROM variants v JOIN submissions s ON s.variant_id = v.id
            JOIN LATERAL (SELECT receipt, by_user_id FROM receipts WHERE submission_id = s.id
                          ORDER BY sequence DESC LIMIT 1) last ON true
            WHERE v.attempt_id = a.id AND last.by_user_id IS NULL
              AND last.receipt @? '$.steps[*] ? (@.verdict == "undecided")') AS undecided,
           (SELECT count(*)::int FROM grade_changes c
            WHERE c.assignment_id = a.assignment_id AND c.enrollment_id = e.id AND c.says <> '') AS said
    FROM attempts a
    JOIN enrollments e ON e.section_id = ${sectionId}::uuid AND e.user_id = a.user_id
    LEFT JOIN users u ON u.id = e.user_id
    LEFT JOIN grades r ON r.assignment_id = a.assignment_id AND r.enrollment_id = e.id
    WHERE a.assignment_id = ${assignmentId}::uuid AND NOT a.preview`;
  const collator = new Intl.Collator("en", { numeric: true });
  return rowsSchema
    .parse(rows)
    .map(({ name, email, ownName, ownEmail, ...row }) => ({
      ...row,
      student: nameOf({ name, email, user: { name: ownName, email: ownEmail } }),
    }))
    .toSorted((a, b) => collator.compare(a.student, b.student) || (a.attempt < b.attempt ? -1 : 1));
}
