/** How hard an item is: success of first tries. */
import type { ItemFact } from "./facts.ts";
import { meanOf } from "./moments.ts";
import { type Share, shareOf } from "./share.ts";
import { known, missing, type Statistic } from "./statistic.ts";

export interface Difficulty {
  /** Mean score of first tries, from 0 to 1: the item’s p value of classical test theory. */
  mean: number;
  /** First tries that are fully right. */
  right: Share;
  /** Students who got the item and made no counted try; they are not in the numbers above. */
  untried: number;
}

/**
 * $\bar x = \frac1n \sum_s x_s$ over the scores of first tries, and the share of them that are 1 with Wilson’s interval.
 * Source: Lord & Novick, Statistical Theories of Mental Test Scores (1968).
 * @param facts of one item, or of one variant
 */
export function difficultyOf(facts: readonly Pick<ItemFact, "firstScore">[]): Statistic<Difficulty> {
  const scores = facts.map(({ firstScore }) => firstScore).filter((score) => score !== null);
  if (scores.length === 0) return missing("nobody has tried it");
  const right = scores.filter((score) => score === 1).length;
  return known({
    mean: meanOf(scores),
    right: shareOf(right, scores.length),
    untried: facts.length - scores.length,
  });
}
