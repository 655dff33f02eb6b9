import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, par, tex } from "#components/math/values.ts";
import { norm, normalize } from "#lib/math/vector.ts";

const v = [3, 4];
const w = [-3, 2, 6];

export function Norm() {
  return (
    <>
      <Prose>{tex`
The **norm** of a vector is its length, by Pythagoras in any number of dimensions: the root of the dot product with itself.
`}</Prose>
      <Formula id="norm">{tex`\lVert v \rVert = \sqrt{v_1^2 + v_2^2 + \dots + v_n^2} = \sqrt{v \cdot v}`}</Formula>
      <Prose>{tex`
Squares are never negative, so signs do not matter: $${w}$ has norm
$\sqrt{${w.map((x) => `${par(x)}^2`).join(" + ")}} ${is(norm(w))}$. This norm is also written $\lVert v \rVert_2$, to tell
it from others such as $\lVert v \rVert_1$, the sum of absolute values.

Divide a vector by its norm and a vector of length 1 is left, a **unit vector**. It keeps the direction and forgets the
length. Only the zero vector has none, since there is nothing to divide by.
`}</Prose>
      <Formula id="unit-vector">{tex`\hat v = \frac{v}{\lVert v \rVert}, \qquad \lVert \hat v \rVert = 1`}</Formula>
      <Example n={3} title="Down to length 1">
        <Display>
          {[
            tex`\lVert ${v} \rVert = \sqrt{3^2 + 4^2} = \sqrt{25} ${is(norm(v))}`,
            tex`\hat v = \tfrac15 ${v} ${is(normalize(v))}`,
          ]}
        </Display>
        <Prose>{tex`
The check is quick: $0.6^2 + 0.8^2 = 0.36 + 0.64 ${is(norm(normalize(v)) ** 2)}$.
`}</Prose>
      </Example>
    </>
  );
}
