/** Is B the inverse of A? By the product; with one entry wrong; and 3 × 3 with two entries missing (section 1.3). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, matrix, vector } from "#lib/exercise/kinds.ts";
import { mat, num, par } from "#lib/exercise/tex.ts";
import { determinant, hadamard, identity, type Matrix, product, transpose } from "#lib/math/matrix.ts";
import { inverse } from "#lib/math/solve.ts";

const square = z.array(z.array(z.number()).min(2).max(3)).min(2).max(3);
const params = z.object({
  story: z.int().min(0).max(3),
  A: square,
  /** Hidden entries hold 0. */
  B: square,
  /** At level 3: the places of p and q, each as row and column, counted from 0. */
  hidden: z.array(z.tuple([z.int(), z.int()])),
});
type Params = z.infer<typeof params>;

const stories = [
  "A layer without a bias multiplies by $A$, and somebody wrote a layer that is to undo it:",
  "A program has computed an inverse, and a test is to check it:",
  "A colour filter is described by $A$; another one, $B$, is said to undo it:",
  "A change of coordinates is given by $A$, and its way back is said to be $B$:",
] as const;

const at = (m: Matrix, i: number, j: number) => m[i]?.[j] ?? 0;
const target = (i: number, j: number) => (i === j ? 1 : 0);
const adjugate = ([[a = 0, b = 0] = [], [c = 0, d = 0] = []]: Matrix) => [
  [d, -b],
  [-c, a],
];
const over = (by: number, m: Matrix) => m.map((r) => r.map((x) => x / by + 0));
const isIdentity = (m: Matrix) => m.every((r, i) => r.every((x, j) => Math.abs(x - target(i, j)) < 1e-9));
const isMultiple = (m: Matrix) => isIdentity(over(at(m, 0, 0) || 1, m));

// All matrices of these entries whose inverses are short.
const entries = [2, 3, 4, 5, -2, -3, -4, -5];
const regular = entries.flatMap((a) =>
  entries.flatMap((b) =>
    entries.flatMap((c) =>
      entries
        .map((d) => [
          [a, b],
          [c, d],
        ])
        .filter((m) => b !== c && [2, 4, 5].includes(Math.abs(determinant(m)))),
    ),
  ),
);

/** A product of matrices with ones on the diagonal, and its inverse: both are whole. */
function unimodular(l: readonly number[], u: readonly number[]): readonly [number[][], number[][]] {
  const [p = 0, q = 0, r = 0] = l;
  const [a = 0, b = 0, c = 0] = u;
  const lower = [
    [1, 0, 0],
    [p, 1, 0],
    [q, r, 1],
  ];
  const upper = [
    [1, a, b],
    [0, 1, c],
    [0, 0, 1],
  ];
  const lowerBack = [
    [1, 0, 0],
    [-p, 1, 0],
    [p * r - q, -r, 1],
  ];
  const upperBack = [
    [1, -a, a * c - b],
    [0, 1, -c],
    [0, 0, 1],
  ];
  return [product(lower, upper), product(upperBack, lowerBack)];
}

/** What the equation of one place of AB asks of a missing entry of B. */
function solved(
  { A, B, hidden }: Params,
  k: number,
  rule: (aim: number, rest: number, factor: number) => number,
): number {
  const [r, c] = hidden[k] ?? [0, 0];
  const i = rowFor(A, r);
  const rest = B.reduce((t, row, n) => (n === r ? t : t + at(A, i, n) * (row[c] ?? 0)), 0);
  return rule(target(i, c), rest, at(A, i, r));
}
/** The row of A that is easiest to divide by, for a missing entry in row r of B. */
const rowFor = (A: Matrix, r: number) =>
  Math.max(
    0,
    [1, 2, 3, 4, 5, 6].map((size) => A.findIndex((row) => Math.abs(row[r] ?? 0) === size)).find((i) => i >= 0) ?? 0,
  );
const both = (p: Params, rule: (aim: number, rest: number, factor: number) => number) => [
  solved(p, 0, rule),
  solved(p, 1, rule),
];

const filled = ({ B, hidden }: Params, found: readonly number[]) =>
  B.map((r, i) => r.map((x, j) => found[hidden.findIndex(([row, column]) => row === i && column === j)] ?? x));

