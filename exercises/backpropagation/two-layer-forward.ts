/** Forward through two layers, in matrices all the way, to the output and the loss (example 37). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import type { Figure } from "#lib/exercise/figure.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, plainRow, plusTerm, vec } from "#lib/exercise/tex.ts";
import { sigmoid, tanh } from "#lib/math/activations.ts";
import type { Value } from "#lib/math/autodiff.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";
import { add, subtract, sum, type Vector } from "#lib/math/vector.ts";

const stories = [
  "A small network has one hidden layer.",
  "A network guesses from two readings of a sensor whether a machine will fail.",
  "A network scores a photo from two features of it.",
  "Two measurements of a flower go into a network with a hidden layer.",
] as const;

const numbers = z.array(z.number());
const params = z.object({
  story: z.int().min(0).max(3),
  /** The activation of the hidden layer; the output layer has a sigmoid. */
  hidden: z.enum(["sigmoid", "tanh"]),
  x: numbers,
  W1: z.array(numbers),
  b1: numbers,
  /** The output layer and the target; empty at level 1. */
  W2: z.array(numbers),
  b2: numbers,
  y: numbers,
});
type Params = z.infer<typeof params>;
type Values = Readonly<Record<"z1" | "h" | "z2" | "y_hat", Vector>> & { readonly L: number };

const name = { sigmoid: "\\sigma", tanh: "\\tanh" } as const;
const apply = { sigmoid, tanh } as const;

