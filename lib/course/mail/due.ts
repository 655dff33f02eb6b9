/** Who has something to do by when: students of running sections who are not done with an assignment. */
import "server-only";
import { z } from "zod";
import { differentSchema, joinDifferent, millis, selectDifferent } from "#lib/course/assignment/different.ts";
import { datesFor } from "#lib/course/assignment/schedule.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { isReader, isRunning } from "./readers.ts";

/** So long before the due date it is said that it comes. */
const ahead = 24 * 60 * 60 * 1000;

const idsSchema = z.array(z.object({ id: z.string() }));

/**
 * The assignments that may be due soon for somebody. An accommodation only ever moves a date back, so that what is due
 * later for everybody is due soon for nobody; what was due for everybody may still be for one.
 */
export async function assignmentsDueSoon(): Promise<string[]> {
  const rows = await db().$queryRaw`
    SELECT g.id::text FROM assignments g JOIN sections s ON s.id = g.section_id
    WHERE ${isRunning} AND g.due_at <= clock_timestamp() + ${ahead}::float8 * interval '1 millisecond'
      AND (g.due_at > clock_timestamp() OR EXISTS (
        SELECT 1 FROM accommodations c
        WHERE c.section_id = g.section_id AND (c.assignment_id = g.id OR c.assignment_id IS NULL)
          AND (c.due_at > clock_timestamp() OR g.due_at + c.extra_days * interval '24 hours' > clock_timestamp())))`;
  return idsSchema.parse(rows).map(({ id }) => id);
}

const rowsSchema = z.array(
  z.object({
    userId: z.string(),
    opensAt: z.number().nullable(),
    dueAt: z.number().nullable(),
    lateUntil: z.number().nullable(),
    now: z.number(),
    ...differentSchema,
  }),
);

export interface DueSoon {
  userId: string;
  /** In ms, as the others. */
  dueAt: number;
  /** Null where it is open. */
  opensAt: number | null;
  /** Null where nothing is taken after the due date. */
  lateUntil: number | null;
}

/** For whom an assignment is due soon, of all its students or of one: not for who is excused, or has nothing left to do. */
export async function dueSoon(assignmentId: string, only?: { userId: string }): Promise<DueSoon[]> {
  const rows = rowsSchema.parse(
    await db().$queryRaw`
      SELECT e.user_id::text AS "userId", ${millis(Prisma.sql`g.opens_at`)} AS "opensAt",
             ${millis(Prisma.sql`g.due_at`)} AS "dueAt", ${millis(Prisma.sql`g.late_until`)} AS "lateUntil",
             ${millis(Prisma.sql`clock_timestamp()`)} AS now, ${selectDifferent}
      FROM assignments g
      JOIN sections s ON s.id = g.section_id
      JOIN enrollments e ON e.section_id = s.id
      JOIN users u ON u.id = e.user_id
      LEFT JOIN attempts a ON a.assignment_id = g.id AND a.user_id = e.user_id AND NOT a.preview
      ${joinDifferent}
      WHERE g.id = ${assignmentId}::uuid AND ${isRunning} AND ${isReader} AND e.role = 'student'
        AND (${only === undefined} OR e.user_id = ${only?.userId}::uuid)
        AND own.excused IS NOT TRUE
        AND (a.id IS NULL OR (
          a.finished_at IS NULL AND (a.ends_at > clock_timestamp()) IS NOT FALSE
          AND EXISTS (SELECT 1 FROM variants v WHERE v.attempt_id = a.id AND v.state = 'open')))`,
  );
  return rows.flatMap((row) => {
    const { opensAt, dueAt, lateUntil } = datesFor(row, row.own, row.general);
    if (dueAt === null || dueAt <= row.now || dueAt > row.now + ahead) return [];
    const opens = opensAt !== null && opensAt > row.now ? opensAt : null;
    return [{ userId: row.userId, dueAt, opensAt: opens, lateUntil }];
  });
}
