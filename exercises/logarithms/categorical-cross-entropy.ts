/** Cross-entropy over several classes: from probabilities, from logits, and against soft targets (examples 24 and 39). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, row, vec } from "#lib/exercise/tex.ts";
import { crossEntropyFromLogits } from "#lib/math/logs.ts";
import { oneHot, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** Predicted probabilities at level 1, otherwise empty. */
  probabilities: z.array(z.number().gt(0).lt(1)),
  /** Logits at levels 2 and 3, otherwise empty. */
  logits: z.array(z.number()),
  /** The true class, counted from 0; at level 3 the class that gets the largest target. */
  label: z.int().min(0).max(2),
  /** The target distribution at level 3, otherwise empty. */
  target: z.array(z.number().min(0).max(1)),
});
type Params = z.infer<typeof params>;

const stories = [
  { who: "An image classifier looks at a photo of a", classes: ["cat", "dog", "bird"] },
  { who: "A classifier reads an article on", classes: ["politics", "sport", "culture"] },
  { who: "A language model predicts the next word, which is", classes: ["sun", "rain", "snow"] },
  { who: "A diagnostic model sees the data of somebody with", classes: ["a cold", "the flu", "an allergy"] },
] as const;
const classesOf = ({ story }: Params) => (stories[story] ?? stories[0]).classes;

const baseTen = "This took the logarithm to base 10. This loss uses the natural logarithm, $\\ln$.";
const baseTwo =
  "This took the logarithm to base 2, which counts in bits. This loss uses the natural logarithm, $\\ln$.";
const signLost =
  "A loss is never negative: the logarithm of a probability is at most 0, and the minus in front turns it round.";

const at = (v: readonly number[], i: number): number => v[i] ?? 0;
/** Minus the sum of all logarithms over the classes, as if every one of them were true. */
const ofAll = (v: readonly number[]): number => -sum(v.map((x) => Math.log(x)));

