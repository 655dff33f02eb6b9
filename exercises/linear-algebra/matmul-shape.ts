/** The shape of a product of two matrices, with transposes and in a chain of three (practice problem 1). */
import { z } from "zod";
import { exercise, type Malrule } from "#lib/exercise/exercise.ts";
import { type Shape, shape } from "#lib/exercise/kinds.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";

const factor = z.object({ rows: z.int().min(1), columns: z.int().min(1), turned: z.boolean() });
type Factor = z.infer<typeof factor>;

const stories = [
  { names: ["X", "W", "V"], says: "A data set with one sample in each row is the matrix $X$; weights are kept in" },
  { names: ["A", "B", "C"], says: "The matrix $A$ is to be multiplied with" },
  { names: ["E", "K", "U"], says: "The word vectors of a sentence are the rows of $E$; a projection is given by" },
  {
    names: ["H", "M", "R"],
    says: "The activations of a mini-batch, one input in each row, are $H$; the next layer has the weights",
  },
] as const;

const params = z.object({
  story: z.int().min(0).max(3),
  left: factor,
  right: factor,
  /** Multiplied with the product of the first two, on the side it says. */
  third: factor.extend({ side: z.enum(["left", "right"]) }).nullable(),
});
type Params = z.infer<typeof params>;
type Scope = Readonly<Record<"turned" | "P" | "thirdTurned", Shape>>;

/** The factor of that shape in the product, as it is stored. */
const stored = ([rows, columns]: readonly [number, number], turned: boolean): Factor =>
  turned ? { rows: columns, columns: rows, turned } : { rows, columns, turned };

const sizes = ({ rows, columns }: Factor): Shape => [rows, columns];
const swapped = ({ rows, columns }: Factor): Shape => [columns, rows];
const nameOf = (p: Params, i: 0 | 1 | 2) => stories[p.story]?.names[i] ?? stories[1].names[i];
const tex = (name: string, { turned }: Factor) => (turned ? `${name}^{\\top}` : name);

/** The shapes of the factors as they stand in the product; one factor of P at most is transposed. */
const factorsOfP = (p: Params, s: Pick<Scope, "turned">): [Shape, Shape] => [
  p.left.turned ? s.turned : sizes(p.left),
  p.right.turned ? s.turned : sizes(p.right),
];
const factorsOfQ = (p: Params, s: Scope): [Shape, Shape] => {
  const third = p.third?.turned ? s.thirdTurned : p.third ? sizes(p.third) : "undefined";
  return p.third?.side === "left" ? [third, s.P] : [s.P, third];
};

function shapeOfProduct([left, right]: readonly [Shape, Shape]): Shape {
  if (left === "undefined" || right === "undefined") return "undefined";
  return left[1] === right[0] ? [left[0] ?? 0, right[1] ?? 0] : "undefined";
}

/** The malrules of a product whose factors have the shapes that `factors` tells. */
function malrules<S>(factors: (p: Params, s: S) => [Shape, Shape]): Record<string, Malrule<Params, S, Shape>> {
  /** A rule for the sizes m × n and q × r, which knows whether the product exists. */
  const rule =
    (value: (m: number, n: number, q: number, r: number, exists: boolean) => Shape | undefined) =>
    (p: Params, s: S) => {
      const [left, right] = factors(p, s);
      if (left === "undefined" || right === "undefined") return undefined;
      const [[m = 0, n = 0], [q = 0, r = 0]] = [left, right];
      return value(m, n, q, r, n === q);
    };
  return {
    "inner-kept": {
      value: rule((_m, n, q) => [n, q]),
      says: "These are the two inner sizes. They only have to agree, and are summed away; the outer two remain.",
    },
    reversed: {
      value: rule((m, _n, _q, r, exists) => (exists ? [r, m] : undefined)),
      says: "The sizes are the right ones in the wrong order: the rows come from the left factor, the columns from the right one.",
    },
    "sizes-not-compared": {
      value: rule((m, _n, _q, r, exists) => (exists ? undefined : [m, r])),
      says: "These are the outer sizes, but compare the inner ones first: the left factor has not as many columns as the right one has rows.",
    },
    "outer-compared": {
      value: rule((_m, _n, _q, _r, exists) => (exists ? "undefined" : undefined)),
      says: "This product does exist. What must agree is the columns of the left factor with the rows of the right one; the outer sizes may differ.",
    },
  };
}

const transposeIgnored =
  "Is each factor in its own shape here? The transpose swaps rows and columns before the product is formed.";
const times = (pair: readonly [Shape, Shape]) =>
  pair.map((sides) => (sides === "undefined" ? "\\text{undefined}" : `(${sides.join(" \\times ")})`)).join("\\,");
const outer = (left: string, right: string) => `\\text{rows of } ${left} \\times \\text{columns of } ${right}`;
const flipped = (name: string) => `\\text{columns of } ${name} \\times \\text{rows of } ${name}`;

