/** Log-odds and back: a probability, a step in log-odds, and how far a logit must move. */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain, plusTerm } from "#lib/exercise/tex.ts";
import { logit, sigmoid } from "#lib/math/activations.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** The probability to begin with; at level 2 it only makes the parameters. */
  p: z.number().gt(0).lt(1),
  /** Log-odds per unit, at levels 2 and 3. */
  weight: z.number(),
  bias: z.number(),
  /** How many units: the feature at level 2, the change of it at level 3. */
  units: z.number(),
  /** The probability to be reached at level 3. */
  goal: z.number().gt(0).lt(1),
});

const stories = [
  { of: "that a customer buys", feature: "minutes spent on the page" },
  { of: "that an email is spam", feature: "links in the email" },
  { of: "that a patient recovers", feature: "doses of a drug" },
  { of: "that a student passes", feature: "hours of practice" },
] as const;

const inverted =
  "The odds are upside down. They compare what happens with what does not: $p$ stands above the line, $1 - p$ below.";
const oddsForLogOdds = "These are the odds. The log-odds are their natural logarithm.";

/** From a probability to its odds, with the mistakes that both uses share. */
const oddsOf = (label: string, words: string, which: "p" | "goal") => ({
  label,
  words,
  hint: "Divide the probability that it happens by the probability that it does not.",
  formula: `\\dfrac{${which === "p" ? "p" : "p_2"}}{1 - ${which === "p" ? "p" : "p_2"}}`,
  work: (p: Readonly<Record<"p" | "goal", number>>) => `\\dfrac{${num(p[which])}}{1 - ${num(p[which])}}`,
  malrules: {
    inverted: {
      value: (p: Readonly<Record<"p" | "goal", number>>) => (1 - p[which]) / p[which],
      says: inverted,
    },
    "probability-for-odds": {
      value: (p: Readonly<Record<"p" | "goal", number>>) => p[which],
      says: "This is the probability itself. Odds compare it with the probability of the opposite.",
    },
  },
});
const kept = { workingDigits: 5 } as const;

