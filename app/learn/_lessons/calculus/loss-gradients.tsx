import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, par, tex } from "#components/math/values.ts";
import { gradient } from "#lib/math/autodiff.ts";

const [x, y, w, b] = [2, 5, 1, 1] as const;

export function LossGradients() {
  const residual = w * x + b - y;
  const [byW = Number.NaN, byB = Number.NaN] = gradient((u, v) => u.mul(x).add(v).sub(y).pow(2), [w, b]);
  return (
    <>
      <Prose>{tex`
A line $\hat y = wx + b$ predicts; how badly it does so on a data set is told by a single number, the **loss**. For numbers to
predict one usually takes the mean of the squared errors, often with a factor ½ that will cancel.
`}</Prose>
      <Example n={10} title="The loss of a regression, and its two slopes">
        <Formula id="regression-loss">{tex`L(w, b) = \frac{1}{2n} \sum_{i=1}^{n} (w x_i + b - y_i)^2`}</Formula>
        <Prose>{tex`
Differentiate by $w$ with the chain rule. The square gives the factor 2, which meets the ½; the inside $wx_i + b - y_i$ gives
$x_i$. By $b$ it gives 1.
`}</Prose>
        <Formula id="regression-partials">
          {tex`\frac{\partial L}{\partial w} = \frac1n \sum_i (w x_i + b - y_i)\,x_i, \qquad \frac{\partial L}{\partial b} = \frac1n \sum_i (w x_i + b - y_i)`}
        </Formula>
        <Prose>{tex`
Both are averages of the **residuals** $w x_i + b - y_i$, for the weight each one weighted by its input.
`}</Prose>
      </Example>
      <Example n={11} title="One point, with numbers">
        <Prose>{tex`
Now a single point $x = ${x}$, $y = ${y}$ at $w = ${w}$, $b = ${b}$, and the loss $L = (wx + b - y)^2$ without the ½. The
residual is $${w} \cdot ${x} + ${b} - ${y} ${is(residual)}$, so $L = ${par(residual)}^2 ${is(residual ** 2)}$.
`}</Prose>
        <Display>
          {[
            tex`\frac{\partial L}{\partial w} = 2 \cdot ${par(residual)} \cdot ${x} ${is(byW)}`,
            tex`\frac{\partial L}{\partial b} = 2 \cdot ${par(residual)} \cdot 1 ${is(byB)}`,
          ]}
        </Display>
        <Prose>{tex`
Both slopes are negative: raising $w$ or $b$ lowers the loss, as it should, since the prediction is too small. Without the ½
the 2 stays, so look which loss is meant before you compute.
`}</Prose>
      </Example>
    </>
  );
}
