import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { gradient } from "#lib/math/autodiff.ts";

export function Minima() {
  const [slope = Number.NaN] = gradient((x) => x.pow(2).mul(3).sub(x.mul(12)).add(5), [2]);
  return (
    <>
      <Prose>{tex`
At the bottom of a valley the ground is level: where a smooth function is least, its derivative is 0. For a quadratic
$f(x) = ax^2 + bx + c$ with $a > 0$ that is one equation with one solution.
`}</Prose>
      <Display>{tex`f'(x) = 2ax + b = 0 \quad\Rightarrow\quad x^* = -\frac{b}{2a}`}</Display>
      <Prose>{tex`
Two questions are easily mixed up: *where* the minimum is, $x^*$, the **argmin**; and *how small* the function gets,
$f(x^*)$, the **minimum**. For $f(x) = 3x^2 - 12x + 5$ the place is $x^* = \frac{12}{6} = 2$, where the slope is
$6 \cdot 2 - 12 ${is(slope)}$, and the value $f(2) = 12 - 24 + 5 ${is(3 * 4 - 12 * 2 + 5)}$. With several variables every
partial derivative must be 0 at once.

A level place need not be a minimum: $x^3$ is level at 0 and goes on rising. For losses shaped like a bowl, as those of a
linear regression, there is no such doubt.
`}</Prose>
    </>
  );
}
