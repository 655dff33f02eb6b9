import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { relu, sigmoid, sigmoidDerivative, tanh } from "#lib/math/activations.ts";
import { curveOf, grid } from "./grid.ts";

const xs = grid(-3, 3, 61);
/** A sigmoid unit whose curve is read. */
const [w, b] = [2, -3];

export function Choosing() {
  return (
    <>
      <Prose>{tex`
At the output the choice is not a matter of taste: look at what the number means, and take the activation whose range is that
of the answer. Inside, look at the slopes.
`}</Prose>
      <Formula id="choosing-activations">
        {tex`\begin{array}{ll} \text{hidden layer} & \operatorname{ReLU} \\ \text{recurrent layer} & \tanh,\ \sigma \\ \text{output: a number} & z \\ \text{output: yes or no} & \sigma \\ \text{output: one of } K & \operatorname{softmax} \end{array}`}
      </Formula>
      <Prose>{tex`
- A **number without bounds**, such as a temperature or a change of price, needs the identity, $z$ itself: a ReLU or a bounded activation
  would cut some values off. Where the answer lies between $-1$ and 1, tanh fits.
- **Yes or no** needs a single unit. Its sigmoid is the probability of yes, and one minus that the probability of no.
- **One of $K$ classes** needs $K$ units and a softmax, which makes them share a total of 1. If several labels may be true at
  once, as the things seen on a photo, they do not share: give each unit a sigmoid of its own.
- **Hidden layers** begin with ReLU, and with the leaky one if units die. The identity would let the layers collapse into one,
  and a softmax would make the units compete where nobody asked them to.
- A **recurrent** network applies the same layer again and again. Bounded values keep its state from growing, hence tanh; and a
  *gate*, which says what share of something may pass, is a sigmoid.

The output and the loss go together: the identity with a squared error, the sigmoid with the binary cross-entropy, softmax with
the categorical one.
`}</Prose>
      <Figure
        figure={{
          figure: "curves",
          alt: "Three curves. The sigmoid rises from near 0 to near 1 and is one half at x = 0; tanh rises from −1 to 1 through the origin and is steeper; ReLU is 0 on the left and rises without bound on the right.",
          xLabel: "x",
          yLabel: "y",
          curves: [
            { label: "ReLU", points: curveOf(relu, [-3, 0, 3]) },
            { label: "tanh", points: curveOf(tanh, xs) },
            { label: "σ", points: curveOf(sigmoid, xs) },
          ],
          shaded: [],
          marks: [],
        }}
      />
      <Prose>{tex`
The values each can have, and its slopes: the steepest, and those it comes to far to the left and to the right.

| function | values | steepest slope | far left, right |
|---|---|---|---|
| $\sigma$ | $(0, 1)$ | ¼ | 0, 0 |
| $\tanh$ | $(-1, 1)$ | 1 | 0, 0 |
| ReLU | $[0, \infty)$ | 1 | 0, 1 |
| leaky ReLU | all | 1 | $\alpha$, 1 |
| identity | all | 1 | 1, 1 |

Weight and bias move and stretch these curves, and can be read off them. A unit $f(wx + b)$ has its middle where $wx + b = 0$,
at $x = -\frac{b}{w}$, and there its slope is $w\,f'(0)$ by the chain rule. The unit $\sigma(${w}x - ${-b})$ has its middle at
$x = \frac{${-b}}{${w}} ${is(-b / w)}$, with the slope $${w} \cdot \frac14 ${is(w * sigmoidDerivative(0))}$.
`}</Prose>
    </>
  );
}
