/** From the delta of a layer to the gradients of its weights and its bias, for one sample and for two (§6.4). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, vector } from "#lib/exercise/kinds.ts";
import { mat, num, vec } from "#lib/exercise/tex.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { plus, scaled, transpose } from "#lib/math/matrix.ts";
import { add, outer, scale, subtract, sum, type Vector } from "#lib/math/vector.ts";

const stories = [
  "Backpropagation through a network has come to a layer that computes $z = Wa + b$ from the activations $a$ below it.",
  "A layer of a speech recogniser computes $z = Wa + b$ from the activations $a$ of the layer below.",
  "In a network that prices houses, one layer computes $z = Wa + b$ from what the layer below passes on.",
  "A layer of a network that sorts parts computes $z = Wa + b$ from its inputs $a$.",
] as const;

const numbers = z.array(z.number());

export default exercise({
  id: "backpropagation/weight-outer-product",
  version: 1,
  title: "From a delta to the weights",
  summary: "Turn the delta of a layer into the gradients by its weight matrix and its bias.",
  skills: ["backprop-layers"],
  source: { section: "6.4", formulas: ["weight-outer-product", "bias-gradient", "layer-update"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      /** The delta of the layer and its input; those of the second sample are empty below level 3. */
      delta: numbers,
      a: numbers,
      delta_2: numbers,
      a_2: numbers,
      /** Only at level 2. */
      b: numbers,
      rate: z.number(),
    }),
    (rng, level) => {
      const signed = (n: number) => n * rng.pick([1, -1]);
      // Deltas count in hundredths, inputs in tenths; no size twice, so that rows and columns can be told apart.
      const deltas = rng.shuffle([12, 15, 18, 24, 27, 32, 36, 42, 45, 48, 54, 63]).map((n) => signed(n) / 100);
      const inputs = rng.shuffle([2, 3, 4, 6, 7, 8, 9, 12, 14, 15, 16]).map((n) => signed(n) / 10);
      const [units, width] = [level === 2 ? 3 : 2, level === 3 ? 3 : 2];
      return {
        story: rng.int(0, 3),
        delta: deltas.slice(0, units),
        a: inputs.slice(0, width),
        delta_2: level === 3 ? deltas.slice(2, 4) : [],
        a_2: level === 3 ? inputs.slice(3, 6) : [],
        b: level === 2 ? rng.list(3, () => signed(rng.int(2, 9)) / 10) : [],
        rate: level === 2 ? rng.pick([0.1, 0.2, 0.5]) : 0,
      };
    },
  )
  .prompt(({ story, delta, a, delta_2, a_2, b, rate }, level) => {
    const known = `${stories[story]} Its delta, the gradient of the loss by $z$, has just been found.`;
    const both = `$$\\delta = ${vec(delta)}, \\qquad a = ${vec(a)}$$`;
    return {
      1: `${known}\n\n${both}\n\nCompute the gradient by the **weights**, in the shape of $W$: a row for each unit, a column for each input.`,
      2: `${known}\n\n$$\\delta = ${vec(delta)}, \\qquad a = ${vec(a)}, \\qquad b = ${vec(b)}$$\n\nCompute the gradient by the **weights**, in the shape of $W$: a row for each unit, a column for each input. Compute also the **bias** after one step of gradient descent with the learning rate $\\alpha = ${num(rate)}$.`,
      3: `${stories[story]} A batch has two samples, and the loss is the mean of theirs, $L = \\frac12 (L_1 + L_2)$. For each of them the delta $\\delta_i = \\partial L_i / \\partial z_i$ is known.\n\n$$\\delta_1 = ${vec(delta)}, \\quad a_1 = ${vec(a)}, \\qquad \\delta_2 = ${vec(delta_2)}, \\quad a_2 = ${vec(a_2)}$$\n\nCompute the gradients of $L$ by the **weights** and by the **bias** of the layer. That by $W$ has a row for each unit and a column for each input.`,
    }[level];
  })
  .step("dL_dW", matrix(), ({ delta, a }) => outer(delta, a), {
    label: "\\dfrac{\\partial L}{\\partial W}",
    words: "the gradient by the weights",
    hint: "The weight in row i and column j takes input j to unit i: its gradient is the delta of the one times the other.",
    formula: "\\delta\\, a^\\top",
    work: ({ delta, a }) => `${vec(delta)} ${mat([a])}`,
    malrules: weightMistakes(),
  })
  .step("b_new", vector(), ({ b, delta, rate }) => subtract(b, scale(rate, delta)), {
    label: "b_{\\text{new}}",
    words: "the new bias",
    hint: "The bias enters z with the factor 1, so its gradient is the delta itself. Step against it.",
    formula: "b - \\alpha\\,\\dfrac{\\partial L}{\\partial b} = b - \\alpha\\,\\delta",
    work: ({ b, delta, rate }) => `${vec(b)} - ${num(rate)} ${vec(delta)}`,
    malrules: {
      ascent: {
        value: ({ b, delta, rate }) => add(b, scale(rate, delta)),
        says: "This step goes uphill. Descent subtracts the gradient.",
      },
      "rate-forgotten": {
        value: ({ b, delta }) => subtract(b, delta),
        says: "The learning rate is missing: the step is $\\alpha$ times the gradient.",
      },
      "input-kept": {
        value: ({ b, delta, a, rate }) => subtract(b, scale(rate * sum(a), delta)),
        says: "The inputs are in this gradient. They belong to the weights: the bias enters $z$ with the factor 1.",
      },
    },
  })
  .step("dL1_dW", matrix(), ({ delta, a }) => outer(delta, a), {
    label: "\\dfrac{\\partial L_1}{\\partial W}",
    words: "the gradient of the first sample by the weights",
    hint: "Begin with the outer product of the first sample alone: its delta down the rows, its input along the columns.",
    formula: "\\delta_1 a_1^\\top",
    work: ({ delta, a }) => `${vec(delta)} ${mat([a])}`,
  })
  .step("dL2_dW", matrix(), ({ delta_2, a_2 }) => outer(delta_2, a_2), {
    label: "\\dfrac{\\partial L_2}{\\partial W}",
    words: "the gradient of the second sample by the weights",
    hint: "Do the same for the second sample, with its own delta and its own input.",
    formula: "\\delta_2 a_2^\\top",
    work: ({ delta_2, a_2 }) => `${vec(delta_2)} ${mat([a_2])}`,
  })
  .step("batch_dL_dW", matrix(), (_, s) => scaled(1 / 2, plus(s.dL1_dW, s.dL2_dW)), {
    label: "\\dfrac{\\partial L}{\\partial W}",
    words: "the gradient of the batch by the weights",
    hint: "Since the loss is the mean over the samples, so is its gradient.",
    formula: "\\tfrac12 \\left(\\dfrac{\\partial L_1}{\\partial W} + \\dfrac{\\partial L_2}{\\partial W}\\right)",
    work: (_, s) => `\\tfrac12 \\left(${mat(s.dL1_dW)} + ${mat(s.dL2_dW)}\\right)`,
    malrules: {
      "not-averaged": {
        value: (_, s) => plus(s.dL1_dW, s.dL2_dW),
        says: "The gradients of the samples were added up. The loss of the batch is their mean: divide by how many there are.",
      },
      "means-multiplied": {
        value: ({ delta, a, delta_2, a_2 }) => outer(scale(1 / 2, add(delta, delta_2)), scale(1 / 2, add(a, a_2))),
        says: "Deltas and inputs were averaged first and then multiplied. Each delta belongs to the input of its own sample: multiply first.",
      },
      transposed: {
        value: (_, s) => transpose(scaled(1 / 2, plus(s.dL1_dW, s.dL2_dW))),
        says: "The rows and columns are exchanged: the gradient has the shape of $W$, a row for each unit.",
      },
    },
  })
  .step("batch_dL_db", vector(), ({ delta, delta_2 }) => scale(1 / 2, add(delta, delta_2)), {
    label: "\\dfrac{\\partial L}{\\partial b}",
    words: "the gradient of the batch by the bias",
    hint: "For each sample it is the delta; take their mean.",
    formula: "\\tfrac12 (\\delta_1 + \\delta_2)",
    work: ({ delta, delta_2 }) => `\\tfrac12 \\left(${vec(delta)} + ${vec(delta_2)}\\right)`,
    malrules: {
      "not-averaged": {
        value: ({ delta, delta_2 }) => add(delta, delta_2),
        says: "The deltas were added up. The loss of the batch is a mean, and so is its gradient by the bias.",
      },
      "input-kept": {
        value: (_, s) => scaled(1 / 2, plus(s.dL1_dW, s.dL2_dW)).map(sum),
        says: "This adds up the gradients by the weights of each row. The bias enters $z$ with the factor 1, not with the inputs.",
      },
    },
  })
  .asks({ 1: ["dL_dW"], 2: ["dL_dW", "b_new"], 3: ["batch_dL_dW", "batch_dL_db"] })
  .check(({ delta, a, delta_2, a_2, b, rate }) => {
    // By autodiff at any weights: a loss whose gradient by z is delta has the same gradients by W and b.
    const samples = [{ delta, a }, ...(a_2.length > 0 ? [{ delta: delta_2, a: a_2 }] : [])];
    const W = auto.matrixVariable(delta.map(() => a.map(() => 0)));
    const bias = auto.vectorVariable(delta.map((_, i) => b[i] ?? 0));
    auto
      .sumOf(samples.map((one) => auto.dot(auto.add(auto.matvec(W, one.a), bias), one.delta)))
      .div(samples.length)
      .backward();
    const [dL_dW, dL_db] = [auto.gradientOfMatrix(W), auto.gradientOfVector(bias)];
    const b_new = bias.map(({ data, grad }) => data - rate * grad);
    return { dL_dW, b_new, batch_dL_dW: dL_dW, batch_dL_db: dL_db };
  });

/** The mistakes that an outer product invites. */
function weightMistakes() {
  type One = { delta: Vector; a: Vector };
  return {
    transposed: {
      value: ({ delta, a }: One) => outer(a, delta),
      says: "The outer product is the wrong way round. A gradient has the shape of its matrix: $\\delta$ goes down the rows, $a$ along the columns.",
    },
    "delta-repeated": {
      value: ({ delta, a }: One) =>
        outer(
          delta,
          a.map(() => 1),
        ),
      says: "Every weight of a row got the same gradient. A weight is also multiplied by its own input: that is the second factor.",
    },
    "input-repeated": {
      value: ({ delta, a }: One) =>
        outer(
          delta.map(() => 1),
          a,
        ),
      says: "Every row is the input. The delta of the unit is missing: it tells how much that row matters to the loss.",
    },
  };
}
