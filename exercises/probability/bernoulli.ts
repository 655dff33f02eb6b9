/** One yes-or-no trial: its mean and variance, from p, from counts, and p from the variance (section 3.4). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";

const params = z.object({
  story: z.int().min(0).max(7),
  p: z.number().gt(0).lt(1),
  /** At level 2: the size of the sample, from which p is counted; otherwise 0. */
  n: z.int().min(0),
  /** At level 3: what is won where X = 1, and lost where X = 0; otherwise 0. */
  gain: z.int().min(0),
  loss: z.int().min(0),
  /** At level 3: how many scores are added up; otherwise 0. */
  rounds: z.int().min(0),
});
type Params = z.infer<typeof params>;

const stories = [
  { event: "a coin shows heads", sample: ["tosses, heads came up in", ""], wins: "it shows heads" },
  { event: "a message is spam", sample: ["messages,", "were spam"], wins: "it is spam" },
  { event: "a classifier is right", sample: ["answers,", "were right"], wins: "it is right" },
  { event: "a visitor clicks", sample: ["visitors,", "clicked"], wins: "they click" },
  { event: "a part passes the check", sample: ["parts,", "passed"], wins: "it passes" },
  { event: "a flight is on time", sample: ["flights,", "were on time"], wins: "it is on time" },
  { event: "a unit of a layer is kept by dropout", sample: ["units,", "were kept"], wins: "it is kept" },
  { event: "a patient recovers", sample: ["patients,", "recovered"], wins: "they recover" },
] as const;

/** P(X = 1) as the prompt gives it, or as it was counted. */
const chance = (p: Params, s: { share: number }) => (p.n > 0 ? s.share : p.p);
const count = ({ p, n }: Params) => Math.round(p * n);
const known = ({ p }: Params) => Math.round(10_000 * p * (1 - p)) / 10_000;

