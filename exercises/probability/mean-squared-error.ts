/** Residuals and the mean squared error, of given predictions and of a line, and what its bias adds to it (example 20). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plusTerm, row } from "#lib/exercise/tex.ts";
import { meanSquaredError, variance } from "#lib/math/statistics.ts";
import { mean, subtract, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** Predictions at level 1, otherwise empty. */
  predictions: z.array(z.number()),
  /** Inputs of a line wx + b at levels 2 and 3. */
  x: z.array(z.number()),
  w: z.number(),
  b: z.number(),
  targets: z.array(z.number()).min(4).max(5),
});
type Params = z.infer<typeof params>;

const stories = [
  {
    given: "A weather model forecasts the temperature in four towns, in °F.",
    line: "the temperature (in °C) of an oven after $x$ minutes",
  },
  {
    given: "A model estimates the prices of four used bicycles, in tens of euros.",
    line: "the price (in tens of euros) of a flat with $x$ rooms",
  },
  { given: "A model predicts how many visitors come on four days.", line: "the number of visitors after $x$ days" },
  { given: "A sensor measures four weights, in grams.", line: "the reading of a sensor under $x$ weights" },
] as const;

const squares = (r: readonly number[]): number[] => r.map((x) => x * x);
const absolute = (r: readonly number[]): number => mean(r.map(Math.abs));
const squaresTex = (r: readonly number[]): string => r.map((x) => `${par(x)}^2`).join(" + ");

interface Found {
  fitted: readonly number[];
}
const predicted = (p: Params, s: Found): readonly number[] => (p.predictions.length > 0 ? p.predictions : s.fitted);

