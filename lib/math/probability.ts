/** Bayes' theorem and the discrete distributions. Source: tutorial §3. The normal distribution is in normal.ts. */
import { twoSum } from "./error-free.ts";
import { hadamard, sum, type Vector } from "./vector.ts";

/**
 * $P(C_i \mid E) = \frac{P(E \mid C_i)P(C_i)}{\sum_j P(E \mid C_j)P(C_j)}$: the posterior over classes.
 *
 * Shapes: priors $n$, likelihoods $n \to n$. Domain: entries ≥ 0; NaN where every joint probability is 0, since the
 * evidence is then impossible. Likelihoods may be scaled by a common factor. Throws RangeError where the lengths differ.
 * Tested to 3 ulp. Source: tutorial §3.3, Examples 16 and 17.
 */
export function bayes(priors: Vector, likelihoods: Vector): number[] {
  const largest = Math.max(...likelihoods);
  const relative = likelihoods.map((likelihood) => likelihood / largest); // products of likelihoods may be tiny
  const joint = hadamard(priors, relative);
  const evidence = sum(joint);
  return joint.map((probability) => probability / evidence);
}

/** $p^x(1-p)^{1-x}$ for x = 0 or 1, and 0 for any other x. Domain: $0 \le p \le 1$. Rounded once. Source: §3.4. */
export function bernoulliPmf(x: number, p: number): number {
  if (x === 1) return p;
  return x === 0 ? 1 - p : 0;
}

/**
 * $\binom{n}{k} = \prod_{i=1}^{k} \frac{n-k+i}{i}$, and 0 for k outside 0 … n. Domain: integers, $0 \le n \le 1000$.
 *
 * Exact below $2^{53}/n$; beyond, tested to 32 ulp. Throws RangeError outside its domain.
 */
export function binomialCoefficient(n: number, k: number): number {
  if (!Number.isInteger(n) || !Number.isInteger(k) || n < 0 || n > 1000) {
    throw new RangeError(`binomialCoefficient: ${n} and ${k} are not integers with 0 ≤ n ≤ 1000`);
  }
  if (k < 0 || k > n) return 0;
  let coefficient = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) {
    coefficient = (coefficient * (n - Math.min(k, n - k) + i)) / i; // a binomial coefficient at every i, so exact
  }
  return coefficient;
}

/**
 * $P(X = k) = \binom{n}{k} p^k (1-p)^{n-k}$. Domain: integers, $0 \le n \le 1000$, $0 \le p \le 1$; 0 for k outside 0 … n.
 *
 * Tested to 32 ulp where the result is a normal number. Throws RangeError where n or k is outside its domain.
 */
export function binomialPmf(k: number, n: number, p: number): number {
  const coefficient = binomialCoefficient(n, k);
  if (coefficient === 0) return 0;
  const q = twoSum(1, -p);
  const failures = n - k;
  // The powers may underflow where the result does not, so each is multiplied in by halves.
  const half = p ** Math.floor(k / 2) * q.value ** Math.floor(failures / 2);
  const rest = p ** Math.ceil(k / 2) * q.value ** Math.ceil(failures / 2);
  const correction = q.value === 0 ? 1 : 1 + (failures * q.error) / q.value; // of rounding 1 − p, failures times over
  return coefficient * half * rest * correction;
}
