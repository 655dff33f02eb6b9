/** The difference of two shares, of different people. */
import { wilson } from "./share.ts";
import type { Interval } from "./statistic.ts";

/** x of n; fractions are allowed, to look at samples of another size. */
export interface Count {
  x: number;
  n: number;
}

/**
 * Newcombe’s hybrid score interval of $p_1 - p_2$: with Wilson’s intervals $(l_i, u_i)$ and $d = \hat p_1 - \hat p_2$, from
 * $d - \sqrt{(\hat p_1 - l_1)^2 + (u_2 - \hat p_2)^2}$ to $d + \sqrt{(u_1 - \hat p_1)^2 + (\hat p_2 - l_2)^2}$.
 * Domain: $z > 0$, $0 \le x_i \le n_i$, $n_i > 0$. Source: Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
 */
export function newcombe(first: Count, second: Count, z: number): Interval {
  const [p, q] = [first.x / first.n, second.x / second.n];
  const [one, two] = [wilson(first.x, first.n, z), wilson(second.x, second.n, z)];
  return {
    low: p - q - Math.hypot(p - one.low, two.high - q),
    high: p - q + Math.hypot(one.high - p, q - two.low),
  };
}
