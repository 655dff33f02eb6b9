import { Display } from "#app/learn/_components/display.tsx";
import { Example, Practice } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, row, tex } from "#components/math/values.ts";
import { log, logSumExp } from "#lib/math/logs.ts";

const [p, n] = [0.1, 100];
const z = [1000, 1001, 999];
/** Halves of the least positive double are rounded to zero: the exponent of the first power of a tenth that is. */
const leastExponent = Math.ceil(1075 * Math.log10(2));

export function LogSpace() {
  return (
    <>
      <Prose>{tex`
A computer stores numbers of a limited size. In double precision nothing between 0 and about $4.9 \cdot 10^{-324}$ exists; a
product that gets smaller than half of that becomes exactly 0. It **underflows**, and all that was in it is lost. The logarithm
of the same product is an ordinary number, a sum of ordinary numbers. So one computes *in log space* from the start.
`}</Prose>
      <Example n={23} title="A naive Bayes score">
        <Prose>{tex`
Naive Bayes treats features as independent within a class, so the probability of a class $C$ is proportional to a product of
likelihoods and the prior. Its logarithm is the **score** of the class; the class with the largest one wins, since the
logarithm keeps the order.
`}</Prose>
        <Formula id="log-likelihood">{tex`\log P(C \mid f) = \sum_{i=1}^{n} \log P(f_i \mid C) + \log P(C) + \text{const}`}</Formula>
        <Prose>{tex`With ${n} features of likelihood ${p} each, the sum over them is`}</Prose>
        <Display>{tex`${n} \cdot \ln ${p} = ${n} \cdot (${log(p)}) ${is(n * log(p))}`}</Display>
        <Prose>{tex`
and $\ln P(C)$ comes on top: half of all mail would add $\ln 0.5 ${is(log(0.5))}$. The product itself is $10^{${Math.round(Math.log10(p ** n))}}$, tiny but
still there. In double precision $${p}^n$ is lost from $n = ${leastExponent}$ on, in single precision from 46 on; a text of a
few hundred words is enough.
`}</Prose>
      </Example>
      <Practice n={4} title="Why logarithms of probabilities are added">
        <Prose>{tex`
Not $\log(P(A) \cdot P(B) \cdot P(C))$: by the time the logarithm comes, the product may be 0 already. It is the sum
$\log P(A) + \log P(B) + \log P(C)$ that avoids the small product. A sum is also easier to differentiate, and the order of the
results is the same.
`}</Prose>
      </Practice>
      <Prose className="mt-8">{tex`
Sometimes probabilities have to be added while only their logarithms $z_i$ are at hand. Take the largest one out first, and no
exponential can overflow: this is **log-sum-exp**, with $m = \max_i z_i$.
`}</Prose>
      <Display>{tex`\ln \sum_i e^{z_i} = m + \ln \sum_i e^{z_i - m}`}</Display>
      <Prose>{tex`
For $z = ${row(z)}$ the naive way meets $e^{1000}$, which is infinite on a computer. The other way has
$1001 + \ln(e^{-1} + 1 + e^{-2}) ${is(logSumExp(z), 6)}$.
`}</Prose>
    </>
  );
}
