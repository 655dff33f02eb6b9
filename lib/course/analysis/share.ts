/** A share of people, and how well so many of them tell it. */
import { normalQuantile } from "#lib/math/normal.ts";
import type { Interval } from "./statistic.ts";

export interface Share {
  count: number;
  of: number;
  /** $\hat p$, from 0 to 1; null of nobody. */
  share: number | null;
  /** Wilson’s, at 95 %; of nobody, from 0 to 1. */
  interval: Interval;
}

/** Counts of different people, since an interval takes them as independent. Domain: whole numbers, $0 \le count \le of$. */
export function shareOf(count: number, of: number): Share {
  return { count, of, share: of === 0 ? null : count / of, interval: wilson(count, of, z95) };
}

/** What a standard normal variable stays within, in both directions, with a probability of 95 % and of 90 %. */
export const z95 = normalQuantile(0.975);
export const z90 = normalQuantile(0.95);

/**
 * Wilson’s score interval: the p with $|\hat p - p| \le z \sqrt{p(1-p)/n}$, that is
 * $\frac{\hat p + z^2/2n \pm z \sqrt{\hat p(1-\hat p)/n + z^2/4n^2}}{1 + z^2/n}$.
 * Domain: $z > 0$, $0 \le x \le n$, fractions allowed; for n = 0 it is everything. Source: Wilson, JASA 22 (1927).
 */
export function wilson(x: number, n: number, z: number): Interval {
  if (n === 0) return { low: 0, high: 1 };
  const middle = x + z ** 2 / 2;
  const half = z * Math.sqrt((x * (n - x)) / n + z ** 2 / 4);
  // Nobody is exactly 0 and everybody exactly 1; between them rounding does no harm.
  return { low: x === 0 ? 0 : (middle - half) / (n + z ** 2), high: x === n ? 1 : (middle + half) / (n + z ** 2) };
}
