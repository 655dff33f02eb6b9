/** The length of a vector, and the distance between two (example 3). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, terms, vec } from "#lib/exercise/tex.ts";
import { norm } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  v: z.array(z.number()).min(2),
  /** The other end of a distance; empty below level 3. */
  u: z.array(z.number()),
});
type Params = z.infer<typeof params>;

const stories = [
  { one: "A robot arm moves by the vector", two: "Two points in a space of features are" },
  { one: "The error of a prediction, output by output, is", two: "A prediction and its target are the vectors" },
  { one: "The gradient of a loss is", two: "The weights of a small model before and after training are" },
  { one: "A word is embedded as", two: "Two words are embedded as" },
  { one: "The readings of some sensors, counted from normal, are", two: "Two readings of the same sensors are" },
] as const;

// biome-ignore format: a table
/** Whole numbers whose squares add up to a square. */
const wholeLengths: readonly (readonly number[])[] = [
  [2, 3, 6], [4, 4, 7], [2, 6, 9], [6, 6, 7], [3, 4, 12], [2, 5, 14], [8, 9, 12], [6, 6, 17], [6, 10, 15], [4, 5, 20],
  [4, 8, 19], [8, 11, 16], [3, 6, 22], [3, 14, 18], [6, 13, 18], [4, 6, 12], [2, 8, 16], [8, 8, 14], [6, 9, 18], [2, 10, 11],
  [2, 14, 23], [7, 14, 22], [10, 10, 23], [3, 16, 24], [11, 12, 24], [12, 16, 21], [2, 7, 26], [4, 12, 18], [12, 12, 14],
  [6, 12, 12], [4, 10, 28], [10, 20, 20], [8, 12, 24],
];

const sum = (v: readonly number[]) => v.reduce((total, x) => total + x, 0);
/** The vector whose length is asked. */
const entries = (p: Params, difference: () => readonly number[]) => (p.u.length > 0 ? difference() : p.v);
const distance = "\\lVert v - u \\rVert";
const name = (p: Params) => (p.u.length > 0 ? distance : "\\lVert v \\rVert");

const length = {
  hint: "Take the square root of the sum of squares.",
  formula: (p: Params) => `\\sqrt{\\textstyle\\sum_i ${p.u.length > 0 ? "(v_i - u_i)^2" : "v_i^2"}}`,
  work: (_: Params, s: { readonly total: number }) => `\\sqrt{${num(s.total)}}`,
  malrules: {
    "root-missing": {
      value: (_: Params, s: { readonly total: number }) => s.total,
      says: "This is the sum of squares. The length is its square root.",
    },
    "root-of-each": {
      value: (_: Params, s: { readonly squares: readonly number[] }) => sum(s.squares.map(Math.sqrt)),
      says: "This adds up absolute values, which is the 1-norm: $\\sqrt{a^2 + b^2}$ is not $|a| + |b|$. Add the squares before you take one root.",
    },
    "signed-sum": {
      value: (p: Params, s: { readonly difference: readonly number[] }) => sum(entries(p, () => s.difference)),
      says: "The entries were simply added up, with their signs. A length is made of squares, so that nothing cancels.",
    },
    halved: {
      value: (_: Params, s: { readonly total: number }) => s.total / 2,
      says: "The sum of squares was halved. A square root undoes squaring, not doubling.",
    },
  },
};

