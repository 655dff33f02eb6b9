import type { Exercise, Step } from "./exercise.ts";

/** The step of that name. Throws a RangeError where there is none: a programmer's error. */
export function stepOf<P>(exercise: Exercise<P>, name: string): Step<P> {
  const step = exercise.steps.find((s) => s.name === name);
  if (!step) throw new RangeError(`${exercise.id} has no step "${name}"`);
  return step;
}
