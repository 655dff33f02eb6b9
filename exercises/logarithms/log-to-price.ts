/** Predictions made in log space, read back: the value, what an error there means, median and mean (example 26). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** The predicted natural logarithm. */
  log: z.number(),
  /** The value that turned out, at level 2; otherwise 1. */
  actual: z.number().positive(),
  /** The standard deviation of the logarithm, at level 3; otherwise 0. */
  sigma: z.number().nonnegative(),
});

const stories = [
  { model: "A model of house prices", of: "the price of a house", short: "price", shift: 12 },
  { model: "A model of salaries", of: "a yearly salary", short: "salary", shift: 10 },
  {
    model: "A model of film audiences",
    of: "how many tickets a film will sell",
    short: "number of tickets",
    shift: 11,
  },
  { model: "A model of repair costs", of: "the cost of a repair", short: "cost", shift: 7 },
] as const;

const tenToThe = "This undoes a logarithm to base 10. A natural logarithm is undone by a power of $e$.";

export default exercise({
  id: "logarithms/log-to-price",
  version: 1,
  title: "Reading predictions back from log space",
  summary: "Undo the logarithm of a prediction, turn its error into percent, and tell the median from the mean.",
  skills: ["log-scales"],
  source: { section: "4.4", examples: [26], formulas: ["exp-undoes-log", "log-transform"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const { shift } = stories[story] ?? stories[0];
    if (level === 1) return { story, log: (shift * 100 + rng.int(-99, 299)) / 100, actual: 1, sigma: 0 };
    const log = (shift * 100 + rng.int(11, 98)) / 100;
    if (level === 3) return { story, log, actual: 1, sigma: rng.int(32, 78) / 100 };
    // Off by at least a fifth and at most a half, either way: e^shift in round numbers, times e^0.11 to e^0.98.
    const thousand = [162.8, 22.03, 59.87, 1.097][story] ?? 1;
    const hundredths = Math.round(log * 100) - shift * 100;
    const x = hundredths / 100;
    const middle = thousand * (1 + x * (1 + (x / 2) * (1 + (x / 3) * (1 + x / 4))));
    const off = rng.pick([rng.int(55, 80), rng.int(125, 170)]) / 100;
    const digits = story === 0 ? 1 : story === 3 ? 100 : 10;
    return { story, log, actual: (Math.round(middle * off * digits) / digits) * 1000, sigma: 0 };
  })
  .prompt(({ story, log, actual, sigma }, level) => {
    const { model, of, short } = stories[story] ?? stories[0];
    const trained = `${model} was trained on natural logarithms.`;
    return {
      1: `${trained} For ${of} it predicts\n\n$$\\ln \\hat y = ${num(log)}$$\n\nWhich ${short} $\\hat y$ is that?`,
      2: `${trained} For ${of} it predicts $\\ln \\hat y = ${num(log)}$; it turns out to be $y = ${num(actual, 8)}$.\n\nCompute the error in log space, $r = \\ln \\hat y - \\ln y$, the **factor** $f = \\frac{\\hat y}{y}$ by which the prediction is off, and by how many **percent** of $y$ it is off, positive where it is too high.`,
      3: `${trained} For ${of} it predicts that $\\ln y$ is **normally distributed** with the mean $\\mu = ${num(log)}$ and the standard deviation $\\sigma = ${num(sigma)}$.\n\nCompute the **median** of $y$, the **mean** of $y$, which is $e^{\\mu + \\sigma^2/2}$, and the ends $a < b$ of the interval that belongs to $\\mu \\pm \\sigma$ in log space.`,
    }[level];
  })
  .step("price", scalar(), ({ log }) => Math.exp(log), {
    label: "\\hat y",
    words: "the predicted value",
    hint: "The exponential undoes the natural logarithm.",
    formula: "e^{\\ln \\hat y}",
    work: ({ log }) => `e^{${num(log)}}`,
    malrules: {
      "ten-to-the": { value: ({ log }) => 10 ** log, says: tenToThe },
      "two-to-the": {
        value: ({ log }) => 2 ** log,
        says: "This undoes a logarithm to base 2. A natural logarithm is undone by a power of $e$.",
      },
      multiplied: {
        value: ({ log }) => Math.E * log,
        says: "The prediction was multiplied by $e$. The logarithm is an exponent: it belongs above the $e$.",
      },
    },
  })
  .step("log_actual", scalar({ workingDigits: 6 }), ({ actual }) => Math.log(actual), {
    label: "\\ln y",
    words: "the logarithm of the true value",
    hint: "Bring the true value into log space.",
    formula: ({ actual }) => `\\ln ${num(actual, 8)}`,
    malrules: {
      "base-ten": {
        value: ({ actual }) => Math.log10(actual),
        says: "This took the logarithm to base 10. The model works with natural ones, and only the same kind can be compared.",
      },
    },
  })
  .step("residual", scalar({ workingDigits: 6 }), ({ log }, s) => log - s.log_actual, {
    label: "r",
    words: "the error in log space",
    hint: "Subtract the logarithm of the true value from the predicted one.",
    formula: "\\ln \\hat y - \\ln y",
    work: ({ log }, s) => `${num(log)} - ${num(s.log_actual)}`,
    malrules: {
      reversed: {
        value: ({ log }, s) => s.log_actual - log,
        says: "The difference is the other way round. Here the error is the prediction less the truth.",
      },
    },
  })
  .step("factor", scalar({ workingDigits: 6 }), (_, s) => Math.exp(s.residual), {
    label: "f",
    words: "the factor by which the prediction is off",
    hint: "A difference of logarithms is the logarithm of a quotient: undo it.",
    formula: "\\dfrac{\\hat y}{y} = e^{r}",
    work: (_, s) => `e^{${num(s.residual)}}`,
    malrules: {
      "one-plus-error": {
        value: (_, s) => 1 + s.residual,
        says: "This is $1 + r$, which is near $e^r$ for tiny errors only. Undo the logarithm with the exponential.",
      },
      "ten-to-the": { value: (_, s) => 10 ** s.residual, says: tenToThe },
      "quotient-of-logarithms": {
        value: ({ log }, s) => log / s.log_actual,
        says: "The logarithms were divided. It is their difference that tells the quotient of the values.",
      },
    },
  })
  .step("percent", scalar({ unit: "percent", workingDigits: 6 }), (_, s) => 100 * (s.factor - 1), {
    label: "\\text{error}",
    words: "the error in percent of the true value",
    hint: "A factor of 1 is no error: subtract 1 and take it in percent.",
    formula: "(f - 1) \\cdot 100\\,\\%",
    work: (_, s) => `(${num(s.factor)} - 1) \\cdot 100\\,\\%`,
    malrules: {
      "error-as-percent": {
        value: (_, s) => 100 * s.residual,
        says: "The error in log space was read as percent. That is near the truth for tiny errors only: go through the factor.",
      },
      "factor-as-percent": {
        value: (_, s) => 100 * s.factor,
        says: "This tells the prediction in percent of the truth. Off by nothing would be 100 % of it, so take 100 % away.",
      },
    },
  })
  .step("median", scalar({ workingDigits: 5 }), ({ log }) => Math.exp(log), {
    label: "\\text{median}",
    words: "the median of y",
    hint: "Half of the values of $\\ln y$ lie below $\\mu$, and the exponential keeps the order: half of $y$ lies below $e^\\mu$.",
    formula: "e^{\\mu}",
    work: ({ log }) => `e^{${num(log)}}`,
    malrules: { "ten-to-the": { value: ({ log }) => 10 ** log, says: tenToThe } },
  })
  .step("half_variance", scalar({ workingDigits: 6 }), ({ sigma }) => sigma ** 2 / 2, {
    label: "\\tfrac{1}{2} \\sigma^2",
    words: "half the variance",
    hint: "Square the standard deviation, and take half of it.",
    formula: ({ sigma }) => `\\tfrac{1}{2} \\cdot ${num(sigma)}^2`,
    malrules: {
      "not-halved": {
        value: ({ sigma }) => sigma ** 2,
        says: "The variance is not halved in the exponent of the mean: look at the fraction in $\\mu + \\frac{\\sigma^2}{2}$.",
      },
      "not-squared": {
        value: ({ sigma }) => sigma / 2,
        says: "The standard deviation was not squared. The exponent of the mean holds half the variance.",
      },
    },
  })
  .step("mean", scalar({ workingDigits: 6 }), ({ log }, s) => Math.exp(log + s.half_variance), {
    label: "\\text{mean}",
    words: "the mean of y",
    hint: "The exponential stretches the upper side more than the lower one, so the mean lies above the median.",
    formula: "e^{\\mu + \\sigma^2/2}",
    work: ({ log }, s) => `e^{${num(log)} + ${num(s.half_variance)}}`,
    malrules: {
      "median-for-mean": {
        value: ({ log }) => Math.exp(log),
        says: "This is the median. What lies above it reaches further than what lies below, so the mean is larger.",
      },
      added: {
        value: ({ log }, s) => Math.exp(log) + Math.exp(s.half_variance),
        says: "The two exponentials were added. In the exponent there is a sum, so the exponentials are multiplied.",
      },
    },
  })
  .step("low", scalar({ workingDigits: 6 }), ({ log, sigma }) => Math.exp(log - sigma), {
    label: "a",
    words: "the lower end of the interval",
    hint: "Go one standard deviation down in log space, then undo the logarithm.",
    formula: "e^{\\mu - \\sigma}",
    work: ({ log, sigma }) => `e^{${num(log)} - ${num(sigma)}}`,
    malrules: {
      "share-taken-off": {
        value: ({ sigma }, s) => s.median * (1 - sigma),
        says: "The share $\\sigma$ of the median was taken off. In log space one subtracts first: the median is divided by $e^\\sigma$.",
      },
      subtracted: {
        value: ({ sigma }, s) => s.median - Math.exp(sigma),
        says: "The exponential of $\\sigma$ was subtracted. A difference in the exponent divides: $e^{\\mu - \\sigma} = \\frac{e^\\mu}{e^\\sigma}$.",
      },
    },
  })
  .step("high", scalar({ workingDigits: 6 }), ({ log, sigma }) => Math.exp(log + sigma), {
    label: "b",
    words: "the upper end of the interval",
    hint: "The same upwards. The interval is not symmetric around the median: it is its multiple and its fraction.",
    formula: "e^{\\mu + \\sigma}",
    work: ({ log, sigma }) => `e^{${num(log)} + ${num(sigma)}}`,
    malrules: {
      "share-added": {
        value: ({ sigma }, s) => s.median * (1 + sigma),
        says: "The share $\\sigma$ of the median was added. In log space one adds first: the median is multiplied by $e^\\sigma$.",
      },
      "two-sigma": {
        value: ({ log, sigma }) => Math.exp(log + 2 * sigma),
        says: "This is two standard deviations up. The interval is $\\mu \\pm \\sigma$.",
      },
    },
  })
  .asks({ 1: ["price"], 2: ["residual", "factor", "percent"], 3: ["median", "mean", "low", "high"] })
  .figures({
    solution: ({ log, sigma }, s) => {
      if (sigma === 0) return undefined;
      const unit = s.median;
      // The density of y/median.
      const density = (x: number) =>
        Math.exp(-(Math.log(x) ** 2) / (2 * sigma ** 2)) / (x * sigma * Math.sqrt(2 * Math.PI));
      const at = (x: number) => ({ x: rounded(x), y: rounded(density(x)) });
      const marks = [
        { ...at(s.low / unit), label: "a" },
        { ...at(1), label: "median" },
        { ...at(s.mean / unit), label: "mean" },
        { ...at(s.high / unit), label: "b" },
      ];
      return {
        figure: "curve",
        alt: `The density of y, in units of its median ${plain(Math.exp(log), 4)}: steep on the left, with a long tail on the right. From left to right: a at ${plain(s.low / unit, 3)}, the median at 1, the mean at ${plain(s.mean / unit, 3)}, b at ${plain(s.high / unit, 3)}.`,
        xLabel: "y in units of its median",
        yLabel: "density",
        points: Array.from({ length: 41 }, (_, i) => at(0.05 + i * 0.085)),
        marks,
      };
    },
  })
  .examples({
    "26": { level: 1, params: { story: 0, log: 12.5, actual: 1, sigma: 0 } },
  })
  .check(({ log, actual, sigma }) => {
    // The predicted value by hyperbolic functions; everything else by multiplying and dividing it.
    const price = Math.cosh(log) + Math.sinh(log);
    const spread = Math.cosh(sigma) + Math.sinh(sigma);
    const factor = price / actual;
    return {
      price,
      residual: Math.log(factor),
      factor,
      percent: (100 * (price - actual)) / actual,
      median: price,
      mean: price * Math.sqrt(spread ** sigma),
      low: price / spread,
      high: price * spread,
    };
  });

function rounded(x: number): number {
  return Math.round(x * 10000) / 10000;
}
