/** Scores of a naive Bayes classifier in log space: the logarithm of the prior counts too (example 23). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain } from "#lib/exercise/tex.ts";
import { sigmoid } from "#lib/math/activations.ts";
import { bayes } from "#lib/math/probability.ts";
import { dot, sum } from "#lib/math/vector.ts";

const rate = z.number().gt(0).lt(1);
const params = z.object({
  story: z.int().min(0).max(3),
  /** One class at level 1, otherwise A and B. */
  priors: z.array(rate).min(1).max(2),
  /** For each class, how probable each feature is. */
  rates: z.array(z.array(rate).min(1)).min(1).max(2),
  /** How often each feature was found. */
  counts: z.array(z.int().min(1)).min(1),
});
type Params = z.infer<typeof params>;

const stories = [
  { of: "A message", a: "spam", b: "other mail", feature: "word" },
  { of: "A review", a: "praise", b: "complaint", feature: "word" },
  { of: "A piece of DNA", a: "coding", b: "not coding", feature: "codon" },
  { of: "A page", a: "sport", b: "politics", feature: "term" },
] as const;

const logs = (p: Params, i: number): number[] => [...(p.rates[i] ?? []), p.priors[i] ?? 1].map((x) => Math.log(x));
/** What each logarithm is multiplied by: the counts, and 1 for the prior. */
const weights = ({ counts }: Params): number[] => [...counts, 1];
const name = (i: number): string => "AB"[i] ?? "";

const logsOf = (i: 0 | 1) => ({
  label: `\\ell_${name(i)}`,
  words: `the logarithms for class ${name(i)}, of its features and of its prior`,
  hint: `Take the natural logarithm of every probability that belongs to class ${name(i)}, the prior included.`,
  formula: `[\\ln P(f_1 \\mid ${name(i)}),\\ \\dots,\\ \\ln P(${name(i)})]`,
  work: (p: Params) => column([...(p.rates[i] ?? []), p.priors[i] ?? 1].map((x) => `\\ln ${num(x)}`)),
  malrules: {
    "base-ten": {
      value: (p: Params) => logs(p, i).map((x) => x / Math.LN10),
      says: "These are logarithms to base 10. The question asks for natural ones.",
    },
  },
});

/** The score of a class from its logarithms. */
const scoreOf = (i: 0 | 1, logarithms: (s: Logs) => readonly number[]) => ({
  label: `S_${name(i)}`,
  words: `the score of class ${name(i)}`,
  hint: "Add the logarithms, each as often as its feature was found, and the logarithm of the prior once.",
  formula: `\\sum_j n_j \\ln P(f_j \\mid ${name(i)}) + \\ln P(${name(i)})`,
  work: (p: Params, s: Logs) =>
    logarithms(s)
      .map((x, j) => {
        const n = weights(p)[j] ?? 1;
        return n === 1 ? par(x) : `${n} \\cdot ${par(x)}`;
      })
      .join(" + "),
  malrules: {
    "prior-left-out": {
      value: (p: Params, s: Logs) => dot(weights(p), logarithms(s)) - (logarithms(s).at(-1) ?? 0),
      says: "The prior is missing. The product of the rates is multiplied by how frequent the class is, so its logarithm is added too.",
    },
    "log-of-sum": {
      value: (p: Params) => Math.log(dot(weights(p), [...(p.rates[i] ?? []), p.priors[i] ?? 1])),
      says: "This is the logarithm of a sum. The probabilities are multiplied, so it is their logarithms that are added.",
    },
    "logs-multiplied": {
      value: (_: Params, s: Logs) => logarithms(s).reduce((product, x) => product * x, 1),
      says: "The logarithms were multiplied. A product of probabilities has the sum of their logarithms.",
    },
    "counts-ignored": {
      value: (p: Params, s: Logs) => (p.counts.some((n) => n > 1) ? sum(logarithms(s)) : undefined),
      says: "Each feature was taken once. One that is found $n$ times is $n$ factors, and $n$ times its logarithm.",
    },
  },
});
interface Logs {
  logs_A: readonly number[];
  logs_B: readonly number[];
}

const kept = { rule: { digits: 4 }, workingDigits: 5 } as const;

