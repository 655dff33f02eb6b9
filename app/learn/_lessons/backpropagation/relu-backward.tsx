import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { isRow, row, tex } from "#components/math/values.ts";
import { leakyReluDerivative, relu, reluDerivative } from "#lib/math/activations.ts";
import { hadamard } from "#lib/math/vector.ts";

const z = [-1, 2, 3];
const arriving = [0.5, -0.3, 0.8];
const leak = 0.1;

export function ReluBackward() {
  const slopes = z.map(reluDerivative);
  const leaky = z.map((zi) => leakyReluDerivative(zi, leak));
  return (
    <>
      <Prose>{tex`
A layer with ReLU changes one factor of the recursion, and makes it simpler. Its slope is 1 where the unit is live and 0 where it
is not. So the entries of a gradient $g = \partial L / \partial a$ that comes back to it either pass whole or are stopped:
`}</Prose>
      <Formula id="relu-backward">{tex`\frac{\partial L}{\partial z_i} = \frac{\partial L}{\partial a_i} \cdot \begin{cases} 1 & z_i > 0 \\ 0 & z_i < 0 \end{cases}`}</Formula>
      <Example n={38} title="Three gates">
        <Prose>{tex`
Forward, the pre-activations $z = ${row(z)}$ gave $a = ${row(z.map(relu))}$. Backward, the gradient by $a$ arrives as
$g = ${row(arriving)}$. The slopes are $${row(slopes)}$:
`}</Prose>
        <Display>{tex`\delta = ${arriving} \odot ${slopes} = ${hadamard(arriving, slopes)}`}</Display>
        <Prose>{tex`
The first unit was silent, so it had no part in the loss, and its $0.5$ goes nowhere. The second passes its *negative* gradient
as it is. What decides is the sign of $z$ from the forward pass; the sign of the gradient has no say.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
A unit with $\delta_i = 0$ has a weight gradient of 0 as well, since its row is $\delta_i$ times what came in, and so has its bias:
on this sample the unit learns nothing. And it sends nothing to the layer below. At $z_i = 0$ exactly there is no slope; programs take 0.

With a *leaky* ReLU the gate never shuts completely. For $\alpha = ${leak}$ the slopes are $${row(leaky)}$, and the same gradient
becomes $\delta ${isRow(hadamard(arriving, leaky))}$.
`}</Prose>
    </>
  );
}
