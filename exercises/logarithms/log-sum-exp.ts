/** The logarithm of a sum of exponentials, computed so that nothing overflows or underflows. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, row } from "#lib/exercise/tex.ts";
import { softmax } from "#lib/math/activations.ts";
import { logAddExp } from "#lib/math/logs.ts";
import { sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** The exponents: all far above 709, where exponentials overflow, or far below −745, where they underflow. */
  exponents: z.array(z.number()).min(2).max(4),
  /** Which class level 2 asks for, counted from 0. */
  which: z.int().min(0).max(3),
});
type Params = z.infer<typeof params>;

const stories = [
  [
    "Two log-weights are to be added up.",
    "A classifier gives these logits:",
    "logarithms of the joint probabilities of a long text with each of four topics",
  ],
  [
    "The parts of a partition function are known as logarithms.",
    "A network without normalization gives these logits:",
    "log-likelihoods of four models with equal priors, given the same data",
  ],
  [
    "Two paths lead to a state; their log-scores are known.",
    "A language model scores the next word with these logits:",
    "log-probabilities of four paths through a hidden Markov model, with the observations",
  ],
  [
    "A mixture has two components, with these log-densities.",
    "A recommender scores items with these logits:",
    "log-densities of a point under four equally weighted clusters",
  ],
] as const;

const places = { rule: { decimals: 3 } } as const;
const at = (v: readonly number[], i: number): number => v[i] ?? 0;
const largest = ({ exponents }: Params): number => Math.max(...exponents);

