/** The end of an attempt at an assignment, in two moves as that of a quiz (quiz-hand-in.ts). */
import "server-only";
import { z } from "zod";
import { type Actor, requireOwner } from "#lib/course/actor.ts";
import { notFound } from "#lib/course/refusal.ts";
import { storeTyped } from "#lib/course/store-typed.ts";
import { db, transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { reschedule } from "./reschedule.ts";
import { rollUp } from "./roll-up.ts";

/** Hands in an attempt of the actor’s. Doing it again changes nothing. Throws a Refusal "not-found". */
export async function handInAssignment(actor: Actor, attemptId: string): Promise<void> {
  const userId = requireOwner(actor);
  const mine = await db().attempt.findFirst({
    where: { id: attemptId, userId, kind: "assignment" },
    select: { assignmentId: true },
  });
  const assignmentId = mine?.assignmentId;
  if (!assignmentId) throw notFound();
  await transaction(async (tx) => {
    await tx.$executeRaw`SELECT id FROM assignments WHERE id = ${assignmentId}::uuid FOR SHARE`;
    await tx.$executeRaw`
      UPDATE attempts SET finished_at = least(clock_timestamp(), ends_at)
      WHERE id = ${attemptId}::uuid AND finished_at IS NULL`;
    await reschedule(tx, assignmentId, { attemptId });
  });
  await settle(userId, attemptId);
}

const rowsSchema = z.array(z.object({ id: z.string(), userId: z.string() }));

/** Each settles so many attempts; what is left, the next read does. */
const mostAtOnce = 200;

/**
 * Hands in what is over: of one user, or of an assignment. To be called before attempts are read.
 * @returns how many are left for the next call
 */
export async function settleAssignments(whose: { userId: string } | { assignmentId: string }): Promise<number> {
  const only =
    "userId" in whose
      ? Prisma.sql`a.user_id = ${whose.userId}::uuid`
      : Prisma.sql`a.assignment_id = ${whose.assignmentId}::uuid`;
  await db().$executeRaw`
    UPDATE attempts a SET finished_at = ends_at
    WHERE ${only} AND kind = 'assignment' AND finished_at IS NULL AND ends_at <= clock_timestamp()`;
  const rows = rowsSchema.parse(
    await db().$queryRaw`
      SELECT a.id::text, a.user_id::text AS "userId" FROM attempts a
      WHERE ${only} AND a.kind = 'assignment' AND a.finished_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM variants v WHERE v.attempt_id = a.id AND v.state = 'open')
      ORDER BY a.finished_at`,
  );
  for (const { id, userId } of rows.slice(0, mostAtOnce)) await settle(userId, id);
  return Math.max(0, rows.length - mostAtOnce);
}

/** Judges and stores what is typed in a closed attempt, and what follows for its marks. */
async function settle(userId: string, attemptId: string): Promise<void> {
  await storeTyped(userId, attemptId);
  await transaction((tx) => rollUp(tx, { attemptId }));
}
