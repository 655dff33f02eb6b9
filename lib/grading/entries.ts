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

/** A window of at most 5 units of the last digit, as any variant's own is: wider ones would accept too much. */
export function boundedWindow(spec: KindSpec, value: Value, window: readonly number[]): number[] {
  const entries = entriesOf(value);
  return window.map((w, k) => Math.min(w, 5 * unitOf(spec, entries, k)));
}

export function sameAxes(a: Value, b: Value): boolean {
  const [m, n] = [axesOf(a), axesOf(b)];
  return m.length === n.length && m.every((size, i) => size === n[i]);
}

/** Entries ≥ 0 whose sum is within k half-units of 1, for k entries; never renormalised. */
export function isDistribution(spec: KindSpec, s: readonly number[], t: readonly number[]): boolean {
  const sum = s.reduce((total, x) => total + x, 0);
  const slack = t.reduce((total, _, k) => total + halfUnit(spec, t, k), 0);
  return s.every((x) => x >= 0) && Math.abs(sum - 1) <= slack + s.length * guard(1);
}

function halfUnit(spec: KindSpec, t: readonly number[], k: number): number {
  const unit = unitOf(spec, t, k);
  return unit > 0 ? unit / 2 : "within" in ruleOf(spec) ? radius(spec, t, k, 0) : 0;
}