export default exercise({
  id: "probability/mean-squared-error",
  version: 1,
  title: "Mean squared error",
  summary: "Compute residuals, the mean squared error and its root, and how much of it a constant bias makes.",
  skills: ["error-measures", "expectation"],
  source: { section: "3.5", examples: [20], formulas: ["expected-squared-error", "expected-value"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const size = () => rng.int(2, 8);
    if (level < 3) {
      // Of unlike sizes, so that squares and sizes do not average to the same.
      const sizes = rng.shuffle([rng.int(2, 3), rng.int(2, 4), rng.int(4, 6), rng.int(8, 9)]);
      const residuals = sizes.map((r) => r * rng.pick([1, -1]));
      if (level === 1) {
        const targets = rng.list(4, () => rng.int(12, 69));
        return { story, predictions: targets.map((y, i) => y + (residuals[i] ?? 0)), x: [], w: 0, b: 0, targets };
      }
      const x = rng
        .shuffle([2, 3, 4, 5, 6, 7, 8, 9])
        .slice(0, 4)
        .sort((i, j) => i - j);
      const [w, b] = [rng.int(3, 8), rng.int(11, 29)];
      return { story, predictions: [], x, w, b, targets: x.map((t, i) => w * t + b - (residuals[i] ?? 0)) };
    }
    // Most residuals lie on one side.
    const side = rng.pick([1, -1]);
    const residuals = rng.shuffle([size(), size(), size(), size(), -rng.int(2, 4)]).map((r) => r * side);
    const x = rng
      .shuffle([2, 3, 4, 5, 6, 7, 8, 9])
      .slice(0, 5)
      .sort((i, j) => i - j);
    const [w, b] = [rng.int(3, 8), rng.int(11, 29)];
    return { story, predictions: [], x, w, b, targets: x.map((t, i) => w * t + b - (residuals[i] ?? 0)) };
  })
  .prompt(({ story, predictions, x, w, b, targets }, level) => {
    const { given, line } = stories[story] ?? stories[0];
    const model = `A model predicts ${line} as $\\hat y = ${plusTerm(`${num(w)}x`, b)}$. For the inputs $x = ${row(x)}$ the true values turn out to be $y = ${row(targets)}$.`;
    const residuals = "the residuals are $r = \\hat y - y$";
    return {
      1: `${given} It predicts $\\hat y = ${row(predictions)}$; the true values turn out to be $y = ${row(targets)}$.\n\nCompute the **residuals** $r = \\hat y - y$, and the **mean squared error**, with the divisor $n = ${targets.length}$.`,
      2: `${model}\n\nCompute the **mean squared error** of the model, with the divisor $n = ${targets.length}$, and its root, the **RMSE**.`,
      3: `${model}\n\nHere ${residuals}, and all means have the divisor $n = ${targets.length}$. Compute the **mean squared error**, the **bias** of the model, which is the mean residual, and the mean squared error that is left when the bias is subtracted from all predictions.`,
    }[level];
  })
  .step("fitted", vector(), ({ x, w, b }) => x.map((t) => w * t + b), {
    label: "\\hat y",
    words: "the predictions",
    hint: "Put each input into the model.",
    formula: "wx + b",
    work: ({ x, w, b }) => column(x.map((t) => plusTerm(`${num(w)} \\cdot ${par(t)}`, b))),
    malrules: {
      "intercept-dropped": {
        value: ({ x, w }) => x.map((t) => w * t),
        says: "The constant of the model is missing in the predictions: it is added to every one.",
      },
    },
  })
  .step("residuals", vector(), (p, s) => subtract(predicted(p, s), p.targets), {
    label: "r",
    words: "the residuals",
    hint: "From each prediction, subtract the true value.",
    formula: "\\hat y - y",
    work: (p, s) => column(predicted(p, s).map((y, i) => `${num(y)} - ${par(p.targets[i] ?? 0)}`)),
    malrules: {
      reversed: {
        value: (p, s) => subtract(p.targets, predicted(p, s)),
        says: "The differences are the other way round. Here a residual is the prediction less the truth.",
      },
      "signs-dropped": {
        value: (p, s) => subtract(predicted(p, s), p.targets).map(Math.abs),
        says: "The signs of the residuals are gone. A prediction that is too low has a negative one.",
      },
    },
  })
  .step("mse", scalar(), (_, s) => mean(squares(s.residuals)), {
    label: "\\text{MSE}",
    words: "the mean squared error",
    hint: "Square each residual first, then take the mean of the squares.",
    formula: "\\tfrac{1}{n} \\textstyle\\sum_i r_i^2",
    work: (_, s) => `\\tfrac{1}{${s.residuals.length}} \\bigl(${squaresTex(s.residuals)}\\bigr)`,
    malrules: {
      "sum-for-mean": {
        value: (_, s) => sum(squares(s.residuals)),
        says: "This is the sum of the squares. Divide it by how many there are.",
      },
      "absolute-error": {
        value: (_, s) => absolute(s.residuals),
        says: "This is the mean of the sizes of the residuals. The mean squared error takes their squares.",
      },
      "root-taken": {
        value: (_, s) => Math.sqrt(mean(squares(s.residuals))),
        says: "This is the root of the mean squared error. The error itself has no root.",
      },
      "n-minus-one": {
        value: (_, s) => sum(squares(s.residuals)) / (s.residuals.length - 1),
        says: "This divides by $n - 1$. No mean was estimated here, so the mean of the squares has the divisor $n$.",
      },
      "mean-squared": {
        value: (_, s) => mean(s.residuals) ** 2,
        says: "The residuals were averaged first, and errors of both signs cancelled. Square each one, then average.",
      },
    },
  })
  .step("rmse", scalar(), (_, s) => Math.sqrt(s.mse), {
    label: "\\text{RMSE}",
    words: "the root of the mean squared error",
    hint: "Take the root of the mean squared error: that is in the unit of the predictions.",
    formula: "\\sqrt{\\text{MSE}}",
    work: (_, s) => `\\sqrt{${num(s.mse)}}`,
    malrules: {
      "absolute-error": {
        value: (_, s) => absolute(s.residuals),
        says: "This is the mean of the sizes. Squaring and taking the root does not undo itself once a mean stands between them.",
      },
      "root-before-mean": {
        value: (_, s) => Math.sqrt(sum(squares(s.residuals))) / s.residuals.length,
        says: "The root was taken of the sum, and divided afterwards. Take the mean first, then the root.",
      },
    },
  })
  .step("bias", scalar({ workingDigits: 4 }), (_, s) => mean(s.residuals), {
    label: "\\text{bias}",
    words: "the bias",
    hint: "Take the mean of the residuals with their signs.",
    skill: "expectation",
    formula: "\\tfrac{1}{n} \\textstyle\\sum_i r_i",
    work: (_, s) => `\\tfrac{1}{${s.residuals.length}} \\bigl(${s.residuals.map((x) => par(x)).join(" + ")}\\bigr)`,
    malrules: {
      "signs-dropped": {
        value: (_, s) => absolute(s.residuals),
        says: "The signs of the residuals were dropped. For the bias, those above and below zero cancel.",
      },
      "sum-for-mean": {
        value: (_, s) => sum(s.residuals),
        says: "This is the sum of the residuals. The bias is their mean.",
      },
    },
  })
  .step("left", scalar({ workingDigits: 5 }), (_, s) => s.mse - s.bias ** 2, {
    label: "\\text{MSE}'",
    words: "the mean squared error without the bias",
    hint: "The mean square is the square of the mean plus the variance. Without the bias, the variance of the residuals is left.",
    formula: "\\text{MSE} - \\text{bias}^2",
    work: (_, s) => `${num(s.mse)} - ${par(s.bias)}^2`,
    malrules: {
      "bias-not-squared": {
        value: (_, s) => s.mse - Math.abs(s.bias),
        says: "The bias itself was subtracted. It is in the unit of the predictions, the error in its square: subtract $\\text{bias}^2$.",
      },
      added: {
        value: (_, s) => s.mse + s.bias ** 2,
        says: "The squared bias was added. Correcting the predictions can only make the error smaller.",
      },
      "variance-n-minus-one": {
        value: (_, s) => variance(s.residuals, "n-1"),
        says: "This variance has the divisor $n - 1$. The question asks for means with the divisor $n$.",
      },
    },
  })
  .asks({ 1: ["residuals", "mse"], 2: ["mse", "rmse"], 3: ["mse", "bias", "left"] })
  .figures({
    solution: (_, s) => {
      const bars = s.residuals.map((r, i) => ({ label: `${i + 1}`, value: r }));
      return {
        figure: "bars",
        alt: `The residuals, above zero where the prediction is too high: ${bars.map(({ label, value }) => `number ${label}: ${plain(value)}`).join(", ")}. The mean of their squares is ${plain(s.mse, 4)}.`,
        bars,
      };
    },
  })
  .check(({ predictions, x, w, b, targets }) => {
    const fitted = predictions.length > 0 ? predictions : x.map((t) => b + t * w);
    const residuals = fitted.map((y, i) => y - (targets[i] ?? 0));
    const mse = meanSquaredError(fitted, targets);
    // The mean residual by the means of both; what is left by correcting each prediction.
    const bias = mean(fitted) - mean(targets);
    return {
      residuals,
      mse,
      rmse: mse ** 0.5,
      bias,
      left: meanSquaredError(
        fitted.map((y) => y - bias),
        targets,
      ),
    };
  });
