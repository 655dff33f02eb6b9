/** The shape of a data matrix, its entries, and what its rows and columns stand for (example 4). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, matrix, scalar, shape, vector } from "#lib/exercise/kinds.ts";
import { mat } from "#lib/exercise/tex.ts";
import { type Matrix, transpose } from "#lib/math/matrix.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  X: z.array(z.array(z.number()).min(2)).min(3),
  /** The place that is asked for, counted as the level says: from 0 at level 2, from 1 elsewhere. */
  i: z.int().min(0),
  j: z.int().min(0),
  first: z.int().min(0).max(1),
  /** Whether a row or a column is cut out. */
  along: z.enum(["row", "column"]),
  /** Whether a column of ones is put in front and the matrix then transposed. */
  turned: z.boolean(),
});
type Params = z.infer<typeof params>;

const stories = [
  { many: "houses", features: ["rooms", "age", "distance to the centre", "rent"] },
  { many: "learners", features: ["age", "points in algebra", "points in calculus", "hours of practice"] },
  { many: "days", features: ["temperature", "humidity", "wind", "bicycles hired"] },
  { many: "films", features: ["length", "rating", "age", "number of actors"] },
  { many: "messages", features: ["words", "links", "capital letters", "exclamation marks"] },
] as const;

const meanings = [
  { id: "sample", text: "all features of one sample" },
  { id: "feature", text: "one feature of all samples" },
  { id: "entry", text: "one feature of one sample" },
] as const;

const exact = { rule: { exact: true } } as const;
const table = (p: Params, B: () => Matrix): Matrix => (p.turned ? B() : p.X);
const name = (p: Params) => (p.turned ? "B" : "X");

/** The entry in a place counted from `first`; undefined outside. */
const at = (m: Matrix, i: number, j: number, first: number): number | undefined => m[i - first]?.[j - first];
const cut = (m: Matrix, along: Params["along"], k: number): readonly number[] | undefined =>
  along === "row" ? m[k] : m[0]?.[k] === undefined ? undefined : m.map((row) => row[k] ?? 0);
const place = ({ along, i, j }: Params) => (along === "row" ? i : j);

const entryName = (p: Params) => (p.first === 0 ? `X[${p.i}, ${p.j}]` : `${name(p)}_{${p.i}${p.j}}`);
const part = ({ along, i, j, first }: Params) =>
  first === 1 ? `${along} ${along === "row" ? i : j}` : along === "row" ? `\`X[${i}, :]\`` : `\`X[:, ${j}]\``;

