/** The gradient of logistic regression's cross-entropy over a small batch (beyond section 2.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plusTerm, terms } from "#lib/exercise/tex.ts";
import { sigmoid, sigmoidDerivative } from "#lib/math/activations.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { dot, type Vector } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** A row for each data point, with one feature or two. */
  X: z.array(z.array(z.int()).min(1).max(2)).min(2),
  y: z.array(z.int().min(0).max(1)).min(2),
  w: z.array(z.number()).min(1).max(2),
  b: z.number(),
  rate: z.number().positive(),
});
type Params = z.infer<typeof params>;

const stories = [
  "A filter learns to tell spam ($y = 1$) from other mail ($y = 0$).",
  "A shop learns to foretell who will buy ($y = 1$) and who will not ($y = 0$).",
  "A model learns which parts are faulty ($y = 1$) and which are sound ($y = 0$).",
  "A model learns from a test who is ill ($y = 1$) and who is well ($y = 0$).",
  "A model learns to tell two classes apart, $y = 1$ and $y = 0$.",
] as const;

// Short decimals, without floating noise.
const decimal = (value: number) => Math.round(value * 1e12) / 1e12;
const total = (list: Vector) => list.reduce((sum, value) => sum + value, 0);
const feature = ({ X }: Params, j: number): Vector => X.map((x) => x[j] ?? 0);
const isDouble = ({ w }: Params) => w.length === 2;
const sumTex = (p: Params) => `${isDouble(p) ? "w_1x_{i1} + w_2x_{i2}" : "wx_i"} + b`;
const logits = ({ X, w, b }: Params) => X.map((x) => decimal(dot(x, w) + b));
const precise = { rule: { digits: 3 }, workingDigits: 5 } as const;

type Errors = Readonly<Record<"errors", Vector>>;
const meanTex = ({ y }: Params, inside: string) => `\\frac{1}{${y.length}}\\left(${inside}\\right)`;
const spoken = (name: string) => name.replace("_", " ");

/** The partial derivative by the j-th weight. */
const byWeight = (j: 0 | 1, name: string) => ({
  label: `\\dfrac{\\partial L}{\\partial ${name}}`,
  words: `the partial derivative of L by ${spoken(name)}`,
  hint: "Multiply each $p_i - y_i$ by the input that this weight meets, and take the mean.",
  formula: (p: Params) => `\\frac{1}{n}\\sum_i (p_i - y_i)\\,x_{${isDouble(p) ? `i${j + 1}` : "i"}}`,
  work: (p: Params, s: Errors) =>
    meanTex(p, s.errors.map((e, i) => `${par(e, 5)} \\cdot ${par(p.X[i]?.[j] ?? 0)}`).join(" + ")),
  malrules: {
    "not-averaged": {
      value: (p: Params, s: Errors) => dot(s.errors, feature(p, j)),
      says: "This is a sum over the data points. The loss is their mean, with $n$ below the line.",
    },
    "input-missing": {
      value: ({ y }: Params, s: Errors) => total(s.errors) / y.length,
      says: "The inputs are missing: this is the partial derivative by the bias. By a weight, each difference is multiplied by its input first.",
    },
  },
});
/** A parameter after a step of descent. */
const moved = <S>(name: string, from: (p: Params) => number, slope: (s: S) => number) => ({
  label: `${name}^{\\text{new}}`,
  words: `the new value of ${spoken(name)}`,
  skill: "regression-training" as const,
  hint: "Take the learning rate times the slope off.",
  formula: `${name} - \\alpha\\,\\dfrac{\\partial L}{\\partial ${name}}`,
  work: (p: Params, s: S) => `${num(from(p))} - ${num(p.rate)} \\cdot ${par(slope(s), 5)}`,
  malrules: {
    uphill: {
      value: (p: Params, s: S) => from(p) + p.rate * slope(s),
      says: "This went uphill. Descent takes the gradient off.",
    },
    "rate-forgotten": {
      value: (p: Params, s: S) => from(p) - slope(s),
      says: "The learning rate is missing: a step is $\\alpha$ times the gradient.",
    },
  },
});

