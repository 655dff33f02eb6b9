import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, row, tex } from "#components/math/values.ts";
import { dot, mean, scale, subtract } from "#lib/math/vector.ts";

const xs = [1, 2, 3];
const ys = [2, 3, 5];
const rate = 0.1;

export function Regression() {
  const residuals = subtract([0, 0, 0], ys);
  const byW = dot(residuals, xs) / xs.length;
  const byB = mean(residuals);
  const [w = 0, b = 0] = scale(-rate, [byW, byB]);
  const after = xs.map((x, i) => w * x + b - (ys[i] ?? 0));
  return (
    <>
      <Prose>{tex`
Now the pieces meet: a data set, the loss of a line, its gradient, and a step. Let the points be $(1, 2)$, $(2, 3)$, $(3, 5)$,
and start with $w = 0$, $b = 0$. Every prediction is 0, so the residuals are $${row(residuals)}$, and with
$L = \frac{1}{2n} \sum (w x_i + b - y_i)^2$
`}</Prose>
      <Display>
        {[
          tex`\frac{\partial L}{\partial w} = \tfrac13 (-2 \cdot 1 - 3 \cdot 2 - 5 \cdot 3) ${is(byW)}`,
          tex`\frac{\partial L}{\partial b} = \tfrac13 (-2 - 3 - 5) ${is(byB)}`,
        ]}
      </Display>
      <Prose>{tex`
A step with $\alpha = ${rate}$ leads to $w ${is(w)}$, $b ${is(b)}$. Both gradients are taken **at the old point**; whoever
updates $w$ first and uses it for $b$ walks another way. The residuals are now $${row(after, 3)}$,
smaller on the whole, and the loss went from $${dot(residuals, residuals) / 6}$ to $${dot(after, after) / 6}$.

Two variations follow the same steps. A **ridge** penalty adds $\frac{\lambda}{2} w^2$ to the loss, and so $\lambda w$ to
the gradient by $w$: it pulls the weight towards zero. In a **logistic** regression the prediction is $a = \sigma(wx + b)$
and the loss is the cross-entropy; its gradients are, by a happy cancellation, again the residual times the input,
$\frac{\partial L}{\partial w} = (a - y)\,x$.
`}</Prose>
    </>
  );
}