export default exercise({
  id: "backpropagation/two-layer-forward",
  version: 1,
  title: "Two layers, forward",
  summary: "Carry an input through a hidden and an output layer to the prediction and its loss.",
  skills: ["linear-layers", "sigmoid", "error-measures"],
  source: { section: "6.3", examples: [37], formulas: ["layer-forward"] },
})
  .params(params, (rng, level): Params => {
    const weight = () => rng.int(2, 9) * rng.pick([1, -1]);
    // Everything in tenths. The biases are what takes both layers to where their activations are not yet flat.
    const x = rng
      .shuffle([2, 3, 4, 5])
      .slice(0, 2)
      .map((size) => size * rng.pick([1, -1]));
    // No row gives 0, so that the pre-activations are not just the biases.
    const [first = 2, second = 3] = x;
    const W1 = rng.list(level === 3 ? 3 : 2, () => {
      const [u, v] = [weight(), weight()];
      return u * first + v * second === 0 ? [u, -v] : [u, v];
    });
    const z1 = W1.map(() => rng.int(3, 14) * rng.pick([1, -1]));
    const b1 = W1.map((row, i) => (z1[i] ?? 0) - row.reduce((total, w, j) => total + w * (x[j] ?? 0), 0));
    const outputs = level - 1;
    return {
      story: rng.int(0, 3),
      hidden: level === 3 ? "tanh" : "sigmoid",
      x,
      W1: W1.map((row) => row.map((w) => w / 10)),
      b1: b1.map((b) => b / 10),
      W2: rng.list(outputs, () => W1.map(() => weight() / 10)),
      b2: rng.list(outputs, () => (rng.int(2, 9) * rng.pick([1, -1])) / 10),
      y: outputs === 2 ? rng.shuffle([0, 1]) : rng.list(outputs, () => rng.int(0, 1)),
    };
  })
  .prompt(({ story, hidden, x, W1, b1, W2, b2, y }, level) => {
    const first = `$$x = ${vec(x)}, \\qquad W_1 = ${mat(W1)}, \\qquad b_1 = ${vec(b1)}$$`;
    const layer = `Its hidden layer computes $h = ${name[hidden]}(z_1)$ with $z_1 = W_1 x + b_1$, entry by entry.`;
    if (level === 1)
      return `${stories[story]} ${layer}\n\n${first}\n\nCarry the input through the **hidden layer**: compute $z_1$ and $h$.`;
    const output = `Its output layer computes $\\hat y = \\sigma(z_2)$ with $z_2 = W_2 h + b_2$, and the loss is ${y.length === 1 ? "$L = (\\hat y - y)^2$" : "$L = \\sum_i (\\hat y_i - y_i)^2$"}.`;
    const target = y.length === 1 ? `y = ${num(y[0] ?? 0)}` : `y = ${vec(y)}`;
    const second = `$$W_2 = ${mat(W2)}, \\qquad b_2 = ${vec(b2)}, \\qquad ${target}$$`;
    return `${stories[story]} ${layer} ${output}\n\n${first}\n\n${second}\n\nGo **forward through both layers**: compute $h$, the output $\\hat y$ and the loss.`;
  })
  .step("z1", vector(), ({ W1, x, b1 }) => add(matvec(W1, x), b1), {
    label: "z_1",
    words: "the pre-activations of the hidden layer",
    hint: "Multiply each row of the first weight matrix with the input, and add the bias of that row.",
    formula: "W_1 x + b_1",
    work: ({ W1, x, b1 }) => column(W1.map((row, i) => plusTerm(products(row, x), b1[i] ?? 0))),
    malrules: {
      "bias-dropped": {
        value: ({ W1, x }) => matvec(W1, x),
        says: "The hidden layer was computed without its bias: $z_1 = W_1 x + b_1$.",
      },
      transposed: {
        value: ({ W1, x, b1 }) => (W1.length === x.length ? add(matvec(transpose(W1), x), b1) : undefined),
        says: "The columns of $W_1$ met the input. Forward, each *row* holds the weights of one hidden unit.",
      },
    },
  })
  .step("h", vector({ rule: { digits: 4 }, workingDigits: 6 }), ({ hidden }, s) => s.z1.map(apply[hidden]), {
    label: "h",
    words: "the activations of the hidden layer",
    hint: "Put each pre-activation through the activation function of the hidden layer.",
    skill: "sigmoid",
    formula: ({ hidden }) => `${name[hidden]}(z_1)`,
    work: ({ hidden }, s) => column(s.z1.map((z1) => `${name[hidden]}(${num(z1)})`)),
    malrules: {
      "exponent-sign": {
        value: ({ hidden }, s) => (hidden === "sigmoid" ? s.z1.map((z1) => sigmoid(-z1)) : undefined),
        says: "In the hidden layer the sign in the exponent is turned round: $\\sigma(z) = 1/(1 + e^{-z})$ grows with $z$.",
      },
      "sigmoid-for-tanh": {
        value: ({ hidden }, s) => (hidden === "tanh" ? s.z1.map(sigmoid) : undefined),
        says: "The hidden layer was given a sigmoid. Its activation here is $\\tanh$, with values from −1 to 1.",
      },
      "activation-skipped": {
        value: (_, s) => [...s.z1],
        says: "The hidden layer stopped at its pre-activation $z_1$. Without the activation, two layers are no more than one.",
      },
    },
  })
  .step("z2", vector({ rule: { digits: 4 }, workingDigits: 6 }), ({ W2, b2 }, s) => add(matvec(W2, s.h), b2), {
    label: "z_2",
    words: "the pre-activations of the output layer",
    hint: "Do the same with the second layer, whose input is h.",
    formula: "W_2 h + b_2",
    work: ({ W2, b2 }, s) => column(W2.map((row, i) => plusTerm(products(row, s.h), b2[i] ?? 0))),
    malrules: {
      "bias-dropped": {
        value: ({ W2 }, s) => matvec(W2, s.h),
        says: "The output layer was computed without its bias: $z_2 = W_2 h + b_2$.",
      },
      "input-for-hidden": {
        value: ({ W2, b2, x }) => (W2[0]?.length === x.length ? add(matvec(W2, x), b2) : undefined),
        says: "The output layer was given the input $x$. What it works on is $h$, which the hidden layer passes on.",
      },
    },
  })
  .step("y_hat", vector({ rule: { digits: 4 }, workingDigits: 6 }), (_, s) => s.z2.map(sigmoid), {
    label: "\\hat y",
    words: "the output of the network",
    hint: "Put the pre-activation of the output layer through the sigmoid.",
    formula: "\\sigma(z_2)",
    work: (_, s) => column(s.z2.map((z2) => `\\sigma(${num(z2)})`)),
    malrules: {
      "activation-skipped": {
        value: (_, s) => [...s.z2],
        says: "This stopped at the pre-activation $z_2$. The output is $\\hat y = \\sigma(z_2)$.",
      },
      "hidden-activation": {
        value: ({ hidden }, s) => (hidden === "tanh" ? s.z2.map(tanh) : undefined),
        says: "The output was put through $\\tanh$, as the hidden layer is. The output layer has a sigmoid.",
      },
    },
  })
  .step(
    "L",
    scalar({ rule: { digits: 4 }, workingDigits: 6 }),
    ({ y }, s) => sum(subtract(s.y_hat, y).map((e) => e * e)),
    {
      label: "L",
      words: "the loss",
      hint: "Square the difference between output and target; with several outputs, add up their squares.",
      skill: "error-measures",
      formula: ({ y }) => (y.length === 1 ? "(\\hat y - y)^2" : "\\sum_i (\\hat y_i - y_i)^2"),
      work: ({ y }, s) => s.y_hat.map((a, i) => `(${num(a)} - ${num(y[i] ?? 0)})^2`).join(" + "),
      malrules: {
        "not-squared": {
          value: ({ y }, s) => sum(subtract(s.y_hat, y).map(Math.abs)),
          says: "This adds up distances between output and target. The loss takes their squares.",
        },
        halved: {
          value: ({ y }, s) => sum(subtract(s.y_hat, y).map((e) => e * e)) / 2,
          says: "This is half of the loss: as it is defined here, it has no factor ½ and is no mean over the outputs.",
        },
      },
    },
  )
  .asks({ 1: ["z1", "h"], 2: ["h", "y_hat", "L"], 3: ["h", "y_hat", "L"] })
  .figures({ prompt: (p) => graphOf(p), solution: (p, s) => graphOf(p, s) })
  .examples({
    "37": {
      level: 2,
      params: {
        ...{ story: 0, hidden: "sigmoid", x: [1, 2], b1: [0.1, 0.2], W2: [[0.6, 0.5]], b2: [0.1], y: [1] },
        W1: [
          [0.5, 0.3],
          [0.2, 0.4],
        ],
      },
    },
  })
  .check(({ hidden, x, W1, b1, W2, b2, y }) => {
    // On the autodiff core, with the bias as the weight of a constant input, and σ(z) as (1 + tanh(z/2))/2.
    const layer = (W: readonly Vector[], b: Vector, input: readonly (Value | number)[]) =>
      auto.matvec(
        W.map((row, i) => [...row, b[i] ?? 0]),
        [...input, 1],
      );
    const z1 = layer(W1, b1, [...x]);
    const squash = (z: (typeof z1)[number]) => z.div(2).tanh().add(1).div(2);
    const h = z1.map((z) => (hidden === "tanh" ? z.mul(2).sigmoid().mul(2).sub(1) : squash(z)));
    const y_hat = layer(W2, b2, h).map(squash);
    const data = (values: typeof h) => values.map((value) => value.data);
    return { z1: data(z1), h: data(h), y_hat: data(y_hat), L: y.length > 0 ? auto.squaredError(y_hat, y).data : 0 };
  });

