import { Display } from "#app/learn/_components/display.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, par, tex } from "#components/math/values.ts";
import { dot } from "#lib/math/vector.ts";

const values = [10, -5];
const chances = [0.8, 0.2];

export function Variance() {
  const mean = dot(values, chances);
  const squares = values.map((x) => (x - mean) ** 2);
  const variance = dot(squares, chances);
  return (
    <>
      <Prose>{tex`
Two games with the same expectation can differ much in their risk. The **variance** is the expected square of the distance
from the mean; its root, the **standard deviation** $\sigma$, has the unit of $X$ again.
`}</Prose>
      <Display>{tex`\operatorname{Var}(X) = E\bigl[ (X - \mu)^2 \bigr] = E[X^2] - \mu^2, \qquad \mu = E[X]`}</Display>
      <Prose>{tex`For the points of example 19, with $\mu = ${mean}$:`}</Prose>
      <Display>
        {[
          tex`\operatorname{Var}(S) = ${values.map((x, i) => tex`(${x} - ${mean})^2 \cdot ${chances[i] ?? 0}`).join(" + ")} ${is(variance)}`,
          tex`\sigma ${is(Math.sqrt(variance))}`,
        ]}
      </Display>
      <Prose>{tex`
The other form gives the same: $E[S^2] = ${values.map((x, i) => tex`${par(x)}^2 \cdot ${chances[i] ?? 0}`).join(" + ")}
${is(
  dot(
    values.map((x) => x ** 2),
    chances,
  ),
)}$, and taking off $\mu^2 = ${mean ** 2}$ leaves $${variance}$. Whoever stops at
$E[S^2]$ has measured the distance from zero instead of the mean. A factor counts squared:
$\operatorname{Var}(aX + b) = a^2 \operatorname{Var}(X)$.
`}</Prose>
    </>
  );
}