const withLetters = ({ B, hidden }: Params) => {
  const cell = (x: number, i: number, j: number) =>
    ["p", "q"][hidden.findIndex(([row, column]) => row === i && column === j)] ?? num(x);
  return `\\begin{bmatrix} ${B.map((r, i) => r.map((x, j) => cell(x, i, j)).join(" & ")).join(" \\\\ ")} \\end{bmatrix}`;
};
const sums = (A: Matrix, B: Matrix) =>
  `\\begin{bmatrix} ${A.map((r) =>
    transpose(B)
      .map((c) => r.map((x, j) => `${num(x)} \\cdot ${par(c[j] ?? 0)}`).join(" + "))
      .join(" & "),
  ).join(" \\\\ ")} \\end{bmatrix}`;

const places = ["11", "12", "21", "22"] as const;
const placeOf = (i: number, j: number) => `${i + 1}${j + 1}`;
const indices = (place: string) => [Number(place[0]) - 1, Number(place[1]) - 1] as const;
const solve = (aim: number, rest: number, factor: number) => (aim - rest) / factor;

const productMalrules = (right: (p: Params) => Matrix) => ({
  entrywise: {
    value: (p: Params) => hadamard(p.A, right(p)),
    says: "The matrices were multiplied entry by entry. Each entry of the product is a row of $A$ times a column of $B$.",
  },
  "rows-by-rows": {
    value: (p: Params) => product(p.A, transpose(right(p))),
    says: "Rows were multiplied by rows. Go along a row of the first matrix and down a column of the second.",
  },
});
const verdict = [
  { id: "yes", text: "Yes, $B$ is the inverse of $A$." },
  { id: "no", text: "No, $B$ is not the inverse of $A$." },
] as const;

