/** Scaling a vector to length 1, and a step of a given length towards a point (example 3). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plainRow, plusTerm, vec } from "#lib/exercise/tex.ts";
import { hadamard, norm, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  v: z.array(z.number()).min(2),
  /** Where the step begins, and how long it is; empty and 0 below level 3. */
  from: z.array(z.number()),
  step: z.number().nonnegative(),
});
type Params = z.infer<typeof params>;

const stories = [
  { one: "A robot is to move along", two: "A drone hovers at $a$ and is to fly towards $b$:" },
  { one: "A word is embedded as", two: "A word embedding $a$ is to be moved towards another one, $b$:" },
  { one: "The features of a sample are", two: "A cluster centre $a$ is to be moved towards a sample $b$:" },
  { one: "A gradient points along", two: "The weights $a$ of a model are to be moved towards better ones, $b$:" },
  { one: "The preferences of a user are", two: "The profile $a$ of a user is to be shifted towards another one, $b$:" },
] as const;

// biome-ignore format: a table
/** Legs of right-angled triangles whose hypotenuse is whole. */
const legs: readonly (readonly [number, number])[] = [
  [3, 4], [6, 8], [5, 12], [9, 12], [8, 15], [12, 16], [15, 20], [7, 24], [10, 24], [20, 21], [18, 24], [16, 30],
  [21, 28], [12, 35], [15, 36], [24, 32], [9, 40], [27, 36], [14, 48], [30, 40], [24, 45], [20, 48], [28, 45], [33, 56],
  [39, 52], [32, 60], [36, 48], [40, 42], [25, 60], [36, 77], [13, 84], [42, 56], [45, 60], [35, 84], [39, 80], [65, 72],
  [48, 64], [51, 68], [60, 80],
];

const entries = (p: Params, difference: () => readonly number[]) => (p.from.length > 0 ? difference() : p.v);
const d = ({ from }: Params) => (from.length > 0 ? "d" : "v");
const norm1 = (v: readonly number[]) => v.reduce((total, x) => total + Math.abs(x), 0);

