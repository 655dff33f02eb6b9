import type { Exercise, Step } from "./exercise.ts";

/** The step of that name. Throws a RangeError where there is none: a programmer's error. */
export function stepOf<P>(exercise: Exercise<P>, name: string): Step<P> {
  const step = exercise.steps.find((s) => s.name === name);
  if (!step) throw new RangeError(`${exercise.id} has no step "${name}"`);
  return step;
}

/**
 * The step as a variant shows it: with the options that it lists, in their order. Throws a RangeError where it lists one
 * that is not declared.
 */
export function shownStep<P>(exercise: Exercise<P>, p: P, name: string): Step<P> {
  const step = stepOf(exercise, name);
  const ids = step.lists(p);
  if (!ids || !("options" in step.spec)) return step;
  const declared = new Map(step.spec.options.map((option) => [option.id, option]));
  const options = ids.map((id) => {
    const option = declared.get(id);
    if (!option) throw new RangeError(`${exercise.id}: step "${name}" has no option "${id}"`);
    return option;
  });
  return { ...step, spec: { ...step.spec, options } };
}
