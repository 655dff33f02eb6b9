/** Variance: by squared distances, by the mean of squares, of a scaled variable and of a mean (continues example 19). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plusTerm } from "#lib/exercise/tex.ts";
import { dot, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(5),
  values: z.array(z.int()).min(2).max(3),
  /** The probabilities of all values, or above level 1 of all but the last, which has what they leave. */
  chances: z.array(z.number().gt(0).lt(1)).length(2),
  /** At level 3: Y = slope·X + shift, and how many are averaged; otherwise 0. */
  slope: z.int(),
  shift: z.int(),
  n: z.int().min(0),
});
type Params = z.infer<typeof params>;

const stories = [
  "A classifier scores $X$ points for each image.",
  "A shop earns $X$ dollars with a visitor.",
  "A move in a game changes the score by $X$ points.",
  "The error of a forecast is $X$ degrees.",
  "A robot is rewarded with $X$ points for a step.",
  "The water in a lock rises by $X$ centimetres in a minute.",
] as const;

const distances = ({ values }: Params, mean: number) => values.map((x) => x - mean);
/** The table of values and probabilities in another order of its columns. */
const ordered = (order: readonly number[], values: readonly number[], chances: readonly number[]) => ({
  values: order.map((i) => values[i] ?? 0),
  chances: order.map((i) => chances[i] ?? 0).slice(0, 2),
});
const isWhole = ({ chances }: Params) => sum(chances) > 0.999;
const weightsOf = (p: Params, s: { last: number }) => (isWhole(p) ? p.chances : [...p.chances, s.last]);
const squares = (x: readonly number[]) => x.map((xi) => xi ** 2);
/** A wrong rule may make a variance negative; whoever goes on from there loses the sign. */
const root = (variance: number) => Math.sqrt(Math.abs(variance));
const products = (x: readonly number[], y: readonly number[]) =>
  x.map((xi, i) => `${i === 0 ? num(xi) : par(xi)} \\cdot ${num(y[i] ?? 0)}`).join(" + ");
const weighedSquares = (x: readonly number[], y: readonly number[]) =>
  x.map((xi, i) => `${par(xi)}^2 \\cdot ${num(y[i] ?? 0)}`).join(" + ");

