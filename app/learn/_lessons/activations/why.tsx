import { Display } from "#app/learn/_components/display.tsx";
import { ErratumNote } from "#app/learn/_components/erratum-note.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { relu } from "#lib/math/activations.ts";
import { matvec, product } from "#lib/math/matrix.ts";
import { add } from "#lib/math/vector.ts";
import { curveOf } from "./grid.ts";

const W1 = [
  [1, 2],
  [-1, 1],
];
const b1 = [1, 0];
const W2 = [
  [2, 1],
  [0, 3],
];
const b2 = [0, -1];
const x = [2, 1];

/** Three bent units, added up to a roof. */
const roof = (at: number) => relu(at) - 2 * relu(at - 1) + relu(at - 2);

export function Why() {
  const W = product(W2, W1);
  const b = add(matvec(W2, b1), b2);
  const z1 = add(matvec(W1, x), b1);
  const bent = z1.map(relu);
  return (
    <>
      <Prose>{tex`
Stack two layers directly on one another: the first gives $z_1 = W_1x + b_1$, the second takes $z_1$ and gives
$W_2z_1 + b_2$. Put the one into the other and multiply out.
`}</Prose>
      <ErratumNote id="affine" />
      <Formula id="linear-collapse">{tex`W_2(W_1x + b_1) + b_2 = \underbrace{W_2W_1}_{W}\,x + \underbrace{W_2b_1 + b_2}_{b}`}</Formula>
      <Prose>{tex`
What comes out is a single layer. Its matrix is $W_2W_1$, with the layer that acts first on the right; in its bias the first
bias has gone through $W_2$, like everything else that leaves the first layer. A hundred layers shrink in the same way: depth
alone gains nothing. For example
`}</Prose>
      <Display>{[tex`W_1 = ${W1}`, tex`b_1 = ${b1}`, tex`W_2 = ${W2}`, tex`b_2 = ${b2}`]}</Display>
      <Prose>are one layer with</Prose>
      <Display>{[tex`W = W_2W_1 ${is(W)}`, tex`b = W_2b_1 + b_2 ${is(b)}`]}</Display>
      <Prose>An input shows it, first layer by layer, then in one go:</Prose>
      <Display>
        {[
          tex`x = ${x}`,
          tex`z_1 = W_1x + b_1 ${is(z1)}`,
          tex`W_2z_1 + b_2 ${is(add(matvec(W2, z1), b2))}`,
          tex`Wx + b ${is(add(matvec(W, x), b))}`,
        ]}
      </Display>
      <Prose>{tex`
Now put a bend between the layers, the simplest there is: replace every negative entry by 0. Something else comes out.
`}</Prose>
      <Display>{[tex`h = \max(0, z_1) ${is(bent)}`, tex`W_2h + b_2 ${is(add(matvec(W2, bent), b2))}`]}</Display>
      <Prose>{tex`
No single layer does this for all inputs. That is quickly seen with one input: write $r(z) = \max(0, z)$, and two units add up
to $r(x) + r(-x) = |x|$. An affine function that is 1 at $-1$ and at 1 would have to be 1 at 0 as well; $|x|$ is 0 there. Three
units already make a roof:
`}</Prose>
      <Figure
        figure={{
          figure: "curve",
          alt: "A function made of three bent units: 0 up to x = 0, rising straight to 1 at x = 1, falling straight to 0 at x = 2, and 0 from there on.",
          xLabel: "x",
          yLabel: "y",
          points: curveOf(roof, [-1, 0, 1, 2, 3]),
          marks: [{ x: 1, y: roof(1), label: "corner" }],
        }}
      />
      <Display>{tex`y = r(x) - 2\,r(x - 1) + r(x - 2)`}</Display>
      <Prose>{tex`
Each unit adds a corner, and its weights and its bias say where it is and how sharp. With enough corners one comes as near as one likes to
any continuous function on an interval. The function that is applied to every entry of $z$ is called the **activation
function** of the layer, and what it gives is the layer’s **activation** $a$.
`}</Prose>
    </>
  );
}