export default exercise({
  id: "logarithms/log-sum-exp",
  version: 1,
  title: "Log-sum-exp without overflow",
  summary: "Compute the logarithm of a sum of huge or tiny exponentials, and probabilities from log-scores.",
  skills: ["log-space", "softmax"],
  source: { section: "4.3", formulas: ["log-likelihood", "exp-undoes-log"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    // In tenths: the distances to the largest.
    const gaps = rng.shuffle([3, 4, 6, 7, 8, 11, 12, 13, 14, 16, 17, 18, 19, 21, 22, 23]).slice(0, level);
    const top = (rng.int(76, 98) * 100 + rng.int(0, 9) * 10 + rng.int(1, 9)) * (level === 3 ? -1 : 1);
    return {
      story,
      exponents: rng.shuffle([0, ...gaps]).map((gap) => (top - gap) / 10),
      which: rng.int(0, level),
    };
  })
  .prompt(({ story, exponents, which }, level) => {
    const [add, logits, scores] = stories[story] ?? stories[0];
    const stable = "In double precision";
    const sumOf = exponents.map((x) => `e^{${num(x)}}`).join(" + ");
    return {
      1: `${add} ${stable}, the exponentials overflow, but what is asked for is an ordinary number:\n\n$$\\ell = \\ln\\left(${sumOf}\\right)$$\n\nCompute it.`,
      2: `${logits}\n\n$$z = ${row(exponents)}$$\n\n${stable}, their exponentials overflow. Compute the **log-sum-exp** $\\ell = \\ln \\sum_j e^{z_j}$ all the same, and the logarithm $\\ln a_${which + 1}$ of the softmax probability of class ${which + 1}.`,
      3: `These are the ${scores}:\n\n$$z = ${row(exponents)}$$\n\n${stable}, all their exponentials are 0. Compute the **log-evidence** $\\ell = \\ln \\sum_j e^{z_j}$ all the same, and the **posterior** probabilities of the four, which are proportional to $e^{z_j}$.`,
    }[level];
  })
  .step("m", scalar(places), largest, {
    label: "m",
    words: "the largest exponent",
    hint: "Find the largest exponent. It will be taken out of all exponentials.",
    formula: "\\max_j z_j",
  })
  .step("shifted", vector({ workingDigits: 5 }), ({ exponents }, s) => exponents.map((x) => Math.exp(x - s.m)), {
    label: "e^{z - m}",
    words: "the shifted exponentials",
    hint: "Subtract the largest exponent from each before taking exponentials: the largest becomes 1, all others less.",
    formula: "\\bigl[e^{z_j - m}\\bigr]_j",
    work: ({ exponents }, s) => column(exponents.map((x) => `e^{${num(x - s.m)}}`)),
  })
  .step("total", scalar({ workingDigits: 5 }), (_, s) => sum(s.shifted), {
    label: "S",
    words: "the sum of the shifted exponentials",
    hint: "Add them up. The sum lies between 1 and the number of terms.",
    formula: "\\sum_j e^{z_j - m}",
    work: (_, s) => s.shifted.map((x) => num(x)).join(" + "),
    malrules: {
      "largest-left-out": {
        value: (_, s) => sum(s.shifted) - 1,
        says: "The largest term was left out of the sum. Shifted, it is $e^0 = 1$ and counts like the others.",
      },
    },
  })
  .step("lse", scalar(places), (_, s) => s.m + Math.log(s.total), {
    label: "\\ell",
    words: "the logarithm of the sum",
    hint: "The factor that was taken out comes back as a term: $\\ln(e^m S) = m + \\ln S$.",
    formula: "m + \\ln S",
    work: (_, s) => `${num(s.m)} + \\ln ${num(s.total)}`,
    malrules: {
      "max-not-added": {
        value: (_, s) => Math.log(s.total),
        says: "The largest exponent was taken out and never came back. It is a factor $e^m$ of the sum, so its logarithm is added.",
      },
      "max-alone": {
        value: (_, s) => s.m,
        says: "This is the largest exponent alone. The other terms make the sum larger, if only by a little.",
      },
      "log-forgotten": {
        value: (_, s) => s.m + s.total,
        says: "The sum was added as it is. What comes back is its logarithm: $m + \\ln S$.",
      },
      "exponents-added": {
        value: ({ exponents }) => sum(exponents),
        says: "The exponents were added, which is the logarithm of the product. Here exponentials are added.",
      },
    },
  })
  .step("log_a", scalar(places), ({ exponents, which }, s) => at(exponents, which) - s.lse, {
    label: "\\ln a",
    words: "the logarithm of the softmax probability",
    hint: "The logarithm of the quotient is a difference: the logit less the log-sum-exp. It is negative.",
    skill: "softmax",
    formula: "z_i - \\ell",
    work: ({ exponents, which }, s) => `${num(at(exponents, which))} - ${par(s.lse, 8)}`,
    malrules: {
      reversed: {
        value: ({ exponents, which }, s) => s.lse - at(exponents, which),
        says: "The difference is the other way round. A probability is at most 1, so its logarithm is at most 0.",
      },
      "ratio-of-logarithms": {
        value: ({ exponents, which }, s) => at(exponents, which) / s.lse,
        says: "The logit was divided by the log-sum-exp. Dividing the exponentials subtracts their logarithms.",
      },
    },
  })
  .step(
    "posterior",
    vector({ workingDigits: 5, equality: "distribution" }),
    (_, s) => s.shifted.map((x) => x / s.total),
    {
      label: "P",
      words: "the posterior probabilities",
      hint: "The common factor cancels: divide each shifted exponential by their sum.",
      skill: "softmax",
      formula: "\\dfrac{e^{z - m}}{S}",
      work: (_, s) => `\\dfrac{1}{${num(s.total)}} ${column(s.shifted.map((x) => num(x)))}`,
      malrules: {
        "share-of-scores": {
          value: ({ exponents }) => exponents.map((x) => x / sum(exponents)),
          says: "The scores were divided by their sum. They are logarithms: it is their exponentials that are shared out.",
        },
        "not-normalized": {
          value: (_, s) => s.shifted,
          says: "These are relative to the most probable one. Divide by their sum, so that they add up to 1.",
        },
        "winner-takes-all": {
          value: ({ exponents }, s) => exponents.map((x) => (x === s.m ? 1 : 0)),
          says: "The largest score does not settle it: scores that differ by one or two leave a fair share to the others.",
        },
      },
    },
  )
  .asks({ 1: ["lse"], 2: ["lse", "log_a"], 3: ["lse", "posterior"] })
  .figures({
    solution: ({ exponents }, s) => {
      const bars = exponents.map((x, j) => ({
        label: `z${j + 1} = ${plain(x)}`,
        value: Math.round(at(s.shifted, j) * 10000) / 10000,
      }));
      return {
        figure: "bars",
        alt: `The exponentials after the largest exponent ${plain(s.m)} is taken out: ${bars.map(({ label, value }) => `${plain(value, 3)} for ${label}`).join(", ")}. Together they are ${plain(s.total, 4)}.`,
        bars,
      };
    },
  })
  .check(({ exponents, which }) => {
    // Two terms at a time, and softmax of the library.
    const lse = exponents.reduce((a, b) => logAddExp(a, b));
    return { lse, log_a: Math.log(at(softmax(exponents), which)), posterior: softmax(exponents) };
  });
