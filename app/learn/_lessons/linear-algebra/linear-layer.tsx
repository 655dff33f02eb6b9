import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { matvec, product, transpose } from "#lib/math/matrix.ts";
import { add } from "#lib/math/vector.ts";

const x = [2, 3];
const W = [
  [0.5, 0.3],
  [0.2, 0.8],
  [0.1, 0.4],
];
const b = [0.1, 0.2, 0.3];
const X = [x, [1, 2]];

export function LinearLayer() {
  const Wx = matvec(W, x);
  const XW = product(X, transpose(W));
  return (
    <>
      <Prose>{tex`
A **layer** of a network takes a vector $x$ of inputs and gives one number for each of its neurons. Neuron $i$ has weights,
row $i$ of the matrix $W$, and a **bias** $b_i$; its number is the dot product of weights and inputs, plus the bias. All
neurons at once:
`}</Prose>
      <Formula id="affine-layer">{tex`z = Wx + b`}</Formula>
      <Prose>{tex`
With $n$ inputs and $m$ neurons $W$ is $m \times n$, while $b$ and $z$ have $m$ entries. The result $z$ is called the
**pre-activation**, since an activation function usually comes next. People say *linear* layer; strictly, with a bias it is
*affine*.
`}</Prose>
      <Example n={5} title="Three neurons with two inputs">
        <Display>{[tex`x = ${x}`, tex`W = ${W}`, tex`b = ${b}`]}</Display>
        <Prose>First the product, one row at a time, then the bias.</Prose>
        <Display>
          {tex`Wx = \begin{bmatrix} 0.5 \cdot 2 + 0.3 \cdot 3 \\ 0.2 \cdot 2 + 0.8 \cdot 3 \\ 0.1 \cdot 2 + 0.4 \cdot 3 \end{bmatrix} ${is(Wx)}`}
        </Display>
        <Display>{tex`z = ${Wx} + ${b} ${is(add(Wx, b))}`}</Display>
      </Example>
      <Prose className="mt-8">{tex`
A whole **batch** goes through at once. With the samples as rows of $X$, and the weights of each neuron as a *column*, the
layer reads $Z = XW + b$: one row of $Z$ per sample, and the same bias added to every row. The $W$ of this notation is the
transpose of the one above. With the second sample $[1, 2]$:
`}</Prose>
      <Display>{tex`${X} ${transpose(W)} + b ${is(XW.map((z) => add(z, b)))}`}</Display>
      <Prose>The first row is the result for the first sample, as it must be.</Prose>
    </>
  );
}
