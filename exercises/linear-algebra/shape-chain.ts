/** Shapes all the way through a network that takes a batch, however its weights and samples are stored (section 1.2). */
import { z } from "zod";
import { exercise, type Malrule } from "#lib/exercise/exercise.ts";
import { type Shape, shape } from "#lib/exercise/kinds.ts";
import { minus, product, shapeOf, transpose } from "#lib/math/matrix.ts";

const sizes = z.array(z.int().min(1)).length(2);
const params = z.object({
  story: z.int().min(0).max(4),
  /** The shapes of the matrices as they are stored; T is empty where no targets are given. */
  X: sizes,
  W1: sizes,
  W2: sizes,
  T: z.array(z.int().min(1)),
  /** What the layers compute: XW with samples as rows, XWᵀ with units as rows of W, or WX with samples as columns. */
  layers: z.enum(["XW", "XWt", "WX"]),
});
type Params = z.infer<typeof params>;
type Lines = Readonly<Record<"W1t" | "H" | "W2t" | "Y" | "Tt" | "D" | "Dt", Shape>>;

const stories = [
  "A network with two layers reads pictures, given as lists of pixels.",
  "Two layers in a row rate houses by their features.",
  "Word vectors pass through two layers.",
  "Readings of sensors are summed up by a network with two layers.",
  "A small network looks at customers, each described by a few numbers.",
] as const;

const flipped = (of: Shape): Shape => (of === "undefined" ? of : [of[1] ?? 0, of[0] ?? 0]);
const times = (left: Shape, right: Shape): Shape =>
  left !== "undefined" && right !== "undefined" && left[1] === right[0] ? [left[0] ?? 0, right[1] ?? 0] : "undefined";

/** The factors of H and of Y, in the order in which they are multiplied. */
const factorsOfH = (p: Params, s: Pick<Lines, "W1t">): [Shape, Shape] =>
  p.layers === "WX" ? [p.W1, p.X] : [p.X, p.layers === "XWt" ? s.W1t : p.W1];
const factorsOfY = (p: Params, s: Pick<Lines, "H" | "W2t">): [Shape, Shape] =>
  p.layers === "WX" ? [p.W2, s.H] : [s.H, p.layers === "XWt" ? s.W2t : p.W2];
const factorsOfG = (s: Pick<Lines, "H" | "Dt">): [Shape, Shape] => [s.H, s.Dt];

const side = ([left, right]: readonly [Shape, Shape]) =>
  [left, right].map((of) => (of === "undefined" ? "\\text{undefined}" : `(${of.join(" \\times ")})`)).join("\\,");
const formulaOf = (layers: Params["layers"], input: string, weight: string) =>
  ({ XW: `${input}${weight}`, XWt: `${input}${weight}^{\\top}`, WX: `${weight}${input}` })[layers];

/** What goes wrong with the shape of a product. */
const malrules = <S>(factors: (p: Params, s: S) => [Shape, Shape]): Record<string, Malrule<Params, S, Shape>> => ({
  "inner-kept": {
    value: (p, s) => {
      const [left, right] = factors(p, s);
      return left === "undefined" || right === "undefined" ? undefined : [left[1] ?? 0, right[0] ?? 0];
    },
    says: "These are the two inner sizes. They must agree, and are summed away; the outer two remain.",
  },
  reversed: {
    value: (p, s) => flipped(times(...factors(p, s))),
    says: "The sizes are the right ones in the wrong order: rows come from the left factor, columns from the right one.",
  },
});

const transposedStep = <S>(name: string, of: (p: Params, s: S) => Shape) => ({
  label: `\\text{shape of } ${name}^{\\top}`,
  words: `the shape of the transpose of ${name.replace("_", "")}`,
  hint: "A transpose swaps rows and columns.",
  skill: "transposes" as const,
  formula: `\\text{columns of } ${name} \\times \\text{rows of } ${name}`,
  malrules: {
    "not-transposed": {
      value: of,
      says: `The matrix $${name}$ was taken as it is stored. In the formula it stands transposed: swap its sizes first.`,
    },
  },
});

