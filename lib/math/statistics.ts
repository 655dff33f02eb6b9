/** Statistics of a data set: rows are examples, columns are features. Source: tutorial §1.2 and §3.5. */
import { type Matrix, shapeOf, transpose } from "./matrix.ts";
import { dot, mean, subtract, type Vector } from "./vector.ts";

/** What a variance divides by: "n" describes the data, "n-1" estimates without bias what they were drawn from. */
export type Divisor = "n" | "n-1";

/** $\bar x_j = \frac1n \sum_i X_{ij}$. Shape: $n \times d \to d$. Tested to 2 ulp. Source: tutorial §1.2, Example 6. */
export function columnMeans(x: Matrix): number[] {
  return transpose(x).map(mean);
}

/**
 * $X_{ij} - \bar x_j$. Shape: $n \times d \to n \times d$.
 *
 * Tested to 2 ulp of the column's largest deviation, also where the means are $10^9$ times the deviations. Source: Example 6.
 */
export function centred(x: Matrix): number[][] {
  const once = subtractMeans(x);
  return subtractMeans(once); // the means were rounded; what that left of them is taken out here
}

function subtractMeans(x: Matrix): number[][] {
  const means = columnMeans(x);
  return x.map((row) => subtract(row, means));
}

/**
 * $\Sigma = \frac1N (X - \bar x)^\top (X - \bar x)$ with N = n or n − 1. Shape: $n \times d \to d \times d$.
 *
 * NaN where the divisor is 0. Tested to 4 ulp of $\sqrt{\Sigma_{jj}\Sigma_{kk}}$, also where the means are $10^9$ times the
 * deviations. Source: tutorial §1.2, Example 6.
 */
export function covariance(x: Matrix, divisor: Divisor): number[][] {
  const [n] = shapeOf(x);
  const columns = transpose(centred(x));
  return columns.map((u) => columns.map((v) => dot(u, v) / (divisor === "n" ? n : n - 1)));
}

/** $\frac1N \sum_i (v_i - \bar v)^2$ with N = n or n − 1. Shape: $n$ to scalar. Tested to 4 ulp. */
export function variance(v: Vector, divisor: Divisor): number {
  return covariance(transpose([v]), divisor)[0]?.[0] ?? Number.NaN;
}

/**
 * $(X_{ij} - \bar x_j) / s_j$, with $s_j$ the standard deviation of column j. Shape: $n \times d \to n \times d$.
 *
 * A constant column has no scale and gives NaN. Tested to 4 ulp of the column's largest entry. Source: tutorial §1.2, Example 4.
 */
export function standardise(x: Matrix, divisor: Divisor): number[][] {
  const deviations = transpose(x).map((column) => Math.sqrt(variance(column, divisor)));
  return centred(x).map((row) => row.map((value, j) => value / deviations[j]!));
}

/**
 * $\frac1n \sum_i (\hat y_i - y_i)^2$. Shapes: $n, n$ to scalar. Throws RangeError where the lengths differ.
 * Tested to 2 ulp. Source: tutorial §3.5, Example 20.
 */
export function meanSquaredError(predicted: Vector, actual: Vector): number {
  const residuals = subtract(predicted, actual);
  return dot(residuals, residuals) / residuals.length;
}
