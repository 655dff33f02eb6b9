/** Clipping a gradient by its norm: scaled back to a threshold, or left alone when it is below (example 41). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, scalar, vector } from "#lib/exercise/kinds.ts";
import { mat, num, par, plain, plainRow, vec } from "#lib/exercise/tex.ts";
import { frobeniusNorm, minus, scaled } from "#lib/math/matrix.ts";
import { norm, scale, subtract, type Vector } from "#lib/math/vector.ts";

const stories = [
  "The gradients of a recurrent network can become very large, so each is clipped by its norm before the step.",
  "One batch of noisy sensor data gave an unusually large gradient; the training clips gradients by their norm.",
  "A language model is trained with gradients that are clipped by their norm.",
  "To keep a single odd batch from spoiling the weights, gradients are clipped by their norm.",
] as const;

/** Whole numbers a, b, c with a² + b² = c². */
// biome-ignore format: a list of triples
const triples = [[3, 4, 5], [6, 8, 10], [5, 12, 13], [9, 12, 15], [8, 15, 17], [12, 16, 20], [7, 24, 25], [15, 20, 25], [20, 21, 29], [10, 24, 26]] as const;

const numbers = z.array(z.number());
const params = z.object({
  story: z.int().min(0).max(3),
  threshold: z.number().positive(),
  /** The gradient by a vector, at level 1 by all weights, at level 3 by the bias; empty at level 2. */
  g: numbers,
  /** The gradient by a matrix; empty at level 1. */
  G: z.array(numbers),
  /** What is stepped at level 3. */
  W: z.array(numbers),
  b: numbers,
  rate: z.number(),
});
type Params = z.infer<typeof params>;

const isMatrix = ({ G }: Params) => G.length > 0;
const entries = ({ g, G }: Params): Vector => [...G.flat(), ...g];

