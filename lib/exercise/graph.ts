/** What the machinery asks of an exercise's steps again and again, found out once for an exercise. */
import type { Exercise, Scope } from "./exercise.ts";
import type { Value } from "./kinds.ts";

interface Graph {
  index: ReadonlyMap<string, number>;
  /** The malrules of each step. */
  malrules: readonly (readonly { id: string; says: string }[])[];
  /** Has a getter for each step, which asks the `read` of the object that inherits it. */
  prototype: object;
}

/** So many steps fit the bits of a number, which say what a step rests on. */
const mostSteps = 31;

const read = Symbol("read");
const known = new WeakMap<object, Graph>();

/** Throws a RangeError for an exercise of more than 31 steps. */
export function graphOf<P>(exercise: Exercise<P>): Graph {
  const made = known.get(exercise);
  if (made) return made;
  const { id, steps } = exercise;
  if (steps.length > mostSteps) throw new RangeError(`${id} has ${steps.length} steps; there may be ${mostSteps}`);
  const index = new Map(steps.map((step, i) => [step.name, i]));
  const prototype: object = Object.create(null);
  for (const [name, i] of index)
    Object.defineProperty(prototype, name, {
      get() {
        return this[read](i);
      },
    });
  const malrules = steps.map((step) => Object.entries(step.malrules).map(([rule, { says }]) => ({ id: rule, says })));
  const graph = { index, malrules, prototype };
  known.set(exercise, graph);
  return graph;
}

/** The steps by name, each read by its index when it is asked for. */
export function scopeReading(prototype: object, reader: (i: number) => Value): Scope {
  const scope = Object.create(prototype);
  scope[read] = reader;
  return scope;
}
