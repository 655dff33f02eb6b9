/** Means and covariances of scores: plain sums, since scores from 0 to 1 lose nothing that matters, and there are many. */

/** $\bar x$; NaN for no values. */
export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** $\frac{1}{n-1} \sum_s (u_s - \bar u)(v_s - \bar v)$; of a list with itself its variance. Domain: as long, $n \ge 2$. */
export function sampleCovariance(u: readonly number[], v: readonly number[]): number {
  const [uMean, vMean] = [meanOf(u), meanOf(v)];
  let sum = 0;
  for (let i = 0; i < u.length; i++) sum += (u[i]! - uMean) * (v[i]! - vMean);
  return sum / (u.length - 1);
}

/** Whether all are the same, but for the rounding of sums. */
export const isConstant = (values: readonly number[]): boolean => {
  const first = values[0] ?? 0;
  return values.every((value) => Math.abs(value - first) < 1e-9);
};
