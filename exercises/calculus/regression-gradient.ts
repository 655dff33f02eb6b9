/** The gradient of a linear regression's loss over a small batch of data (example 10). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plusTerm, terms } from "#lib/exercise/tex.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { dot, type Vector } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** A row for each data point, with one feature or two. */
  X: z.array(z.array(z.int()).min(1).max(2)).min(2),
  y: z.array(z.int()).min(2),
  w: z.array(z.int()).min(1).max(2),
  b: z.int(),
  /** Whether the loss is the mean of the squares halved, 1/(2n), or the mean itself, 1/n. */
  half: z.boolean(),
});
type Params = z.infer<typeof params>;

const stories = [
  "Of a few houses these are known: the rooms $x_1$, the storeys $x_2$, and the price $y$ as a difference from the usual one.",
  "Of a few machines these are known: the load $x_1$, the age $x_2$, and the drift $y$ of a sensor.",
  "Of a few trains these are known: the stops $x_1$, the works $x_2$ on the line, and the delay $y$ in minutes.",
  "Of a few shops these are known: the staff $x_1$, the machines $x_2$, and the profit $y$.",
  "This is a small data set with the inputs $x_1$ and $x_2$ and the target $y$.",
] as const;
const simpler = [
  "Of a few houses these are known: the rooms $x$, and the price $y$ as a difference from the usual one.",
  "Of a few machines these are known: the load $x$, and the drift $y$ of a sensor.",
  "Of a few trains these are known: the stops $x$, and the delay $y$ in minutes.",
  "Of a few shops these are known: the staff $x$, and the profit $y$.",
  "This is a small data set with the input $x$ and the target $y$.",
] as const;

const exact = { rule: { exact: true } } as const;
const feature = ({ X }: Params, j: number): Vector => X.map((x) => x[j] ?? 0);
const total = (xs: Vector) => xs.reduce((sum, x) => sum + x, 0);
const predicted = ({ X, w, b }: Params): number[] => X.map((x) => dot(x, w) + b);
const isDouble = ({ w }: Params) => w.length === 2;
const modelTex = (p: Params) => (isDouble(p) ? "w_1x_{i1} + w_2x_{i2} + b" : "wx_i + b");
const frontTex = ({ half }: Params) => `\\frac{${half ? 1 : 2}}{n}`;
const lossTex = (p: Params) =>
  `L = \\frac{1}{${p.half ? "2n" : "n"}}\\sum_{i=1}^{n}\\left(${modelTex(p)} - y_i\\right)^2`;

type Errors = Readonly<Record<"errors", Vector>>;
const share = ({ half, y }: Params, sum: number) => ((half ? 1 : 2) * sum) / y.length;
const products = (xs: Vector, errors: Vector) =>
  errors.map((e, i) => `${par(e)} \\cdot ${par(xs[i] ?? 0)}`).join(" + ");
const fractionOf = (p: Params, sum: string) => `\\frac{${p.half ? 1 : 2}}{${p.y.length}}\\left(${sum}\\right)`;

/** What goes wrong with any of the partial derivatives; `sum` is the sum over the data that belongs to it. */
const shared = (sum: (p: Params, s: Errors) => number) => ({
  "not-averaged": {
    value: (p: Params, s: Errors) => (p.half ? 1 : 2) * sum(p, s),
    says: "This is a sum over the data points. The loss has $n$ below the line, and that stays when you differentiate.",
  },
  "factor-two": {
    value: (p: Params, s: Errors) => share({ ...p, half: !p.half }, sum(p, s)),
    says: "The factor in front is not right. The square brings a 2 down; a $2n$ below the line cancels it, an $n$ alone does not.",
  },
  "half-kept": {
    value: (p: Params, s: Errors) => (p.half ? share(p, sum(p, s)) / 2 : undefined),
    says: "The $2n$ of the loss is still below the line. Differentiating the square brings a 2 down, which cancels with it.",
  },
});

/** The partial derivative by the j-th weight. */
const byWeight = (j: 0 | 1, name: string) => ({
  label: `\\dfrac{\\partial L}{\\partial ${name}}`,
  words: `the partial derivative of L by ${name.replace("_", " ")}`,
  hint: "Multiply every error by the input that its weight meets, add up, and put the factor of the loss in front.",
  formula: (p: Params) => `${frontTex(p)}\\sum_i e_i\\,x_{${isDouble(p) ? `i${j + 1}` : "i"}}`,
  work: (p: Params, s: Errors) => fractionOf(p, products(feature(p, j), s.errors)),
  malrules: {
    ...shared((p, s) => dot(s.errors, feature(p, j))),
    "input-missing": {
      value: (p: Params, s: Errors) => share(p, total(s.errors)),
      says: "The inputs are missing: this is the partial derivative by the bias. By a weight, each error is multiplied by its input first.",
    },
    "means-multiplied": {
      value: (p: Params, s: Errors) => (share(p, total(s.errors)) * total(feature(p, j))) / p.y.length,
      says: "The mean error was multiplied by the mean input. Multiply point by point first, then take the mean.",
    },
  },
});

