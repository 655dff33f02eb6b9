import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";

const xs = Array.from({ length: 61 }, (_, i) => -2 + i * 0.06);

export function ExpLog() {
  return (
    <>
      <Prose>{tex`
Among all functions $b^x$ there is one that is its own slope: the one with the base $e ${is(Math.E)}$. Where it is twice as
high, it is twice as steep.
`}</Prose>
      <Formula id="exp-derivative">{tex`(e^x)' = e^x`}</Formula>
      <Prose>{tex`
The exponent here is the variable, so the power rule has no say: $x\,e^{x-1}$ would be wrong. The **natural logarithm**
undoes it: $\ln y$ is the number whose exponential is $y$. Mirrored at the diagonal, the slope turns into its reciprocal.
`}</Prose>
      <Formula id="ln-derivative">{tex`(\ln x)' = \frac1x \qquad (x > 0)`}</Formula>
      <Figure
        figure={{
          figure: "curves",
          alt: "The exponential through (0, 1), with slope 1 there, and its own slope everywhere; the line 1 + x touches it at 0.",
          xLabel: "x",
          yLabel: "y",
          curves: [
            { label: "eˣ", points: xs.map((x) => ({ x, y: Math.exp(x) })) },
            { label: "1 + x", points: xs.map((x) => ({ x, y: 1 + x })) },
          ],
          shaded: [],
          marks: [{ x: 0, y: 1, label: "slope 1" }],
        }}
      />
      <Prose>Together with factors and sums:</Prose>
      <Display>{tex`(4e^x - 3\ln x + x^2)' = 4e^x - \frac3x + 2x`}</Display>
    </>
  );
}
