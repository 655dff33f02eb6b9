/** How a gradient grows from layer to layer: the factor that norm and slope allow, and one that is reached (§6.7). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, plainRow, vec } from "#lib/exercise/tex.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { type Matrix, matvec, transpose } from "#lib/math/matrix.ts";
import { norm, type Vector } from "#lib/math/vector.ts";

const stories = [
  "A deep network is trained, and its loss suddenly jumps.",
  "A recurrent network applies the same weights at every step of a long sequence.",
  "The weights of a deep network were initialised too large.",
  "Before a deep network is trained, it is checked whether its gradients can explode.",
] as const;

/** The largest slope of each activation. */
const slopes = { sigmoid: 0.25, tanh: 1, relu: 1 } as const;
const names = { sigmoid: "sigmoid", tanh: "tanh", relu: "ReLU" } as const;

/** Whole numbers a, b, c with a² + b² = c². */
// biome-ignore format: a list of triples
const triples = [[9, 12, 15], [5, 12, 13], [8, 15, 17], [12, 16, 20], [7, 24, 25], [15, 20, 25]] as const;

const numbers = z.array(z.number());
const params = z.object({
  story: z.int().min(0).max(3),
  activation: z.enum(["sigmoid", "tanh", "relu"]),
  /** The norm of every weight matrix, and that of the last delta; at level 3 the matrix and the delta themselves. */
  size: z.number(),
  delta: z.number(),
  W: z.array(numbers),
  d: numbers,
  /** Layers gone back at level 1; what is to be exceeded at levels 2 and 3. */
  back: z.int(),
  bound: z.number(),
});
type Params = z.infer<typeof params>;

/** The least whole n with start · factor^n above the bound. */
function firstAbove(start: number, factor: number, bound: number): number {
  let n = 0;
  for (let d = start; d <= bound && n < 1000; d *= factor) n++;
  return n;
}

