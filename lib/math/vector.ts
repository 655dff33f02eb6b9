/** Vectors as plain arrays of numbers. Source: tutorial §1.1. */
import { twoProduct, twoSum } from "./error-free.ts";

/** A vector in $\mathbb{R}^n$. */
export type Vector = readonly number[];

/** $u + v$, entrywise. Shapes: $n, n \to n$. Throws RangeError where the lengths differ. Each entry is rounded once. */
export function add(u: Vector, v: Vector): number[] {
  requireSameLength("add", u, v);
  return u.map((ui, i) => ui + v[i]!);
}

/** $u - v$, entrywise. Shapes: $n, n \to n$. Throws RangeError where the lengths differ. Each entry is rounded once. */
export function subtract(u: Vector, v: Vector): number[] {
  requireSameLength("subtract", u, v);
  return u.map((ui, i) => ui - v[i]!);
}

/** $\alpha v$. Shapes: scalar, $n \to n$. Each entry is rounded once; a zero is 0, never -0. */
export function scale(alpha: number, v: Vector): number[] {
  return v.map((vi) => alpha * vi + 0); // -0 + 0 is 0
}

/**
 * $u \odot v$, the entrywise product. Shapes: $n, n \to n$. Throws RangeError where the lengths differ.
 * Each entry is rounded once; a zero is 0, never -0.
 */
export function hadamard(u: Vector, v: Vector): number[] {
  requireSameLength("hadamard", u, v);
  return u.map((ui, i) => ui * v[i]! + 0);
}

/**
 * $\sum_i v_i$, compensated: as if added in twice the precision. Shape: $n$ to scalar; the empty sum is 0.
 *
 * Tested to 1 ulp, also where all but one digit in $10^{12}$ cancels. Source: Ogita, Rump & Oishi (2005), Sum2.
 */
export function sum(v: Vector): number {
  let total = 0;
  let lost = 0;
  for (const vi of v) {
    const { value, error } = twoSum(total, vi);
    total = value;
    lost += error;
  }
  return total + lost;
}

/**
 * $u \cdot v = \sum_i u_i v_i$, compensated: as if computed in twice the precision. Shapes: $n, n$ to scalar.
 *
 * Throws RangeError where the lengths differ. Tested to 1 ulp, also where all but one digit in $10^{12}$ cancels.
 * Source: tutorial §1.1, Example 2; Ogita, Rump & Oishi (2005), Dot2.
 */
export function dot(u: Vector, v: Vector): number {
  requireSameLength("dot", u, v);
  let total = 0;
  let lost = 0;
  for (let i = 0; i < u.length; i++) {
    const term = twoProduct(u[i]!, v[i]!);
    const { value, error } = twoSum(total, term.value);
    total = value;
    lost += term.error + error;
  }
  return total + lost;
}

/**
 * $u v^\top$, the outer product. Shapes: $m, n \to m \times n$. Each entry is rounded once; a zero is 0, never -0.
 * Source: tutorial §6.4 ($\partial L/\partial W = \delta a^\top$).
 */
export function outer(u: Vector, v: Vector): number[][] {
  return u.map((ui) => scale(ui, v));
}

/**
 * $\lVert v \rVert_2 = \sqrt{\sum_i v_i^2}$, without overflow or underflow on the way. Shape: $n$ to scalar.
 *
 * Tested to 1 ulp, for entries from $10^{-320}$ to $10^{308}$. Source: tutorial §1.1, Example 3.
 */
export function norm(v: Vector): number {
  const factor = squarableBy(v);
  const scaled = scale(factor, v);
  return Math.sqrt(dot(scaled, scaled)) / factor;
}

/**
 * $v / \lVert v \rVert_2$. Shape: $n \to n$. Domain: $v \neq 0$; the zero vector has no direction and gives NaN.
 *
 * Tested to 2 ulp, also where the norm itself would overflow. Source: tutorial §1.1.
 */
export function normalize(v: Vector): number[] {
  const scaled = scale(squarableBy(v), v);
  const length = Math.sqrt(dot(scaled, scaled));
  return scaled.map((vi) => vi / length);
}

/** A power of two, so that scaling is exact, by which the entries of v can be squared without leaving the range. */
function squarableBy(v: Vector): number {
  const largest = v.reduce((max, vi) => Math.max(max, Math.abs(vi)), 0);
  if (largest > 2 ** 480) return 2 ** -600;
  return largest < 2 ** -400 ? 2 ** 600 : 1;
}

/** $\frac1n \sum_i v_i$. Shape: $n$ to scalar; the mean of nothing is NaN. Tested to 2 ulp. Source: tutorial §1.2. */
export function mean(v: Vector): number {
  return sum(v) / v.length;
}

/**
 * $\arg\max_i v_i$, counted from 0; the first of equals. Shape: $n$ to an index. A NaN counts as the largest, so that
 * it is not hidden. Throws RangeError for the empty vector.
 */
export function argmax(v: Vector): number {
  if (v.length === 0) throw new RangeError("argmax: the vector is empty");
  const notANumber = v.findIndex(Number.isNaN);
  return notANumber >= 0 ? notANumber : v.indexOf(v.reduce((a, b) => Math.max(a, b)));
}

/** $e_i \in \mathbb{R}^n$, index counted from 0. Throws RangeError where the index is no integer from 0 to n − 1. */
export function oneHot(index: number, n: number): number[] {
  if (!Number.isInteger(index) || index < 0 || index >= n) throw new RangeError(`oneHot: no entry ${index} of ${n}`);
  return Array.from({ length: n }, (_, i) => (i === index ? 1 : 0));
}

/** Throws a RangeError, which names the function that was misused, where the lengths differ. */
export function requireSameLength(name: string, u: readonly unknown[], v: readonly unknown[]): void {
  if (u.length !== v.length) throw new RangeError(`${name}: lengths ${u.length} and ${v.length} differ`);
}
