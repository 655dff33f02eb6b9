/** Probabilities of a normal distribution by z-scores and a table of Φ (example 18). */
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain } from "#lib/exercise/tex.ts";
import { normalCdf, normalPdf } from "#lib/math/normal.ts";

const params = z.object({
  story: z.int().min(0).max(5),
  mean: z.number(),
  sd: z.number().positive(),
  /** The interval; only its upper end at level 1. */
  a: z.number(),
  b: z.number(),
  /** At level 3: the z-score above which a share of all lies, and the size of the sample; otherwise 0. */
  upper: z.number().min(0),
  n: z.int().min(0),
});
type Params = z.infer<typeof params>;

const stories = [
  { of: "the height of the adults in a town, in cm", offset: 0, many: "adults" },
  { of: "the score of the learners in a test", offset: 20, many: "learners" },
  { of: "the lifetime of a kind of battery, in hours", offset: 60, many: "batteries" },
  { of: "the weight of the apples of an orchard, in grams", offset: 10, many: "apples" },
  { of: "the response time of a server, in milliseconds", offset: 90, many: "requests" },
  { of: "the reading of a sensor that is held at a constant temperature", offset: 40, many: "readings" },
] as const;

const scores = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 2.5, 3];
const table = [
  `| $z$ | ${scores.join(" | ")} |`,
  `| --- | ${scores.map(() => "--:").join(" | ")} |`,
  `| $\\Phi(z)$ | ${scores.map((x) => normalCdf(x).toFixed(4)).join(" | ")} |`,
].join("\n");

const score = (x: number, { mean, sd }: Params) => (x - mean) / sd;
/** The share above a z-score, in percent as the table gives it. */
const percentAbove = (x: number) => plain(roundDigits(100 * (1 - roundDigits(normalCdf(x), 4)), 4));
const asScore = (x: number, p: Params, s: { sd: number }) => `\\dfrac{${num(x)} - ${par(p.mean)}}{${num(sigma(p, s))}}`;
/** σ as the prompt gives it (level 1, where there is no lower end), or from the variance. */
const sigma = (p: Params, s: { sd: number }) => (p.a === 0 ? p.sd : s.sd);
const probability = () => scalar({ rule: { decimals: 3 } });

const variancePassed = (x: number, { mean, sd }: Params) => (sd === 1 ? undefined : (x - mean) / sd ** 2);
const saysVariance =
  "It was divided by the variance. The second number in $\\mathcal{N}(\\mu, \\sigma^2)$ is $\\sigma^2$; a z-score is measured in standard deviations $\\sigma$.";
const saysSign =
  "The difference is turned round. A value above the mean has a positive z-score, one below it a negative one.";