export default exercise({
  id: "calculus/regression-gradient",
  version: 1,
  title: "The gradient of a regression",
  summary: "Find the gradient of the squared loss over a batch of data, by the weights and the bias.",
  skills: ["regression-training", "loss-gradients"],
  source: { section: "2.2", examples: [10], formulas: ["regression-loss", "regression-partials"] },
})
  .params(params, (rng, level) => {
    const signed = (a: number) => a * rng.pick([1, -1]);
    const [n, features] = [level === 1 ? 2 : 4, level === 3 ? 2 : 1];
    const columns = rng.list(features, () => rng.shuffle([2, 3, 4, 5, 6, 7, 8]).slice(0, n));
    const X = rng.list(n, (i) => columns.map((one) => one[i] ?? 0));
    const w = rng.list(features, () => signed(rng.int(2, 5)));
    const b = signed(rng.int(2, 9));
    // Errors of both signs, which never add up to zero.
    const sign = rng.pick([1, -1]);
    const [one = 2, other = 3] = rng.shuffle([2, 3, 4, 5, 6]);
    const several = () => [-rng.int(2, 5), ...rng.list(3, () => rng.int(2, 6))];
    const errors = rng.shuffle((n === 2 ? [one, -other] : several()).map((e) => e * sign));
    return {
      story: rng.int(0, 4),
      X,
      y: X.map((x, i) => dot(x, w) + b - (errors[i] ?? 0)),
      w,
      b,
      half: level === 1 || (level === 2 && rng.int(0, 1) === 1),
    };
  })
  .prompt((p, level) => {
    const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
    const heads = isDouble(p) ? ["$x_1$", "$x_2$", "$y$"] : ["$x$", "$y$"];
    const weights = p.w.map((wj, j) => `$w${isDouble(p) ? `_${j + 1}` : ""} = ${num(wj)}$`).join(", ");
    return [
      (isDouble(p) ? stories : simpler)[p.story],
      [line(heads), line(heads.map(() => "--:")), ...p.X.map((x, i) => line([...x, p.y[i] ?? 0]))].join("\n"),
      `A linear model is fitted to these $n = ${p.y.length}$ data points. Its loss is`,
      `$$${lossTex(p)}$$`,
      `At present it has ${weights} and $b = ${num(p.b)}$. Compute ${level === 2 ? "the errors $e_i = \\hat y_i - y_i$ of its predictions, and from them " : ""}the **gradient** of the loss there, one partial derivative after the other.`,
    ].join("\n\n");
  })
  .step("errors", vector(exact), (p) => predicted(p).map((v, i) => v - (p.y[i] ?? 0)), {
    label: "e",
    words: "the errors, point by point",
    hint: "For each data point take the true value off the prediction.",
    skill: "loss-gradients",
    formula: (p) => `\\left(${modelTex(p)} - y_i\\right)_i`,
    work: (p) =>
      column(
        p.X.map((x, i) => {
          const sum = x
            .map((xj, j) => `${j === 0 ? num(p.w[j] ?? 0) : par(p.w[j] ?? 0)} \\cdot ${par(xj)}`)
            .join(" + ");
          return plusTerm(plusTerm(sum, p.b), -(p.y[i] ?? 0));
        }),
      ),
    malrules: {
      reversed: {
        value: (p) => predicted(p).map((v, i) => (p.y[i] ?? 0) - v),
        says: "The sign is turned round: the error is the prediction minus the true value, since the prediction stands with a plus in the loss.",
      },
      "bias-dropped": {
        value: (p) => predicted(p).map((v, i) => v - p.b - (p.y[i] ?? 0)),
        says: "The bias was left out of the predictions.",
      },
    },
  })
  .step("dL_dw", scalar(exact), (p, s) => share(p, dot(s.errors, feature(p, 0))), byWeight(0, "w"))
  .step("dL_dw1", scalar(exact), (p, s) => share(p, dot(s.errors, feature(p, 0))), byWeight(0, "w_1"))
  .step("dL_dw2", scalar(exact), (p, s) => share(p, dot(s.errors, feature(p, 1))), byWeight(1, "w_2"))
  .step("dL_db", scalar(exact), (p, s) => share(p, total(s.errors)), {
    label: "\\dfrac{\\partial L}{\\partial b}",
    words: "the partial derivative of L by b",
    hint: "The bias enters every prediction with the factor 1: add up the errors themselves, with the factor of the loss in front.",
    formula: (p) => `${frontTex(p)}\\sum_i e_i`,
    work: (p, s) => fractionOf(p, terms(s.errors)),
    malrules: {
      ...shared((_, s) => total(s.errors)),
      "input-kept": {
        value: (p, s) => share(p, dot(s.errors, feature(p, 0))),
        says: "The errors were multiplied by an input. The bias is not multiplied by anything in the prediction.",
      },
      "absolute-errors": {
        value: (p, s) => share(p, total(s.errors.map(Math.abs))),
        says: "The errors were added without their signs. Those above and below the target pull against each other.",
      },
    },
  })
  .asks({ 1: ["dL_dw", "dL_db"], 2: ["errors", "dL_dw", "dL_db"], 3: ["dL_dw1", "dL_dw2", "dL_db"] })
  .check(({ X, y, w, b, half }) => {
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
        .div(half ? 2 * y.length : y.length);
    const [dL_dw1 = 0, dL_dw2 = 0, dL_db = 0] = gradient(loss, [w1, w2, b]);
    // The error at a point is how far the target would have to move for the point to fit.
    const errors = y.map((yi, i) => b - yi + (X[i] ?? []).reduce((sum, x, j) => sum + x * (w[j] ?? 0), 0));
    return { errors, dL_dw: dL_dw1, dL_dw1, dL_dw2, dL_db };
  });
