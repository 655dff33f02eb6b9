import { Display } from "#app/learn/_components/display.tsx";
import { ErratumNote } from "#app/learn/_components/erratum-note.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { inText, is, tex } from "#components/math/values.ts";
import { sigmoidDerivative } from "#lib/math/activations.ts";
import { log10 } from "#lib/math/logs.ts";
import { matvec } from "#lib/math/matrix.ts";

const depth = 10;
const last = 0.1;
const weight = 0.5;
const steepest = sigmoidDerivative(0);
const layers = Array.from({ length: depth }, (_, i) => i + 1);
/** The delta of a layer where every layer back is the same factor. */
const deltaAt = (layer: number, factor: number) => last * factor ** (depth - layer);
const chain = (factor: number) => layers.map((layer) => ({ x: layer, y: log10(deltaAt(layer, factor)) }));

const W = [
  [1.5, 0.5],
  [0.5, 1.5],
];
const delta = [1, 1];
const far = 2;

export function GradientFlow() {
  const factor = weight * steepest;
  const once = matvec(W, delta);
  return (
    <>
      <Prose>{tex`
A delta that goes back through many layers is multiplied at each of them, by weights and by a slope. Many factors below 1 leave
almost nothing; many above 1 leave far too much. Take one unit per layer first, with ${depth} layers, the weight $${weight}$
everywhere, and sigmoids at their very steepest, $\sigma'(0) = ${steepest}$:
`}</Prose>
      <ErratumNote id="gradient-flow" />
      <Formula id="vanishing-gradient">{tex`\delta^{(\ell)} = w^{(\ell+1)}\,\delta^{(\ell+1)} \cdot \sigma'\bigl( z^{(\ell)} \bigr)`}</Formula>
      <Display>
        {[
          tex`\delta^{(10)} = ${last}`,
          tex`\delta^{(9)} = ${weight} \cdot ${last} \cdot ${steepest} ${is(deltaAt(9, factor))}`,
          tex`\delta^{(8)} ${is(deltaAt(8, factor))}`,
          tex`\delta^{(1)} = ${last} \cdot ${factor}^9 ${is(deltaAt(1, factor))}`,
        ]}
      </Display>
      <Prose>{tex`
The first layer hears next to nothing of the error, and hardly learns: the gradient has **vanished**. In truth it is worse, since
away from 0 the sigmoid is flatter still: at $z = ${far}$ its slope is $${sigmoidDerivative(far)}$. With ReLUs that are live the
slope is 1, and only the weights are left to multiply.
`}</Prose>
      <Figure
        figure={{
          figure: "curves",
          alt: `The logarithm to base 10 of the delta, by layer, coming from 0.1 at layer 10. With sigmoids and weights of ${weight} it falls towards layer 1 to ${inText(log10(deltaAt(1, factor)), 3)}. With live ReLUs it stays at −1 for weights of 1, and rises to ${inText(log10(deltaAt(1, 2)), 3)} for weights of 2.`,
          xLabel: "layer",
          yLabel: "log₁₀ δ",
          curves: [
            { label: "σ, w = ½", points: chain(factor) },
            { label: "ReLU, w = 1", points: chain(1) },
            { label: "ReLU, w = 2", points: chain(2) },
          ],
          shaded: [],
          marks: [
            { x: 1, y: log10(deltaAt(1, factor)), label: "vanished" },
            { x: depth, y: log10(last), label: "0.1" },
          ],
        }}
      />
      <Prose>{tex`
On this logarithmic scale a constant factor is a straight line. Only a factor of about 1 carries the signal through; on both sides
of it depth makes things exponentially worse. With whole layers in place of single units the size of a weight becomes the
**norm** $\lVert W \rVert$ of a matrix, the most by which it can stretch a vector, and the factor becomes a bound:
`}</Prose>
      <Formula id="exploding-gradient">{tex`\bigl\lVert \delta^{(\ell)} \bigr\rVert \le \bigl\lVert W^{(\ell+1)} \bigr\rVert \cdot \max \bigl| f' \bigr| \cdot \bigl\lVert \delta^{(\ell+1)} \bigr\rVert`}</Formula>
      <Prose>{tex`
If $\lVert W \rVert \cdot \max |f'|$ is above 1 at every layer, gradients *can* grow exponentially. They **explode** if the deltas also
point where the matrices stretch. For example
`}</Prose>
      <Display>{tex`W = ${W}, \qquad W^\top \begin{bmatrix} 1 \\ 1 \end{bmatrix} ${is(once)}, \qquad W^\top \begin{bmatrix} 1 \\ -1 \end{bmatrix} ${is(matvec(W, [1, -1]))}`}</Display>
      <Prose>{tex`
In one direction each layer doubles the delta, and behind ten layers of live ReLUs it is $2^{10} ${is(2 ** 10)}$ times as long. In
the other direction it comes out as it went in. With sigmoids the factor is at most $2 \cdot ${steepest} ${is(2 * steepest)}$, and nothing can grow at all.

What helps, and against what:

- **ReLU** in the hidden layers, against vanishing: a slope of 1 weakens nothing.
- **Residual connections**, against vanishing: a block computes $a + g(a)$, whose slope is $1 + g'$, so that a gradient always has
  a way past it.
- **Batch normalization**, against both: it brings the pre-activations back to mean 0 and standard deviation 1, where slopes are
  of a good size.
- **Careful initial weights**, against both: with a variance of $\frac1n$ for $n$ inputs, or $\frac2n$ before a ReLU, layers
  neither shrink nor swell what passes through, on average.
- **Gradient clipping**, against exploding: it comes next.

A dead ReLU is a third illness. Its factor is 0, no scaling brings that back, and the remedies are others: a leaky ReLU, a lower
learning rate, biases that start a little above 0.
`}</Prose>
    </>
  );
}
