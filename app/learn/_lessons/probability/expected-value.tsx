import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, par, tex } from "#components/math/values.ts";
import { dot } from "#lib/math/vector.ts";

const points = [10, -5];
const chances = [0.8, 0.2];

export function ExpectedValue() {
  return (
    <>
      <Prose>{tex`
A **random variable** $X$ takes values by chance. Its **expected value** is their mean, each weighed by its probability: what
one gets on average in the long run. It need not be a value that ever occurs; dice expect 3.5.
`}</Prose>
      <Formula id="expected-value">{tex`E[X] = \sum_i x_i \, P(X = x_i)`}</Formula>
      <Example n={19} title="Points for right and wrong">
        <Prose>{tex`
A classifier earns ${points[0] ?? 0} points when it is right, with probability ${chances[0] ?? 0}, and loses 5 when it is
wrong.
`}</Prose>
        <Display>{tex`E[S] = ${points.map((x, i) => tex`${par(x)} \cdot ${chances[i] ?? 0}`).join(" + ")} ${is(dot(points, chances))}`}</Display>
        <Prose>{tex`
Seven points per decision, on average. The plain mean of 10 and $-5$ would be 2.5; it forgets that being right is four times
as likely.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
Expectations are linear: $E[aX + b] = a\,E[X] + b$, and $E[X + Y] = E[X] + E[Y]$, whether or not $X$ and $Y$ depend on each
other.
`}</Prose>
    </>
  );
}
