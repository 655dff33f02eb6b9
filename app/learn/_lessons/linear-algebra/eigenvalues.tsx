import { Display } from "#app/learn/_components/display.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { determinant, matvec, trace } from "#lib/math/matrix.ts";

const A = [
  [3, 1],
  [1, 3],
];

export function Eigenvalues() {
  const [t, d] = [trace(A), determinant(A)];
  const root = Math.sqrt(t ** 2 - 4 * d);
  const [large, small] = [(t + root) / 2, (t - root) / 2];
  const [v, w] = [
    [1, 1],
    [1, -1],
  ] as const;
  return (
    <>
      <Prose>{tex`
Most vectors are turned when a matrix is applied to them. An **eigenvector** is only stretched: $Av = \lambda v$ with
$v \ne 0$, and the factor $\lambda$ is its **eigenvalue**. They tell what a matrix does when it is applied again and again,
and, later, whether a surface is curved up or down.

For $(A - \lambda I)v = 0$ to have a solution besides zero, $A - \lambda I$ must be singular. For a $2 \times 2$ matrix this
is a quadratic equation, with the **trace** (the sum of the diagonal) and the determinant in it:
`}</Prose>
      <Display>{tex`\lambda^2 - \operatorname{tr}(A)\,\lambda + \det A = 0`}</Display>
      <Prose>{tex`
For $A = ${A}$ the trace is ${t} and the determinant ${d}, so $\lambda^2 - ${t}\lambda + ${d} = 0$ with the solutions
$\lambda_1 = ${large}$ and $\lambda_2 = ${small}$. The first row of $A - \lambda I$ then gives a direction:
$(3 - \lambda)x + y = 0$.
`}</Prose>
      <Display>
        {[tex`A ${v} ${is(matvec(A, v))} = ${large} ${v}`, tex`A ${w} ${is(matvec(A, w))} = ${small} ${w}`]}
      </Display>
      <Figure
        figure={{
          figure: "plane",
          alt: "The eigenvectors (1, 1) and (1, −1), each with its image in the same direction: four times as long, and twice.",
          xLabel: "x₁",
          yLabel: "x₂",
          arrows: [
            { from: zero, to: at(matvec(A, v)), label: "Av", tone: "result" },
            { from: zero, to: at(matvec(A, w)), label: "Aw", tone: "result" },
            { from: zero, to: at(v), label: "v", tone: "plain" },
            { from: zero, to: at(w), label: "w", tone: "plain" },
          ],
          points: [],
          lines: [],
        }}
      />
      <Prose>Any multiple of an eigenvector is one too: only its direction is determined.</Prose>
    </>
  );
}

const zero = { x: 0, y: 0 };
const at = ([x = 0, y = 0]: readonly number[]) => ({ x, y });