export default exercise({
  id: "linear-algebra/verify-inverse",
  version: 1,
  title: "Verifying an inverse",
  summary: "Multiply two matrices to see whether one undoes the other, and find entries that are wrong or missing.",
  skills: ["inverses", "matrix-products"],
  source: { section: "1.3", formulas: ["identity", "inverse-solves"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 3);
    const sign = () => rng.pick([1, -1]);
    if (level === 3) {
      // Whole numbers from 1 to 3 by which no entry of the two factors or their inverses cancels to 0; then signs.
      const factor = () => {
        const [p, r] = [rng.int(1, 2), rng.int(1, 2)];
        return [p, p * r === 1 ? rng.int(2, 3) : p * r - 1, r];
      };
      const [up, down] = unimodular(factor(), factor());
      const [left, right] = [rng.list(3, sign), rng.list(3, sign)];
      const signed = (m: Matrix, u: readonly number[], v: readonly number[]) =>
        m.map((r, i) => r.map((x, j) => x * (u[i] ?? 1) * (v[j] ?? 1)));
      const [A, whole] = [signed(up, left, right), signed(down, right, left)];
      const [first = 0, second = 1, third = 2] = rng.shuffle([0, 1, 2]);
      const [r, s, t] = [rng.int(0, 2), rng.int(0, 2), rng.int(0, 2)];
      const off = rng.pick([0, 1, -1]);
      const hidden: Params["hidden"] = [
        [r, first],
        [s, second],
      ];
      const isHidden = (i: number, j: number) => hidden.some(([row, column]) => row === i && column === j);
      return {
        story,
        A,
        B: whole.map((row, i) => row.map((x, j) => (isHidden(i, j) ? 0 : x + (i === t && j === third ? off : 0)))),
        hidden,
      };
    }
    const A = regular[rng.int(0, regular.length - 1)] ?? [];
    const det = determinant(A);
    const right = over(det, adjugate(A));
    if (level === 2) {
      // By so much that no entry of B or of the products becomes 0.
      const [i, j, by] = [rng.int(0, 1), rng.int(0, 1), rng.pick([1.5, -1.5, 2.5, -2.5])];
      const off = at(right, i, j) + by === 0 ? -by : by;
      return { story, A, B: right.map((r, k) => r.map((x, n) => (k === i && n === j ? x + off : x))), hidden: [] };
    }
    const [[a = 0, b = 0] = [], [c = 0, d = 0] = []] = A;
    const B = rng.pick([
      right,
      right,
      adjugate(A),
      over(det, [
        [d, b],
        [c, a],
      ]),
      over(det, [
        [a, -b],
        [-c, d],
      ]),
      transpose(right),
    ]);
    return { story, A, B, hidden: [] };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$A = ${mat(p.A)},\\qquad B = ${level === 3 ? withLetters(p) : mat(p.B)}$$`,
      {
        1: "Compute the product $AB$. Is $B$ the **inverse** of $A$?",
        2: "$B$ was meant to be the **inverse** of $A$, but just one of its entries is wrong. Compute $AB$ and $BA$. **Which entry** of $B$ is wrong?",
        3: "Two entries of $B$ cannot be read. Which **values** must $p$ and $q$ have if $B$ is to be the **inverse** of $A$? With these values put in, compute the product $AB$. Is $B$ then really the inverse of $A$?",
      }[level],
    ].join("\n\n"),
  )
  .step("found", vector({ rule: { exact: true } }), (p) => both(p, solve), {
    label: "(p, q)",
    words: "the two missing entries",
    hint: "Each stands in one column of B. A row of A times that column must give an entry of the identity: 1 on the diagonal, 0 beside it.",
    formula: "\\text{from } (\\text{row of } A) \\cdot (\\text{column of } B) = 1 \\text{ or } 0",
    work: (p) => {
      const line = (k: number) => {
        const part = (rule: (aim: number, rest: number, factor: number) => number) => num(solved(p, k, rule));
        return `\\dfrac{${part((aim) => aim)} - (${part((_, rest) => rest)})}{${part((_, __, factor) => factor)}}`;
      };
      return `\\left(${line(0)},\\ ${line(1)}\\right)`;
    },
    malrules: {
      "aim-mistaken": {
        value: (p) => both(p, (aim, rest, factor) => (1 - aim - rest) / factor),
        says: "Look which entry of the identity the row and the column meet at: 1 on the diagonal, 0 beside it.",
      },
      "sign-turned": {
        value: (p) => both(p, (aim, rest, factor) => (aim + rest) / factor),
        says: "In solving for the letter, the known products were added. They go to the other side with the opposite sign.",
      },
      "letters-swapped": {
        value: (p) => both(p, solve).reverse(),
        says: "The two letters have changed places: $p$ comes first.",
      },
    },
  })
  .step("completed", matrix({ rule: { digits: 4 } }), (p, s) => product(p.A, filled(p, s.found)), {
    label: "AB",
    words: "the product A B",
    hint: "Put the two values in, then multiply every row of A by every column of B.",
    skill: "matrix-products",
    formula: "\\Bigl(\\textstyle\\sum_k a_{ik} b_{kj}\\Bigr)",
    work: (p, s) => `${mat(p.A)} ${mat(filled(p, s.found))}`,
    malrules: {
      entrywise: {
        value: (p, s) => hadamard(p.A, filled(p, s.found)),
        says: "The matrices were multiplied entry by entry. Each entry of the product is a row of $A$ times a column of $B$.",
      },
      "taken-for-granted": {
        value: (p, s) => (isIdentity(product(p.A, filled(p, s.found))) ? undefined : identity(3)),
        says: "This is the identity, but it was not computed: one column of $B$ had no letter, so nothing made it fit. Multiply it out.",
      },
    },
  })
  .step("holds", choice(verdict), (_, s) => (isIdentity(s.completed) ? "yes" : "no"), {
    label: "\\text{verdict}",
    words: "whether B is the inverse of A",
    hint: "B is the inverse just when the product is the identity in every entry.",
    formula: "AB = I\\ ?",
    malrules: {
      "two-columns-are-enough": {
        value: (_, s) => (isIdentity(s.completed) ? undefined : "yes"),
        says: "Two columns fit because $p$ and $q$ were made to. Look at the third column of the product.",
      },
      "other-order-needed": {
        value: (_, s) => (isIdentity(s.completed) ? "no" : undefined),
        says: "The product is the identity in every entry. For square matrices that is enough: $BA = I$ then follows.",
      },
    },
  })
  .step("AB", matrix({ rule: { digits: 4 } }), ({ A, B }) => product(A, B), {
    label: "AB",
    words: "the product A B",
    hint: "Multiply every row of A by every column of B.",
    skill: "matrix-products",
    formula: "\\Bigl(\\textstyle\\sum_k a_{ik} b_{kj}\\Bigr)",
    work: ({ A, B }) => sums(A, B),
    malrules: productMalrules(({ B }) => B),
  })
  .step("is", choice(verdict), (_, s) => (isIdentity(s.AB) ? "yes" : "no"), {
    label: "\\text{verdict}",
    words: "whether B is the inverse of A",
    hint: "B is the inverse just when the product is the identity matrix.",
    formula: "AB = I\\ ?",
    malrules: {
      "a-multiple-is-enough": {
        value: (_, s) => (isMultiple(s.AB) && !isIdentity(s.AB) ? "yes" : undefined),
        says: "The product is a multiple of the identity, so $A$ is undone up to a factor. The inverse must give the identity itself.",
      },
      "nearly-is-enough": {
        value: (_, s) => (isMultiple(s.AB) ? undefined : "yes"),
        says: "Compare the product with the identity entry by entry: 1 on the diagonal, 0 everywhere else.",
      },
      "other-order-needed": {
        value: (_, s) => (isIdentity(s.AB) ? "no" : undefined),
        says: "The product is the identity. For square matrices that is enough: $BA = I$ then follows.",
      },
    },
  })
  .step("BA", matrix({ rule: { digits: 4 } }), ({ A, B }) => product(B, A), {
    label: "BA",
    words: "the product B A",
    hint: "Now the rows of B meet the columns of A.",
    skill: "matrix-products",
    formula: "\\Bigl(\\textstyle\\sum_k b_{ik} a_{kj}\\Bigr)",
    work: ({ A, B }) => sums(B, A),
    malrules: {
      "same-as-before": {
        value: (_, s) => s.AB,
        says: "This is $AB$. Where $B$ is not the inverse, the other order gives something else.",
      },
    },
  })
  .step(
    "wrong",
    choice(places.map((id) => ({ id, text: `$b_{${id}}$, in row ${id[0]} and column ${id[1]} of $B$` }))),
    (_, s) => {
      const isOff = (x: number, i: number, j: number) => Math.abs(x - target(i, j)) > 1e-9;
      const row = s.BA.findIndex((r, i) => r.some((x, j) => isOff(x, i, j)));
      const column = [0, 1].find((j) => s.AB.some((r, i) => isOff(r[j] ?? 0, i, j))) ?? 0;
      return placeOf(Math.max(0, row), column);
    },
    {
      label: "\\text{wrong entry}",
      words: "the entry of B that is wrong",
      hint: "An entry of B acts on one column of AB only, its own, and on one row of BA only, its own. Which column, and which row, are not those of the identity?",
      formula: "\\text{the row that is off in } BA \\text{, the column that is off in } AB",
      malrules: {
        "row-for-column": {
          value: (p) => {
            const [i, j] = indices(wrongIn(p));
            return i === j ? undefined : placeOf(j, i);
          },
          says: "Row and column have changed places: an entry of $B$ shows in its column of $AB$ and in its row of $BA$.",
        },
        "place-in-the-product": {
          value: (_, s) => {
            const off = s.AB.flatMap((r, i) => r.map((x, j) => [Math.abs(x - target(i, j)), placeOf(i, j)] as const));
            return off.reduce((largest, here) => (here[0] > largest[0] ? here : largest))[1];
          },
          says: "This is where the product is farthest off. A wrong entry of $B$ disturbs a whole column of $AB$: find its row in $BA$.",
        },
      },
    },
  )
  .asks({ 1: ["AB", "is"], 2: ["AB", "BA", "wrong"], 3: ["found", "completed", "holds"] })
  .cases(({ A, B }) => (A.length === 2 && isMultiple(product(A, B)) ? "multiple of the identity" : "other"))
  .check(({ A, B, hidden }) => {
    // By the inverse itself, from elimination; the products as sums of columns times rows, in exact fractions.
    const right = inverse(A);
    const exactly = right === "singular" ? [] : right.map((r) => r.map((x) => Math.round(x * 1e6) / 1e6));
    const f = (x: number) => new Fraction(String(x));
    const outer = (X: Matrix, Y: Matrix) =>
      X.map((_, i) =>
        X.map((__, j) => X.reduce((t, ___, k) => t.add(f(at(X, i, k)).mul(f(at(Y, k, j)))), f(0)).valueOf()),
      );
    const found = hidden.map(([i, j]) => at(exactly, i, j));
    const whole = B.map((r, i) =>
      r.map((x, j) => (hidden.some(([row, column]) => row === i && column === j) ? at(exactly, i, j) : x)),
    );
    const off = places.filter((place) => {
      const [i, j] = indices(place);
      return Math.abs(at(B, i, j) - at(exactly, i, j)) > 1e-9;
    });
    const same = whole.every((r, i) => r.every((x, j) => Math.abs(x - at(exactly, i, j)) < 1e-9)) ? "yes" : "no";
    const [wrong = "11"] = off;
    return {
      found,
      completed: outer(A, whole),
      holds: same,
      AB: outer(A, B),
      is: same,
      BA: outer(B, A),
      wrong,
    };
  });

/** The place at which B is not the inverse of A. */
function wrongIn({ A, B }: Params): string {
  const right = over(determinant(A), adjugate(A));
  return (
    places.find((place) => {
      const [i, j] = indices(place);
      return Math.abs(at(B, i, j) - at(right, i, j)) > 1e-9;
    }) ?? "11"
  );
}