export default exercise({
  id: "probability/bernoulli",
  version: 1,
  title: "The Bernoulli distribution",
  summary: "Find the mean and the variance of a single yes-or-no trial, and use them.",
  skills: ["bernoulli-binomial", "variance"],
  source: { section: "3.4", formulas: ["bernoulli"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 7);
    if (level === 1) return { story, p: (5 * rng.int(21, 189)) / 1000, n: 0, gain: 0, loss: 0, rounds: 0 };
    if (level === 2) {
      const n = rng.pick([40, 50, 80, 125, 160, 200, 250]);
      const k = rng.int(Math.floor(n / 8) + 1, Math.floor((7 * n) / 8));
      return { story, p: k / n, n, gain: 0, loss: 0, rounds: 0 };
    }
    return {
      story,
      p: rng.int(56, 94) / 100,
      n: 0,
      gain: rng.int(3, 12),
      loss: rng.int(2, 9),
      rounds: rng.int(11, 60),
    };
  })
  .prompt((p, level) => {
    const { event, sample, wins } = stories[p.story] ?? stories[0];
    const indicator = `Let $X$ be 1 when ${event}, and 0 otherwise.`;
    return {
      1: `${indicator} The probability is $P(X = 1) = ${num(p.p)}$.\n\nWhat are the mean $E[X]$ and the variance $\\operatorname{Var}(X)$?`,
      2: `${indicator} Of ${p.n} ${sample[0]} ${`${count(p)} ${sample[1]}`.trim()}. Take the share among these for $P(X = 1)$.\n\nWhat are then the mean, the variance and the standard deviation of $X$?`,
      3: `${indicator} It is known that $\\operatorname{Var}(X) = ${num(known(p))}$ and that $X = 1$ is the more probable of the two.\n\nWhat is $p = P(X = 1)$? A score $Y$ is $${p.gain}$ when ${wins} and $-${p.loss}$ otherwise; what are $E[Y]$ and $\\operatorname{Var}(Y)$? Of ${p.rounds} independent ones, the scores are added up; what is the **standard deviation** of the sum?`,
    }[level];
  })
  .step("share", scalar(), (p) => count(p) / p.n, {
    label: "p",
    words: "the share with X = 1",
    hint: "Divide how often $X$ was 1 by the size of the sample.",
    formula: "\\dfrac{k}{n}",
    work: (p) => `\\dfrac{${count(p)}}{${p.n}}`,
    malrules: {
      odds: {
        value: (p) => (2 * count(p) > p.n ? (p.n - count(p)) / count(p) : count(p) / (p.n - count(p))),
        says: "One kind was compared with the other. The share is out of all.",
      },
    },
  })
  .step("mean", scalar(), (p, s) => chance(p, s), {
    label: "E[X]",
    words: "the mean of X",
    hint: "Weigh 1 and 0 with their probabilities.",
    formula: "1 \\cdot p + 0 \\cdot (1 - p)",
    work: (p, s) => `1 \\cdot ${num(chance(p, s))} + 0 \\cdot ${num(1 - chance(p, s))}`,
    malrules: {
      "other-value": {
        value: (p, s) => 1 - chance(p, s),
        says: "This is $P(X = 0)$. In the mean it multiplies 0.",
      },
    },
  })
  .step("q", scalar(), (p, s) => 1 - chance(p, s), {
    label: "P(X = 0)",
    words: "the probability that X is 0",
    hint: "The two probabilities add up to 1.",
    formula: "1 - p",
    work: (p, s) => `1 - ${num(chance(p, s))}`,
  })
  .step("variance", scalar(), (p, s) => chance(p, s) * s.q, {
    label: "\\operatorname{Var}(X)",
    words: "the variance of X",
    hint: "Since $X^2 = X$, the variance is $E[X^2] - E[X]^2 = p - p^2$.",
    formula: "p\\,(1 - p)",
    work: (p, s) => `${num(chance(p, s))} \\cdot ${num(s.q)}`,
    malrules: {
      "mean-for-variance": {
        value: (p, s) => chance(p, s),
        says: "This is $E[X^2]$, which for 0 and 1 is $p$. The variance takes the square of the mean off it.",
      },
      "q-squared": {
        value: (_, s) => s.q ** 2,
        says: "This is how far 1 is from the mean, squared. Weigh it with $p$, and add what 0 contributes.",
      },
      "root-taken": {
        value: (p, s) => Math.sqrt(chance(p, s) * s.q),
        says: "This is the standard deviation, the root of the variance.",
      },
    },
  })
  .step("sd", scalar({ workingDigits: 4 }), (_, s) => Math.sqrt(s.variance), {
    label: "\\sigma",
    words: "the standard deviation of X",
    hint: "Take the root of the variance.",
    skill: "variance",
    formula: "\\sqrt{\\operatorname{Var}(X)}",
    work: (_, s) => `\\sqrt{${num(s.variance)}}`,
    malrules: {
      "root-missing": {
        value: (_, s) => s.variance,
        says: "This is the variance. The standard deviation is its root.",
      },
      "divided-by-n": {
        value: (p, s) => Math.sqrt(s.variance / p.n),
        says: "This is the standard error of the share in the sample. Asked is the spread of a single $X$.",
      },
    },
  })
  .step("root", scalar(), (p) => Math.sqrt(1 - 4 * known(p)), {
    label: "\\sqrt{1 - 4v}",
    words: "the root in the solution for p",
    hint: "With $v$ for the variance, $p(1 - p) = v$ is the quadratic equation $p^2 - p + v = 0$. Find the root in its solution.",
    formula: "\\sqrt{1 - 4\\operatorname{Var}(X)}",
    work: (p) => `\\sqrt{1 - 4 \\cdot ${num(known(p))}}`,
  })
  .step("solved", scalar(), (_, s) => (1 + s.root) / 2, {
    label: "p",
    words: "the probability p that X is 1",
    hint: "Of the two solutions take the one that is larger than a half.",
    formula: "\\dfrac{1 + \\sqrt{1 - 4v}}{2}",
    work: (_, s) => `\\dfrac{1 + ${num(s.root)}}{2}`,
    malrules: {
      "smaller-solution": {
        value: (_, s) => (1 - s.root) / 2,
        says: "This solves the equation too, but it is $P(X = 0)$: which of the two values is the more probable one?",
      },
      "root-of-variance": {
        value: (p) => Math.sqrt(known(p)),
        says: "This is the standard deviation. Solve $p(1 - p) = \\operatorname{Var}(X)$ for $p$.",
      },
      "variance-as-p": {
        value: known,
        says: "This is the variance itself. It is $p(1 - p)$, not $p$.",
      },
    },
  })
  .step("failure", scalar(), (_, s) => 1 - s.solved, {
    label: "P(X = 0)",
    words: "the probability that X is 0",
    hint: "The two probabilities add up to 1.",
    formula: "1 - p",
    work: (_, s) => `1 - ${num(s.solved)}`,
  })
  .step("score", scalar(), (p, s) => p.gain * s.solved - p.loss * s.failure, {
    label: "E[Y]",
    words: "the mean of the score",
    hint: "Weigh what is won and what is lost with their probabilities.",
    formula: "g\\,p - l\\,(1 - p)",
    work: (p, s) => `${p.gain} \\cdot ${num(s.solved)} - ${p.loss} \\cdot ${num(s.failure)}`,
    malrules: {
      "loss-unweighted": {
        value: (p, s) => p.gain * s.solved - p.loss,
        says: "The loss was taken off as a whole. It happens with the probability $1 - p$ only.",
      },
      "loss-added": {
        value: (p, s) => p.gain * s.solved + p.loss * (1 - s.solved),
        says: "The loss was added. It counts with a minus sign.",
      },
    },
  })
  .step("width", scalar(), (p) => p.gain + p.loss, {
    label: "g + l",
    words: "how far apart the two scores are",
    hint: "Write the score as $Y = -l + (g + l)X$.",
    formula: "g - (-l)",
    work: (p) => `${p.gain} + ${p.loss}`,
    malrules: {
      "sign-missed": {
        value: (p) => (p.gain === p.loss ? undefined : p.gain - p.loss),
        says: "The two scores are further apart: one is above zero and the other below. Their distance is a sum.",
      },
    },
  })
  .step("spread", scalar(), (p, s) => s.width ** 2 * known(p), {
    label: "\\operatorname{Var}(Y)",
    words: "the variance of the score",
    hint: "A factor enters a variance squared, and a summand does not enter it.",
    skill: "variance",
    formula: "(g + l)^2\\operatorname{Var}(X)",
    work: (p, s) => `${num(s.width)}^2 \\cdot ${num(known(p))}`,
    malrules: {
      "factor-not-squared": {
        value: (p, s) => s.width * known(p),
        says: "The factor enters a variance squared, since distances from the mean are squared.",
      },
    },
  })
  .step("sum_variance", scalar(), (p, s) => p.rounds * s.spread, {
    label: "\\operatorname{Var}(Y_1 + \\dots + Y_n)",
    words: "the variance of the sum",
    hint: "The variances of independent variables add up.",
    skill: "variance",
    formula: "n\\operatorname{Var}(Y)",
    work: (p, s) => `${p.rounds} \\cdot ${num(s.spread)}`,
    malrules: {
      "count-squared": {
        value: (p, s) => p.rounds ** 2 * s.spread,
        says: "This is the variance of $nY$, of one score counted $n$ times. The scores are independent, and differ: their variances add up.",
      },
    },
  })
  .step("sum_sd", scalar({ workingDigits: 4 }), (_, s) => Math.sqrt(s.sum_variance), {
    label: "\\sigma(Y_1 + \\dots + Y_n)",
    words: "the standard deviation of the sum",
    hint: "Take the root at the very end.",
    skill: "variance",
    formula: "\\sqrt{n\\operatorname{Var}(Y)}",
    work: (_, s) => `\\sqrt{${num(s.sum_variance)}}`,
    malrules: {
      "root-missing": {
        value: (_, s) => s.sum_variance,
        says: "This is the variance of the sum. The standard deviation is its root.",
      },
    },
  })
  .asks({ 1: ["mean", "variance"], 2: ["mean", "variance", "sd"], 3: ["solved", "score", "spread", "sum_sd"] })
  .figures({
    solution: (p) => ({
      figure: "bars",
      alt: `Bars of the two probabilities: 0 has ${plain(1 - p.p, 4)}, 1 has ${plain(p.p, 4)}.`,
      bars: [
        { label: p.loss > 0 ? `−${p.loss}` : "0", value: 1 - p.p },
        { label: p.gain > 0 ? `${p.gain}` : "1", value: p.p },
      ],
    }),
  })
  .examples({
    coin: { level: 1, params: { story: 0, p: 0.6, n: 0, gain: 0, loss: 0, rounds: 0 } },
  })
  .check(({ p, n, gain, loss, rounds }) => {
    // From the definitions, in exact fractions: squared distances from the mean, weighed.
    const chance = n > 0 ? new Fraction(Math.round(p * n), n) : new Fraction(String(p));
    const rest = chance.neg().add(1);
    const moments = (one: number, zero: number) => {
      const mean = chance.mul(one).add(rest.mul(zero));
      const distance = (x: number) => mean.neg().add(x).pow(2) ?? new Fraction(0);
      return {
        mean: mean.valueOf(),
        variance: chance
          .mul(distance(one))
          .add(rest.mul(distance(zero)))
          .valueOf(),
      };
    };
    const [x, y] = [moments(1, 0), moments(gain, -loss)];
    return {
      mean: x.mean,
      variance: x.variance,
      sd: Math.hypot(Math.sqrt(chance.valueOf()) * rest.valueOf(), Math.sqrt(rest.valueOf()) * chance.valueOf()),
      solved: chance.valueOf(),
      score: y.mean,
      spread: y.variance,
      sum_sd: Math.sqrt(y.variance) * Math.sqrt(rounds),
    };
  });
