import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, tex } from "#components/math/values.ts";
import { matvec, product, transpose } from "#lib/math/matrix.ts";
import { leastSquares } from "#lib/math/solve.ts";
import { subtract } from "#lib/math/vector.ts";

const xs = [0, 1, 2, 3];
const y = [1, 3, 4, 4];
const X = xs.map((x) => [1, x]);

export function NormalEquation() {
  const found = leastSquares(X, y);
  const theta = found === "rank-deficient" ? [] : found;
  const [intercept = 0, slope = 0] = theta;
  const fitted = matvec(X, theta);
  const residual = subtract(y, fitted);
  const Xt = transpose(X);
  const onLine = (x: number) => ({ x, y: intercept + slope * x });
  return (
    <>
      <Prose>{tex`
More equations than unknowns have no exact solution, as a rule: four points do not lie on one line. **Least squares** asks
for the next best, the $\theta$ for which the squares of the errors $y - X\theta$ add up to the least. It is the solution of
the **normal equation** $X^\top X\,\theta = X^\top y$.
`}</Prose>
      <Formula id="normal-equation">{tex`\theta = (X^\top X)^{-1} X^\top y`}</Formula>
      <Example n={7} title="A line through four points">
        <Prose>{tex`
The **design matrix** $X$ has a row for each sample and a column for each parameter; a column of ones gives the line its
intercept. Let the points be $(0, 1)$, $(1, 3)$, $(2, 4)$ and $(3, 4)$.
`}</Prose>
        <Display>{[tex`X = ${X}`, tex`X^\top X ${is(product(Xt, X))}`, tex`X^\top y ${is(matvec(Xt, y))}`]}</Display>
        <Display>{tex`\theta ${is(theta)}`}</Display>
        <Prose>{tex`
So the line is $\hat y = ${intercept} + ${slope} \cdot x$. The fitted values are $X\theta ${isRow(fitted)}$, and the **residuals**
$y - X\theta ${isRow(residual)}$ stand at right angles to every column of $X$: $X^\top(y - X\theta) = 0$. That is what the
normal equation says, and where its name comes from.
`}</Prose>
        <Figure
          figure={{
            figure: "plane",
            alt: `Four points and the line that fits them best, from ${intercept.toFixed(1)} at x = 0 with slope ${slope.toFixed(1)}; short vertical lines from the points to it are the residuals.`,
            xLabel: "x",
            yLabel: "y",
            arrows: [],
            points: xs.map((x, i) => ({ x, y: y[i] ?? 0, label: "" })),
            lines: [
              { from: onLine(-0.3), to: onLine(3.4), label: "the fit", dashed: false },
              ...xs.map((x, i) => ({ from: { x, y: y[i] ?? 0 }, to: onLine(x), label: "", dashed: true })),
            ],
          }}
        />
        <Prose>{tex`
The inverse exists only where the columns of $X$ are independent. A feature given twice, in metres and in feet, makes
$X^\top X$ singular.
`}</Prose>
      </Example>
    </>
  );
}
