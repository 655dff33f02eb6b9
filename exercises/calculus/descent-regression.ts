/** Gradient descent on a regression line: one step and two, on the weight and the bias at once (examples 10 and 13). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plusTerm, terms } from "#lib/exercise/tex.ts";
import { dot, type Vector } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  x: z.array(z.int()).min(2),
  y: z.array(z.int()).min(2),
  w: z.int(),
  b: z.int(),
  rate: z.number().positive(),
  steps: z.int().min(1).max(2),
});
type Params = z.infer<typeof params>;

const stories = [
  "From the number $x$ of its rooms, the price $y$ of a house is predicted, as a difference from the usual one.",
  "From the load $x$ of a machine, the drift $y$ of its sensor is predicted.",
  "From the number $x$ of its stops, the delay $y$ of a train is predicted, in minutes.",
  "From the hours $x$ of sunshine, the change $y$ of a water level is predicted.",
  "A straight line is fitted to a few data points.",
] as const;

// Every number is a short decimal; rounded to 12 places it stays one, without floating noise.
const decimal = (value: number) => Math.round(value * 1e12) / 1e12;
const sum = (list: Vector) => list.reduce((total, value) => total + value, 0);
const errorsAt = ({ x, y }: Params, w: number, b: number) => x.map((xi, i) => decimal(w * xi + b - (y[i] ?? 0)));
const slopeByWeight = ({ x }: Params, errors: Vector) => decimal(dot(errors, x) / x.length);
const slopeByBias = (errors: Vector) => decimal(sum(errors) / errors.length);
const stepped = (from: number, rate: number, slope: number) => decimal(from - rate * slope);
const lossOf = (errors: Vector) => decimal(dot(errors, errors) / (2 * errors.length));

const precise = { rule: { digits: 4 }, workingDigits: 6 } as const;
const index = (k: 0 | 1) => (k === 0 ? "w_0, b_0" : "w_1, b_1");

const errorsStep = (k: 0 | 1) => ({
  label: `e^{(${k})}`,
  words: k === 0 ? "the errors at the start" : "the errors after one step",
  hint: "For each data point, take the true value off the prediction of the line as it is now.",
  formula: `\\left(w_${k}x_i + b_${k} - y_i\\right)_i`,
});
const errorsWork = ({ x, y }: Params, w: number, b: number) =>
  column(x.map((xi, i) => plusTerm(plusTerm(`${num(w)} \\cdot ${par(xi)}`, b), -(y[i] ?? 0))));
const byWeight = (k: 0 | 1) => ({
  label: `\\dfrac{\\partial L}{\\partial w}(${index(k)})`,
  words: `the partial derivative of the loss by the weight, at step ${k}`,
  hint: "Multiply each error by its input and take the mean.",
  skill: "loss-gradients" as const,
  formula: "\\frac{1}{n}\\sum_i e_i\\,x_i",
});
const byBias = (k: 0 | 1) => ({
  label: `\\dfrac{\\partial L}{\\partial b}(${index(k)})`,
  words: `the partial derivative of the loss by the bias, at step ${k}`,
  hint: "Take the mean of the errors.",
  skill: "loss-gradients" as const,
  formula: "\\frac{1}{n}\\sum_i e_i",
});
const weightWork = ({ x }: Params, errors: Vector) =>
  `\\frac{1}{${x.length}}\\left(${errors.map((e, i) => `${par(e)} \\cdot ${par(x[i] ?? 0)}`).join(" + ")}\\right)`;
const biasWork = (errors: Vector) => `\\frac{1}{${errors.length}}\\left(${terms(errors)}\\right)`;

/** What goes wrong in a step of descent from `from` along `slope`. */
const updating = <S>(from: (p: Params, s: S) => number, slope: (s: S) => number) => ({
  uphill: {
    value: (p: Params, s: S) => from(p, s) + p.rate * slope(s),
    says: "This went uphill. Descent takes the gradient off.",
  },
  "rate-forgotten": {
    value: (p: Params, s: S) => from(p, s) - slope(s),
    says: "The learning rate is missing: a step is $\\alpha$ times the gradient, not the whole of it.",
  },
});
const notAveraged = "This is a sum over the data points. The loss is a mean: there is an $n$ below the line.";
const factorTwo = "A factor 2 is left over. The 2 of the square and that of the $2n$ cancel.";
const sequential =
  "The bias was moved with errors that already have the new weight. Both partial derivatives belong to the same point: compute both, then move both.";
