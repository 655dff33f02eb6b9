/**
 * The rounding window: how far the reference can move when a learner rounds the intermediates as they go.
 * $w = \sum_i |t(x_i \pm \tfrac12 u_i) - t|$ over the entries $x_i$ of the intermediates, each moved alone by half a
 * unit $u_i$ of its last kept digit. Known inputs, and intermediates that need at most two digits more, do not move.
 */
import { fitsDigits } from "./decimal.ts";
import { type Changes, type Evaluation, evaluate } from "./evaluate.ts";
import type { Exercise } from "./exercise.ts";
import { entriesOf, ruleOf, type Value, withEntry } from "./kinds.ts";
import { memo } from "./memo.ts";
import { roundingOf, scaleEntry, workingDigits } from "./rule.ts";
import { stepOf } from "./step.ts";

/**
 * The window of a step, one number per entry of its value. All zeros for exact rules and for `within`.
 * @param changes evaluates under a malrule, or from values of the learner's own, which then count as exact.
 */
export function windowOf<P>(
  exercise: Exercise<P>,
  p: P,
  name: string,
  changes?: Changes,
  base?: Evaluation,
): readonly number[] {
  return changes
    ? measure(exercise, name, changes, base ?? evaluate(exercise, p, changes))
    : plainly(exercise, p, name);
}

const plainly = memo(<P>(exercise: Exercise<P>, p: P, name: string) =>
  measure(exercise, name, {}, evaluate(exercise, p)),
);

function measure<P>(exercise: Exercise<P>, name: string, changes: Changes, base: Evaluation): number[] {
  const spec = stepOf(exercise, name).spec;
  const rule = ruleOf(spec);
  const reference = entriesOf(base.value(name));
  const window = reference.map(() => 0);
  if ("exact" in rule || "within" in rule) return window;
  const keeps = workingDigits(spec);

  for (const [at, value] of intermediates(exercise, base, name, changes)) {
    const entries = entriesOf(value);
    for (let k = 0; k < entries.length; k++) {
      const x = entries[k]!;
      if (keeps !== undefined && fitsDigits(x, keeps + 2)) continue;
      const half = roundingOf(x, rule, keeps, scaleEntry(stepOf(exercise, at).spec, entries, k));
      const up = base.moved(name, at, withEntry(value, k, x + half));
      const down = base.moved(name, at, withEntry(value, k, x - half));
      for (let e = 0; e < window.length; e++) {
        const t = reference[e]!;
        window[e] = window[e]! + Math.max(distance(up[e], t), distance(down[e], t));
      }
    }
  }
  return window;
}

/** The numeric steps that a step rests on, without itself, integers, choices and values given by hand. */
function intermediates<P>(
  exercise: Exercise<P>,
  base: Evaluation,
  name: string,
  { given = {} }: Changes,
): [string, Value][] {
  return base
    .cone(name)
    .filter((at) => at !== name && !(at in given) && "rule" in stepOf(exercise, at).spec)
    .map((at) => [at, base.value(at)]);
}

/** How far a moved entry is from the reference; without bound where the move left the domain. */
const distance = (moved: number | undefined, t: number): number => {
  const d = Math.abs((moved ?? t) - t);
  return Number.isNaN(d) ? Number.POSITIVE_INFINITY : d;
};