/** A dot product written out. */
function products(u: Vector, v: Vector): string {
  return u.map((ui, i) => `${i === 0 ? num(ui) : par(ui)} \\cdot ${par(v[i] ?? 0)}`).join(" + ");
}

/** The network as a graph; with `s`, with its values too. */
function graphOf(p: Params, s?: Values): Figure {
  const whole = p.W2.length > 0;
  const node = (id: string, label: string, at: number, row: number, value?: string) => ({
    ...{ id, label, column: at, row },
    ...(s && value !== undefined ? { value } : {}),
  });
  const last = whole && s ? ` z2 = ${plainRow(s.z2)}, ŷ = ${plainRow(s.y_hat)}, L = ${plain(s.L, 4)}.` : "";
  return {
    figure: "graph",
    alt: `The network as a graph: x, W1 and b1 lead to z1, and z1 to h${whole ? "; h, W2 and b2 lead to z2, z2 to ŷ, and ŷ and the target y to L" : ""}.${s ? ` z1 = ${plainRow(s.z1)}, h = ${plainRow(s.h)}.${last}` : ""}`,
    nodes: [
      ...[node("W1", "W_1", 0, 0), node("x", "x", 0, 1), node("b1", "b_1", 0, 2)],
      ...[node("z1", "z_1", 1, 1, s && plainRow(s.z1)), node("h", "h", 2, 1, s && plainRow(s.h))],
      ...(whole
        ? [
            ...[node("W2", "W_2", 2, 0), node("b2", "b_2", 2, 2), node("y", "y", 4, 2)],
            ...[node("z2", "z_2", 3, 1, s && plainRow(s.z2)), node("ŷ", "\\hat y", 4, 1, s && plainRow(s.y_hat))],
            node("L", "L", 5, 1, s && plain(s.L, 4)),
          ]
        : []),
    ],
    edges: [
      ...["W1 z1", "x z1", "b1 z1", "z1 h"],
      ...(whole ? ["W2 z2", "h z2", "b2 z2", "z2 ŷ", "ŷ L", "y L"] : []),
    ].map((edge) => {
      const [from = "", to = ""] = edge.split(" ");
      return { from, to };
    }),
  };
}
