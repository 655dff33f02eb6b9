/** Expected values: weighed by probabilities, of a scaled variable, and for an outcome that is sought (example 19). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain, plusTerm } from "#lib/exercise/tex.ts";
import { dot, mean, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(5),
  values: z.array(z.number()).min(2).max(4),
  /** The probabilities of all values but the last, which has what they leave; of all of them at level 1. */
  chances: z.array(z.number().gt(0).lt(1)).min(2).max(3),
  /** At level 3: Y = slope·X + shift, and the E[X] that another last value is to bring about; otherwise 0. */
  slope: z.number(),
  shift: z.number(),
  target: z.number(),
});
type Params = z.infer<typeof params>;

const stories = [
  "A classifier scores $X$ points for each image: so many when it is right, and other numbers for its kinds of error.",
  "A shop earns $X$ dollars with a visitor, depending on what they do.",
  "A move in a game changes the score by $X$ points.",
  "An advertisement brings in $X$ cents each time it is shown.",
  "A robot is rewarded with $X$ points for a step, depending on where it ends.",
  "A bet pays $X$ dollars; negative numbers are losses.",
] as const;

const isWhole = ({ values, chances }: Params) => values.length === chances.length;
const products = (x: readonly number[], y: readonly number[]) =>
  x.map((xi, i) => `${i === 0 ? num(xi) : par(xi)} \\cdot ${num(y[i] ?? 0)}`).join(" + ");
const allChances = (p: Params, s: { last: number }) => (isWhole(p) ? p.chances : [...p.chances, s.last]);

