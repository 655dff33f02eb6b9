/** Maximum likelihood: a share from counts, its log-likelihood, and a rate from waiting times (beyond the tutorial). */
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { fraction, integer, scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain, terms } from "#lib/exercise/tex.ts";
import { ratio } from "#lib/expression/rational.ts";

const params = z.object({
  story: z.int().min(0).max(5),
  /** Successes and trials; both 0 at level 3. */
  k: z.int().min(0),
  n: z.int().min(0),
  /** At level 3: how many trials each run took until its first success; empty below. */
  runs: z.array(z.int().positive()),
  /** Values of p whose log-likelihood is asked for: none, one, or two that are compared. */
  tried: z.array(z.number().gt(0).lt(1)).max(2),
});
type Params = z.infer<typeof params>;

const stories = [
  { trials: "messages", success: "are spam", run: "A filter is tried on incoming messages until the first spam comes" },
  { trials: "visitors", success: "buy something", run: "Visitors are counted until the first one buys something" },
  { trials: "parts", success: "are faulty", run: "Parts are checked until the first faulty one turns up" },
  {
    trials: "answers of a model",
    success: "are wrong",
    run: "A model is asked questions until its first wrong answer",
  },
  { trials: "calls", success: "are answered", run: "A number is called until somebody answers" },
  { trials: "shots", success: "hit", run: "A player shoots until the first hit" },
] as const;

const sum = (x: readonly number[]) => x.reduce((t, xi) => t + xi, 0);
/** All trials: the step that adds up the runs, or as they were counted. */
const allTrials = ({ n, runs }: Params, s: { trials: number }) => (runs.length > 0 ? s.trials : n);
/** Successes: one at the end of each run, or as they were counted. */
const hits = ({ k, runs }: Params) => (runs.length > 0 ? runs.length : k);
const logLikelihood = (successes: number, failures: number, p: number) =>
  successes * Math.log(p) + failures * Math.log(1 - p);

type Counted = { failures: number };
const tried = ({ tried: values }: Params, i: 0 | 1) => values[i] ?? 0.5;

/** The log-likelihood at one of the values tried: what tells of it, and its malrules. */
const at = (i: 0 | 1) => ({
  label: `\\ell(p_${i + 1})`,
  words: `the log-likelihood at the ${["first", "second"][i]} value of p`,
  hint: "The logarithm turns the product over all trials into a sum: one term for each success, one for each failure.",
  formula: `k \\ln p_${i + 1} + f \\ln(1 - p_${i + 1})`,
  work: (p: Params, s: Counted) => `${hits(p)} \\ln ${num(tried(p, i))} + ${s.failures} \\ln ${num(1 - tried(p, i))}`,
  malrules: {
    "failures-forgotten": {
      value: (p: Params) => hits(p) * Math.log(tried(p, i)),
      says: "The failures are missing. Each of them brings a factor $1 - p$, and so a term $\\ln(1 - p)$.",
    },
    "counts-swapped": {
      value: (p: Params, s: Counted) => logLikelihood(s.failures, hits(p), tried(p, i)),
      says: "The counts have changed places: successes go with $\\ln p$, failures with $\\ln(1 - p)$.",
    },
    "base-ten": {
      value: (p: Params, s: Counted) => logLikelihood(hits(p), s.failures, tried(p, i)) / Math.LN10,
      says: "The logarithms were taken to the base 10. Here they are natural ones.",
    },
  },
});

