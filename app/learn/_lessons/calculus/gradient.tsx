import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, rounded, row, tex } from "#components/math/values.ts";
import { gradient } from "#lib/math/autodiff.ts";
import { dot, norm, normalize } from "#lib/math/vector.ts";

const at = [3, 1] as const;
const towards = [0.8, -0.6];

export function Gradient() {
  const found = gradient((x, y) => x.pow(2).add(y.pow(2).mul(2)), at);
  const unit = normalize(found);
  const [dx = 0, dy = 0] = unit;
  return (
    <>
      <Prose>{tex`All partial derivatives together, as a vector, are the **gradient**. It has one entry for each variable.`}</Prose>
      <Formula id="gradient">{tex`\nabla f = \left[ \frac{\partial f}{\partial x_1}, \dots, \frac{\partial f}{\partial x_n} \right]`}</Formula>
      <Prose>{tex`
The gradient points where $f$ rises fastest, and its length is the slope in that direction. The opposite direction is the
steepest way down. In any other direction, given by a unit vector $u$, the slope is the dot product $\nabla f \cdot u$, the
**directional derivative**; along a level line it is 0.
`}</Prose>
      <Example n={12} title="A bowl, steeper one way than the other">
        <Prose>{tex`For $f(x, y) = x^2 + 2y^2$ the gradient is $\nabla f = [2x,\ 4y]$. At the point $(3, 1)$:`}</Prose>
        <Display>
          {[tex`\nabla f(3, 1) ${isRow(found)}`, tex`\lVert \nabla f \rVert = \sqrt{6^2 + 4^2} ${is(norm(found))}`]}
        </Display>
        <Prose>{tex`
So uphill is $${row(unit)}$ as a unit vector, and each unit of way in that direction gains about $${rounded(norm(found), 2)}$ at first.
Towards $u ${isRow(towards)}$ the slope is only $6 \cdot 0.8 - 4 \cdot 0.6 ${is(dot(found, towards))}$.
`}</Prose>
        <Figure
          figure={{
            figure: "contours",
            alt: "Level lines of x² + 2y², ellipses around the origin. From the point (3, 1) the gradient points outward, at a right angle to the level line.",
            xLabel: "x",
            yLabel: "y",
            centre: { x: 0, y: 0 },
            a: 1,
            b: 0,
            c: 2,
            path: [{ x: at[0], y: at[1], label: "(3, 1)" }],
            arrows: [{ from: { x: at[0], y: at[1] }, to: { x: at[0] + 1.5 * dx, y: at[1] + 1.5 * dy }, label: "∇f" }],
          }}
        />
        <Prose>The arrow shows the direction; drawn in full length it would leave the picture.</Prose>
      </Example>
    </>
  );
}
