/**
 * What makes a variant fit to be given out: its tolerance is not wider than it may be, and every malrule's answer is
 * told apart from the right one. A draw with a fault is drawn again.
 */

import { type Consequence, consequences } from "./consequences.ts";
import { roundDigits } from "./decimal.ts";
import { evaluate } from "./evaluate.ts";
import type { Exercise, Level } from "./exercise.ts";
import { axesOf, entriesOf, type KindSpec, ruleOf, type Value } from "./kinds.ts";
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
 * m is not t rounded to fewer digits. Values of different axes are apart; exact kinds only need m ≠ t.
 */
export function isSeparated(spec: KindSpec, value: Value, window: readonly number[], malrule: Consequence): boolean {
  if (typeof value === "string" || typeof malrule.value === "string") return value !== malrule.value;
  if (`${axesOf(value)}` !== `${axesOf(malrule.value)}`) return true;
  const [ts, ms] = [entriesOf(value), entriesOf(malrule.value)];
  const r = (entries: readonly number[], windows: readonly number[], k: number) =>
    radius(spec, entries, k, windows[k] ?? 0);
  const apart = ts.some((t, k) => {
    const m = ms[k] ?? 0;
    const unit = unitOf(spec, ts, k);
    return Math.abs(m - t) > r(ts, window, k) + r(ms, malrule.window, k) + unit + guard(t);
  });
  return apart && !isRoundedTo(spec, ts, ms, malrule.window);
}

/** Whether the malrule's value accepts the reference rounded to fewer digits than the rule asks for. */
function isRoundedTo(
  spec: KindSpec,
  ts: readonly number[],
  ms: readonly number[],
  windows: readonly number[],
): boolean {
  const rule = ruleOf(spec);
  if (!("digits" in rule)) return false;
  return Array.from({ length: rule.digits - 1 }, (_, i) => i + 1).some((n) =>
    ts.every((t, k) => Math.abs((ms[k] ?? 0) - roundDigits(t, n)) <= radius(spec, ms, k, windows[k] ?? 0) + guard(t)),
  );
}
