/** The whole product of two matrices, and how far two matrices are from commuting (section 1.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix } from "#lib/exercise/kinds.ts";
import { mat, par } from "#lib/exercise/tex.ts";
import { type Matrix, minus, plus, product, transpose } from "#lib/math/matrix.ts";
import { outer } from "#lib/math/vector.ts";

const grid = z.array(z.array(z.int()).min(2)).min(2);
const params = z.object({ story: z.int().min(0).max(4), A: grid, B: grid });
type Params = z.infer<typeof params>;

const stories = [
  { two: "Two matrices are", both: "Two square matrices are" },
  { two: "The rows of $A$ are samples, the columns of $B$ are units of a layer:", both: "Two maps of the plane are" },
  {
    two: "Filters are the rows of $A$, pieces of a signal the columns of $B$:",
    both: "Two layers without bias have the weights",
  },
  { two: "Queries are the rows of $A$, keys the columns of $B$:", both: "Two changes of a picture are the matrices" },
  { two: "Two linear layers are chained; their matrices are", both: "Two steps of a calculation are the matrices" },
] as const;

const exact = { rule: { exact: true } } as const;
const columns = (m: Matrix) => m[0]?.length ?? 0;
const isSquare = (m: Matrix) => m.length === columns(m);

/** Every entry of a product, written out as a row times a column. */
const written = (A: Matrix, B: Matrix) =>
  `\\begin{bmatrix} ${A.map((r) =>
    transpose(B)
      .map((c) => r.map((x, k) => `${par(x)} \\cdot ${par(c[k] ?? 0)}`).join(" + "))
      .join(" & "),
  ).join(" \\\\ ")} \\end{bmatrix}`;

const entrywise = ({ A, B }: Params) =>
  A.length === B.length && columns(A) === columns(B)
    ? A.map((r, i) => r.map((x, j) => x * (B[i]?.[j] ?? 0)))
    : undefined;

