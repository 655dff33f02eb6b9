/** The gradient of a regression's loss with a penalty on its weights (beyond section 2.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plusTerm, terms } from "#lib/exercise/tex.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { dot, type Vector } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** A row for each data point, with one feature or two. */
  X: z.array(z.array(z.int()).min(1).max(2)).min(2),
  y: z.array(z.int()).min(2),
  w: z.array(z.int()).min(1).max(2),
  /** The bias; 0 where the model has none, at level 1. */
  b: z.int(),
  lambda: z.number().positive(),
  /** Whether the penalty is halved: λ/2·‖w‖² or λ·‖w‖². */
  half: z.boolean(),
  rate: z.number().positive(),
});
type Params = z.infer<typeof params>;

const stories = [
  "To keep its weights small, a regression is trained with a penalty on them (**ridge regression**).",
  "With few data points a model fits noise. A penalty on large weights holds it back.",
  "A loss with **weight decay** has a second part, which grows with the weights.",
  "A regression is regularized: large weights cost something.",
] as const;

// Short decimals, without floating noise.
const decimal = (value: number) => Math.round(value * 1e12) / 1e12;
const total = (list: Vector) => list.reduce((sum, value) => sum + value, 0);
const feature = ({ X }: Params, j: number): Vector => X.map((x) => x[j] ?? 0);
const hasBias = ({ b }: Params) => b !== 0;
const isDouble = ({ w }: Params) => w.length === 2;
const predicted = ({ X, w, b }: Params) => X.map((x) => dot(x, w) + b);
const sumTex = (p: Params) => `${isDouble(p) ? "w_1x_{i1} + w_2x_{i2}" : "wx_i"}${hasBias(p) ? " + b" : ""}`;
const penaltyTex = (p: Params) =>
  `${p.half ? "\\frac{\\lambda}{2}" : "\\lambda\\,"}${isDouble(p) ? "\\left(w_1^2 + w_2^2\\right)" : "w^2"}`;
const factor = ({ lambda, half }: Params) => (half ? lambda : 2 * lambda);
const penaltySlope = (p: Params, j: number) => decimal(factor(p) * (p.w[j] ?? 0));
const four = { rule: { digits: 4 } } as const;

type Errors = Readonly<Record<"errors", Vector>>;
const mean = (p: Params, sum: number) => decimal(sum / p.y.length);
const meanTex = (p: Params, inside: string) => `\\frac{1}{${p.y.length}}\\left(${inside}\\right)`;

/** The slope of the loss on the data by the j-th weight. */
const dataPart = (j: 0 | 1, name: string) => ({
  label: `\\left(\\dfrac{\\partial L}{\\partial ${name}}\\right)_{\\text{data}}`,
  words: `the part of the slope by ${name.replace("_", " ")} that comes from the data`,
  hint: "Multiply each error by the input of this weight, and take the mean.",
  skill: "loss-gradients" as const,
  formula: (p: Params) => `\\frac{1}{n}\\sum_i e_i\\,x_{${isDouble(p) ? `i${j + 1}` : "i"}}`,
  work: (p: Params, s: Errors) =>
    meanTex(p, s.errors.map((e, i) => `${par(e)} \\cdot ${par(p.X[i]?.[j] ?? 0)}`).join(" + ")),
  malrules: {
    "not-averaged": {
      value: (p: Params, s: Errors) => dot(s.errors, feature(p, j)),
      says: "The part from the data is a sum, not a mean: the loss has $n$ below the line.",
    },
    "input-missing": {
      value: (p: Params, s: Errors) => mean(p, total(s.errors)),
      says: "In the part from the data the inputs are missing: each error is multiplied by its input first.",
    },
  },
});
/** The slope of the whole loss by the j-th weight, `data` being the part from the data. */
const whole = <S>(j: 0 | 1, name: string, data: (s: S) => number) => ({
  label: `\\dfrac{\\partial L}{\\partial ${name}}`,
  words: `the partial derivative of L by ${name.replace("_", " ")}`,
  hint: "Add the derivative of the penalty: the square brings a 2 down, which cancels a ½ in front.",
  formula: (p: Params) =>
    `\\left(\\dfrac{\\partial L}{\\partial ${name}}\\right)_{\\text{data}} + ${p.half ? "" : "2"}\\lambda ${name}`,
  work: (p: Params, s: S) =>
    `${num(data(s))} + ${p.half ? "" : "2 \\cdot "}${num(p.lambda)} \\cdot ${par(p.w[j] ?? 0)}`,
  malrules: {
    "penalty-factor": {
      value: (p: Params, s: S) => decimal(data(s) + penaltySlope({ ...p, half: !p.half }, j)),
      says: "The factor of the penalty is not right. Its square brings a 2 down, and only a ½ in front of it cancels that.",
    },
    "penalty-dropped": {
      value: (_: Params, s: S) => data(s),
      says: "This is the slope of the data's loss alone. The penalty changes with the weight as well.",
    },
    "lambda-missing": {
      value: (p: Params, s: S) => decimal(data(s) + penaltySlope({ ...p, lambda: 1 }, j)),
      says: "The factor $\\lambda$ is missing. It is a constant, and stays when the penalty is differentiated.",
    },
    "penalty-not-differentiated": {
      value: (p: Params, s: S) => decimal(data(s) + (factor(p) / 2) * (p.w[j] ?? 0) ** 2),
      says: "The penalty itself was added. What belongs here is its derivative by the weight.",
    },
    "penalty-subtracted": {
      value: (p: Params, s: S) => decimal(data(s) - penaltySlope(p, j)),
      says: "The penalty was taken off. It is added to the loss, and so is its derivative.",
    },
    "penalty-averaged": {
      value: (p: Params, s: S) => decimal(data(s) + penaltySlope(p, j) / p.y.length),
      says: "The penalty was divided by $n$. It stands outside the mean over the data points.",
    },
  },
});
/** A parameter after a step of descent. */
const moved = <S>(name: string, from: (p: Params) => number, slope: (s: S) => number) => ({
  label: `${name}^{\\text{new}}`,
  words: `the new value of ${name.replace("_", " ")}`,
  hint: "Take the learning rate times the slope off.",
  skill: "gradient-descent" as const,
  formula: `${name} - \\alpha\\,\\dfrac{\\partial L}{\\partial ${name}}`,
  work: (p: Params, s: S) => `${num(from(p))} - ${num(p.rate)} \\cdot ${par(slope(s))}`,
  malrules: {
    uphill: {
      value: (p: Params, s: S) => decimal(from(p) + p.rate * slope(s)),
      says: "This went uphill. Descent takes the gradient off.",
    },
    "rate-forgotten": {
      value: (p: Params, s: S) => decimal(from(p) - slope(s)),
      says: "The learning rate is missing: a step is $\\alpha$ times the gradient.",
    },
  },
});
const step = (from: number, rate: number, slope: number) => decimal(from - rate * slope);

