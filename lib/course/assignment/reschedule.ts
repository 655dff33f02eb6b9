/** The ends of attempts, and when they may be told, brought in line with dates, accommodations, config and release. */
import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { assignmentConfigSchema } from "./config.ts";
import { differentSchema, joinDifferent, millis, selectDifferent } from "./different.ts";
import { closeOf, datesFor, minutesFor, scheduleOf } from "./schedule.ts";

const rowsSchema = z.array(
  z.object({
    /** Null for a student who has not begun. */
    attemptId: z.string().nullable(),
    preview: z.boolean().nullable(),
    startedAt: z.number().nullable(),
    finishedAt: z.number().nullable(),
    endsAt: z.number().nullable(),
    tellsAt: z.number().nullable(),
    solvesAt: z.number().nullable(),
    config: z.unknown(),
    opensAt: z.number().nullable(),
    dueAt: z.number().nullable(),
    lateUntil: z.number().nullable(),
    releasedAt: z.number().nullable(),
    now: z.number(),
    ...differentSchema,
  }),
);

interface Rescheduled {
  attemptId: string;
  endsAt: number | null;
  tellsAt: number | null;
  solvesAt: number | null;
  /** Whether its time had run out, and has not any more. */
  reopens: boolean;
  /** Whether it would, had its verdicts or solutions not been told. */
  stays: boolean;
}

/**
 * Brings all attempts at an assignment, or only one, in line with what its rows say now; to be called in the transaction
 * that begins or hands in an attempt, or changes anything of this. An attempt whose time had run out goes on where it now
 * has more, unless verdicts (or solutions) were told: what is not right and has tries left is open again. Locks the attempts.
 * @returns the attempts whose time had run out and that would have more now, but stay closed since they were told
 */
export async function reschedule(tx: Tx, assignmentId: string, only?: { attemptId: string }): Promise<string[]> {
  await tx.$executeRaw`
    SELECT id FROM attempts WHERE assignment_id = ${assignmentId}::uuid AND (${only === undefined} OR id = ${only?.attemptId}::uuid)
    ORDER BY id FOR NO KEY UPDATE`;
  const rows = rowsSchema.parse(
    await tx.$queryRaw`
      SELECT a.id::text AS "attemptId", a.preview, g.config, ${millis(Prisma.sql`a.started_at`)} AS "startedAt",
             ${millis(Prisma.sql`a.finished_at`)} AS "finishedAt", ${millis(Prisma.sql`a.ends_at`)} AS "endsAt",
             ${millis(Prisma.sql`a.tells_at`)} AS "tellsAt", ${millis(Prisma.sql`a.solves_at`)} AS "solvesAt",
             ${millis(Prisma.sql`g.opens_at`)} AS "opensAt", ${millis(Prisma.sql`g.due_at`)} AS "dueAt",
             ${millis(Prisma.sql`g.late_until`)} AS "lateUntil", ${millis(Prisma.sql`g.released_at`)} AS "releasedAt",
             ${millis(Prisma.sql`clock_timestamp()`)} AS now, ${selectDifferent}
      FROM assignments g
      JOIN enrollments e ON e.section_id = g.section_id
      LEFT JOIN attempts a ON a.assignment_id = g.id AND a.user_id = e.user_id
      ${joinDifferent}
      WHERE g.id = ${assignmentId}::uuid AND (a.id IS NOT NULL OR (e.role = 'student' AND e.left_at IS NULL))`,
  );
  const [first] = rows;
  if (!first) return [];
  const config = assignmentConfigSchema.parse(first.config);
  const closes = rows.map((row) => closeOf(datesFor(row, row.own, row.general)));
  const lastClose = closes.includes(null) ? null : Math.max(...closes.flatMap((close) => close ?? []));
  const changed = rows.flatMap((row): Rescheduled[] => {
    const { attemptId, preview, startedAt, finishedAt, endsAt, own, general, releasedAt, now } = row;
    if (attemptId === null || startedAt === null || (only && attemptId !== only.attemptId)) return [];
    const minutes = minutesFor(config.minutes, own, general);
    // A preview knows no dates, and is told when it is over.
    const end = finishedAt ?? (minutes === null ? null : startedAt + minutes * 60_000);
    const held = preview
      ? { dates: noDates, minutes, lastClose: null, releasedAt: end }
      : { dates: datesFor(row, own, general), minutes, lastClose, releasedAt };
    // Who has read the verdicts of a sitting, or the solutions, does not go on with the same variants.
    const read = config.feedback === "at once" ? row.solvesAt : row.tellsAt;
    const isRead = read !== null && read <= now;
    const ranOut = finishedAt !== null && endsAt !== null && finishedAt >= endsAt;
    const anew = scheduleOf(config, { startedAt, finishedAt: ranOut ? null : finishedAt }, held);
    const hasMore = ranOut && (anew.endsAt === null || anew.endsAt > now);
    const reopens = hasMore && !isRead;
    const schedule = reopens ? anew : scheduleOf(config, { startedAt, finishedAt }, held);
    return [{ attemptId, ...schedule, reopens, stays: hasMore && isRead }];
  });
  const open = changed.filter(({ reopens }) => reopens).map(({ attemptId }) => attemptId);
  if (open.length > 0) await reopen(tx, open, config);
  await store(tx, changed);
  return changed.filter(({ stays }) => stays).map(({ attemptId }) => attemptId);
}

const noDates = { opensAt: null, dueAt: null, lateUntil: null } as const;

async function store(tx: Tx, rows: readonly Rescheduled[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE attempts a SET
      ends_at = to_timestamp(n."endsAt" / 1000), tells_at = to_timestamp(n."tellsAt" / 1000),
      solves_at = to_timestamp(n."solvesAt" / 1000), finished_at = CASE WHEN n.reopens THEN NULL ELSE a.finished_at END
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(
      "attemptId" uuid, "endsAt" float8, "tellsAt" float8, "solvesAt" float8, reopens boolean)
    WHERE a.id = n."attemptId"`;
}

/** Opens what its students can still do something about; where items come one by one, not what was left before the end. */
async function reopen(
  tx: Tx,
  attemptIds: readonly string[],
  { feedback, tries, freshOnRetry, navigation }: z.infer<typeof assignmentConfigSchema>,
): Promise<void> {
  const isBlind = feedback !== "at once";
  const isOneWay = navigation === "one by one";
  await tx.$executeRaw`
    UPDATE variants v SET state = 'open', closed_at = NULL
    WHERE v.attempt_id = ANY(${[...attemptIds]}::uuid[]) AND v.state = 'done'
      AND (NOT ${isOneWay} OR v.closed_at >= (SELECT finished_at FROM attempts WHERE id = v.attempt_id))
      AND (${isBlind} OR (
      NOT EXISTS (
        SELECT 1 FROM submissions s JOIN receipts r ON r.submission_id = s.id
        WHERE s.variant_id = v.id AND r.sequence = (SELECT max(sequence) FROM receipts WHERE submission_id = s.id)
          AND (r.verdict = 'right' OR (${freshOnRetry} AND r.counts_as_try)))
      AND (${tries}::int IS NULL OR ${tries}::int > (
        SELECT count(*) FROM variants o JOIN submissions s ON s.variant_id = o.id
        JOIN receipts r ON r.submission_id = s.id AND r.sequence = 1 AND r.counts_as_try
        WHERE o.attempt_id = v.attempt_id AND o.position = v.position))))`;
}
