/** The gradient of a squared error by the weight of a line: one point, with a bias, and over a batch (practice 6). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plusTerm, row } from "#lib/exercise/tex.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { dot, mean } from "#lib/math/vector.ts";

const stories = [
  ["A line predicts the price of a flat from its size", "flats"],
  ["A line predicts the yield of a field from its rainfall", "fields"],
  ["A line predicts the braking distance of a car from its speed", "cars"],
  ["A line predicts the fuel a ship burns from its load", "ships"],
] as const;

export default exercise({
  id: "backpropagation/weight-gradient",
  version: 1,
  title: "The gradient by a weight",
  summary: "Differentiate a squared error by the weight that the prediction was made with.",
  skills: ["loss-gradients", "gradient-descent"],
  source: { section: "6.1", practice: [6], formulas: ["chain-rule"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      /** The inputs, already scaled, and the targets: one of each, or a batch at level 3. */
      x: z.array(z.number()).min(1),
      y: z.array(z.number()).min(1),
      w: z.number(),
      /** Only at level 2. */
      b: z.number(),
      /** Whether the loss carries the factor ½. */
      half: z.boolean(),
      /** Only at level 3. */
      rate: z.number(),
    }),
    (rng, level) => {
      const story = rng.int(0, 3);
      if (level === 1) {
        const [x, w, error] = [rng.int(3, 9), rng.int(2, 6), rng.int(2, 7)].map((n) => n * rng.pick([1, -1]));
        return { story, x: [x!], y: [w! * x! - error!], w: w!, b: 0, half: false, rate: 0 };
      }
      // In tenths; the target is what makes the error a short number.
      const w = rng.pick([4, 6, 8, 12, 14, 15, 16, 18, 25]) * rng.pick([1, -1]);
      if (level === 2) {
        const x = rng.int(3, 8) * rng.pick([1, -1]);
        const uneven = () => rng.pick([3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19]) * rng.pick([1, -1]);
        const [b, error] = [uneven(), uneven()];
        return {
          story,
          x: [x],
          y: [(w * x + b - error) / 10],
          w: w / 10,
          b: b / 10,
          half: rng.pick([true, false]),
          rate: 0,
        };
      }
      const x = rng
        .shuffle([2, 3, 4, 5, 6])
        .slice(0, 4)
        .map((n) => n * rng.pick([1, -1]));
      // The weight is too large for three of the points, or too small, by more than the fourth can make up for.
      const [side, fourth] = [rng.pick([1, -1]), rng.int(0, 3)];
      const errors = x.map((xi, i) =>
        i === fourth ? rng.int(3, 9) * rng.pick([1, -1]) : rng.int(8, 19) * side * Math.sign(xi),
      );
      return {
        story,
        x,
        y: x.map((xi, i) => (w * xi - (errors[i] ?? 0)) / 10),
        w: w / 10,
        b: 0,
        half: rng.pick([true, false]),
        rate: rng.pick([0.01, 0.02, 0.04]),
      };
    },
  )
  .prompt(({ story, x, y, w, b, half, rate }, level) => {
    const [predicts, items] = stories[story] ?? stories[0];
    const [x0 = 0] = x;
    const [y0 = 0] = y;
    const before = half ? "\\tfrac12 " : "";
    const n = x.length;
    return {
      1: `${predicts}, both counted from a reference value, and without a bias; its loss is $L = (wx - y)^2$.\n\nFor the input $x = ${num(x0)}$, the target $y = ${num(y0)}$ and the weight $w = ${num(w)}$, compute the gradient of the loss by the **weight**.`,
      2: `${predicts}, both counted from a reference value, as $\\hat y = wx + b$; its loss is $L = ${before}(\\hat y - y)^2$.\n\nFor the input $x = ${num(x0)}$ and the target $y = ${num(y0)}$, with $w = ${num(w)}$ and $b = ${num(b)}$, compute the gradients of the loss by the **weight** and by the **bias**.`,
      3: `${predicts}, both counted from a reference value, as $\\hat y = wx$. Its loss on a batch of ${n} ${items} is\n\n$$L = \\frac{1}{${half ? 2 * n : n}} \\sum_{i=1}^{${n}} (wx_i - y_i)^2$$\n\nThe batch is $x = ${row(x)}$ with the targets $y = ${row(y)}$, and the weight is $w = ${num(w)}$. Compute the gradient of the loss by the weight, and then the weight after **one step of gradient descent** with the learning rate $\\alpha = ${num(rate)}$.`,
    }[level];
  })
  .step("error", scalar(), ({ x: [x = 0], y: [y = 0], w, b }) => w * x + b - y, {
    label: "\\hat y - y",
    words: "the error of the prediction",
    hint: "Take the target from the prediction.",
    formula: ({ b }) => (b === 0 ? "wx - y" : "wx + b - y"),
    work: ({ x: [x = 0], y: [y = 0], w, b }) => {
      const prediction = `${num(w)} \\cdot ${par(x)}`;
      return plusTerm(b === 0 ? prediction : plusTerm(prediction, b), -y);
    },
  })
  .step("dL_dw", scalar(), ({ x: [x = 0], half }, s) => factor(half) * s.error * x, {
    label: "\\dfrac{\\partial L}{\\partial w}",
    words: "the gradient of the loss by the weight",
    hint: "The exponent comes down as a factor; then the chain rule multiplies by the derivative of the prediction by w, which is x.",
    formula: ({ half }) => `${half ? "" : "2"}(\\hat y - y) \\cdot x`,
    work: ({ x: [x = 0], half }, s) =>
      `${half ? "" : "2 \\cdot "}${half ? num(s.error) : par(s.error)} \\cdot ${par(x)}`,
    malrules: {
      "factor-two": {
        value: ({ x: [x = 0], half }, s) => factor(!half) * s.error * x,
        says: "This is off by a factor of 2. The square brings a 2 down, and a ½ in front of the loss, where there is one, cancels it.",
      },
      "input-missing": {
        value: ({ half }, s) => factor(half) * s.error,
        says: "The last link of the chain is missing: the prediction changes with $w$ at the rate $x$.",
      },
      "weight-for-input": {
        value: ({ half, w }, s) => factor(half) * s.error * w,
        says: "This is the derivative by $x$, whose last link is $w$. By $w$, the last link is $x$.",
      },
      "difference-reversed": {
        value: ({ x: [x = 0], half }, s) => -factor(half) * s.error * x,
        says: "The sign is turned round: the derivative of $(\\hat y - y)^2$ has the factor $\\hat y - y$, prediction minus target.",
      },
    },
  })
  .step("dL_db", scalar(), ({ half }, s) => factor(half) * s.error, {
    label: "\\dfrac{\\partial L}{\\partial b}",
    words: "the gradient of the loss by the bias",
    hint: "The chain is the same as for the weight, but the prediction changes with b at the rate 1.",
    formula: ({ half }) => `${half ? "" : "2"}(\\hat y - y) \\cdot 1`,
    work: ({ half }, s) => (half ? num(s.error) : `2 \\cdot ${par(s.error)}`),
    malrules: {
      "factor-two": {
        value: ({ half }, s) => factor(!half) * s.error,
        says: "This is off by a factor of 2. The square brings a 2 down, and a ½ in front of the loss, where there is one, cancels it.",
      },
      "input-kept": {
        value: ({ x: [x = 0], half }, s) => factor(half) * s.error * x,
        says: "This is the gradient by the weight. The bias enters the prediction with the factor 1, not $x$.",
      },
      "bias-for-link": {
        value: ({ half, b }, s) => factor(half) * s.error * b,
        says: "The last link of the chain is the derivative of $wx + b$ by $b$, which is 1, not $b$ itself.",
      },
    },
  })
  .step("errors", vector(), ({ x, y, w }) => x.map((xi, i) => w * xi - (y[i] ?? 0)), {
    label: "\\hat y - y",
    words: "the errors of the predictions",
    hint: "For each point, take the target from the prediction.",
    formula: "wx - y",
    work: ({ x, y, w }) => column(x.map((xi, i) => plusTerm(`${num(w)} \\cdot ${par(xi)}`, -(y[i] ?? 0)))),
  })
  .step("batch_dL_dw", scalar(), ({ x, half }, s) => (factor(half) * dot(s.errors, x)) / x.length, {
    label: "\\dfrac{\\partial L}{\\partial w}",
    words: "the gradient of the loss by the weight",
    hint: "Each point gives its error times its input; add them up, with the factor that the loss and its square leave in front.",
    formula: ({ half }) => `\\dfrac{${half ? 1 : 2}}{n} \\sum_{i=1}^{n} (wx_i - y_i)\\, x_i`,
    work: ({ x, half }, s) =>
      `\\tfrac{${half ? 1 : 2}}{${x.length}} \\bigl(${x.map((xi, i) => `${i === 0 ? num(s.errors[i] ?? 0) : par(s.errors[i] ?? 0)} \\cdot ${par(xi)}`).join(" + ")}\\bigr)`,
    malrules: {
      "sum-for-mean": {
        value: ({ x, half }, s) => factor(half) * dot(s.errors, x),
        says: "The batch size is missing: the loss is a mean over the points, and so is its gradient.",
      },
      "factor-two": {
        value: ({ x, half }, s) => (factor(!half) * dot(s.errors, x)) / x.length,
        says: "This is off by a factor of 2. Compare what stands before the sum, $1/n$ or $1/(2n)$, with the 2 that the square brings down.",
      },
      "inputs-missing": {
        value: ({ half }, s) => factor(half) * mean(s.errors),
        says: "Each error has to be multiplied by its own input $x_i$ before they are added up. This would be the gradient by a bias.",
      },
      "means-multiplied": {
        value: ({ x, half }, s) => factor(half) * mean(s.errors) * mean(x),
        says: "This multiplies the mean error by the mean input. The mean of the products is another number: multiply first, then average.",
      },
      "difference-reversed": {
        value: ({ x, half }, s) => (-factor(half) * dot(s.errors, x)) / x.length,
        says: "The sign is turned round: the factor is prediction minus target, $wx_i - y_i$.",
      },
    },
  })
  .step("w_new", scalar({ rule: { digits: 4 } }), ({ w, rate }, s) => w - rate * s.batch_dL_dw, {
    label: "w_{\\text{new}}",
    words: "the new weight",
    hint: "Step against the gradient, scaled by the learning rate.",
    skill: "gradient-descent",
    formula: "w - \\alpha\\,\\dfrac{\\partial L}{\\partial w}",
    work: ({ w, rate }, s) => `${num(w)} - ${num(rate)} \\cdot ${par(s.batch_dL_dw)}`,
    malrules: {
      ascent: {
        value: ({ w, rate }, s) => w + rate * s.batch_dL_dw,
        says: "This step goes uphill. Descent subtracts the gradient.",
      },
      "rate-forgotten": {
        value: ({ w }, s) => w - s.batch_dL_dw,
        says: "The learning rate is missing: the step is $\\alpha$ times the gradient.",
      },
    },
  })
  .asks({ 1: ["dL_dw"], 2: ["dL_dw", "dL_db"], 3: ["batch_dL_dw", "w_new"] })
  .figures({
    solution: (p, s) => {
      const at = [{ w: p.w, label: "w" }, ...(p.rate > 0 ? [{ w: s.w_new, label: "new w" }] : [])];
      const slope = p.rate > 0 ? s.batch_dL_dw : s.dL_dw;
      // The parabola from its lowest point to twice as far as the weight lies from it, on both sides.
      const curvature = (factor(p.half) * dot(p.x, p.x)) / p.x.length;
      const reach = Math.max(Math.abs((2 * slope) / curvature), 0.1);
      const points = Array.from({ length: 41 }, (_, i) => p.w - slope / curvature + (reach * (i - 20)) / 20);
      const marks = at.map(({ w, label }) => ({ x: w, y: lossAt(p, w), label }));
      return {
        figure: "curve",
        alt: `The loss against the weight is a parabola. ${marks.map(({ x, y, label }) => `At the ${label === "w" ? "weight" : "new weight"} ${plain(x, 4)} the loss is ${plain(y, 4)}.`).join(" ")} At the weight ${plain(p.w, 4)} its slope is the gradient ${plain(slope, 4)}.`,
        xLabel: "weight",
        yLabel: "loss",
        points: points.map((w) => ({ x: w, y: lossAt(p, w) })),
        marks,
      };
    },
  })
  .examples({
    "practice-6": { level: 1, params: { story: 0, x: [3], y: [7], w: 2, b: 0, half: false, rate: 0 } },
  })
  .check(({ x, y, w, b, half, rate }) => {
    const square = (v: Value, u: Value) =>
      x
        .map((xi, i) =>
          v
            .mul(xi)
            .add(u)
            .sub(y[i] ?? 0)
            .pow(2),
        )
        .reduce((one, other) => one.add(other))
        .div(half ? 2 * x.length : x.length);
    const [dL_dw = 0, dL_db = 0] = gradient(square, [w, b]);
    return {
      dL_dw,
      dL_db,
      batch_dL_dw: dL_dw,
      w_new: new Fraction(w).sub(new Fraction(rate).mul(new Fraction(dL_dw))).valueOf(),
    };
  });

/** What the square and the factor before it leave: 2, or 1 where a ½ cancels it. */
function factor(half: boolean): number {
  return half ? 1 : 2;
}

/** The loss of the points of an exercise at the weight w. */
function lossAt(
  { x, y, b, half }: { x: readonly number[]; y: readonly number[]; b: number; half: boolean },
  w: number,
): number {
  return (factor(half) / 2) * mean(x.map((xi, i) => (w * xi + b - (y[i] ?? 0)) ** 2));
}
