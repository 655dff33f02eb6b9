/** Matrices as plain arrays of rows. Source: tutorial §1.2 and §1.3. */

import type { Vector } from "./vector.ts";
import * as vectors from "./vector.ts";

/** A matrix in $\mathbb{R}^{m \times n}$: m rows of n entries. */
export type Matrix = readonly Vector[];

/** $m \times n$ as `[rows, columns]`; `[0, 0]` for no rows. Throws RangeError where the rows differ in length. */
export function shapeOf(a: Matrix): readonly [rows: number, columns: number] {
  const columns = a[0]?.length ?? 0;
  if (a.some((row) => row.length !== columns)) throw new RangeError("shapeOf: the rows differ in length");
  return [a.length, columns];
}

/** $A^\top$. Shape: $m \times n \to n \times m$. Throws RangeError where the rows differ in length. */
export function transpose(a: Matrix): number[][] {
  const [, columns] = shapeOf(a);
  return Array.from({ length: columns }, (_, j) => a.map((row) => row[j]!));
}

/**
 * $(AB)_{ij} = \sum_k A_{ik} B_{kj}$. Shapes: $m \times n, n \times p \to m \times p$.
 *
 * Throws RangeError where the inner sizes differ. Each entry is a compensated dot product; tested to 1 ulp.
 */
export function product(a: Matrix, b: Matrix): number[][] {
  const [m, inner] = shapeOf(a);
  const [n, p] = shapeOf(b);
  if (inner !== n) throw new RangeError(`product: inner sizes of ${m}×${inner} and ${n}×${p} differ`);
  const columns = transpose(b);
  return a.map((row) => columns.map((column) => vectors.dot(row, column)));
}

/**
 * $(Av)_i = \sum_j A_{ij} v_j$. Shapes: $m \times n, n \to m$. Throws RangeError where the inner sizes differ.
 * Each entry is a compensated dot product; tested to 1 ulp. Source: tutorial §1.2, Example 5.
 */
export function matvec(a: Matrix, v: Vector): number[] {
  const [m, n] = shapeOf(a);
  if (n !== v.length) throw new RangeError(`matvec: inner sizes of ${m}×${n} and ${v.length} differ`);
  return a.map((row) => vectors.dot(row, v));
}

/** $I_n$. Throws RangeError where n is no integer from 0. */
export function identity(n: number): number[][] {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`identity: no ${n}×${n} matrix`);
  return Array.from({ length: n }, (_, i) => vectors.oneHot(i, n));
}

/** $A + B$. Shapes: equal. Throws RangeError where they differ. Each entry is rounded once. */
export function plus(a: Matrix, b: Matrix): number[][] {
  requireSameShape("plus", a, b);
  return a.map((row, i) => vectors.add(row, b[i]!));
}

/** $A - B$. Shapes: equal. Throws RangeError where they differ. Each entry is rounded once. */
export function minus(a: Matrix, b: Matrix): number[][] {
  requireSameShape("minus", a, b);
  return a.map((row, i) => vectors.subtract(row, b[i]!));
}

/** $\alpha A$. Each entry is rounded once; a zero is 0, never -0. */
export function scaled(alpha: number, a: Matrix): number[][] {
  return a.map((row) => vectors.scale(alpha, row));
}

/** $A \odot B$, the entrywise product. Shapes: equal. Throws RangeError where they differ. Each entry is rounded once. */
export function hadamard(a: Matrix, b: Matrix): number[][] {
  requireSameShape("hadamard", a, b);
  return a.map((row, i) => vectors.hadamard(row, b[i]!));
}

/** $\operatorname{tr} A = \sum_i A_{ii}$. Shape: $n \times n$. Throws RangeError where A is not square. Tested to 1 ulp. */
export function trace(a: Matrix): number {
  requireSquare("trace", a);
  return vectors.sum(a.map((row, i) => row[i]!));
}

/**
 * $\lVert A \rVert_F = \sqrt{\sum_{ij} A_{ij}^2}$, without overflow on the way. Tested to 1 ulp.
 * Source: tutorial §6.7, Example 41.
 */
export function frobeniusNorm(a: Matrix): number {
  return vectors.norm(a.flat());
}

/**
 * $\det A$ by Bareiss' fraction-free elimination with partial pivoting. Shape: $n \times n$; $\det$ of $0 \times 0$ is 1.
 *
 * Every intermediate is itself a minor of A, so for integer matrices whose minors' products stay below $2^{53}$ the
 * result is exact; otherwise tested to 1 ulp of $\prod_i \lVert A_i \rVert$, Hadamard's bound on the determinant.
 * Domain: minors below $10^{150}$ in size. Throws RangeError where A is not square.
 * Source: Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian elimination" (1968).
 */
export function determinant(a: Matrix): number {
  requireSquare("determinant", a);
  const m = a.map((row) => [...row]);
  const n = m.length;
  let sign = 1;
  let previous = 1;
  for (let k = 0; k < n; k++) {
    const pivot = k + vectors.argmax(m.slice(k).map((row) => Math.abs(row[k]!)));
    if (m[pivot]![k] === 0) return 0;
    if (pivot !== k) {
      [m[k], m[pivot]] = [m[pivot]!, m[k]!];
      sign = -sign;
    }
    const top = m[k]!;
    for (const row of m.slice(k + 1)) {
      for (let j = k + 1; j < n; j++) row[j] = vectors.dot([top[k]!, -row[k]!], [row[j]!, top[j]!]) / previous;
    }
    previous = top[k]!;
  }
  return sign * previous;
}

function requireSameShape(name: string, a: Matrix, b: Matrix): void {
  const [m, n] = shapeOf(a);
  const [p, q] = shapeOf(b);
  if (m !== p || n !== q) throw new RangeError(`${name}: shapes ${m}×${n} and ${p}×${q} differ`);
}

function requireSquare(name: string, a: Matrix): void {
  const [m, n] = shapeOf(a);
  if (m !== n) throw new RangeError(`${name}: ${m}×${n} is not square`);
}
