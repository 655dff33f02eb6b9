import { type PublicVariant, publicVariant } from "#lib/exercise/public.ts";
import { type Solution, solutionOf } from "#lib/exercise/solution.ts";
import { exampleVariant } from "#lib/exercise/variant.ts";
import { findExercise } from "./registry.ts";

/** One exercise to show, worked out, to somebody who has not begun. */
export interface Specimen {
  id: string;
  view: PublicVariant;
  solution: Solution;
}

/**
 * The tutorial's example 36, one neuron forward and backward. Its numbers and answers are printed in the tutorial, so
 * there is nothing to keep secret; no learner is ever given this variant to solve.
 */
export function specimen(): Specimen | undefined {
  const exercise = findExercise("backpropagation/neuron");
  const variant = exercise && exampleVariant(exercise, "36");
  if (!exercise || !variant) return undefined;
  return {
    id: exercise.id,
    view: publicVariant(exercise, variant.params, variant.level),
    solution: solutionOf(exercise, variant.params, variant.level),
  };
}