export default exercise({
  id: "probability/normal-interval",
  version: 1,
  title: "Probabilities of a normal distribution",
  summary: "Turn values into z-scores and read the probability of an interval off a table of Φ.",
  skills: ["normal-distribution"],
  source: { section: "3.4", examples: [18] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 5);
    const sd = 4 * rng.int(2, 6);
    const mean = rng.int(121, 179) + (stories[story]?.offset ?? 0);
    const [below, above] = [rng.int(2, 10), rng.int(2, 10)];
    // Ends at quarters of σ from the mean, so that all z-scores stand in the table.
    const end = (quarters: number) => mean + (sd / 4) * quarters;
    if (level === 1) return { story, mean, sd, a: 0, b: end(above * rng.pick([1, -1])), upper: 0, n: 0 };
    const ends = { a: end(-below), b: end(above) };
    if (level === 2) return { story, mean, sd, ...ends, upper: 0, n: 0 };
    return { story, mean, sd, ...ends, upper: rng.int(2, 9) / 4, n: 50 * rng.int(4, 18) };
  })
  .prompt((p, level) => {
    const { of, many } = stories[p.story] ?? stories[0];
    const [mean, sd] = [num(p.mean), num(p.sd)];
    return [
      `Let $X$ be ${of}. It is normally distributed, ${level === 1 ? `$X \\sim \\mathcal{N}(${mean}, ${sd}^2)$: the mean is ${mean} and the standard deviation ${sd}` : `$X \\sim \\mathcal{N}(\\mu, \\sigma^2)$ with the mean $\\mu = ${mean}$ and the variance $\\sigma^2 = ${num(p.sd ** 2)}$`}. The table gives $\\Phi(z) = P(Z \\le z)$ of the standard normal distribution.`,
      table,
      {
        1: `What is the z-score of $b = ${num(p.b)}$, and how likely is a value **below** $b$?`,
        2: `What are the z-scores of $a = ${num(p.a)}$ and of $b = ${num(p.b)}$, and what is $P(a < X < b)$?`,
        3: `Let $a = ${num(p.a)}$ and $b = ${num(p.b)}$. What is $P(a < X < b)$, how many of ${p.n} ${many} are to be expected **outside** that interval, and **above** which value $x$ lie the top ${percentAbove(p.upper)} percent?`,
      }[level],
    ].join("\n\n");
  })
  .step("sd", scalar(), ({ sd }) => Math.sqrt(sd ** 2), {
    label: "\\sigma",
    words: "the standard deviation",
    hint: "The standard deviation is the root of the variance.",
    formula: "\\sqrt{\\sigma^2}",
    work: ({ sd }) => `\\sqrt{${num(sd ** 2)}}`,
  })
  .step("z_a", scalar(), (p, s) => (p.a - p.mean) / s.sd, {
    label: "z_a",
    words: "the z-score of the lower end",
    hint: "How many standard deviations is the lower end from the mean? Below the mean the score is negative.",
    formula: "\\dfrac{a - \\mu}{\\sigma}",
    work: (p, s) => asScore(p.a, p, s),
    malrules: {
      "variance-for-sd": { value: (p) => variancePassed(p.a, p), says: saysVariance },
      "sign-turned": { value: (p) => -score(p.a, p), says: saysSign },
    },
  })
  .step("z_b", scalar(), (p, s) => (p.b - p.mean) / sigma(p, s), {
    label: "z_b",
    words: "the z-score of the upper value",
    hint: "How many standard deviations is the value from the mean?",
    formula: "\\dfrac{b - \\mu}{\\sigma}",
    work: (p, s) => asScore(p.b, p, s),
    malrules: {
      "variance-for-sd": { value: (p) => variancePassed(p.b, p), says: saysVariance },
      "sign-turned": { value: (p) => -score(p.b, p), says: saysSign },
    },
  })
  .step("below_a", probability(), (_, s) => normalCdf(s.z_a), {
    label: "P(X \\le a)",
    words: "the probability of a value below the lower end",
    hint: "For a negative score, use that the curve is symmetric: $\\Phi(-z) = 1 - \\Phi(z)$.",
    formula: "\\Phi(z_a)",
    work: (_, s) => `1 - \\Phi(${num(-s.z_a)})`,
  })
  .step("below_b", probability(), (_, s) => normalCdf(s.z_b), {
    label: "P(X \\le b)",
    words: "the probability of a value below the upper value",
    hint: "Read Φ off the table; where the score is negative, use that $\\Phi(-z) = 1 - \\Phi(z)$.",
    formula: "\\Phi(z_b)",
    work: (_, s) => (s.z_b < 0 ? `1 - \\Phi(${num(-s.z_b)})` : `\\Phi(${num(s.z_b)})`),
    malrules: {
      "other-side": {
        value: (_, s) => normalCdf(-s.z_b),
        says: "This is the share on the other side of the value. Is the value above or below the mean, and so, is the share more or less than a half?",
      },
      "from-the-mean": {
        value: (_, s) => Math.abs(normalCdf(s.z_b) - 0.5),
        says: "This is only the share between the mean and the value. Below the value lies everything from the far left on.",
      },
      "both-sides": {
        value: (_, s) => Math.abs(2 * normalCdf(s.z_b) - 1),
        says: "This is the share within as many standard deviations on both sides of the mean. Asked is everything below the value.",
      },
    },
  })
  .step("inside", probability(), (_, s) => s.below_b - s.below_a, {
    label: "P(a < X < b)",
    words: "the probability of the interval",
    hint: "From what lies below the upper end, take off what lies below the lower end.",
    formula: "\\Phi(z_b) - \\Phi(z_a)",
    work: (_, s) => `${num(s.below_b)} - ${num(s.below_a)}`,
    malrules: {
      "one-tail": {
        value: (_, s) => s.below_b,
        says: "This is everything below the upper end. The tail below the lower end does not belong to the interval.",
      },
      "symmetry-forgotten": {
        value: (_, s) => Math.abs(s.below_b - (1 - s.below_a)),
        says: "The minus of the lower z-score got lost: $\\Phi(-z)$ is not $\\Phi(z)$ but $1 - \\Phi(z)$.",
      },
      "upper-end-mirrored": {
        value: (_, s) => 2 * s.below_b - 1,
        says: "The interval was taken to reach as far below the mean as above it. Look at the lower end by itself.",
      },
    },
  })
  .step("outside", scalar({ workingDigits: 4 }), ({ n }, s) => n * (1 - s.inside), {
    label: "E[\\text{outside}]",
    words: "the expected number outside of the interval",
    hint: "Each one lies outside with the probability that the interval leaves; multiply by how many there are.",
    formula: "n\\,(1 - P(a < X < b))",
    work: ({ n }, s) => `${n}\\,(1 - ${num(s.inside)})`,
    malrules: {
      "inside-counted": {
        value: ({ n }, s) => n * s.inside,
        says: "These are the ones to be expected inside. Asked are those outside.",
      },
      "one-side-only": {
        value: ({ n }, s) => n * (1 - s.below_b),
        says: "These are only the ones above the interval. Others lie below it.",
      },
    },
  })
  .step("z_upper", scalar(), ({ upper }) => upper, {
    label: "z",
    words: "the z-score of the value sought",
    hint: "Find how much lies below the value, and read the table from Φ back to z.",
    formula: "\\Phi^{-1}(1 - P(X > x))",
    work: ({ upper }) => `\\Phi^{-1}(${normalCdf(upper).toFixed(4)})`,
  })
  .step("x", scalar(), ({ mean }, s) => mean + s.z_upper * s.sd, {
    label: "x",
    words: "the value above which that share lies",
    hint: "Undo the z-score: so many standard deviations above the mean.",
    formula: "\\mu + z\\,\\sigma",
    work: ({ mean }, s) => `${num(mean)} + ${num(s.z_upper)} \\cdot ${num(s.sd)}`,
    malrules: {
      "lower-side": {
        value: ({ mean }, s) => mean - s.z_upper * s.sd,
        says: "Below this value lies the share that was asked for. The top part lies above the mean.",
      },
      "variance-for-sd": {
        value: ({ mean }, s) => mean + s.z_upper * s.sd ** 2,
        says: "The z-score was multiplied by the variance. It counts standard deviations.",
      },
    },
  })
  .asks({ 1: ["z_b", "below_b"], 2: ["z_a", "z_b", "inside"], 3: ["inside", "outside", "x"] })
  .figures({
    solution: (p, s) => {
      const from = p.a === 0 ? p.mean - 3 * p.sd : p.a;
      return {
        figure: "curves",
        alt: `The bell curve of X around ${plain(p.mean)}. The area under it ${p.a === 0 ? `below ${plain(p.b)}` : `from ${plain(p.a)} to ${plain(p.b)}`} is shaded; it is ${plain(p.a === 0 ? s.below_b : s.inside, 3)} of the whole.`,
        xLabel: "x",
        yLabel: "density",
        curves: [
          {
            label: "",
            points: Array.from({ length: 41 }, (_, i) => {
              const x = p.mean + (p.sd * (3 * (i - 20))) / 20;
              return { x: roundDigits(x, 6), y: roundDigits(normalPdf(x, p.mean, p.sd), 4) };
            }),
          },
        ],
        shaded: [{ from, to: p.b }],
        marks: [],
      };
    },
  })
  .examples({
    "18": { level: 2, params: { story: 0, mean: 170, sd: 10, a: 160, b: 180, upper: 0, n: 0 } },
    "18-two": { level: 2, params: { story: 0, mean: 170, sd: 10, a: 150, b: 190, upper: 0, n: 0 } },
  })
  .check((p) => {
    // The series of the integral, term by term, of the density; and for the quantile whole quarters of σ.
    const fromMean = (x: number) => {
      const terms = [x];
      for (let k = 1; k < 60; k++) terms.push(((terms[k - 1] ?? 0) * -(x ** 2)) / (2 * k));
      return terms.reduce((t, y, k) => t + y / (2 * k + 1), 0) / Math.sqrt(2 * Math.PI);
    };
    const [za, zb] = [(p.a - p.mean) / p.sd, (p.b - p.mean) / p.sd];
    const inside = fromMean(zb) - fromMean(za);
    return {
      z_a: za,
      z_b: zb,
      below_b: 0.5 + fromMean(zb),
      inside,
      outside: p.n * (0.5 + fromMean(za) + 0.5 - fromMean(zb)),
      x: (4 * p.mean + 4 * p.upper * p.sd) / 4,
    };
  });
