/** Linear systems Ax = b: with the inverse given, by a 2 × 2 inverse, and 3 × 3 by elimination (section 1.3). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, matrix, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, vec } from "#lib/exercise/tex.ts";
import { determinant, type Matrix, matvec, transpose } from "#lib/math/matrix.ts";
import type { Vector } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  A: z.array(z.array(z.int()).min(2).max(3)).min(2).max(3),
  b: z.array(z.int()).min(2).max(3),
});
type Params = z.infer<typeof params>;

const stories = [
  "An order tells how many pieces of each kind were bought. A row of $A$ is an order, $b$ holds what the orders cost, and $x$ the prices of the kinds.",
  "A blend tells how many spoons of each ingredient went in. A row of $A$ is a blend, $b$ holds the strengths of the blends, and $x$ those of the ingredients.",
  "Every sensor hears every source, each with a weight of its own. A row of $A$ is a sensor, $b$ holds the readings, and $x$ the levels of the sources.",
  "A layer without a bias has the weight matrix $A$. Its output was $b$, and the question is which input $x$ made it.",
  "Every trip goes along several stretches of each kind of road. A row of $A$ is a trip, $b$ holds the minutes it took, and $x$ the minutes for one stretch of each kind.",
] as const;

/** Whole 2 × 2 matrices of numbers from 2 to 7 whose determinant is easily divided by. */
const sizes = [2, 3, 4, 5, 6, 7];
const regular = sizes.flatMap((a) =>
  sizes.flatMap((b) =>
    sizes.flatMap((c) =>
      sizes
        .map((d) => [
          [a, b],
          [c, d],
        ])
        .filter((m) => b !== c && [2, 4, 5, 8, 10].includes(Math.abs(determinant(m)))),
    ),
  ),
);

