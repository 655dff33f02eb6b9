/** Choosing and drawing the next item of a placement, outside of any transaction. */
import "server-only";
import { randomBytes } from "node:crypto";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { nextProbe } from "#lib/mastery/placement.ts";
import type { Actor } from "./actor.ts";
import { bank } from "./bank.ts";
import { drawnBefore } from "./draw.ts";
import { drawFresh } from "./draw-fresh.ts";
import { type PlacementItem, probesOf } from "./placement-item.ts";
import { Refusal } from "./refusal.ts";
import { findExercise } from "./registry.ts";

interface FreshProbe {
  exercise: Exercise;
  level: Level;
  fresh: ReturnType<typeof drawFresh>;
}

/** Picks what would tell most now, and draws it; null when enough is known. */
export async function chooseProbe(actor: Actor, items: readonly PlacementItem[]): Promise<FreshProbe | null> {
  const past = probesOf(items);
  // What was broken, or could not be settled, would be so again.
  const passed = new Set(items.flatMap(({ exerciseId, outcome }) => (outcome === null ? [exerciseId] : [])));
  const rng = createRng(randomBytes(16).toString("hex"));
  for (;;) {
    const probe = nextProbe(
      past,
      bank().filter(({ exercise }) => !passed.has(exercise)),
      rng,
    );
    const exercise = probe && findExercise(probe.exercise);
    if (!exercise) return null;
    passed.add(exercise.id);
    try {
      const { level } = probe;
      return { exercise, level, fresh: drawFresh(exercise, level, await drawnBefore(actor, exercise, level)) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
}
