/** The cosine of the angle between two vectors, and which of two vectors is more similar to a third (example 2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, integer, scalar } from "#lib/exercise/kinds.ts";
import { num, par, vec } from "#lib/exercise/tex.ts";
import { dot, normalize, sum, type Vector } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  u: z.array(z.int()).min(2),
  v: z.array(z.int()).min(2),
  /** The rival of v; empty below level 3. */
  w: z.array(z.int()),
});
type Params = z.infer<typeof params>;

const stories = [
  {
    two: "Two users rated some films, in points:",
    three: "Three users rated some films, in points. Who has the taste of $u$?",
  },
  {
    two: "Two words are embedded as",
    three: "Three words are embedded as vectors. Which is closer in meaning to $u$?",
  },
  { two: "Two texts are counts of a few words:", three: "A query $u$ and two texts are counts of a few words." },
  { two: "Two songs have the features", three: "A song $u$ was liked; two others have the features $v$ and $w$." },
  { two: "Two faces are encoded as", three: "Three photographs of faces are encoded as vectors. Who is on $u$?" },
] as const;

// biome-ignore format: a table
/** Legs of right-angled triangles whose hypotenuse is whole, no two of one shape. */
const legs: readonly (readonly [number, number])[] = [
  [3, 4], [5, 12], [8, 15], [7, 24], [20, 21], [12, 35], [9, 40], [28, 45], [11, 60], [33, 56], [16, 63], [48, 55],
];

const products = (u: Vector, v: Vector) => u.map((ui, i) => `${par(ui)} \\cdot ${par(v[i] ?? 0)}`).join(" + ");
const squares = (v: Vector) => v.map((x) => `${par(x)}^2`).join(" + ");

/** How the dot product of two of the vectors is explained. */
const dotOf = (first: "u" | "v" | "w", second: "v" | "w") => ({
  label: `${first} \\cdot ${second}`,
  words: `the dot product of ${first} and ${second}`,
  hint: "Multiply entry by entry and add up.",
  skill: "dot-products" as const,
  formula: `\\textstyle\\sum_i ${first}_i\\,${second}_i`,
  work: (p: Params) => products(p[first], p[second]),
  malrules: {
    "last-missed": {
      value: (p: Params) => dot(p[first].slice(0, -1), p[second].slice(0, -1)),
      says: "In a dot product, the last entries were left out.",
    },
  },
});

const lengthOf = (name: "u" | "v" | "w") => ({
  label: `\\lVert ${name} \\rVert`,
  words: `the norm of ${name}`,
  hint: `Square the entries of $${name}$, add up, and take the root.`,
  skill: "norms" as const,
  formula: `\\sqrt{\\textstyle\\sum_i ${name}_i^2}`,
  work: (p: Params) => `\\sqrt{${squares(p[name])}}`,
  malrules: {
    "root-missing": {
      value: (p: Params) => dot(p[name], p[name]),
      says: `The square of $\\lVert ${name} \\rVert$ was used. A norm ends with a square root.`,
    },
    "absolute-values": {
      value: (p: Params) => sum(p[name].map(Math.abs)),
      says: `For the norm of $${name}$, absolute values were added up. The cosine takes Euclidean norms: root of the sum of squares.`,
    },
  },
});

const angle = {
  hint: "Divide the dot product by both norms. What comes out lies between −1 and 1, whatever the lengths are.",
};

