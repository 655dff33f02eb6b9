/** Activation functions and their derivatives. Source: tutorial §5.2. A NaN gives NaN. */
import { differenceOver } from "./error-free.ts";
import type { Matrix } from "./matrix.ts";
import { shiftedExponentials } from "./shifted-exponentials.ts";
import { sum, type Vector } from "./vector.ts";

/** $\sigma(x) = 1/(1 + e^{-x})$. Domain: any x. Tested to 2 ulp for $|x| \le 700$, also where it is tiny. */
export function sigmoid(x: number): number {
  const e = Math.exp(-Math.abs(x)); // never overflows, and never adds a tiny number to 1 where it is the result
  return (x >= 0 ? 1 : e) / (1 + e);
}

/** $\sigma'(x) = \sigma(x)(1 - \sigma(x)) = e^{-|x|}/(1 + e^{-|x|})^2$. Domain: any x. Tested to 3 ulp for $|x| \le 700$. */
export function sigmoidDerivative(x: number): number {
  const e = Math.exp(-Math.abs(x));
  return e / (1 + e) ** 2;
}

/** $\tanh x = 2\sigma(2x) - 1$. Domain: any x. Tested to 2 ulp for $|x| \le 700$. */
export function tanh(x: number): number {
  return Math.tanh(x);
}

/**
 * $\tanh' x = 1 - \tanh^2 x = \operatorname{sech}^2 x = 4e^{-2|x|}/(1 + e^{-2|x|})^2$: the last form does not cancel where
 * tanh is nearly ±1. Domain: any x. Tested to 3 ulp for $|x| \le 350$; beyond, it is under $10^{-303}$ and underflows.
 */
export function tanhDerivative(x: number): number {
  const e = Math.exp(-2 * Math.abs(x));
  return (4 * e) / (1 + e) ** 2;
}

/** $\max(0, x)$; 0 for -0. Domain: any x. Exact. */
export function relu(x: number): number {
  return Math.max(0, x);
}

/** 1 for x > 0, 0 for x < 0; at 0, where there is no derivative, 0 by convention. Exact. */
export function reluDerivative(x: number): number {
  return leakyReluDerivative(x, 0);
}

/** x for x > 0, otherwise $\alpha x$; 0 for -0. Domain: any x. Rounded once. */
export function leakyRelu(x: number, alpha = 0.01): number {
  return (x > 0 ? x : alpha * x) + 0; // -0 + 0 is 0
}

/** 1 for x > 0, $\alpha$ for x < 0; at 0, where there is no derivative, $\alpha$ by convention. Exact. */
export function leakyReluDerivative(x: number, alpha = 0.01): number {
  if (Number.isNaN(x)) return x;
  return x > 0 ? 1 : alpha;
}

/** $\ln(1 + e^x) = \max(x, 0) + \ln(1 + e^{-|x|})$. Domain: any x. Tested to 2 ulp for $|x| \le 700$. */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

/**
 * $\operatorname{logit} p = \ln\frac{p}{1-p}$, the inverse of the sigmoid. Domain: $0 \le p \le 1$, with $\mp\infty$ at the
 * ends; NaN outside. Tested to 2 ulp, also where p is nearly ½ (there $2\operatorname{artanh}(2p-1)$ does not cancel).
 */
export function logit(p: number): number {
  if (p >= 0.25 && p <= 0.75) return 2 * Math.atanh(2 * p - 1);
  return Math.log(p / (1 - p));
}

/**
 * $\operatorname{softmax}(z)_i = e^{z_i} / \sum_j e^{z_j}$. Shape: $n \to n$. Domain: any finite logits, up to ±1.8e308,
 * and $-\infty$ (a masked class) beside them. Throws RangeError for no logits. Tested to 3 ulp, also where it is tiny.
 */
export function softmax(z: Vector): number[] {
  return softmaxWithTemperature(z, 1);
}

/**
 * $\operatorname{softmax}(z / T)$. Shape: $n \to n$. Domain: as softmax, and $T > 0$, otherwise NaN; neither $z_i / T$ nor
 * $z_i - z_j$ need be finite. Throws RangeError for no logits. Tested to 3 ulp, also where it is tiny.
 */
export function softmaxWithTemperature(z: Vector, temperature: number): number[] {
  const { exponentials, others } = shiftedExponentials(z, temperature);
  return exponentials.map((e) => e / (1 + others));
}

/**
 * $z_i - \ln \sum_j e^{z_j}$. Shape: $n \to n$. Domain: as softmax. Throws RangeError for no logits.
 *
 * Tested to 2 ulp, also where it is nearly 0: both terms of $(z_i - z_{top}) - \ln(1 + others)$ have one sign.
 */
export function logSoftmax(z: Vector): number[] {
  const { top, others } = shiftedExponentials(z, 1);
  const logSum = Math.log1p(others);
  return z.map((zi) => {
    const { value, error } = differenceOver(zi, z[top]!, 1);
    return value - (logSum - error) + 0;
  });
}

/**
 * $J_{ij} = \partial\operatorname{softmax}(z)_i / \partial z_j = p_i(\delta_{ij} - p_j)$. Shape: $n \to n \times n$.
 * Domain: as softmax. Throws RangeError for no logits.
 *
 * Tested to 4 ulp: on the diagonal $1 - p_i$ is the sum of the other probabilities, which does not cancel.
 */
export function softmaxJacobian(z: Vector): Matrix {
  const p = softmax(z);
  return p.map((pi, i) => {
    const rest = sum(p.filter((_, j) => j !== i));
    return p.map((pj, j) => (i === j ? pi * rest : 0 - pi * pj));
  });
}