export default exercise({
  id: "probability/variance",
  version: 1,
  title: "Variance and standard deviation",
  summary: "Measure how far a random variable spreads around its mean, also when it is scaled or averaged.",
  skills: ["variance", "expectation"],
  source: { section: "3.5", examples: [19], formulas: ["expected-value"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    // The mean is well away from 0, where the variance and the mean of the squares would be near each other.
    const side = rng.pick([1, -1]);
    const order = rng.shuffle(level === 1 ? [0, 1] : [0, 1, 2]);
    if (level === 1) {
      const first = rng.int(6, 8);
      const values = [side * rng.int(9, 19), -side * rng.int(2, 9)];
      const chances = [first / 10, (10 - first) / 10];
      return { story, ...ordered(order, values, chances), slope: 0, shift: 0, n: 0 };
    }
    const [large, small] = [5 * rng.int(8, 10), 5 * rng.int(5, 7)];
    const values = [side * rng.int(11, 17), side * rng.int(3, 6), -side * rng.int(2, 7)];
    const chances = [large, small, 100 - large - small].map((x) => x / 100);
    return {
      story,
      ...ordered(order, values, chances),
      slope: level === 3 ? rng.int(2, 3) * rng.pick([1, -1]) : 0,
      shift: level === 3 ? rng.int(11, 29) : 0,
      n: level === 3 ? rng.int(12, 60) : 0,
    };
  })
  .prompt((p, level) => {
    const table = [
      `| value of $X$ | ${p.values.map((x) => `$${num(x)}$`).join(" | ")} |`,
      `| --- | ${p.values.map(() => "--:").join(" | ")} |`,
      `| probability | ${[...p.chances.map((x) => num(x)), ...(isWhole(p) ? [] : ["?"])].join(" | ")} |`,
    ].join("\n");
    return [
      `${stories[p.story] ?? stories[0]} All of its values and their probabilities:`,
      table,
      {
        1: "What are the mean and the variance of $X$?",
        2: "What are $E[X^2]$, the variance and the standard deviation of $X$?",
        3: `What is the variance of $X$, and what are the mean and the variance of $Y = ${plusTerm(`${num(p.slope)}X`, p.shift)}$? What is the standard deviation of the **mean** of ${p.n} independent values of $X$?`,
      }[level],
    ].join("\n\n");
  })
  .step("last", scalar(), ({ chances }) => 1 - sum(chances), {
    label: "p_{\\text{last}}",
    words: "the probability of the last value",
    hint: "There are no other values, so all probabilities together are 1.",
    formula: "1 - \\textstyle\\sum p_i",
    work: ({ chances }) => `1 - ${chances.map((x) => num(x)).join(" - ")}`,
  })
  .step("mean", scalar(), (p, s) => dot(p.values, weightsOf(p, s)), {
    label: "E[X]",
    words: "the mean of X",
    hint: "Weigh each value with its probability, sign included.",
    skill: "expectation",
    formula: "\\textstyle\\sum_i x_i\\,P(X = x_i)",
    work: (p, s) => products(p.values, weightsOf(p, s)),
    malrules: {
      unweighted: {
        value: ({ values }) => values.reduce((t, x) => t + x, 0) / values.length,
        says: "This is built on the plain mean of the values. They are not equally probable: weigh each with its probability.",
      },
      "signs-lost": {
        value: (p, s) => dot(p.values.map(Math.abs), weightsOf(p, s)),
        says: "A minus sign got lost in the mean: a negative value takes away from it.",
      },
    },
  })
  .step("distances", vector(), (p, s) => distances(p, s.mean), {
    label: "d",
    words: "how far each value is from the mean",
    hint: "Take the mean off each value.",
    formula: "\\bigl(x_i - E[X]\\bigr)_i",
    work: ({ values }, s) => column(values.map((x) => `${num(x)} - ${par(s.mean)}`)),
  })
  .step("variance", scalar(), (p, s) => dot(squares(s.distances), weightsOf(p, s)), {
    label: "\\operatorname{Var}(X)",
    words: "the variance of X",
    hint: "Square the distances, and weigh each square with its probability.",
    formula: "\\textstyle\\sum_i d_i^2\\,P(X = x_i)",
    work: (p, s) => weighedSquares(s.distances, weightsOf(p, s)),
    malrules: {
      "mean-of-squares": {
        value: (p, s) => dot(squares(p.values), weightsOf(p, s)),
        says: "This is $E[X^2]$. The variance measures from the mean, not from 0.",
      },
      "not-squared": {
        value: (p, s) => dot(s.distances.map(Math.abs), weightsOf(p, s)),
        says: "The distances were weighed without squaring them. That is another measure, the mean absolute deviation.",
      },
      "root-taken": {
        value: (p, s) => Math.sqrt(dot(squares(s.distances), weightsOf(p, s))),
        says: "This is the standard deviation, the root of the variance.",
      },
      "squares-unweighted": {
        value: (_, s) => squares(s.distances).reduce((t, x) => t + x, 0) / s.distances.length,
        says: "The squared distances were averaged as if all values were equally probable. Weigh them too.",
      },
    },
  })
  .step("square_mean", scalar({ rule: { digits: 4 } }), (p, s) => dot(squares(p.values), weightsOf(p, s)), {
    label: "E[X^2]",
    words: "the mean of the squares",
    hint: "Square each value first, then weigh with the probabilities; squares are positive.",
    skill: "expectation",
    formula: "\\textstyle\\sum_i x_i^2\\,P(X = x_i)",
    work: (p, s) => weighedSquares(p.values, weightsOf(p, s)),
    malrules: {
      "square-of-mean": {
        value: (p, s) => dot(p.values, weightsOf(p, s)) ** 2,
        says: "This is the square of the mean. Squaring comes first here, and the mean of the squares is larger.",
      },
      "signs-kept": {
        value: (p, s) =>
          dot(
            p.values.map((x) => x * Math.abs(x)),
            weightsOf(p, s),
          ),
        says: "A negative value was given a negative square. The square of a negative number is positive.",
      },
      "chances-squared": {
        value: (p, s) => dot(squares(p.values), squares(weightsOf(p, s))),
        says: "The probabilities were squared along with the values. Only the values are squared.",
      },
    },
  })
  .step("spread", scalar({ workingDigits: 5 }), (_, s) => s.square_mean - s.mean ** 2, {
    label: "\\operatorname{Var}(X)",
    words: "the variance of X",
    hint: "From the mean of the squares, take off the square of the mean.",
    formula: "E[X^2] - E[X]^2",
    work: (_, s) => `${num(s.square_mean)} - ${par(s.mean)}^2`,
    malrules: {
      "square-of-mean-kept": {
        value: (_, s) => s.square_mean,
        says: "This is $E[X^2]$, the spread around 0. Take the square of the mean off it.",
      },
      "mean-not-squared": {
        value: (_, s) => s.square_mean - Math.abs(s.mean),
        says: "The mean was taken off without squaring it. Both terms are squares: $E[X^2] - E[X]^2$.",
      },
    },
  })
  .step("sd", scalar({ workingDigits: 5 }), (_, s) => root(s.spread), {
    label: "\\sigma",
    words: "the standard deviation of X",
    hint: "Take the root of the variance; it has the unit of $X$ again.",
    formula: "\\sqrt{\\operatorname{Var}(X)}",
    work: (_, s) => `\\sqrt{${num(s.spread)}}`,
    malrules: {
      halved: {
        value: (_, s) => s.spread / 2,
        says: "The variance was halved. The standard deviation is its square root.",
      },
    },
  })
  .step("scaled_mean", scalar(), ({ slope, shift }, s) => slope * s.mean + shift, {
    label: "E[Y]",
    words: "the mean of Y",
    hint: "The mean follows all that is done with the values.",
    skill: "expectation",
    formula: "a\\,E[X] + b",
    work: ({ slope, shift }, s) => plusTerm(`${num(slope)} \\cdot ${par(s.mean)}`, shift),
    malrules: {
      "shift-scaled": {
        value: ({ slope, shift }, s) => slope * (s.mean + shift),
        says: "The summand was multiplied too. First the factor, then the summand.",
      },
    },
  })
  .step("scaled", scalar({ workingDigits: 5 }), ({ slope }, s) => slope ** 2 * s.spread, {
    label: "\\operatorname{Var}(Y)",
    words: "the variance of Y",
    hint: "A factor enters squared; a summand moves all values alike and leaves the spread as it is.",
    formula: "a^2\\operatorname{Var}(X)",
    work: ({ slope }, s) => `${par(slope)}^2 \\cdot ${num(s.spread)}`,
    malrules: {
      "factor-not-squared": {
        value: ({ slope }, s) => Math.abs(slope) * s.spread,
        says: "The factor counts squared, since the distances from the mean are squared.",
      },
      "shift-added": {
        value: ({ slope, shift }, s) => slope ** 2 * s.spread + shift,
        says: "The summand was added to the variance. It moves the mean along with the values; the distances stay.",
      },
      "like-the-mean": {
        value: ({ slope, shift }, s) => slope * s.spread + shift,
        says: "The variance was treated like the mean. A factor enters it squared, and a summand not at all.",
      },
    },
  })
  .step("mean_variance", scalar({ workingDigits: 5 }), ({ n }, s) => s.spread / n, {
    label: "\\operatorname{Var}(\\bar X)",
    words: "the variance of the mean of n values",
    hint: "The sum of $n$ independent values has $n$ times the variance, and dividing by $n$ divides that by $n^2$.",
    formula: "\\dfrac{\\operatorname{Var}(X)}{n}",
    work: ({ n }, s) => `\\dfrac{${num(s.spread)}}{${n}}`,
    malrules: {
      "not-divided": {
        value: (_, s) => s.spread,
        says: "This is the spread of a single value. The mean of many values spreads less: their deviations partly cancel.",
      },
      "count-squared": {
        value: ({ n }, s) => s.spread / n ** 2,
        says: "The standard deviation was divided by $n$. The sum spreads as well, with $\\sqrt{n}$, so only $\\sqrt{n}$ is left below.",
      },
    },
  })
  .step("mean_sd", scalar({ workingDigits: 5 }), (_, s) => root(s.mean_variance), {
    label: "\\sigma(\\bar X)",
    words: "the standard deviation of the mean of n values",
    hint: "Take the root of the variance of the mean.",
    formula: "\\sqrt{\\dfrac{\\operatorname{Var}(X)}{n}}",
    work: (_, s) => `\\sqrt{${num(s.mean_variance)}}`,
    malrules: {
      "root-missing": {
        value: (_, s) => s.mean_variance,
        says: "This is the variance of the mean. Its standard deviation is the root of that.",
      },
    },
  })
  .asks({
    1: ["mean", "variance"],
    2: ["square_mean", "spread", "sd"],
    3: ["spread", "scaled_mean", "scaled", "mean_sd"],
  })
  .figures({
    solution: (p, s) => {
      const weights = weightsOf(p, s);
      return {
        figure: "bars",
        alt: `Bars of the probabilities: ${p.values.map((x, i) => `${plain(x)} has ${plain(weights[i] ?? 0)}`).join(", ")}. The mean is ${plain(s.mean)} and the variance ${plain(s.variance)}.`,
        bars: p.values.map((x, i) => ({ label: plain(x), value: weights[i] ?? 0 })),
      };
    },
  })
  .examples({
    "19": { level: 1, params: { story: 0, values: [10, -5], chances: [0.8, 0.2], slope: 0, shift: 0, n: 0 } },
  })
  .check(({ values, chances, slope, shift, n }) => {
    // Without the mean: half the mean square of the difference of two independent values.
    const given = chances.map((x) => new Fraction(String(x)));
    const weights = [...given, given.reduce((left, x) => left.sub(x), new Fraction(1))];
    const spreadOf = (x: readonly number[]) =>
      x
        .flatMap((xi, i) => x.map((xj, j) => (weights[i] ?? new Fraction(0)).mul(weights[j] ?? 0).mul((xi - xj) ** 2)))
        .reduce((t, term) => t.add(term), new Fraction(0))
        .div(2);
    const mean = values.reduce((t, x, i) => t.add(new Fraction(x).mul(weights[i] ?? 0)), new Fraction(0));
    const spread = spreadOf(values);
    return {
      mean: mean.valueOf(),
      variance: spread.valueOf(),
      square_mean: spread.add(mean.mul(mean)).valueOf(),
      spread: spread.valueOf(),
      sd: Math.sqrt(spread.valueOf()),
      scaled_mean: mean.mul(slope).add(shift).valueOf(),
      scaled: spreadOf(values.map((x) => slope * x)).valueOf(),
      mean_sd: n > 0 ? Math.sqrt(spread.valueOf()) / Math.sqrt(n) : 0,
    };
  });