export default exercise({
  id: "logarithms/log-likelihood",
  version: 1,
  title: "Naive Bayes in log space",
  summary: "Score classes by sums of logarithms, prior included, choose the winner, and go back to a probability.",
  skills: ["log-space", "log-rules", "bayes"],
  source: { section: "4.3", examples: [23], formulas: ["log-likelihood", "log-product"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    // Two digits each, none of them a round number; nearer to each other where they count several times.
    const two = () => rng.int(level === 3 ? 2 : 1, 6) * 10 + rng.int(1, 9);
    const hundredths = (...xs: number[]) => xs.map((x) => x / 100);
    if (level === 1)
      return { story, priors: hundredths(two()), rates: [hundredths(two(), two(), two())], counts: [1, 1, 1] };
    const n = level === 2 ? 2 : 3;
    const counts = level === 2 ? [1, 1] : rng.shuffle([1, 2, 3]);
    const prior = rng.pick([rng.int(12, 38), rng.int(62, 88)]);
    const a = rng.list(n, two);
    const others = rng.list(n - 1, two);
    // Both classes are possible: the last rate of B leaves neither a tie nor hardly any doubt.
    const ratio = others.reduce((r, b, j) => r * ((a[j] ?? 1) / b) ** (counts[j] ?? 1), prior / (100 - prior));
    const last = rng.list(12, two).find((b) => isOpen(ratio * ((a.at(-1) ?? 1) / b) ** (counts.at(-1) ?? 1)));
    const nearest = two();
    return {
      story,
      priors: hundredths(prior, 100 - prior),
      rates: [hundredths(...a), hundredths(...others, last ?? nearest)],
      counts,
    };
  })
  .prompt((p, level) => {
    const { of, a, b, feature } = stories[p.story] ?? stories[0];
    const one = level === 1;
    const classes = one ? `class A (${a})` : `the classes A (${a}) and B (${b})`;
    const heads = ["", `$P(\\cdot \\mid A)$`, ...(one ? [] : [`$P(\\cdot \\mid B)$`]), "found"];
    const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
    const table = [
      line(heads),
      line(heads.map((_, i) => (i === 0 ? "---" : "--:"))),
      ...p.counts.map((n, j) =>
        line([`${feature} ${j + 1}`, ...p.rates.map((rates) => num(rates[j] ?? 0)), n === 1 ? "once" : `${n} times`]),
      ),
      line(["prior", ...p.priors.map((x) => num(x)), ""]),
    ].join("\n");
    const scores =
      "A **score** is the natural logarithm of the product of the prior and of the probability of each feature found, each as often as it was found.";
    return [
      `${of} is held against ${classes} by a naive Bayes classifier, for which the features are independent within a class.`,
      table,
      {
        1: `${scores.replace("A **score**", "The **score** of the class")} Compute $S_A$ as a sum of logarithms.`,
        2: `${scores} Compute the scores $S_A$ and $S_B$ as sums of logarithms. Which class wins?`,
        3: `${scores} Compute the scores $S_A$ and $S_B$ as sums of logarithms. Which class wins, and what is the probability $P(A)$ given all that was found?`,
      }[level],
    ].join("\n\n");
  })
  .step("logs_A", vector({ workingDigits: 5 }), (p) => logs(p, 0), logsOf(0))
  .step("logs_B", vector({ workingDigits: 5 }), (p) => logs(p, 1), logsOf(1))
  .step(
    "score_A",
    scalar(kept),
    (p, s) => dot(weights(p), s.logs_A),
    scoreOf(0, (s) => s.logs_A),
  )
  .step(
    "score_B",
    scalar(kept),
    (p, s) => dot(weights(p), s.logs_B),
    scoreOf(1, (s) => s.logs_B),
  )
  .step(
    "winner",
    choice([
      { id: "A", text: "class A" },
      { id: "B", text: "class B" },
    ]),
    (_, s) => (s.score_A > s.score_B ? "A" : "B"),
    {
      label: "\\text{winner}",
      words: "the class that wins",
      hint: "The logarithm grows with its argument, so the more probable class has the larger score. Of two negative numbers, the one nearer to 0 is larger.",
      formula: "\\text{the class with the larger score}",
      work: (_, s) => `\\max(${num(s.score_A)},\\ ${num(s.score_B)})`,
      malrules: {
        "larger-size": {
          value: (_, s) => (s.score_A > s.score_B ? "B" : "A"),
          says: "This is the class with the smaller score. The scores are negative: the one nearer to 0 belongs to the larger probability.",
        },
      },
    },
  )
  .step("difference", scalar({ workingDigits: 5 }), (_, s) => s.score_A - s.score_B, {
    label: "d",
    words: "the difference of the scores",
    hint: "Subtract the scores: this is the logarithm of how many times as probable A is.",
    skill: "log-rules",
    formula: "S_A - S_B",
    work: (_, s) => `${num(s.score_A)} - ${par(s.score_B)}`,
    malrules: {
      reversed: {
        value: (_, s) => s.score_B - s.score_A,
        says: "The scores were subtracted the other way round, which gives the probability of the other class.",
      },
    },
  })
  .step("posterior", scalar({ workingDigits: 5 }), (_, s) => sigmoid(s.difference), {
    label: "P(A)",
    words: "the probability of class A given what was found",
    hint: "Divide $e^{S_A}$ by the sum of both exponentials. Divided through by $e^{S_A}$, only the difference is left.",
    skill: "bayes",
    formula: "\\dfrac{e^{S_A}}{e^{S_A} + e^{S_B}} = \\dfrac{1}{1 + e^{-d}}",
    work: (_, s) => `\\dfrac{1}{1 + e^{${num(-s.difference)}}}`,
    malrules: {
      "share-of-scores": {
        value: (_, s) => s.score_A / (s.score_A + s.score_B),
        says: "The scores were divided by their sum. They are logarithms: go back to probabilities first, with the exponential.",
      },
      odds: {
        value: (_, s) => Math.exp(s.difference),
        says: "These are the odds of $A$ against $B$, which may exceed 1. The probability is $\\frac{\\text{odds}}{1 + \\text{odds}}$.",
      },
    },
  })
  .asks({ 1: ["score_A"], 2: ["score_A", "score_B", "winner"], 3: ["score_A", "score_B", "winner", "posterior"] })
  .figures({
    solution: (p, s) => {
      if (p.priors.length === 1) return undefined;
      const contributions = p.counts.map((n, j) => n * ((s.logs_A[j] ?? 0) - (s.logs_B[j] ?? 0)));
      const prior = (s.logs_A.at(-1) ?? 0) - (s.logs_B.at(-1) ?? 0);
      const { feature } = stories[p.story] ?? stories[0];
      const bars = [...contributions, prior].map((value, j) => ({
        label: j < p.counts.length ? `${feature} ${j + 1}` : "prior",
        value: Math.round(value * 10000) / 10000,
      }));
      return {
        figure: "bars",
        alt: `What each finding adds to the score of A over that of B: ${bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ")}. Bars above zero speak for A; together they are ${plain(s.score_A - s.score_B, 3)}.`,
        bars,
      };
    },
  })
  .examples({
    "23": { level: 1, params: { story: 0, priors: [0.5], rates: [[0.1]], counts: [100] } },
  })
  .check(({ priors, rates, counts }) => {
    // The product itself as an exact fraction, and one logarithm at the end.
    const products = priors.map((prior, i) =>
      counts.reduce(
        (t, n, j) => t.mul(new Fraction(String(rates[i]?.[j] ?? 1)).pow(n) ?? 1),
        new Fraction(String(prior)),
      ),
    );
    const [a = new Fraction(1), b = new Fraction(1)] = products;
    const [posterior = 0] = bayes(
      priors,
      products.map((x, i) => x.div(String(priors[i])).valueOf()),
    );
    return {
      score_A: Math.log(a.valueOf()),
      score_B: Math.log(b.valueOf()),
      winner: a.compare(b) > 0 ? "A" : "B",
      posterior,
    };
  });

/** Odds that decide for one class without settling it. */
function isOpen(odds: number): boolean {
  const larger = odds < 1 ? 1 / odds : odds;
  return larger > 1.4 && larger < 9;
}
