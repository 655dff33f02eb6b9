/**
 * Evaluates the graph of an exercise lazily: the steps asked for and what they need. What a step uses, of
 * earlier steps and of parameters, is observed while it is evaluated, not declared.
 */
import type { Exercise, Scope, Step } from "./exercise.ts";
import { entriesOf, isMatrix, isNumeric, type Value } from "./kinds.ts";

/** What is different from the plain evaluation: values put in by hand, or one step's rule replaced by a malrule. */
export interface Changes {
  given?: Readonly<Record<string, Value>>;
  malrule?: { step: string; id: string };
}

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
  moved(name: string, at: string, value: Value): number[];
}

/** An exercise that threw or computed nonsense: the author's mistake, never the learner's. */
export class BrokenExercise extends Error {
  override name = "BrokenExercise";
}

/** A malrule that says nothing about this variant; caught where malrules are collected. */
export class InertMalrule extends Error {
  override name = "InertMalrule";
}

interface Done {
  value: Value;
  steps: Set<string>;
  inputs: Map<string, Value>;
}

/** Evaluates `exercise` at parsed parameters `p`. Nothing is computed until a value is asked for. */
export function evaluate<P>(exercise: Exercise<P>, p: P, changes: Changes = {}): Evaluation {
  const byName = new Map(exercise.steps.map((step) => [step.name, step]));
  const done = new Map<string, Done>();
  const cones = new Map<string, string[]>();
  const plain = new Map<string, Readonly<Record<string, Value>>>();
  const paths = new Map<string, Step<P>[]>();
  let current: Done | undefined;

  const scope: Scope = new Proxy<Record<string, Value>>(
    {},
    { get: (_, name) => (typeof name === "string" && byName.has(name) ? use(name) : undefined) },
  );
  const params = watchParams(p, (key, leaf) => current?.inputs.set(key, leaf));

  function use(name: string): Value {
    const asking = current;
    const value = run(name).value;
    asking?.steps.add(name);
    asking?.inputs.set(name, value);
    return value;
  }

  function run(name: string): Done {
    const known = done.get(name);
    if (known) return known;
    const step = byName.get(name);
    if (!step) throw new BrokenExercise(`${exercise.id} has no step "${name}"`);
    const asking = current;
    const now: Done = { value: 0, steps: new Set(), inputs: new Map() };
    current = now;
    try {
      now.value = sound(exercise, step, changes.given?.[name] ?? apply(exercise, step, params, scope, changes), now);
    } finally {
      current = asking;
    }
    done.set(name, now);
    return now;
  }

  /** The steps that carry a change of `at` to `name`, in the order of the chain, without `at`. */
  function between(at: string, name: string): Step<P>[] {
    const known = paths.get(`${at} ${name}`);
    if (known) return known;
    const path = coneOf(name)
      .filter((step) => step !== at && !(changes.given && step in changes.given) && coneOf(step).includes(at))
      .flatMap((step) => byName.get(step) ?? []);
    paths.set(`${at} ${name}`, path);
    return path;
  }

  /** The values of the steps that `name` rests on, as a plain object: read some ten times faster than `scope`. */
  function valuesOf(name: string): Readonly<Record<string, Value>> {
    const known = plain.get(name);
    if (known) return known;
    const values = Object.fromEntries(coneOf(name).map((step) => [step, run(step).value]));
    plain.set(name, values);
    return values;
  }

  function coneOf(name: string): readonly string[] {
    const known = cones.get(name);
    if (known) return known;
    const reached = new Set<string>();
    const walk = (at: string) => {
      if (reached.has(at)) return;
      reached.add(at);
      run(at).steps.forEach(walk);
    };
    walk(name);
    const cone = exercise.steps.map((step) => step.name).filter((at) => reached.has(at));
    cones.set(name, cone);
    return cone;
  }

  return {
    value: (name) => run(name).value,
    uses: (name) => [...run(name).steps],
    inputs: (name) => [...run(name).inputs.values()],
    cone: coneOf,
    scope,
    moved(name, at, value) {
      const other: Record<string, Value> = { ...valuesOf(name), [at]: value };
      let result = value;
      for (const step of between(at, name)) {
        result = apply(exercise, step, p, other, changes);
        other[step.name] = result;
      }
      return entriesOf(result);
    },
  };
}

function apply<P>(exercise: Exercise<P>, step: Step<P>, p: P, s: Scope, { malrule }: Changes): Value {
  try {
    if (malrule?.step !== step.name) return step.value(p, s);
    const rule = step.malrules[malrule.id];
    if (!rule) throw new BrokenExercise(`step ${step.name} of ${exercise.id} has no malrule "${malrule.id}"`);
    const value = rule.value(p, s);
    if (value === undefined) throw new InertMalrule(`${malrule.id} does not apply`);
    return value;
  } catch (error) {
    if (error instanceof BrokenExercise || error instanceof InertMalrule) throw error;
    throw new BrokenExercise(`step ${step.name} of ${exercise.id} threw: ${String(error)}`, { cause: error });
  }
}

/** Hands on parameters while reporting which top-level keys are read, with their numbers. */
function watchParams<P>(p: P, report: (key: string, leaf: Value) => void): P {
  if (typeof p !== "object" || p === null) return p;
  return new Proxy(p, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof key === "string") report(`params.${key}`, leavesOf(value));
      return value;
    },
  });
}

function leavesOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leavesOf) : [];
}

/** The value with −0 as 0, and with what is only the noise of a cancellation as 0; refuses what is not finite. */
function sound<P>(exercise: Exercise<P>, step: Step<P>, value: Value, { inputs }: Done): Value {
  if (!isNumeric(value)) return value;
  if (entriesOf(value).some((x) => !Number.isFinite(x)))
    throw new BrokenExercise(`step ${step.name} of ${exercise.id} is not finite: ${JSON.stringify(value)}`);
  if (step.spec.kind === "integer" || step.spec.kind === "shape") return clean(value, 0);
  let largest = 0;
  for (const input of inputs.values()) for (const x of entriesOf(input)) largest = Math.max(largest, Math.abs(x));
  return clean(value, 64 * 2 ** -52 * largest);
}

function clean(value: Value, noise: number): Value {
  const zeroed = (x: number) => (Math.abs(x) < noise || x === 0 ? 0 : x);
  if (!isNumeric(value)) return value;
  if (typeof value === "number") return zeroed(value);
  return isMatrix(value) ? value.map((row) => row.map(zeroed)) : value.map(zeroed);
}