export default exercise({
  id: "linear-algebra/dataset-shape",
  version: 1,
  title: "Reading a data matrix",
  summary: "Tell the shape of a data matrix, find its entries, rows and columns, and say what they stand for.",
  skills: ["data-matrices"],
  source: { section: "1.2", examples: [4], formulas: ["transpose"] },
})
  .params(params, (rng, level): Params => {
    const [n, d] = rng.pick<readonly [number, number]>(
      level === 3
        ? [
            [5, 3],
            [4, 4],
          ]
        : [
            [4, 3],
            [5, 3],
            [3, 4],
          ],
    );
    const [rows, columns] = level === 3 ? [d + 1, n] : [n, d];
    const first = level === 2 ? 0 : 1;
    // Places from which one can go astray both by swapping the indices and by counting from the other number.
    const places = Array.from(
      { length: rows * columns },
      (_, k) => [Math.floor(k / columns), k % columns] as const,
    ).filter(([i, j]) => {
      const [next, last] = first === 1 ? [1, 0] : [0, 1];
      return i !== j && i < columns && j < rows && i + next < rows && j + next < columns && i >= last && j >= last;
    });
    const inner = level === 3 ? places.filter(([i]) => i > 0) : places;
    const [i, j] = inner[rng.int(0, inner.length - 1)] ?? [1, 1];
    const numbers = rng.shuffle(Array.from({ length: 48 }, (_, k) => k + 12));
    return {
      story: rng.int(0, 4),
      X: rng.list(n, (r) => numbers.slice(r * d, r * d + d)),
      ...{ i: i + first, j: j + first, first, along: rng.pick(["row", "column"]), turned: level === 3 },
    };
  })
  .prompt((p, level) => {
    const { many, features } = stories[p.story] ?? stories[0];
    const listed = features.slice(0, p.X[0]?.length);
    return [
      `A data set of ${many} is kept as a matrix with one sample in each row; its columns are ${listed.slice(0, -1).join(", ")} and ${listed.at(-1)}.`,
      `$$X = ${mat(p.X)}$$`,
      {
        1: `Give the **shape** of $X$ as rows × columns, and the **entry** $${entryName(p)}$, with row and column counted from 1 as in mathematics.`,
        2: `In numpy, where indices count from 0: what is the shape of \`X\`, what is the entry \`${entryName(p)}\`, and what are the numbers in ${part(p)}? What do these numbers stand for?`,
        3: `A column of ones is put in front of $X$, which gives $A$; then $B = A^{\\top}$. With rows and columns counted from 1: what is the **shape** of $B$, what is the **entry** $${entryName(p)}$, and what are the numbers in **${part(p)}** of $B$? What do these numbers stand for?`,
      }[level],
    ].join("\n\n");
  })
  .step("A", matrix(exact), ({ X }) => X.map((row) => [1, ...row]), {
    label: "A",
    words: "the matrix A with a column of ones in front",
    hint: "Every row gets a 1 in front. The number of rows stays as it is.",
    formula: "\\begin{bmatrix} \\mathbf{1} & X \\end{bmatrix}",
    malrules: {
      "row-of-ones": {
        value: ({ X }) => [(X[0] ?? []).map(() => 1), ...X],
        says: "A row of ones was put on top. A column stands upright: it gives every sample one more number.",
      },
      "ones-forgotten": {
        value: ({ X }) => X,
        says: "The column of ones is missing: $A$ has one column more than $X$.",
      },
      "ones-behind": {
        value: ({ X }) => X.map((row) => [...row, 1]),
        says: "The column of ones went behind the features. It is to stand in front of them, so all of them move on by one.",
      },
    },
  })
  .step("B", matrix(exact), (_, s) => transpose(s.A), {
    label: "B",
    words: "the transpose B of A",
    hint: "Transposing turns every row into a column.",
    formula: "A^{\\top}",
    malrules: {
      "not-transposed": {
        value: (_, s) => s.A,
        says: "This is read from $A$. In $B = A^{\\top}$, rows have become columns.",
      },
    },
  })
  .step(
    "shape",
    shape(),
    (p, s) => {
      const m = table(p, () => s.B);
      return [m.length, m[0]?.length ?? 0];
    },
    {
      label: "\\text{shape}",
      words: "the shape of the matrix",
      hint: "Count the rows first, then the columns.",
      formula: "\\text{rows} \\times \\text{columns}",
      malrules: {
        "columns-first": {
          value: (p, s) => {
            const m = table(p, () => s.B);
            return [m[0]?.length ?? 0, m.length];
          },
          says: "Rows and columns are swapped: the number of rows comes first.",
        },
        "entries-counted": {
          value: (p, s) => [table(p, () => s.B).flat().length, 1],
          says: "This counts all entries. A shape tells the rows and the columns by themselves.",
        },
      },
    },
  )
  .step(
    "entry",
    scalar(exact),
    (p, s) =>
      at(
        table(p, () => s.B),
        p.i,
        p.j,
        p.first,
      ) ?? 0,
    {
      label: "\\text{entry}",
      words: "the entry that is asked for",
      hint: "The first index is the row, the second one the column. Mind from which number the counting begins.",
      formula: (p) => (p.first === 0 ? `\\text{X[${p.i}, ${p.j}]}` : entryName(p)),
      malrules: {
        "indices-swapped": {
          value: (p, s) =>
            at(
              table(p, () => s.B),
              p.j,
              p.i,
              p.first,
            ),
          says: "The indices are swapped: this is the column first. The row comes first.",
        },
        "counted-from-the-other-number": {
          value: (p, s) =>
            at(
              table(p, () => s.B),
              p.i,
              p.j,
              1 - p.first,
            ),
          says: "This is one row and one column off. In mathematics the first row is number 1; in numpy it has the index 0.",
        },
      },
    },
  )
  .step(
    "slice",
    vector(exact),
    (p, s) =>
      cut(
        table(p, () => s.B),
        p.along,
        place(p) - p.first,
      ) ?? [],
    {
      label: "\\text{row or column}",
      words: "the numbers of the row or column",
      hint: "A row runs from left to right, a column from top to bottom; a colon stands for all indices.",
      formula: (p) => (p.first === 0 ? `\\text{${part(p).replaceAll("`", "")}}` : `\\text{${part(p)} of } B`),
      malrules: {
        "row-for-column": {
          value: (p, s) =>
            cut(
              table(p, () => s.B),
              p.along === "row" ? "column" : "row",
              place(p) - p.first,
            ),
          says: "Row and column are mixed up. The row is the first index, and runs from left to right.",
        },
        "counted-from-the-other-number": {
          value: (p, s) =>
            cut(
              table(p, () => s.B),
              p.along,
              place(p) + p.first - 1,
            ),
          says: "This is the one next to it. Mind from which number the counting begins: 1 in mathematics, 0 in numpy.",
        },
      },
    },
  )
  .step("meaning", choice(meanings), (p) => ((p.along === "row") === p.turned ? "feature" : "sample"), {
    label: "\\text{what they stand for}",
    words: "what these numbers stand for",
    hint: "In a data matrix with one sample in each row, a column is a feature. A transpose exchanges the two.",
    formula: (p) => (p.turned ? "\\text{rows of } A = \\text{columns of } B" : "\\text{one sample in each row}"),
    malrules: {
      "sample-for-feature": {
        value: (p) => ((p.along === "row") === p.turned ? "sample" : "feature"),
        says: "Samples and features are exchanged. Look where one sample stands in this matrix: in a row or in a column?",
      },
      "only-one": {
        value: () => "entry",
        says: "That would be a single number. Here there are as many as the row or the column is long.",
      },
    },
  })
  .asks({ 1: ["shape", "entry"], 2: ["shape", "entry", "slice", "meaning"], 3: ["shape", "entry", "slice", "meaning"] })
  .examples({
    "4": {
      level: 1,
      params: {
        story: 0,
        X: [
          [1500, 2, 1],
          [2000, 3, 2],
          [1800, 3, 1.5],
        ],
        ...{ i: 2, j: 1, first: 1, along: "row", turned: false },
      },
    },
  })
  .check((p) => {
    // Every entry as a triple of row, column and number; all answers are sought among the triples.
    const triples = p.X.flatMap((row, r) => row.map((x, k) => ({ r: r + 1, k: k + 1, x })));
    const ones = p.X.map((_, r) => ({ r: r + 1, k: 1, x: 1 }));
    const all = p.turned
      ? [...ones, ...triples.map((t) => ({ ...t, k: t.k + 1 }))].map(({ r, k, x }) => ({ r: k, k: r, x }))
      : triples;
    const shift = 1 - p.first;
    const [i, j] = [p.i + shift, p.j + shift];
    const slice = all.filter((t) => (p.along === "row" ? t.r === i : t.k === j));
    // A sample has one number from each column of X.
    const isSample =
      slice.filter(({ x }) => p.X.flat().includes(x)).length === p.X[0]?.length &&
      p.X.some((row) => row.every((x) => slice.some((t) => t.x === x)));
    return {
      shape: [Math.max(...all.map(({ r }) => r)), Math.max(...all.map(({ k }) => k))],
      entry: all.find(({ r, k }) => r === i && k === j)?.x ?? Number.NaN,
      slice: slice.sort((a, b) => a.r - b.r || a.k - b.k).map(({ x }) => x),
      meaning: isSample ? "sample" : "feature",
    };
  });