export default exercise({
  id: "logarithms/categorical-cross-entropy",
  version: 1,
  title: "Cross-entropy over several classes",
  summary:
    "Compute the loss of a prediction over three classes: from probabilities, from logits, against a soft target.",
  skills: ["cross-entropy", "softmax"],
  source: { section: "6.5", examples: [24, 39], formulas: ["categorical-cross-entropy", "softmax"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const label = rng.int(0, 2);
    if (level === 1) {
      // In hundredths: all three far enough apart.
      const [a, b] = [rng.int(6, 19), rng.int(23, 38)];
      return {
        story,
        probabilities: rng.shuffle([a, b, 100 - a - b]).map((x) => x / 100),
        logits: [],
        label,
        target: [],
      };
    }
    const tenths = rng.shuffle([-14, -9, -6, -3, 4, 7, 12, 15, 18, 21, 24, 27]).slice(0, 3);
    const logits = tenths.map((t) => t / 10);
    if (level === 2) return { story, probabilities: [], logits, label, target: [] };
    const large = rng.int(6, 8) * 10 - rng.pick([0, 5]);
    const small = rng.int(1, 2) * 5;
    const rest = [small, 100 - large - small];
    const target = rng.pick([true, false]) ? rest : rest.reverse();
    return { story, probabilities: [], logits, label, target: target.toSpliced(label, 0, large).map((x) => x / 100) };
  })
  .prompt((p, level) => {
    const { story, probabilities, logits, label, target } = p;
    const { who, classes } = stories[story] ?? stories[0];
    const order = `*${classes[0]}*, *${classes[1]}*, *${classes[2]}*`;
    const hot = row(oneHot(label, 3));
    return {
      1: `${who} **${classes[label]}**. To the classes ${order}, in this order, it gives the probabilities\n\n$$a = ${vec(probabilities)}$$\n\nThe label as a one-hot vector is $y = ${hot}$. Compute the **cross-entropy** of this prediction, with the natural logarithm.`,
      2: `${who} **${classes[label]}**. To the classes ${order}, in this order, its last layer gives the logits\n\n$$z = ${vec(logits)}$$\n\nA softmax turns them into probabilities $a$; the label as a one-hot vector is $y = ${hot}$. Compute the probability $a_${label + 1}$ of the true class, and the **cross-entropy**, with the natural logarithm.`,
      3: `Several people were asked which of the classes ${order} this is; their shares are the **soft target** $y = ${row(target)}$. For the same classes, a model gives the logits\n\n$$z = ${vec(logits)}$$\n\nCompute the logarithms $\\ln a$ of its softmax probabilities, the **cross-entropy** $L$ against the soft target, and how far $L$ is above the least value that it could have with this target. All logarithms are natural.`,
    }[level];
  })
  .step(
    "loss",
    scalar({ without: ["logarithms"] }),
    ({ probabilities, label }) => -Math.log(at(probabilities, label)),
    {
      label: "L",
      words: "the loss",
      hint: "The one-hot label strikes out all terms but that of the true class.",
      formula: "-\\sum_i y_i \\ln a_i",
      work: ({ probabilities, label }) => `-\\ln ${num(at(probabilities, label))}`,
      malrules: {
        "all-classes": {
          value: ({ probabilities }) => ofAll(probabilities),
          says: "The logarithms of all classes were added. Each is multiplied by its $y_i$, which is 0 for all but the true class.",
        },
        "sign-lost": { value: ({ probabilities, label }) => Math.log(at(probabilities, label)), says: signLost },
        "one-minus": {
          value: ({ probabilities, label }) => -Math.log(1 - at(probabilities, label)),
          says: "This is the loss for being told that it is another class. The true class was given $a_i$ itself.",
        },
        "base-ten": { value: ({ probabilities, label }) => -Math.log10(at(probabilities, label)), says: baseTen },
        "base-two": { value: ({ probabilities, label }) => -Math.log2(at(probabilities, label)), says: baseTwo },
      },
    },
  )
  .step("exponentials", vector({ workingDigits: 5 }), ({ logits }) => logits.map((x) => Math.exp(x)), {
    label: "e^{z}",
    words: "the exponentials of the logits",
    hint: "Take the exponential of each logit.",
    skill: "softmax",
    formula: "[e^{z_1},\\ e^{z_2},\\ e^{z_3}]",
    work: ({ logits }) => column(logits.map((x) => `e^{${num(x)}}`)),
  })
  .step("total", scalar({ workingDigits: 5 }), (_, s) => sum(s.exponentials), {
    label: "\\textstyle\\sum_j e^{z_j}",
    words: "the sum of the exponentials",
    hint: "Add the exponentials of all classes.",
    skill: "softmax",
    formula: "e^{z_1} + e^{z_2} + e^{z_3}",
    work: (_, s) => s.exponentials.map((x) => num(x)).join(" + "),
  })
  .step("a_true", scalar({ workingDigits: 5 }), ({ label }, s) => at(s.exponentials, label) / s.total, {
    label: "a_{\\text{true}}",
    words: "the probability of the true class",
    hint: "Divide the exponential of the true class by the sum of all.",
    skill: "softmax",
    formula: "\\dfrac{e^{z_i}}{\\sum_j e^{z_j}}",
    work: ({ label }, s) => `\\dfrac{${num(at(s.exponentials, label))}}{${num(s.total)}}`,
    malrules: {
      "logits-normalised": {
        value: ({ logits, label }) =>
          at(logits, label) > 0 && sum(logits) > at(logits, label) ? at(logits, label) / sum(logits) : undefined,
        says: "The logit was divided by the sum of the logits. Softmax takes exponentials first: logits may be negative.",
      },
      odds: {
        value: ({ label }, s) => at(s.exponentials, label) / (s.total - at(s.exponentials, label)),
        says: "This was divided by the other exponentials only. The true class belongs to the sum as well.",
      },
      "not-normalized": {
        value: ({ label, logits }, s) => (at(logits, label) < 0 ? at(s.exponentials, label) : undefined),
        says: "This is $e^{z_i}$ alone. Divide by the sum over all classes to get a probability.",
      },
    },
  })
  .step("loss_logits", scalar({ without: ["logarithms"], workingDigits: 5 }), (_, s) => -Math.log(s.a_true), {
    label: "L",
    words: "the loss",
    hint: "Only the true class counts: minus the natural logarithm of its probability.",
    formula: "-\\sum_i y_i \\ln a_i = -\\ln a_{\\text{true}}",
    work: (_, s) => `-\\ln ${num(s.a_true)}`,
    malrules: {
      "all-classes": {
        value: (_, s) => ofAll(s.exponentials.map((x) => x / s.total)),
        says: "The logarithms of all classes were added. Each is multiplied by its $y_i$, which is 0 for all but the true class.",
      },
      "minus-logit": {
        value: ({ logits, label }) => -at(logits, label),
        says: "This is minus the logit. From $\\ln a_i = z_i - \\ln \\sum_j e^{z_j}$ the second part is missing.",
      },
      "sign-lost": { value: (_, s) => Math.log(s.a_true), says: signLost },
      "base-ten": { value: (_, s) => -Math.log10(s.a_true), says: baseTen },
      "base-two": { value: (_, s) => -Math.log2(s.a_true), says: baseTwo },
    },
  })
  .step("log_total", scalar({ workingDigits: 5 }), (_, s) => Math.log(s.total), {
    label: "\\ln \\textstyle\\sum_j e^{z_j}",
    words: "the logarithm of the sum of the exponentials",
    hint: "Take the natural logarithm of the sum.",
    formula: "\\ln\\bigl(e^{z_1} + e^{z_2} + e^{z_3}\\bigr)",
    work: (_, s) => `\\ln ${num(s.total)}`,
  })
  .step("log_probabilities", vector({ workingDigits: 5 }), ({ logits }, s) => logits.map((x) => x - s.log_total), {
    label: "\\ln a",
    words: "the logarithms of the probabilities",
    hint: "The logarithm of the quotient is a difference: each logit, less the logarithm of the sum.",
    skill: "softmax",
    formula: "\\Bigl[z_i - \\ln \\sum_j e^{z_j}\\Bigr]_i",
    work: ({ logits }, s) => column(logits.map((x) => `${num(x)} - ${par(s.log_total)}`)),
    malrules: {
      "sum-not-logged": {
        value: ({ logits }, s) => logits.map((x) => x - s.total),
        says: "The sum of the exponentials was subtracted as it is. It is its logarithm that is subtracted.",
      },
      "log-left-out": {
        value: (_, s) => s.exponentials.map((x) => x / s.total),
        says: "These are the probabilities. Their logarithms are asked for, and they are all negative.",
      },
    },
  })
  .step(
    "loss_soft",
    scalar({ workingDigits: 5 }),
    ({ target }, s) => -sum(target.map((y, i) => y * at(s.log_probabilities, i))),
    {
      label: "L",
      words: "the loss against the soft target",
      hint: "Weigh the logarithm of each class with its share in the target, add up, and turn the sign.",
      formula: "-\\sum_i y_i \\ln a_i",
      work: ({ target }, s) =>
        `-\\bigl(${target.map((y, i) => `${num(y)} \\cdot ${par(at(s.log_probabilities, i))}`).join(" + ")}\\bigr)`,
      malrules: {
        "largest-only": {
          value: ({ label }, s) => -at(s.log_probabilities, label),
          says: "Only the class with the largest share was counted. A soft target has three terms, each with its weight.",
        },
        direction: {
          value: ({ target }, s) => -sum(target.map((y, i) => Math.exp(at(s.log_probabilities, i)) * Math.log(y))),
          says: "Target and prediction have changed places. The logarithm is taken of the prediction, the target gives the weights.",
        },
        unweighted: {
          value: (_, s) => -sum(s.log_probabilities) / 3,
          says: "This is the plain mean of the logarithms. Each belongs to its share in the target.",
        },
      },
    },
  )
  .step("least", scalar({ workingDigits: 5 }), ({ target }) => -sum(target.map((y) => y * Math.log(y))), {
    label: "L_{\\min}",
    words: "the least possible loss with this target",
    hint: "The loss is least where the prediction is the target itself: put the target in for the prediction.",
    formula: "-\\sum_i y_i \\ln y_i",
    work: ({ target }) => `-\\bigl(${target.map((y) => `${num(y)} \\ln ${num(y)}`).join(" + ")}\\bigr)`,
    malrules: {
      "zero-least": {
        value: () => 0,
        says: "The least loss is 0 only for a one-hot target. A soft target is uncertain itself, and that much stays.",
      },
    },
  })
  .step("excess", scalar({ workingDigits: 6 }), (_, s) => s.loss_soft - s.least, {
    label: "L - L_{\\min}",
    words: "how far the loss is above its least value",
    hint: "Subtract the least value. What is left tells how far the prediction is from the target.",
    formula: "-\\sum_i y_i \\ln a_i + \\sum_i y_i \\ln y_i",
    work: (_, s) => `${num(s.loss_soft)} - ${num(s.least)}`,
  })
  .asks({ 1: ["loss"], 2: ["a_true", "loss_logits"], 3: ["log_probabilities", "loss_soft", "excess"] })
  .figures({
    solution: (p, s) => {
      const predicted = p.probabilities.length > 0 ? p.probabilities : s.exponentials.map((x) => x / s.total);
      const bars = classesOf(p).map((label, i) => ({ label, value: Math.round(at(predicted, i) * 10000) / 10000 }));
      const truth =
        p.target.length > 0
          ? `the target gives them ${p.target.map((y) => plain(y)).join(", ")}`
          : `the true class is ${classesOf(p)[p.label]}`;
      return {
        figure: "bars",
        alt: `The predicted probabilities: ${bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ")}; ${truth}.`,
        bars,
      };
    },
  })
  .examples({
    "24": { level: 1, params: { story: 0, probabilities: [0.9, 0.06, 0.04], logits: [], label: 0, target: [] } },
    "39": { level: 2, params: { story: 0, probabilities: [], logits: [2, 1, 0.1], label: 0, target: [] } },
  })
  .check(({ probabilities, logits, label, target }) => {
    const { length } = logits;
    const z = length > 0 ? logits : probabilities.map((x) => Math.log(x));
    const loss = crossEntropyFromLogits(oneHot(label, 3), z);
    // The loss against a soft target is a mixture of the losses against each class.
    const losses = z.map((_, i) => crossEntropyFromLogits(oneHot(i, 3), z));
    const own = target.map((y) => Math.log(y));
    const soft = target.reduce((total, y, i) => total + y * at(losses, i), 0);
    return {
      loss,
      a_true: Math.exp(-loss),
      loss_logits: loss,
      log_probabilities: losses.map((x) => -x),
      loss_soft: soft,
      excess: soft - (target.length > 0 ? crossEntropyFromLogits(target, own) : 0),
    };
  });
