import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, tex } from "#components/math/values.ts";
import { centred, columnMeans, covariance } from "#lib/math/statistics.ts";

const X = [
  [1, 2],
  [2, 4],
  [3, 5],
];

export function Covariance() {
  return (
    <>
      <Prose>{tex`
Do two features rise together? Take from each entry the mean of its column, which leaves the **centred** matrix $X_c$. Then
multiply deviations of the same sample, and average: where both are above their means at the same samples, the average is
positive. The **covariance matrix** holds this for every pair of features, and the variances on its diagonal.
`}</Prose>
      <Formula id="covariance">{tex`\Sigma = \frac1n X_c^\top X_c, \qquad (X_c)_{ij} = X_{ij} - \bar x_j`}</Formula>
      <Prose>{tex`
Dividing by $n$ describes the data at hand. Where they are a sample, and the spread of what they were drawn from is wanted,
one divides by $n - 1$: the mean was fitted to the same data, which makes deviations from it a little too small.
`}</Prose>
      <Example n={6} title="Three samples, two features">
        <Prose>{tex`The columns of $X$ have the means $\bar x ${isRow(columnMeans(X))}$.`}</Prose>
        <Display>{[tex`X = ${X}`, tex`X_c ${is(centred(X))}`]}</Display>
        <Display>
          {[
            tex`\tfrac1n X_c^\top X_c ${is(covariance(X, "n"))}`,
            tex`\tfrac{1}{n-1} X_c^\top X_c ${is(covariance(X, "n-1"))}`,
          ]}
        </Display>
        <Prose>{tex`
The off-diagonal entry is positive: the features rise together. The matrix is symmetric, since the covariance of the first
with the second is that of the second with the first.
`}</Prose>
      </Example>
    </>
  );
}
