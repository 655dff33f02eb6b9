/** A linear layer over a whole batch, XW + b, also with weights that are stored unit by unit (example 5). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plusTerm, row, vec } from "#lib/exercise/tex.ts";
import { type Matrix, matvec, product, transpose } from "#lib/math/matrix.ts";

const grid = z.array(z.array(z.number()).min(1)).min(1);
const params = z.object({
  story: z.int().min(0).max(4),
  X: grid,
  /** One row for each input; at level 3 one row for each unit. */
  W: grid,
  b: z.array(z.number()).min(1),
  /** The weights and the bias of the last unit; empty and 0 below level 3. */
  v: z.array(z.number()),
  c: z.number(),
});
type Params = z.infer<typeof params>;

const stories = [
  "A layer without activation function gets a batch of samples $X$, one sample in each row.",
  "Some houses are the rows of $X$; a model computes several scores of each.",
  "Sensors are read at several moments, one moment in each row of $X$; the readings are mixed by a layer.",
  "A mini-batch $X$ with one sample in each row is sent through a layer of a network.",
  "Each row of $X$ is the profile of a user; a layer turns profiles into scores.",
] as const;

/** Weights with one row for each input, however they are stored. */
const weights = (p: Params, Wt: () => Matrix): Matrix => (p.v.length > 0 ? Wt() : p.W);
const name = ({ v }: Params) => (v.length > 0 ? "W^{\\top}" : "W");
const isSquare = (m: Matrix) => m.length === m[0]?.length;

/** b added to every row. */
const shifted = (m: Matrix, b: readonly number[]) => m.map((r) => r.map((x, j) => x + (b[j] ?? 0)));

const written = (A: Matrix, B: Matrix) =>
  `\\begin{bmatrix} ${A.map((r) =>
    transpose(B)
      .map((c) => r.map((x, k) => `${par(x)} \\cdot ${par(c[k] ?? 0)}`).join(" + "))
      .join(" & "),
  ).join(" \\\\ ")} \\end{bmatrix}`;

