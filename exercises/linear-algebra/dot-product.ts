/** Dot products, and the entry that makes two of them equal (example 2). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, vector } from "#lib/exercise/kinds.ts";
import { num, par, plain, terms, vec } from "#lib/exercise/tex.ts";
import { add, hadamard, sum, type Vector } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  u: z.array(z.int()).min(3),
  v: z.array(z.int()).min(3),
  /** The second partner of u, with 0 in the place of the lost entry; unused below level 3. */
  w: z.array(z.int()),
  lost: z.int().min(0),
});

const stories = [
  {
    says: "The tastes of two users are their ratings of some kinds of films, counted from neutral:",
    third: "A third user $w$ has the same dot product with $u$ as $v$ has.",
  },
  {
    says: "A linear model scores a house by the dot product of its weights $u$ with the features $v$ of the house, counted from the average:",
    third: "Another house $w$ gets the same score.",
  },
  {
    says: "A spam filter multiplies the weights $u$ of some words by how often they occur, more or less than usual, in the message $v$:",
    third: "Another message $w$ gets the same total.",
  },
  {
    says: "A basket holds changes $u$ in the number of some shares, and $v$ are the changes of their prices:",
    third: "For other prices $w$ the total is the same.",
  },
  {
    says: "A filter with the coefficients $u$ is laid over the samples $v$ of a signal:",
    third: "Over another stretch $w$ of the signal it gives the same.",
  },
] as const;

/** The products of two vectors, written out. */
const written = (u: Vector, v: Vector) => u.map((ui, i) => `${i > 0 ? par(ui) : num(ui)} \\cdot ${par(v[i] ?? 0)}`);

const gapped = (w: Vector, lost: number) =>
  `\\begin{bmatrix} ${w.map((x, i) => (i === lost ? "t" : num(x))).join(" \\\\ ")} \\end{bmatrix}`;

const known = <T>(list: readonly T[], lost: number): T[] => list.filter((_, i) => i !== lost);

