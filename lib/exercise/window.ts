/**
 * The rounding window: how far the reference can move when a learner rounds the intermediates as they go.
 * $w = \sum_i |t(x_i \pm \tfrac12 u_i) - t|$ over the entries $x_i$ of the intermediates, each moved alone by half a
 * unit $u_i$ of its last kept digit. Known inputs, and intermediates that need at most two digits more, do not move.
 */
import { fitsDigits } from "./decimal.ts";
import { indexOf, runOf } from "./evaluate.ts";
import type { Exercise } from "./exercise.ts";
import { entriesOf, type Rule, ruleOf, type Tolerance, type Value, withEntry } from "./kinds.ts";
import { roundingOf, scaleEntry, workingDigits } from "./rule.ts";
import type { Changes, Run } from "./run.ts";

/**
 * The window of a step, one number per entry of its value. All zeros for exact rules and for `within`.
 * @param changes evaluates under a malrule, or from values of the learner's own, which then count as exact.
 */
export const windowOf = <P>(exercise: Exercise<P>, p: P, name: string, changes?: Changes): readonly number[] =>
  windowIn(runOf(exercise, p, changes), indexOf(exercise, name));

/** The same, of an evaluation and by the index of the step. */
export function windowIn<P>(run: Run<P>, i: number): readonly number[] {
  const known = run.windows[i];
  if (known) return known;
  const window = measure(run, i);
  run.windows[i] = window;
  return window;
}

const hasWindow = (rule: Rule): rule is Tolerance => "digits" in rule || "decimals" in rule;

function measure<P>(run: Run<P>, i: number): number[] {
  const { spec } = run.step(i);
  const rule = ruleOf(spec);
  const { value } = run.done(i);
  const reference = entriesOf(value);
  const window = reference.map(() => 0);
  if (!hasWindow(rule)) return window;
  const keeps = workingDigits(spec);
  const cone = run.cone(i);
  for (let at = 0; at < i; at++)
    if ((cone >> at) & 1 && "rule" in run.step(at).spec && !run.isGiven(at)) {
      const moving = run.done(at).value;
      const entries = entriesOf(moving);
      for (let k = 0; k < entries.length; k++) {
        const x = entries[k]!;
        if (keeps !== undefined && fitsDigits(x, keeps + 2)) continue;
        const half = roundingOf(x, rule, keeps, scaleEntry(run.step(at).spec, entries, k));
        if (half === 0) continue;
        const up = run.moved(i, at, withEntry(moving, k, x + half));
        const down = run.moved(i, at, withEntry(moving, k, x - half));
        widen(window, reference, up, down);
      }
    }
  return window;
}

/** Adds to each entry of the window the farther of two moves. */
function widen(window: number[], reference: readonly number[], up: Value, down: Value): void {
  if (typeof up === "number" && typeof down === "number") {
    const t = reference[0] ?? 0;
    window[0] = (window[0] ?? 0) + Math.max(distance(up, t), distance(down, t));
    return;
  }
  const [ups, downs] = [entriesOf(up), entriesOf(down)];
  for (let e = 0; e < window.length; e++) {
    const t = reference[e]!;
    window[e] = window[e]! + Math.max(distance(ups[e], t), distance(downs[e], t));
  }
}

/** How far a moved entry is from the reference; without bound where the move left the domain. */
function distance(moved: number | undefined, t: number): number {
  const d = Math.abs((moved ?? t) - t);
  return Number.isNaN(d) ? Number.POSITIVE_INFINITY : d;
}
