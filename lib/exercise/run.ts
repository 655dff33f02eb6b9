/**
 * One evaluation of an exercise's graph. What a malrule or a learner's own value leads to is derived from the plain
 * evaluation: only steps that rest on the change are computed again.
 */
import type { Exercise, Scope, Step } from "./exercise.ts";
import { graphOf, scopeReading } from "./graph.ts";
import type { KindSpec, Value } from "./kinds.ts";
import { clean, largestOf, withoutNoise } from "./noise.ts";
import { Watched } from "./watched.ts";

/** What is different from the plain evaluation: values put in by hand, or one step's rule replaced by a malrule. */
export interface Changes {
  given?: Readonly<Record<string, Value>>;
  malrule?: { step: string; id: string };
}

/** An exercise that threw or computed nonsense: the author's mistake, never the learner's. */
export class BrokenExercise extends Error {
  override name = "BrokenExercise";
}

/** A malrule that says nothing about this variant; caught where malrules are collected. */
export class InertMalrule extends Error {
  override name = "InertMalrule";
}

/** Thrown so often while a variant is drawn that the trace of the stack, which nobody reads, would cost the most. */
const inert = new InertMalrule("the malrule does not apply");

/** One malrule's value at an asked step. */
export interface Consequence {
  /** The step whose rule was replaced; the asked step itself or one it rests on. */
  at: string;
  id: string;
  says: string;
  value: Value;
  /** The rounding window around that value, one number per entry. */
  window: readonly number[];
}

/** An evaluated step: what it read (steps by index, parameters by key, in the order of first use) and what it gave. */
interface Done {
  value: Value;
  reads: readonly (number | string)[];
  /** The largest absolute entry of the value. */
  largest: number;
}

/** What is shared by an evaluation and all that are derived from it. */
interface Family<P> {
  params: Watched<P>;
  /** What the step that is being evaluated has read so far. */
  reads: (number | string)[] | undefined;
}

function familyOf<P>(p: P): Family<P> {
  const family: Family<P> = { params: new Watched(p, (key) => note(family, key)), reads: undefined };
  return family;
}

function note<P>({ reads }: Family<P>, read: number | string): void {
  if (reads && !reads.includes(read)) reads.push(read);
}

export class Run<P> {
  readonly exercise: Exercise<P>;
  readonly changes: Changes;
  /** The rounding windows of steps and the consequences of malrules at them, once they have been measured. */
  readonly windows: (readonly number[] | undefined)[] = [];
  readonly consequences: (readonly Consequence[] | undefined)[] = [];
  readonly #family: Family<P>;
  readonly #done: (Done | undefined)[];
  /** By step, a bit for every step that it rests on, itself among them. */
  readonly #cones: (number | undefined)[] = [];
  #scope: Scope | undefined;
  #malruled: Map<string, Run<P>> | undefined;
  /** The values that a move sees, by step; only steps of `#sees` are there. */
  #moved: Value[] = [];
  #sees = 0;
  #movable: Scope | undefined;

  constructor(exercise: Exercise<P>, p: P, changes: Changes = {}, from?: Run<P>) {
    this.exercise = exercise;
    this.changes = changes;
    this.#family = from ? from.#family : familyOf(p);
    this.#done = [];
    if (from) this.#keep(from);
  }

