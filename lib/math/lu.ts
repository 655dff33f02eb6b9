import { type Matrix, shapeOf } from "./matrix.ts";
import { argmax, norm, oneHot, type Vector } from "./vector.ts";

/** Solves $Ax = b$ for the A that it was made of, by the factors $PRAC = LU$. */
type Solver = (b: Vector) => number[];

/**
 * LU decomposition of a square matrix with partial pivoting, as a function that solves with it; or "singular".
 *
 * Rows and columns are first brought to size 1 by powers of two, which is exact. Then $1/\lVert A^{-1} \rVert$ is the distance
 * from A to the nearest singular matrix (Kahan), and A counts as singular where that is at most $8n \cdot 2^{-52}$: rounding the
 * entries of A, and eliminating, moves it as far, so it cannot be told from a singular one. [[0.1, 0.2], [0.3, 0.6]] is
 * meant as singular, though the determinant of its rounded entries is not 0. Pivots alone would not do: dividing by a small
 * one enlarges the rounding error of the next. Bringing to size makes the test independent of units: diag(1e-20, 1) is not
 * singular. Shape: $n \times n$. Throws RangeError where A is not square.
 *
 * Source: Golub & Van Loan, Matrix Computations, §2.6, §3.4 and §3.5.
 */
export function luSolver(a: Matrix): Solver | "singular" {
  const [n, columns] = shapeOf(a);
  if (n !== columns) throw new RangeError(`luSolver: ${n}×${columns} is not square`);
  const rowScale = a.map(toUnitSize);
  const byRow = a.map((row, i) => row.map((entry) => entry * rowScale[i]!));
  const columnScale = byRow.map((_, j) => toUnitSize(byRow.map((row) => row[j]!)));
  const lu = byRow.map((row) => row.map((entry, j) => entry * columnScale[j]!));
  const order = lu.map((_, i) => i);
  for (let k = 0; k < n; k++) {
    const pivot = k + argmax(lu.slice(k).map((row) => Math.abs(row[k]!)));
    [lu[k], lu[pivot]] = [lu[pivot]!, lu[k]!];
    [order[k], order[pivot]] = [order[pivot]!, order[k]!];
    const top = lu[k]!;
    if (top[k] === 0) return "singular";
    for (const row of lu.slice(k + 1)) {
      row[k]! /= top[k]!;
      for (let j = k + 1; j < n; j++) row[j]! -= row[k]! * top[j]!;
    }
  }
  const substitute = (b: Vector) => {
    const x = order.map((i) => b[i]!);
    for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) x[i]! -= lu[i]![j]! * x[j]!;
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) x[i]! -= lu[i]![j]! * x[j]!;
      x[i]! /= lu[i]![i]!;
    }
    return x;
  };
  const inverseNorm = norm(order.flatMap((_, j) => substitute(oneHot(j, n))));
  if (!(1 / inverseNorm > 8 * n * 2 ** -52)) return "singular";
  return (b) => substitute(b.map((bi, i) => bi * rowScale[i]!)).map((xi, i) => xi * columnScale[i]!);
}

/** The power of two that brings the largest entry to about 1; 1 for zeros, which the pivots will find out. */
function toUnitSize(v: Vector): number {
  const largest = v.reduce((max, vi) => Math.max(max, Math.abs(vi)), 0);
  return largest === 0 ? 1 : 2 ** Math.min(1023, -Math.floor(Math.log2(largest)));
}
