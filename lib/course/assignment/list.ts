/** The assignments of a section in a list: of a student with their own dates and state, of who teaches with counts. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { requireMembership } from "#lib/course/section/membership.ts";
import { allows } from "#lib/course/section/roles.ts";
import { db } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { modes } from "./config.ts";
import { differentSchema, joinDifferent, millis, selectDifferent } from "./different.ts";
import { settleAssignments } from "./hand-in.ts";
import { closeOf, type Dates, datesFor } from "./schedule.ts";

/** Where an assignment stands in time, for one student or for everybody. */
export type Phase = "draft" | "upcoming" | "open" | "late" | "closed";

export interface AssignmentCard {
  id: string;
  title: string;
  mode: (typeof modes)[number];
  phase: Phase;
  /** Of whoever reads it; ISO 8601. */
  opensAt: string | null;
  dueAt: string | null;
  lateUntil: string | null;
  /** How many items each student gets, and what they are worth together. */
  items: number;
  points: number;
  /** Of a student: how far they are, and what they have where it may be told. */
  own: { begun: boolean; finished: boolean; answered: number; earned: number | null; excused: boolean } | null;
  /** Of who teaches. */
  everybody: { begun: number; finished: number } | null;
}

const rowsSchema = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    mode: z.enum(modes),
    published: z.boolean(),
    opensAt: z.number().nullable(),
    dueAt: z.number().nullable(),
    lateUntil: z.number().nullable(),
    now: z.number(),
    ...differentSchema,
    items: z.int(),
    points: z.number(),
    begun: z.boolean(),
    finished: z.boolean(),
    told: z.boolean(),
    answered: z.int().nullable(),
    earned: z.number().nullable(),
    countBegun: z.int(),
    countFinished: z.int(),
  }),
);

/** The assignments of a section that the actor may see, by their due dates; those without one stand at the end. */
export async function listAssignments(actor: Actor, sectionId: string): Promise<AssignmentCard[]> {
  const by = await requireMembership(db(), actor, sectionId, "see the section");
  const isStaff = allows(by.role, "see drafts");
  if (!isStaff) await settleAssignments({ userId: by.userId });
  const rows = await db().$queryRaw`
    SELECT g.id::text, g.title, g.mode::text, g.published_at IS NOT NULL AS published,
           ${millis(Prisma.sql`g.opens_at`)} AS "opensAt", ${millis(Prisma.sql`g.due_at`)} AS "dueAt",
           ${millis(Prisma.sql`g.late_until`)} AS "lateUntil", ${millis(Prisma.sql`clock_timestamp()`)} AS now,
           ${selectDifferent},
           (SELECT coalesce(sum(pick), 0)::int FROM assignment_parts WHERE assignment_id = g.id) AS items,
           (SELECT coalesce(sum(pick * points), 0)::float8 FROM assignment_parts WHERE assignment_id = g.id) AS points,
           a.id IS NOT NULL AS begun, a.finished_at IS NOT NULL OR coalesce(a.ends_at <= clock_timestamp(), false) AS finished,
           coalesce(a.tells_at <= clock_timestamp(), false) AS told, r.answered, r.points AS earned,
           (SELECT count(*)::int FROM attempts o WHERE o.assignment_id = g.id AND NOT o.preview) AS "countBegun",
           (SELECT count(*)::int FROM attempts o WHERE o.assignment_id = g.id AND NOT o.preview
              AND (o.finished_at IS NOT NULL OR o.ends_at <= clock_timestamp())) AS "countFinished"
    FROM assignments g
    JOIN enrollments e ON e.id = ${by.enrollmentId}::uuid
    LEFT JOIN attempts a ON a.assignment_id = g.id AND a.user_id = e.user_id AND NOT a.preview
    LEFT JOIN grades r ON r.assignment_id = g.id AND r.enrollment_id = e.id
    ${joinDifferent}
    WHERE g.section_id = ${sectionId}::uuid AND g.deleted_at IS NULL AND (g.published_at IS NOT NULL OR ${isStaff})
    ORDER BY g.due_at NULLS LAST, g.created_at, g.id`;
  return rowsSchema.parse(rows).map((row) => {
    const dates = datesFor(row, row.own, row.general);
    const { id, title, mode, items, points, begun, finished, told, answered, earned } = row;
    const own = {
      begun,
      finished,
      answered: answered ?? 0,
      earned: told ? earned : null,
      excused: row.own?.excused ?? false,
    };
    return {
      id,
      title,
      mode,
      phase: row.published ? phaseOf(dates, row.now) : "draft",
      ...isoOf(dates),
      items,
      points,
      own: isStaff ? null : own,
      everybody: isStaff ? { begun: row.countBegun, finished: row.countFinished } : null,
    };
  });
}

/** Where something with these dates stands now. */
export function phaseOf(dates: Dates, now: number): Exclude<Phase, "draft"> {
  const close = closeOf(dates);
  if (dates.opensAt !== null && now < dates.opensAt) return "upcoming";
  if (close !== null && now >= close) return "closed";
  return dates.dueAt !== null && now > dates.dueAt ? "late" : "open";
}

/** Dates in ISO 8601. */
export const isoOf = ({ opensAt, dueAt, lateUntil }: Dates) => ({
  opensAt: iso(opensAt),
  dueAt: iso(dueAt),
  lateUntil: iso(lateUntil),
});

const iso = (time: number | null): string | null => (time === null ? null : new Date(time).toISOString());
