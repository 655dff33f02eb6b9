import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { logit, sigmoid, sigmoidDerivative } from "#lib/math/activations.ts";
import { curveOf, grid } from "./grid.ts";

const xs = grid(-6, 6);

export function Sigmoid() {
  return (
    <>
      <Prose>{tex`
A score may be any number; a probability may not. The **sigmoid** takes the one to the other: it rises smoothly from 0 on the
far left to 1 on the far right, and reaches neither.
`}</Prose>
      <Formula id="sigmoid">{tex`\sigma(x) = \frac{1}{1 + e^{-x}}`}</Formula>
      <Prose>{tex`
Half the way is done at 0. The two sides mirror each other, $\sigma(-x) = 1 - \sigma(x)$, so that one half of a table is
enough.
`}</Prose>
      <Example n={27} title="Five values of the sigmoid">
        <Display>
          {[
            tex`\sigma(0) = \frac{1}{1 + e^{0}} = \frac{1}{1 + 1} ${is(sigmoid(0))}`,
            tex`\sigma(2) = \frac{1}{1 + e^{-2}} \approx \frac{1}{1 + ${Math.exp(-2)}} ${is(sigmoid(2))}`,
            tex`\sigma(-2) = \frac{1}{1 + e^{2}} \approx \frac{1}{1 + ${Math.exp(2)}} ${is(sigmoid(-2))}`,
          ]}
        </Display>
        <Prose>{tex`
The last two add up to 1. Note the sign: the formula has $e^{-x}$, so for $x = -2$ the exponent is $+2$. Further out,
`}</Prose>
        <Display>{[tex`\sigma(10) ${is(sigmoid(10), 5)}`, tex`\sigma(-10) ${is(sigmoid(-10), 2)}`]}</Display>
        <Prose>{tex`
so at 10 only $${sigmoid(-10) * 1e5} \cdot 10^{-5}$ is missing to 1.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
Its slope needs nothing new. Write $\sigma(x) = (1 + e^{-x})^{-1}$ and use the chain rule: one minus sign comes from the power,
another from $e^{-x}$. What is left splits into $\sigma$ and the rest to 1.
`}</Prose>
      <Display>{tex`\sigma'(x) = \frac{e^{-x}}{(1 + e^{-x})^2} = \frac{1}{1 + e^{-x}} \cdot \frac{e^{-x}}{1 + e^{-x}}`}</Display>
      <Formula id="sigmoid-derivative">{tex`\sigma'(x) = \sigma(x)\,\bigl(1 - \sigma(x)\bigr)`}</Formula>
      <Prose>{tex`
Whoever has the value has the slope for one multiplication; no exponential is taken twice.
`}</Prose>
      <Example n={28} title="Three slopes">
        <Display>
          {[0, 2, 5].map(
            (x) =>
              tex`\sigma'(${x}) ${x === 0 ? "=" : "\\approx"} ${sigmoid(x)} \cdot ${sigmoid(-x)} ${is(sigmoidDerivative(x))}`,
          )}
        </Display>
        <Prose>{tex`
The slope is largest in the middle, and there it is a mere quarter. At 5 it is
about ${(sigmoidDerivative(0) / sigmoidDerivative(5)).toFixed(0)} times smaller: the unit is **saturated**, and moving its input
hardly moves its output.
`}</Prose>
        <Figure
          figure={{
            figure: "curves",
            alt: "The sigmoid, an S from 0 to 1 through one half at x = 0, and below it its slope, a low bell that is 0.25 at 0 and nearly 0 beyond −5 and 5.",
            xLabel: "x",
            yLabel: "y",
            curves: [
              { label: "σ", points: curveOf(sigmoid, xs) },
              { label: "σ′", points: curveOf(sigmoidDerivative, xs) },
            ],
            shaded: [],
            marks: [
              { x: 0, y: sigmoid(0), label: "0.5" },
              { x: 0, y: sigmoidDerivative(0), label: "0.25" },
            ],
          }}
        />
      </Example>
      <Prose className="mt-8">{tex`
Flat ends are a burden for learning. A gradient that passes back through a sigmoid is multiplied by $\sigma'$, by ¼ at best; ten
sigmoids in a row leave at most $0.25^{10} ${is(0.25 ** 10)}$ of it, if the weights do not make up for that. In hidden layers
other activations have therefore taken its place. At the *output* it stays the natural choice wherever the answer is one
probability: spam or not, ill or not.

The way back is the logit of the lesson before: a score that gives the probability $a$ is $\ln \frac{a}{1 - a}$. For
$a = 0.9$ it is $\ln 9 ${is(logit(0.9))}$.
`}</Prose>
    </>
  );
}
