import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { gradient } from "#lib/math/autodiff.ts";

export function PartialDerivatives() {
  const [byX = Number.NaN, byY = Number.NaN] = gradient((x, y) => x.pow(2).mul(y).add(y.pow(3)), [2, 1]);
  return (
    <>
      <Prose>{tex`
A loss depends on many weights. Turn one of them and leave the others where they are: the slope you see is a **partial
derivative**, written $\frac{\partial f}{\partial x}$ with round d’s. While you take it, every other variable is a constant,
to be treated like a 5.
`}</Prose>
      <Display>
        {[
          tex`f(x, y) = x^2 y + y^3`,
          tex`\frac{\partial f}{\partial x} = 2xy`,
          tex`\frac{\partial f}{\partial y} = x^2 + 3y^2`,
        ]}
      </Display>
      <Prose>{tex`
In the first, $y^3$ is a constant and goes; $y$ in $x^2 y$ is a factor and stays. At the point $(2, 1)$ the slopes are
$2 \cdot 2 \cdot 1 ${is(byX)}$ towards larger $x$ and $2^2 + 3 ${is(byY)}$ towards larger $y$.
`}</Prose>
    </>
  );
}
