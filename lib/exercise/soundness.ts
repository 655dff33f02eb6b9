/**
 * What makes a variant fit to be given out: its tolerance is not wider than it may be, and every malrule's answer is
 * told apart from the right one. A draw with a fault is drawn again.
 */

import { arrangement, senseOf, widthOf } from "./arrangement.ts";
import { type Consequence, consequences } from "./consequences.ts";
import { roundDigits } from "./decimal.ts";
import { sameValue } from "./equal.ts";
import { evaluate } from "./evaluate.ts";
import type { Exercise, Level } from "./exercise.ts";
import { axesOf, entriesOf, isNumeric, type KindSpec, ruleOf, type Value } from "./kinds.ts";
import { type NormalForm, normalForm, normalisedBy, radiiOf, scaleOf } from "./normal-form.ts";
import { guard, radius, unitOf } from "./rule.ts";
import { stepOf } from "./step.ts";
import { windowOf } from "./window.ts";

/** The faults of drawn parameters, in words for the author; empty for a sound variant. */
export function faultsOf<P>(exercise: Exercise<P>, p: P, level: Level): string[] {
  const evaluation = evaluate(exercise, p);
  const active = new Set<string>();
  const faults = exercise.asks[level].flatMap((name) => {
    const spec = stepOf(exercise, name).spec;
    const value = evaluation.value(name);
    const window = windowOf(exercise, p, name);
    const wrong = consequences(exercise, p, name);
    for (const { at, id } of wrong) active.add(`${at}.${id}`);
    return [
      ...windowFaults(name, spec, value, window),
      ...wrong
        .filter((malrule) => !isSeparated(spec, value, window, malrule))
        .map(({ at, id }) => `${name}: the malrule ${at}.${id} is not told apart from the reference`),
    ];
  });
  if (active.size < 2) faults.push(`only ${active.size} malrule is active`);
  return faults;
}

function windowFaults(name: string, spec: KindSpec, value: Value, window: readonly number[]): string[] {
  const entries = entriesOf(value);
  const rule = ruleOf(spec);
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
  if (sense !== "set" && `${axesOf(value)}` !== `${axesOf(malrule.value)}`) return true;
  const [ts, ms] = [entriesOf(value), entriesOf(malrule.value)];
  const normalised = normalisedBy(spec);
  if (normalised)
    return areFormsApart(spec, normalForm(normalised, ts, window), normalForm(normalised, ms, malrule.window));
  const r = (entries: readonly number[], windows: readonly number[], k: number) =>
    radius(spec, entries, k, windows[k] ?? 0);
  const counts = { submitted: ms.length, reference: ts.length, width: widthOf(spec, value) };
  const isNear = (i: number, k: number) => {
    const [m, t] = [ms[i] ?? 0, ts[k] ?? 0];
    return Math.abs(m - t) <= r(ts, window, k) + r(ms, malrule.window, i) + unitOf(spec, ts, k) + guard(t);
  };
  const rule = ruleOf(spec);
  const fewer = "digits" in rule ? Array.from({ length: rule.digits - 1 }, (_, i) => i + 1) : [];
  const isRounded = (n: number) => (i: number, k: number) => {
    const t = ts[k] ?? 0;
    return Math.abs((ms[i] ?? 0) - roundDigits(t, n)) <= r(ms, malrule.window, i) + guard(t);
  };
  return [isNear, ...fewer.map(isRounded)].every((fits) => arrangement(sense, counts, fits) === undefined);
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
