/** A single entry of a product of matrices, with a transpose, and of a product of three (section 1.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, vector } from "#lib/exercise/kinds.ts";
import { mat, num, par, row, terms } from "#lib/exercise/tex.ts";
import { type Matrix, product, transpose } from "#lib/math/matrix.ts";
import { dot, hadamard, sum, type Vector } from "#lib/math/vector.ts";

const grid = z.array(z.array(z.int()).min(2));
const params = z.object({
  story: z.int().min(0).max(4),
  A: grid.min(2),
  B: grid.min(2),
  /** The third factor; empty below level 3. */
  C: grid,
  turned: z.boolean(),
  /** The place of the entry, counted from 1. */
  i: z.int().min(1),
  j: z.int().min(1),
});
type Params = z.infer<typeof params>;

const stories = [
  "A program is to be tested by hand on one entry of its result.",
  "Of a large product, a single entry is needed.",
  "Two layers follow one another without an activation function; how strongly is one input tied to one output?",
  "Somebody doubts one entry of a printed result. Check it:",
  "An attention score is an entry of a product of matrices. A small example:",
] as const;

const exact = { rule: { exact: true } } as const;
const rowOf = (m: Matrix, i: number): Vector => m[i - 1] ?? [];
const columnOf = (m: Matrix, j: number): Vector => m.map((r) => r[j - 1] ?? 0);
const whole = ({ turned, C }: Params) => (turned ? "A^{\\top}B" : C.length > 0 ? "ABC" : "AB");

/** What meets in the asked entry: a row, and the column of the last factor. */
const left = (p: Params, s: Lines): Vector => (p.turned ? s.line : p.C.length > 0 ? s.through : rowOf(p.A, p.i));
const right = (p: Params): Vector => columnOf(p.C.length > 0 ? p.C : p.B, p.j);
interface Lines {
  readonly line: Vector;
  readonly through: Vector;
}