const update = (from: number, rate: number, slope: number) => `${num(from)} - ${num(rate)} \\cdot ${par(slope)}`;

type Slopes = Readonly<Record<"g0w" | "g0b", number>>;
type Later = Readonly<Record<"g1w" | "g1b" | "w1" | "b1", number>>;

export default exercise({
  id: "calculus/descent-regression",
  version: 1,
  title: "Gradient descent on a regression",
  summary: "Move the weight and the bias of a regression line one or two steps downhill, and see how the loss falls.",
  skills: ["regression-training", "loss-gradients"],
  source: { section: "2.4", examples: [10, 13], formulas: ["descent-step", "regression-partials", "regression-loss"] },
})
  .params(params, (rng, level) => {
    const n = { 1: 2, 2: 4, 3: 5 }[level];
    const x = rng.shuffle(level === 3 ? [1, 2, 3, 4, 5, 6] : [2, 3, 4, 5, 6]).slice(0, n);
    const [w, b] = [rng.int(2, 5), rng.int(2, 6)].map((value) => value * rng.pick([1, -1]));
    // Errors of one sign but for one, so that both partial derivatives are far from zero.
    const sign = rng.pick([1, -1]);
    const errors =
      n === 2 ? rng.list(2, () => sign * rng.int(2, 6)) : [-sign, ...rng.list(n - 1, () => sign * rng.int(2, 6))];
    return {
      story: rng.int(0, 4),
      x,
      y: x.map((xi, i) => (w ?? 0) * xi + (b ?? 0) - (errors[i] ?? 0)),
      w: w ?? 0,
      b: b ?? 0,
      // Small enough for the loss to fall with every step: below 2/(mean of x² + 1).
      rate: rng.pick([0.04, 0.05]),
      steps: level === 3 ? 2 : 1,
    };
  })
  .prompt(({ story, x, y, w, b, rate }, level) =>
    [
      `${stories[story]} The model is the line $\\hat y = wx + b$, and its loss on the $n = ${x.length}$ data points is`,
      "$$L(w, b) = \\frac{1}{2n}\\sum_{i=1}^{n}\\left(wx_i + b - y_i\\right)^2$$",
      ["| $x$ | $y$ |", "| --: | --: |", ...x.map((xi, i) => `| ${xi} | ${y[i]} |`)].join("\n"),
      `Start at $w_0 = ${num(w)}$ and $b_0 = ${num(b)}$, with the learning rate $\\alpha = ${num(rate)}$.`,
      {
        1: "Take **one step** of gradient descent: compute the new weight $w_1$ and the new bias $b_1$.",
        2: "Take **one step** of gradient descent, and compute the loss $L(w_1, b_1)$ that it reaches.",
        3: "Take **two steps** of gradient descent: compute the weight $w_2$ and the bias $b_2$ that they reach.",
      }[level],
    ].join("\n\n"),
  )
  .step("e0", vector(precise), (p) => errorsAt(p, p.w, p.b), {
    ...errorsStep(0),
    work: (p) => errorsWork(p, p.w, p.b),
    malrules: {
      reversed: {
        value: (p) => errorsAt(p, p.w, p.b).map((e) => -e),
        says: "The errors have their signs turned round: take the true value off the prediction.",
      },
    },
  })
  .step("g0w", scalar(precise), (p, s) => slopeByWeight(p, s.e0), {
    ...byWeight(0),
    work: (p, s) => weightWork(p, s.e0),
    malrules: {
      "not-averaged": { value: ({ x }, s) => dot(s.e0, x), says: notAveraged },
      "factor-two": { value: (p, s) => 2 * slopeByWeight(p, s.e0), says: factorTwo },
      "input-missing": {
        value: (_, s) => slopeByBias(s.e0),
        says: "The inputs are missing from the slope by the weight: each error is multiplied by its $x$ first.",
      },
    },
  })
  .step("g0b", scalar(precise), (_, s) => slopeByBias(s.e0), {
    ...byBias(0),
    work: (_, s) => biasWork(s.e0),
    malrules: {
      "not-averaged": { value: (_, s) => sum(s.e0), says: notAveraged },
      "factor-two": { value: (_, s) => 2 * slopeByBias(s.e0), says: factorTwo },
    },
  })
  .step("w1", scalar(precise), (p, s) => stepped(p.w, p.rate, s.g0w), {
    label: "w_1",
    words: "the weight after one step",
    hint: "Take the learning rate times the slope by the weight off the weight.",
    formula: "w_0 - \\alpha\\,\\dfrac{\\partial L}{\\partial w}",
    work: (p, s) => update(p.w, p.rate, s.g0w),
    malrules: updating(
      ({ w }, _: Slopes) => w,
      (s) => s.g0w,
    ),
  })
  .step("b1", scalar(precise), (p, s) => stepped(p.b, p.rate, s.g0b), {
    label: "b_1",
    words: "the bias after one step",
    hint: "Take the learning rate times the slope by the bias off the bias. Both slopes were computed before anything moved.",
    formula: "b_0 - \\alpha\\,\\dfrac{\\partial L}{\\partial b}",
    work: (p, s) => update(p.b, p.rate, s.g0b),
    malrules: {
      ...updating(
        ({ b }, _: Slopes) => b,
        (s) => s.g0b,
      ),
      sequential: {
        value: (p, s) => stepped(p.b, p.rate, slopeByBias(errorsAt(p, s.w1, p.b))),
        says: sequential,
      },
    },
  })
  .step("e1", vector(precise), (p, s) => errorsAt(p, s.w1, s.b1), {
    ...errorsStep(1),
    work: (p, s) => errorsWork(p, s.w1, s.b1),
  })
  .step("g1w", scalar(precise), (p, s) => slopeByWeight(p, s.e1), {
    ...byWeight(1),
    work: (p, s) => weightWork(p, s.e1),
  })
  .step("g1b", scalar(precise), (_, s) => slopeByBias(s.e1), { ...byBias(1), work: (_, s) => biasWork(s.e1) })
  .step("w2", scalar(precise), (p, s) => stepped(s.w1, p.rate, s.g1w), {
    label: "w_2",
    words: "the weight after two steps",
    hint: "Take another step from the point that the first one reached, with the slopes there.",
    formula: "w_1 - \\alpha\\,\\dfrac{\\partial L}{\\partial w}",
    work: (p, s) => update(s.w1, p.rate, s.g1w),
    malrules: {
      ...updating(
        (_, s: Later) => s.w1,
        (s) => s.g1w,
      ),
      "stale-gradient": {
        value: (p, s) => stepped(s.w1, p.rate, s.g0w),
        says: "The slopes at the start were used again. After a step, the errors are others and so are the slopes.",
      },
    },
  })
  .step("b2", scalar(precise), (p, s) => stepped(s.b1, p.rate, s.g1b), {
    label: "b_2",
    words: "the bias after two steps",
    hint: "Both slopes belong to the point that the first step reached.",
    formula: "b_1 - \\alpha\\,\\dfrac{\\partial L}{\\partial b}",
    work: (p, s) => update(s.b1, p.rate, s.g1b),
    malrules: {
      ...updating(
        (_, s: Later) => s.b1,
        (s) => s.g1b,
      ),
      "stale-gradient": {
        value: (p, s) => stepped(s.b1, p.rate, s.g0b),
        says: "The slopes at the start were used again. After a step, the errors are others and so are the slopes.",
      },
      sequential: {
        value: (p, s) => stepped(s.b1, p.rate, slopeByBias(errorsAt(p, s.w2, s.b1))),
        says: sequential,
      },
    },
  })
  .step("end", scalar(precise), (_, s) => lossOf(s.e1), {
    label: "L(w_1, b_1)",
    words: "the loss after the step",
    hint: "Compute the errors of the line as it is now, square them, and take half their mean.",
    formula: "\\frac{1}{2n}\\sum_i e_i^2",
    work: (p, s) => `\\frac{1}{${2 * p.x.length}}\\left(${s.e1.map((e) => `${par(e)}^2`).join(" + ")}\\right)`,
    malrules: {
      "loss-at-start": {
        value: (_, s) => lossOf(s.e0),
        says: "This is the loss at the start. Compute the errors anew with the weight and the bias that the step gave.",
      },
      "half-missing": {
        value: (_, s) => 2 * lossOf(s.e1),
        says: "This is the mean of the squares. The loss has $2n$ below the line.",
      },
    },
  })
  .asks({ 1: ["w1", "b1"], 2: ["w1", "b1", "end"], 3: ["w2", "b2"] })
  .figures({
    solution: (p, s) => {
      const path = [
        { x: p.w, y: p.b, label: "start" },
        { x: s.w1, y: s.b1, label: "step 1" },
        ...(p.steps === 2 ? [{ x: s.w2, y: s.b2, label: "step 2" }] : []),
      ];
      const n = p.x.length;
      const [mean, target] = [sum(p.x) / n, sum(p.y) / n];
      const square = dot(p.x, p.x) / n;
      const weight = (dot(p.x, p.y) / n - mean * target) / (square - mean ** 2);
      const centre = { x: weight, y: target - weight * mean };
      const places = path.map(({ x, y, label }) => `${label}: w = ${plain(x, 4)}, b = ${plain(y, 4)}`).join("; ");
      return {
        figure: "contours",
        alt: `Level lines of the loss over the weight w and the bias b are long, tilted ellipses around the minimum at w = ${plain(centre.x, 3)}, b = ${plain(centre.y, 3)}. The path goes across them, downhill. ${places}.`,
        xLabel: "w",
        yLabel: "b",
        centre,
        a: square / 2,
        b: mean,
        c: 0.5,
        path,
        arrows: [],
      };
    },
  })
  .check((p) => {
    // The loss as a quadratic with the moments of the data, in exact fractions.
    const exact = (list: Vector) => list.map((value) => new Fraction(value));
    const [xs, ys] = [exact(p.x), exact(p.y)];
    const mean = (f: (x: Fraction, y: Fraction) => Fraction) =>
      xs
        .map((x, i) => f(x, ys[i] ?? x))
        .reduce((left, right) => left.add(right))
        .div(xs.length);
    const [mx, my, mxx, mxy] = [mean((x) => x), mean((_, y) => y), mean((x) => x.mul(x)), mean((x, y) => x.mul(y))];
    const myy = mean((_, y) => y.mul(y));
    const rate = new Fraction(String(p.rate));
    const next = ([w, b]: readonly [Fraction, Fraction]): readonly [Fraction, Fraction] => [
      w.sub(rate.mul(mxx.mul(w).add(mx.mul(b)).sub(mxy))),
      b.sub(rate.mul(mx.mul(w).add(b).sub(my))),
    ];
    const loss = ([w, b]: readonly [Fraction, Fraction]) =>
      mxx
        .mul(w)
        .mul(w)
        .add(mx.mul(w).mul(b).mul(2))
        .add(b.mul(b))
        .sub(mxy.mul(w).mul(2))
        .sub(my.mul(b).mul(2))
        .add(myy)
        .div(2);
    const first = next([new Fraction(p.w), new Fraction(p.b)]);
    const second = next(first);
    return {
      w1: first[0].valueOf(),
      b1: first[1].valueOf(),
      w2: second[0].valueOf(),
      b2: second[1].valueOf(),
      end: loss(first).valueOf(),
    };
  });
