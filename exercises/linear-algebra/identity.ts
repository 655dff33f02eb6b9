/** The identity matrix: products with it, a multiple of it added, and the system that this gives (section 1.3). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, matrix, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, vec } from "#lib/exercise/tex.ts";
import { identity, type Matrix, matvec, plus, product, scaled } from "#lib/math/matrix.ts";
import { subtract } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  A: z.array(z.array(z.number()).min(2)).min(2),
  /** The factor of the identity. */
  c: z.number(),
  /** On which side of A the identity stands; of no account from level 2 on. */
  side: z.enum(["left", "right"]),
  /** A trial solution and the right-hand side; empty below level 3. */
  x: z.array(z.number()),
  y: z.array(z.number()),
});
type Params = z.infer<typeof params>;

const stories = [
  {
    one: "A matrix is multiplied by a multiple of the identity.",
    two: "In ridge regression, a multiple of the identity is added to a matrix before it is inverted.",
  },
  {
    one: "A layer of a network starts out with a multiple of the identity as its weights.",
    two: "To make a matrix easier to invert, its diagonal is raised a little.",
  },
  {
    one: "Before data go into a model, all of them are scaled by one number, written as a matrix.",
    two: "A layer with a shortcut adds a multiple of its input to its output.",
  },
  {
    one: "In a long product of matrices, one factor is a multiple of the identity.",
    two: "A second-order method damps its matrix by a multiple of the identity.",
  },
  {
    one: "A program multiplies by a diagonal matrix with one number all along its diagonal.",
    two: "Independent noise in every feature adds a multiple of the identity to a covariance matrix.",
  },
] as const;

const exact = { rule: { exact: true } } as const;
const widthOf = (A: Matrix) => A[0]?.length ?? 0;
/** A matrix with one number everywhere. */
const full = (m: number, n: number, c: number): Matrix =>
  Array.from({ length: m }, () => Array.from({ length: n }, () => c));
const onDiagonal = (A: Matrix, change: (x: number) => number, elsewhere: (x: number) => number) =>
  A.map((r, i) => r.map((x, j) => (i === j ? change(x) : elsewhere(x))));
const factor = ({ c, side }: Params) => (side === "left" ? `(${num(c)}I)A` : `A(${num(c)}I)`);

