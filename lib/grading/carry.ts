/** Carried forward: what a step would be from the learner's own values of the steps before it. */
import { powerOfTen } from "#lib/exercise/decimal.ts";
import { stepEffort } from "#lib/exercise/effort.ts";
import { domainOf, isFormula, partsOf } from "#lib/exercise/equal.ts";
import { type Evaluation, evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";
import { entriesOf, isNumeric, type KindSpec, ruleOf, type Value, withEntry } from "#lib/exercise/kinds.ts";
import { BrokenExercise, type Changes } from "#lib/exercise/run.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { isOfLikeSize } from "#lib/expression/magnitude.ts";
import { boundedWindow, sameAxes } from "./entries.ts";
import type { Written } from "./reading.ts";
import type { StepReceipt } from "./receipt.ts";

/** An earlier part of the same submission that later ones may build on. */
export interface Earlier {
  step: string;
  value: Value;
  written: readonly Written[];
  reference: Value;
  verdict: StepReceipt["verdict"];
  /** Whether a wrong value is one that has a name: a malrule's, or a near miss. */
  isNamed: boolean;
}

export interface Carried {
  value: Value;
  window: readonly number[];
  given: NonNullable<Changes["given"]>;
  /** The steps whose submitted values were used. */
  from: readonly string[];
}

/** The least share of the reference's effort that every step has with the learner's own values: z = 0 buys nothing. */
const leastEffort = 0.75;

/**
 * The step's value from the learner's earlier ones, where credit for it is due: each earlier value is right, carried
 * or known by name, or has the right shape and lies within a factor of 10; and no step on the way becomes much easier.
 *
 * There may be two: from all earlier values as they were typed, and from the mistaken ones alone, for a learner who
 * typed a rounded value and went on with the unrounded one.
 */
export function carry<P>(
  exercise: Exercise<P>,
  p: P,
  right: Evaluation,
  name: string,
  earlier: readonly Earlier[],
): Carried[] {
  const cone = right.cone(name);
  const usable = earlier.filter(
    (part) => part.step !== name && cone.includes(part.step) && isPlausible(stepOf(exercise, part.step).spec, part),
  );
  const origins = usable.filter(({ verdict }) => verdict === "wrong" || verdict === "imprecise");
  const choices = origins.length < usable.length ? [usable, origins] : [usable];
  return choices.flatMap((parts) => carryFrom(exercise, p, right, name, parts) ?? []);
}

function carryFrom<P>(
  exercise: Exercise<P>,
  p: P,
  right: Evaluation,
  name: string,
  parts: readonly Earlier[],
): Carried | undefined {
  const given = Object.fromEntries(parts.map((part) => [part.step, part.value]));
  try {
    const own = evaluate(exercise, p, { given });
    const value = own.value(name);
    const used = parts.filter(({ step }) => own.cone(name).includes(step));
    if (used.length === 0 || !isWorthIt(own, right, name, given)) return undefined;
    const { spec } = stepOf(exercise, name);
    const window = [...windowOf(exercise, p, name, { given })];
    for (const part of used) widen(window, own, name, value, stepOf(exercise, part.step).spec, part);
    return { value, window: boundedWindow(spec, value, window), given, from: used.map(({ step }) => step) };
  } catch (error) {
    if (error instanceof BrokenExercise) return undefined;
    throw error;
  }
}

/** Adds to the window what half a unit of the last typed digit does, where the value was typed with all digits asked for. */
function widen(
  window: number[],
  own: Evaluation,
  name: string,
  value: Value,
  spec: KindSpec,
  { step, value: typed, written }: Earlier,
): void {
  const rule = ruleOf(spec);
  const before = entriesOf(value);
  for (const [k, x] of entriesOf(typed).entries()) {
    const how = written[k];
    if (how === undefined || how === "formula" || !("digits" in rule) || how.digits < rule.digits) continue;
    const half = powerOfTen(how.place) / 2;
    const after = own.moved(name, step, withEntry(typed, k, x + half));
    for (const [e, t] of before.entries()) window[e] = (window[e] ?? 0) + Math.abs((after[e] ?? t) - t);
  }
}

const isPlausible = (spec: KindSpec, part: Earlier): boolean =>
  part.verdict !== "wrong" || part.isNamed || isNear(spec, part.value, part.reference);

/** Right shape, and every entry within a factor of 10; where the reference is zero, within 10 times the largest entry. */
function isNear(spec: KindSpec, value: Value, reference: Value): boolean {
  if (!sameAxes(value, reference)) return false;
  if (!isNumeric(value) || !isNumeric(reference)) return isNearFormula(spec, value, reference);
  const t = entriesOf(reference);
  const largest = Math.max(...t.map(Math.abs), 0);
  return entriesOf(value).every((s, k) => {
    const tk = Math.abs(t[k]!);
    return Math.abs(s) <= 10 * (tk || largest) && Math.abs(s) >= tk / 10;
  });
}

/** Formulas in the same variables, within a factor of 10 at most points; options and names are never near. */
function isNearFormula(spec: KindSpec, value: Value, reference: Value): boolean {
  const t = partsOf(reference);
  return partsOf(value).every((part, k) => {
    const other = t[k];
    return isFormula(part) && isFormula(other) && isOfLikeSize(part, other, domainOf(spec));
  });
}

/** Every step that is computed anew takes at least three quarters of the effort it takes in the reference. */
function isWorthIt(own: Evaluation, right: Evaluation, name: string, given: Carried["given"]): boolean {
  return own
    .cone(name)
    .filter((step) => !(step in given))
    .every((step) => stepEffort(own, step) >= leastEffort * stepEffort(right, step));
}