const adjugate = ([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: Matrix) => [
  [d, -b],
  [-c, a],
];
const over = (by: number, m: Matrix) => m.map((r) => r.map((x) => x / by));
const inverseOf = (A: Matrix) => over(determinant(A), adjugate(A));
const products = (m: Matrix, v: Vector) =>
  m.map((r) => r.map((x, j) => `${par(x)} \\cdot ${par(v[j] ?? 0)}`).join(" + "));

/** The two rows below the first, the right-hand side as their last entry, x₁ taken out; the first row begins with 1. */
function eliminated({ A, b }: Params, off: (x: number, factor: number, y: number) => number): number[][] {
  const [top = [], ...rows] = A;
  return rows.map((r, i) =>
    [...r, b[i + 1] ?? 0].slice(1).map((x, j) => off(x, r[0] ?? 0, [...top, b[0] ?? 0][j + 1] ?? 0)),
  );
}

/** The right-hand side of the first equation, with multiples of its second and third coefficients. */
const rest = ({ A: [top = []], b: [y = 0] }: Params, second: number, third: number) =>
  y + (top[1] ?? 0) * second + (top[2] ?? 0) * third;

/** What goes wrong in multiplying by an inverse. */
const mixed = (by: (p: Params) => Matrix) => ({
  "matrix-for-inverse": {
    value: ({ A, b }: Params) => matvec(A, b),
    says: "This is $Ab$. Multiplying by $A$ leads from $x$ to $b$; the way back is the inverse.",
  },
  "columns-for-rows": {
    value: (p: Params) => matvec(transpose(by(p)), p.b),
    says: "The columns of the inverse were taken where its rows belong: each entry of $x$ is one row of $A^{-1}$ times $b$.",
  },
  "entries-mixed": {
    value: (p: Params) => matvec(by(p), [...p.b].reverse()),
    says: "The entries of $b$ met the wrong columns: in every row, the first number of $A^{-1}$ belongs to the first entry of $b$.",
  },
  "diagonal-only": {
    value: ({ A, b }: Params) => b.map((y, i) => y / (A[i]?.[i] ?? 1)),
    says: "Each entry of $b$ was divided by the diagonal alone. The equations share their unknowns: the other entries count too.",
  },
});

const solution = {
  label: "x",
  words: "the solution x",
};

export default exercise({
  id: "linear-algebra/linear-system",
  version: 1,
  title: "Solving a linear system",
  summary: "Find x from Ax = b, by the inverse of A or by taking out one unknown after another.",
  skills: ["linear-systems", "inverses"],
  source: { section: "1.3", formulas: ["inverse-solves"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    const lower = regular[rng.int(0, regular.length - 1)] ?? [];
    const x = rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9]).slice(0, level === 3 ? 3 : 2);
    // For three unknowns, multiples of a first row that begins with 1 are added to two rows without x₁.
    const top = [1, rng.int(2, 4), rng.int(2, 4)];
    const rows = lower.map((r) => {
      const factor = rng.int(2, 4);
      return [0, ...r].map((entry, j) => entry + factor * (top[j] ?? 0));
    });
    const A = level === 3 ? [top, ...rows] : lower;
    return { story, A, b: matvec(A, x) };
  })
  .prompt(({ story, A, b }, level) =>
    [
      stories[story],
      `It is $Ax = b$ with`,
      `$$A = ${mat(A)},\\qquad b = ${vec(b)}${level === 1 ? `,\\qquad A^{-1} = ${mat(inverseOf(A))}` : ""}$$`,
      {
        1: "The inverse of $A$ is known already. Use it to find $x$.",
        2: "Compute the **inverse** of $A$, and with it $x$.",
        3: "Take multiples of the first row off the other two, so that $x_1$ is gone from them. Give the **two equations that are left** for $x_2$ and $x_3$ as they come out, as a matrix of two rows and three columns with the right-hand sides in the last one; then find the **whole** $x$.",
      }[level],
    ].join("\n\n"),
  )
  .step("by_given", vector(), ({ A, b }) => matvec(inverseOf(A), b), {
    ...solution,
    hint: "Multiply both sides by the inverse from the left: what is left of them is x = A⁻¹b.",
    formula: "A^{-1} b",
    work: ({ A, b }) => column(products(inverseOf(A), b)),
    malrules: mixed(({ A }) => inverseOf(A)),
  })
  .step("det", integer(), ({ A }) => determinant(A), {
    label: "\\det A",
    words: "the determinant of A",
    hint: "Take the product of the other diagonal from that of the main one.",
    skill: "inverses",
    formula: "a_{11}a_{22} - a_{12}a_{21}",
    work: ({ A: [[a = 0, b = 0] = [], [c = 0, d = 0] = []] }) =>
      `${num(a)} \\cdot ${num(d)} - ${num(b)} \\cdot ${num(c)}`,
    malrules: {
      "products-added": {
        value: ({ A: [[a = 0, b = 0] = [], [c = 0, d = 0] = []] }) => a * d + b * c,
        says: "The two products in the determinant were added. The second one is taken away: $a_{11}a_{22} - a_{12}a_{21}$.",
      },
    },
  })
  .step("inverse", matrix(), ({ A }, s) => over(s.det, adjugate(A)), {
    label: "A^{-1}",
    words: "the inverse of A",
    hint: "Swap the entries of the diagonal, turn the signs of the other two round, and divide by the determinant.",
    skill: "inverses",
    formula: "\\dfrac{1}{\\det A} \\begin{bmatrix} a_{22} & -a_{12} \\\\ -a_{21} & a_{11} \\end{bmatrix}",
    work: ({ A }, s) => `\\dfrac{1}{${num(s.det)}} ${mat(adjugate(A))}`,
    malrules: {
      "determinant-forgotten": {
        value: ({ A }) => adjugate(A),
        says: "The division by the determinant is missing: what you have is $\\det A$ times the inverse.",
      },
      "signs-kept": {
        value: ({ A: [[a = 0, b = 0] = [], [c = 0, d = 0] = []] }, s) =>
          over(s.det, [
            [d, b],
            [c, a],
          ]),
        says: "The entries beside the diagonal of the inverse kept their signs. They are turned round.",
      },
      "diagonal-not-swapped": {
        value: ({ A: [[a = 0, b = 0] = [], [c = 0, d = 0] = []] }, s) =>
          over(s.det, [
            [a, -b],
            [-c, d],
          ]),
        says: "The entries of the diagonal stayed in place. In the inverse they are swapped.",
      },
    },
  })
  .step("by_inverse", vector({ workingDigits: 5 }), ({ b }, s) => matvec(s.inverse, b), {
    ...solution,
    hint: "Multiply the right-hand side by the inverse, row by row.",
    formula: "A^{-1} b",
    work: ({ b }, s) => column(products(s.inverse, b)),
    malrules: mixed(({ A }) => inverseOf(A)),
  })
  .step("left", matrix({ rule: { exact: true } }), (p) => eliminated(p, (x, factor, y) => x - factor * y), {
    label: "[\\,A' \\mid b'\\,]",
    words: "the two equations that are left",
    hint: "The first row begins with 1. Take it off each other row as often as that row's first entry says, the right-hand side too.",
    formula: "\\bigl[\\,\\text{row}_i - a_{i1} \\cdot \\text{row}_1\\,\\bigr]_{i = 2, 3}",
    work: ({ A: [top = [], ...rows], b }) => {
      const cell = (x: number, factor: number, y: number) => `${num(x)} - ${num(factor)} \\cdot ${num(y)}`;
      const first = [...top, b[0] ?? 0];
      const lines = rows.map((r, i) =>
        [...r, b[i + 1] ?? 0].slice(1).map((x, j) => cell(x, r[0] ?? 0, first[j + 1] ?? 0)),
      );
      return `\\begin{bmatrix} ${lines.map((cells) => cells.join(" & ")).join(" \\\\ ")} \\end{bmatrix}`;
    },
    malrules: {
      "right-side-forgotten": {
        value: (p) =>
          eliminated(p, (x, factor, y) => x - factor * y).map((r, i) => [...r.slice(0, -1), p.b[i + 1] ?? 0]),
        says: "The right-hand sides stayed as they were. Whatever is done to a row of $A$ is done to its entry of $b$ too.",
      },
      "taken-off-once": {
        value: (p) => {
          const rows = eliminated(p, (x, _, y) => x - y);
          return determinant(rows.map((r) => r.slice(0, 2))) === 0 ? undefined : rows;
        },
        says: "The first row was taken off just once. Take it off as often as is needed to make $x_1$ vanish.",
      },
      "first-row-ignored": {
        value: (p) => {
          const rows = eliminated(p, (x) => x);
          return determinant(rows.map((r) => r.slice(0, 2))) === 0 ? undefined : rows;
        },
        says: "The first column was struck out, but $x_1$ is not 0. Take multiples of the first row off to make it vanish.",
      },
    },
  })
  .step(
    "lower",
    vector({ workingDigits: 5 }),
    (_, { left }) => {
      const m = left.map((r) => r.slice(0, 2));
      return matvec(
        over(determinant(m), adjugate(m)),
        left.map((r) => r[2] ?? 0),
      );
    },
    {
      label: "\\begin{bmatrix} x_2 \\\\ x_3 \\end{bmatrix}",
      words: "the unknowns x 2 and x 3",
      hint: "These are two equations with two unknowns: solve them by the inverse of their 2 × 2 matrix.",
      formula: "(A')^{-1} b'",
      work: (_, { left }) => {
        const m = left.map((r) => r.slice(0, 2));
        return `\\dfrac{1}{${num(determinant(m))}} ${mat(adjugate(m))} ${vec(left.map((r) => r[2] ?? 0))}`;
      },
      malrules: {
        "unknowns-swapped": {
          value: (_, { left }) => {
            const m = left.map((r) => r.slice(0, 2));
            return matvec(
              over(determinant(m), adjugate(m)),
              left.map((r) => r[2] ?? 0),
            ).reverse();
          },
          says: "Two unknowns have changed places: the second column of $A$ belongs to $x_2$, the third to $x_3$.",
        },
      },
    },
  )
  .step("whole", vector({ workingDigits: 5 }), (p, { lower: [x2 = 0, x3 = 0] }) => [rest(p, -x2, -x3), x2, x3], {
    ...solution,
    hint: "Put x₂ and x₃ into the first equation, and find x₁ from it.",
    formula: "\\begin{bmatrix} b_1 - a_{12}x_2 - a_{13}x_3 \\\\ x_2 \\\\ x_3 \\end{bmatrix}",
    work: (p, { lower: [x2 = 0, x3 = 0] }) =>
      column([
        `${num(p.b[0] ?? 0)} - ${num(p.A[0]?.[1] ?? 0)} \\cdot ${par(x2)} - ${num(p.A[0]?.[2] ?? 0)} \\cdot ${par(x3)}`,
        num(x2),
        num(x3),
      ]),
    malrules: {
      "added-in-the-first-row": {
        value: (p, { lower: [x2 = 0, x3 = 0] }) => [rest(p, x2, x3), x2, x3],
        says: "In the first equation, what $x_2$ and $x_3$ make up was added to $b_1$. To be left with $x_1$, take it away.",
      },
      "third-dropped": {
        value: (p, { lower: [x2 = 0, x3 = 0] }) => [rest(p, -x2, 0), x2, x3],
        says: "In the first equation, the term with $x_3$ is still there when $x_1$ is wanted: take it away as well.",
      },
    },
  })
  .asks({ 1: ["by_given"], 2: ["inverse", "by_inverse"], 3: ["left", "whole"] })
  .check(({ A, b }) => {
    // By Gauss and Jordan in exact fractions, with the identity beside b: its columns become the inverse.
    let rows = A.map((r, i) => [...r, b[i] ?? 0, ...A.map((_, j) => (i === j ? 1 : 0))].map((x) => new Fraction(x)));
    let left: number[][] = [];
    A.forEach((_, k) => {
      const pivot = rows[k] ?? [];
      const one = pivot.map((x) => x.div(pivot[k] ?? 1));
      rows = rows.map((r, i) => (i === k ? one : r.map((x, j) => x.sub((r[k] ?? x).mul(one[j] ?? 0)))));
      if (k === 0) left = rows.slice(1).map((r) => r.slice(1, A.length + 1).map((x) => x.valueOf()));
    });
    const x = rows.map((r) => r[A.length]?.valueOf() ?? 0);
    const inverse = rows.map((r) => r.slice(A.length + 1).map((entry) => entry.valueOf()));
    return { by_given: x, inverse, by_inverse: x, left, whole: x };
  });
