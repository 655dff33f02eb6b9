import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { inText, is, par, tex } from "#components/math/values.ts";
import { sigmoid, sigmoidDerivative } from "#lib/math/activations.ts";
import { Value } from "#lib/math/autodiff.ts";

const [x, y, rate] = [2, 1, 0.1];
const given = { w: 0.5, b: 0.1 } as const;

const lossAt = (w: number, b: number) => (sigmoid(w * x + b) - y) ** 2;

function passes() {
  const [w, b] = [new Value(given.w), new Value(given.b)];
  const z = w.mul(x).add(b);
  const a = z.sigmoid();
  const L = a.sub(y).pow(2);
  L.backward();
  return { w, b, z, a, L };
}

export function Neuron() {
  const { w, b, z, a, L } = passes();
  const [wNew, bNew] = [w.data - rate * w.grad, b.data - rate * b.grad];
  const slope = sigmoidDerivative(z.data);
  const told = (value: Value) => ({ value: inText(value.data, 4), gradient: inText(value.grad, 4) });
  const read = (name: string, value: Value) => `${name} ${inText(value.grad, 4)}`;
  return (
    <>
      <Prose>{tex`
One neuron adds a bend to that: the **pre-activation** $z = wx + b$ goes through an activation, here the sigmoid,
$a = \sigma(z)$, and the loss is $L = (a - y)^2$. The weight now reaches the loss over $z$ and $a$, so its gradient is a product
of three local slopes.
`}</Prose>
      <Formula id="neuron-chain">{tex`\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \cdot \frac{\partial a}{\partial z} \cdot \frac{\partial z}{\partial w} = 2(a - y) \cdot \sigma'(z) \cdot x`}</Formula>
      <Prose>{tex`
For the bias only the last factor differs: $\partial z / \partial b = 1$. So it pays to multiply the first two once and keep
them. Their product $\partial L / \partial z$ is so useful that it has a name, the **delta** $\delta$ of the neuron. Then the
weight gets $\delta x$ and the bias gets $\delta$.
`}</Prose>
      <Example n={36} title="A sigmoid neuron, forward, backward, and a step">
        <Prose>{tex`
Given are $x = ${x}$, $y = ${y}$, $w = ${given.w}$ and $b = ${given.b}$. Forward:
`}</Prose>
        <Display>
          {[
            tex`z = ${given.w} \cdot ${x} + ${given.b} ${is(z.data)}`,
            tex`a = \sigma(${z.data}) ${is(a.data)}`,
            tex`L = (${a.data} - ${y})^2 ${is(L.data)}`,
          ]}
        </Display>
        <Prose>{tex`Backward, each slope at the values just found; $\sigma'(z) = a(1 - a)$ needs no new exponential.`}</Prose>
        <Display>
          {[
            tex`\frac{\partial L}{\partial a} = 2\,(${a.data} - ${y}) ${is(a.grad)}`,
            tex`\frac{\partial a}{\partial z} = ${a.data} \cdot ${1 - a.data} ${is(slope)}`,
            tex`\delta = ${par(a.grad)} \cdot ${slope} ${is(z.grad)}`,
          ]}
        </Display>
        <Display>
          {[
            tex`\frac{\partial L}{\partial w} = \delta\,x = ${par(z.grad)} \cdot ${x} ${is(w.grad)}`,
            tex`\frac{\partial L}{\partial b} = \delta ${is(b.grad)}`,
          ]}
        </Display>
        <Figure
          figure={{
            figure: "graph",
            alt: `The neuron as a graph: w = ${given.w}, x = ${x} and b = ${given.b} lead to z = ${inText(z.data)}, z to a = ${inText(a.data, 4)}, and a to the loss ${inText(L.data, 4)}. Gradients on the way back: ${[read("a", a), read("z", z), read("w", w), read("b", b)].join(", ")}.`,
            nodes: [
              { id: "w", label: "w", column: 0, row: 0, ...told(w) },
              { id: "x", label: "x", column: 0, row: 1, value: `${x}` },
              { id: "b", label: "b", column: 0, row: 2, ...told(b) },
              { id: "z", label: "z", column: 1, row: 1, ...told(z) },
              { id: "a", label: "a", column: 2, row: 1, ...told(a) },
              { id: "L", label: "L", column: 3, row: 1, ...told(L) },
            ],
            edges: [
              { from: "w", to: "z" },
              { from: "x", to: "z" },
              { from: "b", to: "z" },
              { from: "z", to: "a" },
              { from: "a", to: "L" },
            ],
          }}
        />
        <Prose>{tex`Both gradients are negative, so with $\alpha = ${rate}$ both parameters go up a little:`}</Prose>
        <Display>
          {[
            tex`w_{\text{new}} = ${given.w} - ${rate} \cdot ${par(w.grad)} ${is(wNew, 5)}`,
            tex`b_{\text{new}} = ${given.b} - ${rate} \cdot ${par(b.grad)} ${is(bNew, 5)}`,
          ]}
        </Display>
        <Prose>{tex`
Another forward pass with the new values gives $L ${is(lossAt(wNew, bNew))}$ instead of $${L.data}$: a small step in the right
direction. All digits were kept on the way and rounded only for show. Rounding $a$ first would have cost digits of everything
that follows from it.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
The delta has a story of its own. It is the error $2(a - y)$, damped by the slope of the activation. A sigmoid that is far out on
one of its flat ends hardly passes the error on, even if the answer is quite wrong: for $z = 5$ and $y = 0$ the error is about 2,
and $\delta$ is only $${2 * sigmoid(5) * sigmoidDerivative(5)}$.
`}</Prose>
    </>
  );
}
