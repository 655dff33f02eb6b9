import { Display } from "#app/learn/_components/display.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { gradient } from "#lib/math/autodiff.ts";

const t = 2;

export function SeveralPaths() {
  const [slope = Number.NaN] = gradient((v) => v.pow(2).mul(v.mul(3).add(1)), [t]);
  const [x, y] = [t ** 2, 3 * t + 1];
  return (
    <>
      <Prose>{tex`
If $t$ moves $x$ and $y$, and both move $z$, then $t$ reaches $z$ along two paths. Along each path rates multiply; over the
paths they **add up**.
`}</Prose>
      <Display>{tex`\frac{dz}{dt} = \frac{\partial z}{\partial x} \frac{dx}{dt} + \frac{\partial z}{\partial y} \frac{dy}{dt}`}</Display>
      <Figure
        figure={{
          figure: "graph",
          alt: "t leads to x = t² and to y = 3t + 1, and both lead to z = xy: two paths from t to z.",
          nodes: [
            { id: "t", label: "t", column: 0, row: 0.5 },
            { id: "x", label: "x", column: 1, row: 0 },
            { id: "y", label: "y", column: 1, row: 1 },
            { id: "z", label: "z", column: 2, row: 0.5 },
          ],
          edges: [
            { from: "t", to: "x" },
            { from: "t", to: "y" },
            { from: "x", to: "z" },
            { from: "y", to: "z" },
          ],
        }}
      />
      <Prose>{tex`
With $x = t^2$, $y = 3t + 1$, $z = xy$ at $t = ${t}$ we have $x = ${x}$ and $y = ${y}$. The upper path gives
$y \cdot 2t = ${y * 2 * t}$, the lower one $x \cdot 3 = ${x * 3}$.
`}</Prose>
      <Display>{tex`\frac{dz}{dt} = ${y * 2 * t} + ${x * 3} ${is(slope)}`}</Display>
      <Prose>{tex`
The check is to multiply out first: $z = 3t^3 + t^2$ has the slope $9t^2 + 2t = 36 + 4$. In a network an activation feeds
many neurons of the next layer; its gradient is the sum over all of them, for the same reason.
`}</Prose>
    </>
  );
}
