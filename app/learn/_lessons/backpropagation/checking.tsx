import { Display } from "#app/learn/_components/display.tsx";
import { ErratumNote } from "#app/learn/_components/erratum-note.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, rounded, tex } from "#components/math/values.ts";
import { sigmoid } from "#lib/math/activations.ts";
import { gradient } from "#lib/math/autodiff.ts";

/** The neuron of example 36, as a function of its weight. */
const lossAt = (w: number) => (sigmoid(2 * w + 0.1) - 1) ** 2;
const [w, h] = [0.5, 0.1];
const central = (step: number) => (lossAt(w + step) - lossAt(w - step)) / (2 * step);

const [inputs, hidden, outputs] = [100, 50, 10];

export function Checking() {
  const [slope = Number.NaN] = gradient((v) => v.mul(2).add(0.1).sigmoid().sub(1).pow(2), [w]);
  const [up, down] = [lossAt(w + h), lossAt(w - h)];
  const oneSided = (up - lossAt(w)) / h;
  const weights = inputs * hidden + hidden * outputs;
  const parameters = weights + hidden + outputs;
  const back = weights + hidden * outputs;
  return (
    <>
      <Prose>{tex`
A backward pass with a mistake in it does not crash; the network just learns badly. Therefore check it against something that
cannot share the mistake: the difference quotient, taken to both sides of one weight while all others stay.
`}</Prose>
      <Display>{tex`\frac{\partial L}{\partial w} \approx \frac{L(w + h) - L(w - h)}{2h}`}</Display>
      <Prose>{tex`
For the neuron of example 36, with $w = ${w}$ and a large $h = ${h}$:
`}</Prose>
      <Display>
        {[
          tex`L(${w + h}) ${is(up, 5)}`,
          tex`L(${w - h}) ${is(down, 5)}`,
          tex`\frac{L(${w + h}) - L(${w - h})}{${2 * h}} ${is(central(h))}`,
        ]}
      </Display>
      <Prose>{tex`
Backpropagation had $${slope}$, so the quotient is off by less than one percent, and that is this coarse step’s doing. From one side
only it would have been $${oneSided}$. The error of the quotient to both sides is in proportion to $h^2$: with $h = ${h / 10}$
it gives $${rounded(central(h / 10), 5)}$, where backpropagation has $${rounded(slope, 5)}$. But one should not go on like this
without end: losses that are nearly equal lose digits when they are subtracted. In double precision $h = 10^{-5}$ is a good
choice.

Look at the *ratio* of the two gradients, not at their difference. A ratio of 1 is right. A ratio of 2 or ½ means a lost or an
extra factor 2 of the square; $-1$ a sign; $n$ or $\frac1n$ a sum in place of a mean. Large or small gradients are not suspicious in
themselves. And do not check at the kink of a ReLU, where the two sides have different slopes.

If quotients are so safe, why not train with them? Because of the price. Count with $n$ weights, where a forward pass is about
$n$ multiplications:
`}</Prose>
      <ErratumNote id="cost" />
      <Formula id="backprop-cost">{tex`\underbrace{n \text{ passes} \cdot O(n) = O(n^2)}_{\text{finite differences}} \qquad \underbrace{O(n)}_{\text{backpropagation}}`}</Formula>
      <Prose>{tex`
An example: ${inputs} inputs, ${hidden} hidden units, ${outputs} outputs, one sample, and only the
multiplications of matrix products counted.

| | multiplications |
|---|---|
| forward, $W_1x$ and $W_2h$ | $${inputs} \cdot ${hidden} + ${hidden} \cdot ${outputs} = ${weights}$ |
| gradients by $W_1$ and $W_2$, one for each weight | $${weights}$ |
| $W_2^\top \delta_2$ | $${outputs} \cdot ${hidden} = ${outputs * hidden}$ |
| forward and backward together | $${weights} + ${back} = ${weights + back}$ |
| differences, for $${parameters}$ weights and biases | $${parameters + 1} \cdot ${weights} = ${(parameters + 1) * weights}$ |

The quotients take $${parameters + 1}$ forward passes, one as it is and one for each parameter, and about
$${((parameters + 1) * weights) / (weights + back)}$ times the work. To both sides it would be twice as much. So backpropagation does
the training, and a few quotients are taken when its code is new, for a handful of weights.
`}</Prose>
    </>
  );
}
