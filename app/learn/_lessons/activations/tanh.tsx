import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, rounded, tex } from "#components/math/values.ts";
import { sigmoidDerivative, tanh, tanhDerivative } from "#lib/math/activations.ts";
import { curveOf, grid } from "./grid.ts";

const xs = grid(-4, 4);

export function Tanh() {
  return (
    <>
      <Prose>{tex`
Stretch the sigmoid to twice its height, shift it down by one, and squeeze it to half its width: that is the **hyperbolic
tangent**. It runs from $-1$ to 1, and through the origin.
`}</Prose>
      <Formula id="tanh">{tex`\tanh x = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}} = 2\,\sigma(2x) - 1`}</Formula>
      <Prose>{tex`
The second form follows from the first: multiply numerator and denominator by $e^{-x}$ and you have
$\frac{1 - e^{-2x}}{1 + e^{-2x}}$, which is $\frac{2}{1 + e^{-2x}} - 1$.
`}</Prose>
      <Example n={29} title="Values on both sides of zero">
        <Display>
          {[
            tex`\tanh 0 = \frac{1 - 1}{1 + 1} ${is(tanh(0))}`,
            tex`\tanh 1 \approx \frac{${Math.exp(1)} - ${Math.exp(-1)}}{${Math.exp(1)} + ${Math.exp(-1)}} ${is(tanh(1))}`,
            tex`\tanh(-1) ${is(tanh(-1))}`,
            tex`\tanh 3 ${is(tanh(3))}`,
            tex`\tanh(-3) ${is(tanh(-3))}`,
          ]}
        </Display>
        <Prose>{tex`
The function is odd: $\tanh(-x) = -\tanh x$. At 3 it has all but arrived; the sigmoid, measured by
its own range, gets as near only at 6.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
For the slope take the quotient rule. The derivative of the numerator is the denominator and the other way round, so that the
fraction becomes $\frac{(e^x + e^{-x})^2 - (e^x - e^{-x})^2}{(e^x + e^{-x})^2}$, and that is
`}</Prose>
      <Formula id="tanh-derivative">{tex`\tanh' x = 1 - \tanh^2 x`}</Formula>
      <Example n={30} title="Two slopes">
        <Display>
          {[
            tex`\tanh' 0 = 1 - 0^2 ${is(tanhDerivative(0))}`,
            tex`\tanh' 2 \approx 1 - ${rounded(tanh(2), 5)}^2 ${is(tanhDerivative(2))}`,
          ]}
        </Display>
        <Prose>{tex`
The first is the largest slope there is. In the second keep enough digits: with 0.96 for $\tanh 2$ you would get
$1 - 0.96^2 ${is(1 - 0.96 ** 2)}$. Where nearly equal numbers are subtracted, rounding shows.
`}</Prose>
        <Figure
          figure={{
            figure: "curves",
            alt: "tanh, an S from −1 to 1 through the origin; its slope, a bell with height 1 above 0; and for comparison the slope of the sigmoid, a bell with a quarter of that height.",
            xLabel: "x",
            yLabel: "y",
            curves: [
              { label: "tanh", points: curveOf(tanh, xs) },
              { label: "tanh′", points: curveOf(tanhDerivative, xs) },
              { label: "σ′", points: curveOf(sigmoidDerivative, xs) },
            ],
            shaded: [],
            marks: [{ x: 0, y: tanhDerivative(0), label: "1" }],
          }}
        />
      </Example>
      <Prose className="mt-8">{tex`
Two things speak for it inside a network. It is four times as steep as the sigmoid in the middle, since
$\tanh' x = 4\,\sigma'(2x)$. And it is **zero-centred**. The outputs of a sigmoid are all positive; then, for a sample, the
gradients of all weights of a neuron in the next layer have one sign, so that these weights can only rise together or fall
together. Values of both signs lift that restriction. At the ends, though, it is as flat as the sigmoid: it saturates, too.
`}</Prose>
    </>
  );
}
