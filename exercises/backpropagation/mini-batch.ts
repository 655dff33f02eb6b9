/** Gradients averaged over a mini-batch, and the one update made with them (example 40). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plusTerm, terms, vec } from "#lib/exercise/tex.ts";
import { sigmoid } from "#lib/math/activations.ts";
import { Value } from "#lib/math/autodiff.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";
import { add, dot, hadamard, mean, scale, subtract, sum, type Vector } from "#lib/math/vector.ts";

const stories = [
  "A neuron is trained on mini-batches.",
  "A neuron learns from the readings of two sensors, a few records at a time.",
  "A neuron learns from two features of each message, a mini-batch at a time.",
  "Houses with two features each are shown to a neuron in mini-batches.",
] as const;

const numbers = z.array(z.number());
const params = z.object({
  story: z.int().min(0).max(3),
  /** The gradient of each sample by the weights, one row for each; only at level 1. */
  gradients: z.array(numbers),
  /** The samples as rows, and their targets; empty at level 1. */
  X: z.array(numbers),
  y: numbers,
  /** A linear neuron with squared errors, or a sigmoid one with cross-entropies. */
  neuron: z.enum(["linear", "sigmoid"]),
  w: numbers,
  b: z.number(),
  rate: z.number(),
});
type Params = z.infer<typeof params>;

/** The gradient of one sample's loss by its pre-activation. */
const deltaOf = (neuron: Params["neuron"], z: number, y: number) =>
  neuron === "linear" ? 2 * (z - y) : sigmoid(z) - y;

/** Weights and bias after an update with every sample by itself, one after the other. */
function oneByOne({ neuron, X, y, w, b, rate }: Params): { w: Vector; b: number } {
  return X.reduce(
    (at, x, i) => {
      const delta = deltaOf(neuron, dot(at.w, x) + at.b, y[i] ?? 0);
      return { w: subtract(at.w, scale(rate * delta, x)), b: at.b - rate * delta };
    },
    { w: [...w], b },
  );
}

const summed = {
  value: ({ X }: Params, s: { delta: Vector }) => matvec(transpose(X), s.delta),
  says: "The gradients of the samples were added up. The loss of the batch is a mean, so its gradient is their mean: divide by the number of samples.",
};