export default exercise({
  id: "probability/expected-value",
  version: 1,
  title: "Expected value",
  summary: "Weigh the values of a random variable with their probabilities.",
  skills: ["expectation"],
  source: { section: "3.5", examples: [19], formulas: ["expected-value"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    if (level === 1) {
      const first = 5 * rng.int(11, 18);
      return {
        story,
        values: [rng.int(4, 19), -rng.int(3, 12)],
        chances: [first / 100, (100 - first) / 100],
        slope: 0,
        shift: 0,
        target: 0,
      };
    }
    const chances = rng
      .shuffle([5 * rng.int(2, 3), 5 * rng.int(4, 5), 5 * rng.int(6, 7)])
      .slice(0, level === 2 ? 2 : 3);
    const values = rng
      .shuffle([rng.int(11, 19), rng.int(5, 9), -rng.int(2, 4), -rng.int(6, 12)])
      .slice(level === 2 ? 1 : 0);
    if (level === 2) return { story, values, chances: chances.map((x) => x / 100), slope: 0, shift: 0, target: 0 };
    // The value sought is whole: the target is the expected value with it in place of the last one.
    const last = 100 - sum(chances);
    const sought = rng.int(21, 39);
    const target = (sum(chances.map((x, i) => x * (values[i] ?? 0))) + last * sought) / 100;
    return {
      story,
      values,
      chances: chances.map((x) => x / 100),
      slope: rng.int(2, 6) * rng.pick([1, -1]),
      shift: rng.int(3, 19),
      target,
    };
  })
  .prompt((p, level) => {
    const shown = isWhole(p) ? p.chances.map((x) => num(x)) : [...p.chances.map((x) => num(x)), "?"];
    const table = [
      `| value of $X$ | ${p.values.map((x) => `$${num(x)}$`).join(" | ")} |`,
      `| --- | ${p.values.map(() => "--:").join(" | ")} |`,
      `| probability | ${shown.join(" | ")} |`,
    ].join("\n");
    const last = num(p.values.at(-1) ?? 0);
    return [
      `${stories[p.story] ?? stories[0]} Its values and their probabilities:`,
      table,
      ...(level === 1 ? [] : ["These are all the values that there are."]),
      {
        1: "What is the expected value $E[X]$?",
        2: "What is the expected value $E[X]$?",
        3: `What is $E[X]$, and what is $E[Y]$ for $Y = ${plusTerm(`${num(p.slope)}X`, p.shift)}$? Which value in place of the last one, $${last}$, makes $E[X] = ${num(p.target)}$?`,
      }[level],
    ].join("\n\n");
  })
  .step("last", scalar(), ({ chances }) => 1 - sum(chances), {
    label: "p_{\\text{last}}",
    words: "the probability of the last value",
    hint: "All probabilities together are 1.",
    formula: "1 - \\textstyle\\sum p_i",
    work: ({ chances }) => `1 - ${chances.map((x) => num(x)).join(" - ")}`,
  })
  .step("mean", scalar(), (p, s) => dot(p.values, allChances(p, s)), {
    label: "E[X]",
    words: "the expected value of X",
    hint: "Multiply each value by its probability, sign included, and add up.",
    formula: "\\textstyle\\sum_i x_i\\,P(X = x_i)",
    work: (p, s) => products(p.values, allChances(p, s)),
    malrules: {
      unweighted: {
        value: ({ values }) => mean(values),
        says: "This is the plain mean of the values. They are not equally probable: weigh each with its probability.",
      },
      "signs-lost": {
        value: (p, s) => dot(p.values.map(Math.abs), allChances(p, s)),
        says: "A minus sign got lost. A loss takes away from the expected value.",
      },
      "divided-by-count": {
        value: (p, s) => dot(p.values, allChances(p, s)) / p.values.length,
        says: "The weighed sum was divided by the number of values. The probabilities already add up to 1, so there is nothing to divide by.",
      },
      "last-forgotten": {
        value: (p) => (isWhole(p) ? undefined : dot(p.values.slice(0, -1), p.chances)),
        says: "The last value is missing. It has a probability as well: what the others leave of 1.",
      },
      "most-probable": {
        value: ({ values, chances }) => (values.length === chances.length ? values[0] : undefined),
        says: "This is the most probable value. The expected value weighs all of them.",
      },
    },
  })
  .step("scaled", scalar(), ({ slope, shift }, s) => slope * s.mean + shift, {
    label: "E[Y]",
    words: "the expected value of Y",
    hint: "Expectation is linear: do with $E[X]$ what is done with $X$.",
    formula: "a\\,E[X] + b",
    work: ({ slope, shift }, s) => plusTerm(`${num(slope)} \\cdot ${par(s.mean)}`, shift),
    malrules: {
      "shift-scaled": {
        value: ({ slope, shift }, s) => slope * (s.mean + shift),
        says: "The number that is added was multiplied too. First the factor, then the summand.",
      },
      "shift-dropped": {
        value: ({ slope }, s) => slope * s.mean,
        says: "The number that is added is missing. It moves every value, and so the expected value, by as much.",
      },
      "shift-weighed": {
        value: ({ slope, shift, values }, s) => slope * s.mean + shift * values.length,
        says: "The number was added once for each value. Its weights are the probabilities, and these add up to 1.",
      },
    },
  })
  .step("others", scalar(), ({ values, chances }) => dot(values.slice(0, -1), chances), {
    label: "S",
    words: "what the other values contribute to the expected value",
    hint: "Add up what the values that stay contribute.",
    formula: "\\textstyle\\sum_{i < n} x_i\\,P(X = x_i)",
    work: ({ values, chances }) => products(values.slice(0, -1), chances),
  })
  .step("sought", scalar(), ({ target }, s) => (target - s.others) / s.last, {
    label: "x",
    words: "the value in place of the last one",
    hint: "The last term has to make up the rest; undo its weight.",
    formula: "\\dfrac{E[X] - S}{p_{\\text{last}}}",
    work: ({ target }, s) =>
      `\\dfrac{${num(target)} ${s.others < 0 ? "+" : "-"} ${num(Math.abs(s.others))}}{${num(s.last)}}`,
    malrules: {
      "weight-left": {
        value: ({ target }, s) => target - s.others,
        says: "This is the last term of the sum, value times probability. Divide by the probability to get the value.",
      },
      "plain-mean": {
        value: ({ target, values }) => target * values.length - sum(values.slice(0, -1)),
        says: "The expected value was taken for a plain mean. Each value counts with its probability.",
      },
    },
  })
  .asks({ 1: ["mean"], 2: ["mean"], 3: ["mean", "scaled", "sought"] })
  .figures({
    solution: (p, s) => {
      const chances = isWhole(p) ? p.chances : [...p.chances, s.last];
      return {
        figure: "bars",
        alt: `Bars of the probabilities: ${p.values.map((x, i) => `${plain(x)} has ${plain(chances[i] ?? 0)}`).join(", ")}. They balance at the expected value ${plain(s.mean)}.`,
        bars: p.values.map((x, i) => ({ label: plain(x), value: chances[i] ?? 0 })),
      };
    },
  })
  .examples({
    "19": { level: 1, params: { story: 0, values: [10, -5], chances: [0.8, 0.2], slope: 0, shift: 0, target: 0 } },
  })
  .check((p) => {
    // A hundred equally likely tickets with a value on each, and their plain mean.
    const counts = p.chances.map((x) => Math.round(100 * x));
    const rest = 100 - sum(counts);
    const tickets = p.values.flatMap((x, i) =>
      Array.from({ length: counts[i] ?? rest }, () => new Fraction(String(x))),
    );
    const meanOf = (those: readonly Fraction[]) => those.reduce((t, x) => t.add(x), new Fraction(0)).div(100);
    const scaled = tickets.map((x) => x.mul(p.slope).add(p.shift));
    const missing = new Fraction(String(p.target)).sub(meanOf(tickets));
    return {
      mean: meanOf(tickets).valueOf(),
      scaled: meanOf(scaled).valueOf(),
      // Each ticket with the last value takes an equal part of what is missing.
      sought:
        rest === 0
          ? 0
          : missing
              .mul(100)
              .div(rest)
              .add(String(p.values.at(-1) ?? 0))
              .valueOf(),
    };
  });