export default exercise({
  id: "linear-algebra/norm",
  version: 1,
  title: "The length of a vector",
  summary: "Find the Euclidean norm of a vector, and the distance between two.",
  skills: ["norms"],
  source: { section: "1.1", examples: [3], formulas: ["norm"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    if (level === 1) {
      // One minus sign, not at the largest entry: its square taken as negative must leave something to take a root of.
      const v = rng.shuffle(wholeLengths[rng.int(0, wholeLengths.length - 1)] ?? [2, 3, 6]);
      const most = Math.max(...v);
      const at = rng.pick(v[0] === most ? [1, 2] : v[1] === most ? [0, 2] : [0, 1]);
      return { story, v: v.map((x, i) => (i === at ? -x : x)), u: [] };
    }
    // The last entry is a large one, so that leaving it out shows; the minus signs keep the plain sum far from the length.
    if (level === 2) {
      const sizes = rng.shuffle([rng.int(5, 9), rng.int(2, 6), -rng.int(6, 9), -rng.int(2, 6)]);
      return { story, v: [...sizes, rng.int(6, 9)], u: [] };
    }
    const u = [rng.int(2, 9), -rng.int(2, 9), rng.int(2, 9), rng.int(2, 9)];
    const apart = [...rng.shuffle([rng.int(2, 9), -rng.int(5, 9), -rng.int(2, 5)]), rng.int(6, 9)];
    const from = [...rng.shuffle(u.slice(0, 3)), ...u.slice(3)];
    return { story, v: from.map((x, i) => x + (apart[i] ?? 0)), u: from };
  })
  .prompt(({ story, u, v }, level) => {
    const { one, two } = stories[story] ?? stories[0];
    return level === 3
      ? `${two}\n\n$$u = ${vec(u)}, \\qquad v = ${vec(v)}.$$\n\nHow far are they apart? Compute the Euclidean distance $${distance}$.`
      : `${one}\n\n$$v = ${vec(v)}.$$\n\nCompute its length, the Euclidean norm $\\lVert v \\rVert$.`;
  })
  .step("difference", vector({ rule: { exact: true } }), ({ u, v }) => v.map((vi, i) => vi - (u[i] ?? 0)), {
    label: "v - u",
    words: "the difference of the vectors",
    hint: "A distance is the length of the difference: subtract entry by entry.",
    formula: "\\bigl(v_i - u_i\\bigr)_i",
    work: ({ u, v }) => column(v.map((vi, i) => `${num(vi)} - ${par(u[i] ?? 0)}`)),
    malrules: {
      added: {
        value: ({ u, v }) => v.map((vi, i) => vi + (u[i] ?? 0)),
        says: "This comes from the sum $v + u$. Mind the signs: to subtract a negative number is to add.",
      },
      "sizes-subtracted": {
        value: ({ u, v }) => v.map((vi, i) => Math.abs(vi) - Math.abs(u[i] ?? 0)),
        says: "The signs were dropped before subtracting. From $-3$ to $4$ it is 7, not 1.",
      },
    },
  })
  .step("squares", vector({ rule: { exact: true } }), (p, s) => entries(p, () => s.difference).map((x) => x * x), {
    label: "\\text{squares}",
    words: "the squares of the entries",
    hint: "Square every entry. A square is never negative.",
    formula: (p) => (p.u.length > 0 ? "\\bigl((v_i - u_i)^2\\bigr)_i" : "\\bigl(v_i^2\\bigr)_i"),
    work: (p, s) => column(entries(p, () => s.difference).map((x) => `${par(x)}^2`)),
    malrules: {
      "negative-squares": {
        value: (p, s) => {
          const signed = entries(p, () => s.difference).map((x) => x * Math.abs(x));
          return sum(signed) > 0 ? signed : undefined;
        },
        says: "The squares of negative entries were counted as negative. Minus times minus is plus: $(-3)^2 = 9$.",
      },
      doubled: {
        value: (p, s) => entries(p, () => s.difference).map((x) => 2 * Math.abs(x)),
        says: "Entries were doubled where they should be squared: $4^2$ is $4 \\cdot 4$.",
      },
    },
  })
  .step("total", integer(), (_, s) => sum(s.squares), {
    label: "\\text{sum of squares}",
    words: "the sum of the squares",
    hint: "Add up the squares.",
    formula: (p) => `${name(p)}^2`,
    work: (_, s) => terms(s.squares),
    malrules: {
      "last-missed": {
        value: (_, s) => sum(s.squares.slice(0, -1)),
        says: "The last square is missing from the sum: every entry counts.",
      },
    },
  })
  .step("whole", scalar({ rule: { exact: true } }), (_, s) => Math.sqrt(s.total), {
    label: "\\lVert v \\rVert",
    words: "the norm of v",
    ...length,
  })
  .step("norm", scalar(), (_, s) => Math.sqrt(s.total), {
    label: "\\lVert v \\rVert",
    words: "the norm of v",
    ...length,
  })
  .step("distance", scalar(), (_, s) => Math.sqrt(s.total), {
    label: distance,
    words: "the distance between u and v",
    ...length,
  })
  .asks({ 1: ["whole"], 2: ["norm"], 3: ["distance"] })
  .examples({ "3": { level: 1, params: { story: 0, v: [3, 4], u: [] } } })
  .check(({ u, v }) => {
    // One entry after another, each a leg at right angles to all before it; and a norm that never overflows.
    const whole = v.reduce((hypotenuse, x) => Math.hypot(hypotenuse, x), 0);
    const apart = v.map((x, i) => (u[i] ?? 0) - x);
    return { whole: Math.round(whole), norm: norm(v), distance: Math.hypot(...apart) };
  });
