import "server-only";
import { randomInt } from "node:crypto";
import { v5 as uuidv5 } from "uuid";
import { transaction } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { drawnBefore } from "./draw.ts";
import { drawFresh, sameText } from "./draw-fresh.ts";
import { lockOwner } from "./owner-lock.ts";
import { blend, type QuizPlace } from "./quiz-blend.ts";
import { newQuizCode } from "./quiz-code.ts";
import type { QuizPlan } from "./quiz-plan.ts";
import { readyQuizzes } from "./quiz-ready.ts";
import { notFound, Refusal } from "./refusal.ts";
import { catalogue } from "./registry.ts";

/**
 * Draws a quiz and tells its code. The same form sent again, by a double click or a second tab, is the same quiz: its
 * id follows from the key of the form and what it holds.
 */
export async function makeQuiz(actor: Actor, { key, ...plan }: QuizPlan & { key: string }): Promise<string> {
  const { title, minutes, feedback } = plan;
  const items = await drawItems(actor, blend(plan, catalogue, randomInt));
  if (items.length === 0) throw new Refusal("unavailable", "There is nothing to draw this quiz from just now.");
  return await transaction(async (tx) => {
    const ownerId = await lockOwner(tx, actor);
    const id = uuidv5(JSON.stringify([ownerId, plan]), key);
    const made = await tx.quiz.findUnique({ where: { id }, select: { code: true } });
    if (made) return made.code;
    const code = newQuizCode();
    await tx.quiz.create({
      data: { id, code, ownerId, title, config: { minutes, feedback }, items: { createMany: { data: items } } },
    });
    return code;
  });
}

/** The same for one that is ready. */
export async function takeReady(actor: Actor, { key, ready }: { key: string; ready: string }): Promise<string> {
  const found = readyQuizzes.find(({ id }) => id === ready);
  if (!found) throw notFound();
  const { id: _id, says: _says, ...plan } = found;
  return await makeQuiz(actor, { key, ...plan });
}

/** The rows of the items, none of which its maker has had before, as long as others can be found. */
async function drawItems(actor: Actor, places: readonly QuizPlace[]) {
  const seen = new Map<string, Set<string>>();
  const items = [];
  for (const [i, { exercise, level }] of places.entries()) {
    const place = `${exercise.id} ${level}`;
    const before = seen.get(place) ?? (await drawnBefore(actor, exercise, level));
    const { version, seed, params } = drawFresh(exercise, level, before);
    seen.set(place, before.add(sameText(exercise.schema, params) ?? ""));
    items.push({ position: i + 1, exerciseId: exercise.id, version, level, seed, params });
  }
  return items;
}
