/** One sigmoid neuron with a squared loss: forward, backward, and one step of gradient descent (example 36). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import type { Figure } from "#lib/exercise/figure.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain, plusTerm } from "#lib/exercise/tex.ts";
import { sigmoid } from "#lib/math/activations.ts";
import { gradient } from "#lib/math/autodiff.ts";

export default exercise({
  id: "backpropagation/neuron",
  version: 1,
  title: "One neuron, forward and backward",
  summary: "Carry a number through a sigmoid neuron to its loss, and the gradient back to its weight and bias.",
  skills: ["backprop-neuron", "sigmoid", "linear-layers", "gradient-descent"],
  source: { section: "6.2", examples: [36], formulas: ["neuron-chain", "sigmoid-derivative", "descent-step"] },
})
  .params(
    z.object({ x: z.number(), y: z.number(), w: z.number(), b: z.number(), rate: z.number().positive() }),
    (rng, level) => {
      // Counted in hundredths: the bias is what takes wx to a pre-activation where the sigmoid is not yet flat.
      const x = rng.pick([15, 20, 25, 30, 40]) * rng.pick([1, -1]);
      const w = rng.nonzero(-9, 9);
      const z = rng.int(3, 12) * 10 * rng.pick([1, -1]);
      return {
        x: x / 10,
        y: rng.int(0, 1),
        w: w / 10,
        b: (z - w * x) / 100,
        rate: level === 3 ? rng.pick([0.5, 0.8, 1.5, 2]) : 0.1,
      };
    },
  )
  .prompt(({ x, y, w, b, rate }, level) =>
    [
      `A neuron computes $z = wx + b$ and $a = \\sigma(z)$; its loss is $L = (a - y)^2$.`,
      `It is given the input $x = ${num(x)}$ and the target $y = ${num(y)}$, with the weight $w = ${num(w)}$ and the bias $b = ${num(b)}$.`,
      {
        1: "Carry the input **forward** to the loss.",
        2: "Carry the gradient of the loss **backward** to the weight and the bias.",
        3: `Take **one step of gradient descent** with the learning rate $\\alpha = ${num(rate)}$, and then compute the loss anew.`,
      }[level],
    ].join("\n\n"),
  )
  .step("z", scalar(), (p) => p.w * p.x + p.b, {
    label: "z",
    words: "the pre-activation z",
    hint: "Multiply the input by the weight, then add the bias.",
    skill: "linear-layers",
    formula: "wx + b",
    work: ({ x, w, b }) => plusTerm(`${num(w)} \\cdot ${par(x)}`, b),
    malrules: {
      "bias-dropped": {
        value: (p) => p.w * p.x,
        says: "This is $wx$. The pre-activation is $wx + b$: look where the bias went.",
      },
      "weight-added": {
        value: (p) => p.w + p.x + p.b,
        says: "The weight was added to the input. A weight multiplies: $wx + b$.",
      },
    },
  })
  .step("a", scalar({ without: ["exponentials"] }), (_, s) => sigmoid(s.z), {
    label: "a",
    words: "the activation a",
    hint: "Put the pre-activation through the sigmoid.",
    skill: "sigmoid",
    formula: "\\sigma(z) = \\dfrac{1}{1 + e^{-z}}",
    work: (_, s) => `\\dfrac{1}{1 + e^{${num(-s.z)}}}`,
    malrules: {
      "exponent-sign": {
        value: (_, s) => sigmoid(-s.z),
        says: "The sign in the exponent is turned round: the sigmoid has $e^{-z}$, so a larger $z$ gives a larger $a$.",
      },
    },
  })
  .step("L", scalar(), (p, s) => (s.a - p.y) ** 2, {
    label: "L",
    words: "the loss L",
    hint: "Square the difference between the activation and the target.",
    formula: "(a - y)^2",
    work: ({ y }, s) => `(${num(s.a)} - ${num(y)})^2`,
    malrules: {
      "not-squared": {
        value: (p, s) => Math.abs(s.a - p.y),
        says: "This is the distance between $a$ and $y$. The loss is its square.",
      },
      halved: {
        value: (p, s) => (s.a - p.y) ** 2 / 2,
        says: "Some texts put a factor ½ before the square; this loss has none.",
      },
    },
  })
  .step("dL_da", scalar(), (p, s) => 2 * (s.a - p.y), {
    label: "\\dfrac{\\partial L}{\\partial a}",
    words: "the gradient of the loss by the activation",
    hint: "Differentiate the square: the exponent comes down as a factor.",
    formula: "2(a - y)",
    work: ({ y }, s) => `2(${num(s.a)} - ${num(y)})`,
    malrules: {
      "factor-two": {
        value: (p, s) => s.a - p.y,
        says: "The factor 2 from the square is missing: $(u^2)' = 2u$.",
      },
      "difference-reversed": {
        value: (p, s) => 2 * (p.y - s.a),
        says: "The sign is turned round: by $a$, the derivative of $(a - y)^2$ is $2(a - y)$, not $2(y - a)$.",
      },
    },
  })
  .step("da_dz", scalar(), (_, s) => s.a * (1 - s.a), {
    label: "\\dfrac{\\partial a}{\\partial z}",
    words: "the derivative of the sigmoid at z",
    hint: "The derivative of the sigmoid is written with its own value.",
    skill: "sigmoid",
    formula: "\\sigma'(z) = a(1 - a)",
    work: (_, s) => `${num(s.a)}\\,(1 - ${num(s.a)})`,
    malrules: {
      "slope-missing": {
        value: () => 1,
        says: "The chain has a link for the activation: $\\partial a / \\partial z = a(1 - a)$ is missing.",
      },
      "slope-at-z": {
        value: (_, s) => s.z * (1 - s.z),
        says: "The slope was computed from $z$. It is $a(1 - a)$ with the activation $a = \\sigma(z)$.",
      },
    },
  })
  .step("dL_dw", scalar({ workingDigits: 5 }), (p, s) => s.dL_da * s.da_dz * p.x, {
    label: "\\dfrac{\\partial L}{\\partial w}",
    words: "the gradient of the loss by the weight",
    hint: "Multiply the links of the chain from the loss to the weight; since z = wx + b, the last link is the input.",
    formula:
      "\\dfrac{\\partial L}{\\partial a} \\cdot \\dfrac{\\partial a}{\\partial z} \\cdot \\dfrac{\\partial z}{\\partial w} = 2(a - y) \\cdot a(1 - a) \\cdot x",
    work: ({ x }, s) => `${num(s.dL_da)} \\cdot ${par(s.da_dz)} \\cdot ${par(x)}`,
    malrules: {
      "input-missing": {
        value: (_, s) => s.dL_da * s.da_dz,
        says: "The last link is missing: $\\partial z / \\partial w = x$. Without it this is the gradient by the bias.",
      },
    },
  })
  .step("dL_db", scalar({ workingDigits: 5 }), (_, s) => s.dL_da * s.da_dz, {
    label: "\\dfrac{\\partial L}{\\partial b}",
    words: "the gradient of the loss by the bias",
    hint: "The chain is the same as for the weight, but its last link is 1.",
    formula: "\\dfrac{\\partial L}{\\partial a} \\cdot \\dfrac{\\partial a}{\\partial z} \\cdot 1",
    work: (_, s) => `${num(s.dL_da)} \\cdot ${par(s.da_dz)}`,
    malrules: {
      "input-kept": {
        value: (p, s) => s.dL_da * s.da_dz * p.x,
        says: "This is the gradient by the weight. The bias enters $z$ with the factor 1, not $x$.",
      },
    },
  })
  .step("w_new", scalar({ rule: { digits: 4 }, workingDigits: 6 }), (p, s) => p.w - p.rate * s.dL_dw, {
    label: "w_{\\text{new}}",
    words: "the new weight",
    hint: "Step against the gradient, scaled by the learning rate.",
    skill: "gradient-descent",
    formula: "w - \\alpha\\,\\dfrac{\\partial L}{\\partial w}",
    work: ({ w, rate }, s) => `${num(w)} - ${num(rate)} \\cdot ${par(s.dL_dw)}`,
    malrules: {
      ascent: {
        value: (p, s) => p.w + p.rate * s.dL_dw,
        says: "This step goes uphill. Descent subtracts the gradient.",
      },
      "rate-forgotten": {
        value: (p, s) => p.w - s.dL_dw,
        says: "The learning rate is missing: the step is $\\alpha$ times the gradient.",
      },
    },
  })
  .step("b_new", scalar({ rule: { digits: 4 }, workingDigits: 6 }), (p, s) => p.b - p.rate * s.dL_db, {
    label: "b_{\\text{new}}",
    words: "the new bias",
    hint: "The bias takes its step with its own gradient.",
    skill: "gradient-descent",
    formula: "b - \\alpha\\,\\dfrac{\\partial L}{\\partial b}",
    work: ({ b, rate }, s) => `${num(b)} - ${num(rate)} \\cdot ${par(s.dL_db)}`,
    malrules: {
      ascent: {
        value: (p, s) => p.b + p.rate * s.dL_db,
        says: "This step goes uphill. Descent subtracts the gradient.",
      },
    },
  })
  .step(
    "L_new",
    scalar({ rule: { digits: 4 }, workingDigits: 6 }),
    (p, s) => (sigmoid(s.w_new * p.x + s.b_new) - p.y) ** 2,
    {
      label: "L_{\\text{new}}",
      words: "the loss after the step",
      hint: "Go forward once more, with the new weight and the new bias.",
      formula: "\\left(\\sigma(w_{\\text{new}}x + b_{\\text{new}}) - y\\right)^2",
      work: ({ x, y }, s) =>
        `\\left(\\sigma(${plusTerm(`${num(s.w_new)} \\cdot ${par(x)}`, s.b_new)}) - ${num(y)}\\right)^2`,
    },
  )
  .asks({ 1: ["z", "a", "L"], 2: ["dL_dw", "dL_db"], 3: ["w_new", "b_new", "L_new"] })
  .figures({
    prompt: () => ({
      figure: "graph",
      alt: "Computation graph: w, x and b lead to z, z to a, and a and the target y to the loss L.",
      ...graph({}),
    }),
    solution: ({ x, y, w, b }, s) => ({
      figure: "graph",
      alt: `Computation graph with values: w = ${plain(w)}, x = ${plain(x)} and b = ${plain(b)} lead to z = ${plain(s.z)}, z to a = ${plain(s.a, 4)}, and a and y = ${plain(y)} to the loss L = ${plain(s.L, 4)}. The gradients on the way back: by a ${plain(s.dL_da, 4)}, by z ${plain(s.dL_db, 4)}, by w ${plain(s.dL_dw, 4)}, by b ${plain(s.dL_db, 4)}.`,
      ...graph({
        ...{ w: [w, s.dL_dw], x: [x], b: [b, s.dL_db], y: [y] },
        ...{ z: [s.z, s.dL_db], a: [s.a, s.dL_da], L: [s.L] },
      }),
    }),
  })
  .examples({
    "36": { level: 3, params: { x: 2, y: 1, w: 0.5, b: 0.1, rate: 0.1 } },
  })
  .check(({ x, y, w, b, rate }) => {
    const loss = (at: readonly number[]) => (1 / (1 + Math.exp(-((at[0] ?? 0) * x + (at[1] ?? 0)))) - y) ** 2;
    const [dL_dw = 0, dL_db = 0] = gradient((u, v) => u.mul(x).add(v).sigmoid().sub(y).pow(2), [w, b]);
    const [w_new, b_new] = [w - rate * dL_dw, b - rate * dL_db];
    const z = b + x * w;
    return {
      z,
      a: (1 + Math.tanh(z / 2)) / 2,
      L: loss([w, b]),
      dL_dw,
      dL_db,
      w_new,
      b_new,
      L_new: loss([w_new, b_new]),
    };
  });

/** The neuron as a graph: its nodes may carry a value and the gradient of the loss by it. */
function graph(carries: Readonly<Record<string, readonly [value: number, gradient?: number]>>) {
  const places = { w: [0, 0], x: [0, 1], b: [0, 2], z: [1, 1], a: [2, 1], y: [2, 2], L: [3, 1] };
  return {
    nodes: Object.entries(places).map(([id, [column = 0, row = 0]]) => {
      const [value, gradient] = carries[id] ?? [];
      return {
        ...{ id, label: id, column, row },
        ...(value === undefined ? {} : { value: plain(value, 4) }),
        ...(gradient === undefined ? {} : { gradient: plain(gradient, 4) }),
      };
    }),
    edges: ["wz", "xz", "bz", "za", "aL", "yL"].map(([from = "", to = ""]) => ({ from, to })),
  } satisfies Pick<Extract<Figure, { figure: "graph" }>, "nodes" | "edges">;
}
