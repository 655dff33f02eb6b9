import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { product, transpose } from "#lib/math/matrix.ts";

const A = [
  [1, 2, 3],
  [4, 5, 6],
];
const B = [[2], [0], [1]];

export function Transpose() {
  return (
    <>
      <Prose>{tex`
The **transpose** of a matrix has its rows as columns. An $m \times n$ matrix becomes an $n \times m$ one, and what stood in
row $i$ and column $j$ now stands in row $j$ and column $i$.
`}</Prose>
      <Formula id="transpose">{tex`(A^\top)_{ij} = A_{ji}`}</Formula>
      <Display>{tex`A = ${A} \quad\Rightarrow\quad A^\top ${is(transpose(A))}`}</Display>
      <Prose>{tex`
A column vector becomes a row, so the dot product can be written as a matrix product: $u \cdot v = u^\top v$. The transpose
of a product is the product of the transposes **in the opposite order**:
`}</Prose>
      <Display>{tex`(AB)^\top = B^\top A^\top`}</Display>
      <Prose>{tex`
Shapes demand it. With $A$ of $2 \times 3$ and $B$ of $3 \times 1$, the product $A^\top B^\top$ would be $3 \times 2$ times
$1 \times 3$, and does not exist. The other way round it does, and agrees:
`}</Prose>
      <Display>
        {[
          tex`(AB)^\top = \left( ${A} ${B} \right)^{\!\top} ${is(transpose(product(A, B)))}`,
          tex`B^\top A^\top ${is(product(transpose(B), transpose(A)))}`,
        ]}
      </Display>
      <Prose>{tex`
When a long formula for a batch does not fit together, write the shape under each factor. The missing transpose shows at
once.
`}</Prose>
    </>
  );
}
