/**
 * How much work a variant is, from its graph: for every step that is needed, the numbers it reads and the number it
 * gives, each weighed by its digits and sign. Variants of one level and case must stay near their median.
 */
import { inside } from "#lib/expression/expr.ts";
import { digitsOf } from "./decimal.ts";
import { type Part, partsOf } from "./equal.ts";
import { type Evaluation, evaluate } from "./evaluate.ts";
import type { Exercise, Level } from "./exercise.ts";
import type { Value } from "./kinds.ts";

/** Handling one number: nothing to do with 0, little with ±1, more with every digit (up to four) and with a minus sign. */
function weight(x: number): number {
  if (x === 0) return 0.25;
  const sign = x < 0 ? 0.15 : 0;
  if (Math.abs(x) === 1) return 0.6 + sign;
  return 0.9 + 0.1 * Math.min(digitsOf(x), 4) + sign;
}

const weigh = (value: Value): number => partsOf(value).reduce<number>((sum, part) => sum + weighPart(part), 0);

/** A number by its digits, a name or option as one, a formula as all that is written in it. */
function weighPart(part: Part): number {
  if (typeof part === "number") return weight(part);
  if (typeof part === "string") return 1;
  if (part.type === "number") return weight(part.value);
  return 0.5 + inside(part).reduce((sum, inner) => sum + weighPart(inner), 0);
}

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