export default exercise({
  id: "calculus/logistic-gradient",
  version: 1,
  title: "The gradient of logistic regression",
  summary: "Find the gradient of the cross-entropy of a logistic regression, and take a step with it.",
  skills: ["loss-gradients", "sigmoid", "cross-entropy", "regression-training"],
  source: { section: "2.2", formulas: ["chain-rule", "sigmoid-derivative", "binary-cross-entropy"] },
})
  .params(params, (rng, level) => {
    const [n, features] = [level === 1 ? 2 : 4, level === 3 ? 2 : 1];
    const columns = rng.list(features, () => rng.shuffle([2, 3, 4, 5, 6, 7]).slice(0, n));
    const X = rng.list(n, (i) => columns.map((one) => one[i] ?? 0));
    // Counted in tenths: the bias takes the logits to both sides of zero, where the sigmoid is not yet flat.
    const sign = rng.pick([1, -1]);
    const w = rng.list(features, (j) => (j === 0 ? sign : -sign) * rng.int(3, 7));
    const middle = Math.round(w.reduce((sum, wj, j) => sum + wj * total(columns[j] ?? []), 0) / n);
    const b = rng.int(2, 9) * rng.pick([1, -1]) - middle;
    const ones = rng.int(1, n - 1);
    return {
      story: rng.int(0, 4),
      X,
      y: rng.shuffle(rng.list(n, (i) => (i < ones ? 1 : 0))),
      w: w.map((wj) => wj / 10),
      b: (b === 0 ? 3 : b) / 10,
      rate: rng.pick([0.2, 0.5, 0.8]),
    };
  })
  .prompt((p, level) => {
    const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
    const heads = isDouble(p) ? ["$x_1$", "$x_2$", "$y$"] : ["$x$", "$y$"];
    const weights = p.w.map((wj, j) => `$w${isDouble(p) ? `_${j + 1}` : ""} = ${num(wj)}$`).join(", ");
    return [
      `${stories[p.story]} For each of $n = ${p.y.length}$ data points, a logistic regression gives the probability $p_i = \\sigma(${sumTex(p)})$ that $y_i = 1$. Its loss is the cross-entropy, with the natural logarithm:`,
      "$$L = -\\frac{1}{n}\\sum_{i=1}^{n}\\Bigl(y_i\\ln p_i + (1 - y_i)\\ln(1 - p_i)\\Bigr)$$",
      [line(heads), line(heads.map(() => "--:")), ...p.X.map((x, i) => line([...x, p.y[i] ?? 0]))].join("\n"),
      `At present ${weights} and $b = ${num(p.b)}$.`,
      {
        1: "Compute the **partial derivatives** of the loss by the weight and by the bias.",
        2: "Compute the probabilities $p_i$, and from them the **partial derivatives** of the loss by the weight and by the bias.",
        3: `Take **one step of gradient descent** with the learning rate $\\alpha = ${num(p.rate)}$: compute the new weights and the new bias.`,
      }[level],
    ].join("\n\n");
  })
  .step("z", vector(precise), (p) => logits(p), {
    label: "z",
    words: "the logits, point by point",
    hint: "Compute what goes into the sigmoid, for each data point.",
    formula: (p) => `\\left(${sumTex(p)}\\right)_i`,
    work: (p) =>
      column(
        p.X.map((x) => {
          const sum = x
            .map((xj, j) => `${j === 0 ? num(p.w[j] ?? 0) : par(p.w[j] ?? 0)} \\cdot ${par(xj)}`)
            .join(" + ");
          return plusTerm(sum, p.b);
        }),
      ),
    malrules: {
      "bias-dropped": {
        value: (p) => logits({ ...p, b: 0 }),
        says: "The bias was left out of the logits.",
      },
    },
  })
  .step("p", vector(precise), (_, s) => s.z.map(sigmoid), {
    label: "p",
    words: "the probabilities, point by point",
    hint: "Put every logit through the sigmoid.",
    skill: "sigmoid",
    formula: "\\left(\\dfrac{1}{1 + e^{-z_i}}\\right)_i",
    work: (_, s) => column(s.z.map((zi) => `1 / (1 + e^{${num(-zi)}})`)),
    malrules: {
      "exponent-sign": {
        value: (_, s) => s.z.map((zi) => sigmoid(-zi)),
        says: "The sign in the exponent is turned round: the sigmoid has $e^{-z}$, so that a larger $z$ gives a larger $p$.",
      },
    },
  })
  .step("errors", vector(precise), ({ y }, s) => s.p.map((pi, i) => pi - (y[i] ?? 0)), {
    label: "\\dfrac{\\partial L_i}{\\partial z_i}",
    words: "the derivative of each point’s loss by its logit",
    hint: "The derivative of the cross-entropy and that of the sigmoid cancel to a simple difference.",
    skill: "cross-entropy",
    formula: "\\left(p_i - y_i\\right)_i",
    work: ({ y }, s) => column(s.p.map((pi, i) => `${num(pi, 5)} - ${y[i]}`)),
    malrules: {
      reversed: {
        value: ({ y }, s) => s.p.map((pi, i) => (y[i] ?? 0) - pi),
        says: "The sign is turned round. If $p$ is above $y$, the loss grows with the logit: the difference is $p - y$.",
      },
      "sigmoid-slope-twice": {
        value: ({ y }, s) => s.p.map((pi, i) => (pi - (y[i] ?? 0)) * sigmoidDerivative(s.z[i] ?? 0)),
        says: "There is a factor $p(1 - p)$ too much, as it would be with a squared error. In the cross-entropy it cancels with what the logarithm gives.",
      },
      "sigmoid-slope-missing": {
        value: ({ y }, s) => s.p.map((pi, i) => (pi - (y[i] ?? 0)) / sigmoidDerivative(s.z[i] ?? 0)),
        says: "This is the derivative by the probability. The chain goes on through the sigmoid, whose slope is $p(1 - p)$.",
      },
      "target-ignored": {
        value: (_, s) => s.p,
        says: "The targets were left out. Each probability is compared with its $y$.",
      },
    },
  })
  .step("dL_dw", scalar(precise), (p, s) => dot(s.errors, feature(p, 0)) / p.y.length, byWeight(0, "w"))
  .step("dL_dw1", scalar(precise), (p, s) => dot(s.errors, feature(p, 0)) / p.y.length, byWeight(0, "w_1"))
  .step("dL_dw2", scalar(precise), (p, s) => dot(s.errors, feature(p, 1)) / p.y.length, byWeight(1, "w_2"))
  .step("dL_db", scalar(precise), (p, s) => total(s.errors) / p.y.length, {
    label: "\\dfrac{\\partial L}{\\partial b}",
    words: "the partial derivative of L by b",
    hint: "The bias enters every logit with the factor 1: take the mean of the differences.",
    formula: "\\frac{1}{n}\\sum_i (p_i - y_i)",
    work: (p, s) => meanTex(p, terms(s.errors, 5)),
    malrules: {
      "input-kept": {
        value: (p, s) => dot(s.errors, feature(p, 0)) / p.y.length,
        says: "The differences were multiplied by an input. The bias is not multiplied by anything in the logit.",
      },
      "not-averaged": {
        value: (_, s) => total(s.errors),
        says: "This is a sum over the data points. The loss is their mean.",
      },
    },
  })
  .step(
    "w1_new",
    scalar({ rule: { digits: 4 }, workingDigits: 6 }),
    (p, s) => (p.w[0] ?? 0) - p.rate * s.dL_dw1,
    moved(
      "w_1",
      (p) => p.w[0] ?? 0,
      (s: Readonly<Record<"dL_dw1", number>>) => s.dL_dw1,
    ),
  )
  .step(
    "w2_new",
    scalar({ rule: { digits: 4 }, workingDigits: 6 }),
    (p, s) => (p.w[1] ?? 0) - p.rate * s.dL_dw2,
    moved(
      "w_2",
      (p) => p.w[1] ?? 0,
      (s: Readonly<Record<"dL_dw2", number>>) => s.dL_dw2,
    ),
  )
  .step(
    "b_new",
    scalar({ rule: { digits: 4 }, workingDigits: 6 }),
    (p, s) => p.b - p.rate * s.dL_db,
    moved(
      "b",
      (p) => p.b,
      (s: Readonly<Record<"dL_db", number>>) => s.dL_db,
    ),
  )
  .asks({ 1: ["dL_dw", "dL_db"], 2: ["p", "dL_dw", "dL_db"], 3: ["w1_new", "w2_new", "b_new"] })
  .check(({ X, y, w, b, rate }) => {
    // Autodiff of the loss in its definition: the mean of −ln of what each label was given.
    const [w1 = 0, w2 = 0] = w;
    const loss = (v: Value, u: Value, c: Value) =>
      X.map(([x1 = 0, x2 = 0], i) => {
        const logit = v.mul(x1).add(u.mul(x2)).add(c);
        return (y[i] === 1 ? logit : logit.neg()).neg().exp().log1p();
      })
        .reduce((left, right) => left.add(right))
        .div(y.length);
    const [dL_dw1 = 0, dL_dw2 = 0, dL_db = 0] = gradient(loss, [w1, w2, b]);
    const p = X.map(([x1 = 0, x2 = 0]) => (1 + Math.tanh((w1 * x1 + w2 * x2 + b) / 2)) / 2);
    const next = { w1_new: w1 - rate * dL_dw1, w2_new: w2 - rate * dL_dw2, b_new: b - rate * dL_db };
    return { p, dL_dw: dL_dw1, dL_db, ...next };
  });
