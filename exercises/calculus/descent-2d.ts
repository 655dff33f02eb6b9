/** Gradient descent in two dimensions: one step, two steps, and two steps where the variables are coupled (example 14). */
import Fraction from "fraction.js";
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plusTerm, vec } from "#lib/exercise/tex.ts";
import { gradient } from "#lib/math/autodiff.ts";

const pair = z.tuple([z.number(), z.number()]);
type Pair = z.infer<typeof pair>;
const params = z.object({
  story: z.int().min(0).max(4),
  /** The loss is a(w₁ − c₁)² + b(w₁ − c₁)(w₂ − c₂) + d(w₂ − c₂)². */
  a: z.number().positive(),
  b: z.number(),
  d: z.number().positive(),
  centre: pair,
  start: pair,
  rate: z.number().positive(),
  steps: z.int().min(1).max(2),
});
type Params = z.infer<typeof params>;

const stories = [
  "A model with the two weights $w_1$ and $w_2$ has the loss",
  "Gradient descent is to make this function of two variables small:",
  "On some data set, the loss of a model depends on its weights like this:",
  "Two settings of a machine are tuned by gradient descent. The waste that they cause is",
  "Here is a loss that is steeper in one direction than in the other:",
] as const;

const factor = (a: number) => (Math.abs(a) === 1 ? "" : num(Math.abs(a)));
const shift = (name: string, c: number) => (c === 0 ? name : `(${plusTerm(name, -c)})`);

function lossTex({ a, b, d, centre: [c1, c2] }: Params): string {
  const [u, v] = [shift("w_1", c1), shift("w_2", c2)];
  const mixed = b === 0 ? "" : ` ${b < 0 ? "-" : "+"} ${factor(b)}${u}${v}`;
  return `${factor(a)}${u}^2${mixed} + ${factor(d)}${v}^2`;
}

/** The gradient in symbols, or with the numbers of a point put in. */
function gradientTex({ a, b, d, centre: [c1, c2] }: Params, at?: readonly number[]): string {
  const of = (c: number, name: string, i: number) =>
    at ? (c === 0 ? par(at[i] ?? 0) : `(${plusTerm(num(at[i] ?? 0), -c)})`) : shift(name, c);
  const [u, v] = [of(c1, "w_1", 0), of(c2, "w_2", 1)];
  const dot = at ? " \\cdot " : "";
  const also = (w: string) => (b === 0 ? "" : ` ${b < 0 ? "-" : "+"} ${factor(b)}${Math.abs(b) === 1 ? "" : dot}${w}`);
  return column([`${num(2 * a)}${dot}${u}${also(v)}`, `${num(2 * d)}${dot}${v}${also(u)}`]);
}

// Every number is a short decimal; rounded to 14 digits it stays one.
const decimal = (x: number) => roundDigits(x, 14);
const slopes = ({ a, b, d, centre: [c1, c2] }: Params, [x = 0, y = 0]: readonly number[]): number[] => [
  decimal(2 * a * (x - c1) + b * (y - c2)),
  decimal(b * (x - c1) + 2 * d * (y - c2)),
];
const loss = ({ a, b, d, centre: [c1, c2] }: Params, [x = 0, y = 0]: readonly number[]) =>
  decimal(a * (x - c1) ** 2 + b * (x - c1) * (y - c2) + d * (y - c2) ** 2);
const step = (w: readonly number[], rate: number, g: readonly number[]): number[] =>
  w.map((x, i) => decimal(x - rate * (g[i] ?? 0)));

const update = ({ rate }: Params, w: readonly number[], g: readonly number[]) => `${vec(w)} - ${num(rate)} ${vec(g)}`;

const gradientAt = (i: 0 | 1) => ({
  label: `\\nabla L(w^{(${i})})`,
  words: i === 0 ? "the gradient at the start" : "the gradient after the first step",
  hint:
    i === 0
      ? "Differentiate by each weight, then put in the start."
      : "The slope has changed with the weights: put the new ones in.",
  skill: "gradients" as const,
  formula: (p: Params) => gradientTex(p),
});
const weightsAfter = (i: 1 | 2) => ({
  label: `w^{(${i})}`,
  words: i === 1 ? "the weights after one step" : "the weights after two steps",
  hint: "Take the learning rate times the gradient off the weights, both at once.",
  formula: `w^{(${i - 1})} - \\alpha\\,\\nabla L(w^{(${i - 1})})`,
});