export default exercise({
  id: "backpropagation/gradient-clipping",
  version: 1,
  title: "Clipping a gradient by its norm",
  summary: "Find the norm of a gradient, and scale the gradient back where it is above a threshold.",
  skills: ["gradient-clipping", "norms"],
  source: { section: "6.7", examples: [41], formulas: ["gradient-clipping"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const story = rng.int(0, 3);
    if (level === 1) {
      const [a, b, c] = rng.pick<(typeof triples)[number]>(triples);
      const unit = rng.pick([1, 5, 10]);
      const g = rng.shuffle([signed(a) / unit, signed(b) / unit]);
      return { story, threshold: (c * rng.pick([3, 4, 6, 7, 8])) / (10 * unit), g, G: [], W: [], b: [], rate: 0 };
    }
    const entry = () => signed(rng.int(21, 99)) / 10;
    if (level === 2) {
      const G = [
        [entry(), signed(rng.int(101, 149)) / 10],
        [entry(), entry()],
      ];
      return { story, threshold: rng.int(2, 9), g: [], G, W: [], b: [], rate: 0 };
    }
    // The norm of six such entries lies between 5 and 25: a threshold of 2 to 4 is below it, one of 30 to 60 above.
    return {
      story,
      threshold: rng.pick([rng.int(2, 4), rng.int(3, 6) * 10]),
      g: [entry(), entry()],
      G: rng.list(2, () => [entry(), entry()]),
      W: rng.list(2, () => [signed(rng.int(2, 9)) / 10, signed(rng.int(2, 9)) / 10]),
      b: [signed(rng.int(2, 9)) / 10, signed(rng.int(2, 9)) / 10],
      rate: rng.pick([0.02, 0.03, 0.04, 0.05]),
    };
  })
  .prompt(({ story, threshold, g, G, W, b, rate }, level) => {
    const rule = `The threshold is $c = ${num(threshold)}$: a gradient with a larger norm is scaled so that its norm is $c$, any other is left as it is.`;
    return {
      1: `${stories[story]} ${rule}\n\nThe gradient by the two weights of a model is\n\n$$g = ${vec(g)}$$\n\nCompute the **clipped gradient**.`,
      2: `${stories[story]} ${rule}\n\nThe gradient by a weight matrix is\n\n$$G = ${mat(G)}$$\n\nCompute its Frobenius **norm** (the root of the sum of all squared entries), and the **clipped gradient**.`,
      3: `${stories[story]} ${rule} The norm is the *joint* one, taken over all entries of all gradients together, and all of them are scaled by the same factor.\n\n$$W = ${mat(W)}, \\quad \\frac{\\partial L}{\\partial W} = ${mat(G)}, \\qquad b = ${vec(b)}, \\quad \\frac{\\partial L}{\\partial b} = ${vec(g)}$$\n\nCompute the joint **norm**, the **factor** by which the gradients are scaled (1 where they are left as they are), and the weights and biases after one step of gradient descent with the learning rate $\\alpha = ${num(rate)}$ and the clipped gradients.`,
    }[level];
  })
  .step("norm", scalar({ rule: { digits: 4 } }), (p) => norm(entries(p)), {
    label: "n",
    words: "the norm of the gradient",
    hint: "Square every entry, add up, and take the root. A matrix has one norm for all its entries, and so have gradients that are clipped together.",
    skill: "norms",
    formula: (p) => {
      if (!isMatrix(p)) return "\\|g\\|";
      const joint =
        "\\sqrt{\\textstyle\\sum_{i,j} (\\partial L / \\partial W_{ij})^2 + \\sum_i (\\partial L / \\partial b_i)^2}";
      return p.g.length > 0 ? joint : "\\|G\\|_F = \\sqrt{\\textstyle\\sum_{i,j} G_{ij}^2}";
    },
    work: (p) =>
      `\\sqrt{${entries(p)
        .map((x) => `${par(x)}^2`)
        .join(" + ")}}`,
    malrules: {
      "root-forgotten": {
        value: (p) => norm(entries(p)) ** 2,
        says: "This is the sum of the squares. The norm is its square root.",
      },
      "absolute-sum": {
        value: (p) => entries(p).reduce((total, x) => total + Math.abs(x), 0),
        says: "This adds up absolute values, which is the 1-norm. Here the norm is the root of the sum of squares.",
      },
      "bias-left-out": {
        value: (p) => (isMatrix(p) && p.g.length > 0 ? frobeniusNorm(p.G) : undefined),
        says: "This is the norm of the gradient by $W$ alone. The joint norm takes the gradient by the bias in as well.",
      },
    },
  })
  .step("clipped_vector", vector(), ({ g, threshold }, s) => scale(threshold / s.norm, g), {
    label: "g_{\\text{clipped}}",
    words: "the clipped gradient",
    hint: "Divide by the norm, which leaves the direction, and multiply by the threshold.",
    formula: "\\dfrac{c}{\\|g\\|}\\, g",
    work: ({ g, threshold }, s) => `\\dfrac{${num(threshold)}}{${num(s.norm)}} ${vec(g)}`,
    malrules: {
      entrywise: {
        value: ({ g, threshold }) => g.map((x) => cut(x, threshold)),
        says: "Each entry was cut off at the threshold. That bends the direction; clipping by the norm scales all entries alike.",
      },
      "threshold-forgotten": {
        value: ({ g }, s) => scale(1 / s.norm, g),
        says: "This has the norm 1. The clipped gradient has the norm $c$: the threshold is a factor too.",
      },
      "not-divided": {
        value: ({ g, threshold }) => scale(threshold, g),
        says: "The gradient was multiplied by the threshold without dividing by its norm first, so it grew.",
      },
    },
  })
  .step("clipped", matrix(), ({ G, threshold }, s) => scaled(threshold / s.norm, G), {
    label: "G_{\\text{clipped}}",
    words: "the clipped gradient",
    hint: "Divide by the norm, which leaves the direction, and multiply by the threshold.",
    formula: "\\dfrac{c}{n}\\, G",
    work: ({ G, threshold }, s) => `\\dfrac{${num(threshold)}}{${num(s.norm)}} ${mat(G)}`,
    malrules: {
      entrywise: {
        value: ({ G, threshold }) => G.map((row) => row.map((x) => cut(x, threshold))),
        says: "Each entry was cut off at the threshold. That bends the direction; clipping by the norm scales all entries alike.",
      },
      "threshold-forgotten": {
        value: ({ G }, s) => scaled(1 / s.norm, G),
        says: "This has the norm 1. The clipped gradient has the norm $c$: the threshold is a factor too.",
      },
      "row-by-row": {
        value: ({ G, threshold }) => G.map((row) => scale(Math.min(1, threshold / norm(row)), row)),
        says: "Each row was clipped by a norm of its own. The matrix is one gradient, with one norm and one factor.",
      },
    },
  })
  .step("factor", scalar(), ({ threshold }, s) => Math.min(1, threshold / s.norm), {
    label: "k",
    words: "the factor by which the gradients are scaled",
    hint: "Compare the norm with the threshold: only a gradient above it is scaled.",
    formula: "\\min\\left(1, \\dfrac{c}{n}\\right)",
    work: ({ threshold }, s) => `\\min\\left(1, \\dfrac{${num(threshold)}}{${num(s.norm)}}\\right)`,
    malrules: {
      "scaled-though-below": {
        value: ({ threshold }, s) => threshold / s.norm,
        says: "The gradient was scaled *up* to the threshold. Its norm is below, so nothing is to be done: clipping never makes a gradient larger.",
      },
      "always-one": {
        value: () => 1,
        says: "The gradients were left as they are. Compare their norm with the threshold: it is larger.",
      },
      "threshold-forgotten": {
        value: (_, s) => 1 / s.norm,
        says: "With this factor the gradients would have the joint norm 1. Where they are clipped they get the norm $c$.",
      },
    },
  })
  .step(
    "W_new",
    matrix({ rule: { digits: 4 }, workingDigits: 6 }),
    ({ W, G, rate }, s) => minus(W, scaled(rate * s.factor, G)),
    {
      label: "W_{\\text{new}}",
      words: "the new weights",
      hint: "Step against the gradient, scaled by the factor and by the learning rate.",
      formula: "W - \\alpha\\, k\\, \\dfrac{\\partial L}{\\partial W}",
      work: ({ W, G, rate }, s) => `${mat(W)} - ${num(rate)} \\cdot ${num(s.factor)} ${mat(G)}`,
      malrules: {
        ascent: {
          value: ({ W, G, rate }, s) => minus(W, scaled(-rate * s.factor, G)),
          says: "This step goes uphill. Descent subtracts the gradient.",
        },
        entrywise: {
          value: ({ W, G, rate, threshold }, s) =>
            s.factor < 1
              ? minus(
                  W,
                  scaled(
                    rate,
                    G.map((row) => row.map((x) => cut(x, threshold))),
                  ),
                )
              : undefined,
          says: "Each entry of the gradient was cut off at the threshold. Clipping by the norm scales all entries by one factor.",
        },
      },
    },
  )
  .step(
    "b_new",
    vector({ rule: { digits: 4 }, workingDigits: 6 }),
    ({ b, g, rate }, s) => subtract(b, scale(rate * s.factor, g)),
    {
      label: "b_{\\text{new}}",
      words: "the new biases",
      hint: "The bias is stepped in the same way, with the same factor.",
      formula: "b - \\alpha\\, k\\, \\dfrac{\\partial L}{\\partial b}",
      work: ({ b, g, rate }, s) => `${vec(b)} - ${num(rate)} \\cdot ${num(s.factor)} ${vec(g)}`,
      malrules: {
        ascent: {
          value: ({ b, g, rate }, s) => subtract(b, scale(-rate * s.factor, g)),
          says: "This step goes uphill. Descent subtracts the gradient.",
        },
        "own-norm": {
          value: ({ b, g, rate, threshold }) => subtract(b, scale(rate * Math.min(1, threshold / norm(g)), g)),
          says: "The gradient by the bias was clipped by its own norm. Joint clipping has one norm and one factor for all.",
        },
      },
    },
  )
  .asks({ 1: ["clipped_vector"], 2: ["norm", "clipped"], 3: ["norm", "factor", "W_new", "b_new"] })
  .cases((p) => (norm(entries(p)) > p.threshold ? "above" : "below"))
  .figures({
    solution: ({ g, G, threshold }, s) =>
      G.length > 0
        ? undefined
        : {
            figure: "plane",
            alt: `The gradient ${plainRow(g, 4)} as an arrow of length ${plain(s.norm, 4)}, and on it, in the same direction, the clipped gradient ${plainRow(s.clipped_vector, 4)} of length ${plain(threshold, 4)}.`,
            xLabel: "first weight",
            yLabel: "second weight",
            arrows: [
              { from: { x: 0, y: 0 }, to: pointOf(g), label: "gradient", tone: "faint" },
              { from: { x: 0, y: 0 }, to: pointOf(s.clipped_vector), label: "clipped", tone: "result" },
            ],
            points: [],
            lines: [],
          },
  })
  .examples({
    "41": {
      level: 2,
      params: {
        ...{ story: 0, threshold: 5, g: [], W: [], b: [], rate: 0 },
        G: [
          [-5.2, 3.1],
          [8.7, -12.4],
        ],
      },
    },
  })
  .check(({ threshold, g, G, W, b, rate }) => {
    // The norm as the length of one vector after another, by hypot; clipped, a gradient points the same way and has norm c.
    const n = Math.hypot(...G.map((row) => Math.hypot(...row)), ...g);
    const clip = (x: number) => (n > threshold ? (x / n) * threshold : x);
    return {
      norm: n,
      clipped_vector: g.map(clip),
      clipped: G.map((row) => row.map(clip)),
      factor: n > threshold ? threshold / n : 1,
      W_new: W.map((row, i) => row.map((w, j) => w - rate * clip(G[i]?.[j] ?? 0))),
      b_new: b.map((v, i) => v - rate * clip(g[i] ?? 0)),
    };
  });

/** x, but no further from 0 than c. */
function cut(x: number, c: number): number {
  return Math.min(Math.max(x, -c), c);
}

function pointOf([x = 0, y = 0]: Vector) {
  return { x: Math.round(x * 1e4) / 1e4, y: Math.round(y * 1e4) / 1e4 };
}
