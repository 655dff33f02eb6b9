import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { bernoulliPmf, binomialCoefficient, binomialPmf } from "#lib/math/probability.ts";

const p = 0.6;
const [n, k] = [5, 3];

export function Bernoulli() {
  return (
    <>
      <Prose>{tex`
The simplest trial has two outcomes, coded 1 and 0: a coin, a click, spam or not. A **Bernoulli** variable is 1 with
probability $p$.
`}</Prose>
      <Formula id="bernoulli">{tex`P(X = 1) = p, \qquad P(X = 0) = 1 - p`}</Formula>
      <Prose>{tex`
Its mean is $p$, and its variance $p(1 - p)$: largest at $p = \frac12$, where the outcome is least certain. A bent coin with
$p = ${p}$ for heads shows tails with probability $${bernoulliPmf(0, p)}$, and has variance
$${p} \cdot ${1 - p} ${is(p * (1 - p))}$.

Toss it $n$ times and count the heads. Every sequence with $k$ of them has probability $p^k (1 - p)^{n - k}$, and there are
$\binom{n}{k}$ such sequences. This is the **binomial** distribution, with mean $np$ and variance $np(1 - p)$.
`}</Prose>
      <Display>{tex`P(X = k) = \binom{n}{k} p^k (1 - p)^{n - k}`}</Display>
      <Display>{tex`P(X = ${k}) = ${binomialCoefficient(n, k)} \cdot ${p}^${k} \cdot ${1 - p}^${n - k} ${is(binomialPmf(k, n, p))} \quad \text{for } n = ${n}`}</Display>
      <Figure
        figure={{
          figure: "bars",
          alt: `The probabilities of 0 to ${n} heads in ${n} tosses at p = ${p}: ${Array.from({ length: n + 1 }, (_, i) => binomialPmf(i, n, p).toFixed(3)).join(", ")}.`,
          bars: Array.from({ length: n + 1 }, (_, i) => ({ label: `${i} heads`, value: binomialPmf(i, n, p) })),
        }}
      />
      <Prose>{tex`
Turn the question round: three heads in five tosses were seen, and $p$ is unknown. The **maximum likelihood** estimate is the
$p$ that makes what was seen most probable. For counts it is the observed share, $\hat p = \frac{k}{n} = \frac35$: take the
logarithm of the probability, set its slope to 0, and solve.
`}</Prose>
    </>
  );
}
