import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { exampleVariant } from "#lib/exercise/variant.ts";
import { judge } from "#lib/grading/judge.ts";
import { kindOf } from "#lib/grading/kinds/table.ts";
import type { StepReceipt } from "#lib/grading/receipt.ts";

/** What comes of typing `answers`, by step, into the tutorial's own example; asked for at another level if one is given. */
export function typedInto<P>(
  exercise: Exercise<P>,
  name: string,
  answers: Readonly<Record<string, string>>,
  level?: Level,
): readonly StepReceipt[] {
  const variant = exampleVariant(exercise, name);
  if (!variant) throw new RangeError(`${exercise.id} has no example ${name}`);
  const outcome = judge(exercise, { params: variant.params, level: level ?? variant.level }, answers, {
    practice: true,
  });
  if (outcome.outcome !== "judged") throw new RangeError(`${JSON.stringify(answers)} cannot be read`);
  return outcome.receipt.steps;
}

/** The reference of a step at these parameters, as text that could be typed. */
export function textAt<P>(exercise: Exercise<P>, params: P, step: string): string {
  const { spec } = stepOf(exercise, step);
  return kindOf(spec).print(evaluate(exercise, params).value(step), spec);
}

/** The same at the tutorial's own example. */
export function textOf<P>(exercise: Exercise<P>, name: string, step: string): string {
  const variant = exampleVariant(exercise, name);
  if (!variant) throw new RangeError(`${exercise.id} has no example ${name}`);
  return textAt(exercise, variant.params, step);
}
