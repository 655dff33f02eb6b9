/** Gradient descent on a parabola: one, two and three steps, and the loss they reach (example 13, practice problem 2). */
import Fraction from "fraction.js";
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain, plusTerm } from "#lib/exercise/tex.ts";
import { gradient } from "#lib/math/autodiff.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** The loss is a(w − c)² + d, written so or expanded. */
  form: z.enum(["vertex", "expanded"]),
  a: z.number().positive(),
  c: z.number(),
  d: z.number(),
  start: z.number(),
  rate: z.number().positive(),
  steps: z.int().min(1).max(3),
});
type Params = z.infer<typeof params>;

const stories = [
  "A model with a single weight $w$ has the loss",
  "Gradient descent is to make this function small:",
  "On some data set, the loss of a model depends on its only weight like this:",
  "A weight $w$ is trained on the loss",
] as const;

const coefficient = (a: number) => (a === 1 ? "" : num(a));
const linear = ({ a, c }: Params) => -2 * a * c;
const constant = ({ a, c, d }: Params) => a * c ** 2 + d;

/** The loss at a weight, in its symbol or with its number put in. */
function lossTex(p: Params, symbol: string, w?: number): string {
  const [alone, factor] = w === undefined ? [symbol, symbol] : [num(w), ` \\cdot ${par(w)}`];
  const bracket = `${coefficient(p.a)}(${plusTerm(alone, -p.c)})^2`;
  if (p.form === "vertex") return p.d === 0 ? bracket : plusTerm(bracket, p.d);
  const square = p.a === 1 ? (w === undefined ? symbol : par(w)) : `${num(p.a)}${factor}`;
  return plusTerm(`${square}^2 ${linear(p) < 0 ? "-" : "+"} ${num(Math.abs(linear(p)))}${factor}`, constant(p));
}

/** Its derivative, likewise. */
function slopeTex(p: Params, symbol: string, w?: number): string {
  const [alone, factor] = w === undefined ? [symbol, symbol] : [num(w), ` \\cdot ${par(w)}`];
  return p.form === "vertex"
    ? `${num(2 * p.a)}(${plusTerm(alone, -p.c)})`
    : plusTerm(`${num(2 * p.a)}${factor}`, linear(p));
}

// Every number here is a short decimal; rounded to 14 digits it stays one, without the noise of 8.2 - 0.4 * 16.8.
const decimal = (x: number) => roundDigits(x, 14);
const slope = ({ a, c }: Params, w: number) => decimal(2 * a * (w - c));
const loss = ({ a, c, d }: Params, w: number) => decimal(a * (w - c) ** 2 + d);
const step = (w: number, rate: number, g: number) => decimal(w - rate * g);

/** The malrules that go wrong at every step alike, from the start on. */
function walked(steps: number) {
  const walk = (p: Params, next: (w: number) => number) => Array.from({ length: steps }).reduce<number>(next, p.start);
  return {
    uphill: {
      value: (p: Params) => walk(p, (w) => w + p.rate * slope(p, w)),
      says: "This went uphill. Descent subtracts the gradient, so that a negative slope takes $w$ to the right.",
    },
    "rate-forgotten": {
      value: (p: Params) => walk(p, (w) => w - slope(p, w)),
      says: "The learning rate is missing: a step is $\\alpha$ times the gradient, not the whole of it.",
    },
  };
}
const stale = "The gradient at the start was used again. Each step needs the slope where it begins.";
const short = "This is one step short. Count the steps: $w_0$ is the start, before any step was taken.";
const gradientForWeight = "This is a gradient, not a weight. The step is still to be taken: $w - \\alpha L'(w)$.";

const gradientAt = (i: 0 | 1 | 2) => ({
  label: `L'(w_${i})`,
  words: `the gradient at ${i === 0 ? "the start" : `the weight w ${i}`}`,
  hint: "Differentiate the loss, then put in the weight where this step begins.",
  skill: "derivatives" as const,
  formula: (p: Params) => slopeTex(p, `w_${i}`),
});
const weightAfter = (i: 1 | 2 | 3) => ({
  label: `w_${i}`,
  words: `the weight w ${i}, after ${["one step", "two steps", "three steps"][i - 1]}`,
  hint: "Take the learning rate times the gradient off the weight.",
  formula: `w_${i - 1} - \\alpha L'(w_${i - 1})`,
});
const update = (w: number, rate: number, g: number) => `${num(w)} - ${num(rate)} \\cdot ${par(g)}`;
const last = <S extends { w2: number; w3: number }>(p: Params, s: S) => (p.steps === 3 ? s.w3 : s.w2);

