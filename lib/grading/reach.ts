/** What other tolerances would let through: how often, over sample variants, a known mistake counts as right. */
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { lostBelowDecimals, reachedBy } from "./replay.ts";
import { type Rules, withRules } from "./with-rules.ts";

/** A mistake that a tolerance accepts with the right answer. */
export interface Reach {
  /** The asked step. */
  step: string;
  /** What a learner who makes it is told. May contain $TeX$. */
  says: string;
  /** In how many of the samples. */
  count: number;
}

export interface Reaches {
  samples: number;
  mistakes: Reach[];
  /** Steps of which so few decimals keep no digit, so that 0 would be right. */
  lost: { step: string; count: number }[];
}

/**
 * Draws `samples` variants as the exercise itself would, and judges them by the rules. The same samples each time, none
 * of which is ever given to anybody.
 */
export function reachesOf<P>(exercise: Exercise<P>, level: Level, rules: Rules, samples = 40): Reaches {
  const ruled = withRules(exercise, rules);
  const mistakes = new Map<string, Reach>();
  const lost = new Map<string, number>();
  for (let i = 1; i <= samples; i++) {
    const { params } = drawVariant(exercise, level, `sample ${i}`);
    const step = lostBelowDecimals(ruled, params, level);
    if (step !== undefined) lost.set(step, (lost.get(step) ?? 0) + 1);
    for (const { step: asked, at, id } of reachedBy(ruled, params, level)) {
      const says = exercise.steps.find(({ name }) => name === at)?.malrules[id]?.says ?? id;
      const key = `${asked} ${says}`;
      const { count } = mistakes.get(key) ?? { count: 0 };
      mistakes.set(key, { step: asked, says, count: count + 1 });
    }
  }
  return {
    samples,
    mistakes: [...mistakes.values()].toSorted((a, b) => b.count - a.count),
    lost: [...lost].map(([step, count]) => ({ step, count })),
  };
}
