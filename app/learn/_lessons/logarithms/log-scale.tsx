import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, row, tex } from "#components/math/values.ts";
import { log } from "#lib/math/logs.ts";
import { variance } from "#lib/math/statistics.ts";
import { mean, type Vector } from "#lib/math/vector.ts";

const incomes = [20000, 25000, 30000, 500000, 1000000];

/** The third moment in standard deviations: 0 for a symmetric distribution, positive with a long tail to the right. */
const skewness = (v: Vector) => mean(v.map((x) => (x - mean(v)) ** 3)) / variance(v, "n") ** 1.5;

export function LogScale() {
  const logs = incomes.map((x) => log(x));
  return (
    <>
      <Prose>{tex`
Incomes, prices and counts of words have long tails: many small values, a few enormous ones. On a logarithmic scale equal
*ratios* become equal *distances*, and the giants come closer.
`}</Prose>
      <Formula id="log-transform">{tex`x \;\mapsto\; \ln x \qquad (x > 0)`}</Formula>
      <Example n={25} title="Five incomes">
        <Prose>{tex`$x = ${row(incomes)}$ becomes`}</Prose>
        <Display>{tex`\ln x ${isRow(logs)}`}</Display>
        <Prose>{tex`
The largest was ${1e6 / 2e4} times the smallest; now they differ by $\ln 50 ${is(log(50))}$. The skewness falls from
$${skewness(incomes)}$ to $${skewness(logs)}$. That is less lopsided, but not normal: three values around 10 and two around 13.5
remain two groups. Where zeros occur, $\ln(1 + x)$ is used instead.
`}</Prose>
      </Example>
      <Example n={26} title="Back to a price">
        <Prose>{tex`A model that was trained on logarithms of prices predicts $12.5$. The exponential leads back:`}</Prose>
        <Display>{tex`\hat p = e^{12.5} ${is(Math.exp(12.5), 6)}`}</Display>
        <Prose>{tex`
An error of $\pm 0.1$ in the logarithm is a *factor* $e^{\pm 0.1}$ on the price: from about $${Math.round(Math.exp(12.4))}$ to
$${Math.round(Math.exp(12.6))}$, or $-${(100 * (1 - Math.exp(-0.1))).toFixed(1)}\,\%$ to
$+${(100 * (Math.exp(0.1) - 1)).toFixed(1)}\,\%$. And the exponential of a mean of logarithms is the median price, not the mean
price, which the long tail pulls up.
`}</Prose>
      </Example>
    </>
  );
}
