import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, row, tex } from "#components/math/values.ts";
import { sigmoid, softmax, softmaxJacobian, softmaxWithTemperature } from "#lib/math/activations.ts";
import { log } from "#lib/math/logs.ts";
import { matvec } from "#lib/math/matrix.ts";
import { dot } from "#lib/math/vector.ts";
import { SoftmaxLive } from "./softmax-live.tsx";

const large = [1000, 1001, 1002];
const z = [2, 1, 0.1];
const p = [0.5, 0.3, 0.2];
const g = [2, -1, 0];

export function SoftmaxProperties() {
  const J = softmaxJacobian(p.map((pi) => log(pi)));
  return (
    <>
      <Prose>{tex`
**A common shift changes nothing.** Add $c$ to every logit and each exponential gets the factor $e^c$, above the line and below;
it cancels. So one may shift as one likes, and a program always does: it takes the largest logit off all, so that the largest
exponential is $e^0 = 1$. For $z = ${row(large)}$ the naive way meets $e^{1000}$, far beyond what a double holds. Shifted to
$${row(large.map((zi) => zi - 1002))}$,
`}</Prose>
      <Display>{tex`\operatorname{softmax}(z) ${isRow(softmax(large))}`}</Display>
      <Prose>{tex`
the numbers of practice problem 5 again. Read backward, $\ln p_i = z_i - \ln \sum_j e^{z_j}$: the probabilities give the logits
back, but for a shift. And if *one* logit rises by $d$, its exponential is multiplied by $e^d$: multiply that probability, and
divide all of them by their new sum.

**A temperature sets how sure the answer sounds.** Divide all logits by $T > 0$ before the softmax, and the ratio of two
probabilities becomes
`}</Prose>
      <Display>{tex`\frac{p_i}{p_j} = e^{(z_i - z_j)/T}`}</Display>
      <Prose>{tex`For $z = ${row(z)}$:`}</Prose>
      <Display>{[0.5, 1, 2].map((T) => tex`T = ${T}{:} \quad p ${isRow(softmaxWithTemperature(z, T))}`)}</Display>
      <Prose>{tex`
A low temperature sharpens: towards $T = 0$ the largest logit takes all. A high one levels: as $T$ grows, all classes approach
the same probability. The order never changes. To make the first class just five times as probable as the second, solve
$e^{(z_1 - z_2)/T} = 5$, so $T = \frac{z_1 - z_2}{\ln 5} = \frac{1}{${log(5)}} ${is(1 / log(5))}$.

Move the logits and the temperature here. Then raise all three logits by the same amount, and see the bars come back.
`}</Prose>
      <SoftmaxLive />
      <Prose>{tex`
**Two classes are a sigmoid.** Divide numerator and denominator by $e^{z_1}$:
`}</Prose>
      <Display>{tex`\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{e^{z_1} + e^{z_2}} = \frac{1}{1 + e^{-(z_1 - z_2)}} = \sigma(z_1 - z_2)`}</Display>
      <Prose>{tex`
Only the difference counts, so two units can be merged into one, whose weights and bias are the differences. From
$z_1 = 3x + 1$ and $z_2 = x - 1$ one gets $\sigma(2x + 2)$. At $x = 0.5$ the first class has $\sigma(3) ${is(sigmoid(3))}$; at
$x = -1$, where the inside is 0, both have ½, and that is the boundary between them.

**The slopes.** With $S = \sum_j e^{z_j}$ the quotient rule gives one formula for the own logit and another for the rest:
`}</Prose>
      <Display>
        {[
          tex`\frac{\partial p_i}{\partial z_i} = p_i\,(1 - p_i)`,
          tex`\frac{\partial p_i}{\partial z_j} = -p_i\,p_j \quad (j \ne i)`,
        ]}
      </Display>
      <Prose>{tex`
The first is the slope of the sigmoid once more. Together they form a matrix, the **Jacobian**
$J = \operatorname{diag}(p) - p\,p^\top$, here for $p = ${row(p)}$:
`}</Prose>
      <Display>{tex`J ${is(J)}`}</Display>
      <Prose>{tex`
It is symmetric, and every row and column adds up to 0: what one class gains the others lose. A gradient $g$ by the
probabilities is sent back through it as $J^\top g = p \odot (g - m)$, where $m = p \cdot g$ is the mean of $g$ weighted by $p$ and
$\odot$ multiplies entry by entry. With $g = ${row(g)}$ the mean is $m ${is(dot(p, g))}$, and
`}</Prose>
      <Display>{tex`\frac{\partial L}{\partial z} = J^\top g ${is(matvec(J, g))}`}</Display>
    </>
  );
}
