import { type Matrix, shapeOf, transpose } from "./matrix.ts";
import { dot, norm, oneHot, type Vector } from "./vector.ts";

/**
 * Householder's QR decomposition, as a function that solves $\min_x \lVert Ax - b \rVert_2$ with it; or "rank-deficient".
 *
 * Column k is reflected onto the axis k by $H = I - 2vv^\top/(v^\top v)$. With every column brought to norm 1, $1/\lVert R^{-1}
 * \rVert$ is the distance from A to the nearest matrix with dependent columns; where that is at most $8m \cdot 2^{-52}$, rounding
 * the entries of A moves it as far, and its columns count as dependent. More columns than rows always are.
 * Shape: $m \times n$. Throws RangeError where the rows differ in length.
 *
 * Source: Golub & Van Loan, Matrix Computations, §5.1 to §5.3.
 */
export function householderSolver(a: Matrix): ((b: Vector) => number[]) | "rank-deficient" {
  const [m, n] = shapeOf(a);
  if (m < n) return "rank-deficient";
  const columns = transpose(a);
  const sizes = columns.map(norm);
  const reflections: number[][] = [];
  for (let k = 0; k < n; k++) {
    const column = reflections.reduce(reflect, columns[k]!);
    const tail = column.map((entry, i) => (i < k ? 0 : entry));
    const distance = norm(tail);
    if (distance === 0) return "rank-deficient";
    const diagonal = tail[k]! > 0 ? -distance : distance; // the sign that adds to tail[k], and never cancels
    reflections.push(tail.map((entry, i) => (i === k ? entry - diagonal : entry) / distance));
    columns[k] = column.map((entry, i) => (i === k ? diagonal : entry));
  }
  const backSubstitute = (b: Vector) => {
    const x = b.slice(0, n);
    for (let i = n - 1; i >= 0; i--) {
      for (let j = i + 1; j < n; j++) x[i]! -= columns[j]![i]! * x[j]!;
      x[i]! /= columns[i]![i]!;
    }
    return x;
  };
  const inverse = sizes.flatMap((_, j) => backSubstitute(oneHot(j, n)).map((entry, i) => entry * sizes[i]!));
  if (!(1 / norm(inverse) > 8 * m * 2 ** -52)) return "rank-deficient";
  return (b) => backSubstitute(reflections.reduce(reflect, b));
}

/** $Hu = u - 2v\frac{v^\top u}{v^\top v}$. */
function reflect(u: Vector, v: Vector): number[] {
  const factor = (2 * dot(v, u)) / dot(v, v);
  return u.map((ui, i) => ui - factor * v[i]!);
}