export default exercise({
  id: "linear-algebra/dot-product",
  version: 1,
  title: "The dot product",
  summary: "Multiply two vectors entry by entry and add up, and find the entry that makes two dot products equal.",
  skills: ["dot-products"],
  source: { section: "1.1", examples: [2], formulas: ["dot-product"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 4);
    const n = { 1: 3, 2: 5, 3: 4 }[level];
    if (level < 3) {
      // Level 2 has a minus sign in each vector, in different places.
      const [i, j] = level === 2 ? rng.shuffle([0, 1, 2, 3, 4]) : [-1, -1];
      const drawn = (minus = -1) => rng.list(n, (k) => rng.int(2, 9) * (k === minus ? -1 : 1));
      return { story, u: drawn(i), v: drawn(j), w: [], lost: 0 };
    }
    // v and w differ by a vector that is orthogonal to u: (b, −a) and (d, −c) in pairs of places.
    const [a = 2, b = 3, c = 4, d = 5] = rng.shuffle([2, 3, 4, 5, -2, -3, -4, -5]);
    const [i, j] = [rng.pick([1, -1]), rng.pick([1, -1])];
    const full = rng.list(n, () => rng.int(4, 9));
    const apart = [b * i, -a * i, d * j, -c * j];
    const order = rng.shuffle([0, 1, 2, 3]);
    const mixed = (list: readonly number[]) => order.map((k) => list[k] ?? 0);
    const lost = rng.int(0, 3);
    return {
      ...{ story, lost, u: mixed([a, b, c, d]), v: mixed(add(full, apart)) },
      w: mixed(full).map((x, k) => (k === lost ? 0 : x)),
    };
  })
  .prompt(({ story, u, v, w, lost }, level) => {
    const { says, third } = stories[story] ?? stories[0];
    return [
      says,
      `$$u = ${vec(u)}, \\qquad v = ${vec(v)}${level === 3 ? `, \\qquad w = ${gapped(w, lost)}` : ""}$$`,
      level === 3
        ? `${third} The entry $t$ of $w$ was lost. Find it from $u \\cdot w = u \\cdot v$.`
        : "Compute the dot product $u \\cdot v$.",
    ].join("\n\n");
  })
  .step("products", vector({ rule: { exact: true } }), ({ u, v }) => hadamard(u, v), {
    label: "u \\odot v",
    words: "the products of the entries",
    hint: "Multiply first by first, second by second, and so on.",
    formula: "\\bigl(u_i\\,v_i\\bigr)_i",
    work: ({ u, v }) => `\\begin{bmatrix} ${written(u, v).join(" \\\\ ")} \\end{bmatrix}`,
    malrules: {
      reversed: {
        value: ({ u, v }) => hadamard(u, [...v].reverse()),
        says: "The entries of $v$ were taken from the far end. The first entry of $u$ meets the first entry of $v$.",
      },
      "signs-lost": {
        value: ({ u, v }) => hadamard(u, v).map(Math.abs),
        says: "All products were taken as positive. Factors with different signs have a negative product.",
      },
      "entries-added": {
        value: ({ u, v }) => add(u, v),
        says: "Entries were added in pairs. They are multiplied in pairs; only then is there something to add.",
      },
    },
  })
  .step("dot", integer(), (_, s) => sum(s.products), {
    label: "u \\cdot v",
    words: "the dot product of u and v",
    hint: "Add up the products. What comes out is one number, not a vector.",
    formula: "\\textstyle\\sum_i u_i\\,v_i",
    work: (_, s) => terms(s.products),
    malrules: {
      "last-missed": {
        value: (_, s) => sum(s.products.slice(0, -1)),
        says: "The last product is missing from the sum. There are as many products as entries.",
      },
      "first-missed": {
        value: (_, s) => sum(s.products.slice(1)),
        says: "The first product is missing from the sum. There are as many products as entries.",
      },
      "sums-multiplied": {
        value: ({ u, v }) => sum(u) * sum(v),
        says: "Each vector was added up first, and the sums multiplied. Multiply entry by entry first, then add.",
      },
    },
  })
  .step("others", vector({ rule: { exact: true } }), ({ u, w, lost }) => known(hadamard(u, w), lost), {
    label: "\\text{the known products of } u \\cdot w",
    words: "the known products of u and w",
    hint: "Write $u \\cdot w$ as a sum of products. All but the one with the lost entry are known.",
    formula: ({ lost }) => `\\bigl(u_i\\,w_i\\bigr)_{i \\neq ${lost + 1}}`,
    work: ({ u, w, lost }) => `\\begin{bmatrix} ${known(written(u, w), lost).join(" \\\\ ")} \\end{bmatrix}`,
    malrules: {
      "signs-lost": {
        value: ({ u, w, lost }) => known(hadamard(u, w), lost).map(Math.abs),
        says: "The products with $w$ were all taken as positive. Factors with different signs have a negative product.",
      },
    },
  })
  .step("rest", integer(), (_, s) => s.dot - sum(s.others), {
    label: "\\text{product with } t",
    words: "what is left for the product with the lost entry",
    hint: "Take the known products off the dot product: what is left is the product with the lost entry.",
    formula: "u \\cdot v - \\textstyle\\sum_{\\text{known}} u_i\\,w_i",
    work: (_, s) => terms([s.dot, ...s.others.map((x) => -x)]),
    malrules: {
      "taken-as-zero": {
        value: (_, s) => -sum(s.others),
        says: "The dot product $u \\cdot w$ was set to zero. It is to be as large as $u \\cdot v$.",
      },
      "one-left-out": {
        value: (_, s) => s.dot - sum(s.others.slice(0, -1)),
        says: "The last of the known products is missing from the sum.",
      },
    },
  })
  .step("t", integer(), ({ u, lost }, s) => s.rest / (u[lost] ?? 1), {
    label: "t",
    words: "the lost entry t",
    hint: "Divide by the entry of $u$ that stands in the same place.",
    formula: ({ lost }) => `\\dfrac{u_{${lost + 1}}\\,t}{u_{${lost + 1}}}`,
    work: ({ u, lost }, s) => `\\dfrac{${num(s.rest)}}{${plain(u[lost] ?? 0)}}`,
    malrules: {
      undivided: {
        value: (_, s) => s.rest,
        says: "This is the product of the lost entry with its partner in $u$. Divide by that partner.",
      },
      subtracted: {
        value: ({ u, lost }, s) => s.rest - (u[lost] ?? 0),
        says: "The entry of $u$ was taken off. It is a factor of the lost entry, so divide by it.",
      },
    },
  })
  .asks({ 1: ["dot"], 2: ["dot"], 3: ["t"] })
  .examples({ "2": { level: 1, params: { story: 0, u: [5, 3, 0, 4], v: [4, 4, 1, 3], w: [], lost: 0 } } })
  .check(({ u, v, w, lost }) => {
    // By lengths alone: 4 u·v = |u + v|² − |u − v|²; and t from u·(v − w) = 0 in fractions.
    const square = (sign: number) => u.reduce((t, ui, i) => t + (ui + sign * (v[i] ?? 0)) ** 2, 0);
    const gap = w.reduce(
      (t, wi, i) => t.add(new Fraction(u[i] ?? 0, u[lost] || 1).mul((v[i] ?? 0) - wi)),
      new Fraction(0),
    );
    return { dot: (square(1) - square(-1)) / 4, t: gap.valueOf() };
  });
