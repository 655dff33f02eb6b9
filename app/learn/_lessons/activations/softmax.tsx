import { Display } from "#app/learn/_components/display.tsx";
import { ErratumNote } from "#app/learn/_components/erratum-note.tsx";
import { Example, Practice } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, isRow, percent, row, tex } from "#components/math/values.ts";
import { softmax } from "#lib/math/activations.ts";
import { sum, type Vector } from "#lib/math/vector.ts";
import { Probabilities } from "./probabilities.tsx";

/** The exponentials, their sum, and the quotients. */
function Steps({ z, digits }: { z: Vector; digits: number }) {
  const exponentials = z.map(Math.exp);
  return (
    <Display>
      {[
        tex`e^{z} ${isRow(exponentials, digits)}`,
        tex`S = \sum_j e^{z_j} ${is(sum(exponentials), digits)}`,
        tex`p = e^{z} / S ${isRow(softmax(z))}`,
      ]}
    </Display>
  );
}

const modest = [2, 1, 0.1];
const clear = [5, 2, 0.1];
const even = [1, 2, 3];

export function Softmax() {
  const [ahead = 0, next = 0] = softmax(clear);
  return (
    <>
      <Prose>{tex`
For one of two classes a sigmoid is enough. With more of them the last layer gives one number per class, its **logit** $z_i$,
of any size and sign. The numbers wanted are probabilities: positive, and together 1. **Softmax** gets there in two moves. The
exponential makes every entry positive, and division by the sum of all makes the total 1.
`}</Prose>
      <ErratumNote id="softmax-index" />
      <Formula id="softmax">{tex`\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`}</Formula>
      <Prose>{tex`
All logits stand in the denominator, so each probability depends on all of them: if one rises, the others must give way. The
order stays, the largest logit gets the largest probability, and none becomes exactly 0 or 1. To divide the logits themselves
by their sum would not do, since some may be negative and the sum may even be 0.
`}</Prose>
      <Example n={34} title="Three classes">
        <Prose>{tex`Let the logits be $z = ${row(modest)}$. For $p = \operatorname{softmax}(z)$ take the exponentials,
add them up, and divide:`}</Prose>
        <Steps z={modest} digits={5} />
        <Prose>{tex`
The first class has $${percent(softmax(modest)[0] ?? 0)}$. That the three add up to 1 is a check that costs nothing.
`}</Prose>
        <Probabilities of={softmax(modest)} />
      </Example>
      <Example n={35} title="A clearer lead">
        <Prose>{tex`Now the first logit is well ahead, $z = ${row(clear)}$:`}</Prose>
        <Steps z={clear} digits={6} />
        <Probabilities of={softmax(clear)} />
        <Prose>{tex`
Before, the first logit was 1 ahead, and the first class $e ${is(Math.E)}$ times as probable as the second. Now it is 3 ahead, and
$e^3 ${is(ahead / next)}$ times as probable. Differences of logits become *ratios* of probabilities: that is why a few points are enough for near
certainty. Whether such certainty is deserved is another matter; softmax only repeats what the logits say.
`}</Prose>
      </Example>
      <Practice n={5} title="The softmax of 1, 2, 3">
        <Prose>{tex`The same steps for $z = ${row(even)}$:`}</Prose>
        <Steps z={even} digits={5} />
        <Probabilities of={softmax(even)} />
        <Prose>{tex`
Equal steps between the logits make equal ratios: each probability is $e$ times the one before.
`}</Prose>
      </Practice>
    </>
  );
}
