/** The sigmoid: of a number, at the end of a logistic regression, and undone to find a bias (example 27). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain, plusTerm, vec } from "#lib/exercise/tex.ts";
import { sigmoid } from "#lib/math/activations.ts";
import { dot } from "#lib/math/vector.ts";

const stories = [
  { score: "A spam filter gives an email the score", model: "A spam filter", event: "that the email is spam" },
  { score: "A hospital’s model gives a patient the score", model: "A hospital’s model", event: "of a fever" },
  { score: "A weather model gives tomorrow the score", model: "A weather model", event: "of rain tomorrow" },
  { score: "A shop’s model gives a visitor the score", model: "A shop’s model", event: "of a purchase" },
  { score: "A bank’s model gives a loan the score", model: "A bank’s model", event: "that the loan is paid back" },
] as const;

export default exercise({
  id: "activations/sigmoid",
  version: 1,
  title: "The sigmoid",
  summary: "Turn a score into a probability with the sigmoid, and go back from a probability to a bias.",
  skills: ["sigmoid", "linear-layers", "log-odds"],
  source: { section: "5.2", examples: [27], formulas: ["sigmoid"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(4),
      /** The pre-activation at level 1; above, it comes from the features. */
      given: z.number().nullable(),
      w: z.array(z.number()),
      x: z.array(z.number()),
      b: z.number(),
      /** The probability that is wanted at level 3, and the features that are scored afterwards. */
      p: z.number().gt(0).lt(1),
      next: z.array(z.number()),
    }),
    (rng, level) => {
      const story = rng.int(0, 4);
      const sign = () => rng.pick([1, -1]);
      if (level === 1) return { story, given: (rng.int(35, 399) * sign()) / 100, w: [], x: [], b: 0, p: 0.5, next: [] };
      // In tenths. The signs of the weights alternate, so that their parts of the score partly cancel.
      const first = sign();
      const w = rng.list(level, (i) => rng.int(2, 9) * (i % 2 === 0 ? first : -first));
      const x = rng.shuffle([2, 3, 4, 5, 6]).slice(0, level);
      const wx = dot(w, x);
      const away = rng.shuffle([-29, -24, -19, -14, -9, -6, 6, 9, 14, 19, 24, 29]).find((t) => Math.abs(t - wx) > 1);
      return {
        story,
        given: null,
        w: w.map((t) => t / 10),
        x,
        b: level === 2 ? ((away ?? 9) - wx) / 10 : 0,
        p: level === 3 ? rng.pick([0.1, 0.15, 0.2, 0.25, 0.3, 0.7, 0.75, 0.8, 0.85, 0.9]) : 0.5,
        next: level === 3 ? x.map((xi) => xi + rng.pick([-1, 1, 2])) : [],
      };
    },
  )
  .prompt(({ story, given, w, x, b, p, next }, level) => {
    const { score, model, event } = stories[story] ?? stories[0];
    const computes = `${model} computes the score $z = w \\cdot x + b$ and from it the probability ${event}, $a = \\sigma(z)$. Its weights are $w = ${vec(w)}$, and the features are $x = ${vec(x)}$.`;
    return {
      1: `${score} $z = ${num(given ?? 0)}$. Its **sigmoid** $a = \\sigma(z)$ is the probability ${event}. Compute it.`,
      2: `${computes}\n\nThe bias is $b = ${num(b)}$. Compute the score and the probability.`,
      3: `${computes}\n\nFor these features the probability is to be $a = ${num(p)}$. Which score does that take, and **which bias** $b$ gives it? What is the probability for the features $x' = ${vec(next)}$ then?`,
    }[level];
  })
  .step("wx", scalar(), ({ w, x }) => dot(w, x), {
    label: "w \\cdot x",
    words: "the weighted sum of the features",
    hint: "Multiply each feature by its weight and add up.",
    skill: "linear-layers",
    formula: "\\textstyle\\sum_i w_i x_i",
    work: ({ w, x }) => w.map((wi, i) => `${par(wi)} \\cdot ${par(x[i] ?? 0)}`).join(" + "),
    malrules: {
      "signs-lost": {
        value: ({ w, x }) => w.reduce((total, wi, i) => total + Math.abs(wi) * (x[i] ?? 0), 0),
        says: "Some weights are negative: their features lower the score. Keep the signs in the sum.",
      },
    },
  })
  .step("z", scalar(), ({ b }, s) => s.wx + b, {
    label: "z",
    words: "the score z",
    hint: "Add the bias to the weighted sum.",
    skill: "linear-layers",
    formula: "w \\cdot x + b",
    work: ({ b }, s) => plusTerm(num(s.wx), b),
    malrules: {
      "bias-dropped": {
        value: (_, s) => s.wx,
        says: "This is the score without its bias: $z = w \\cdot x + b$.",
      },
    },
  })
  .step("e", scalar(), (p, s) => Math.exp(-scoreOf(p, s)), {
    label: "u",
    words: "the exponential of minus z",
    hint: "Take the exponential of minus the score.",
    formula: "e^{-z}",
    work: (p, s) => `e^{${num(-scoreOf(p, s))}}`,
    malrules: {
      "exponent-sign": {
        value: (p, s) => Math.exp(scoreOf(p, s)),
        says: "The exponent has lost its minus: below the line stands $1 + e^{-z}$. A higher score must give a higher probability.",
      },
    },
  })
  .step("a", scalar({ without: ["exponentials"] }), (_, s) => 1 / (1 + s.e), {
    label: "a",
    words: "the probability, σ(z)",
    hint: "Put one above the line, and one plus the exponential of minus z below it.",
    formula: "\\sigma(z) = \\dfrac{1}{1 + e^{-z}}",
    work: (_, s) => `\\dfrac{1}{1 + ${par(s.e)}}`,
    malrules: {
      "one-forgotten": {
        value: (_, s) => 1 / s.e,
        says: "This is $1 / e^{-z}$. Below the line a one is added first; without it, the value is no probability.",
      },
      "one-subtracted": {
        value: (_, s) => 1 / (1 - s.e),
        says: "Below the line the exponential was taken off. The sigmoid adds it, which keeps its value between 0 and 1.",
      },
    },
  })
  .step("needed", scalar({ without: ["logarithms"] }), ({ p }) => Math.log(p / (1 - p)), {
    label: "z",
    words: "the score that gives the probability",
    hint: "Solve for z: the sigmoid is undone by the logarithm of the odds.",
    skill: "log-odds",
    formula: "\\sigma^{-1}(a) = \\ln \\dfrac{a}{1 - a}",
    work: ({ p }) => `\\ln \\dfrac{${num(p)}}{1 - ${num(p)}}`,
    malrules: {
      "odds-inverted": {
        value: ({ p }) => Math.log((1 - p) / p),
        says: "The odds are upside down. A probability above one half belongs to a positive score, one below to a negative.",
      },
      "log-of-probability": {
        value: ({ p }) => Math.log(p),
        says: "This is $\\ln a$. What undoes the sigmoid is the logarithm of the odds, $a / (1 - a)$.",
      },
      "sigmoid-again": {
        value: ({ p }) => sigmoid(p),
        says: "The sigmoid was applied to the probability. The question goes the other way: which $z$ has this sigmoid?",
      },
      "base-ten": {
        value: ({ p }) => Math.log10(p / (1 - p)),
        says: "The sigmoid is made with powers of $e$, so it is undone by the natural logarithm.",
      },
    },
  })
  .step("bias", scalar({ workingDigits: 5 }), (_, s) => s.needed - s.wx, {
    label: "b",
    words: "the bias",
    hint: "The bias is what is missing from the weighted sum to the score.",
    skill: "linear-layers",
    formula: "z - w \\cdot x",
    work: (_, s) => `${num(s.needed)} - ${par(s.wx)}`,
    malrules: {
      "sum-added": {
        value: (_, s) => s.needed + s.wx,
        says: "The weighted sum was added. From $z = w \\cdot x + b$, the bias is what is left when it is taken off.",
      },
    },
  })
  .step("z_next", scalar({ workingDigits: 5 }), ({ w, next }, s) => dot(w, next) + s.bias, {
    label: "z'",
    words: "the score of the other features",
    hint: "Go forward with the new bias: the weights stay, the features are the other ones.",
    skill: "linear-layers",
    formula: "w \\cdot x' + b",
    work: ({ w, next }, s) => plusTerm(w.map((wi, i) => `${par(wi)} \\cdot ${par(next[i] ?? 0)}`).join(" + "), s.bias),
  })
  .step("a_next", scalar({ without: ["exponentials"], workingDigits: 5 }), (_, s) => 1 / (1 + Math.exp(-s.z_next)), {
    label: "a'",
    words: "the probability for the other features",
    hint: "Put the new score through the sigmoid.",
    formula: "\\sigma(z') = \\dfrac{1}{1 + e^{-z'}}",
    work: (_, s) => `\\dfrac{1}{1 + e^{${num(-s.z_next)}}}`,
    malrules: {
      "exponent-sign": {
        value: (_, s) => sigmoid(-s.z_next),
        says: "The exponent has lost its minus: below the line stands $1 + e^{-z}$. A higher score must give a higher probability.",
      },
    },
  })
  .asks({ 1: ["a"], 2: ["z", "a"], 3: ["needed", "bias", "a_next"] })
  .figures({
    solution: (p, s) => {
      const [at, value] = p.next.length > 0 ? [s.z_next, s.a_next] : [scoreOf(p, s), s.a];
      const reach = Math.max(6, Math.ceil(Math.abs(at)));
      return {
        figure: "curve",
        alt: `The sigmoid, an S-shaped curve from 0 on the left to 1 on the right. Above the score ${plain(at, 3)} it has the height ${plain(value, 3)}.`,
        xLabel: "z",
        yLabel: "σ(z)",
        points: Array.from({ length: 33 }, (_, i) => {
          const x = (reach * (i - 16)) / 16;
          return { x: Math.round(x * 1e4) / 1e4, y: Math.round(sigmoid(x) * 1e4) / 1e4 };
        }),
        marks: [{ x: at, y: value, label: `σ(${plain(at, 3)}) = ${plain(value, 3)}` }],
      };
    },
  })
  .examples({
    "27": { level: 1, params: { story: 0, given: 2, w: [], x: [], b: 0, p: 0.5, next: [] } },
    "27-zero": { level: 1, params: { story: 0, given: 0, w: [], x: [], b: 0, p: 0.5, next: [] } },
    "27-minus-2": { level: 1, params: { story: 0, given: -2, w: [], x: [], b: 0, p: 0.5, next: [] } },
    "27-10": { level: 1, params: { story: 0, given: 10, w: [], x: [], b: 0, p: 0.5, next: [] } },
    "27-minus-10": { level: 1, params: { story: 0, given: -10, w: [], x: [], b: 0, p: 0.5, next: [] } },
  })
  .check(({ given, w, x, b, p, next }) => {
    const wx = w.reduce((total, wi, i) => total.add(new Fraction(wi).mul(x[i] ?? 0)), new Fraction(0));
    const score = given ?? wx.add(b).valueOf();
    // The sigmoid is a tanh at half the place, and its inverse an artanh; below ½ that would cancel.
    const at = (score: number) =>
      score >= 0 ? (1 + Math.tanh(score / 2)) / 2 : 1 / (1 + Math.cosh(score) - Math.sinh(score));
    const needed = 2 * Math.atanh(2 * p - 1);
    const moved = w.reduce((total, wi, i) => total + wi * ((next[i] ?? 0) - (x[i] ?? 0)), 0);
    return {
      z: score,
      a: at(score),
      needed,
      bias: needed - wx.valueOf(),
      a_next: at(needed + moved),
    };
  });

/** The score as it is given, or as the features make it. */
function scoreOf({ given }: { given: number | null }, s: { z: number }): number {
  return given ?? s.z;
}
