import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, row, tex } from "#components/math/values.ts";
import { frobeniusNorm, scaled } from "#lib/math/matrix.ts";
import { norm, scale } from "#lib/math/vector.ts";

const G = [
  [-5.2, 3.1],
  [8.7, -12.4],
];
const threshold = 5;

const g = [6, 8];
const origin = { x: 0, y: 0 };

export function Clipping() {
  const length = frobeniusNorm(G);
  const squares = G.flat()
    .map((entry) => `${Math.abs(entry)}^2`)
    .join(" + ");
  const clipped = scaled(threshold / length, G);
  const [x = 0, y = 0] = scale(threshold / norm(g), g);
  const [gx = 0, gy = 0] = g;
  return (
    <>
      <Prose>{tex`
A single huge gradient can throw all weights far away and undo hours of training. **Clipping** sets an upper limit $\tau$ on its
length: where the norm is above $\tau$, the gradient is scaled down to it; otherwise it is left alone.
`}</Prose>
      <Formula id="gradient-clipping">{tex`g_{\text{clipped}} = \begin{cases} \dfrac{\tau}{\lVert g \rVert}\,g & \lVert g \rVert > \tau \\ g & \text{otherwise} \end{cases}`}</Formula>
      <Prose>{tex`
For a matrix the norm is that of all entries together, the square root of the sum of their squares, called the **Frobenius norm**.
`}</Prose>
      <Example n={41} title="A gradient that is too long">
        <Prose>{tex`Let the threshold be $\tau = ${threshold}$, and`}</Prose>
        <Display>{tex`G = \frac{\partial L}{\partial W} = ${G}`}</Display>
        <Display>{tex`\lVert G \rVert = \sqrt{${squares}} = \sqrt{${length ** 2}} ${is(length)}`}</Display>
        <Prose>{tex`
That is above ${threshold}, so every entry is multiplied by $\frac{${threshold}}{${length}} ${is(threshold / length)}$:
`}</Prose>
        <Display>{tex`G_{\text{clipped}} ${is(clipped)}, \qquad \lVert G_{\text{clipped}} \rVert ${is(frobeniusNorm(clipped))}`}</Display>
      </Example>
      <Prose className="mt-8">{tex`
All entries shrink by the same factor, so the *direction* stays; only the step becomes shorter. Cutting off each entry at
$\pm\tau$ by itself is another method, and it turns the gradient: $${row(g)}$ with the norm $${norm(g)}$ becomes $${row([x, y])}$
by its norm, and $[5,\ 5]$ entry by entry.
`}</Prose>
      <Figure
        figure={{
          figure: "plane",
          alt: `The gradient (${gx}, ${gy}) as an arrow from the origin; clipped by its norm it is (${x}, ${y}), on the same line; clipped entry by entry it is (5, 5), which points elsewhere.`,
          xLabel: "g₁",
          yLabel: "g₂",
          arrows: [
            { from: origin, to: { x: gx, y: gy }, label: "g", tone: "plain" },
            { from: origin, to: { x: threshold, y: threshold }, label: "by entry", tone: "faint" },
            { from: origin, to: { x, y }, label: "by norm", tone: "result" },
          ],
          points: [],
          lines: [],
        }}
      />
      <Prose>{tex`
Several layers are usually clipped together: take the norm over the entries of *all* their gradients, and one factor for all. Two
layers with norms 3 and 4 have the joint norm $\sqrt{3^2 + 4^2} ${is(norm([3, 4]))}$. And mind the condition: the short gradient
$[3,\ 0]$ stays as it is. To scale it *up* to $\tau$ would not be clipping.
`}</Prose>
    </>
  );
}
