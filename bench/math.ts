/** What accuracy costs: functions of lib/math against the textbook's formula for the same thing. */
import { createRng } from "#lib/exercise/rng.ts";
import { softmax } from "#lib/math/activations.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { logSumExp } from "#lib/math/logs.ts";
import { matvec, product, transpose } from "#lib/math/matrix.ts";
import { inverse, leastSquares, solve } from "#lib/math/solve.ts";
import { dot } from "#lib/math/vector.ts";
import { compare, type Row } from "./compare.ts";

const rng = createRng("bench");
const vector = (n: number) => rng.list(n, () => rng.decimal(-2, 2, 3));
const matrix = (m: number, n: number) => rng.list(m, () => vector(n));

export function run(): Row[] {
  const logits = vector(10);
  const a = matrix(12, 12);
  const b = vector(12);
  const tall = matrix(30, 5);
  const heights = vector(30);
  const weights = vector(10);
  const inputs = vector(10);
  return [
    compare(
      "softmax of 10, against e^z / Σ e^z",
      () => softmax(logits),
      () => plainSoftmax(logits),
    ),
    compare(
      "log-sum-exp of 10, against ln Σ e^z",
      () => logSumExp(logits),
      () => Math.log(sumOfExp(logits)),
    ),
    compare(
      "dot of 10, against a plain sum",
      () => dot(weights, inputs),
      () => plainDot(weights, inputs),
    ),
    compare(
      "solve 12 × 12, against inverse times b",
      () => solve(a, b),
      () => byInverse(a, b),
    ),
    compare(
      "least squares 30 × 5 by QR, against the normal equations",
      () => leastSquares(tall, heights),
      () => byNormalEquations(tall, heights),
    ),
    compare(
      "gradient by 10 weights, against central differences",
      () => gradient((...w) => lossGraph(w, inputs), weights),
      () => centralDifferences((w) => (Math.tanh(plainDot(w, inputs)) - 1) ** 2, weights),
    ),
  ];
}

const sumOfExp = (z: readonly number[]) => z.reduce((sum, x) => sum + Math.exp(x), 0);

function plainSoftmax(z: readonly number[]): number[] {
  const sum = sumOfExp(z);
  return z.map((x) => Math.exp(x) / sum);
}

const plainDot = (u: readonly number[], v: readonly number[]) => u.reduce((sum, x, i) => sum + x * v[i]!, 0);

function byInverse(a: readonly number[][], b: readonly number[]) {
  const inverted = inverse(a);
  return inverted === "singular" ? inverted : matvec(inverted, b);
}

const byNormalEquations = (a: readonly number[][], b: readonly number[]) =>
  solve(product(transpose(a), a), matvec(transpose(a), b));

const lossGraph = (w: readonly Value[], x: readonly number[]) =>
  w
    .map((wi, i) => wi.mul(x[i]!))
    .reduce((sum, term) => sum.add(term))
    .tanh()
    .sub(1)
    .pow(2);

function centralDifferences(f: (w: readonly number[]) => number, at: readonly number[]): number[] {
  const h = 1e-6;
  return at.map((x, i) => (f(at.with(i, x + h)) - f(at.with(i, x - h))) / (2 * h));
}