export default exercise({
  id: "linear-algebra/cosine-similarity",
  version: 1,
  title: "Cosine similarity",
  summary:
    "Find the cosine of the angle between two vectors, and tell which of two vectors is more similar to a third.",
  skills: ["similarity", "dot-products", "norms"],
  source: { section: "1.1", examples: [2], formulas: ["dot-product", "norm"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    if (level === 1) {
      const [one = [3, 4], other = [5, 12]] = rng.shuffle(legs);
      return { story, u: rng.shuffle(one), v: rng.shuffle(other), w: [] };
    }
    if (level === 2) {
      const drawn = () => rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9]).slice(0, 4);
      return { story, u: drawn(), v: drawn(), w: [] };
    }
    // One vector is short and points almost as u does; the other one is longer, and its dot product larger.
    const order = rng.shuffle([0, 1, 2]);
    const placed = (list: readonly number[]) => order.map((i) => list[i] ?? 0);
    const u = placed([rng.int(2, 3), rng.int(4, 5), rng.int(7, 9)]);
    const near = placed([rng.pick([2, 2, 3]), rng.int(2, 3), rng.int(4, 6)]);
    const far = placed([rng.int(7, 9), rng.int(5, 9), rng.int(5, 7)]);
    return rng.int(0, 1) === 0 ? { story, u, v: near, w: far } : { story, u, v: far, w: near };
  })
  .prompt(({ story, u, v, w }, level) => {
    const { two, three } = stories[story] ?? stories[0];
    const given = `$$u = ${vec(u)}, \\qquad v = ${vec(v)}${level === 3 ? `, \\qquad w = ${vec(w)}` : ""}$$`;
    return level === 3
      ? `${three}\n\n${given}\n\nCompute the **cosine similarity** of $u$ with $v$ and with $w$. Which of the two is more similar to $u$ by this measure?`
      : `${two}\n\n${given}\n\nCompute their **cosine similarity**.`;
  })
  .step("uv", integer(), ({ u, v }) => dot(u, v), dotOf("u", "v"))
  .step("norm_u", scalar(), ({ u }) => Math.sqrt(dot(u, u)), lengthOf("u"))
  .step("norm_v", scalar(), ({ v }) => Math.sqrt(dot(v, v)), lengthOf("v"))
  .step("cos_uv", scalar({ workingDigits: 4 }), (_, s) => s.uv / (s.norm_u * s.norm_v), {
    label: "\\cos(u, v)",
    words: "the cosine similarity of u and v",
    ...angle,
    formula: "\\dfrac{u \\cdot v}{\\lVert u \\rVert\\,\\lVert v \\rVert}",
    work: (_, s) => `\\dfrac{${num(s.uv)}}{${num(s.norm_u)} \\cdot ${num(s.norm_v)}}`,
    malrules: {
      undivided: {
        value: (_, s) => s.uv,
        says: "This is the dot product of $u$ and $v$. It grows with their lengths; divide by both norms to compare directions only.",
      },
      "norm-of-v-missing": {
        value: (_, s) => s.uv / s.norm_u,
        says: "This is divided by the norm of $u$ only. Both norms belong below the line.",
      },
      "norm-of-u-missing": {
        value: (_, s) => s.uv / s.norm_v,
        says: "This is divided by the norm of $v$ only. Both norms belong below the line.",
      },
      "norms-added": {
        value: (_, s) => s.uv / (s.norm_u + s.norm_v),
        says: "The norms were added below the line. They are multiplied.",
      },
    },
  })
  .step("uw", integer(), ({ u, w }) => dot(u, w), dotOf("u", "w"))
  .step("norm_w", scalar(), ({ w }) => Math.sqrt(dot(w, w)), lengthOf("w"))
  .step("cos_uw", scalar({ workingDigits: 4 }), (_, s) => s.uw / (s.norm_u * s.norm_w), {
    label: "\\cos(u, w)",
    words: "the cosine similarity of u and w",
    ...angle,
    formula: "\\dfrac{u \\cdot w}{\\lVert u \\rVert\\,\\lVert w \\rVert}",
    work: (_, s) => `\\dfrac{${num(s.uw)}}{${num(s.norm_u)} \\cdot ${num(s.norm_w)}}`,
    malrules: {
      undivided: {
        value: (_, s) => s.uw,
        says: "This is the dot product of $u$ and $w$. Divide it by both norms.",
      },
      "norm-of-u-missing": {
        value: (_, s) => s.uw / s.norm_w,
        says: "This is divided by the norm of $w$ only. The norm of $u$ belongs below the line as well, as before.",
      },
    },
  })
  .step(
    "closer",
    choice([
      { id: "first", text: "$v$ is more similar to $u$" },
      { id: "second", text: "$w$ is more similar to $u$" },
      { id: "alike", text: "both are equally similar to $u$" },
    ]),
    (_, s) => (s.cos_uv > s.cos_uw ? "first" : "second"),
    {
      label: "\\text{more similar to } u",
      words: "which vector is more similar to u",
      hint: "The larger the cosine, the smaller the angle.",
      formula: "\\text{the one with the larger cosine}",
      malrules: {
        "by-dot-product": {
          value: (_, s) => (s.uv > s.uw ? "first" : "second"),
          says: "That one has the larger dot product. A long vector gets it in almost any direction: which one has the larger cosine?",
        },
        "smaller-cosine": {
          value: (_, s) => (s.cos_uv < s.cos_uw ? "first" : "second"),
          says: "A smaller cosine means a larger angle. Equal directions have the cosine 1.",
        },
      },
    },
  )
  .asks({ 1: ["cos_uv"], 2: ["cos_uv"], 3: ["cos_uv", "cos_uw", "closer"] })
  .figures({
    solution: ({ u, v, w }, s) =>
      w.length > 0
        ? {
            figure: "bars",
            alt: `Cosine similarity with u: v has ${num(s.cos_uv, 3)}, w has ${num(s.cos_uw, 3)}. Their dot products with u are ${num(s.uv)} and ${num(s.uw)}.`,
            bars: [
              { label: "v", value: s.cos_uv },
              { label: "w", value: s.cos_uw },
            ],
          }
        : u.length > 2
          ? undefined
          : {
              figure: "plane",
              alt: `Arrows from the origin to u = (${u.join(", ")}) and v = (${v.join(", ")}); the cosine of the angle between them is ${num(s.cos_uv, 3)}.`,
              xLabel: "x₁",
              yLabel: "x₂",
              arrows: [
                { from: { x: 0, y: 0 }, to: { x: u[0] ?? 0, y: u[1] ?? 0 }, label: "u", tone: "plain" },
                { from: { x: 0, y: 0 }, to: { x: v[0] ?? 0, y: v[1] ?? 0 }, label: "v", tone: "plain" },
              ],
              points: [],
              lines: [],
            },
  })
  .examples({ "2": { level: 2, params: { story: 0, u: [5, 3, 0, 4], v: [4, 4, 1, 3], w: [] } } })
  .check(({ u, v, w }) => {
    // Unit vectors e and f are 2 − 2 cos apart, squared.
    const cosine = (b: Vector) => {
      const [e, f] = [normalize(u), normalize(b)];
      return 1 - sum(e.map((ei, i) => (ei - (f[i] ?? 0)) ** 2)) / 2;
    };
    const [cos_uv, cos_uw] = [cosine(v), w.length > 0 ? cosine(w) : 0];
    return { cos_uv, cos_uw, closer: cos_uv > cos_uw ? "first" : "second" };
  });
