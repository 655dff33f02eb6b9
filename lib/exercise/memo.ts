/**
 * Remembers a pure function of an exercise, its parameters and a step, for as long as the parameters live: the draw, the
 * judgement and the receipt of one variant ask for the same values many times.
 */
import type { Exercise } from "./exercise.ts";

export function memo<T extends object>(
  compute: <P>(exercise: Exercise<P>, p: P, step: string) => T,
): <P>(exercise: Exercise<P>, p: P, step: string) => T {
  const known = new WeakMap<object, WeakMap<object, Map<string, T>>>();
  return (exercise, p, step) => {
    if (typeof p !== "object" || p === null) return compute(exercise, p, step);
    const byParams = known.get(exercise) ?? new WeakMap<object, Map<string, T>>();
    known.set(exercise, byParams);
    const byStep = byParams.get(p) ?? new Map<string, T>();
    byParams.set(p, byStep);
    const value = byStep.get(step);
    if (value !== undefined) return value;
    const fresh = compute(exercise, p, step);
    byStep.set(step, fresh);
    return fresh;
  };
}