/** What goes wrong in every step alike. */
function walked(steps: number) {
  const walk = (p: Params, next: (w: readonly number[]) => readonly number[]) =>
    Array.from({ length: steps }).reduce<readonly number[]>(next, p.start);
  return {
    uphill: {
      value: (p: Params) => walk(p, (w) => step(w, -p.rate, slopes(p, w))),
      says: "This went uphill. Descent subtracts the gradient.",
    },
    "rate-forgotten": {
      value: (p: Params) => walk(p, (w) => step(w, 1, slopes(p, w))),
      says: "The learning rate is missing: a step is $\\alpha$ times the gradient, not the whole of it.",
    },
    "one-after-the-other": {
      value: (p: Params) =>
        p.b === 0
          ? undefined
          : walk(p, ([x = 0, y = 0]) => {
              const moved = decimal(x - p.rate * (slopes(p, [x, y])[0] ?? 0));
              return [moved, decimal(y - p.rate * (slopes(p, [moved, y])[1] ?? 0))];
            }),
      says: "The second weight took its step with a gradient at the new first weight. Both entries of the gradient belong to the same point.",
    },
  };
}

export default exercise({
  id: "calculus/descent-2d",
  version: 1,
  title: "Gradient descent in two dimensions",
  summary: "Take steps of gradient descent with two weights at once, on round, narrow and slanted valleys.",
  skills: ["gradient-descent", "gradients"],
  source: { section: "2.4", examples: [14], formulas: ["descent-step"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    const signed = (n: number) => n * rng.pick([1, -1]);
    const [a, d] = rng.pick<readonly [number, number]>([
      [1, 2],
      [1, 3],
      [1, 4],
      [2, 1],
      [3, 1],
      [4, 1],
      [2, 3],
      [3, 2],
    ]);
    const start: Pair = [signed(rng.int(2, 6)), signed(rng.int(2, 6))];
    const rate = level === 1 ? rng.pick([0.1, 0.05, 0.2]) : 0.1;
    if (level < 3) return { story, a, b: 0, d, centre: [0, 0], start, rate, steps: level };
    const centre: Pair = [signed(rng.int(2, 4)), signed(rng.int(2, 4))];
    const away: Pair = [signed(rng.int(5, 8)), signed(rng.int(5, 8))];
    return {
      story,
      a,
      b: signed(rng.pick([1, 2])),
      d,
      centre,
      start: [centre[0] + away[0], centre[1] + away[1]],
      rate: 0.1,
      steps: 2,
    };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$L(w_1, w_2) = ${lossTex(p)}$$`,
      `Start at $(w_1, w_2) = (${num(p.start[0])}, ${num(p.start[1])})$ with the learning rate $\\alpha = ${num(p.rate)}$.`,
      {
        1: "Compute the gradient there, and take **one step** of gradient descent.",
        2: "Take **two steps** of gradient descent, and give the weights after each.",
        3: "Take **two steps** of gradient descent. Give the weights after each, and the **loss** where they end.",
      }[level],
    ].join("\n\n"),
  )
  .step("g0", vector(), (p) => slopes(p, p.start), {
    ...gradientAt(0),
    work: (p) => gradientTex(p, p.start),
    malrules: {
      "curvatures-swapped": {
        value: (p) => (p.a === p.d ? undefined : slopes({ ...p, a: p.d, d: p.a }, p.start)),
        says: "The coefficients have changed places: look which one stands with $w_1$ and which with $w_2$.",
      },
      "factor-two": {
        value: (p) => slopes({ ...p, a: p.a / 2, d: p.d / 2 }, p.start),
        says: "The factor 2 from the squares is missing: $(u^2)' = 2u$.",
      },
      "mixed-term-forgotten": {
        value: (p) => (p.b === 0 ? undefined : slopes({ ...p, b: 0 }, p.start)),
        says: "The term with both weights is missing from the gradient. By $w_1$ it gives its factor with $w_2$, and the other way round.",
      },
    },
  })
  .step("w1", vector({ rule: { digits: 4 } }), (p, s) => step(p.start, p.rate, s.g0), {
    ...weightsAfter(1),
    work: (p, s) => update(p, p.start, s.g0),
    malrules: {
      ...walked(1),
      "gradient-for-weights": {
        value: (_, s) => s.g0,
        says: "This is the gradient. The step is still to be taken: $w - \\alpha\\,\\nabla L$.",
      },
    },
  })
  .step("g1", vector(), (p, s) => slopes(p, s.w1), { ...gradientAt(1), work: (p, s) => gradientTex(p, s.w1) })
  .step("w2", vector({ rule: { digits: 4 }, workingDigits: 5 }), (p, s) => step(s.w1, p.rate, s.g1), {
    ...weightsAfter(2),
    work: (p, s) => update(p, s.w1, s.g1),
    malrules: {
      ...walked(2),
      "stale-gradient": {
        value: (p, s) => step(s.w1, p.rate, s.g0),
        says: "The gradient at the start was used again. The second step needs the slope where it begins.",
      },
      "curvatures-swapped": {
        value: (p, s) => (p.a === p.d ? undefined : step(s.w1, p.rate, slopes({ ...p, a: p.d, d: p.a }, s.w1))),
        says: "In the second gradient the coefficients have changed places: look which one stands with $w_1$ and which with $w_2$.",
      },
    },
  })
  .step("end", scalar({ rule: { digits: 4 }, workingDigits: 6 }), (p, s) => loss(p, s.w2), {
    label: "L(w^{(2)})",
    words: "the loss after two steps",
    hint: "Put the last weights into the loss itself.",
    formula: (p) => lossTex(p),
    malrules: {
      "loss-at-start": {
        value: (p) => loss(p, p.start),
        says: "This is the loss at the start. Put in the weights where the steps have led.",
      },
      "mixed-term-forgotten": {
        value: (p, s) => (p.b === 0 ? undefined : loss({ ...p, b: 0 }, s.w2)),
        says: "The term with both weights is missing from the loss.",
      },
    },
  })
  .asks({ 1: ["g0", "w1"], 2: ["w1", "w2"], 3: ["w1", "w2", "end"] })
  .figures({
    prompt: (p) => ({ ...valley(p, [p.start]), alt: `${shapeOf(p)} The start is marked.` }),
    solution: (p, s) => {
      const points = p.steps === 1 ? [p.start, s.w1] : [p.start, s.w1, s.w2];
      const places = points.map(([x = 0, y = 0]) => `(${plain(x, 4)}, ${plain(y, 4)})`).join(" to ");
      return { ...valley(p, points), alt: `${shapeOf(p)} The path leads from ${places}.` };
    },
  })
  .examples({
    "14": { level: 1, params: { story: 0, a: 1, b: 0, d: 4, centre: [0, 0], start: [4, 2], rate: 0.1, steps: 1 } },
  })
  .check((p) => {
    // One gradient by autodiff of the loss; the weights by the matrix I − αH in exact fractions.
    const f = (x: number) => new Fraction(String(x));
    const g0 = gradient((x, y) => {
      const [u, v] = [x.sub(p.centre[0]), y.sub(p.centre[1])];
      return u.mul(u).mul(p.a).add(u.mul(v).mul(p.b)).add(v.mul(v).mul(p.d));
    }, p.start);
    const rate = f(p.rate);
    const [h11, h12, h22] = [f(1).sub(rate.mul(2 * p.a)), rate.mul(-p.b), f(1).sub(rate.mul(2 * p.d))];
    const shrink = ([u, v]: readonly [Fraction, Fraction]): readonly [Fraction, Fraction] => [
      h11.mul(u).add(h12.mul(v)),
      h12.mul(u).add(h22.mul(v)),
    ];
    const first = shrink([f(p.start[0]).sub(f(p.centre[0])), f(p.start[1]).sub(f(p.centre[1]))]);
    const second = shrink(first);
    const place = ([u, v]: readonly [Fraction, Fraction]) => [
      u.add(p.centre[0]).valueOf(),
      v.add(p.centre[1]).valueOf(),
    ];
    const [u, v] = second;
    const end = u.mul(u).mul(p.a).add(u.mul(v).mul(p.b)).add(v.mul(v).mul(p.d));
    return { g0, w1: place(first), w2: place(second), end: end.valueOf() };
  });

const shapeOf = (p: Params) =>
  `Level lines of the loss around its minimum at (${plain(p.centre[0])}, ${plain(p.centre[1])}), ${p.b === 0 ? (p.a > p.d ? "narrower across w₁" : "narrower across w₂") : "lying aslant"}.`;

/** The level lines with a path on them. */
function valley(p: Params, points: readonly (readonly number[])[]) {
  return {
    figure: "contours" as const,
    xLabel: "w₁",
    yLabel: "w₂",
    centre: { x: p.centre[0], y: p.centre[1] },
    a: p.a,
    b: p.b,
    c: p.d,
    path: points.map(([x = 0, y = 0], i) => ({ x, y, label: i === 0 ? "start" : `${i}` })),
    arrows: [],
  };
}
