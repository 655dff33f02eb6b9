/** Which of the scores of a category to drop. Exact: all numbers are integers. */

export interface Score {
  points: bigint;
  /** Positive. */
  possible: bigint;
}

/**
 * The places of the n scores without which the rest has the highest percentage $\sum p_i / \sum q_i$. Where points
 * possible differ these are not always the n lowest percentages: of 1/4, 30/100 and 20/20, dropping 25 % leaves 41.7 %,
 * dropping 30 % leaves 87.5 %. Of several answers, the one that drops earlier scores. At least one score is kept.
 *
 * Dinkelbach’s method (Management Science 13, 1967): for a ratio λ the best set keeps the largest $p_i - \lambda q_i$;
 * its own ratio is at least λ, and once it is λ no set has a higher one. It ends, for there are finitely many ratios.
 */
export function droppedOf(scores: readonly Score[], n: number): ReadonlySet<number> {
  const drops = Math.min(n, scores.length - 1);
  if (drops <= 0) return new Set();
  let ratio = total(scores);
  for (;;) {
    const dropped = lowest(scores, ratio, drops);
    const next = total(scores.filter((_, i) => !dropped.has(i)));
    // Never below: the set is the best for the ratio of some set, or of them all.
    if (next.points * ratio.possible === ratio.points * next.possible) return dropped;
    ratio = next;
  }
}

const total = (scores: readonly Score[]): Score =>
  scores.reduce((sum, { points, possible }) => ({ points: sum.points + points, possible: sum.possible + possible }), {
    points: 0n,
    possible: 0n,
  });

/** The n places where $p_i - \lambda q_i$ is lowest; of equal ones the earlier. */
function lowest(scores: readonly Score[], ratio: Score, n: number): Set<number> {
  const gains = scores.map(({ points, possible }, i) => ({
    i,
    gain: points * ratio.possible - possible * ratio.points,
  }));
  gains.sort((a, b) => (a.gain < b.gain ? -1 : a.gain > b.gain ? 1 : a.i - b.i));
  return new Set(gains.slice(0, n).map(({ i }) => i));
}
