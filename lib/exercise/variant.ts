/** A variant: exercise, version, level and seed, and the parameters they give. The same four give the same, for ever. */
import type { Exercise, Level } from "./exercise.ts";
import { createRng } from "./rng.ts";
import { faultsOf } from "./soundness.ts";

export interface Variant<P = unknown> {
  id: string;
  version: number;
  level: Level;
  seed: string;
  params: P;
}

/** A drawn variant, and how many draws were thrown away before it. */
export interface Drawn<P> extends Variant<P> {
  redraws: number;
}

/** Draws past this many in a row are an author's mistake: at most 30 % may be thrown away. */
const mostRedraws = 100;

/**
 * Draws the variant of a seed. Unsound parameters are drawn again from the next stream of the same seed.
 * Throws a RangeError where no sound parameters are found, which the bank test excludes.
 */
export function drawVariant<P>(exercise: Exercise<P>, level: Level, seed: string): Drawn<P> {
  const { id, version } = exercise;
  let faults: string[] = [];
  for (let redraws = 0; redraws < mostRedraws; redraws++) {
    const rng = createRng(`${id}@${version}/${level}/${seed}/${redraws}`);
    const params = exercise.schema.parse(exercise.draw(rng, level));
    faults = faultsOf(exercise, params, level);
    if (faults.length === 0) return { id, version, level, seed, params, redraws };
  }
  throw new RangeError(`${id}, level ${level}: no sound variant for seed ${seed} (${faults.join("; ")})`);
}

/** The tutorial's own numbers as a variant; undefined where the exercise has no example of that name. */
export function exampleVariant<P>(exercise: Exercise<P>, name: string): Variant<P> | undefined {
  const example = exercise.examples[name];
  if (!example) return undefined;
  const { id, version } = exercise;
  return { id, version, level: example.level, seed: `example-${name}`, params: exercise.schema.parse(example.params) };
}
