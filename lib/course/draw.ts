import "server-only";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { transaction } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { type Drawn, drawVariant } from "#lib/exercise/variant.ts";
import { log } from "#lib/log.ts";
import type { Actor } from "./actor.ts";
import { levelSchema } from "./level.ts";
import { lockOwner } from "./owner-lock.ts";
import { notFound, Refusal } from "./refusal.ts";
import { findExercise } from "./registry.ts";

export const drawSchema = z.object({
  exercise: z.string().max(200),
  level: levelSchema,
  /** The number of the variant on screen, 0 if none. */
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
  const { version, seed, params } = drawAny(exercise, level);
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    const mine = { userId, exerciseId: id, level };
    const latest = await tx.variant.findFirst({ where: mine, orderBy: { number: "desc" }, select: { number: true } });
    if (latest && latest.number > after) return { number: latest.number };
    await tx.$executeRaw`
      UPDATE variants SET state = 'done', closed_at = clock_timestamp()
      WHERE user_id = ${userId}::uuid AND exercise_id = ${id} AND level = ${level} AND state = 'open'`;
    const number = (latest?.number ?? 0) + 1;
    await tx.variant.create({ data: { ...mine, version, number, seed, params } });
    return { number };
  });
}

/** Draws from fresh seeds of 128 random bits. A second and third one are for an exercise that is rarely unsound. */
function drawAny(exercise: Exercise, level: Level): Omit<Drawn<unknown>, "params"> & { params: Json } {
  for (let tries = 0; tries < 3; tries++) {
    const seed = randomBytes(16).toString("hex");
    try {
      const drawn = drawVariant(exercise, level, seed);
      return { ...drawn, params: jsonSchema.parse(drawn.params) };
    } catch (error) {
      log().error({ err: error, exercise: exercise.id, level }, "an exercise cannot be drawn");
    }
  }
  throw new Refusal("unavailable", "This exercise cannot be drawn just now; we have been told. Please take another.");
}

const jsonSchema = z.json().transform((value) => value ?? {});
type Json = z.infer<typeof jsonSchema>;
