/** A linear layer: Wx, then z = Wx + b, then a second layer on top (example 5). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { mat, par, plusTerm, vec } from "#lib/exercise/tex.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";
import { add, dot, type Vector } from "#lib/math/vector.ts";

const stories = [
  "One layer of a neural network has the weight matrix $W$, with a row for each of its units.",
  "A model gives every house several scores at once; the weights of each score are a row of $W$.",
  "Readings $x$ of a few sensors are mixed by the weight matrix $W$, one row for each mixture.",
  "A layer without an activation function is described by its weight matrix $W$.",
] as const;

/** Row times column, written out. */
const products = (row: Vector, x: Vector) => row.map((w, j) => `${par(w)} \\cdot ${par(x[j] ?? 0)}`).join(" + ");

export default exercise({
  id: "linear-algebra/linear-layer",
  version: 1,
  title: "A linear layer",
  summary: "Multiply an input by a weight matrix, add the bias, and go on to the next layer.",
  skills: ["linear-layers", "matrix-vector"],
  source: { section: "1.2", examples: [5], formulas: ["affine-layer"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      W: z.array(z.array(z.number()).min(1)).min(1),
      x: z.array(z.number()).min(1),
      b: z.array(z.number()),
      /** The weights and the bias of the unit on top; unused below level 3. */
      v: z.array(z.number()),
      c: z.number(),
    }),
    (rng, level) => {
      const [rows, columns] = [level === 1 ? 2 : 3, level === 3 ? 3 : 2];
      const tenths = () => rng.int(2, 9) / 10;
      // One weight in each row is negative at most, so that minus signs are as many in every variant.
      const signed = (row: number[]) => {
        const at = rng.int(0, row.length - 1);
        return row.map((w, j) => (j === at ? -w : w));
      };
      return {
        story: rng.int(0, 3),
        W: rng.list(rows, (i) => (i === 0 ? rng.list(columns, tenths) : signed(rng.list(columns, tenths)))),
        x: rng.shuffle([2, 3, 4, 5, 6, 7]).slice(0, columns),
        b: level === 1 ? [] : rng.list(rows, tenths),
        v: level === 3 ? signed(rng.list(rows, () => rng.int(2, 6))) : [],
        c: level === 3 ? rng.int(3, 9) : 0,
      };
    },
  )
  .prompt(({ story, W, x, b, v, c }, level) =>
    [
      stories[story],
      `It is $W = ${mat(W)}$, and the input is $x = ${vec(x)}$.`,
      {
        1: "Compute the product $Wx$.",
        2: `The bias is $b = ${vec(b)}$. Compute the pre-activations $z = Wx + b$.`,
        3: `The bias is $b = ${vec(b)}$, and $z = Wx + b$ goes into a last unit with the weights $v = ${vec(v)}$ and the bias $c = ${par(c)}$. Compute $z$ and the output $y = v \\cdot z + c$.`,
      }[level],
    ].join("\n\n"),
  )
  .step("Wx", vector(), ({ W, x }) => matvec(W, x), {
    label: "Wx",
    words: "the product W x",
    hint: "Each entry is the dot product of one row of $W$ with $x$.",
    skill: "matrix-vector",
    formula: "\\Bigl(\\textstyle\\sum_j W_{ij}\\,x_j\\Bigr)_i",
    work: ({ W, x }) => `\\begin{bmatrix} ${W.map((row) => products(row, x)).join(" \\\\ ")} \\end{bmatrix}`,
    malrules: {
      transposed: {
        value: ({ W, x }) => (W.length === x.length ? matvec(transpose(W), x) : undefined),
        says: "This is $W^\\top x$: the columns of $W$ were taken where the rows belong.",
      },
      "columns-summed": {
        value: ({ W, x }) =>
          W.length === x.length ? x.map((xj, j) => xj * W.reduce((t, r) => t + (r[j] ?? 0), 0)) : undefined,
        says: "The products $W_{ij}x_j$ are right but were added down the columns. Add them along each row.",
      },
      "rows-scaled": {
        value: ({ W, x }) =>
          W.length === x.length ? W.map((r, i) => (x[i] ?? 0) * r.reduce((t, w) => t + w, 0)) : undefined,
        says: "Each row was multiplied by a single entry of $x$. Along a row, every weight meets its own entry of $x$.",
      },
      "term-missed": {
        value: ({ W, x }) => W.map((row) => dot(row.slice(0, -1), x.slice(0, -1))),
        says: "The last product of every row is missing: a row has as many products as $x$ has entries.",
      },
      "input-reversed": {
        value: ({ W, x }) => matvec(W, [...x].reverse()),
        says: "The entries of $x$ were taken from the bottom up: the first weight of a row meets the first entry of $x$.",
      },
    },
  })
  .step("z", vector(), ({ b }, s) => add(s.Wx, b), {
    label: "z",
    words: "the pre-activations z",
    hint: "Add the bias, entry by entry.",
    formula: "Wx + b",
    work: ({ b }, s) => `${vec(s.Wx)} + ${vec(b)}`,
    malrules: {
      "bias-dropped": {
        value: (_, s) => s.Wx,
        says: "This is $Wx$. Look where the bias went: $z = Wx + b$.",
      },
      "bias-once": {
        value: ({ b }, s) => s.Wx.map((entry, i) => (i === 0 ? entry + (b[0] ?? 0) : entry)),
        says: "Only the first entry got its bias. Every unit has one of its own.",
      },
    },
  })
  .step("y", scalar({ rule: { digits: 4 } }), ({ v, c }, s) => dot(v, s.z) + c, {
    label: "y",
    words: "the output y",
    hint: "The last unit is a layer with a single row: a dot product, and its own bias.",
    formula: "v \\cdot z + c",
    work: ({ v, c }, s) => plusTerm(products(v, s.z), c),
    malrules: {
      "bias-dropped": {
        value: ({ v }, s) => dot(v, s.z),
        says: "This is $v \\cdot z$; the last unit has a bias $c$ as well.",
      },
      "first-bias-dropped": {
        value: ({ v, c }, s) => dot(v, s.Wx) + c,
        says: "The last unit was given $Wx$. Its input is $z = Wx + b$.",
      },
    },
  })
  .asks({ 1: ["Wx"], 2: ["z"], 3: ["z", "y"] })
  .examples({
    "5": {
      level: 2,
      params: {
        story: 0,
        W: [
          [0.5, 0.3],
          [0.2, 0.8],
          [0.1, 0.4],
        ],
        x: [2, 3],
        b: [0.1, 0.2, 0.3],
        v: [],
        c: 0,
      },
    },
  })
  .check(({ W, x, b, v, c }) => {
    // By columns, in exact fractions: Wx is the sum of the columns of W, each as often as its entry of x says.
    const zero = W.map(() => new Fraction(0));
    const Wx = x.reduce((total, xj, j) => total.map((t, i) => t.add(exact(W[i]?.[j] ?? 0).mul(exact(xj)))), zero);
    const z = Wx.map((t, i) => t.add(exact(b[i] ?? 0)));
    const y = v.reduce((t, vi, i) => t.add((z[i] ?? t).mul(exact(vi))), exact(c));
    const numbers = (list: readonly Fraction[]) => list.map((f) => f.valueOf());
    return { Wx: numbers(Wx), z: numbers(z), y: y.valueOf() };
  });

/** A parameter as the decimal it was written as. */
const exact = (x: number) => new Fraction(String(x));
