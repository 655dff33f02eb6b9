import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, row, tex } from "#components/math/values.ts";
import { crossEntropy, entropy, klDivergence } from "#lib/math/logs.ts";

const p = [0.5, 0.25, 0.25];
const q = [0.25, 0.25, 0.5];
/** Ten samples, six of one class; a split into groups of five: all of one class but none of the other, and the rest. */
const [before, left, right] = [
  [0.6, 0.4],
  [1, 0],
  [0.2, 0.8],
];

export function Entropy() {
  const gain = entropy(before, 2) - 0.5 * entropy(left, 2) - 0.5 * entropy(right, 2);
  return (
    <>
      <Prose>{tex`
The rarer an outcome, the more one learns when it occurs: $-\log p$. Averaged over all outcomes this is the **entropy** of a
distribution, its uncertainty. With base 2 the unit is the bit, with $\ln$ the nat.
`}</Prose>
      <Display>{tex`H(p) = -\sum_i p_i \log p_i`}</Display>
      <Prose>{tex`
A fair coin has one bit, a certain outcome none, and $p = ${row(p)}$ has
$0.5 \cdot 1 + 0.25 \cdot 2 + 0.25 \cdot 2 ${is(entropy(p, 2))}$ bits. **Cross-entropy** $H(p, q) = -\sum_i p_i \log q_i$ is
what it costs to expect $q$ while $p$ is true. It is never less than $H(p)$, and the excess is the **Kullback–Leibler
divergence**:
`}</Prose>
      <Display>{tex`D_{\mathrm{KL}}(p \,\|\, q) = \sum_i p_i \log \frac{p_i}{q_i} = H(p, q) - H(p) \ge 0`}</Display>
      <Prose>{tex`
For $q = ${row(q)}$: $H(p, q) ${is(crossEntropy(p, q, 2))}$ bits, so the divergence is
$${crossEntropy(p, q, 2)} - ${entropy(p, 2)} ${is(klDivergence(p, q, 2))}$. It is 0 only for $q = p$, and in general it changes when
the two trade places: it is no distance.

A decision tree asks the question after which least uncertainty is left. The **information gain** of a split is the entropy
before, less the mean entropy of the parts, weighed by their size. Ten samples, 6 of one class and 4 of the other, split into 5 and 0, and
1 and 4:
`}</Prose>
      <Display>{tex`${entropy(before, 2)} - \tfrac12 \cdot ${entropy(left, 2)} - \tfrac12 \cdot ${entropy(right, 2)} ${is(gain)} \text{ bits}`}</Display>
    </>
  );
}
