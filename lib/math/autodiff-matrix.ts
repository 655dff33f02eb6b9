/**
 * Vectors and matrices of autodiff Values: enough to write a network and its loss as the tutorial does (§6.3, §6.5).
 *
 * Make the parameters with `vectorVariable` and `matrixVariable`, compute the loss, call `loss.backward()`, and read
 * `gradientOfVector` and `gradientOfMatrix`. Shapes that do not fit throw a RangeError.
 */
import { Value } from "./autodiff.ts";
import type { Matrix } from "./matrix.ts";
import { requireSameLength, type Vector } from "./vector.ts";

/** The entries of v, as variables. */
export function vectorVariable(v: Vector): Value[] {
  return v.map((x) => new Value(x));
}

/** The entries of A, as variables. */
export function matrixVariable(a: Matrix): Value[][] {
  return a.map(vectorVariable);
}

/** $\partial L/\partial v$, in the shape of v, after `L.backward()`. */
export function gradientOfVector(v: readonly Value[]): number[] {
  return v.map((value) => value.grad);
}

/** $\partial L/\partial A$, in the shape of A, after `L.backward()`. */
export function gradientOfMatrix(a: readonly (readonly Value[])[]): number[][] {
  return a.map(gradientOfVector);
}

type Entry = Value | number;

/** $\sum_i v_i$; the empty sum is 0. */
export function sumOf(v: readonly Entry[]): Value {
  return v.reduce<Value>((total, x) => total.add(x), new Value(0));
}

/** $u + v$. Throws RangeError where the lengths differ. */
export function add(u: readonly Entry[], v: readonly Entry[]): Value[] {
  requireSameLength("add", u, v);
  return u.map((ui, i) => Value.of(ui).add(v[i]!));
}

/** $u \cdot v$. Throws RangeError where the lengths differ. */
export function dot(u: readonly Entry[], v: readonly Entry[]): Value {
  requireSameLength("dot", u, v);
  return sumOf(u.map((ui, i) => Value.of(ui).mul(v[i]!)));
}

/** $Av$. Shapes: $m \times n, n \to m$. Throws RangeError where the inner sizes differ. */
export function matvec(a: readonly (readonly Entry[])[], v: readonly Entry[]): Value[] {
  return a.map((row) => dot(row, v));
}

/** $AB$. Shapes: $m \times n, n \times p \to m \times p$. Throws RangeError where the inner sizes differ. */
export function product(a: readonly (readonly Entry[])[], b: readonly (readonly Entry[])[]): Value[][] {
  const columns = (b[0] ?? []).map((_, j) => b.map((row) => row[j]!));
  return a.map((row) => columns.map((column) => dot(row, column)));
}

/** $\operatorname{softmax}(z)$, shifted by the largest logit, which as a constant leaves values and gradients alone. */
export function softmax(z: readonly Value[]): Value[] {
  const largest = Math.max(...z.map((zi) => zi.data));
  const exponentials = z.map((zi) => zi.sub(largest).exp());
  const total = sumOf(exponentials);
  return exponentials.map((e) => e.div(total));
}

/** $-\sum_i y_i \ln p_i$ of a target y, with $0 \ln 0 = 0$. Throws RangeError where the lengths differ. */
export function crossEntropy(y: Vector, p: readonly Value[]): Value {
  requireSameLength("crossEntropy", y, p);
  return sumOf(p.map((pi, i) => (y[i] === 0 ? 0 : pi.log().mul(-y[i]!))));
}

/** $\sum_i (a_i - y_i)^2$; scale it as the loss at hand does. Throws RangeError where the lengths differ. */
export function squaredError(a: readonly Value[], y: Vector): Value {
  requireSameLength("squaredError", a, y);
  return sumOf(a.map((ai, i) => ai.sub(y[i]!).pow(2)));
}