export default exercise({
  id: "probability/maximum-likelihood",
  version: 1,
  title: "Maximum likelihood from counts",
  summary: "Estimate a probability from counts or waiting times, and compare how well values of it explain the data.",
  skills: ["likelihood"],
  source: { section: "3.4", formulas: ["bernoulli"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    if (level === 1) {
      const n = rng.int(21, 79);
      return { story, k: rng.int(6, Math.floor(0.45 * n)), n, runs: [], tried: [] };
    }
    if (level === 2) {
      const [k, n] = [rng.int(11, 19), rng.int(41, 69)];
      return { story, k, n, runs: [], tried: [rng.int(12, 48) / 100] };
    }
    const others = [rng.int(2, 3), rng.int(2, 4), rng.int(4, 6), rng.int(5, 8), rng.int(6, 8)];
    const total = rng.pick([34, 35, 37, 38, 39, 41, 42, 43]);
    // One value near the estimate, and one that is too large.
    const percent = Math.round(600 / total);
    return {
      story,
      k: 0,
      n: 0,
      runs: rng.shuffle([...others, total - sum(others)]),
      tried: [(percent + rng.int(-3, 4)) / 100, (percent + rng.int(13, 24)) / 100],
    };
  })
  .prompt((p, level) => {
    const { trials, success, run } = stories[p.story] ?? stories[0];
    const [one, two] = p.tried.map((x) => num(x));
    const assumed = "each with the same unknown probability $p$";
    const sample = `Of ${p.n} ${trials}, ${p.k} ${success}. They are taken to be independent, ${assumed}.`;
    return {
      1: `${sample}\n\nWhich $\\hat p$ makes the sample most likely?`,
      2: `${sample}\n\nWhich $\\hat p$ makes the sample most likely? And what is the **log-likelihood** of $p_1 = ${one}$, by natural logarithms, for the sample in the order in which it came?`,
      3: `${run}, and that is done again and again. The ${p.runs.length} runs took ${p.runs.slice(0, -1).join(", ")} and ${p.runs.at(-1)} trials; the last of each is the success. The trials are taken to be independent, ${assumed} of success.\n\nWhich $\\hat p$ makes all of this most likely? What is the **log-likelihood** of $p_1 = ${one}$, by natural logarithms, and by how much is it larger than that of $p_2 = ${two}$?`,
    }[level];
  })
  .step("share", fraction(), ({ k, n }) => ratio(k, n), {
    label: "\\hat p",
    words: "the estimate of p",
    hint: "The likelihood $p^k (1 - p)^{n - k}$ is greatest where its logarithm has the slope $\\frac{k}{p} - \\frac{n - k}{1 - p} = 0$.",
    formula: "\\dfrac{k}{n}",
    work: ({ k, n }) => `\\dfrac{${k}}{${n}}`,
    malrules: {
      odds: {
        value: ({ k, n }) => ratio(k, n - k),
        says: "Successes were compared with failures, which gives the odds. The share is out of all trials.",
      },
      failures: {
        value: ({ k, n }) => ratio(n - k, n),
        says: "This is the share of the failures, the estimate of $1 - p$.",
      },
      smoothed: {
        value: ({ k, n }) => ratio(k + 1, n + 2),
        says: "A success and a failure were added, as Laplace smoothing does. Maximum likelihood goes by the counts alone.",
      },
    },
  })
  .step("trials", integer(), ({ runs }) => sum(runs), {
    label: "n",
    words: "the number of all trials",
    hint: "Count all trials, of all runs.",
    formula: "\\textstyle\\sum_i n_i",
    work: ({ runs }) => terms(runs),
  })
  .step("failures", integer(), (p, s) => allTrials(p, s) - hits(p), {
    label: "f",
    words: "the number of failures",
    hint: "All trials that are no success are failures.",
    formula: "n - k",
    work: (p, s) => `${allTrials(p, s)} - ${hits(p)}`,
  })
  .step("estimate", scalar(), (p, s) => hits(p) / allTrials(p, s), {
    label: "\\hat p",
    words: "the estimate of p",
    hint: "The likelihood $p^k (1 - p)^{n - k}$ is greatest at the share of the successes.",
    formula: "\\dfrac{k}{n}",
    work: (p, s) => `\\dfrac{${hits(p)}}{${allTrials(p, s)}}`,
    malrules: {
      odds: {
        value: (p, s) => hits(p) / s.failures,
        says: "Successes were compared with failures, which gives the odds. The share is out of all trials.",
      },
      "shares-averaged": {
        value: ({ runs }) => (runs.length > 0 ? sum(runs.map((n) => 1 / n)) / runs.length : undefined),
        says: "The shares of the single runs were averaged. A long run holds more trials than a short one: put all trials together.",
      },
      smoothed: {
        value: (p, s) => (hits(p) + 1) / (allTrials(p, s) + 2),
        says: "A success and a failure were added, as Laplace smoothing does. Maximum likelihood goes by the counts alone.",
      },
    },
  })
  .step("first", scalar({ workingDigits: 5 }), (p, s) => logLikelihood(hits(p), s.failures, tried(p, 0)), at(0))
  .step("second", scalar({ workingDigits: 5 }), (p, s) => logLikelihood(hits(p), s.failures, tried(p, 1)), at(1))
  .step("gain", scalar({ workingDigits: 5 }), (_, s) => s.first - s.second, {
    label: "\\Delta \\ell",
    words: "how much larger the log-likelihood is at the first value than at the second",
    hint: "Take the second from the first. Both are negative: the one nearer to zero is the larger one.",
    formula: "\\ell(p_1) - \\ell(p_2)",
    work: (_, s) => `${num(s.first)} - ${par(s.second)}`,
    malrules: {
      "sign-turned": {
        value: (_, s) => s.second - s.first,
        says: "The difference is turned round: asked is how much larger the log-likelihood is at $p_1$.",
      },
      quotient: {
        value: (_, s) => s.second / s.first,
        says: "The two were divided. Log-likelihoods are compared by their difference.",
      },
    },
  })
  .asks({ 1: ["share"], 2: ["estimate", "first"], 3: ["estimate", "first", "gain"] })
  .figures({
    solution: (p, s) => {
      if (p.tried.length === 0) return undefined;
      const values = [s.estimate, ...p.tried];
      const [from, to] = [Math.min(...values) / 2, (1 + 3 * Math.max(...values)) / 4];
      const at = (x: number) => ({ x: roundDigits(x, 4), y: roundDigits(logLikelihood(hits(p), s.failures, x), 6) });
      return {
        figure: "curve",
        alt: `The log-likelihood against p. It is greatest at the estimate ${plain(s.estimate, 3)}; ${p.tried.map((x) => `at ${plain(x)} it is ${plain(logLikelihood(hits(p), s.failures, x), 4)}`).join(", and ")}.`,
        xLabel: "p",
        yLabel: "log-likelihood",
        points: Array.from({ length: 33 }, (_, i) => at(from + ((to - from) * i) / 32)),
        marks: [{ ...at(s.estimate), label: "estimate" }, ...p.tried.map((x, i) => ({ ...at(x), label: `p${i + 1}` }))],
      };
    },
  })
  .check((p) => {
    // The slope of the log-likelihood changes its sign at the estimate; the rest trial by trial.
    const outcomes =
      p.runs.length > 0
        ? p.runs.flatMap((n) => Array.from({ length: n }, (_, i) => i === n - 1))
        : Array.from({ length: p.n }, (_, i) => i < p.k);
    const slope = (x: number) => outcomes.reduce((t, is) => t + (is ? 1 - x : -x), 0);
    let [low, high] = [0, 1];
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (slope(middle) > 0) low = middle;
      else high = middle;
    }
    const estimate = (low + high) / 2;
    const logs = (x: number) => outcomes.reduce((t, is) => t + Math.log(is ? x : 1 - x), 0);
    // Term by term too, so that nearly equal sums are not subtracted.
    const ratios = outcomes.map((is) =>
      Math.log(is ? tried(p, 0) / tried(p, 1) : (1 - tried(p, 0)) / (1 - tried(p, 1))),
    );
    const share = p.k > 0 ? ratio(outcomes.filter((is) => is).length, outcomes.length) : ratio(0);
    return { share, estimate, first: logs(tried(p, 0)), gain: sum(ratios) };
  });