export default exercise({
  id: "linear-algebra/identity",
  version: 1,
  title: "The identity matrix",
  summary:
    "Multiply by a multiple of the identity, add it to a matrix, and test a solution of the system that it gives.",
  skills: ["matrix-products", "matrix-vector"],
  source: { section: "1.3", formulas: ["identity"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    const drawn = (m: number, n: number) => {
      const numbers = rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
      const minus = rng.shuffle(Array.from({ length: m * n }, (_, k) => k)).slice(0, 2);
      return rng.list(m, (i) => rng.list(n, (j) => (numbers[i * n + j] ?? 2) * (minus.includes(i * n + j) ? -1 : 1)));
    };
    const side = rng.pick<Params["side"]>(["left", "right"]);
    if (level === 1) {
      const wide = rng.int(0, 1) === 0;
      return { story, side, A: wide ? drawn(2, 3) : drawn(3, 2), c: rng.int(2, 9) * rng.pick([1, -1]), x: [], y: [] };
    }
    // Symmetric, and large enough on the diagonal to be positive definite, as the stories have it.
    const [u = 2, v = 2, w = 2] = rng.shuffle([rng.int(2, 4), rng.int(2, 4), -rng.int(2, 4)]);
    const [d = 9, e = 9, f = 9] = rng.list(3, () => rng.int(9, 15));
    const A = [
      [d, u, v],
      [u, e, w],
      [v, w, f],
    ];
    const c = rng.pick([0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.2, 1.5]);
    if (level === 2) return { story, side: "left", A, c, x: [], y: [] };
    // The trial solution is nearly right: the residual is a few tenths in every entry.
    const minus = rng.int(0, 2);
    const x = rng.list(3, (i) => rng.int(2, 6) * (i === minus ? -1 : 1));
    const Ax = matvec(A, x);
    const y = Ax.map((t, i) => t + Math.round((x[i] ?? 0) * c) + rng.int(2, 4) * rng.pick([1, -1]));
    return { story, side: "left", A, c, x, y };
  })
  .prompt((p, level) => {
    const { one, two } = stories[p.story] ?? stories[0];
    const given = `$$A = ${mat(p.A)}$$`;
    return {
      1: `${one} Let\n\n${given}\n\nHow many rows must the identity matrix $I$ have for the product $P = ${factor(p)}$ to exist, and what is $P$?`,
      2: `${two} Let\n\n${given}\n\nCompute $M = A + ${num(p.c)}\\,I$.`,
      3: `${two} Let\n\n$$A = ${mat(p.A)}, \\qquad x = ${vec(p.x)}, \\qquad y = ${vec(p.y)}$$\n\nSomebody offers $x$ as a solution of the system $(A + ${num(p.c)}\\,I)\\,x = y$. Compute the **residual** $r = y - (A + ${num(p.c)}\\,I)\\,x$, which a solution would make zero.`,
    }[level];
  })
  .step("size", integer(), ({ A, side }) => (side === "left" ? A.length : widthOf(A)), {
    label: "\\text{rows of } I",
    words: "the number of rows of the identity matrix",
    hint: "The identity is square. On the left of $A$ it needs as many columns as $A$ has rows, on the right as many rows as $A$ has columns.",
    formula: ({ side }) => (side === "left" ? "\\text{rows of } A" : "\\text{columns of } A"),
    malrules: {
      "other-side": {
        value: ({ A, side }) => (side === "left" ? widthOf(A) : A.length),
        says: "That size fits on the other side of $A$. Compare the inner sizes of this product.",
      },
      "entries-counted": {
        value: ({ A }) => A.length * widthOf(A),
        says: "This counts the entries of $A$. What must fit is a number of rows or columns.",
      },
    },
  })
  .step("P", matrix(exact), ({ A, c }) => scaled(c, A), {
    label: "P",
    words: "the product P",
    hint: "$I$ changes nothing: $IA = A$ and $AI = A$. The number in front of it scales every entry.",
    formula: (p) => `${factor(p)} = ${num(p.c)}A`,
    work: ({ A, c }) =>
      `\\begin{bmatrix} ${A.map((r) => r.map((x) => `${num(c)} \\cdot ${par(x)}`).join(" & ")).join(" \\\\ ")} \\end{bmatrix}`,
    malrules: {
      "ones-everywhere": {
        value: ({ A, c, side }) =>
          side === "left" ? product(full(A.length, A.length, c), A) : product(A, full(widthOf(A), widthOf(A), c)),
        says: "This takes a matrix full of ones for $I$. The identity has ones on its diagonal only, and zeros elsewhere.",
      },
      "diagonal-kept-only": {
        value: ({ A, c }) =>
          onDiagonal(
            A,
            (x) => c * x,
            () => 0,
          ),
        says: "Everything off the diagonal vanished. That is multiplying entry by entry; rows times columns keep every entry of $A$.",
      },
      "diagonal-scaled-only": {
        value: ({ A, c }) =>
          onDiagonal(
            A,
            (x) => c * x,
            (x) => x,
          ),
        says: "Only the entries on the diagonal were scaled. In the product, the number reaches every entry.",
      },
      "factor-lost": {
        value: ({ A }) => A,
        says: "This is the product with $I$ itself. The number in front of $I$ is still to be used.",
      },
      "diagonal-added": {
        value: ({ A, c }) =>
          onDiagonal(
            A,
            (x) => x + c,
            (x) => x,
          ),
        says: "This is a sum with the multiple of $I$. A product is asked for.",
      },
    },
  })
  .step("cI", matrix(exact), ({ A, c }) => scaled(c, identity(A.length)), {
    label: "\\lambda I",
    words: "the multiple of the identity",
    hint: "The number stands on the diagonal; everywhere else there is 0.",
    formula: ({ c }) => `${num(c)}\\,I`,
    malrules: {
      "number-everywhere": {
        value: ({ A, c }) => full(A.length, A.length, c),
        says: "The number was put everywhere. A multiple of the identity has it on the diagonal only.",
      },
      "other-diagonal": {
        value: ({ A, c }) => scaled(c, [...identity(A.length)].reverse()),
        says: "The number stands on the wrong diagonal: the one of the identity runs from the top left to the bottom right.",
      },
      "factor-lost": {
        value: ({ A }) => identity(A.length),
        says: "This uses $I$ without the number in front of it.",
      },
    },
  })
  .step("M", matrix(exact), ({ A }, s) => plus(A, s.cI), {
    label: "M",
    words: "the sum M",
    hint: "Add entry by entry: only the diagonal of $A$ changes.",
    formula: ({ c }) => `A + ${num(c)}\\,I`,
    work: ({ A }, s) => `${mat(A)} + ${mat(s.cI)}`,
    malrules: {
      multiplied: {
        value: ({ A, c }) => scaled(c, A),
        says: "The matrix was multiplied by the number. Here a multiple of $I$ is added.",
      },
      "first-entry-only": {
        value: ({ A, c }) => A.map((r, i) => r.map((x, j) => (i === 0 && j === 0 ? x + c : x))),
        says: "Only the first entry changed. The diagonal has as many entries as the matrix has rows.",
      },
    },
  })
  .step("Mx", vector(exact), ({ x }, s) => matvec(s.M, x), {
    label: "Mx",
    words: "the product M x",
    hint: "Each entry is a row of the matrix times $x$.",
    skill: "matrix-vector",
    formula: ({ c }) => `(A + ${num(c)}\\,I)\\,x`,
    work: ({ x }, s) => column(s.M.map((r) => r.map((m, j) => `${par(m)} \\cdot ${par(x[j] ?? 0)}`).join(" + "))),
    malrules: {
      "number-added": {
        value: ({ A, c, x }) => matvec(A, x).map((t) => t + c),
        says: "The number itself was added to every entry of $Ax$. From $I$ each entry of $x$ comes along: it is added times $x$.",
      },
      "identity-left-out": {
        value: ({ A, x }) => matvec(A, x),
        says: "This is $Ax$. The multiple of the identity adds its own share, a multiple of $x$.",
      },
    },
  })
  .step("r", vector(exact), ({ y }, s) => subtract(y, s.Mx), {
    label: "r",
    words: "the residual r",
    hint: "Take what $x$ gives off what it should give.",
    skill: "matrix-vector",
    formula: "y - Mx",
    work: ({ y }, s) => column(y.map((t, i) => `${num(t)} - ${par(s.Mx[i] ?? 0)}`)),
    malrules: {
      "sign-turned-round": {
        value: ({ y }, s) => subtract(s.Mx, y),
        says: "The residual has the opposite sign: what should come out, minus what does.",
      },
      "not-subtracted": {
        value: (_, s) => s.Mx,
        says: "This is the left-hand side for the offered $x$. Compare it with $y$.",
      },
    },
  })
  .asks({ 1: ["size", "P"], 2: ["M"], 3: ["r"] })
  .check(({ A, c, side, x, y }) => {
    // Row by column with the identity written out, in exact fractions; the residual as y − Ax − cx.
    const exactly = (t: number) => new Fraction(String(t));
    const [m, n] = [A.length, widthOf(A)];
    const size = side === "left" ? m : n;
    const I = Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (i === j ? exactly(c) : new Fraction(0))),
    );
    const row = A.map((r) => r.map(exactly));
    const [L, R] = side === "left" ? [I, row] : [row, I];
    const P = L.map((l) =>
      (R[0] ?? []).map((_, j) => l.reduce((t, lk, k) => t.add(lk.mul(R[k]?.[j] ?? 0)), new Fraction(0))),
    );
    const numbers = (f: readonly Fraction[]) => f.map((t) => t.valueOf());
    return {
      size,
      P: P.map(numbers),
      M: row.map((r, i) => numbers(r.map((t, j) => (i === j ? t.add(exactly(c)) : t)))),
      r: numbers(
        y.map(
          (t, i) =>
            row[i]?.reduce(
              (rest, a, j) => rest.sub(a.mul(exactly(x[j] ?? 0))),
              exactly(t).sub(exactly(c).mul(exactly(x[i] ?? 0))),
            ) ?? new Fraction(0),
        ),
      ),
    };
  });
