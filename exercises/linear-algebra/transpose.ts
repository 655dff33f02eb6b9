/** Transposes, of a matrix and of products (section 1.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix } from "#lib/exercise/kinds.ts";
import { mat } from "#lib/exercise/tex.ts";
import { type Matrix, matvec, product, transpose } from "#lib/math/matrix.ts";
import { dot } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  A: z.array(z.array(z.int()).min(2)).min(2),
  /** Empty at level 1. */
  B: z.array(z.array(z.int())),
});

const stories = [
  { one: "A data matrix has one sample in each row:", two: "Two matrices of a small network are" },
  { one: "A layer has the weight matrix", two: "Two layers have the weight matrices" },
  { one: "Here is a matrix:", two: "Here are two matrices:" },
  {
    one: "A table of temperatures, one town in each row, is the matrix",
    two: "Two tables of numbers are the matrices",
  },
  { one: "A filter for pictures is the matrix", two: "Two maps between spaces of features are" },
] as const;

const exact = { rule: { exact: true } } as const;
const isSquare = (m: Matrix) => m.length === m[0]?.length;
const turnedUpsideDown = (m: Matrix) => [...m].reverse();

export default exercise({
  id: "linear-algebra/transpose",
  version: 1,
  title: "Transposes",
  summary: "Flip the rows and columns of a matrix, and of products, where the order of the factors turns round.",
  skills: ["transposes", "matrix-products"],
  source: { section: "1.2", formulas: ["transpose", "matrix-product"] },
})
  .params(params, (rng, level) => {
    // One minus sign in each matrix, and no number twice, so that every mistake shows.
    const drawn = (m: number, n: number) => {
      const numbers = rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9]);
      const minus = rng.int(0, m * n - 1);
      return rng.list(m, (i) => rng.list(n, (j) => (numbers[i * n + j] ?? 1) * (i * n + j === minus ? -1 : 1)));
    };
    const wide = rng.int(0, 1) === 0;
    const story = rng.int(0, 4);
    if (level === 1) return { story, A: wide ? drawn(2, 3) : drawn(3, 2), B: [] };
    if (level === 3) return { story, A: drawn(2, 3), B: drawn(2, 3) };
    const [A, B] = [drawn(2, 2), drawn(2, 2)];
    // Where minus signs would make an entry of the product vanish, there are none.
    const vanishes = product(A, B).flat().includes(0);
    const sized = (m: Matrix) => m.map((r) => (vanishes ? r.map(Math.abs) : [...r]));
    return { story, A: sized(A), B: sized(B) };
  })
  .prompt(({ story, A, B }, level) => {
    const { one, two } = stories[story] ?? stories[0];
    return [
      level === 1 ? one : two,
      `$$A = ${mat(A)}${level === 1 ? "" : `, \\qquad B = ${mat(B)}`}$$`,
      {
        1: "Write its transpose $A^{\\top}$.",
        2: "Compute the transpose of their product, $(AB)^{\\top}$.",
        3: "The product $AB$ does not exist, but $AB^{\\top}$ does. Compute its transpose, $(AB^{\\top})^{\\top}$.",
      }[level],
    ].join("\n\n");
  })
  .step("At", matrix(exact), ({ A }) => transpose(A), {
    label: "A^{\\top}",
    words: "the transpose of A",
    hint: "The first row becomes the first column, the second row the second column, and so on.",
    formula: "\\bigl(A_{ji}\\bigr)_{ij}",
    malrules: {
      unchanged: {
        value: ({ A }) => A,
        says: "This is the matrix itself. In its transpose, rows stand as columns.",
      },
      "rows-reversed": {
        value: ({ A }) => turnedUpsideDown(transpose(A)),
        says: "The matrix was turned by a quarter. The transpose flips it along its diagonal: the entry at the top left stays there.",
      },
      "columns-reversed": {
        value: ({ A }) => transpose(turnedUpsideDown(A)),
        says: "The columns came out in the wrong order. The first row of $A$ becomes the first column.",
      },
      refilled: {
        value: ({ A }) => {
          const [flat, m] = [A.flat(), A.length];
          return (A[0] ?? []).map((_, i) => flat.slice(i * m, i * m + m));
        },
        says: "The shape is right, but the numbers were filled in along the rows of $A$. Every row of $A$ must come out as a column.",
      },
    },
  })
  .step("AB", matrix(exact), ({ A, B }) => product(A, B), {
    label: "AB",
    words: "the product A B",
    hint: "Multiply first: each entry is a row of $A$ times a column of $B$.",
    skill: "matrix-products",
    formula: "\\Bigl(\\textstyle\\sum_k A_{ik}\\,B_{kj}\\Bigr)_{ij}",
    work: ({ A, B }) => `${mat(A)} ${mat(B)}`,
    malrules: {
      "entry-by-entry": {
        value: ({ A, B }) => A.map((r, i) => r.map((x, j) => x * (B[i]?.[j] ?? 0))),
        says: "The matrices were multiplied entry by entry. A matrix product multiplies rows by columns.",
      },
      "factors-swapped": {
        value: ({ A, B }) => product(B, A),
        says: "This comes from $BA$. In a product of matrices the order counts.",
      },
    },
  })
  .step("ABt", matrix(exact), (_, s) => transpose(s.AB), {
    label: "(AB)^{\\top}",
    words: "the transpose of the product A B",
    hint: "Flip rows and columns of the product; or multiply the transposes in the other order.",
    formula: "B^{\\top}A^{\\top}",
    work: ({ A, B }) => `${mat(transpose(B))} ${mat(transpose(A))}`,
    malrules: {
      "order-kept": {
        value: ({ A, B }) => product(transpose(A), transpose(B)),
        says: "This is $A^{\\top}B^{\\top}$. A transpose turns the order of the factors round: the last one comes first.",
      },
      "not-transposed": {
        value: (_, s) => s.AB,
        says: "This is the product before it is transposed. Rows and columns are still to be flipped.",
      },
      "one-factor-only": {
        value: ({ A, B }) => product(transpose(A), B),
        says: "Only $A$ was transposed. The transpose reaches every factor, and turns their order round.",
      },
    },
  })
  .step("Bt", matrix(exact), ({ B }) => transpose(B), {
    label: "B^{\\top}",
    words: "the transpose of B",
    hint: "Flip the rows of $B$ into columns, so that the sizes fit.",
    formula: "\\bigl(B_{ji}\\bigr)_{ij}",
    malrules: {
      refilled: {
        value: ({ B }) => {
          const [flat, m] = [B.flat(), B.length];
          return (B[0] ?? []).map((_, i) => flat.slice(i * m, i * m + m));
        },
        says: "For $B^{\\top}$ the numbers were filled in along the rows of $B$. Every row of $B$ must come out as a column.",
      },
    },
  })
  .step("P", matrix(exact), ({ A }, s) => product(A, s.Bt), {
    label: "AB^{\\top}",
    words: "the product of A and the transpose of B",
    hint: "Row by column: a column of $B^{\\top}$ is a row of $B$.",
    skill: "matrix-products",
    formula: "\\Bigl(\\textstyle\\sum_k A_{ik}\\,B_{jk}\\Bigr)_{ij}",
    work: ({ A }, s) => `${mat(A)} ${mat(s.Bt)}`,
    malrules: {
      "entry-by-entry": {
        value: ({ A, B }) => A.map((r, i) => r.map((x, j) => x * (B[i]?.[j] ?? 0))),
        says: "The matrices were multiplied entry by entry. A matrix product multiplies rows by columns, and adds up.",
      },
      "last-products-missing": {
        value: ({ A }, s) =>
          product(
            A.map((r) => r.slice(0, -1)),
            s.Bt.slice(0, -1),
          ),
        says: "The last product of every sum is missing: a row of three has three products.",
      },
    },
  })
  .step("Q", matrix(exact), (_, s) => transpose(s.P), {
    label: "(AB^{\\top})^{\\top}",
    words: "the transpose of that product",
    hint: "Transpose the product. Since two transposes undo each other, it is $BA^{\\top}$.",
    formula: "BA^{\\top}",
    work: ({ A, B }) => `${mat(B)} ${mat(transpose(A))}`,
    malrules: {
      "not-transposed": {
        value: (_, s) => s.P,
        says: "This is $AB^{\\top}$. It is still to be transposed; only its diagonal stays.",
      },
      "order-kept": {
        value: ({ A, B }) => (isSquare(A) ? undefined : product(transpose(A), B)),
        says: "This is $A^{\\top}B$: both factors were transposed, but their order was kept. It turns round.",
      },
      "reversed-without-transposing": {
        value: ({ A, B }) => {
          const swapped = product(transpose(B), A);
          return isSquare(A) ? undefined : swapped;
        },
        says: "The factors of $AB^{\\top}$ were swapped but not transposed. Both must be done: swap the factors, and transpose each.",
      },
    },
  })
  .asks({ 1: ["At"], 2: ["ABt"], 3: ["Q"] })
  .examples({
    "1.2": {
      level: 1,
      params: {
        story: 2,
        A: [
          [1, 2, 3],
          [4, 5, 6],
        ],
        B: [],
      },
    },
  })
  .check(({ A, B }) => {
    // By what a transpose is for: entry (i, j) of Mᵀ is e_i · Mᵀe_j = Me_i · e_j, the columns of M found one at a time.
    const unit = (n: number, i: number) => Array.from({ length: n }, (_, k) => (k === i ? 1 : 0));
    const flipped = (M: (x: readonly number[]) => number[], n: number) =>
      Array.from({ length: n }, (_, i) => M(unit(n, i)));
    const byRows = (M: Matrix) => (y: readonly number[]) =>
      (M[0] ?? []).map((_, j) =>
        dot(
          M.map((r) => r[j] ?? 0),
          y,
        ),
      );
    const At = flipped((x) => matvec(A, x), A[0]?.length ?? 0);
    if (B.length === 0) return { At };
    return isSquare(B)
      ? { ABt: flipped((x) => matvec(A, matvec(B, x)), B.length) }
      : { Q: flipped((x) => matvec(A, byRows(B)(x)), B.length) };
  });