export default exercise({
  id: "backpropagation/exploding-gradient",
  version: 1,
  title: "Exploding gradients",
  summary: "Tell by how much a gradient can grow in each layer, and how soon it is too large.",
  skills: ["gradient-flow"],
  source: { section: "6.7", formulas: ["exploding-gradient"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const story = rng.int(0, 3);
    const activation = rng.pick<Params["activation"]>(["sigmoid", "tanh", "relu"]);
    // With the sigmoid a norm must be above 4 for a factor above 1; the other two need 1.
    const tenths = rng.int(16, 29);
    const size = activation === "sigmoid" ? (tenths * 4) / 10 : tenths / 10;
    // Starts and bounds have prime factors that keep the product off the bound exactly.
    const delta = rng.pick([0.02, 0.03, 0.04, 0.05, 0.06, 0.08]);
    const none = { W: [], d: [], back: 0, bound: 0 };
    if (level === 1) return { ...none, story, activation, size, delta, back: rng.int(4, 9) };
    if (level === 2) return { ...none, story, activation, size, delta, bound: rng.pick([7, 11, 70, 110, 700]) };
    const [a, b] = rng.pick<(typeof triples)[number]>(triples);
    const [p, q] = rng.shuffle([signed(a), signed(b)]).map((n) => n / 10);
    const [e, f] = rng.pick<readonly [number, number]>([
      [0.3, 0.4],
      [0.6, 0.8],
      [0.5, 1.2],
      [0.9, 1.2],
    ]);
    return {
      ...{ story, activation: "relu", size: 0, delta: 0, back: 0, bound: rng.pick([70, 110, 700, 1100]) },
      W: [
        [p ?? 1, -(q ?? 1)],
        [q ?? 1, p ?? 1],
      ],
      d: rng.shuffle([signed(e), signed(f)]),
    };
  })
  .prompt(({ story, activation, size, delta, W, d, back, bound }, level) => {
    const recursion = "$\\delta^{(l)} = (W^{(l+1)})^\\top \\delta^{(l+1)} \\odot g'(z^{(l)})$";
    const bounded = `${stories[story]} Backward, ${recursion}, where $g$ is the ${names[activation]}. A matrix with the norm $\\|W\\|$ makes a vector at most $\\|W\\|$ times as long, and the slopes of $g$ are at most as large as its largest slope. All weight matrices have the norm $\\|W\\| = ${num(size)}$, and the last delta has the length ${num(delta)}.`;
    return {
      1: `${bounded}\n\nBy which **factor** can the gradient grow in each layer at most, and how long can the delta be **${back} layers** further back?`,
      2: `${bounded}\n\n**How many layers** back can the delta first be longer than ${num(bound)}, and how **long** can it be there?`,
      3: `${stories[story]} Backward, ${recursion}. All its layers have the same weights, and $g$ is the ReLU, all of whose units are live here, so that its slopes are 1.\n\n$$W = ${mat(W)}, \\qquad \\delta = ${vec(d)}$$\n\nIf $\\delta$ is the last delta, what is the delta **two layers** further back? Every layer makes it longer by the same **factor**: which? And **how many layers** back is it first longer than ${num(bound)}?`,
    }[level];
  })
  .step("slope", scalar(), ({ activation }) => slopes[activation], {
    label: "\\max g'",
    words: "the largest slope of the activation",
    hint: "Where is the activation steepest? The sigmoid and tanh are so at 0, the ReLU on the whole positive side.",
    formula: ({ activation }) =>
      ({ sigmoid: "\\sigma'(0) = \\sigma(0)(1 - \\sigma(0))", tanh: "\\tanh'(0)", relu: "\\operatorname{ReLU}'(1)" })[
        activation
      ],
    malrules: {
      "slope-one": {
        value: () => 1,
        says: "The slope of the activation was left out, or taken to be 1. The sigmoid is flatter than that everywhere.",
      },
      "slope-of-sigmoid": {
        // With this a gradient could not grow at all, and no layer would be the first.
        value: ({ size, bound }) => (bound > 0 && size * 0.25 <= 1 ? undefined : 0.25),
        says: "One quarter is the largest slope of the sigmoid. This activation is steeper.",
      },
    },
  })
  .step("factor", scalar(), ({ size }, s) => size * s.slope, {
    label: "f",
    words: "the largest factor of one layer",
    hint: "Multiply the norm of the weights by the largest slope.",
    formula: "\\|W\\| \\cdot \\max g'",
    work: ({ size }, s) => `${num(size)} \\cdot ${num(s.slope)}`,
    malrules: {
      "norm-left-out": {
        value: ({ bound }, s) => (bound > 0 ? undefined : s.slope),
        says: "This is the slope alone. The weights stretch the delta as well.",
      },
    },
  })
  .step("length", scalar(), ({ delta, back }, s) => delta * s.factor ** back, {
    label: "\\|\\delta\\|",
    words: "how long the delta can be",
    hint: "Each layer gone back multiplies by the factor again.",
    formula: ({ back }) => `\\|\\delta_{\\text{last}}\\| \\cdot f^{${back}}`,
    work: ({ delta, back }, s) => `${num(delta)} \\cdot ${num(s.factor)}^{${back}}`,
    malrules: {
      "multiplied-once-each": {
        value: ({ delta, back }, s) => delta * s.factor * back,
        says: "The factor was multiplied by the number of layers. Every layer multiplies again: the growth is a power, which is why it is called exploding.",
      },
      "one-layer-short": {
        value: ({ delta, back }, s) => delta * s.factor ** (back - 1),
        says: "One layer is missing: each step back is a factor, also the first.",
      },
      "one-layer-far": {
        value: ({ delta, back }, s) => delta * s.factor ** (back + 1),
        says: "This is one layer too far: the last delta itself is given, and only the steps from there are counted.",
      },
    },
  })
  .step("layers", integer({ workingDigits: 4 }), ({ delta, bound }, s) => firstAbove(delta, s.factor, bound), {
    label: "n",
    words: "the number of layers back to the first delta that can be too long",
    hint: "Keep multiplying by the factor until the bound is passed; or take logarithms.",
    formula: ({ bound }) => `\\min \\{ k : \\|\\delta_{\\text{last}}\\| \\cdot f^k > ${num(bound)} \\}`,
    work: ({ delta, bound }, s) =>
      `\\left\\lceil \\dfrac{\\ln(${num(bound)} / ${num(delta)})}{\\ln ${num(s.factor)}} \\right\\rceil`,
    malrules: {
      "last-below": {
        value: ({ delta, bound }, s) => (s.factor > 1 ? firstAbove(delta, s.factor, bound) - 1 : undefined),
        says: "After so many layers the delta is not yet longer than that. Asked is the first that can be.",
      },
      "last-delta-left-out": {
        value: ({ bound }, s) => (s.factor > 1 ? firstAbove(1, s.factor, bound) : undefined),
        says: "The growth was started from 1. It starts from the length of the last delta.",
      },
    },
  })
  .step("length_there", scalar({ workingDigits: 5 }), ({ delta }, s) => delta * s.factor ** s.layers, {
    label: "\\|\\delta\\|",
    words: "how long the delta can be there",
    hint: "Put that number of layers into the power.",
    formula: "\\|\\delta_{\\text{last}}\\| \\cdot f^n",
    work: ({ delta }, s) => `${num(delta)} \\cdot ${num(s.factor)}^{${s.layers}}`,
  })
  .step("delta_1", vector(), ({ W, d }) => matvec(transpose(W), d), {
    label: "\\delta_1",
    words: "the delta one layer back",
    hint: "Multiply by the transposed weights; with slopes of 1 that is all.",
    formula: "W^\\top \\delta",
    work: ({ W, d }) => column(transpose(W).map((weights) => products(weights, d))),
    malrules: {
      "not-transposed": {
        value: ({ W, d }) => matvec(W, d),
        says: "The matrix was not transposed. Backward, the columns of $W$ meet the delta: $W^\\top \\delta$.",
      },
    },
  })
  .step("delta_2", vector(), ({ W }, s) => matvec(transpose(W), s.delta_1), {
    label: "\\delta_2",
    words: "the delta two layers back",
    hint: "Do the same once more, with the delta just found.",
    formula: "W^\\top \\delta_1",
    work: ({ W }, s) => column(transpose(W).map((weights) => products(weights, s.delta_1))),
    malrules: {
      "one-layer-short": {
        value: (_, s) => [...s.delta_1],
        says: "This is the delta one layer back. Asked is the one below it.",
      },
      "weights-squared": {
        value: ({ W, d }) => matvec(transpose(W.map((row) => row.map((w) => w * w))), d),
        says: "The entries of $W$ were squared. Two layers are two products with the matrix, one after the other.",
      },
    },
  })
  .step("growth", scalar({ rule: { digits: 4 } }), ({ d }, s) => norm(s.delta_1) / norm(d), {
    label: "f",
    words: "the factor by which each layer makes the delta longer",
    hint: "Compare the length of the delta after one layer with its length before.",
    formula: "\\dfrac{\\|\\delta_1\\|}{\\|\\delta\\|}",
    work: ({ d }, s) =>
      `\\dfrac{\\sqrt{${s.delta_1.map((x) => `${par(x)}^2`).join(" + ")}}}{\\sqrt{${d.map((x) => `${par(x)}^2`).join(" + ")}}}`,
    malrules: {
      "largest-entry": {
        value: ({ W }) => Math.max(...W.flat().map(Math.abs)),
        says: "This is the largest weight. Both entries of the delta are mixed by each row; compare lengths before and after.",
      },
      squared: {
        value: ({ d }, s) => (norm(s.delta_1) / norm(d)) ** 2,
        says: "This compares the squares of the lengths. It is how much *two* layers do.",
      },
      "absolute-sum": {
        value: ({ W }) => (W[0] ?? []).reduce((total, w) => total + Math.abs(w), 0),
        says: "This adds up the weights of a row. That would be the factor only if both parts pulled the same way; compare lengths.",
      },
    },
  })
  .step("layers_reached", integer({ workingDigits: 4 }), ({ d, bound }, s) => firstAbove(norm(d), s.growth, bound), {
    label: "n",
    words: "the number of layers back to the first delta that is too long",
    hint: "Start from the length of the last delta, and keep multiplying by the factor until the bound is passed.",
    formula: ({ bound }) => `\\min \\{ k : \\|\\delta\\| \\cdot f^k > ${num(bound)} \\}`,
    work: ({ d, bound }, s) =>
      `\\left\\lceil \\dfrac{\\ln(${num(bound)} / ${num(norm(d))})}{\\ln ${num(s.growth)}} \\right\\rceil`,
    malrules: {
      "last-below": {
        value: ({ d, bound }, s) => firstAbove(norm(d), s.growth, bound) - 1,
        says: "After so many layers the delta is not yet longer than that. Asked is the first that is.",
      },
      "started-from-one": {
        value: ({ bound }, s) => firstAbove(1, s.growth, bound),
        says: "The growth was started from 1. It starts from the length of the last delta.",
      },
    },
  })
  .asks({ 1: ["factor", "length"], 2: ["layers", "length_there"], 3: ["delta_2", "growth", "layers_reached"] })
  .figures({
    solution: ({ W, d }, s) => {
      if (W.length === 0) return undefined;
      const arrows = [d, s.delta_1, s.delta_2].map((to, i) => ({
        from: { x: 0, y: 0 },
        to: pointOf(to),
        label: ["δ", "δ₁", "δ₂"][i] ?? "",
        tone: i === 2 ? ("result" as const) : ("plain" as const),
      }));
      return {
        figure: "plane",
        alt: `Three arrows from the origin, each turned and ${plain(s.growth, 4)} times as long as the one before: the last delta ${plainRow(d, 4)}, one layer back ${plainRow(s.delta_1, 4)}, two layers back ${plainRow(s.delta_2, 4)}.`,
        ...{ xLabel: "first unit", yLabel: "second unit", arrows, points: [], lines: [] },
      };
    },
  })
  .check(({ activation, size, delta, W, d, back, bound }) => {
    // The count by logarithms, the slope by autodiff where the activation is steepest.
    const count = (start: number, f: number) => Math.floor(Math.log(bound / start) / Math.log(f)) + 1;
    if (W.length > 0) {
      const input = auto.vectorVariable(d.map(() => 0));
      auto.dot(auto.matvec(W, auto.matvec(W, input)), d).backward();
      // W is a turn times a stretch, whose factor is the root of its determinant.
      const [[p = 0, q = 0] = [], [r = 0, t = 0] = []]: Matrix = W;
      const growth = Math.sqrt(p * t - q * r);
      return { delta_2: auto.gradientOfVector(input), growth, layers_reached: count(Math.hypot(...d), growth) };
    }
    const [z] = auto.vectorVariable([activation === "relu" ? 1 : 0]);
    const out = z && { sigmoid: z.sigmoid(), tanh: z.tanh(), relu: z.relu() }[activation];
    out?.backward();
    const factor = (z?.grad ?? 0) * size;
    const layers = bound > 0 ? count(delta, factor) : 0;
    const length = delta * Math.exp(back * Math.log(factor));
    return { factor, length, layers, length_there: delta * Math.exp(layers * Math.log(factor)) };
  });

/** A dot product written out. */
function products(u: Vector, v: Vector): string {
  return u.map((ui, i) => `${i === 0 ? num(ui) : par(ui)} \\cdot ${par(v[i] ?? 0)}`).join(" + ");
}

function pointOf([x = 0, y = 0]: Vector) {
  return { x: Math.round(x * 1e4) / 1e4, y: Math.round(y * 1e4) / 1e4 };
}
