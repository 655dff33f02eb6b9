import { differenceOver } from "./error-free.ts";
import { argmax, sum, type Vector } from "./vector.ts";

/**
 * $e_i = \exp((z_i - z_{top}) / T)$, where $z_{top}$ is the largest logit: what softmax and log-sum-exp are made of.
 *
 * Every $e_i$ lies in [0, 1], so nothing overflows for any finite logits, and the rounding error of each difference is
 * put back, so that also the tiny ones are good to the last digits. `others` is $\sum_{i \ne top} e_i$: the sum of all is
 * $1 + others$, and keeping the two apart is what keeps $\log(1 + others)$ and $1 - p_{top}$ accurate.
 *
 * Domain: $T > 0$ (otherwise NaN); a logit may be $-\infty$. Throws RangeError for no logits.
 */
export function shiftedExponentials(
  z: Vector,
  temperature: number,
): { readonly top: number; readonly exponentials: number[]; readonly others: number } {
  const top = argmax(z);
  const exponentials = z.map((zi, i) => {
    if (!(temperature > 0)) return Number.NaN;
    if (i === top) return Math.abs(zi) === Number.POSITIVE_INFINITY ? Number.NaN : 1;
    const { value, error } = differenceOver(zi, z[top]!, temperature);
    return value < -746 ? 0 : Math.exp(value) * (1 + error); // below half the smallest number, and error may be huge
  });
  return { top, exponentials, others: sum(exponentials.filter((_, i) => i !== top)) };
}
