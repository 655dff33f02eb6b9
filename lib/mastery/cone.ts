/** Which steps an asked step rests on, whatever the parameters: evidence is about the exercise, not about one variant. */
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { createRng } from "#lib/exercise/rng.ts";

export interface Cone {
  /** The steps that an asked step rests on, itself last, in the order of the chain. */
  all: readonly string[];
  /** Those of them that no other asked step shows, itself last. */
  alone: readonly string[];
}

/** A branch that few variants take is no part of what a level is about; these fixed ones show the others. */
const seeds = ["0", "1"];

const known = new WeakMap<Exercise, Map<Level, ReadonlyMap<string, Cone>>>();

/** The cones of the asked steps of a level, in the order of the chain, as they are in either of two fixed variants. */
export function conesOf(exercise: Exercise, level: Level): ReadonlyMap<string, Cone> {
  const byLevel = known.get(exercise) ?? new Map<Level, ReadonlyMap<string, Cone>>();
  known.set(exercise, byLevel);
  const made = byLevel.get(level) ?? observed(exercise, level);
  byLevel.set(level, made);
  return made;
}

function observed(exercise: Exercise, level: Level): Map<string, Cone> {
  const runs = seeds.map((seed) => evaluate(exercise, exercise.draw(createRng(seed), level)));
  const chain = exercise.steps.map(({ name }) => name);
  const asked = chain.filter((name) => exercise.asks[level].includes(name));
  const all = new Map<string, readonly string[]>();
  for (const name of asked) {
    const steps = new Set(runs.flatMap((run) => run.cone(name)));
    all.set(
      name,
      chain.filter((step) => steps.has(step)),
    );
  }
  const cones = new Map<string, Cone>();
  for (const [name, cone] of all) {
    const shown = new Set(cone.flatMap((step) => (step === name ? [] : (all.get(step) ?? []))));
    cones.set(name, { all: cone, alone: cone.filter((step) => !shown.has(step)) });
  }
  return cones;
}
