import "server-only";
import { type Band, masteryOf } from "#lib/mastery/mastery.ts";
import type { Actor } from "./actor.ts";
import { type ExerciseCard, listExercises } from "./exercises.ts";
import { learnerOf } from "./learner.ts";
import { skillIds } from "./skill-id.ts";

/** An exercise in a list to choose from. */
export interface PracticeCard extends ExerciseCard {
  /** How well the skill is known that it is mainly about, the first of its skills. */
  band: Band;
}

/** How well each skill is known, by its id. */
export type Bands = ReadonlyMap<string, Band>;

/**
 * Every exercise on offer in the order of the course, how far the actor is with it, and how well they know its skill; and
 * the bands of all skills. For somebody who has not begun, everything is new.
 */
export async function browse(actor: Actor): Promise<{ cards: PracticeCard[]; bands: Bands }> {
  const [exercises, learner] = await Promise.all([listExercises(actor), learnerOf(actor)]);
  const now = Date.now();
  const bands: Bands = new Map(skillIds.map((id) => [id, masteryOf(learner, id, now).band]));
  const cards = exercises.map((card) => ({ ...card, band: bands.get(card.skills[0]?.id ?? "") ?? ("new" as const) }));
  return { cards, bands };
}
