/**
 * What makes a variant fit to be given out: its tolerance is not wider than it may be, and every malrule's answer is
 * told apart from the right one. A draw with a fault is drawn again.
 */

import { arrangement, senseOf, widthOf } from "./arrangement.ts";
import { consequencesIn } from "./consequences.ts";
import { roundDigits, unitOfDigit } from "./decimal.ts";
import { sameValue } from "./equal.ts";
import { indexOf, runOf } from "./evaluate.ts";
import type { Exercise, Level } from "./exercise.ts";
import { entriesOf, haveSameAxes, isNumeric, type KindSpec, ruleOf, type Value } from "./kinds.ts";
import { type NormalForm, normalForm, normalisedBy, radiiOf, scaleOf } from "./normal-form.ts";
import { guard, radius, unitOf } from "./rule.ts";
import type { Consequence } from "./run.ts";
import { windowIn } from "./window.ts";

/** The faults of drawn parameters, in words for the author; empty for a sound variant. */
export function faultsOf<P>(exercise: Exercise<P>, p: P, level: Level): string[] {
  const run = runOf(exercise, p);
  const active = new Set<string>();
  const faults: string[] = [];
  for (const name of exercise.asks[level]) {
    const i = indexOf(exercise, name);
    const { spec } = run.step(i);
    const { value } = run.done(i);
    const window = windowIn(run, i);
    faults.push(...windowFaults(name, spec, value, window));
    for (const malrule of consequencesIn(run, i)) {
      active.add(`${malrule.at}.${malrule.id}`);
      if (!isSeparated(spec, value, window, malrule))
        faults.push(`${name}: the malrule ${malrule.at}.${malrule.id} is not told apart from the reference`);
    }
  }
  if (active.size < 2) faults.push(`only ${active.size} malrule is active`);
  return faults;
}

function windowFaults(name: string, spec: KindSpec, value: Value, window: readonly number[]): string[] {
  const entries = entriesOf(value);
  const rule = ruleOf(spec);
  if (!("digits" in rule) && !("decimals" in rule)) return [];
  return entries.flatMap((t, k) => {
    const unit = unitOf(spec, entries, k);
    const wide = unit > 0 && (window[k] ?? 0) > 5 * unit;
    const lost = "decimals" in rule && t !== 0 && Math.abs(t) < unit;
    return [
      ...(wide ? [`${name}: the rounding window is wider than 5 units`] : []),
      ...(lost ? [`${name}: smaller than one decimal unit`] : []),
    ];
  });
}

/**
 * Whether a malrule's value m cannot be taken for the reference t: |m − t| > r(t) + r(m) + 1 unit in some entry, and
 * m is not t rounded to fewer digits. Where order or length do not count, no arrangement and no scaling of m may be
 * taken for t either. Values of different axes are apart; exact kinds only need m ≠ t.
 */
export function isSeparated(spec: KindSpec, value: Value, window: readonly number[], malrule: Consequence): boolean {
  if (!isNumeric(value) || !isNumeric(malrule.value)) return !sameValue(spec, value, malrule.value);
  const sense = senseOf(spec);
  if (sense !== "set" && !haveSameAxes(value, malrule.value)) return true;
  const [ts, ms] = [entriesOf(value), entriesOf(malrule.value)];
  const normalised = normalisedBy(spec);
  if (normalised)
    return areFormsApart(spec, normalForm(normalised, ts, window), normalForm(normalised, ms, malrule.window));
  const radiiOfMalrule = ms.map((_, i) => radius(spec, ms, i, malrule.window[i] ?? 0));
  const counts = { submitted: ms.length, reference: ts.length, width: widthOf(spec, value) };
  const isNear = (i: number, k: number) => {
    const t = ts[k]!;
    const reach = radius(spec, ts, k, window[k] ?? 0) + unitOf(spec, ts, k) + guard(t);
    return Math.abs(ms[i]! - t) <= reach + radiiOfMalrule[i]!;
  };
  if (arrangement(sense, counts, isNear)) return false;
  const rule = ruleOf(spec);
  for (let n = 1; "digits" in rule && n < rule.digits; n++) {
    const isRounded = (i: number, k: number) => isNearRounded(ms[i]!, ts[k]!, n, radiiOfMalrule[i]!);
    if (arrangement(sense, counts, isRounded)) return false;
  }
  return true;
}

/** Whether m may be t rounded to n digits. What is farther off than half a unit of that digit need not be rounded to tell. */
function isNearRounded(m: number, t: number, n: number, reach: number): boolean {
  if (t !== 0 && Math.abs(m - t) > unitOfDigit(t, n) + 2 * reach) return false;
  return Math.abs(m - roundDigits(t, n)) <= reach + guard(t);
}

/** The zero vector has no direction, and is never taken for one that has. */
function areFormsApart(spec: KindSpec, t: NormalForm | undefined, m: NormalForm | undefined): boolean {
  if (!t || !m) return true;
  const [own, other] = [radiiOf(spec, t), radiiOf(spec, m)];
  const unit = unitOf(spec, [scaleOf(t)], 0);
  return t.entries.some((x, k) => {
    const distance = Math.abs(x - (m.entries[k] ?? 0));
    return distance > (own[k] ?? 0) + (other[k] ?? 0) + unit + t.noise + m.noise;
  });
}
