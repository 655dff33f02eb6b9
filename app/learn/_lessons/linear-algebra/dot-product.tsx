import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, row, tex } from "#components/math/values.ts";
import { dot } from "#lib/math/vector.ts";
import { ratings } from "./ratings.ts";

export function DotProduct() {
  const [u, v] = ratings;
  const products = u.map((x, i) => tex`${x} \cdot ${v[i] ?? 0}`).join(" + ");
  return (
    <>
      <Prose>{tex`
Two vectors of the same dimension can be multiplied to a single number: multiply entries that stand at the same place, and
add up. This is the **dot product**. Whatever a network computes, most of its work is dot products.
`}</Prose>
      <Formula id="dot-product">{tex`u \cdot v = u_1 v_1 + u_2 v_2 + \dots + u_n v_n = \sum_{i=1}^{n} u_i v_i`}</Formula>
      <Prose>{tex`
The result is a number and no vector. If you still have a list of products in front of you, the adding is missing.
`}</Prose>
      <Example n={2} title="Two people’s tastes">
        <Prose>{tex`
Two people rate action, comedy, horror and drama from 0 to 5: $u = ${row(u)}$ and $v = ${row(v)}$.
`}</Prose>
        <Display>{tex`u \cdot v = ${products} ${is(dot(u, v))}`}</Display>
        <Prose>{tex`
A large value says that high ratings meet high ratings. It does not yet say how alike the tastes are: somebody who rates
everything twice as high would double it. For that, lengths have to be taken out, as below under *cosine similarity*.
`}</Prose>
      </Example>
    </>
  );
}
