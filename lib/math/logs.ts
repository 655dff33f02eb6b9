/** Logarithms, and the losses and measures of information made of them. Source: tutorial §4. Natural logarithms. */
import { logSoftmax, softplus } from "./activations.ts";
import { shiftedExponentials } from "./shifted-exponentials.ts";
import { requireSameLength, sum, type Vector } from "./vector.ts";

/**
 * $\log_b x = \ln x / \ln b$; natural without a base. Domain: $x > 0$, $b > 0$, $b \ne 1$; $-\infty$ at x = 0, NaN outside.
 *
 * Exact where x is a whole power of b ($\log_2 8 = 3$, $\log_{10} 1000 = 3$); otherwise tested to 2 ulp.
 * Source: tutorial §4.1 and §4.2 (change of base).
 */
export function log(x: number, base = Math.E): number {
  if (base === Math.E) return Math.log(x);
  if (base === 1) return Number.NaN;
  const quotient = Math.log(x) / Math.log(base) + 0;
  const whole = Math.round(quotient);
  // The quotient of two rounded logarithms is good to 2 ulp: so near a whole number, that is at least as good.
  return Math.abs(quotient - whole) <= 2 ** -51 * Math.abs(whole) ? whole : quotient;
}

/** $\log_2 x$. Domain and accuracy: as `log`. */
export function log2(x: number): number {
  return log(x, 2);
}

/** $\log_{10} x$. Domain and accuracy: as `log`. */
export function log10(x: number): number {
  return log(x, 10);
}

/**
 * $\ln \sum_i e^{z_i} = z_{top} + \ln(1 + \sum_{i \ne top} e^{z_i - z_{top}})$. Shape: $n$ to scalar. Domain: any logits, also
 * $-\infty$. Throws RangeError for none. Tested to 2 ulp of $\max(|z_{top}|, \ln n)$, the size of its terms.
 */
export function logSumExp(z: Vector): number {
  const { top, others } = shiftedExponentials(z, 1);
  return Math.abs(z[top]!) === Number.POSITIVE_INFINITY ? z[top]! : z[top]! + Math.log1p(others);
}

/** $\ln(e^a + e^b)$. Domain: any logits, also $-\infty$. Tested to 2 ulp of the larger of its terms, as logSumExp. */
export function logAddExp(a: number, b: number): number {
  return logSumExp([a, b]);
}

/** $x \ln y$, with $0 \ln y = 0$ for every y, also 0: what never happens costs nothing. Tested to 2 ulp. */
export function xlogy(x: number, y: number): number {
  return x === 0 && !Number.isNaN(y) ? 0 : x * Math.log(y);
}

/**
 * $H(p) = -\sum_i p_i \log_b p_i$, with $0 \log 0 = 0$. Shape: $n$ to scalar. Domain: $0 \le p_i \le 1$, NaN for a
 * negative one. Tested to 2 ulp.
 */
export function entropy(p: Vector, base = Math.E): number {
  return crossEntropy(p, p, base);
}

/**
 * $H(p, q) = -\sum_i p_i \log_b q_i$, p the truth and q the prediction, with $0 \log 0 = 0$; $\infty$ where $q_i = 0 < p_i$.
 * Shapes: $n, n$ to scalar. Domain: entries from 0 to 1. Throws RangeError where the lengths differ. Tested to 2 ulp.
 * Source: tutorial §4.3, Example 24.
 */
export function crossEntropy(p: Vector, q: Vector, base = Math.E): number {
  requireSameLength("crossEntropy", p, q);
  return 0 - sum(p.map((pi, i) => xlogy(pi, q[i]!))) / Math.log(base);
}

/**
 * $-\sum_i p_i \ln\operatorname{softmax}(z)_i$, without the underflow of the softmax. Shapes: $n, n$ to scalar.
 * Domain: $p_i \ge 0$, any finite logits. Throws RangeError where the lengths differ. Tested to 2 ulp.
 * Source: tutorial §6.5, Example 39.
 */
export function crossEntropyFromLogits(p: Vector, z: Vector): number {
  requireSameLength("crossEntropyFromLogits", p, z);
  const logs = logSoftmax(z);
  return 0 - sum(p.map((pi, i) => (pi === 0 ? 0 : pi * logs[i]!)));
}

/**
 * $D(p \| q) = \sum_i p_i \log_b(p_i / q_i)$, with $0 \log 0 = 0$; $\infty$ where $q_i = 0 < p_i$. Shapes: $n, n$ to scalar.
 * Domain: entries from 0 to 1. Throws RangeError where the lengths differ. Tested to 2 ulp of
 * $\sum_i |p_i \log_b(p_i/q_i)|$, since terms of both signs cancel.
 */
export function klDivergence(p: Vector, q: Vector, base = Math.E): number {
  requireSameLength("klDivergence", p, q);
  const terms = p.map((pi, i) => (pi === 0 ? 0 : pi * logRatio(pi, q[i]!)));
  return sum(terms) / Math.log(base) + 0;
}

/** $\ln(p/q)$, to the last digits also where p is nearly q: their difference is then exact. */
function logRatio(p: number, q: number): number {
  return p < 2 * q && q < 2 * p ? -Math.log1p((q - p) / p) : Math.log(p / q);
}

/**
 * $-(y \ln p + (1 - y)\ln(1 - p))$, with $0 \ln 0 = 0$; $\infty$ for a certain prediction that is wrong.
 * Domain: $0 \le y, p \le 1$. Tested to 2 ulp. Source: tutorial §4.3, Example 24.
 */
export function binaryCrossEntropy(y: number, p: number): number {
  const complement = y === 1 ? 0 : (1 - y) * Math.log1p(-p);
  return 0 - (xlogy(y, p) + complement);
}

/**
 * $-(y \ln\sigma(z) + (1-y)\ln(1 - \sigma(z))) = y\ln(1 + e^{-z}) + (1-y)\ln(1 + e^z)$: no term cancels or underflows.
 * Domain: $0 \le y \le 1$, any finite logit z. Tested to 2 ulp for $|z| \le 700$.
 */
export function binaryCrossEntropyFromLogit(y: number, z: number): number {
  return y * softplus(-z) + (1 - y) * softplus(z);
}