export default exercise({
  id: "logarithms/logit",
  version: 1,
  title: "Log-odds and probabilities",
  summary: "Go from probabilities to log-odds and back, and see what a step in log-odds does to a probability.",
  skills: ["log-odds", "sigmoid"],
  source: { section: "4.3", formulas: ["exp-undoes-log", "sigmoid"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    // In thousandths: away from one half, and not so far out that little is left.
    const low = rng.int(61, 389);
    const p = (rng.pick([true, false]) ? low : 1000 - low) / 1000;
    if (level === 1) return { story, p, weight: 0, bias: 0, units: 0, goal: 0.5 };
    const tenths = rng.int(3, 9);
    if (level === 2) {
      // The score is a number between ±0.6 and ±2.5.
      const units = rng.int(3, 9);
      const score = rng.int(61, 249) * rng.pick([1, -1]);
      return { story, p: 0.5, weight: tenths / 10, bias: (score - tenths * 10 * units) / 100, units, goal: 0.5 };
    }
    const [start, goal] = [rng.int(11, 39), rng.int(71, 94)];
    return { story, p: start / 100, weight: tenths / 10, bias: 0, units: rng.int(2, 3), goal: goal / 100 };
  })
  .prompt(({ story, p, weight, bias, units, goal }, level) => {
    const { of, feature } = stories[story] ?? stories[0];
    return {
      1: `A model gives the probability $p = ${num(p)}$ ${of}.\n\nHow large are the **log-odds** (the logit, with the natural logarithm) of $p$?`,
      2: `A logistic regression gives the **log-odds** $z = wx + b$ ${of}, where $x$ is the number of ${feature}, with $w = ${num(weight)}$ and $b = ${num(bias)}$.\n\nFor $x = ${num(units)}$, compute the **odds** and the **probability**. All logarithms are natural.`,
      3: `A logistic regression gives the probability $p = ${num(p)}$ ${of}. Its weight for the number of ${feature} is $w = ${num(weight)}$: so much each unit adds to the **log-odds** (with natural logarithms).\n\nHow large are the log-odds $z$ now, and how large is the probability $p_1$ with ${num(units)} units more? How many units more, as a decimal number $d$, are needed from $p$ to reach the probability $p_2 = ${num(goal)}$?`,
    }[level];
  })
  .step("odds", scalar(kept), ({ p }) => p / (1 - p), oddsOf("o", "the odds", "p"))
  .step("log_odds", scalar(kept), (_, s) => Math.log(s.odds), {
    label: "z",
    words: "the log-odds",
    hint: "Take the natural logarithm of the odds. Odds below 1 have negative log-odds.",
    formula: "\\ln \\dfrac{p}{1 - p}",
    work: (_, s) => `\\ln ${num(s.odds)}`,
    malrules: {
      "odds-for-log-odds": { value: (_, s) => s.odds, says: oddsForLogOdds },
      "log-of-probability": {
        value: ({ p }) => Math.log(p),
        says: "This is the logarithm of the probability. The logit takes that of the odds, $\\frac{p}{1 - p}$.",
      },
      "base-ten": {
        value: (_, s) => Math.log10(s.odds),
        says: "This took the logarithm to base 10. Log-odds use the natural logarithm.",
      },
      "sigmoid-for-logit": {
        value: ({ p }) => sigmoid(p),
        says: "This put the probability into the sigmoid. The sigmoid leads from log-odds to a probability; here the way back is asked.",
      },
    },
  })
  .step("z", scalar(kept), ({ weight, bias, units }) => weight * units + bias, {
    label: "z",
    words: "the log-odds",
    hint: "Multiply the feature by its weight, then add the bias.",
    formula: "wx + b",
    work: ({ weight, bias, units }) => plusTerm(`${num(weight)} \\cdot ${num(units)}`, bias),
    malrules: {
      "bias-dropped": {
        value: ({ weight, units }) => weight * units,
        says: "The bias is missing: the log-odds are $wx + b$.",
      },
    },
  })
  .step("odds_back", scalar({ ...kept, without: ["logarithms"] }), (_, s) => Math.exp(s.z), {
    label: "o",
    words: "the odds",
    hint: "The exponential undoes the natural logarithm.",
    formula: "e^{z}",
    work: (_, s) => `e^{${num(s.z)}}`,
    malrules: {
      "sign-turned": {
        value: (_, s) => Math.exp(-s.z),
        says: "These are the odds against it. The odds for it are $e^z$: the larger the log-odds, the larger they are.",
      },
      "ten-to-the": {
        value: (_, s) => 10 ** s.z,
        says: "This undoes a logarithm to base 10. The log-odds are a natural logarithm.",
      },
    },
  })
  .step("p_back", scalar(kept), (_, s) => s.odds_back / (1 + s.odds_back), {
    label: "p",
    words: "the probability",
    hint: "With odds of $o$ to 1, it happens $o$ times out of $o + 1$.",
    formula: "\\dfrac{o}{1 + o} = \\sigma(z)",
    work: (_, s) => `\\dfrac{${num(s.odds_back)}}{1 + ${num(s.odds_back)}}`,
    malrules: {
      "odds-as-probability": {
        value: (_, s) => s.odds_back,
        says: "These are the odds, which may exceed 1. Divide them by one plus themselves.",
      },
      complement: {
        value: (_, s) => 1 / (1 + s.odds_back),
        says: "This is the probability of the opposite. The odds themselves stand above the line.",
      },
      "one-minus-odds": {
        value: (_, s) => s.odds_back / Math.abs(1 - s.odds_back),
        says: "This divides by $1 - o$, which leads the other way, from a probability to odds. From odds, divide by $1 + o$.",
      },
    },
  })
  .step("z_later", scalar(kept), ({ weight, units }, s) => s.log_odds + weight * units, {
    label: "z_1",
    words: "the log-odds afterwards",
    hint: "It is the log-odds that the units are added to, each with its weight.",
    formula: "z + w \\cdot n",
    work: ({ weight, units }, s) => `${num(s.log_odds)} + ${num(weight)} \\cdot ${num(units)}`,
    malrules: {
      "one-unit": {
        value: ({ weight }, s) => s.log_odds + weight,
        says: "This is one unit more. Each of the units adds the weight once.",
      },
      subtracted: {
        value: ({ weight, units }, s) => s.log_odds - weight * units,
        says: "The units were taken away. More of them raise the log-odds, since the weight is positive.",
      },
    },
  })
  .step("p_later", scalar(kept), (_, s) => sigmoid(s.z_later), {
    label: "p_1",
    words: "the probability afterwards",
    hint: "Go back from log-odds to a probability with the sigmoid.",
    skill: "sigmoid",
    formula: "\\sigma(z_1) = \\dfrac{1}{1 + e^{-z_1}}",
    work: (_, s) => `\\dfrac{1}{1 + e^{${num(-s.z_later)}}}`,
    malrules: {
      odds: {
        value: (_, s) => Math.exp(s.z_later),
        says: "These are the odds. The probability is the odds divided by one plus the odds.",
      },
      "probability-multiplied": {
        value: ({ p, weight, units }) => p * Math.exp(weight * units),
        says: "The probability was multiplied by $e^{wn}$. It is the odds that a step in log-odds multiplies.",
      },
    },
  })
  .step("odds_goal", scalar(kept), ({ goal }) => goal / (1 - goal), oddsOf("o_2", "the odds of the goal", "goal"))
  .step("z_goal", scalar(kept), (_, s) => Math.log(s.odds_goal), {
    label: "z_2",
    words: "the log-odds of the goal",
    hint: "Bring the goal to log-odds as well.",
    formula: "\\ln \\dfrac{p_2}{1 - p_2}",
    work: (_, s) => `\\ln ${num(s.odds_goal)}`,
    malrules: { "odds-for-log-odds": { value: (_, s) => s.odds_goal, says: oddsForLogOdds } },
  })
  .step("distance", scalar({ workingDigits: 6 }), ({ weight }, s) => (s.z_goal - s.log_odds) / weight, {
    label: "d",
    words: "how many units more are needed",
    hint: "In log-odds every unit is an equal step: divide the distance by the weight.",
    formula: "\\dfrac{z_2 - z}{w}",
    work: ({ weight }, s) => `\\dfrac{${num(s.z_goal)} - ${par(s.log_odds)}}{${num(weight)}}`,
    malrules: {
      "in-probabilities": {
        value: ({ p, goal, weight }) => (goal - p) / weight,
        says: "The distance was taken between the probabilities. The weight belongs to log-odds, so both have to be brought there.",
      },
      "weight-multiplied": {
        value: ({ weight }, s) => (s.z_goal - s.log_odds) * weight,
        says: "The distance was multiplied by the weight. Ask how often the weight fits into it.",
      },
      "from-zero": {
        value: ({ weight }, s) => s.z_goal / weight,
        says: "This counts from log-odds of 0, which is a probability of one half. Count from where the probability is now.",
      },
    },
  })
  .asks({ 1: ["log_odds"], 2: ["odds_back", "p_back"], 3: ["log_odds", "p_later", "distance"] })
  .figures({
    solution: ({ p, weight, goal }, s) => {
      const marks =
        weight === 0
          ? [mark(s.log_odds, "p")]
          : goal === 0.5
            ? [mark(s.z, "p")]
            : [mark(s.log_odds, "p"), mark(s.z_later, "p1"), mark(s.z_goal, "p2")];
      return {
        figure: "curve",
        alt: `The S-shaped curve of the sigmoid, which leads from log-odds to probabilities. Marked on it: ${marks.map(({ x, y, label }) => `${label} at log-odds ${plain(x, 3)} and probability ${plain(y, 3)}`).join("; ")}.${weight === 0 ? ` It began with p = ${plain(p)}.` : ""}`,
        xLabel: "log-odds",
        yLabel: "probability",
        points: Array.from({ length: 41 }, (_, i) => point((i - 20) / 5)),
        marks,
      };
    },
  })
  .check(({ p, weight, bias, units, goal }) => {
    // Exact odds, multiplied by powers of e; the library's logit; the sigmoid as a hyperbolic tangent.
    const exact = (x: number) => {
      const share = new Fraction(String(x));
      return share.div(share.neg().add(1)).valueOf();
    };
    const score = bias + units * weight;
    const odds = exact(p) * Math.exp(weight * units);
    return {
      log_odds: logit(p),
      odds_back: Math.cosh(score) + Math.sinh(score),
      p_back: (1 + Math.tanh(score / 2)) / 2,
      p_later: odds / (1 + odds),
      distance: weight === 0 ? 0 : Math.log(exact(goal) / exact(p)) / weight,
    };
  });

function point(x: number) {
  return { x, y: Math.round(sigmoid(x) * 10000) / 10000 };
}

function mark(x: number, label: string) {
  return { ...point(Math.round(x * 10000) / 10000), label };
}
