import { Display } from "#app/learn/_components/display.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { inText, is, par, tex } from "#components/math/values.ts";
import { Value } from "#lib/math/autodiff.ts";

/** (ab + a)² at a = 3, b = −2: small enough to follow, and one of its inputs is used twice. */
function passes() {
  const [a, b] = [new Value(3), new Value(-2)];
  const u = a.mul(b);
  const s = u.add(a);
  const loss = s.pow(2);
  loss.backward();
  return { a, b, u, s, L: loss };
}

export function ComputationGraph() {
  const { a, b, u, s, L } = passes();
  const [viaSum, viaProduct] = [s.grad, u.grad * b.data];
  const told = (value: Value) => ({ value: inText(value.data), gradient: inText(value.grad) });
  return (
    <>
      <Prose>{tex`
However long a formula is, a machine works it out one small operation at a time. Draw a node for every number that comes up on
the way, and an arrow from what is used to what is made of it: that is the **computation graph**. For $L = (ab + a)^2$ it has
two inputs and three operations:
`}</Prose>
      <Display>{[tex`u = a \cdot b`, tex`s = u + a`, tex`L = s^2`]}</Display>
      <Prose>{tex`
**Forward**, from left to right, every node gets its value. **Backward**, from right to left, every node gets its *gradient*: the
slope of $L$ by this node, all else that enters the formula held fixed. One starts with $\partial L / \partial L = 1$. From then
on each operation needs to know nothing but itself:

- a **sum** hands its gradient on unchanged to every term;
- a **product** hands it on times the *other* factor;
- a **function** $f$ of one input hands it on times $f'$, taken at the value of that input.

Where a node is used more than once, a gradient comes back along each of its arrows, and they are **added up**. This is the chain
rule over several paths, done locally.
`}</Prose>
      <Figure
        figure={{
          figure: "graph",
          alt: `Computation graph of (ab + a)² with values and gradients. Values: a = ${inText(a.data)}, b = ${inText(b.data)}, u = ${inText(u.data)}, s = ${inText(s.data)}, L = ${inText(L.data)}. Gradients: L ${inText(L.grad)}, s ${inText(s.grad)}, u ${inText(u.grad)}, b ${inText(b.grad)}, a ${inText(a.grad)}. From a one arrow goes to u and another to s.`,
          nodes: [
            { id: "b", label: "b", column: 0, row: 0, ...told(b) },
            { id: "a", label: "a", column: 0, row: 1, ...told(a) },
            { id: "u", label: "u", column: 1, row: 0, ...told(u) },
            { id: "s", label: "s", column: 2, row: 0.5, ...told(s) },
            { id: "L", label: "L", column: 3, row: 0.5, ...told(L) },
          ],
          edges: [
            { from: "a", to: "u" },
            { from: "b", to: "u" },
            { from: "u", to: "s" },
            { from: "a", to: "s" },
            { from: "s", to: "L" },
          ],
        }}
      />
      <Prose>{tex`
Read it from the right. The square gives $s$ the gradient $2s = 2 \cdot ${par(s.data)} ${is(s.grad)}$. The sum hands that to $u$
and to $a$. The product hands $${s.grad} \cdot a ${is(b.grad)}$ to $b$, and $${s.grad} \cdot b ${is(viaProduct)}$ to $a$, which
already has $${viaSum}$:
`}</Prose>
      <Display>{tex`\frac{\partial L}{\partial a} = \underbrace{${par(viaSum)}}_{\text{from } s} + \underbrace{${viaProduct}}_{\text{from } u} ${is(a.grad)}`}</Display>
      <Prose>{tex`
Multiplied out, $L = a^2(b + 1)^2$, and its slope by $a$ is $2a(b + 1)^2 = 2 \cdot ${a.data} \cdot ${par(b.data + 1)}^2 ${is(2 * a.data * (b.data + 1) ** 2)}$ as well. But nobody had to
multiply out. One pass forward and one pass back gave the slopes by *all* inputs, and a graph with a million nodes is treated in
just the same way. A network with its loss is such a graph, and **backpropagation** is the backward pass over it.
`}</Prose>
    </>
  );
}
