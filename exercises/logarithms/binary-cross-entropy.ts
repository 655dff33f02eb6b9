/** Binary cross-entropy: of one prediction, under either label, and as the mean over a batch (example 24). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, row, terms } from "#lib/exercise/tex.ts";
import { logit } from "#lib/math/activations.ts";
import { binaryCrossEntropyFromLogit } from "#lib/math/logs.ts";
import { mean, sum } from "#lib/math/vector.ts";

/** Who predicts what, of which things, and how it turned out for the labels 0 and 1. */
const stories = [
  ["A spam filter", "that a message is spam", "messages", "the message is not spam", "the message is spam"],
  ["A weather model", "of rain tomorrow", "days", "it stays dry", "it rains"],
  ["A bank's model", "that a loan is paid back", "loans", "the loan is not paid back", "the loan is paid back"],
  ["A shop's model", "that a visitor buys something", "visitors", "the visitor buys nothing", "the visitor buys"],
] as const;

const baseTen = "This took the logarithm to base 10. This loss uses the natural logarithm, $\\ln$.";
const baseTwo =
  "This took the logarithm to base 2, which counts in bits. This loss uses the natural logarithm, $\\ln$.";
const positive =
  "A loss is never negative. The logarithm of a probability is at most 0, and the minus sign in front turns it round.";

