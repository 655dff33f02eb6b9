import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { isRow, tex } from "#components/math/values.ts";
import { descend } from "./descent.ts";

const curvature = 4;
const path = (rate: number) => descend([1], rate, 4, ([w = 0]) => [curvature * w]).flat();

export function LearningRate() {
  return (
    <>
      <Prose>{tex`
Take a parabola with second derivative $c$, say $L(w) = \frac{c}{2}(w - w^*)^2$. Its slope is $c(w - w^*)$, so one step
multiplies the distance to the minimum by $1 - \alpha c$, and so does every other:
`}</Prose>
      <Display>{tex`w_{k} - w^* = (1 - \alpha c)^k \,(w_0 - w^*)`}</Display>
      <Prose>{tex`
That factor decides everything. It must lie between $-1$ and $1$, that is, $0 < \alpha < \frac2c$.

- $\alpha < \frac1c$: the factor is positive, $w$ approaches from one side.
- $\alpha = \frac1c$: the minimum in a single step, for a parabola.
- $\frac1c < \alpha < \frac2c$: the factor is negative, $w$ overshoots each time and comes closer all the same.
- $\alpha = \frac2c$: to and fro for ever.
- $\alpha > \frac2c$: every step leads further away. The descent **diverges**.
`}</Prose>
      <Prose>{tex`For $c = ${curvature}$ and $w^* = 0$, starting at 1:`}</Prose>
      <Display>{[0.1, 0.4, 0.6].map((rate) => tex`\alpha = ${rate}{:}\quad w ${isRow(path(rate), 3)}`)}</Display>
      <Prose>{tex`
With several weights the steepest curvature sets the bound, while the flattest decides how long it takes: the bowl above with
curvatures 2 and 8 allows $\alpha < \frac28 = 0.25$, and then $w_1$ is what one waits for.
`}</Prose>
    </>
  );
}
