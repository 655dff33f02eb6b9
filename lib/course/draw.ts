import "server-only";
import { z } from "zod";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { closeOpen } from "./close-open.ts";
import { drawFresh, sameText } from "./draw-fresh.ts";
import { levelSchema } from "./level.ts";
import { lockOwner } from "./owner-lock.ts";
import { notFound } from "./refusal.ts";
import { findExercise } from "./registry.ts";

export const drawSchema = z.object({
  exercise: z.string().max(200),
  level: levelSchema,
  /** The highest number in practice when the page was made, 0 if none. */
  after: z.coerce.number().pipe(z.int32().nonnegative()),
});

/**
 * Draws a new variant of an exercise, and closes the one that was open. Where a later one than `after` is there
 * already (a double click, a second tab), that one it is, and nothing is drawn.
 */
export async function drawPractice(
  actor: Actor,
  { exercise: id, level, after }: z.infer<typeof drawSchema>,
): Promise<{ number: number }> {
  const exercise = findExercise(id);
  if (!exercise) throw notFound();
  const { version, seed, params } = drawFresh(exercise, level, await drawnBefore(actor, exercise, level));
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const mine = { userId, exerciseId: id, level };
    const latest = await tx.variant.findFirst({
      where: { ...mine, attemptId: null },
      orderBy: { number: "desc" },
      select: { number: true },
    });
    if (latest && latest.number > after) return { number: latest.number };
    await closeOpen(tx, mine);
    const number = await nextNumber(tx, mine);
    await tx.variant.create({ data: { ...mine, version, number, seed, params } });
    return { number };
  });
}

/** The number of the next variant of somebody's, wherever it is drawn for. Inside a transaction that has the owner locked. */
export async function nextNumber(tx: Tx, mine: { userId: string; exerciseId: string; level: Level }): Promise<number> {
  const { _max } = await tx.variant.aggregate({ where: mine, _max: { number: true } });
  return (_max.number ?? 0) + 1;
}

/** So many of somebody's latest variants are not drawn again. */
const remembered = 500;

/** The variants of this level that the actor has had, as `drawFresh` tells them apart. */
export async function drawnBefore(actor: Actor, { id, version, schema }: Exercise, level: Level): Promise<Set<string>> {
  const userId = ownerOf(actor);
  if (userId === undefined) return new Set();
  const rows = await db().variant.findMany({
    where: { userId, exerciseId: id, level, version },
    orderBy: { number: "desc" },
    take: remembered,
    select: { params: true },
  });
  return new Set(rows.flatMap(({ params }) => sameText(schema, params) ?? []));
}
