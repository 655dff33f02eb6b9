/** Small exercises built for the tests of judging. */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, integer, matrix, scalar, shape, vector } from "#lib/exercise/kinds.ts";
import { sigmoid } from "#lib/math/activations.ts";

const about = {
  version: 1,
  title: "For tests",
  summary: "For tests.",
  skills: ["sigmoid"],
  source: { section: "6.2" },
} as const;

/** z = wx + b, a = σ(z), L = (a − y)²; with w = 0.7, x = 1.3, b = 0.4, y = 0: z = 1.31, a = 0.78751…, L = 0.62017…. */
export const neuron = exercise({ ...about, id: "test/neuron" })
  .params(z.object({ x: z.number(), w: z.number(), b: z.number(), y: z.number() }), () => neuronParams)
  .prompt(() => "Forward.")
  .step("z", scalar(), (p) => p.w * p.x + p.b, {
    label: "z",
    words: "the pre-activation z",
    hint: "Multiply and add.",
    formula: "wx + b",
    malrules: {
      "bias-dropped": { value: (p) => p.w * p.x, says: "Where did the bias go?" },
      "bias-subtracted": { value: (p) => p.w * p.x - p.b, says: "The bias is added." },
      "bias-lost": { value: (p) => p.w * p.x, says: "There is a bias too." },
    },
  })
  .step("a", scalar(), (_, s) => sigmoid(s.z), {
    label: "a",
    words: "the activation a",
    hint: "Sigmoid.",
    formula: "\\sigma(z)",
    malrules: { tanh: { value: (_, s) => Math.tanh(s.z), says: "That is tanh." } },
  })
  .step("L", scalar(), (p, s) => (s.a - p.y) ** 2, {
    label: "L",
    words: "the loss L",
    hint: "Square.",
    formula: "(a - y)^2",
    malrules: { "not-squared": { value: (p, s) => Math.abs(s.a - p.y) + 1, says: "Square it." } },
  })
  .asks({ 1: ["z", "a", "L"], 2: ["z", "L"], 3: ["L"] })
  .check(() => ({}));

export const neuronParams = { x: 1.3, w: 0.7, b: 0.4, y: 0 };

/** One step of every other kind, none resting on another. */
export const kindsOfAll = exercise({ ...about, id: "test/kinds" })
  .params(z.object({ n: z.number() }), () => ({ n: 3 }))
  .prompt(() => "All kinds.")
  .step("count", integer(), (p) => p.n, plain("the count", "n"))
  .step("v", vector(), () => [1, 2, 6], plain("the vector v", "v"))
  .step(
    "M",
    matrix(),
    () => [
      [1, 2],
      [3, 4],
    ],
    plain("the matrix M", "M"),
  )
  .step("size", shape(), () => [100, 3], plain("the shape", "s"))
  .step(
    "way",
    choice([
      { id: "up", text: "Up" },
      { id: "down", text: "Down" },
    ]),
    () => "up",
    plain("the way", "d"),
  )
  .step("share", scalar(), () => 0.945, plain("the share", "p"))
  .step("angle", scalar(), () => Math.PI / 5, { ...plain("the angle", "\\theta"), formula: "\\arccos(u \\cdot v)" })
  .step("bits", scalar(), () => Math.log(7), { ...plain("the information", "I"), formula: "\\ln 7" })
  .step("mean", scalar(), (_, s) => (s.v.reduce((sum, x) => sum + x, 0) + 0.3) / 3, plain("the mean", "m"))
  .asks({ 1: ["count", "v", "M", "size", "way"], 2: ["share", "angle", "bits"], 3: ["mean"] })
  .check(() => ({}));

function plain(words: string, label: string) {
  return { label, words, hint: "Look.", formula: label };
}

/** q = p / 7 with p = 3.7, then odds to a distribution that malrules leave unnormalised. */
export const softmax = exercise({ ...about, id: "test/softmax" })
  .params(z.object({ logits: z.array(z.number()) }), () => ({ logits: [2, 1, 0.1] }))
  .prompt(() => "Softmax.")
  .step("exps", vector({ workingDigits: 4 }), (p) => p.logits.map(Math.exp), {
    ...plain("the exponentials", "e"),
    malrules: { squares: { value: (p) => p.logits.map((x) => x * x), says: "These are squares." } },
  })
  .step(
    "probs",
    vector({ scale: "common", equality: "distribution" }),
    (_, s) => {
      const sum = s.exps.reduce((total, x) => total + x, 0);
      return s.exps.map((x) => x / sum);
    },
    {
      ...plain("the probabilities", "p"),
      malrules: { unnormalised: { value: (_, s) => s.exps, says: "These do not add up to 1." } },
    },
  )
  .asks({ 1: ["exps", "probs"], 2: ["probs"], 3: ["probs"] })
  .check(() => ({}));
