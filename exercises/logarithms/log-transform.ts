/** A skewed feature in log space: its logarithms, what their mean means, and ln(1 + x) where there are zeros (example 25). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, row } from "#lib/exercise/tex.ts";
import { variance } from "#lib/math/statistics.ts";
import { mean, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** The feature, from the smallest value to the largest; the first is 0 at level 3. */
  values: z.array(z.int().nonnegative()).length(5),
});

/** What the feature is; what one unit of the drawn numbers stands for. */
const stories = [
  { what: "The yearly incomes of five people are", unit: 1000 },
  { what: "Five towns have so many inhabitants:", unit: 1000 },
  { what: "Five files have so many bytes:", unit: 100 },
  { what: "Five videos were watched so many times:", unit: 100 },
] as const;
/** Counts that may be zero. */
const counted = [
  "A word was found so many times in five texts:",
  "Five users posted so many comments:",
  "Five machines reported so many errors:",
  "Five pages were linked to so many times:",
] as const;

const baseTen =
  "These are logarithms to base 10. A log transform takes natural logarithms unless something else is said.";

export default exercise({
  id: "logarithms/log-transform",
  version: 1,
  title: "Transforming a skewed feature",
  summary: "Take logarithms of a skewed feature, read their mean back, and standardize counts with zeros among them.",
  skills: ["log-scales", "standardizing"],
  source: { section: "4.3", examples: [25], formulas: ["log-transform", "exp-undoes-log"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const { unit } = stories[story] ?? stories[0];
    // Three of one size and two that are far larger, all with two digits.
    const few = rng.shuffle([21, 23, 26, 28, 32, 34, 37, 39, 43, 46, 48]).slice(0, 3);
    if (level < 3) {
      const values = [...few, rng.int(31, 58) * 10, rng.int(71, 99) * 10].map((x) => x * unit);
      return { story, values: values.sort((a, b) => a - b) };
    }
    const values = [0, rng.int(2, 9), ...few.slice(0, 1), rng.int(61, 98), rng.int(15, 28) * 10 + rng.int(1, 9)];
    return { story, values: values.sort((a, b) => a - b) };
  })
  .prompt(({ story, values }, level) => {
    const { what } = stories[story] ?? stories[0];
    const data = `$$x = ${row(values)}$$`;
    return {
      1: `${what}\n\n${data}\n\nApply the **log transform**: the natural logarithm of each value.`,
      2: `${what}\n\n${data}\n\nWhat is the **mean** $m$ of their natural logarithms, and which value $g$ of $x$ does this mean stand for, once the logarithm is undone? ($g$ is the **geometric mean**.)`,
      3: `${counted[story]}\n\n${data}\n\nThe logarithm of 0 does not exist, so the transform $t = \\ln(1 + x)$ is used, entry by entry. Compute $t$, its mean $m$, its standard deviation $s$ with the divisor $n = 5$, and the **standardized** value $\\frac{t - m}{s}$ of the largest entry.`,
    }[level];
  })
  .step("logs", vector({ without: ["logarithms"], workingDigits: 4 }), ({ values }) => values.map((x) => Math.log(x)), {
    label: "\\ln x",
    words: "the logarithms of the values",
    hint: "Take the natural logarithm of each value.",
    formula: "[\\ln x_1,\\ \\dots,\\ \\ln x_5]",
    work: ({ values }) => column(values.map((x) => `\\ln ${num(x)}`)),
    malrules: {
      "base-ten": { value: ({ values }) => values.map((x) => Math.log10(x)), says: baseTen },
      "base-two": {
        value: ({ values }) => values.map((x) => Math.log2(x)),
        says: "These are logarithms to base 2. A log transform takes natural logarithms unless something else is said.",
      },
      "scaled-instead": {
        value: ({ values }) =>
          values.map((x) => (x - Math.min(...values)) / (Math.max(...values) - Math.min(...values))),
        says: "The values were scaled to run from 0 to 1, which leaves them as skewed as before. The log transform takes the logarithm of each.",
      },
    },
  })
  .step("mean", scalar({ workingDigits: 5, rule: { digits: 4 } }), (_, s) => mean(s.logs), {
    label: "m",
    words: "the mean of the logarithms",
    hint: "Take the logarithms first, then their mean.",
    formula: "\\tfrac{1}{n} \\textstyle\\sum_i \\ln x_i",
    work: (_, s) => `\\tfrac{1}{${s.logs.length}} (${s.logs.map((x) => num(x)).join(" + ")})`,
    malrules: {
      "log-of-mean": {
        value: ({ values }) => Math.log(mean(values)),
        says: "This is the logarithm of the mean. The order matters: here the mean of the logarithms is asked for.",
      },
      "sum-for-mean": {
        value: (_, s) => sum(s.logs),
        says: "This is the sum of the logarithms. Divide it by how many there are.",
      },
    },
  })
  .step("back", scalar({ workingDigits: 6 }), (_, s) => Math.exp(s.mean), {
    label: "g",
    words: "the geometric mean",
    hint: "The exponential undoes the natural logarithm.",
    formula: "e^{m} = \\sqrt[n]{x_1 x_2 \\cdots x_n}",
    work: (_, s) => `e^{${num(s.mean)}}`,
    malrules: {
      "arithmetic-mean": {
        value: ({ values }) => mean(values),
        says: "This is the ordinary mean, which the large values dominate. The mean of the logarithms leads to the geometric mean.",
      },
      "ten-to-the": {
        value: (_, s) => 10 ** s.mean,
        says: "This undoes a logarithm to base 10. The natural logarithm is undone by a power of $e$.",
      },
    },
  })
  .step("logs1p", vector({ workingDigits: 5 }), ({ values }) => values.map((x) => Math.log1p(x)), {
    label: "t",
    words: "the transformed values",
    hint: "Add 1 to each value, then take the natural logarithm. From 0 it leads to 0.",
    formula: "[\\ln(1 + x_1),\\ \\dots,\\ \\ln(1 + x_5)]",
    work: ({ values }) => column(values.map((x) => `\\ln ${num(x + 1)}`)),
    malrules: {
      "one-outside": {
        value: ({ values }) => values.map((x) => (x === 0 ? 0 : 1 + Math.log(x))),
        says: "The 1 was added to the logarithm. It belongs inside: $\\ln(1 + x)$.",
      },
      "base-ten": { value: ({ values }) => values.map((x) => Math.log10(1 + x)), says: baseTen },
    },
  })
  .step("mean1p", scalar({ workingDigits: 5 }), (_, s) => mean(s.logs1p), {
    label: "m",
    words: "the mean of the transformed values",
    hint: "Add the transformed values and divide by how many there are, the zero included.",
    formula: "\\tfrac{1}{n} \\textstyle\\sum_i t_i",
    work: (_, s) => `\\tfrac{1}{${s.logs1p.length}} (${s.logs1p.map((x) => num(x)).join(" + ")})`,
    malrules: {
      "zero-not-counted": {
        value: (_, s) => sum(s.logs1p) / (s.logs1p.length - 1),
        says: "The zero was not counted. It is a value like the others, so $n$ includes it.",
      },
      "log-of-mean": {
        value: ({ values }) => Math.log1p(mean(values)),
        says: "This transforms the mean. The mean of the transformed values is something else.",
      },
    },
  })
  .step("sd", scalar({ workingDigits: 5 }), (_, s) => Math.sqrt(mean(s.logs1p.map((t) => (t - s.mean1p) ** 2))), {
    label: "s",
    words: "the standard deviation of the transformed values",
    hint: "Square the distances from the mean, take the mean of the squares with the divisor $n$, then the root.",
    skill: "standardizing",
    formula: "\\sqrt{\\tfrac{1}{n} \\textstyle\\sum_i (t_i - m)^2}",
    work: (_, s) =>
      `\\sqrt{\\tfrac{1}{${s.logs1p.length}} \\bigl(${s.logs1p.map((t) => `${par(t - s.mean1p, 4)}^2`).join(" + ")}\\bigr)}`,
    malrules: {
      variance: {
        value: (_, s) => mean(s.logs1p.map((t) => (t - s.mean1p) ** 2)),
        says: "This is the variance. The standard deviation is its root.",
      },
      "n-minus-one": {
        value: (_, s) => Math.sqrt(sum(s.logs1p.map((t) => (t - s.mean1p) ** 2)) / (s.logs1p.length - 1)),
        says: "This divides by $n - 1$, as one estimates from a sample. The question asks for the divisor $n$.",
      },
    },
  })
  .step("z", scalar({ workingDigits: 5 }), (_, s) => (Math.max(...s.logs1p) - s.mean1p) / s.sd, {
    label: "z_{\\max}",
    words: "the standardized value of the largest entry",
    hint: "Subtract the mean from the largest transformed value, and divide by the standard deviation.",
    skill: "standardizing",
    formula: "\\dfrac{t_{\\max} - m}{s}",
    work: (_, s) => `\\dfrac{${num(Math.max(...s.logs1p))} - ${num(s.mean1p)}}{${num(s.sd)}}`,
    malrules: {
      "variance-for-sd": {
        value: (_, s) => (Math.max(...s.logs1p) - s.mean1p) / s.sd ** 2,
        says: "This was divided by the variance. Standardizing divides by the standard deviation.",
      },
      untransformed: {
        value: ({ values }) => (Math.max(...values) - mean(values)) / Math.sqrt(variance(values, "n")),
        says: "This standardizes the counts themselves. The transform comes first.",
      },
      "not-centred": {
        value: (_, s) => Math.max(...s.logs1p) / s.sd,
        says: "The mean was not subtracted. Standardized values lie around 0.",
      },
    },
  })
  .asks({ 1: ["logs"], 2: ["mean", "back"], 3: ["logs1p", "mean1p", "sd", "z"] })
  .figures({
    solution: ({ values }) => {
      const hasZero = values.includes(0);
      const transform = (x: number) => (hasZero ? Math.log1p(x) : Math.log(x));
      const at = (x: number) => ({ x, y: Math.round(transform(x) * 10000) / 10000 });
      const [least, most] = [Math.min(...values), Math.max(...values)];
      return {
        figure: "curve",
        alt: `The curve of ${hasZero ? "ln(1 + x)" : "ln x"} rises ever more slowly. Marked on it: ${values.map((x) => `${plain(x)} at the height ${plain(transform(x), 3)}`).join(", ")}. The wide gaps between the large values become small.`,
        xLabel: "x",
        yLabel: hasZero ? "ln(1 + x)" : "ln x",
        points: Array.from({ length: 41 }, (_, i) => at(least + ((most - least) * i * i) / 1600)),
        marks: values.map((x) => ({ ...at(x), label: plain(x) })),
      };
    },
  })
  .examples({
    "25": { level: 1, params: { story: 0, values: [20000, 25000, 30000, 500000, 1000000] } },
    "25-mean": { level: 2, params: { story: 0, values: [20000, 25000, 30000, 500000, 1000000] } },
  })
  .check(({ values }) => {
    // Base 2 for the logarithms, the root of the product for the geometric mean, E[t²] − m² for the variance.
    const logs = values.map((x) => Math.log2(x) * Math.LN2);
    const t = values.map((x) => Math.log2(1 + x) * Math.LN2);
    const middle = t.reduce((total, x) => total + x / 5, 0);
    const sd = Math.sqrt(t.reduce((total, x) => total + (x * x) / 5, 0) - middle ** 2);
    const product = values.reduce((total, x) => total * (x / 1000), 1);
    return {
      logs,
      mean: Math.log(product) / 5 + Math.log(1000),
      back: 1000 * product ** 0.2,
      logs1p: t,
      mean1p: middle,
      sd,
      z: ((t.at(-1) ?? 0) - middle) / sd,
    };
  });