export default exercise({
  id: "calculus/ridge-gradient",
  version: 1,
  title: "The gradient with a penalty",
  summary: "Find the gradient of a regression's loss with a penalty on the weights, and take a step with it.",
  skills: ["regression-training", "loss-gradients", "gradient-descent"],
  source: { section: "2.2", formulas: ["regression-partials", "regression-loss"] },
})
  .params(params, (rng, level) => {
    const signed = (a: number) => a * rng.pick([1, -1]);
    const [n, features] = [level === 1 ? 2 : 4, level === 3 ? 2 : 1];
    const columns = rng.list(features, () => rng.shuffle([2, 3, 4, 5, 6, 7]).slice(0, n));
    const X = rng.list(n, (i) => columns.map((one) => one[i] ?? 0));
    const w = rng.list(features, () => signed(rng.int(3, 7)));
    const b = level === 1 ? 0 : signed(rng.int(2, 9));
    // Errors of one sign but for one, so that their means are far from zero.
    const sign = rng.pick([1, -1]);
    const rest = rng.list(n - 1, () => sign * rng.int(2, 6));
    const errors = rng.shuffle([n === 2 ? sign * rng.int(2, 6) : -2 * sign, ...rest]);
    return {
      story: rng.int(0, 3),
      X,
      y: X.map((x, i) => dot(x, w) + b - (errors[i] ?? 0)),
      w,
      b,
      lambda: rng.pick([0.2, 0.3, 0.4, 0.5, 0.6, 0.8]),
      half: rng.int(0, 1) === 1,
      rate: rng.pick([0.1, 0.2]),
    };
  })
  .prompt((p, level) => {
    const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
    const heads = isDouble(p) ? ["$x_1$", "$x_2$", "$y$"] : ["$x$", "$y$"];
    const weights = p.w.map((wj, j) => `$w${isDouble(p) ? `_${j + 1}` : ""} = ${num(wj)}$`);
    const values = [...weights, ...(hasBias(p) ? [`$b = ${num(p.b)}$`] : [])].join(", ");
    return [
      `${stories[p.story]} On the $n = ${p.y.length}$ data points below the loss is`,
      `$$L = \\frac{1}{2n}\\sum_{i=1}^{n}\\left(${sumTex(p)} - y_i\\right)^2 + ${penaltyTex(p)}$$`,
      [line(heads), line(heads.map(() => "--:")), ...p.X.map((x, i) => line([...x, p.y[i] ?? 0]))].join("\n"),
      `At present ${values}; the strength of the penalty is $\\lambda = ${num(p.lambda)}$.`,
      {
        1: "Compute the **partial derivative** of the loss by the weight.",
        2: "Compute the **partial derivatives** of the loss by the weight and by the bias.",
        3: `Take **one step of gradient descent** with the learning rate $\\alpha = ${num(p.rate)}$: compute the new weights and the new bias.`,
      }[level],
    ].join("\n\n");
  })
  .step("errors", vector({ rule: { exact: true } }), (p) => predicted(p).map((v, i) => v - (p.y[i] ?? 0)), {
    label: "e",
    words: "the errors, point by point",
    hint: "For each data point take the true value off the prediction.",
    skill: "loss-gradients",
    formula: (p) => `\\left(${sumTex(p)} - y_i\\right)_i`,
    work: (p) =>
      column(
        p.X.map((x, i) => {
          const sum = x
            .map((xj, j) => `${j === 0 ? num(p.w[j] ?? 0) : par(p.w[j] ?? 0)} \\cdot ${par(xj)}`)
            .join(" + ");
          return plusTerm(hasBias(p) ? plusTerm(sum, p.b) : sum, -(p.y[i] ?? 0));
        }),
      ),
    malrules: {
      reversed: {
        value: (p) => predicted(p).map((v, i) => (p.y[i] ?? 0) - v),
        says: "The errors have their signs turned round: take the true value off the prediction.",
      },
    },
  })
  .step("data", scalar(four), (p, s) => mean(p, dot(s.errors, feature(p, 0))), dataPart(0, "w"))
  .step("data1", scalar(four), (p, s) => mean(p, dot(s.errors, feature(p, 0))), dataPart(0, "w_1"))
  .step("data2", scalar(four), (p, s) => mean(p, dot(s.errors, feature(p, 1))), dataPart(1, "w_2"))
  .step(
    "dL_dw",
    scalar(four),
    (p, s) => decimal(s.data + penaltySlope(p, 0)),
    whole(0, "w", (s: Readonly<Record<"data", number>>) => s.data),
  )
  .step(
    "dL_dw1",
    scalar(four),
    (p, s) => decimal(s.data1 + penaltySlope(p, 0)),
    whole(0, "w_1", (s: Readonly<Record<"data1", number>>) => s.data1),
  )
  .step(
    "dL_dw2",
    scalar(four),
    (p, s) => decimal(s.data2 + penaltySlope(p, 1)),
    whole(1, "w_2", (s: Readonly<Record<"data2", number>>) => s.data2),
  )
  .step("dL_db", scalar(four), (p, s) => mean(p, total(s.errors)), {
    label: "\\dfrac{\\partial L}{\\partial b}",
    words: "the partial derivative of L by b",
    hint: "Take the mean of the errors. Is there a bias in the penalty?",
    formula: "\\frac{1}{n}\\sum_i e_i",
    work: (p, s) => meanTex(p, terms(s.errors)),
    malrules: {
      "bias-penalised": {
        value: (p, s) => decimal(mean(p, total(s.errors)) + factor(p) * p.b),
        says: "The bias was penalised too. Only the weights stand in this penalty.",
      },
      "not-averaged": {
        value: (_, s) => total(s.errors),
        says: "This is the sum of the errors. The loss has $n$ below the line.",
      },
    },
  })
  .step(
    "w1_new",
    scalar(four),
    (p, s) => step(p.w[0] ?? 0, p.rate, s.dL_dw1),
    moved(
      "w_1",
      (p) => p.w[0] ?? 0,
      (s: Readonly<Record<"dL_dw1", number>>) => s.dL_dw1,
    ),
  )
  .step(
    "w2_new",
    scalar(four),
    (p, s) => step(p.w[1] ?? 0, p.rate, s.dL_dw2),
    moved(
      "w_2",
      (p) => p.w[1] ?? 0,
      (s: Readonly<Record<"dL_dw2", number>>) => s.dL_dw2,
    ),
  )
  .step(
    "b_new",
    scalar(four),
    (p, s) => step(p.b, p.rate, s.dL_db),
    moved(
      "b",
      (p) => p.b,
      (s: Readonly<Record<"dL_db", number>>) => s.dL_db,
    ),
  )
  .asks({ 1: ["dL_dw"], 2: ["dL_dw", "dL_db"], 3: ["w1_new", "w2_new", "b_new"] })
  .check(({ X, y, w, b, lambda, half, rate }) => {
    const [w1 = 0, w2 = 0] = w;
    const loss = (v: Value, u: Value, c: Value) =>
      X.map(([x1 = 0, x2 = 0], i) =>
        v
          .mul(x1)
          .add(u.mul(x2))
          .add(c)
          .sub(y[i] ?? 0)
          .pow(2),
      )
        .reduce((left, right) => left.add(right))
        .div(2 * y.length)
        .add(
          v
            .pow(2)
            .add(u.pow(2))
            .mul(half ? lambda / 2 : lambda),
        );
    const [dL_dw1 = 0, dL_dw2 = 0, dL_db = 0] = gradient(loss, [w1, w2, b]);
    const next = { w1_new: w1 - rate * dL_dw1, w2_new: w2 - rate * dL_dw2, b_new: b - rate * dL_db };
    return { dL_dw: dL_dw1, dL_dw1, dL_dw2, dL_db, ...next };
  });
