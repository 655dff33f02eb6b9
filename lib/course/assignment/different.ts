/** What is different for each student, as pieces of SQL and as their rows are read. */
import "server-only";
import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Different } from "./schedule.ts";

/** Joins to an enrollment `e` and an assignment `g` what is said for this one (`own`) and for all (`general`). */
export const joinDifferent = Prisma.sql`
  LEFT JOIN accommodations own ON own.enrollment_id = e.id AND own.assignment_id = g.id
  LEFT JOIN accommodations general ON general.enrollment_id = e.id AND general.assignment_id IS NULL`;

/** The same of one row of accommodations, as JSON. */
export const saidAs = (row: Prisma.Sql) => Prisma.sql`
  CASE WHEN ${row}.id IS NOT NULL THEN json_build_object(
    'timeFactor', ${row}.time_factor, 'extraDays', ${row}.extra_days,
    'opensAt', ${millis(Prisma.sql`${row}.opens_at`)}, 'dueAt', ${millis(Prisma.sql`${row}.due_at`)},
    'lateUntil', ${millis(Prisma.sql`${row}.late_until`)},
    'excused', ${row}.excused, 'excusedItems', ${row}.excused_items) END`;

/** A point in time in milliseconds. */
export function millis(column: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(extract(epoch FROM ${column}) * 1000)::float8`;
}

/** Both as JSON, for `differentSchema`. */
export const selectDifferent = Prisma.sql`${saidAs(Prisma.sql`own`)} AS own, ${saidAs(Prisma.sql`general`)} AS general`;

const rowSchema = z
  .object({
    timeFactor: z.number().nullable(),
    extraDays: z.number().nullable(),
    opensAt: z.number().nullable(),
    dueAt: z.number().nullable(),
    lateUntil: z.number().nullable(),
    excused: z.boolean(),
    excusedItems: z.array(z.string()),
  })
  .nullable();

export const differentSchema = { own: rowSchema, general: rowSchema } as const;

/** What is said for one student of one assignment, or of all. */
export type Said = Different & { excused: boolean; excusedItems: readonly string[] };

/** Whether an item does not count for somebody. */
export const isExcused = (own: Said | null, itemId: string): boolean =>
  own !== null && (own.excused || own.excusedItems.includes(itemId));
