import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { dot } from "#lib/math/vector.ts";

const shares = [0.5, 0.3, 0.2];
const faulty = [0.01, 0.02, 0.05];

export function TotalProbability() {
  return (
    <>
      <Prose>{tex`
Often $P(B)$ is not given, but how likely $B$ is in each of several cases. If the cases leave nothing out and do not overlap,
weigh each by how likely it is, and add up.
`}</Prose>
      <Formula id="total-probability">{tex`P(B) = \sum_i P(B \mid A_i)\,P(A_i)`}</Formula>
      <Prose>{tex`
With only two cases, $A$ and its complement, that is $P(B \mid A)\,P(A) + P(B \mid A^c)\,P(A^c)$. Three machines make
$50\,\%$, $30\,\%$ and $20\,\%$ of all parts, and $1\,\%$, $2\,\%$ and $5\,\%$ of theirs are faulty. A part is faulty with
probability
`}</Prose>
      <Display>{tex`${shares.map((s, i) => tex`${s} \cdot ${faulty[i] ?? 0}`).join(" + ")} ${is(dot(shares, faulty))}`}</Display>
      <Prose>{tex`
It is a weighted mean, so it lies between the least and the largest of the rates. A plain sum of the rates would be $0.08$,
larger than each of them: a sure sign that the weights are missing.
`}</Prose>
    </>
  );
}