export default exercise({
  id: "linear-algebra/shape-chain",
  version: 1,
  title: "Shapes through a network",
  summary: "Follow the shape of a batch through two layers, with weights and samples stored in different ways.",
  skills: ["matrix-shapes", "transposes"],
  source: { section: "1.2", formulas: ["matrix-product", "transpose"] },
})
  .params(params, (rng, level): Params => {
    const n = rng.pick([16, 20, 24, 32, 40, 48, 50, 64, 80, 100, 128]);
    const [d = 8, h = 5, k = 3] = rng.shuffle([3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 18]);
    const story = rng.int(0, 4);
    if (level === 1) return { story, X: [n, d], W1: [d, h], W2: [h, k], T: [], layers: "XW" };
    if (level === 2) return { story, X: [n, d], W1: [h, d], W2: [k, h], T: [], layers: "XWt" };
    return { story, X: [d, n], W1: [h, d], W2: [k, h], T: [n, k], layers: "WX" };
  })
  .prompt(({ story, X, W1, W2, T, layers }, level) => {
    const size = (name: string, of: readonly number[]) => `$${name}$ is $${of.join(" \\times ")}$`;
    const [H, Y] = [formulaOf(layers, "X", "W_1"), formulaOf(layers, "H", "W_2")];
    return [
      stories[story],
      `${[size("X", X), size("W_1", W1), size("W_2", W2)].join(", ")}.`,
      {
        1: `The samples are the rows of $X$. The layers compute $H = ${H}$ and then $Y = ${Y}$ (biases and activations do not change shapes). What are the shapes of $H$ and $Y$?`,
        2: `The samples are the rows of $X$, but the weights are stored with one unit in each row. So the layers compute $H = ${H}$ and then $Y = ${Y}$. What are the shapes of $H$ and $Y$?`,
        3: `Here the samples are the **columns** of $X$, and the layers compute $H = ${H}$ and $Y = ${Y}$. The targets, however, come as ${size("T", T).replace(" is ", ", which is ")}, one sample in each row. Training needs the errors $D = Y - T^{\\top}$ and the matrix $G = HD^{\\top}$. What are the shapes of $Y$ and $G$?`,
      }[level],
      "Where something does not exist, answer $\\text{undefined}$.",
    ].join("\n\n");
  })
  .step(
    "W1t",
    shape(),
    ({ W1 }) => flipped(W1),
    transposedStep("W_1", ({ W1 }) => W1),
  )
  .step("H", shape(), (p, s) => times(...factorsOfH(p, s)), {
    label: "\\text{shape of } H",
    words: "the shape of H",
    hint: "Write the two shapes side by side. The inner sizes must agree, the outer ones remain.",
    formula: ({ layers }) => formulaOf(layers, "X", "W_1"),
    work: (p, s) => side(factorsOfH(p, s)),
    malrules: malrules(factorsOfH),
  })
  .step(
    "W2t",
    shape(),
    ({ W2 }) => flipped(W2),
    transposedStep("W_2", ({ W2 }) => W2),
  )
  .step("Y", shape(), (p, s) => times(...factorsOfY(p, s)), {
    label: "\\text{shape of } Y",
    words: "the shape of Y",
    hint: "Go on with the shape that the first layer gave.",
    formula: ({ layers }) => formulaOf(layers, "H", "W_2"),
    work: (p, s) => side(factorsOfY(p, s)),
    malrules: {
      ...malrules(factorsOfY),
      "second-transpose-ignored": {
        value: (p, s) => (p.layers !== "XWt" || s.H === "undefined" ? undefined : [s.H[0] ?? 0, p.W2[1] ?? 0]),
        says: "The columns of $W_2$ as it is stored were taken. The right factor is $W_2^{\\top}$: its columns are the rows of $W_2$.",
      },
      "first-layer-skipped": {
        value: (p) => (p.layers === "WX" ? p.X.map((size, i) => (i === 0 ? (p.W1[0] ?? 0) : size)) : undefined),
        says: "This is the shape after the first layer only. The second one follows.",
      },
    },
  })
  .step(
    "Tt",
    shape(),
    ({ T }) => flipped(T),
    transposedStep("T", ({ T }) => T),
  )
  .step(
    "D",
    shape(),
    (_, s) => (s.Y !== "undefined" && s.Tt !== "undefined" && `${s.Y}` === `${s.Tt}` ? s.Y : "undefined"),
    {
      label: "\\text{shape of } D",
      words: "the shape of D",
      hint: "Only matrices of one shape can be subtracted, and the shape stays.",
      formula: "Y - T^{\\top}",
      work: (_, s) =>
        [s.Y, s.Tt].map((of) => (of === "undefined" ? "\\text{undefined}" : `(${of.join(" \\times ")})`)).join(" - "),
    },
  )
  .step(
    "Dt",
    shape(),
    (_, s) => flipped(s.D),
    transposedStep("D", (_, s: Pick<Lines, "D">) => s.D),
  )
  .step("G", shape(), (_, s) => times(...factorsOfG(s)), {
    label: "\\text{shape of } G",
    words: "the shape of G",
    hint: "Mind which factor is transposed. The samples are summed away; what is left has one row for each unit of the first layer and one column for each unit of the second.",
    formula: "HD^{\\top}",
    work: (_, s) => side(factorsOfG(s)),
    malrules: malrules((_, s) => factorsOfG(s)),
  })
  .asks({ 1: ["H", "Y"], 2: ["H", "Y"], 3: ["Y", "G"] })
  .check(({ X, W1, W2, T, layers }) => {
    // The matrices themselves, filled with zeros: a product that does not exist would throw.
    const zeros = ([m = 0, n = 0]: readonly number[]) => Array.from({ length: m }, () => new Array<number>(n).fill(0));
    const [x, w1, w2] = [zeros(X), zeros(W1), zeros(W2)];
    const layer = (input: number[][], weight: number[][]) =>
      layers === "WX" ? product(weight, input) : product(input, layers === "XWt" ? transpose(weight) : weight);
    const h = layer(x, w1);
    const y = layer(h, w2);
    const shapes = { H: [...shapeOf(h)], Y: [...shapeOf(y)] };
    return T.length > 0 ? { ...shapes, G: [...shapeOf(product(h, transpose(minus(y, transpose(zeros(T))))))] } : shapes;
  });
