/**
 * The end of an attempt at a quiz, in two moves. First it is closed: from then on nothing is taken any more, so what is
 * typed stands still. Then what is typed is judged, outside of any transaction, and each item is stored and closed by
 * itself, under the lock of the attempt. Whoever reads an attempt that was closed and has items open, because its time
 * ran out, the process died or a guest was claimed, makes the second move: it can be made any number of times, by several
 * processes at once, since the key of each submission follows from the attempt and the position.
 */
import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { type Actor, ownerOf, requireOwner } from "./actor.ts";
import { notFound } from "./refusal.ts";
import { storeTyped } from "./store-typed.ts";

/** Hands in an attempt at a quiz. Doing it again changes nothing. Throws a Refusal "not-found". */
export async function handInQuiz(actor: Actor, attemptId: string): Promise<void> {
  const userId = requireOwner(actor);
  const mine = await db().attempt.findFirst({ where: { id: attemptId, userId, kind: "quiz" }, select: { id: true } });
  if (!mine) throw notFound();
  await db().$executeRaw`
    UPDATE attempts SET finished_at = least(clock_timestamp(), ends_at)
    WHERE id = ${attemptId}::uuid AND finished_at IS NULL`;
  await storeTyped(userId, attemptId);
}

const idsSchema = z.array(z.object({ id: z.string() }));

/** Hands in what somebody's quizzes hold whose time is up, or that were closed and not stored. To be called before they are read. */
export async function settleQuizzes(userId: string): Promise<void> {
  await db().$executeRaw`
    UPDATE attempts SET finished_at = ends_at
    WHERE user_id = ${userId}::uuid AND kind = 'quiz' AND finished_at IS NULL AND ends_at <= clock_timestamp()`;
  const closed = await db().$queryRaw`
    SELECT a.id::text FROM attempts a
    WHERE a.user_id = ${userId}::uuid AND a.kind = 'quiz' AND a.finished_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM variants v WHERE v.attempt_id = a.id AND v.state = 'open')
    ORDER BY a.finished_at`;
  for (const { id } of idsSchema.parse(closed)) await storeTyped(userId, id);
}

/** The same for whoever asks. */
export async function settleFor(actor: Actor): Promise<void> {
  const userId = ownerOf(actor);
  if (userId !== undefined) await settleQuizzes(userId);
}
