import { Display } from "#app/learn/_components/display.tsx";
import { Example } from "#app/learn/_components/example.tsx";
import { Formula } from "#app/learn/_components/formula.tsx";
import { Figure } from "#components/figure/figure.tsx";
import { Prose } from "#components/math/prose.tsx";
import { is, tex } from "#components/math/values.ts";
import { add, scale } from "#lib/math/vector.ts";

const [u, v] = [
  [3, 1],
  [1, 2],
] as const;

export function Vectors() {
  const sum = add(u, v);
  return (
    <>
      <Prose>{tex`
A **vector** is a list of numbers in a fixed order. Each number is an **entry**, and how many there are is the vector’s
**dimension**; all vectors with $n$ real entries together are called $\mathbb{R}^n$. The order carries the meaning: swap
two entries and you describe something else.
`}</Prose>
      <Example n={1} title="A house as a vector">
        <Prose>{tex`
For a model that predicts prices, a house may be four numbers: its area in square feet, then bedrooms, bathrooms, and
places in the garage.
`}</Prose>
        <Display>{tex`x = ${[2000, 3, 2, 1]} \in \mathbb{R}^4`}</Display>
        <Prose>{tex`
The entry $x_1 = ${2000}$ is the area, $x_2 = ${3}$ the bedrooms. A list like this is called a **feature vector**; every
house of the data set has its features in the same order.
`}</Prose>
      </Example>
      <Prose className="mt-8">{tex`
Vectors of the same dimension are **added** entry by entry. A single number, here called a **scalar**, multiplies every
entry.
`}</Prose>
      <Formula id="vector-addition">{tex`u + v = \begin{bmatrix} u_1 + v_1 \\ \vdots \\ u_n + v_n \end{bmatrix}`}</Formula>
      <Formula id="scalar-multiplication">{tex`c\,v = \begin{bmatrix} c\,v_1 \\ \vdots \\ c\,v_n \end{bmatrix}`}</Formula>
      <Prose>{tex`
In the plane both can be seen. A sum is what you reach by walking along one vector and then along the other; a scalar
stretches a vector, and turns it round where it is negative.
`}</Prose>
      <Display>{[tex`${u} + ${v} ${is(sum)}`, tex`-2 \cdot ${v} ${is(scale(-2, v))}`]}</Display>
      <Figure
        figure={{
          figure: "plane",
          alt: "The vectors u = (3, 1) and v = (1, 2) from the origin. Each, drawn again from the tip of the other, ends at their sum (4, 3).",
          xLabel: "x₁",
          yLabel: "x₂",
          arrows: [
            { from: zero, to: at(u), label: "u", tone: "plain" },
            { from: zero, to: at(v), label: "v", tone: "plain" },
            { from: at(u), to: at(sum), label: "", tone: "faint" },
            { from: at(v), to: at(sum), label: "", tone: "faint" },
            { from: zero, to: at(sum), label: "u + v", tone: "result" },
          ],
          points: [],
          lines: [],
        }}
      />
    </>
  );
}

const zero = { x: 0, y: 0 };
const at = ([x = 0, y = 0]: readonly number[]) => ({ x, y });
