/** Back through softmax and cross-entropy at once: a − y, and on to the weights of the last layer (example 39). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, terms, vec } from "#lib/exercise/tex.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { crossEntropyFromLogits } from "#lib/math/logs.ts";
import { matvec, minus, scaled } from "#lib/math/matrix.ts";
import { add, hadamard, oneHot, outer, scale, subtract, sum, type Vector } from "#lib/math/vector.ts";

const stories = [
  { shows: "A photo shows a", classes: ["cat", "dog", "bird"] },
  { shows: "A spoken word is", classes: ["yes", "no", "stop"] },
  { shows: "A film is a", classes: ["comedy", "drama", "thriller"] },
  { shows: "A soil sample is mostly", classes: ["sand", "silt", "clay"] },
] as const;

const numbers = z.array(z.number());

export default exercise({
  id: "backpropagation/softmax-cross-entropy",
  version: 1,
  title: "Softmax with cross-entropy, backward",
  summary: "Carry the gradient of a classifier's loss to its logits, and on to the weights of its last layer.",
  skills: ["backprop-softmax", "softmax", "cross-entropy"],
  source: { section: "6.5", examples: [39], formulas: ["softmax-cross-entropy", "categorical-cross-entropy"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      /** The true class, counted from 0. */
      target: z.int().min(0).max(2),
      /** Empty at level 3, where the last layer gives them. */
      logits: numbers,
      /** The activations that the last layer works on; empty at level 1. */
      h: numbers,
      /** The last layer and the learning rate, at level 3. */
      W: z.array(numbers),
      b: numbers,
      rate: z.number(),
    }),
    (rng, level) => {
      const shared = { story: rng.int(0, 3), target: rng.int(0, 2) };
      // In tenths: no class takes nearly everything.
      const tenths = rng.shuffle([-8, -5, -3, 4, 6, 9, 12, 15, 17, 20]).slice(0, 3);
      if (level === 1) return { ...shared, logits: tenths.map((t) => t / 10), h: [], W: [], b: [], rate: 0 };
      const h = rng
        .shuffle([1.5, 2, 2.5, 3, 4, 5])
        .slice(0, 2)
        .map((size) => size * rng.pick([1, -1]));
      if (level === 2) return { ...shared, logits: tenths.map((t) => t / 10), h, W: [], b: [], rate: 0 };
      const W = tenths.map(() => h.map(() => rng.int(2, 9) * rng.pick([1, -1])));
      const b = tenths.map((t, i) => (10 * t - sum((W[i] ?? []).map((w, j) => 10 * w * (h[j] ?? 0)))) / 100);
      return {
        ...shared,
        logits: [],
        h,
        W: W.map((row) => row.map((w) => w / 10)),
        b,
        rate: rng.pick([0.1, 0.2, 0.5]),
      };
    },
  )
  .prompt(({ story, target, logits, h, W, b, rate }, level) => {
    const { shows, classes } = stories[story] ?? stories[0];
    const y = `y = ${vec(oneHot(target, 3))}`;
    const about = `${shows} *${classes[target]}*, and a classifier weighs the classes *${classes.join("*, *")}*: it turns its logits $z$ into probabilities $a = \\operatorname{softmax}(z)$, and its loss is the cross-entropy $L = -\\sum_i y_i \\ln a_i$.`;
    return {
      1: `${about}\n\n$$z = ${vec(logits)}, \\qquad ${y}$$\n\nCompute the gradient of the loss by the **logits**.`,
      2: `${about} The logits come from a last layer $z = Wh + b$.\n\n$$h = ${vec(h)}, \\qquad z = ${vec(logits)}, \\qquad ${y}$$\n\nCompute the **loss**, its gradient by the **logits**, and its gradient by the **weights** $W$.`,
      3: `${about} The logits come from a last layer $z = Wh + b$.\n\n$$W = ${mat(W)}, \\qquad h = ${vec(h)}, \\qquad b = ${vec(b)}, \\qquad ${y}$$\n\nGo forward to the probabilities and back to the **logits** and the **weights**, and take **one step of gradient descent** on $W$ with the learning rate $\\alpha = ${num(rate)}$.`,
    }[level];
  })
  .step("z", vector(), ({ W, h, b }) => add(matvec(W, h), b), {
    label: "z",
    words: "the logits",
    hint: "Multiply each row of W with the activations, and add the bias of that row.",
    formula: "Wh + b",
    work: ({ W, h, b }) => column(W.map((row, i) => terms([...hadamard(row, h), b[i] ?? 0]))),
    malrules: {
      "bias-dropped": {
        value: ({ W, h }) => matvec(W, h),
        says: "The logits were computed without the bias: $z = Wh + b$.",
      },
    },
  })
  .step("exponentials", vector(), (p, s) => logitsOf(p, s).map(Math.exp), {
    label: "u",
    words: "the exponentials of the logits",
    hint: "Begin the softmax with the exponential of every logit.",
    skill: "softmax",
    formula: "\\begin{bmatrix} e^{z_1} \\\\ e^{z_2} \\\\ e^{z_3} \\end{bmatrix}",
    work: (p, s) => column(logitsOf(p, s).map((z) => `e^{${num(z)}}`)),
  })
  .step(
    "a",
    vector({ scale: "common", equality: "distribution" }),
    (_, s) => scale(1 / sum(s.exponentials), s.exponentials),
    {
      label: "a",
      words: "the probabilities of the classes",
      hint: "Divide each exponential by the sum of all of them.",
      skill: "softmax",
      formula: "\\dfrac{1}{\\sum_j u_j}\\, u",
      work: (_, s) => `\\frac{1}{${s.exponentials.map((u) => par(u)).join(" + ")}} ${vec(s.exponentials)}`,
      malrules: {
        "not-normalised": {
          value: (_, s) => [...s.exponentials],
          says: "The exponentials were not divided by their sum, so $a$ does not add up to 1.",
        },
      },
    },
  )
  .step("L", scalar({ without: ["logarithms"] }), ({ target }, s) => -Math.log(s.a[target] ?? 0), {
    label: "L",
    words: "the loss",
    hint: "Since y is 1 for the true class and 0 elsewhere, one term of the sum is left.",
    skill: "cross-entropy",
    formula: "-\\sum_i y_i \\ln a_i",
    work: ({ target }, s) => `-\\ln ${num(s.a[target] ?? 0)}`,
    malrules: {
      "all-classes": {
        value: (_, s) => -sum(s.a.map(Math.log)),
        says: "This adds up all three terms. Only that of the true class counts: the others are multiplied by $y_i = 0$.",
      },
      "base-ten": {
        value: ({ target }, s) => -Math.log10(s.a[target] ?? 0),
        says: "This took the logarithm to base 10. The loss uses the natural logarithm, $\\ln$.",
      },
    },
  })
  .step("dL_dz", vector({ scale: "common" }), ({ target }, s) => subtract(s.a, oneHot(target, s.a.length)), {
    label: "\\dfrac{\\partial L}{\\partial z}",
    words: "the gradient by the logits",
    hint: "Softmax and cross-entropy go back in one step: what is left is the difference of probabilities and target.",
    formula: "a - y",
    work: ({ target }, s) => `${vec(s.a)} - ${vec(oneHot(target, s.a.length))}`,
    malrules: {
      "difference-reversed": {
        value: ({ target }, s) => subtract(oneHot(target, s.a.length), s.a),
        says: "The sign is turned round: it is $a - y$. Raising the logit of the true class lowers the loss, so its entry is negative.",
      },
      "slope-kept": {
        value: ({ target }, s) =>
          hadamard(
            subtract(s.a, oneHot(target, s.a.length)),
            s.a.map((ai) => ai * (1 - ai)),
          ),
        says: "The factor $a(1 - a)$ is one too many: $a - y$ already has the softmax in it. That factor belongs to a sigmoid with a squared error.",
      },
      "stops-at-a": {
        value: ({ target }, s) => s.a.map((ai, i) => (i === target ? -1 / ai : 0)),
        says: "This is $-y/a$, the gradient by the probabilities $a$. It still has to go back through the softmax to the logits.",
      },
      "target-forgotten": {
        value: (_, s) => [...s.a],
        says: "These are the probabilities. The target has still to be taken off: $a - y$.",
      },
    },
  })
  .step("dL_dW", matrix({ scale: "common" }), ({ h }, s) => outer(s.dL_dz, h), {
    label: "\\dfrac{\\partial L}{\\partial W}",
    words: "the gradient by the weights of the last layer",
    hint: "Every weight gets the gradient of the logit it feeds, times the activation it multiplies: an outer product.",
    formula: "\\dfrac{\\partial L}{\\partial z}\\, h^\\top = (a - y)\\, h^\\top",
    work: ({ h }, s) => `${vec(s.dL_dz)} ${mat([h])}`,
    malrules: {
      "outer-reversed": {
        // Where W itself is stepped, nothing could be computed with it; grading then names it as a transposed answer.
        value: ({ h, rate }, s) => (rate === 0 ? outer(h, s.dL_dz) : undefined),
        says: "The outer product is the wrong way round. The gradient has the shape of $W$: one row for each logit, one column for each entry of $h$.",
      },
      "input-missing": {
        value: ({ h }, s) =>
          outer(
            s.dL_dz,
            h.map(() => 1),
          ),
        says: "Each column has to be multiplied by its entry of $h$, since $z = Wh + b$. Without it these are gradients by the bias.",
      },
    },
  })
  .step(
    "W_new",
    matrix({ rule: { digits: 4 }, workingDigits: 6 }),
    ({ W, rate }, s) => minus(W, scaled(rate, s.dL_dW)),
    {
      label: "W_{\\text{new}}",
      words: "the new weights",
      hint: "Step against the gradient, scaled by the learning rate.",
      formula: "W - \\alpha\\,\\dfrac{\\partial L}{\\partial W}",
      work: ({ W, rate }, s) => `${mat(W)} - ${num(rate)} ${mat(s.dL_dW)}`,
      malrules: {
        ascent: {
          value: ({ W, rate }, s) => minus(W, scaled(-rate, s.dL_dW)),
          says: "This step goes uphill. Descent subtracts the gradient.",
        },
        "rate-forgotten": {
          value: ({ W }, s) => minus(W, s.dL_dW),
          says: "The learning rate is missing: the step is $\\alpha$ times the gradient.",
        },
      },
    },
  )
  .asks({ 1: ["dL_dz"], 2: ["L", "dL_dz", "dL_dW"], 3: ["dL_dz", "dL_dW", "W_new"] })
  .figures({
    solution: ({ story, target }, s) => {
      const { classes } = stories[story] ?? stories[0];
      const bars = s.dL_dz.map((value, i) => ({ label: classes[i] ?? "", value }));
      return {
        figure: "bars",
        alt: `The gradient by each logit as bars that add up to 0: ${bars.map(({ label, value }) => `${label} ${plain(value, 3)}`).join(", ")}. Only that of the true class, ${classes[target] ?? ""}, points down.`,
        bars,
      };
    },
  })
  .examples({
    "39": { level: 1, params: { story: 0, target: 0, logits: [2, 1, 0.1], h: [], W: [], b: [], rate: 0 } },
  })
  .check(({ target, logits, h, W, b, rate }) => {
    const y = oneHot(target, 3);
    // Where the logits are given, a layer without weights gives them: its gradient by W is the same.
    const weights = auto.matrixVariable(W.length > 0 ? W : y.map(() => h.map(() => 0)));
    const z = auto.add(auto.matvec(weights, h), W.length > 0 ? b : logits);
    auto.crossEntropy(y, auto.softmax(z)).backward();
    const dL_dW = auto.gradientOfMatrix(weights);
    return {
      L: crossEntropyFromLogits(
        y,
        z.map(({ data }) => data),
      ),
      dL_dz: auto.gradientOfVector(z),
      dL_dW,
      W_new: W.map((row, i) => row.map((w, j) => w - rate * (dL_dW[i]?.[j] ?? 0))),
    };
  });

/** The logits as given, or as the last layer gave them. */
function logitsOf(p: { logits: Vector }, s: { z: Vector }): Vector {
  return p.logits.length > 0 ? p.logits : s.z;
}
