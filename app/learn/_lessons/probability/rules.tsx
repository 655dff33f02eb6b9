import { Display } from "#app/learn/_components/display.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";

const [rain, wind, both] = [0.4, 0.5, 0.3];

export function Rules() {
  return (
    <>
      <Prose>{tex`
A **probability** is a number from 0, for what cannot happen, to 1, for what is certain. An **event** $A$ is anything that may
or may not come true. Either it does or it does not, so the two probabilities add up to 1: that of the **complement**
$A^c$ is what is left.
`}</Prose>
      <Formula id="complement-rule">{tex`P(A^c) = 1 - P(A)`}</Formula>
      <Prose>{tex`
The **union** $A \cup B$ says that at least one of them happens, the **intersection** $A \cap B$ that both do. Add $P(A)$ and
$P(B)$, and what belongs to both has been counted twice; so it is taken off once.
`}</Prose>
      <Formula id="union-rule">{tex`P(A \cup B) = P(A) + P(B) - P(A \cap B)`}</Formula>
      <Prose>{tex`
Say it rains on $${rain * 100}\,\%$ of the days, is windy on $${wind * 100}\,\%$, and both on $${both * 100}\,\%$. Then one of
the two, at least, happens with
`}</Prose>
      <Display>{tex`P(R \cup W) = ${rain} + ${wind} - ${both} ${is(rain + wind - both)}`}</Display>
      <Prose>{tex`
and a calm, dry day has probability $1 - ${rain + wind - both} ${is(1 - (rain + wind - both))}$. Figures can contradict each
other: “both” can be no likelier than either alone, and the union can be no likelier than 1.
`}</Prose>
    </>
  );
}
