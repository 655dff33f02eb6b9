import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { determinant, trace } from "#lib/math/matrix.ts";

const H = [
  [2, 1],
  [1, 4],
];

export function SecondDerivatives() {
  const [t, d] = [trace(H), determinant(H)];
  const root = Math.sqrt(t ** 2 - 4 * d);
  return (
    <>
      <Prose>{tex`
How does the slope itself change? With one variable $f''$ tells: where it is positive, the curve bends upward like a bowl.
With several, every partial derivative can be differentiated by every variable, and the table of them is the **Hessian**.
`}</Prose>
      <Display>{tex`H_{ij} = \frac{\partial^2 f}{\partial x_i\, \partial x_j}`}</Display>
      <Prose>{tex`
The order of the two does not matter for smooth functions, so $H$ is symmetric. For $f(x, y) = x^2 + xy + 2y^2$ the gradient
is $[2x + y,\ x + 4y]$, and
`}</Prose>
      <Display>{tex`H = ${H}, \qquad \lambda = \frac{${t} \pm \sqrt{${t}^2 - 4 \cdot ${d}}}{2}, \qquad \lambda_1 ${is((t + root) / 2)}, \quad \lambda_2 ${is((t - root) / 2)}`}</Display>
      <Prose>{tex`
The eigenvalues are the curvatures in the directions of the eigenvectors. Both positive: the function is **convex**, a bowl
with one minimum. Of different signs: a saddle, down one way and up the other. Here both are positive. The largest also bounds
the learning rate: $\alpha < 2/\lambda_1 ${is(4 / (t + root))}$.
`}</Prose>
    </>
  );
}
