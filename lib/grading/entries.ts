/** Comparing numbers entry by entry, under the rule and the rounding window of a step. */
import { axesOf, entriesOf, type KindSpec, ruleOf, type Value } from "#lib/exercise/kinds.ts";
import { guard, radius, unitOf } from "#lib/exercise/rule.ts";

/** Whether |s − t| ≤ r at entry k, with the guard. NaN equals nothing. */
export function entryIsRight(
  spec: KindSpec,
  s: number,
  reference: readonly number[],
  k: number,
  window: readonly number[],
): boolean {
  const t = reference[k] ?? Number.NaN;
  return Math.abs(s - t) <= radius(spec, reference, k, window[k] ?? 0) + guard(t) + guard(s) / 2;
}

/** Whether both have the same axes and every entry is right; a distribution's sum must fit too. */
export function allRight(spec: KindSpec, submitted: Value, reference: Value, window: readonly number[]): boolean {
  if (typeof submitted === "string" || typeof reference === "string") return submitted === reference;
  if (!sameAxes(submitted, reference)) return false;
  const [s, t] = [entriesOf(submitted), entriesOf(reference)];
  return s.every((x, k) => entryIsRight(spec, x, t, k, window)) && isDistribution(spec, s, t);
}

/**
 * Whether a value is that of a malrule: entry by entry, without what the right answer must be besides (probabilities
 * that were never normalised do not add up to 1), and with a window of at most 5 units.
 */
export function isValueOf(spec: KindSpec, submitted: Value, wrong: Value, window: readonly number[]): boolean {
  const entrywise = "equality" in spec ? { ...spec, equality: "entries" as const } : spec;
  return allRight(entrywise, submitted, wrong, boundedWindow(spec, wrong, window));
}

/** A window of at most 5 units of the last digit, as any variant's own is: wider ones would accept too much. */
export function boundedWindow(spec: KindSpec, value: Value, window: readonly number[]): number[] {
  const entries = entriesOf(value);
  return window.map((w, k) => Math.min(w, 5 * unitOf(spec, entries, k)));
}

export const sameAxes = (a: Value, b: Value): boolean => `${axesOf(a)}` === `${axesOf(b)}`;

/** Entries ≥ 0 whose sum is within k half-units of 1, for k entries; never renormalised. Holds where none is asked. */
function isDistribution(spec: KindSpec, s: readonly number[], t: readonly number[]): boolean {
  if (!("equality" in spec) || spec.equality !== "distribution") return true;
  const sum = s.reduce((total, x) => total + x, 0);
  const slack = t.reduce((total, _, k) => total + halfUnit(spec, t, k), 0);
  return s.every((x) => x >= 0) && Math.abs(sum - 1) <= slack + s.length * guard(1);
}

function halfUnit(spec: KindSpec, t: readonly number[], k: number): number {
  const unit = unitOf(spec, t, k);
  return unit > 0 ? unit / 2 : "within" in ruleOf(spec) ? radius(spec, t, k, 0) : 0;
}