export default exercise({
  id: "linear-algebra/matmul-shape",
  version: 1,
  title: "The shape of a product",
  summary: "Tell which matrix products exist, and what shape they have.",
  skills: ["matrix-shapes"],
  source: { section: "1.2", practice: [1], formulas: ["matrix-product"] },
})
  .params(params, (rng, level) => {
    const [a = 2, b = 3, c = 4, d = 5] = [
      rng.pick([32, 48, 64, 100, 128, 250]),
      ...rng.shuffle([3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 20, 24]),
    ];
    const exists = rng.int(1, 4) > 1;
    const turned = level === 1 ? "neither" : rng.pick(["left", "right"]);
    // P is a × b times b × c. Where the last product asked for does not exist, some of its sizes agree nevertheless.
    const misfit: [number, number] = [c, rng.pick([a, b])];
    const side = rng.pick<"left" | "right">(["left", "right"]);
    const fits: [number, number] = side === "right" ? [c, d] : [d, a];
    // biome-ignore format: a list of pairs
    const misfits = side === "right" ? ([[d, c], [b, d], [d, a]] as const) : ([[a, d], [d, b], [c, d]] as const);
    const third = exists ? fits : rng.pick<readonly [number, number]>(misfits);
    return {
      story: rng.int(0, 3),
      left: stored([a, b], turned === "left"),
      right: stored(exists || level === 3 ? [b, c] : misfit, turned === "right"),
      third: level === 3 ? { ...stored(third, rng.int(0, 1) === 1), side } : null,
    };
  })
  .prompt((p) => {
    const [left, right, third] = [nameOf(p, 0), nameOf(p, 1), nameOf(p, 2)];
    const size = (name: string, { rows, columns }: Factor) => `$${name}$ is $${rows} \\times ${columns}$`;
    const q = p.third?.side === "left" ? `${tex(third, p.third)}P` : p.third ? `P${tex(third, p.third)}` : "";
    const asked = `$P = ${tex(left, p.left)}${tex(right, p.right)}$`;
    return [
      `${stories[p.story]?.says} $${right}$${p.third ? `, and a third factor is $${third}$` : ""}.`,
      `${[size(left, p.left), size(right, p.right), ...(p.third ? [size(third, p.third)] : [])].join(", ")}.`,
      p.third ? `What are the shapes of ${asked} and of $Q = ${q}$?` : `What is the shape of ${asked}?`,
      "Where there is no such product, answer $\\text{undefined}$.",
    ].join("\n\n");
  })
  .step("turned", shape(), (p) => swapped(p.left.turned ? p.left : p.right), {
    label: "\\text{shape of the transposed factor}",
    words: "the shape of the transposed factor",
    hint: "A transpose swaps rows and columns.",
    formula: (p) => flipped(p.left.turned ? nameOf(p, 0) : nameOf(p, 1)),
    malrules: {
      "transpose-ignored": { value: (p) => sizes(p.left.turned ? p.left : p.right), says: transposeIgnored },
    },
  })
  .step("P", shape(), (p, s) => shapeOfProduct(factorsOfP(p, s)), {
    label: "\\text{shape of } P",
    words: "the shape of P",
    hint: "Write the two shapes side by side. If the inner sizes agree, the outer ones are the shape of the product.",
    formula: (p) => outer(tex(nameOf(p, 0), p.left), tex(nameOf(p, 1), p.right)),
    work: (p, s) => times(factorsOfP(p, s)),
    malrules: malrules(factorsOfP),
  })
  .step("thirdTurned", shape(), (p) => (p.third ? swapped(p.third) : "undefined"), {
    label: "\\text{shape of the third factor, transposed}",
    words: "the shape of the third factor, transposed",
    hint: "The third factor is transposed too: swap its rows and columns.",
    formula: (p) => flipped(nameOf(p, 2)),
    malrules: {
      "transpose-ignored": { value: (p) => (p.third ? sizes(p.third) : undefined), says: transposeIgnored },
    },
  })
  .step("Q", shape(), (p, s) => shapeOfProduct(factorsOfQ(p, s)), {
    label: "\\text{shape of } Q",
    words: "the shape of Q",
    hint: "P now is one factor. Mind on which side of the other it stands.",
    formula: (p) => {
      const third = p.third ? tex(nameOf(p, 2), p.third) : "";
      return p.third?.side === "left" ? outer(third, "P") : outer("P", third);
    },
    work: (p, s) => times(factorsOfQ(p, s)),
    malrules: malrules(factorsOfQ),
  })
  .asks({ 1: ["P"], 2: ["P"], 3: ["P", "Q"] })
  .examples({
    "practice-1": {
      level: 1,
      params: {
        story: 0,
        left: { rows: 100, columns: 5, turned: false },
        right: { rows: 5, columns: 3, turned: false },
        third: null,
      },
    },
  })
  .cases(({ left, right, third }) => {
    const turned = [left, right, ...(third ? [third] : [])].filter((f) => f.turned).length;
    return turned === 1 ? "one transpose" : `${turned} transposes`;
  })
  .check(({ left, right, third }) => {
    // A product is one map after another: its columns are what the last factor takes in, its rows what comes out.
    const maps = (factors: readonly Factor[]): Shape => {
      const matrices = factors.map(({ rows, columns, turned }) => {
        const zeros = Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
        return turned ? transpose(zeros) : zeros;
      });
      const takes = matrices.at(-1)?.[0]?.length ?? 0;
      try {
        const gives = matrices.reduceRight<number[]>((v, m) => matvec(m, v), new Array<number>(takes).fill(0));
        return [gives.length, takes];
      } catch (error) {
        if (error instanceof RangeError) return "undefined";
        throw error;
      }
    };
    const Q = third && (third.side === "left" ? [third, left, right] : [left, right, third]);
    return { P: maps([left, right]), ...(Q && { Q: maps(Q) }) };
  });