export default exercise({
  id: "linear-algebra/batch-layer",
  version: 1,
  title: "A layer over a batch",
  summary: "Send a batch of samples through a linear layer as XW + b, with one bias for every unit.",
  skills: ["batch-layers", "matrix-products", "linear-layers"],
  source: { section: "1.2", examples: [5], formulas: ["affine-layer", "matrix-product"] },
})
  .params(params, (rng, level): Params => {
    const [n, inputs, units] = { 1: [2, 2, 2] as const, 2: [3, 3, 2] as const, 3: [3, 2, 2] as const }[level];
    const tenths = () => rng.int(2, 9) / 10;
    /** One minus sign in each unit. */
    const W = transpose(
      rng.list(units, () => {
        const at = rng.int(0, inputs - 1);
        return rng.list(inputs, (k) => (k === at ? -tenths() : tenths()));
      }),
    );
    return {
      story: rng.int(0, 4),
      X: rng.list(n, () => rng.shuffle([2, 3, 4, 5, 6, 7]).slice(0, inputs)),
      W: level === 3 ? transpose(W) : W,
      b: rng.list(units, tenths),
      v: level === 3 ? [rng.int(2, 5), -rng.int(2, 5)] : [],
      c: level === 3 ? rng.int(3, 9) : 0,
    };
  })
  .prompt(({ story, X, W, b, v, c }, level) =>
    [
      stories[story],
      `$$X = ${mat(X)}, \\qquad W = ${mat(W)}, \\qquad b = ${row(b)}$$`,
      {
        1: "The columns of $W$ hold the weights of the units. Compute $Z = XW + b$, with $b$ added to every row.",
        2: "The columns of $W$ hold the weights of the units, and $b$ their biases. Compute the pre-activations $Z = XW + b$ of the whole batch.",
        3: `As in many libraries, $W$ is stored with one unit in each **row**, so that the layer gives $Z = XW^{\\top} + b$. A last unit with the weights $v = ${vec(v)}$ and the bias $c = ${num(c)}$ turns every row of $Z$ into one number. Compute $Z$ and $y = Zv + c$.`,
      }[level],
    ].join("\n\n"),
  )
  .step("Wt", matrix({ rule: { exact: true } }), ({ W }) => transpose(W), {
    label: "W^{\\top}",
    words: "the transpose of W",
    hint: "To multiply from the right, the weights of a unit must stand in a column: transpose first.",
    formula: "\\text{rows of } W \\text{ as columns}",
    malrules: {
      "not-transposed": {
        value: ({ W }) => (isSquare(W) ? W : undefined),
        says: "This was computed with $W$ as it is stored. Each of its rows is a unit, so the product needs $W^{\\top}$.",
      },
    },
  })
  .step(
    "P",
    matrix(),
    (p, s) =>
      product(
        p.X,
        weights(p, () => s.Wt),
      ),
    {
      label: "\\text{product}",
      words: "the product of X and the weights",
      hint: "Each row of $X$, times the weights of each unit: one row for each sample, one column for each unit.",
      skill: "matrix-products",
      formula: (p) => `X${name(p)}`,
      work: (p, s) =>
        written(
          p.X,
          weights(p, () => s.Wt),
        ),
      malrules: {
        "rows-of-weights": {
          value: ({ X, W, v }) => (v.length === 0 && isSquare(W) ? product(X, transpose(W)) : undefined),
          says: "This comes from $XW^{\\top}$: the rows of $X$ met the rows of $W$. Here the units are the columns of $W$.",
        },
        "factors-swapped": {
          value: (p, s) => {
            const W = weights(p, () => s.Wt);
            return isSquare(p.X) && isSquare(W) ? product(W, p.X) : undefined;
          },
          says: "The factors are swapped. The samples are rows, so $X$ stands on the left.",
        },
        "last-input-missed": {
          value: (p, s) =>
            product(
              p.X.map((r) => r.slice(0, -1)),
              weights(p, () => s.Wt).slice(0, -1),
            ),
          says: "The last input was left out of every sum.",
        },
      },
    },
  )
  .step("Z", matrix(), ({ b }, s) => shifted(s.P, b), {
    label: "Z",
    words: "the pre-activations Z",
    hint: "Every row gets the same $b$: each unit has one bias, whatever the sample.",
    formula: (p) => `X${name(p)} + b`,
    work: ({ b }, s) =>
      `\\begin{bmatrix} ${s.P.map((r) => r.map((x, j) => plusTerm(num(x), b[j] ?? 0)).join(" & ")).join(" \\\\ ")} \\end{bmatrix}`,
    malrules: {
      "bias-in-one-row": {
        value: ({ b }, s) => shifted(s.P.slice(0, 1), b).concat(s.P.slice(1).map((r) => [...r])),
        says: "Only the first row got the bias. It is added to every row: every sample passes through the same units.",
      },
      "bias-dropped": {
        value: (_, s) => s.P,
        says: "The bias is missing: this is the product alone.",
      },
      "bias-by-sample": {
        value: ({ b }, s) => (s.P.length === b.length ? s.P.map((r, i) => r.map((x) => x + (b[i] ?? 0))) : undefined),
        says: "The biases were given to the samples, one to each row. They belong to the units, one to each column.",
      },
      "bias-summed": {
        value: ({ b }, s) =>
          b.length > 1 ? s.P.map((r) => r.map((x) => x + b.reduce((t, bj) => t + bj, 0))) : undefined,
        says: "Every entry got all biases. An entry gets the one of its own column.",
      },
    },
  })
  .step("y", vector({ rule: { digits: 4 } }), ({ v, c }, s) => matvec(s.Z, v).map((x) => x + c), {
    label: "y",
    words: "the outputs y",
    hint: "Each row of $Z$ times $v$, plus $c$: one number for each sample.",
    skill: "linear-layers",
    formula: "Zv + c",
    work: ({ v, c }, s) =>
      column(s.Z.map((r) => plusTerm(r.map((x, j) => `${par(x)} \\cdot ${par(v[j] ?? 0)}`).join(" + "), c))),
    malrules: {
      "last-bias-dropped": {
        value: ({ v }, s) => matvec(s.Z, v),
        says: "This is $Zv$. The last unit has a bias as well, which every sample gets.",
      },
      "first-biases-dropped": {
        value: ({ v, c }, s) => matvec(s.P, v).map((x) => x + c),
        says: "The last unit was given the product without $b$. Its input is $Z$.",
      },
      "bias-once": {
        value: ({ v, c }, s) => matvec(s.Z, v).map((x, i) => (i === 0 ? x + c : x)),
        says: "Only the first sample got the bias $c$. Every sample does.",
      },
    },
  })
  .asks({ 1: ["Z"], 2: ["Z"], 3: ["Z", "y"] })
  .examples({
    "5": {
      level: 2,
      params: {
        story: 0,
        X: [[2, 3]],
        W: [
          [0.5, 0.2, 0.1],
          [0.3, 0.8, 0.4],
        ],
        b: [0.1, 0.2, 0.3],
        v: [],
        c: 0,
      },
    },
  })
  .check(({ X, W, b, v, c }) => {
    // With a 1 behind every sample, the bias is one more row of weights; in exact fractions.
    const exact = (x: number) => new Fraction(String(x));
    const units = v.length > 0 ? W : transpose(W);
    const sum = (list: readonly Fraction[]) => list.reduce((t, f) => t.add(f), new Fraction(0));
    const Z = X.map((x) =>
      units.map((w, j) => {
        const [inputs, all] = [
          [...x, 1],
          [...w, b[j] ?? 0],
        ];
        return sum(all.map((wk, k) => exact(wk).mul(exact(inputs[k] ?? 0))));
      }),
    );
    const y = Z.map((z) => sum([...z.map((zj, j) => zj.mul(exact(v[j] ?? 0))), exact(c)]).valueOf());
    return { Z: Z.map((z) => z.map((f) => f.valueOf())), y };
  });
