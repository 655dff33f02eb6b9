import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { determinant, identity, matvec, product } from "#lib/math/matrix.ts";
import { inverse } from "#lib/math/solve.ts";

const A = [
  [3, 1],
  [4, 2],
];
const b = [5, 8];

export function Inverse() {
  const found = inverse(A);
  const inverted = found === "singular" ? [] : found;
  const x = matvec(inverted, b);
  return (
    <>
      <Prose>{tex`
The **identity** matrix has ones on its diagonal and zeros elsewhere. It changes nothing: $IA = A$ and $AI = A$.
`}</Prose>
      <Formula id="identity">{tex`I_3 = ${identity(3)}`}</Formula>
      <Prose>{tex`
The **inverse** of a square matrix $A$, where there is one, undoes it: $A^{-1}A = AA^{-1} = I$. For a $2 \times 2$ matrix it
is quickly written down: swap the diagonal, change the signs off it, divide by the **determinant** $ad - bc$.
`}</Prose>
      <Display>
        {tex`\begin{bmatrix} a & b \\ c & d \end{bmatrix}^{-1} = \frac{1}{ad - bc} \begin{bmatrix} d & -b \\ -c & a \end{bmatrix}`}
      </Display>
      <Prose>{tex`
Where the determinant is 0 the matrix is **singular**: it flattens the plane onto a line, and nothing can tell afterwards
where a point came from.
`}</Prose>
      <Display>
        {tex`A = ${A}, \qquad \det A = 3 \cdot 2 - 1 \cdot 4 ${is(determinant(A))}, \qquad A^{-1} ${is(inverted)}`}
      </Display>
      <Display>{tex`A A^{-1} = ${A} ${inverted} ${is(product(A, inverted))}`}</Display>
      <Prose>{tex`
With it, a **linear system** is solved in one step: multiply $Ax = b$ by $A^{-1}$ from the left.
`}</Prose>
      <Formula id="inverse-solves">{tex`Ax = b \quad\Rightarrow\quad x = A^{-1} b`}</Formula>
      <Prose>{tex`
The system $3x_1 + x_2 = 5$, $4x_1 + 2x_2 = 8$ has the matrix from above, and
`}</Prose>
      <Display>{tex`x = ${inverted} ${b} ${is(x)}`}</Display>
      <Prose>{tex`
Put it back in to check: $3 \cdot ${x[0] ?? 0} + ${x[1] ?? 0} = 5$. On a computer nobody forms the inverse for this:
elimination is faster and loses fewer digits.
`}</Prose>
    </>
  );
}
