/** An exercise with another tolerance for some of its steps. */
import type { Exercise } from "#lib/exercise/exercise.ts";
import { type Tolerance, toleranceSchema } from "#lib/exercise/kinds.ts";

/** New tolerances by the names of steps. */
export type Rules = Readonly<Record<string, Tolerance>>;

/** Why the rules do not fit the exercise, in words for an instructor; empty where they do. */
export function faultsOfRules<P>(exercise: Exercise<P>, rules: Rules): string[] {
  return Object.entries(rules).flatMap(([name, rule]) => {
    const step = exercise.steps.find((known) => known.name === name);
    if (!step) return [`${exercise.id} has no step “${name}”.`];
    const { spec } = step;
    if (!("rule" in spec)) return [`The step “${name}” is compared exactly; a tolerance says nothing about it.`];
    if ("equivalent" in spec.rule) return [`The step “${name}” is a formula; a tolerance says nothing about it.`];
    return toleranceSchema.safeParse(rule).success ? [] : [`This is no tolerance for the step “${name}”.`];
  });
}

/**
 * The exercise with the rules of some steps replaced. Reading, comparing, rounding windows and the separation of
 * malrules all take a step's rule from its spec, so that they follow together.
 * Throws a RangeError where the rules do not fit; ask `faultsOfRules` first.
 */
export function withRules<P>(exercise: Exercise<P>, rules: Rules): Exercise<P> {
  const [fault] = faultsOfRules(exercise, rules);
  if (fault !== undefined) throw new RangeError(fault);
  const steps = exercise.steps.map((step) => {
    const rule = Object.hasOwn(rules, step.name) ? rules[step.name] : undefined;
    return rule && "rule" in step.spec && step.spec.kind !== "expression"
      ? { ...step, spec: { ...step.spec, rule } }
      : step;
  });
  return { ...exercise, steps };
}
