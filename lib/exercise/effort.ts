/**
 * How much work a variant is, from its graph: for every step that is needed, the numbers it reads and the number it
 * gives, each weighed by its digits and sign. Variants of one level and case must stay near their median.
 */
import { digitsOf } from "./decimal.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import type { Exercise, Level } from "./exercise.ts";
import { entriesOf, type Value } from "./kinds.ts";

/** Handling one number: nothing to do with 0, little with ±1, more with every digit (up to four) and with a minus sign. */
function weight(x: number): number {
  if (x === 0) return 0.25;
  const sign = x < 0 ? 0.15 : 0;
  if (Math.abs(x) === 1) return 0.6 + sign;
  return 0.9 + 0.1 * Math.min(digitsOf(x), 4) + sign;
}

const weigh = (value: Value): number =>
  typeof value === "string" ? 1 : entriesOf(value).reduce((sum, x) => sum + weight(x), 0);

/** The effort of one step, its inputs being known. */
export const stepEffort = (evaluation: Evaluation, name: string): number => {
  const value = weigh(evaluation.value(name));
  return evaluation.inputs(name).reduce<number>((sum, input) => sum + weigh(input), value);
};

/** The effort of a variant: the sum over all steps that the asked ones rest on. */
export function effortOf<P>(exercise: Exercise<P>, p: P, level: Level): number {
  const evaluation = evaluate(exercise, p);
  const needed = new Set(exercise.asks[level].flatMap((name) => [...evaluation.cone(name)]));
  return [...needed].reduce((sum, name) => sum + stepEffort(evaluation, name), 0);
}
