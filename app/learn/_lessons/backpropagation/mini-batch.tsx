import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, row, tex } from "#components/math/values.ts";
import { sigmoid, sigmoidDerivative } from "#lib/math/activations.ts";
import { matvec, scaled, transpose } from "#lib/math/matrix.ts";
import { dot, mean, scale, subtract, type Vector } from "#lib/math/vector.ts";

const X = [
  [1, 2],
  [2, 3],
  [1, 1],
];
const y = [1, 0, 1];
const [w, b, rate] = [[0.5, -0.2], 0.1, 0.5] as const;

const deltaOf = (z: number, target: number) => 2 * (sigmoid(z) - target) * sigmoidDerivative(z);
const vectorOf = (v: Vector) => tex`${v}`;
const lossAt = (weights: Vector, bias: number) =>
  mean(X.map((x, i) => (sigmoid(dot(weights, x) + bias) - (y[i] ?? 0)) ** 2));

export function MiniBatch() {
  const z = X.map((x) => dot(w, x) + b);
  const delta = z.map((zi, i) => deltaOf(zi, y[i] ?? 0));
  const [byW, byB] = [matvec(scaled(1 / X.length, transpose(X)), delta), mean(delta)];
  const [wNew, bNew] = [subtract(w, scale(rate, byW)), b - rate * byB];
  const rows = X.map(
    (x, i) => tex`| $${row(x)}$ | ${y[i] ?? 0} | $${z[i] ?? 0}$ | $${sigmoid(z[i] ?? 0)}$ | $${delta[i] ?? 0}$ |`,
  );
  return (
    <>
      <Prose>{tex`
One sample shows one case; all samples at once are slow. The usual way lies between: draw a **mini-batch** of some tens or
hundreds of samples, find the gradient of each, and take *one* step with their mean. The loss of the batch is the mean of the
losses, so its gradient is the mean of the gradients.
`}</Prose>
      <Formula id="batch-average">{tex`\frac{\partial L}{\partial W} = \frac1n \sum_{i=1}^{n} \frac{\partial L_i}{\partial W}, \qquad \frac{\partial L}{\partial b} = \frac1n \sum_{i=1}^{n} \frac{\partial L_i}{\partial b}`}</Formula>
      <Example n={40} title="Three samples, one update">
        <Prose>{tex`
The batch is $X$ with the targets $y$. The tutorial gives the recipe and no network; let us take a sigmoid neuron with the squared
error of each sample, $w = ${row(w)}$ and $b = ${b}$.
`}</Prose>
        <Display>{[tex`X = ${X}`, tex`y = ${y}`]}</Display>
        <Prose>{tex`
Every sample goes forward and back by itself, with the same weights. Its delta is
$\delta_i = 2(\hat y_i - y_i)\,\hat y_i(1 - \hat y_i)$:

| $x_i$ | $y_i$ | $z_i$ | $\hat y_i$ | $\delta_i$ |
|---|---|---|---|---|
${rows.join("\n")}

Each gives $\delta_i x_i$ to the weights and $\delta_i$ to the bias. First the sums, then a third of them:
`}</Prose>
        <Display>
          {[
            tex`\sum_i \delta_i x_i = ${delta.map((d, i) => vectorOf(scale(d, X[i] ?? []))).join(" + ")} ${is(scale(X.length, byW))}`,
            tex`\frac{\partial L}{\partial w} ${is(byW)}`,
            tex`\frac{\partial L}{\partial b} = \tfrac13 \sum_i \delta_i ${is(byB)}`,
          ]}
        </Display>
        <Prose>{tex`
The samples do not agree: the first and the third want the output larger, the second wants it smaller. The mean is the
compromise. With $\alpha = ${rate}$:
`}</Prose>
        <Display>{[tex`w_{\text{new}} ${isRow(wNew)}`, tex`b_{\text{new}} ${is(bNew)}`]}</Display>
        <Prose>{tex`
The mean loss falls from $${lossAt(w, b)}$ to $${lossAt(wNew, bNew)}$.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
With samples as rows the sum is one product: $\partial L / \partial w = \frac1n X^\top \delta$. For a whole layer, with the deltas of
the samples as the rows of $\Delta$ and the layer written as $Z = XW + b$, it is $\frac1n X^\top \Delta$, and the bias gets the mean
of the rows of $\Delta$.

Three things to keep apart. The mean of the products $\delta_i x_i$ is not the product of the means. A *sum* in place of the mean
multiplies the step by $n$, as if the learning rate had changed. And updating after *each* sample is another method: there the
second gradient is already taken at new weights. A mini-batch’s gradient is a noisy estimate of that of all data; larger batches
are less noisy, and cost more.
`}</Prose>
    </>
  );
}
