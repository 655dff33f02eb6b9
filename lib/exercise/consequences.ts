/** What each malrule leads to: its value at its own step, and through the graph at every asked step that rests on it. */
import { sameValue } from "./equal.ts";
import { type Changes, evaluate, InertMalrule } from "./evaluate.ts";
import type { Exercise } from "./exercise.ts";
import type { Value } from "./kinds.ts";
import { memo } from "./memo.ts";
import { stepOf } from "./step.ts";
import { windowOf } from "./window.ts";

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

/**
 * The active malrules of an asked step: those whose value differs from the reference. A malrule that does not apply
 * to this variant, or leads to the reference, is inert and left out.
 */
export function consequences<P>(exercise: Exercise<P>, p: P, asked: string, changes?: Changes): readonly Consequence[] {
  return changes ? collect(exercise, p, asked, changes) : plainly(exercise, p, asked);
}

const plainly = memo(<P>(exercise: Exercise<P>, p: P, asked: string) => collect(exercise, p, asked, {}));

function collect<P>(exercise: Exercise<P>, p: P, asked: string, changes: Changes): Consequence[] {
  const right = evaluate(exercise, p, changes);
  const reference = right.value(asked);
  const { spec } = stepOf(exercise, asked);
  const found: Consequence[] = [];
  for (const at of right.cone(asked)) {
    if (changes.given && at in changes.given) continue;
    const step = stepOf(exercise, at);
    for (const [id, { says }] of Object.entries(step.malrules)) {
      const changed: Changes = { ...changes, malrule: { step: at, id } };
      try {
        const wrong = evaluate(exercise, p, changed);
        const value = wrong.value(asked);
        if (sameValue(spec, value, reference)) continue;
        found.push({ at, id, says, value, window: windowOf(exercise, p, asked, changed, wrong) });
      } catch (error) {
        if (!(error instanceof InertMalrule)) throw error;
      }
    }
  }
  return found;
}
