/**
 * Evaluates the graph of an exercise lazily: the steps asked for and what they need. What a step uses, of
 * earlier steps and of parameters, is observed while it is evaluated, not declared.
 */
import type { Exercise, Scope } from "./exercise.ts";
import { graphOf } from "./graph.ts";
import { entriesOf, type Value } from "./kinds.ts";
import { BrokenExercise, type Changes, Run } from "./run.ts";

export interface Evaluation {
  /** The value of a step. Throws a BrokenExercise if the step throws or gives a number that is not finite. */
  value(name: string): Value;
  /** The steps that a step used directly, in the order of their first use. */
  uses(name: string): readonly string[];
  /** The values that a step read: of steps, and of the numeric leaves of parameters. */
  inputs(name: string): readonly Value[];
  /** The steps a step rests on, itself last, in the order of the chain. */
  cone(name: string): readonly string[];
  /** Every step by name, evaluated when read. */
  readonly scope: Scope;
  /**
   * The entries of the step `name` if the step `at` had another value: only what lies between is computed again. Entries
   * are not finite where the move leaves the domain or takes a branch that needs other steps.
   */
  moved(name: string, at: string, value: Value): readonly number[];
}

/** Evaluates `exercise` at parsed parameters `p`. Nothing is computed until a value is asked for. */
export function evaluate<P>(exercise: Exercise<P>, p: P, changes?: Changes): Evaluation {
  const run = runOf(exercise, p, changes);
  const at = (name: string) => indexOf(exercise, name);
  return {
    value: (name) => run.done(at(name)).value,
    uses: (name) => run.done(at(name)).reads.flatMap((read) => (typeof read === "number" ? run.step(read).name : [])),
    inputs: (name) =>
      run.done(at(name)).reads.map((read) => (typeof read === "number" ? run.done(read).value : run.leaves(read))),
    cone(name) {
      const cone = run.cone(at(name));
      return exercise.steps.flatMap((step, i) => ((cone >> i) & 1 ? step.name : []));
    },
    get scope() {
      return run.scope;
    },
    moved: (name, from, value) => entriesOf(run.moved(at(name), at(from), value)),
  };
}

/** The place of a step in the chain. Throws a BrokenExercise where there is none of that name. */
export function indexOf<P>(exercise: Exercise<P>, name: string): number {
  const i = graphOf(exercise).index.get(name);
  if (i === undefined) throw new BrokenExercise(`${exercise.id} has no step "${name}"`);
  return i;
}

const plainRuns = new WeakMap<object, WeakMap<object, unknown>>();

/**
 * The evaluation as the machinery sees it, by indices of steps. The plain one is remembered for as long as the parameters
 * live: the draw, the judgement and the receipt of one variant ask for the same values many times.
 */
export function runOf<P>(exercise: Exercise<P>, p: P, changes?: Changes): Run<P> {
  const plain = plainRun(exercise, p);
  return changes?.given || changes?.malrule ? plain.derived(changes) : plain;
}

function plainRun<P>(exercise: Exercise<P>, p: P): Run<P> {
  if (typeof p !== "object" || p === null) return new Run(exercise, p);
  const byParams = plainRuns.get(exercise) ?? new WeakMap<object, unknown>();
  plainRuns.set(exercise, byParams);
  const known = byParams.get(p);
  if (known instanceof Run) return known;
  const run = new Run(exercise, p);
  byParams.set(p, run);
  return run;
}
