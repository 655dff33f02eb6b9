import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, row, tex } from "#components/math/values.ts";
import { bayes } from "#lib/math/probability.ts";
import { hadamard, sum } from "#lib/math/vector.ts";

const priors = [0.5, 0.3, 0.2];
const likelihoods = [0.1, 0.4, 0.5];

export function Updates() {
  const joint = hadamard(priors, likelihoods);
  const [once = 0] = bayes([0.01, 0.99], [0.99, 0.05]);
  const [twice = 0] = bayes([once, 1 - once], [0.99, 0.05]);
  return (
    <>
      <Prose>{tex`
With **several classes** nothing new happens: multiply each prior by its likelihood, and divide all products by their sum, so
that they add up to 1. For the priors $${row(priors)}$ and the likelihoods $${row(likelihoods)}$ of what was seen:
`}</Prose>
      <Display>
        {[
          tex`\text{products} ${isRow(joint)}`,
          tex`\text{sum} ${is(sum(joint))}`,
          tex`\text{posterior} ${isRow(bayes(priors, likelihoods))}`,
        ]}
      </Display>
      <Prose>{tex`
The class that was likeliest before is now the least likely. With **several findings** the posterior after one is the prior of
the next, as long as the findings are independent within each class. A second positive test of the kind above starts from
$\frac16$ and no longer from $\frac{1}{100}$:
`}</Prose>
      <Display>
        {tex`P(D \mid +,+) = \frac{0.99 \cdot ${once}}{0.99 \cdot ${once} + 0.05 \cdot ${1 - once}} ${is(twice)}`}
      </Display>
      <Prose>The order of the findings does not matter; the products are the same.</Prose>
    </>
  );
}
