import { Display } from "#app/learn/_components/display.tsx";
import { ErratumNote } from "#app/learn/_components/erratum-note.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { isRow, tex } from "#components/math/values.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";
import { hadamard, outer, sum } from "#lib/math/vector.ts";

/** Units of each layer, the input first. */
const sizes = [4, 3, 2];
const weights = sizes.slice(1).map((units, i) => units * (sizes[i] ?? 0));
const biases = sizes.slice(1);

const W = [
  [1, -2],
  [3, 1],
];
const delta = [0.5, -0.1];
const slopes = [0.25, 0.2];
const before = [2, -1, 4];

export function AnyDepth() {
  const back = matvec(transpose(W), delta);
  const next = hadamard(back, slopes);
  return (
    <>
      <Prose>{tex`
Two layers had all there is to see; with more of them the middle step is repeated. Number the layers $\ell = 1, \dots, D$, write
$a^{(0)} = x$ for the input, and let $f^{(\ell)}$ be the activation of layer $\ell$. **Forward**, every layer does its two moves, and keeps
what it computed:
`}</Prose>
      <ErratumNote id="two-names" />
      <Formula id="layer-forward">{tex`z^{(\ell)} = W^{(\ell)} a^{(\ell-1)} + b^{(\ell)}, \qquad a^{(\ell)} = f^{(\ell)}\bigl( z^{(\ell)} \bigr)`}</Formula>
      <Prose>{tex`
**Backward**, the last delta $\delta^{(D)} = \partial L / \partial z^{(D)}$ comes from the loss and the output activation. Each of
the others comes from the one after it:
`}</Prose>
      <Formula id="delta-recursion">{tex`\delta^{(\ell)} = \bigl( W^{(\ell+1)} \bigr)^\top \delta^{(\ell+1)} \odot f^{(\ell)\prime}\bigl( z^{(\ell)} \bigr)`}</Formula>
      <Prose>{tex`
Why the transpose? Unit $j$ of layer $\ell$ feeds every unit $i$ above it with the weight $W_{ij}$. Forward, unit $i$ adds up
over its *row*. Backward, unit $j$ adds up what comes back along all its arrows, $\sum_i W_{ij}\,\delta_i$, and these weights are
its *column*. As soon as a layer has its delta, its gradients are there as well:
`}</Prose>
      <Formula id="weight-outer-product">{tex`\frac{\partial L}{\partial W^{(\ell)}} = \delta^{(\ell)} \bigl( a^{(\ell-1)} \bigr)^\top`}</Formula>
      <Formula id="bias-gradient">{tex`\frac{\partial L}{\partial b^{(\ell)}} = \delta^{(\ell)}`}</Formula>
      <Prose>{tex`
The first is an **outer product**, a column times a row: the entry in row $i$ and column $j$ is the delta of the unit that the
weight leads to, times the activation that it comes from. **Last**, and only when all gradients are known, every layer takes
its step:
`}</Prose>
      <Formula id="layer-update">{tex`W^{(\ell)} \leftarrow W^{(\ell)} - \alpha\,\frac{\partial L}{\partial W^{(\ell)}}, \qquad b^{(\ell)} \leftarrow b^{(\ell)} - \alpha\,\frac{\partial L}{\partial b^{(\ell)}}`}</Formula>
      <Prose>{tex`
The order matters. A layer that stepped before its delta had been passed on would send it back through the *new* weights, and the
layers below would follow the gradient of no loss at all.

One step back with numbers. Let the layer above have`}</Prose>
      <Display>
        {[
          tex`W^{(2)} = ${W}`,
          tex`\delta^{(2)} = ${delta}`,
          tex`f'\bigl( z^{(1)} \bigr) = ${slopes}`,
          tex`a^{(0)} = ${before}`,
        ]}
      </Display>
      <Prose>{tex`
Then $\bigl( W^{(2)} \bigr)^\top \delta^{(2)} ${isRow(back)}$, with $1 \cdot 0.5 + 3 \cdot (-0.1)$ as the first entry, and
`}</Prose>
      <Display>
        {[
          tex`\delta^{(1)} = ${back} \odot ${slopes} = ${next}`,
          tex`\frac{\partial L}{\partial W^{(1)}} = ${next} ${[before]} = ${outer(next, before)}`,
        ]}
      </Display>
      <Prose>{tex`
Shapes are the best check on paper. For a network with ${sizes.join(", ")} units, the input first:

| | layer 1 | layer 2 |
|---|---|---|
| $W$ and $\partial L/\partial W$ | $3 \times 4$ | $2 \times 3$ |
| $b$, $z$, $a$ and $\delta$ | 3 entries | 2 entries |
| comes in | 4 entries | 3 entries |
| goes back, $W^\top \delta$ | (not needed) | 3 entries |
| parameters | $${weights[0] ?? 0} + ${biases[0] ?? 0}$ | $${weights[1] ?? 0} + ${biases[1] ?? 0}$ |

If a product does not fit, something is transposed that should not be, or the other way round. And the parameters are counted
along the way: $${sum(weights)}$ weights and $${sum(biases)}$ biases, $${sum(weights) + sum(biases)}$ in all.
`}</Prose>
    </>
  );
}