  /** Takes over what was evaluated, without the steps that are changed and those that rest on them. */
  #keep(from: Run<P>): void {
    const changed = this.#changedSteps();
    for (let i = 0; i < from.#done.length; i++) {
      const was = from.#done[i];
      if (!was || from.cone(i) & changed) continue;
      this.#done[i] = was;
      this.#cones[i] = from.cone(i);
    }
  }

  /** A bit for every step that is given, or whose rule is a malrule. */
  #changedSteps(): number {
    const { index } = graphOf(this.exercise);
    const { given, malrule } = this.changes;
    const bit = (name: string) => (index.has(name) ? 1 << (index.get(name) ?? 0) : 0);
    let changed = malrule ? bit(malrule.step) : 0;
    for (const name in given) changed |= bit(name);
    return changed;
  }

  /** Every step by name, evaluated when read. */
  get scope(): Scope {
    this.#scope ??= scopeReading(graphOf(this.exercise).prototype, (i) => {
      note(this.#family, i);
      return this.done(i).value;
    });
    return this.#scope;
  }

  /** The same with changes. That of one malrule alone is remembered. */
  derived(changes: Changes): Run<P> {
    const { given, malrule } = changes;
    const { plain } = this.#family.params;
    if (given || !malrule) return new Run(this.exercise, plain, changes, this);
    const key = `${malrule.step} ${malrule.id}`;
    this.#malruled ??= new Map();
    const run = this.#malruled.get(key) ?? new Run(this.exercise, plain, changes, this);
    this.#malruled.set(key, run);
    return run;
  }

  /** The step of that index, evaluated. Throws a BrokenExercise if it throws or gives a number that is not finite. */
  done(i: number): Done {
    const known = this.#done[i];
    if (known) return known;
    const step = this.step(i);
    const asking = this.#family.reads;
    const reads: (number | string)[] = [];
    this.#family.reads = reads;
    try {
      const raw = this.changes.given?.[step.name] ?? this.#apply(step, this.#family.params.watched, this.scope);
      const done = this.#sound(step, raw, reads);
      this.#done[i] = done;
      return done;
    } finally {
      this.#family.reads = asking;
    }
  }

  step(i: number): Step<P> {
    const step = this.exercise.steps[i];
    if (!step) throw new RangeError(`${this.exercise.id} has no step ${i}`);
    return step;
  }

  /** The numbers of a parameter that a step read. */
  leaves(key: string): readonly number[] {
    return this.#family.params.leaves(key);
  }

  /** A bit for every step that the step i rests on, itself among them. */
  cone(i: number): number {
    const known = this.#cones[i];
    if (known !== undefined) return known;
    let cone = 1 << i;
    for (const read of this.done(i).reads) if (typeof read === "number") cone |= this.cone(read);
    this.#cones[i] = cone;
    return cone;
  }

  isGiven(i: number): boolean {
    return this.changes.given !== undefined && this.step(i).name in this.changes.given;
  }

  /** The value of the step `to` if the step `from` had another: only what lies between is computed again. */
  moved(to: number, from: number, value: Value): Value {
    const cone = this.cone(to);
    const values = this.#see(cone);
    let result = value;
    try {
      values[from] = value;
      for (let i = from + 1; i <= to; i++)
        if ((cone >> i) & 1 && (this.cone(i) >> from) & 1 && !this.isGiven(i)) {
          result = this.#apply(this.step(i), this.#family.params.plain, this.#movableScope());
          values[i] = result;
        }
      return result;
    } finally {
      for (let i = from; i <= to; i++) if ((cone >> i) & 1) values[i] = this.done(i).value;
    }
  }

  /** Lets a move see the steps of a cone, and nothing else: a branch that needs more gives what is not a number. */
  #see(cone: number): Value[] {
    const values = this.#moved;
    if (cone !== this.#sees)
      for (let i = 0; i < this.exercise.steps.length; i++) if ((cone >> i) & 1) values[i] = this.done(i).value;
    this.#sees = cone;
    return values;
  }

  #movableScope(): Scope {
    this.#movable ??= scopeReading(graphOf(this.exercise).prototype, (i) =>
      (this.#sees >> i) & 1 ? (this.#moved[i] ?? Number.NaN) : Number.NaN,
    );
    return this.#movable;
  }

  #apply(step: Step<P>, p: P, s: Scope): Value {
    const { malrule } = this.changes;
    try {
      if (malrule?.step !== step.name) return step.value(p, s);
      const rule = step.malrules[malrule.id];
      if (!rule) throw new BrokenExercise(`step ${step.name} of ${this.exercise.id} has no malrule "${malrule.id}"`);
      const value = rule.value(p, s);
      if (value === undefined) throw inert;
      return value;
    } catch (error) {
      if (error instanceof BrokenExercise || error instanceof InertMalrule) throw error;
      throw new BrokenExercise(`step ${step.name} of ${this.exercise.id} threw: ${String(error)}`, { cause: error });
    }
  }

  /** The value with −0 as 0, and with what is only the noise of a cancellation as 0; refuses what is not finite. */
  #sound({ name, spec }: Step<P>, value: Value, reads: Done["reads"]): Done {
    const largest = largestOf(value);
    if (!Number.isFinite(largest))
      throw new BrokenExercise(`step ${name} of ${this.exercise.id} is not finite: ${JSON.stringify(value)}`);
    let from = 0;
    if (spec.kind !== "integer" && spec.kind !== "shape")
      for (const read of reads) from = Math.max(from, this.#largestRead(read));
    const noise = 64 * 2 ** -52 * from;
    const cleaned = clean(value, noise);
    return { value: isComparedExactly(spec) ? withoutNoise(cleaned, noise) : cleaned, reads, largest };
  }

  #largestRead(read: number | string): number {
    return typeof read === "number" ? (this.#done[read]?.largest ?? 0) : this.#family.params.largest(read);
  }
}

const isComparedExactly = (spec: KindSpec): boolean => "rule" in spec && "exact" in spec.rule;