export default exercise({
  id: "calculus/descent-1d",
  version: 1,
  title: "Gradient descent in one dimension",
  summary: "Take a few steps down a parabola, and see how low they lead.",
  skills: ["gradient-descent", "derivatives"],
  source: { section: "2.4", examples: [13], practice: [2], formulas: ["descent-step"] },
})
  .params(params, (rng, level) => {
    // Each step leaves the share 1 − 2aα of the distance to the minimum; above 2aα = 1 it jumps over the minimum.
    // biome-ignore format: lists of pairs
    const pairs = level === 3 && rng.int(1, 3) === 1
      ? ([[1, 0.75], [1, 0.8], [2, 0.4]] as const)
      : ([[1, 0.1], [1, 0.2], [2, 0.05], [2, 0.1], [3, 0.05]] as const);
    const [a, rate] = rng.pick<readonly [number, number]>(pairs);
    const c = rng.int(2, 6) * rng.pick([1, -1]);
    const distance = rng.int(5, 9) * rng.pick([1, -1]);
    return {
      story: rng.int(0, 3),
      form: level === 1 ? "vertex" : rng.pick<Params["form"]>(["vertex", "expanded"]),
      a,
      c,
      d: rng.int(1, 4),
      start: Math.abs(c + distance) < 2 ? c - distance : c + distance,
      rate,
      steps: level,
    };
  })
  .prompt((p, level) =>
    [
      `${stories[p.story]}`,
      `$$L(w) = ${lossTex(p, "w")}$$`,
      `Start at $w_0 = ${num(p.start)}$ with the learning rate $\\alpha = ${num(p.rate)}$.`,
      {
        1: "Compute the gradient at the start, and take **one step** of gradient descent.",
        2: "Take **two steps** of gradient descent, and compute the loss $L(w_2)$ that they reach.",
        3: "Take **three steps** of gradient descent. Where do they end, and what is the loss $L(w_3)$ there?",
      }[level],
    ].join("\n\n"),
  )
  .step("g0", scalar(), (p) => slope(p, p.start), {
    ...gradientAt(0),
    work: (p) => slopeTex(p, "", p.start),
    malrules: {
      "factor-two": {
        value: (p) => p.a * (p.start - p.c),
        says: "The factor 2 from the square is missing: $(u^2)' = 2u$.",
      },
      "value-for-slope": {
        value: (p) => loss(p, p.start),
        says: "This is the loss $L(w_0)$ itself. Differentiate it before you put in $w_0$.",
      },
    },
  })
  .step("w1", scalar({ rule: { digits: 4 } }), (p, s) => step(p.start, p.rate, s.g0), {
    ...weightAfter(1),
    work: (p, s) => update(p.start, p.rate, s.g0),
    malrules: { ...walked(1), "gradient-for-weight": { value: (_, s) => s.g0, says: gradientForWeight } },
  })
  .step("g1", scalar(), (p, s) => slope(p, s.w1), {
    ...gradientAt(1),
    work: (p, s) => slopeTex(p, "", s.w1),
  })
  .step("w2", scalar({ rule: { digits: 4 } }), (p, s) => step(s.w1, p.rate, s.g1), {
    ...weightAfter(2),
    work: (p, s) => update(s.w1, p.rate, s.g1),
    malrules: {
      ...walked(2),
      "stale-gradient": { value: (p, s) => s.w1 - p.rate * s.g0, says: stale },
      "one-step-short": { value: (_, s) => s.w1, says: short },
      "gradient-for-weight": { value: (_, s) => s.g1, says: gradientForWeight },
    },
  })
  .step("g2", scalar(), (p, s) => slope(p, s.w2), {
    ...gradientAt(2),
    work: (p, s) => slopeTex(p, "", s.w2),
  })
  .step("w3", scalar({ rule: { digits: 4 } }), (p, s) => step(s.w2, p.rate, s.g2), {
    ...weightAfter(3),
    work: (p, s) => update(s.w2, p.rate, s.g2),
    malrules: {
      ...walked(3),
      "stale-gradient": { value: (p, s) => p.start - 3 * p.rate * s.g0, says: stale },
      "one-step-short": { value: (_, s) => s.w2, says: short },
      "gradient-for-weight": { value: (_, s) => s.g2, says: gradientForWeight },
    },
  })
  .step("end", scalar({ rule: { digits: 4 }, workingDigits: 5 }), (p, s) => loss(p, last(p, s)), {
    label: "L(w_{\\text{end}})",
    words: "the loss after the last step",
    hint: "Put the last weight into the loss itself, not into its derivative.",
    formula: (p) => lossTex(p, `w_${p.steps}`),
    work: (p, s) => lossTex(p, "", last(p, s)),
    malrules: {
      "loss-at-start": {
        value: (p) => loss(p, p.start),
        says: "This is the loss at the start. The question is how low the steps have led.",
      },
      "slope-for-loss": {
        value: (p, s) => slope(p, last(p, s)),
        says: "This is the derivative after the last step. The loss is $L$ itself.",
      },
      "minimum-reached": {
        value: (p) => p.d,
        says: "This is the smallest loss there is. A few steps come closer to the minimum but do not reach it.",
      },
    },
  })
  .asks({ 1: ["g0", "w1"], 2: ["w1", "w2", "end"], 3: ["w3", "end"] })
  .figures({
    prompt: (p) => ({ ...parabola(p, [p.start]), alt: `${shapeOf(p)} The start is at w = ${plain(p.start)}.` }),
    solution: (p, s) => {
      const weights = [p.start, s.w1, ...(p.steps > 1 ? [s.w2] : []), ...(p.steps > 2 ? [s.w3] : [])];
      const places = weights.map((w, i) => `w${subscript(i)} = ${plain(w, 4)}`).join(", ");
      return { ...parabola(p, weights), alt: `${shapeOf(p)} The steps lead over ${places}.` };
    },
  })
  .examples({
    "13": { level: 2, params: { story: 0, form: "vertex", a: 1, c: 3, d: 0, start: 0, rate: 0.1, steps: 2 } },
    "practice-2": { level: 2, params: { story: 1, form: "expanded", a: 1, c: 2, d: 3, start: 0, rate: 0.1, steps: 2 } },
  })
  .check((p) => {
    // Every step multiplies the distance to the minimum by 1 − 2aα: the weights in closed form, in exact fractions.
    const exact = (x: number) => new Fraction(String(x));
    const [c, start] = [exact(p.c), exact(p.start)];
    const left = new Fraction(1).sub(exact(p.a).mul(exact(p.rate)).mul(2));
    const after = (k: number) => left.pow(k).mul(start.sub(c)).add(c);
    const [g0 = 0] = gradient(
      (w) =>
        w
          .mul(w)
          .mul(p.a)
          .add(w.mul(linear(p)))
          .add(constant(p)),
      [p.start],
    );
    const end = left
      .pow(2 * p.steps)
      .mul(start.sub(c).pow(2))
      .mul(exact(p.a))
      .add(exact(p.d));
    return { g0, w1: after(1).valueOf(), w2: after(2).valueOf(), w3: after(3).valueOf(), end: end.valueOf() };
  });

const subscript = (i: number) => "₀₁₂₃"[i] ?? "";
const shapeOf = (p: Params) =>
  `The loss over w is a parabola that opens upwards, lowest at w = ${plain(p.c)}, where it is ${plain(p.d)}.`;

/** The loss around its minimum, wide enough for all weights to be marked. */
function parabola(p: Params, weights: readonly number[]) {
  const reach = Math.max(...weights.map((w) => Math.abs(w - p.c))) * 1.15;
  const xs = Array.from({ length: 41 }, (_, i) => p.c + reach * (i / 20 - 1));
  return {
    figure: "curve" as const,
    xLabel: "w",
    yLabel: "L(w)",
    points: xs.map((x) => ({ x, y: loss(p, x) })),
    marks: weights.map((w, i) => ({ x: w, y: loss(p, w), label: `w${subscript(i)}` })),
  };
}