export default exercise({
  id: "linear-algebra/matmul-entry",
  version: 1,
  title: "One entry of a product",
  summary: "Find a single entry of a matrix product as a row times a column, without computing the rest.",
  skills: ["matrix-products", "dot-products"],
  source: { section: "1.2", formulas: ["matrix-product", "transpose"] },
})
  .params(params, (rng, level): Params => {
    const drawn = (m: number, n: number) => {
      const minus = rng.int(0, m * n - 1);
      const other = rng.int(0, m * n - 1);
      return rng.list(m, (i) =>
        rng.list(n, (j) => {
          const k = i * n + j;
          return rng.int(2, 9) * (k === minus || k === other ? -1 : 1);
        }),
      );
    };
    const story = rng.int(0, 4);
    if (level === 1) {
      const i = rng.int(1, 2);
      return { story, A: drawn(2, 3), B: drawn(3, 2), C: [], turned: false, i, j: 3 - i };
    }
    const [i = 1, j = 2] = rng.shuffle([1, 2, 3]);
    if (level === 3) return { story, A: drawn(3, 3), B: drawn(3, 3), C: drawn(3, 3), turned: false, i, j };
    return { story, A: drawn(3, 3), B: drawn(3, 2), C: [], turned: true, i: j < 3 ? i : 3, j: j < 3 ? j : i };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$A = ${mat(p.A)}, \\qquad B = ${mat(p.B)}${level === 3 ? `, \\qquad C = ${mat(p.C)}` : ""}$$`,
      `Compute the entry $P_{${p.i}${p.j}}$ of $P = ${whole(p)}$, in row ${p.i} and column ${p.j} counted from 1. The rest of $P$ is not needed.`,
    ].join("\n\n"),
  )
  .step("line", vector(exact), ({ A, i }) => columnOf(A, i), {
    label: "\\text{row of } A^{\\top}",
    words: "the row of the transpose of A",
    hint: "The rows of $A^{\\top}$ are the columns of $A$: take the column of $A$ with the number of the row.",
    formula: ({ i }) => `\\text{row ${i} of } A^{\\top} = \\text{column ${i} of } A`,
    malrules: {
      "transpose-ignored": {
        value: ({ A, i }) => rowOf(A, i),
        says: "The row was taken from $A$ as it stands. It belongs to $A^{\\top}$, whose rows are the columns of $A$.",
      },
    },
  })
  .step("through", vector(exact), ({ A, B, i }) => (B[0] ?? []).map((_, k) => dot(rowOf(A, i), columnOf(B, k + 1))), {
    label: "\\text{row of } AB",
    words: "the row of A B",
    hint: "Only one row of $AB$ is needed: the same row of $A$ times all of $B$.",
    formula: ({ i }) => `(\\text{row ${i} of } A)\\,B`,
    work: ({ A, B, i }) => `${row(rowOf(A, i))}\\, ${mat(B)}`,
    malrules: {
      "rows-for-columns": {
        value: ({ A, B, i }) => B.map((r) => dot(rowOf(A, i), r)),
        says: "The row of $A$ met the rows of $B$. It is to meet its columns.",
      },
      "middle-left-out": {
        value: ({ A, i }) => rowOf(A, i),
        says: "The factor in the middle was left out. The row of $A$ must pass through $B$ before it meets $C$.",
      },
    },
  })
  .step("products", vector(exact), (p, s) => hadamard(left(p, s), right(p)), {
    label: "\\text{products}",
    words: "the products of row and column",
    hint: "The row index tells the row of the left factor, the column index the column of the right factor. Multiply them entry by entry.",
    skill: "dot-products",
    formula: (p) => {
      const [first, last] = p.turned ? ["A^{\\top}", "B"] : p.C.length > 0 ? ["(AB)", "C"] : ["A", "B"];
      return `\\bigl(${first}_{${p.i}k}\\,${last}_{k${p.j}}\\bigr)_k`;
    },
    work: (p, s) =>
      `\\begin{bmatrix} ${left(p, s)
        .map((x, k) => `${num(x)} \\cdot ${par(right(p)[k] ?? 0)}`)
        .join(" & ")} \\end{bmatrix}`,
    malrules: {
      "indices-swapped": {
        value: (p) => {
          if (p.C.length > 0 || p.i > (p.B[0]?.length ?? 0)) return undefined;
          const A = p.turned ? transpose(p.A) : p.A;
          return hadamard(rowOf(A, p.j), columnOf(p.B, p.i));
        },
        says: "Row and column number changed places. The first index is the row, and comes from the left factor.",
      },
      "row-of-the-right-factor": {
        value: (p, s) => {
          const last = rowOf(p.C.length > 0 ? p.C : p.B, p.j);
          return last.length === left(p, s).length ? hadamard(left(p, s), last) : undefined;
        },
        says: "A row of the right factor was taken. From the right factor comes a column.",
      },
      "wrong-column": {
        value: (p, s) => {
          const last = p.C.length > 0 ? p.C : p.B;
          return p.i > (last[0]?.length ?? 0) ? undefined : hadamard(left(p, s), columnOf(last, p.i));
        },
        says: "The column has the number of the row. The second index tells the column.",
      },
      "factors-swapped": {
        value: (p) => {
          if (p.C.length > 0 || p.turned) return undefined;
          return hadamard(rowOf(p.B, p.i), columnOf(p.A, p.j));
        },
        says: "This is an entry of $BA$. The left factor gives the row, the right factor the column.",
      },
      "entries-added": {
        value: (p, s) => left(p, s).map((x, k) => x + (right(p)[k] ?? 0)),
        says: "Entries were added in pairs. Multiply in pairs first, then add up.",
      },
    },
  })
  .step("entry", integer(), (_, s) => sum(s.products), {
    label: "P_{ij}",
    words: "the asked entry of P",
    hint: "Add up the products.",
    formula: "\\textstyle\\sum_k \\text{products}_k",
    work: (_, s) => terms(s.products),
    malrules: {
      "only-the-same-place": {
        value: (p) => (p.C.length > 0 ? undefined : (p.A[p.i - 1]?.[p.j - 1] ?? 0) * (p.B[p.i - 1]?.[p.j - 1] ?? 0)),
        says: "Two entries in the same place were multiplied. In a matrix product, a whole row meets a whole column.",
      },
      "last-missed": {
        value: (_, s) => sum(s.products.slice(0, -1)),
        says: "The last product is missing from the sum.",
      },
    },
  })
  .asks({ 1: ["entry"], 2: ["entry"], 3: ["entry"] })
  .check(({ A, B, C, turned, i, j }) => {
    // The whole product, from the right: the last factors first.
    const P = product(turned ? transpose(A) : A, C.length > 0 ? product(B, C) : B);
    return { entry: P[i - 1]?.[j - 1] ?? Number.NaN };
  });