export default exercise({
  id: "logarithms/binary-cross-entropy",
  version: 1,
  title: "Binary cross-entropy",
  summary: "Compute what a predicted probability costs once the label is known, for one prediction and for a batch.",
  skills: ["cross-entropy"],
  source: { section: "4.3", examples: [24], formulas: ["binary-cross-entropy"] },
  scarce: { 1: "One prediction of two digits and one label." },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      predictions: z.array(z.number().gt(0).lt(1)).min(1),
      /** One for each prediction; none at level 2, which asks about both labels. */
      labels: z.array(z.int().min(0).max(1)),
    }),
    (rng, level) => {
      // Away from one half, where both labels cost nearly the same.
      const decided = () => (rng.pick([true, false]) ? rng.int(60, 340) : rng.int(660, 930)) / 1000;
      const prediction = () => (rng.pick([true, false]) ? rng.int(6, 41) : rng.int(59, 93)) / 100;
      const story = rng.int(0, 3);
      if (level === 1) return { story, predictions: [prediction()], labels: [rng.int(0, 1)] };
      if (level === 2) return { story, predictions: [decided()], labels: [] };
      return { story, predictions: rng.list(4, prediction), labels: rng.shuffle([0, 1, 0, 1]) };
    },
  )
  .prompt(({ story, predictions, labels }, level) => {
    const [model, predicts, items, negative, affirmative] = stories[story] ?? stories[0];
    const [first = 0] = predictions;
    const one = `${model} gives the probability $\\hat y = ${num(first)}$ ${predicts}.`;
    return {
      1: `${one} It turns out that ${labels[0] === 1 ? affirmative : negative}, so the label is $y = ${labels[0] ?? 0}$.\n\nCompute the **binary cross-entropy** of this prediction, with the natural logarithm.`,
      2: `${one} The label is not known yet.\n\nHow large is the **binary cross-entropy** if the label turns out to be $y = 1$, and how large if it is $y = 0$? How much more does it cost to be wrong than to be right? Use the natural logarithm.`,
      3: `${model} gives a probability ${predicts}. For ${labels.length} ${items} it gives $\\hat y = ${row(predictions)}$; the labels turn out to be $y = ${row(labels)}$.\n\nCompute the **binary cross-entropy** of each prediction, with the natural logarithm, and then the loss of the batch, which is their **mean**.`,
    }[level];
  })
  .step("loss", scalar({ without: ["logarithms"] }), (p) => costs(p)[0] ?? 0, {
    label: "L",
    words: "the loss",
    hint: "One of the two terms is multiplied by 0. What is left is minus the natural logarithm of the probability given to the true label.",
    formula: "-\\bigl(y \\ln \\hat y + (1 - y) \\ln(1 - \\hat y)\\bigr)",
    work: (p) => logsOf(p)[0] ?? "",
    malrules: {
      "wrong-term": {
        value: (p) => costs(p, 0)[0],
        says: "This is the other term. The label picks it: $\\ln \\hat y$ where $y = 1$, and $\\ln(1 - \\hat y)$ where $y = 0$.",
      },
      ...misread((p) => costs(p)[0] ?? 0),
    },
  })
  .step("if_positive", scalar({ without: ["logarithms"] }), ({ predictions: [q = 0] }) => -Math.log(q), {
    label: "L_{y=1}",
    words: "the loss if the label is 1",
    hint: "With y = 1 only the first term is left.",
    formula: "-\\bigl(1 \\cdot \\ln \\hat y + 0 \\cdot \\ln(1 - \\hat y)\\bigr)",
    work: ({ predictions: [q = 0] }) => `-\\ln ${num(q)}`,
    malrules: {
      "wrong-term": {
        value: ({ predictions: [q = 0] }) => -Math.log(1 - q),
        says: "This is the loss for $y = 0$. With $y = 1$ the term with $\\ln \\hat y$ is the one that stays.",
      },
      ...misread(({ predictions: [q = 0] }) => -Math.log(q)),
    },
  })
  .step("if_negative", scalar({ without: ["logarithms"] }), ({ predictions: [q = 0] }) => -Math.log(1 - q), {
    label: "L_{y=0}",
    words: "the loss if the label is 0",
    hint: "With y = 0 only the second term is left.",
    formula: "-\\bigl(0 \\cdot \\ln \\hat y + 1 \\cdot \\ln(1 - \\hat y)\\bigr)",
    work: ({ predictions: [q = 0] }) => `-\\ln(1 - ${num(q)})`,
    malrules: {
      "wrong-term": {
        value: ({ predictions: [q = 0] }) => -Math.log(q),
        says: "This is the loss for $y = 1$. The label 0 was given the rest of the probability, $1 - \\hat y$.",
      },
      ...misread(({ predictions: [q = 0] }) => -Math.log(1 - q)),
    },
  })
  .step(
    "gap",
    scalar({ without: ["logarithms"], workingDigits: 4 }),
    (_, s) => Math.abs(s.if_negative - s.if_positive),
    {
      label: "\\lvert L_{y=0} - L_{y=1} \\rvert",
      words: "how much more it costs to be wrong than to be right",
      hint: "Take the smaller of the two losses from the larger one.",
      formula: "L_{\\text{wrong}} - L_{\\text{right}}",
      work: (_, s) => terms([Math.max(s.if_positive, s.if_negative), -Math.min(s.if_positive, s.if_negative)]),
      malrules: {
        ratio: {
          value: (_, s) => Math.max(s.if_positive, s.if_negative) / Math.min(s.if_positive, s.if_negative),
          says: "This says how many times as much it costs. How much more it costs is the difference of the two losses.",
        },
        "base-ten": { value: (_, s) => Math.abs(s.if_negative - s.if_positive) / Math.LN10, says: baseTen },
        "base-two": { value: (_, s) => Math.abs(s.if_negative - s.if_positive) / Math.LN2, says: baseTwo },
      },
    },
  )
  .step("losses", vector({ without: ["logarithms"] }), (p) => costs(p), {
    label: "L",
    words: "the loss of each example",
    hint: "For each example take minus the natural logarithm of the probability that was given to its true label.",
    formula: "\\bigl(-y_i \\ln \\hat y_i - (1 - y_i) \\ln(1 - \\hat y_i)\\bigr)_i",
    work: (p) => column(logsOf(p)),
    malrules: {
      "labels-ignored": {
        value: ({ predictions }) => predictions.map((q) => -Math.log(q)),
        says: "This is right only where the label is 1. Where it is 0, the true label was given $1 - \\hat y$.",
      },
      "wrong-term": {
        value: (p) => costs(p, 0),
        says: "Each example got its other term. The label picks it: $\\ln \\hat y$ where $y = 1$, and $\\ln(1 - \\hat y)$ where $y = 0$.",
      },
      "negatives-skipped": {
        value: (p) => costs(p).map((loss, i) => (p.labels[i] === 1 ? loss : 0)),
        says: "The examples with $y = 0$ cost something too: for them the second term, $-\\ln(1 - \\hat y)$, is what is left.",
      },
      "sign-lost": { value: (p) => costs(p).map((loss) => -loss), says: positive },
      "base-ten": { value: (p) => costs(p).map((loss) => loss / Math.LN10), says: baseTen },
      "base-two": { value: (p) => costs(p).map((loss) => loss / Math.LN2), says: baseTwo },
    },
  })
  .step("batch_loss", scalar({ without: ["logarithms"] }), (_, s) => mean(s.losses), {
    label: "\\bar L",
    words: "the mean loss of the batch",
    hint: "Add the losses up and divide by how many there are.",
    formula: "\\dfrac{1}{n} \\sum_{i=1}^{n} L_i",
    work: (_, s) => `\\tfrac{1}{${s.losses.length}} (${s.losses.map((x) => par(x)).join(" + ")})`,
    malrules: {
      "sum-for-mean": {
        value: (_, s) => sum(s.losses),
        says: "This is the sum. The loss of a batch is the mean, so that it does not grow with the size of the batch.",
      },
    },
  })
  .asks({ 1: ["loss"], 2: ["if_positive", "if_negative", "gap"], 3: ["losses", "batch_loss"] })
  .figures({
    solution: ({ predictions, labels }) => {
      const [q = 0] = predictions;
      const marks =
        labels.length === 0
          ? [onCurve(q, "y = 1"), onCurve(1 - q, "y = 0")]
          : predictions.map((at, i) =>
              onCurve(labels[i] === 1 ? at : 1 - at, labels.length === 1 ? "L" : `example ${i + 1}`),
            );
      return {
        figure: "curve",
        alt: `The curve of minus ln p falls from large losses near p = 0 to the loss 0 at p = 1. Marked on it: ${marks.map(({ x, y, label }) => `${label}, at p = ${plain(x)}, is ${plain(y, 3)}`).join("; ")}.`,
        xLabel: "probability p given to the true label",
        yLabel: "loss",
        points: Array.from({ length: 49 }, (_, i) => ({ x: (i + 2) / 50, y: -Math.log((i + 2) / 50) })),
        marks,
      };
    },
  })
  .examples({
    "24": { level: 1, params: { story: 0, predictions: [0.9], labels: [1] } },
    "24-wrong": { level: 1, params: { story: 0, predictions: [0.1], labels: [1] } },
  })
  .check(({ predictions, labels }) => {
    const fromLogit = (y: number, q: number) => binaryCrossEntropyFromLogit(y, logit(q));
    const [q = 0] = predictions;
    const likelihood = predictions.reduce((product, at, i) => {
      const given = new Fraction(at);
      return product.mul(labels[i] === 1 ? given : given.sub(1).abs());
    }, new Fraction(1));
    return {
      loss: fromLogit(labels[0] ?? 0, q),
      if_positive: fromLogit(1, q),
      if_negative: fromLogit(0, q),
      gap: Math.abs(logit(q)),
      losses: predictions.map((at, i) => fromLogit(labels[i] ?? 0, at)),
      batch_loss: -Math.log(likelihood.valueOf()) / predictions.length,
    };
  });

interface Bets {
  predictions: readonly number[];
  labels: readonly number[];
}

/** Minus the logarithm of what each prediction gives to the label that came true; to the other one with `counts` 0. */
function costs({ predictions, labels }: Bets, counts = 1): number[] {
  return predictions.map((q, i) => -Math.log(labels[i] === counts ? q : 1 - q));
}

function logsOf({ predictions, labels }: Bets): string[] {
  return predictions.map((q, i) => (labels[i] === 1 ? `-\\ln ${num(q)}` : `-\\ln(1 - ${num(q)})`));
}

/** The mistakes that the loss of any one prediction invites. */
function misread(loss: (p: Bets) => number) {
  return {
    "sign-lost": { value: (p: Bets) => -loss(p), says: positive },
    "base-ten": { value: (p: Bets) => loss(p) / Math.LN10, says: baseTen },
    "base-two": { value: (p: Bets) => loss(p) / Math.LN2, says: baseTwo },
  };
}

function onCurve(p: number, label: string) {
  return { x: p, y: -Math.log(p), label };
}