export default exercise({
  id: "backpropagation/mini-batch",
  version: 1,
  title: "The gradient of a mini-batch",
  summary: "Average the gradients of a few samples, and make one update with them.",
  skills: ["backprop-batches"],
  source: { section: "6.6", examples: [40], formulas: ["batch-average"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const story = rng.int(0, 3);
    const w = [signed(rng.int(2, 7)), signed(rng.int(2, 7))];
    if (level === 1) {
      const gradients = rng.list(3, () => [signed(rng.int(12, 98)) / 10, signed(rng.int(12, 98)) / 10]);
      const rate = rng.pick([0.1, 0.2, 0.3, 0.5]);
      return { story, gradients, X: [], y: [], neuron: "linear", w: w.map((v) => v / 10), b: 0, rate };
    }
    const X = rng.list(3, () => rng.shuffle([1, 2, 3, 4, 5]).slice(0, 2).map(signed));
    const products = X.map((x) => x.reduce((total, xj, j) => total + xj * (w[j] ?? 0), 0));
    const [first = 0] = products;
    // In tenths; the bias takes the first sample to where the sigmoid is steep.
    const b = signed(rng.int(3, 9)) - first;
    const z = products.map((product) => product + b);
    // No target leaves an error of 0 or ±1.
    const y = level === 2 ? z.map((zi) => (zi - signed(rng.int(2, 9))) / 10) : rng.shuffle([0, 1, rng.int(0, 1)]);
    return {
      ...{ story, gradients: [], X, y, neuron: level === 2 ? "linear" : "sigmoid" },
      ...{ w: w.map((v) => v / 10), b: b / 10, rate: level === 2 ? 0 : rng.pick([0.5, 0.6, 0.9, 1.2]) },
    };
  })
  .prompt(({ story, gradients, X, y, w, b, rate }, level) => {
    const batch = `The batch has three samples, the rows of $X$:\n\n$$X = ${mat(X)}, \\qquad y = ${vec(y)}$$\n\nThe neuron has the weights $w = ${vec(w)}$ and the bias $b = ${num(b)}$.`;
    return {
      1: `${stories[story]} The loss of a batch is the mean of the losses of its samples. For the three samples of this batch, the gradients by its two weights are\n\n$$g_1 = ${vec(gradients[0] ?? [])}, \\qquad g_2 = ${vec(gradients[1] ?? [])}, \\qquad g_3 = ${vec(gradients[2] ?? [])}$$\n\nThe weights are $w = ${vec(w)}$. Compute the gradient of the **batch**, and the weights after **one** update with the learning rate $\\alpha = ${num(rate)}$.`,
      2: `${stories[story]} It is linear: for a sample $x_i$ it predicts $\\hat y_i = w \\cdot x_i + b$. The loss of a sample is $L_i = (\\hat y_i - y_i)^2$, and that of a batch of $n$ samples is the mean, $L = \\frac1n \\sum_i L_i$. ${batch}\n\nCompute the gradients of the **batch** by the weights and by the bias.`,
      3: `${stories[story]} It has a sigmoid: for a sample $x_i$ it gives the probability $\\hat y_i = \\sigma(w \\cdot x_i + b)$. The loss of a sample is the cross-entropy $L_i = -y_i \\ln \\hat y_i - (1 - y_i) \\ln (1 - \\hat y_i)$, and that of a batch of $n$ samples is the mean, $L = \\frac1n \\sum_i L_i$. ${batch}\n\nCompute the gradient of the **batch** by the weights, and the weights and the bias after **one** update with the learning rate $\\alpha = ${num(rate)}$.`,
    }[level];
  })
  .step("average", vector(), ({ gradients }) => transpose(gradients).map(mean), {
    label: "g",
    words: "the gradient of the batch",
    hint: "The gradient of a mean is the mean of the gradients: add up, and divide by the number of samples.",
    formula: "\\tfrac13 (g_1 + g_2 + g_3)",
    work: ({ gradients }) => `\\tfrac13 ${column(transpose(gradients).map((entries) => terms(entries)))}`,
    malrules: {
      "not-averaged": {
        value: ({ gradients }) => transpose(gradients).map(sum),
        says: "The gradients were added up. The loss of the batch is a mean, so divide by the number of samples.",
      },
      "last-only": {
        value: ({ gradients }) => gradients.at(-1),
        says: "This is the gradient of the last sample alone. All samples of the batch have a say.",
      },
    },
  })
  .step("z", vector(), ({ X, w, b }) => matvec(X, w).map((product) => product + b), {
    label: "z",
    words: "the pre-activations of the samples",
    hint: "For each sample, multiply its row with the weights and add the bias.",
    formula: ({ neuron }) => (neuron === "linear" ? "\\hat y = Xw + b" : "Xw + b"),
    work: ({ X, w, b }) => column(X.map((x) => plusTerm(products(w, x), b))),
    malrules: {
      "bias-first-only": {
        value: ({ X, w, b }) => matvec(X, w).map((product, i) => (i === 0 ? product + b : product)),
        says: "Only the first sample got the bias. It is added for every sample.",
      },
    },
  })
  .step("y_hat", vector({ workingDigits: 5 }), (_, s) => s.z.map(sigmoid), {
    label: "\\hat y",
    words: "the outputs for the samples",
    hint: "Put each pre-activation through the sigmoid.",
    formula: "\\sigma(z)",
    work: (_, s) => column(s.z.map((z) => `\\sigma(${num(z)})`)),
  })
  .step(
    "delta",
    vector({ workingDigits: 5 }),
    ({ neuron, y }, s) => (neuron === "linear" ? scale(2, subtract(s.z, y)) : subtract(s.y_hat, y)),
    {
      label: "\\delta",
      words: "for each sample, the gradient of its loss by its pre-activation",
      hint: "Differentiate the loss of each sample by its own pre-activation. With sigmoid and cross-entropy the difference of output and target is left.",
      formula: ({ neuron }) => (neuron === "linear" ? "2(\\hat y - y)" : "\\hat y - y"),
      work: ({ neuron, y }, s) =>
        neuron === "linear" ? `2 \\left(${vec(s.z)} - ${vec(y)}\\right)` : `${vec(s.y_hat)} - ${vec(y)}`,
      malrules: {
        "factor-two": {
          value: ({ neuron, y }, s) => (neuron === "linear" ? subtract(s.z, y) : undefined),
          says: "The factor 2 from the square is missing: the derivative of $(\\hat y_i - y_i)^2$ is $2(\\hat y_i - y_i)$.",
        },
        "slope-kept": {
          value: ({ neuron, y }, s) =>
            neuron === "sigmoid"
              ? hadamard(
                  subtract(s.y_hat, y),
                  s.y_hat.map((a) => a * (1 - a)),
                )
              : undefined,
          says: "The factor $\\hat y(1 - \\hat y)$ is one too many: with the cross-entropy it cancels, and $\\hat y - y$ is left.",
        },
        "difference-reversed": {
          value: ({ neuron, y }, s) => (neuron === "linear" ? scale(2, subtract(y, s.z)) : subtract(y, s.y_hat)),
          says: "The sign is turned round: it is output minus target. Then a step against the gradient lowers the error.",
        },
      },
    },
  )
  .step(
    "dL_dw",
    vector({ workingDigits: 5, scale: "common" }),
    ({ X }, s) => scale(1 / X.length, matvec(transpose(X), s.delta)),
    {
      label: "\\dfrac{\\partial L}{\\partial w}",
      words: "the gradient of the batch by the weights",
      hint: "For each sample the gradient is its delta times its input. Take the mean over the batch.",
      formula: "\\tfrac13 \\sum_i \\delta_i x_i = \\tfrac13 X^\\top \\delta",
      work: ({ X }, s) => `\\tfrac13 ${mat(transpose(X))} ${vec(s.delta)}`,
      malrules: {
        "not-averaged": summed,
        "means-multiplied": {
          value: ({ X }, s) => scale(mean(s.delta), transpose(X).map(mean)),
          says: "The mean of the deltas was multiplied by the mean of the inputs. Each delta goes with the input of its own sample: multiply first, then average.",
        },
      },
    },
  )
  .step("dL_db", scalar({ workingDigits: 5 }), (_, s) => mean(s.delta), {
    label: "\\dfrac{\\partial L}{\\partial b}",
    words: "the gradient of the batch by the bias",
    hint: "For each sample it is the delta itself. Take the mean over the batch.",
    formula: "\\tfrac13 \\sum_i \\delta_i",
    work: (_, s) => `\\tfrac13 (${terms(s.delta)})`,
    malrules: {
      "not-averaged": {
        value: (_, s) => sum(s.delta),
        says: "The deltas were added up. The loss of the batch is a mean: divide by the number of samples.",
      },
    },
  })
  .step(
    "w_new",
    vector({ rule: { digits: 4 }, workingDigits: 6 }),
    (p, s) => subtract(p.w, scale(p.rate, gradientOf(p, s))),
    {
      label: "w_{\\text{new}}",
      words: "the new weights",
      hint: "Step once against the gradient of the batch, scaled by the learning rate.",
      formula: "w - \\alpha\\,\\dfrac{\\partial L}{\\partial w}",
      work: (p, s) => `${vec(p.w)} - ${num(p.rate)} ${vec(gradientOf(p, s))}`,
      malrules: {
        ascent: {
          value: (p, s) => add(p.w, scale(p.rate, gradientOf(p, s))),
          says: "This step goes uphill. Descent subtracts the gradient.",
        },
        "rate-forgotten": {
          value: (p, s) => subtract(p.w, gradientOf(p, s)),
          says: "The learning rate is missing: the step is $\\alpha$ times the gradient.",
        },
        "one-by-one": {
          value: (p) => (p.X.length > 0 ? oneByOne(p).w : undefined),
          says: "The weights were updated after every sample. A mini-batch makes one update, with all gradients taken at the old weights.",
        },
      },
    },
  )
  .step("b_new", scalar({ rule: { digits: 4 }, workingDigits: 6 }), ({ b, rate }, s) => b - rate * s.dL_db, {
    label: "b_{\\text{new}}",
    words: "the new bias",
    hint: "The bias takes its step with its own gradient.",
    formula: "b - \\alpha\\,\\dfrac{\\partial L}{\\partial b}",
    work: ({ b, rate }, s) => `${num(b)} - ${num(rate)} \\cdot ${par(s.dL_db)}`,
    malrules: {
      ascent: {
        value: ({ b, rate }, s) => b + rate * s.dL_db,
        says: "This step goes uphill. Descent subtracts the gradient.",
      },
      "one-by-one": {
        value: (p) => oneByOne(p).b,
        says: "The bias was updated after every sample. A mini-batch makes one update, with all gradients taken at the old values.",
      },
    },
  })
  .asks({ 1: ["average", "w_new"], 2: ["dL_dw", "dL_db"], 3: ["dL_dw", "w_new", "b_new"] })
  .examples({
    // The tutorial gives the batch but no network: a sigmoid neuron with weights of our own.
    "40": {
      level: 3,
      params: {
        ...{ story: 0, gradients: [], y: [1, 0, 1], neuron: "sigmoid", w: [0.4, -0.3], b: 0.2, rate: 0.5 },
        X: [
          [1, 2],
          [2, 3],
          [1, 1],
        ],
      },
    },
  })
  .check(({ gradients, X, y, neuron, w, b, rate }) => {
    if (X.length === 0) {
      // The mean of the weights after a step with each sample alone is the same as the step with the mean.
      const alone = gradients.map((g) => subtract(w, scale(rate, g)));
      const average = w.map((_, j) => gradients.reduce((total, g) => total + (g[j] ?? 0) / gradients.length, 0));
      return { average, w_new: transpose(alone).map(mean) };
    }
    const [weights, bias] = [auto.vectorVariable(w), new Value(b)];
    const losses = X.map((x, i) => {
      const z = auto.dot(weights, x).add(bias);
      if (neuron === "linear") return z.sub(y[i] ?? 0).pow(2);
      // The cross-entropy from the pre-activation: ln(1 + e^z) − yz.
      return z
        .exp()
        .log1p()
        .sub(z.mul(y[i] ?? 0));
    });
    auto.sumOf(losses).div(losses.length).backward();
    const dL_dw = auto.gradientOfVector(weights);
    return { dL_dw, dL_db: bias.grad, w_new: subtract(w, scale(rate, dL_dw)), b_new: b - rate * bias.grad };
  });

/** The gradient of the batch: of the given gradients, or as it was found from the samples. */
function gradientOf({ gradients }: Params, s: { average: Vector; dL_dw: Vector }): Vector {
  return gradients.length > 0 ? s.average : s.dL_dw;
}

/** A dot product written out. */
function products(u: Vector, v: Vector): string {
  return u.map((ui, i) => `${i === 0 ? num(ui) : par(ui)} \\cdot ${par(v[i] ?? 0)}`).join(" + ");
}
