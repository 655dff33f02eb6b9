import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, par, row, tex } from "#components/math/values.ts";
import { leakyRelu, relu } from "#lib/math/activations.ts";
import { dot } from "#lib/math/vector.ts";
import { curveOf } from "./grid.ts";

const inputs = [-5, -0.1, 0, 0.1, 5, 100];
const [x, w, b] = [[-2, 1, 3], [0.5, 1, -0.5], 0.5] as const;
const compared = [-2, -1, 0, 1, 2];
const alpha = 0.01;
/** Large enough to be seen. */
const drawnAlpha = 0.1;

/** A slope that jumps at 0, with the jump as a vertical line. */
const jump = (left: number) => [
  { x: -3, y: left },
  { x: 0, y: left },
  { x: 0, y: 1 },
  { x: 3, y: 1 },
];

export function Relu() {
  const z = dot(w, x) + b;
  const products = x.map((xi, i) => `${par(w[i] ?? 0)} \\cdot ${par(xi)}`).join(" + ");
  return (
    <>
      <Prose>{tex`
The activation of most hidden layers is also the simplest. The **rectified linear unit** passes positive numbers unchanged and
stops the others.
`}</Prose>
      <Formula id="relu">{tex`\operatorname{ReLU}(x) = \max(0, x) = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}`}</Formula>
      <Example n={31} title="Six inputs">
        <Prose>{tex`Entry by entry, $x = ${row(inputs)}$ becomes`}</Prose>
        <Display>{tex`\operatorname{ReLU}(x) ${isRow(inputs.map(relu))}`}</Display>
        <Prose>{tex`
There is no upper end: 100 stays 100. And a negative number becomes 0, not positive.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
To the right of 0 the curve rises as fast as its input, to the left it does not rise.
`}</Prose>
      <Formula id="relu-derivative">{tex`\operatorname{ReLU}'(x) = \begin{cases} 1 & x > 0 \\ 0 & x < 0 \end{cases}`}</Formula>
      <Prose>{tex`
At 0 itself there is a kink, and so no derivative; programs put 0 there, by convention. A slope of exactly 1 is what made ReLU
the usual choice: however many *live* units a gradient passes on its way back, none of them weakens it. And no exponential has
to be computed.
`}</Prose>
      <Figure
        figure={{
          figure: "curves",
          alt: "ReLU, at height 0 up to x = 0 and from there a straight line of slope 1; and its slope, which jumps from 0 to 1 at x = 0.",
          xLabel: "x",
          yLabel: "y",
          curves: [
            { label: "ReLU", points: curveOf(relu, [-3, 0, 3]) },
            { label: "ReLU′", points: jump(0) },
          ],
          shaded: [],
          marks: [],
        }}
      />
      <Example n={32} title="A neuron that stays silent">
        <Prose>{tex`
A neuron with the weights $w = ${row(w)}$ and the bias $b = ${b}$ gets the input $x = ${row(x)}$. Both are columns, so the
weights have to be transposed for a product with $x$; then the bias is added.
`}</Prose>
        <Display>
          {[tex`z = w^\top x + b = ${products} + ${b} ${is(z)}`, tex`a = \max(0, ${z}) ${is(relu(z))}`]}
        </Display>
        <Prose>{tex`
The output is 0, and so is the slope: a little change of $w$ or $b$ changes nothing, and this sample teaches the neuron
nothing. That is harmless as long as other samples make $z$ positive. If $z$ is negative for *all* of them, its own weights
never change again. Such a unit is called **dead**, and rarely comes back to life.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
The remedy is to leave a little slope $\alpha$ on the left, often $0.01$. That is the **leaky ReLU**.
`}</Prose>
      <Formula id="leaky-relu">{tex`\operatorname{LeakyReLU}(x) = \begin{cases} x & x > 0 \\ \alpha x & x \le 0 \end{cases}`}</Formula>
      <Example n={33} title="With and without the leak">
        <Prose>{tex`For $x = ${row(compared)}$ and $\alpha = ${alpha}$`}</Prose>
        <Display>
          {[
            tex`\operatorname{ReLU}(x) ${isRow(compared.map(relu))}`,
            tex`\operatorname{LeakyReLU}(x) ${isRow(compared.map((xi) => leakyRelu(xi, alpha)))}`,
          ]}
        </Display>
        <Prose>{tex`
The slope is 1 on the right and $\alpha = ${alpha}$ on the left. So a gradient of 3 that arrives at a negative input goes on as
$3 \cdot ${alpha} ${is(3 * alpha)}$: small, but the unit can find its way back. The values also tell apart what ReLU
throws together, since $${leakyRelu(-2, alpha)}$ can only have come from $-2$. The figure has $\alpha = ${drawnAlpha}$, since
$${alpha}$ would look like 0.
`}</Prose>
        <Figure
          figure={{
            figure: "curves",
            alt: `The leaky ReLU with α = ${drawnAlpha}: from −0.3 at x = −3 it rises gently to the origin, and from there with slope 1; its slope jumps from ${drawnAlpha} to 1 at x = 0.`,
            xLabel: "x",
            yLabel: "y",
            curves: [
              { label: "leaky", points: curveOf((at) => leakyRelu(at, drawnAlpha), [-3, 0, 3]) },
              { label: "leaky′", points: jump(drawnAlpha) },
            ],
            shaded: [],
            marks: [],
          }}
        />
      </Example>
    </>
  );
}
