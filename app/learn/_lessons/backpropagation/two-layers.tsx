import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { Tex } from "#components/math/tex.tsx";
import { is, isRow, par, row, tex } from "#components/math/values.ts";
import { sigmoidDerivative } from "#lib/math/activations.ts";
import { gradientOfMatrix, gradientOfVector } from "#lib/math/autodiff-matrix.ts";
import { dataOf, given, passes } from "./two-layer.ts";
import { TwoLayerLive } from "./two-layer-live.tsx";

export function TwoLayers() {
  const { x, W1, z1, h, w2, product, z2, output, loss } = passes(given);
  const [deltaOut, delta] = [z2.grad, gradientOfVector(z1)];
  const slopes = dataOf(z1).map(sigmoidDerivative);
  return (
    <>
      <Prose>{tex`
Now put a layer in front: $h = \sigma(W_1x + b_1)$, and on top of it one neuron, $\hat y = \sigma(W_2h + b_2)$. Forward there is
nothing new, one layer after the other. Backward the output neuron is the neuron from before, with the activations $h$ as its
inputs. Its delta is
`}</Prose>
      <Formula id="output-delta">{tex`\delta_2 = \frac{\partial L}{\partial z_2} = \frac{\partial L}{\partial \hat y} \cdot \sigma'(z_2) = 2(\hat y - y) \cdot \hat y\,(1 - \hat y)`}</Formula>
      <Prose>{tex`
From there the path forks. One branch ends at the weights $W_2$, which are given $\delta_2 h^\top$. The other goes on, to the
hidden layer: $h$ enters $z_2$ through $W_2$, so what comes back to it is $W_2^\top \delta_2$. Once this has passed the slopes of
the hidden sigmoids, entry by entry, it is the delta of that layer, and the same game begins again.
`}</Prose>
      <Display>{tex`\delta_1 = \bigl( W_2^\top \delta_2 \bigr) \odot \sigma'(z_1)`}</Display>
      <Prose>{tex`The sign $\odot$ means: multiply entry by entry.`}</Prose>
      <Example n={37} title="Two inputs, two hidden units, one output">
        <Display>
          {[
            tex`x = ${given.x}`,
            tex`W_1 = ${given.W1}`,
            tex`b_1 = ${given.b1}`,
            tex`W_2 = ${[given.w2]}`,
            tex`b_2 = ${given.b2}`,
            tex`y = ${given.y}`,
          ]}
        </Display>
        <Prose>**Forward**, layer by layer to the loss:</Prose>
        <Display>
          {[
            tex`z_1 = W_1x + b_1 ${is(dataOf(z1))}`,
            tex`h = \sigma(z_1) ${is(dataOf(h))}`,
            tex`W_2h ${is(product.data)}`,
            tex`z_2 ${is(z2.data)}`,
            tex`\hat y = \sigma(z_2) ${is(output.data)}`,
            tex`L = (${output.data} - ${given.y})^2 ${is(loss.data)}`,
          ]}
        </Display>
        <Prose>{tex`
That both hidden units come to $${z1[0]?.data ?? Number.NaN}$ is chance; their weights differ, and they will get different
gradients. **Backward**, first the output layer:
`}</Prose>
        <Display>
          {[
            tex`\frac{\partial L}{\partial \hat y} = 2\,(${output.data} - ${given.y}) ${is(output.grad)}`,
            tex`\sigma'(z_2) ${is(sigmoidDerivative(z2.data))}`,
            tex`\delta_2 = ${par(output.grad)} \cdot ${sigmoidDerivative(z2.data)} ${is(deltaOut)}`,
            tex`\frac{\partial L}{\partial W_2} = \delta_2\,h^\top ${isRow(gradientOfVector(w2))}`,
            tex`\frac{\partial L}{\partial b_2} = \delta_2`,
          ]}
        </Display>
        <Prose>{tex`Then on through the transposed $W_2$ to the hidden layer, and through its sigmoids:`}</Prose>
        <Display>
          {[
            tex`\frac{\partial L}{\partial h} = W_2^\top \delta_2 = ${given.w2} \cdot ${par(deltaOut)} ${is(gradientOfVector(h))}`,
            tex`\sigma'(z_1) ${is(slopes)}`,
            tex`\delta_1 = ${gradientOfVector(h)} \odot ${slopes} ${is(delta)}`,
          ]}
        </Display>
        <Prose>{tex`Last the first layer’s own gradients, again delta times what came in:`}</Prose>
        <Display>
          {[
            tex`\frac{\partial L}{\partial W_1} = \delta_1\,x^\top = ${delta} ${[dataOf(x)]} ${is(gradientOfMatrix(W1))}`,
            tex`\frac{\partial L}{\partial b_1} = \delta_1`,
          ]}
        </Display>
        <Prose>{tex`
Every gradient has the shape of what it belongs to: $W_1$ is $2 \times 2$, and so is $\partial L / \partial W_1$. The second
column is twice the first, since $x = ${row(given.x)}$. And the deltas shrink on the way back, from $${deltaOut}$ to about a
tenth of it: each went through one more sigmoid and one more weight below 1.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
Below is the same network as a graph, with $w$ for the first entry of $W_1$ and $v$ for the first entry of $W_2$. The other
weights and the biases stay as they were. Under each node is the gradient of the loss by it. See what happens to the gradient by
$w$ as $v$ passes 0, and what a large input does to the deltas behind it.
`}</Prose>
      <TwoLayerLive
        labels={{
          w: <Tex>w</Tex>,
          x1: <Tex>x_1</Tex>,
          x2: <Tex>x_2</Tex>,
          z11: <Tex>{"z_{1,1}"}</Tex>,
          z12: <Tex>{"z_{1,2}"}</Tex>,
          v: <Tex>v</Tex>,
          h1: <Tex>h_1</Tex>,
          h2: <Tex>h_2</Tex>,
          z2: <Tex>z_2</Tex>,
          y: <Tex>{"\\hat y"}</Tex>,
          L: <Tex>L</Tex>,
        }}
      />
    </>
  );
}
