import { Display } from "#app/learn/_components/display.tsx";
import { Example, Practice } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, par, tex } from "#components/math/values.ts";
import { descend } from "./descent.ts";
import { DescentLive } from "./descent-live.tsx";

const rate = 0.1;
const loss = (w: number) => (w - 3) ** 2;
const slope = (w: number) => 2 * (w - 3);
const f = (x: number) => x ** 2 - 4 * x + 7;
const line = Array.from({ length: 41 }, (_, i) => -0.5 + i * 0.125);

export function GradientDescent() {
  const [w0 = 0, w1 = 0, w2 = 0] = descend([0], rate, 2, ([w = 0]) => [slope(w)]).flat();
  const [, v1 = []] = descend([4, 2], rate, 1, ([a = 0, b = 0]) => [2 * a, 8 * b]);
  const [x0 = 0, x1 = 0, x2 = 0] = descend([0], rate, 2, ([x = 0]) => [2 * x - 4]).flat();
  return (
    <>
      <Prose>{tex`
Few losses can be solved for their minimum. All can be walked down: find the gradient where you stand, take a step against it,
and begin again. How far one goes is set by the **learning rate** $\alpha$.
`}</Prose>
      <Formula id="descent-step">{tex`\theta_{\text{new}} = \theta_{\text{old}} - \alpha\,\nabla L(\theta_{\text{old}})`}</Formula>
      <Prose>{tex`
The step is the rate *times the gradient*, so it is long where the ground is steep and gets shorter by itself as the bottom
comes near. And the gradient belongs to the point: after every step it has to be found anew.
`}</Prose>
      <Example n={13} title="Two steps down a parabola">
        <Prose>{tex`The loss $L(w) = (w - 3)^2$ has the slope $2(w - 3)$. Start at $w_0 = ${w0}$ with $\alpha = ${rate}$.`}</Prose>
        <Display>
          {[
            tex`w_1 = ${w0} - ${rate} \cdot ${par(slope(w0))} ${is(w1)}`,
            tex`w_2 = ${w1} - ${rate} \cdot ${par(slope(w1))} ${is(w2)}`,
          ]}
        </Display>
        <Prose>{tex`
The loss falls from $${loss(w0)}$ to $${loss(w1)}$ and $${loss(w2)}$. Each step covers a fifth of what is left to the minimum
at $w = 3$: near, nearer, never quite there.
`}</Prose>
        <Figure
          figure={{
            figure: "curve",
            alt: "The parabola (w − 3)² with its minimum at 3; the points visited, 0, 0.6 and 1.08, come down its left side.",
            xLabel: "w",
            yLabel: "L",
            points: line.map((w) => ({ x: w, y: loss(w) })),
            marks: [w0, w1, w2].map((w, i) => ({ x: w, y: loss(w), label: `w${"₀₁₂"[i]}` })),
          }}
        />
      </Example>
      <Example n={14} title="One step with two weights">
        <Prose>{tex`
For $L(w_1, w_2) = w_1^2 + 4w_2^2$ the gradient is $[2w_1,\ 8w_2]$. From $(4, 2)$ with $\alpha = ${rate}$ both weights move at
once, each by its own slope:
`}</Prose>
        <Display>{tex`\begin{bmatrix} 4 \\ 2 \end{bmatrix} - ${rate} \begin{bmatrix} 8 \\ 16 \end{bmatrix} ${is(v1)}`}</Display>
        <Prose>{tex`
The new point is $w ${isRow(v1)}$. The second weight had the steeper way and is nearly there; the first has hardly begun. Go
on from here yourself:
`}</Prose>
        <DescentLive />
      </Example>
      <Practice n={2} title="Towards the minimum of a quadratic">
        <Prose>{tex`$f(x) = x^2 - 4x + 7$ has the slope $2x - 4$. Two steps from $x_0 = ${x0}$ with $\alpha = ${rate}$:`}</Prose>
        <Display>
          {[
            tex`x_1 = ${x0} - ${rate} \cdot ${par(2 * x0 - 4)} ${is(x1)}`,
            tex`x_2 = ${x1} - ${rate} \cdot ${par(2 * x1 - 4)} ${is(x2)}`,
          ]}
        </Display>
        <Prose>{tex`
There $f(${x2}) ${is(f(x2), 5)}$. The minimum itself is where $2x - 4 = 0$, at $x = 2$, and there $f(2) ${is(f(2))}$: two
steps lead towards it, not to it.
`}</Prose>
      </Practice>
      <Prose className="mt-8">{tex`
A common refinement keeps part of the last step. With **momentum** $\beta$ a velocity $v$ is carried along,
$v_{\text{new}} = \beta v - \alpha \nabla L$ and $\theta_{\text{new}} = \theta + v_{\text{new}}$, so that the path swings less
across a narrow valley and moves faster along it.
`}</Prose>
    </>
  );
}
