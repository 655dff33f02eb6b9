import { type Evaluation, evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";
import { exampleVariant } from "#lib/exercise/variant.ts";

/** The steps of an exercise at the tutorial's own numbers. */
export function atExample<P>(exercise: Exercise<P>, name: string): Evaluation {
  const variant = exampleVariant(exercise, name);
  if (!variant) throw new RangeError(`${exercise.id} has no example ${name}`);
  return evaluate(exercise, variant.params);
}

/** Every malrule of an exercise, as `step.id`. */
export const malrulesOf = <P>(exercise: Exercise<P>): string[] =>
  exercise.steps.flatMap(({ name, malrules }) => Object.keys(malrules).map((id) => `${name}.${id}`));
