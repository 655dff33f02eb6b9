import { Display } from "#app/learn/_components/display.tsx";
import { Practice } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { matvec, product, shapeOf } from "#lib/math/matrix.ts";

const A = [
  [1, 2, 0],
  [3, -1, 4],
];
const B = [
  [2, 1],
  [0, 5],
  [1, -2],
];
const v = [2, 0, 1];

export function MatrixProduct() {
  const [rows, columns] = shapeOf(product(blank(100, 5), blank(5, 3)));
  return (
    <>
      <Prose>{tex`
A matrix **times a vector** is one dot product per row: entry $i$ of $Av$ is row $i$ of $A$ with $v$. So $A$ needs as many
columns as $v$ has entries, and the result has as many entries as $A$ has rows.
`}</Prose>
      <Display>{tex`${A} ${v} = \begin{bmatrix} 1 \cdot 2 + 2 \cdot 0 + 0 \cdot 1 \\ 3 \cdot 2 - 1 \cdot 0 + 4 \cdot 1 \end{bmatrix} ${is(matvec(A, v))}`}</Display>
      <Prose>{tex`
A matrix **times a matrix** is the same, once for every column on the right: the entry in row $i$ and column $j$ of $AB$ is
row $i$ of $A$ with column $j$ of $B$.
`}</Prose>
      <Formula id="matrix-product">{tex`(AB)_{ij} = \sum_{k=1}^{n} A_{ik} B_{kj}`}</Formula>
      <Display>{tex`AB = ${A} ${B} ${is(product(A, B))}`}</Display>
      <Prose>{tex`
The rows of $A$ and the columns of $B$ must be equally long. Write the shapes side by side: the two in the middle have to
agree, and vanish; the outer two are the shape of the product.
`}</Prose>
      <Display>{tex`(m \times \underline{n}) \cdot (\underline{n} \times p) \;\to\; m \times p`}</Display>
      <Prose>{tex`
Order matters. Here $BA$ exists too, but it is a $3 \times 3$ matrix: $${product(B, A)}$. Even where both products have the
same shape, they are usually different.
`}</Prose>
      <Practice n={1} title="The shape of a product">
        <Prose>{tex`
A hundred samples with five features each are a $100 \times 5$ matrix $X$; the weights $W$ of a layer with three outputs are
$5 \times 3$. The fives in the middle agree, so $XW$ exists and is $${rows} \times ${columns}$: three outputs for each of the
hundred samples. $WX$ does not exist, since 3 and 100 differ.
`}</Prose>
      </Practice>
    </>
  );
}

/** A matrix of a shape alone. */
const blank = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