export default exercise({
  id: "linear-algebra/matmul",
  version: 1,
  title: "Matrix products",
  summary: "Multiply matrices row by column, and see what the order of the factors changes.",
  skills: ["matrix-products"],
  source: { section: "1.2", formulas: ["matrix-product"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    const drawn = (m: number, n: number, lo: number, hi: number) => {
      const at = rng.int(0, m * n - 1);
      return rng.list(m, (i) => rng.list(n, (j) => rng.int(lo, hi) * (i * n + j === at ? -1 : 1)));
    };
    if (level === 1) return { story, A: drawn(2, 2, 2, 9), B: drawn(2, 2, 2, 9) };
    if (level === 2)
      return rng.int(0, 1) === 0
        ? { story, A: drawn(2, 3, 2, 6), B: drawn(3, 3, 2, 6) }
        : { story, A: drawn(3, 3, 2, 6), B: drawn(3, 2, 2, 6) };
    // Off the diagonal, B is no multiple of A: the two matrices do not commute.
    const [a = 2, b = 3, c = 4, d = 5] = rng.shuffle([2, 3, 4, 5, 6, 7]);
    const sign = rng.pick([1, -1]);
    return {
      story,
      A: [
        [rng.int(2, 9), a * sign],
        [b, rng.int(2, 9)],
      ],
      B: [
        [rng.int(2, 9), d],
        [-c * sign, rng.int(2, 9)],
      ],
    };
  })
  .prompt(({ story, A, B }, level) => {
    const { two, both } = stories[story] ?? stories[0];
    return [
      level === 3 ? both : two,
      `$$A = ${mat(A)}, \\qquad B = ${mat(B)}.$$`,
      level === 3
        ? "By how much do the two orders of multiplying differ? Compute $AB - BA$, the **commutator** of $A$ and $B$."
        : "Compute the product $AB$.",
    ].join("\n\n");
  })
  .step("AB", matrix(exact), ({ A, B }) => product(A, B), {
    label: "AB",
    words: "the product A B",
    hint: "The entry in row $i$ and column $j$ is row $i$ of $A$ times column $j$ of $B$: multiply in pairs and add up.",
    formula: "\\Bigl(\\textstyle\\sum_k A_{ik}\\,B_{kj}\\Bigr)_{ij}",
    work: ({ A, B }) => written(A, B),
    malrules: {
      "factors-swapped": {
        value: ({ A, B }) => (columns(B) === A.length && isSquare(A) && isSquare(B) ? product(B, A) : undefined),
        says: "This is $BA$. The rows come from the left factor, the columns from the right one.",
      },
      "rows-by-rows": {
        value: ({ A, B }) => (isSquare(B) ? product(A, transpose(B)) : undefined),
        says: "This is $AB^{\\top}$: the rows of $A$ were multiplied by the rows of $B$. From $B$ come the columns.",
      },
      "columns-by-columns": {
        value: ({ A, B }) => (isSquare(A) ? product(transpose(A), B) : undefined),
        says: "This is $A^{\\top}B$: the columns of $A$ were multiplied by the columns of $B$. From $A$ come the rows.",
      },
      "entry-by-entry": {
        value: entrywise,
        says: "The matrices were multiplied entry by entry. A matrix product multiplies a whole row by a whole column.",
      },
      "last-products-missing": {
        value: ({ A, B }) =>
          product(
            A.map((r) => r.slice(0, -1)),
            B.slice(0, -1),
          ),
        says: "The last product of every sum is missing. A row has as many products with a column as it has entries.",
      },
      "signs-lost": {
        value: ({ A, B }) =>
          product(
            A.map((r) => r.map(Math.abs)),
            B.map((r) => r.map(Math.abs)),
          ),
        says: "The minus signs were lost on the way. Write each sum out with its signs.",
      },
    },
  })
  .step("BA", matrix(exact), ({ A, B }) => product(B, A), {
    label: "BA",
    words: "the product B A",
    hint: "Now the rows come from $B$ and the columns from $A$.",
    formula: "\\Bigl(\\textstyle\\sum_k B_{ik}\\,A_{kj}\\Bigr)_{ij}",
    work: ({ A, B }) => written(B, A),
    malrules: {
      "taken-as-equal": {
        value: (_, s) => s.AB,
        says: "$BA$ was taken to be $AB$. Matrices do not commute in general: compute the second product as well.",
      },
      "taken-as-transpose": {
        value: (_, s) => transpose(s.AB),
        says: "$BA$ was taken to be $(AB)^{\\top}$. Swapping the factors is not transposing: rows of $B$ times columns of $A$.",
      },
      "last-products-missing": {
        value: ({ A, B }) =>
          product(
            B.map((r) => r.slice(0, -1)),
            A.slice(0, -1),
          ),
        says: "In $BA$, the last product of every sum is missing.",
      },
    },
  })
  .step("commutator", matrix(exact), (_, s) => minus(s.AB, s.BA), {
    label: "AB - BA",
    words: "the commutator of A and B",
    hint: "Subtract entry by entry. As a check: the two entries on the diagonal add up to 0.",
    formula: "\\bigl((AB)_{ij} - (BA)_{ij}\\bigr)_{ij}",
    work: (_, s) => `${mat(s.AB)} - ${mat(s.BA)}`,
    malrules: {
      "sign-turned-round": {
        value: (_, s) => minus(s.BA, s.AB),
        says: "This is $BA - AB$. The difference was taken in the wrong order.",
      },
      added: {
        value: (_, s) => plus(s.AB, s.BA),
        says: "The products were added. Their difference is asked for.",
      },
      "first-only": {
        value: (_, s) => s.AB,
        says: "This is $AB$ alone. The other product is still to be subtracted.",
      },
    },
  })
  .asks({ 1: ["AB"], 2: ["AB"], 3: ["commutator"] })
  .check(({ A, B }) => {
    // A sum of outer products: each column of the left factor times the matching row of the right one.
    const layered = (L: Matrix, R: Matrix) =>
      R.map((r, k) =>
        outer(
          L.map((l) => l[k] ?? 0),
          r,
        ),
      ).reduce<Matrix>(
        (total, layer) => plus(total, layer),
        L.map(() => (R[0] ?? []).map(() => 0)),
      );
    const AB = layered(A, B);
    return isSquare(A) && isSquare(B) && A.length === 2
      ? {
          AB,
          commutator: plus(
            AB,
            layered(
              B,
              A.map((r) => r.map((x) => -x)),
            ),
          ),
        }
      : { AB };
  });
