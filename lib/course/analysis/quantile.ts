/** Quantiles of a sample. */

export interface Quartiles {
  lower: number;
  median: number;
  upper: number;
}

/** The three quartiles. Throws RangeError for no values. */
export function quartilesOf(values: readonly number[]): Quartiles {
  const sorted = Float64Array.from(values).sort(); // by size, and several times as fast as a list
  return { lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75) };
}

/**
 * $x_{(1+h)}$ with $h = p(n-1)$, linear between order statistics: type 7, which spreadsheets, R and NumPy take too.
 * Source: Hyndman & Fan, The American Statistician 50 (1996).
 */
function quantile(sorted: Float64Array, p: number): number {
  const place = p * (sorted.length - 1);
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError("quartilesOf: there are no values");
  return below + (place - Math.floor(place)) * (above - below);
}