export default exercise({
  id: "linear-algebra/normalize",
  version: 1,
  title: "Unit vectors",
  summary: "Scale a vector to length 1, and take a step of a given length in a direction.",
  skills: ["norms", "vectors"],
  source: { section: "1.1", examples: [3], formulas: ["unit-vector", "norm"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    if (level === 1) {
      const v = rng.shuffle(legs[rng.int(0, legs.length - 1)] ?? [3, 4]);
      return { story, v: v.map((x) => x * rng.pick([1, -1])), from: [], step: 0 };
    }
    if (level === 2) {
      const sizes = [rng.int(2, 9), rng.int(2, 9), rng.int(4, 9), -rng.int(2, 9)];
      return { story, v: rng.shuffle(sizes), from: [], step: 0 };
    }
    const from = rng.list(3, () => rng.int(2, 9));
    const minus = rng.int(0, 2);
    const v = from.map((x, i) => x + (i === minus ? -1 : 1) * rng.int(2, 9));
    return { story, v, from, step: rng.int(2, 5) };
  })
  .prompt(({ story, v, from, step }, level) => {
    const { one, two } = stories[story] ?? stories[0];
    return level === 3
      ? `${two}\n\n$$a = ${vec(from)}, \\qquad b = ${vec(v)}.$$\n\nFind the **unit vector** $e$ that points from $a$ to $b$, and the point $c$ that is reached from $a$ by a step of length ${num(step)} in that direction.`
      : `${one}\n\n$$v = ${vec(v)}.$$\n\nFind the **unit vector** $e$ with the same direction (Euclidean norm).`;
  })
  .step("difference", vector({ rule: { exact: true } }), ({ v, from }) => v.map((x, i) => x - (from[i] ?? 0)), {
    label: "d",
    words: "the difference d of b and a",
    hint: "What leads from $a$ to $b$ is $b - a$: where it goes, minus where it starts.",
    skill: "vectors",
    formula: "b - a",
    work: ({ v, from }) => column(v.map((x, i) => `${num(x)} - ${par(from[i] ?? 0)}`)),
    malrules: {
      backwards: {
        value: ({ v, from }) => v.map((x, i) => (from[i] ?? 0) - x),
        says: "The direction is turned round: this points from $b$ to $a$. Check it: $a$ plus the difference must give $b$.",
      },
      "not-subtracted": {
        value: ({ v }) => v,
        says: "This is the direction of $b$ as seen from the origin. It is to be seen from $a$.",
      },
    },
  })
  .step("total", scalar({ rule: { exact: true } }), (p, s) => sum(entries(p, () => s.difference).map((x) => x * x)), {
    label: "\\text{sum of squares}",
    words: "the sum of the squares",
    hint: "Square the entries and add up.",
    formula: (p) => `\\textstyle\\sum_i ${d(p)}_i^2`,
    work: (p, s) =>
      entries(p, () => s.difference)
        .map((x) => `${par(x)}^2`)
        .join(" + "),
    malrules: {
      "last-missed": {
        value: (p, s) =>
          sum(entries(p, () => s.difference.slice(0, -1)).map((x, i) => (i < p.v.length - 1 ? x * x : 0))),
        says: "The last entry was left out of the length: every entry counts.",
      },
    },
  })
  .step("length", scalar(), (_, s) => Math.sqrt(s.total), {
    label: "\\text{length}",
    words: "the length of the vector",
    hint: "The length is the square root of that sum.",
    formula: (p) => `\\lVert ${d(p)} \\rVert = \\sqrt{\\textstyle\\sum_i ${d(p)}_i^2}`,
    work: (_, s) => `\\sqrt{${num(s.total)}}`,
    malrules: {
      "root-missing": {
        value: (_, s) => s.total,
        says: "The vector was divided by the square of its length. Take the root first.",
      },
      "absolute-values": {
        value: (p, s) => norm1(entries(p, () => s.difference)),
        says: "The vector was divided by the sum of its absolute values, its 1-norm. Then its entries add up to 1, but its length is not 1.",
      },
    },
  })
  .step("unit", vector({ scale: "common" }), (p, s) => entries(p, () => s.difference).map((x) => x / s.length), {
    label: "e",
    words: "the unit vector e",
    hint: "Divide every entry by the length. The direction stays, signs included.",
    formula: (p) => `\\dfrac{${d(p)}}{\\lVert ${d(p)} \\rVert}`,
    work: (p, s) => `\\dfrac{1}{${num(s.length)}} ${vec(entries(p, () => s.difference))}`,
    malrules: {
      "by-the-largest": {
        value: (p, s) => {
          const v = entries(p, () => s.difference);
          const most = Math.max(...v.map(Math.abs));
          return v.map((x) => x / most);
        },
        says: "The vector was divided by its largest entry. Then that entry is 1, but the vector is longer than 1.",
      },
      "signs-lost": {
        value: (p, s) => entries(p, () => s.difference).map((x) => Math.abs(x) / s.length),
        says: "The signs are gone, and with them the direction. Only the length is to change.",
      },
    },
  })
  .step(
    "target",
    vector({ rule: { decimals: 2 }, workingDigits: 4 }),
    ({ from, step }, s) => from.map((x, i) => x + step * (s.unit[i] ?? 0)),
    {
      label: "c",
      words: "the point c",
      hint: "Start at $a$ and add the unit vector as often as the step is long.",
      skill: "vectors",
      formula: ({ step }) => `a + ${num(step)}\\,e`,
      work: ({ from, step }, s) => column(from.map((x, i) => plusTerm(num(x), step * (s.unit[i] ?? 0), 4))),
      malrules: {
        "length-ignored": {
          value: ({ from }, s) => from.map((x, i) => x + (s.unit[i] ?? 0)),
          says: "This step has the length 1. Multiply the unit vector by the length of the step first.",
        },
        "from-the-origin": {
          value: ({ step }, s) => s.unit.map((e) => step * e),
          says: "This is the step by itself. It begins at $a$, not at the origin.",
        },
        "whole-difference": {
          value: ({ from, step }, s) => from.map((x, i) => x + step * (s.difference[i] ?? 0)),
          says: "The difference itself was multiplied. It is longer than 1; use the unit vector, so that the step has the right length.",
        },
      },
    },
  )
  .asks({ 1: ["unit"], 2: ["unit"], 3: ["unit", "target"] })
  .figures({
    solution: ({ v }, s) => {
      if (v.length !== 2) return undefined;
      const [x = 0, y = 0] = v;
      const [ex = 0, ey = 0] = s.unit;
      const from = { x: 0, y: 0 };
      return {
        figure: "plane",
        alt: `Two arrows from the origin in one direction: v to ${plainRow(v)}, of length ${plain(s.length, 4)}, and the unit vector e to ${plainRow(s.unit)}.`,
        xLabel: "x₁",
        yLabel: "x₂",
        arrows: [
          { from, to: { x, y }, label: "v", tone: "plain" },
          { from, to: { x: ex, y: ey }, label: "e", tone: "result" },
        ],
        points: [],
        lines: [],
      };
    },
  })
  .examples({ "3": { level: 1, params: { story: 2, v: [3, 4], from: [], step: 0 } } })
  .check(({ v, from, step }) => {
    // Entry by entry: 1/e_i² is the sum of the squared ratios of all entries to it.
    const apart = v.map((x, i) => x - (from[i] ?? 0));
    const unit = apart.map((x) => Math.sign(x) / norm(apart.map((y) => y / x)));
    return {
      unit,
      target: hadamard(
        unit,
        unit.map(() => step),
      ).map((x, i) => (from[i] ?? 0) + x),
    };
  });
