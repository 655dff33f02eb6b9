/** Backpropagation through a network of two sigmoid layers, in matrices all the way (example 37). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import type { Figure } from "#lib/exercise/figure.ts";
import { matrix, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, plainRow, plusTerm, terms, vec } from "#lib/exercise/tex.ts";
import { sigmoid } from "#lib/math/activations.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { type Matrix, matvec, minus, scaled, transpose } from "#lib/math/matrix.ts";
import { add, hadamard, outer, scale, subtract, sum, type Vector } from "#lib/math/vector.ts";

const numbers = z.array(z.number());
const schema = z.object({
  /** The input, and the hidden layer; empty at level 1, which is given `h` instead. */
  x: numbers,
  W1: z.array(numbers),
  b1: numbers,
  /** What the hidden layer passes on, at level 1. */
  h: numbers,
  W2: z.array(numbers),
  b2: numbers,
  /** One target for each output: one at level 2, else two. */
  y: numbers,
  /** Only at level 3. */
  rate: z.number(),
});
type Network = z.infer<typeof schema>;

export default exercise({
  id: "backpropagation/two-layer-backward",
  version: 1,
  title: "Two layers, backward",
  summary: "Carry the gradient of the loss back through two sigmoid layers to both weight matrices.",
  skills: ["backprop-layers", "linear-layers", "sigmoid", "gradient-descent"],
  source: {
    section: "6.3",
    examples: [37],
    formulas: ["output-delta", "delta-recursion", "weight-outer-product", "bias-gradient"],
  },
})
  .params(schema, (rng, level) => {
    const weight = () => rng.int(2, 9) * rng.pick([1, -1]);
    const outputs = level === 2 ? 1 : 2;
    // Everything in tenths. The hidden bias is what takes the layer to where the sigmoid is not yet flat.
    const x = rng
      .shuffle([2, 3, 4])
      .slice(0, 2)
      .map((size) => size * rng.pick([1, -1]));
    const W1 = x.map(() => x.map(weight));
    const z1 = x.map(() => rng.int(3, 14) * rng.pick([1, -1]));
    const b1 = W1.map((row, i) => (z1[i] ?? 0) - row.reduce((total, w, j) => total + w * (x[j] ?? 0), 0));
    const shared = {
      W2: rng.list(outputs, () => x.map(() => weight() / 10)),
      b2: rng.list(outputs, () => (rng.int(1, 5) * rng.pick([1, -1])) / 10),
      y: outputs === 1 ? [rng.int(0, 1)] : rng.shuffle([0, 1]),
    };
    if (level === 1) {
      const h = rng.shuffle([0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9]).slice(0, 2);
      return { x: [], W1: [], b1: [], h, ...shared, rate: 0 };
    }
    return {
      x,
      W1: W1.map((row) => row.map((w) => w / 10)),
      b1: b1.map((b) => b / 10),
      h: [],
      ...shared,
      rate: level === 3 ? rng.pick([1.5, 2, 2.5, 3]) : 0,
    };
  })
  .prompt(({ x, W1, b1, h, W2, b2, y, rate }, level) => {
    const network = (from: string) =>
      `${from} The output layer computes $\\hat y = \\sigma(z_2)$ with $z_2 = W_2 h + b_2$; the loss is ${y.length === 1 ? "$L = (\\hat y - y)^2$" : "$L = \\sum_i (\\hat y_i - y_i)^2$"}.`;
    const first = `$$x = ${vec(x)}, \\quad W_1 = ${mat(W1)}, \\quad b_1 = ${vec(b1)}$$\n\n`;
    const hidden = "A network maps $x$ to the hidden layer $h = \\sigma(z_1)$ with $z_1 = W_1 x + b_1$.";
    const target = y.length === 1 ? `y = ${num(y[0] ?? 0)}` : `y = ${vec(y)}`;
    const second = `$$W_2 = ${mat(W2)}, \\quad b_2 = ${vec(b2)}, \\quad ${target}$$`;
    return {
      1: `${network("The hidden layer of a network passes $h$ on.")}\n\n$$h = ${vec(h)}$$\n\n${second}\n\nGo back through the **output layer**: compute $\\delta_2 = \\partial L / \\partial z_2$ and the gradient by $W_2$.`,
      2: `${network(hidden)}\n\n${first}${second}\n\nGo **backward through both layers**: compute the gradient by $W_2$, then $\\delta_1 = \\partial L / \\partial z_1$, and the gradient by $W_1$.`,
      3: `${network(hidden)}\n\n${first}${second}\n\nGo backward to $\\delta_1 = \\partial L / \\partial z_1$, and take **one step of gradient descent** on both weight matrices, with the learning rate $\\alpha = ${num(rate)}$.`,
    }[level];
  })
  .step("z1", vector(), ({ W1, x, b1 }) => add(matvec(W1, x), b1), {
    label: "z_1",
    words: "the pre-activations of the hidden layer",
    hint: "Multiply each row of the first weight matrix with the input, and add the bias of that row.",
    skill: "linear-layers",
    formula: "W_1 x + b_1",
    work: ({ W1, x, b1 }) => column(W1.map((row, i) => terms([...hadamard(row, x), b1[i] ?? 0]))),
  })
  .step("h", vector(), (_, s) => s.z1.map(sigmoid), {
    label: "h",
    words: "the activations of the hidden layer",
    hint: "Put each pre-activation through the sigmoid.",
    skill: "sigmoid",
    formula: "\\sigma(z_1)",
    work: (_, s) => column(s.z1.map((zi) => `\\sigma(${num(zi)})`)),
  })
  .step("z2", vector(), (p, s) => add(matvec(p.W2, hiddenOf(p, s)), p.b2), {
    label: "z_2",
    words: "the pre-activation of the output layer",
    hint: "Multiply the second weight matrix with the hidden activations, and add its bias.",
    skill: "linear-layers",
    formula: "W_2 h + b_2",
    work: (p, s) => column(p.W2.map((row, i) => plusTerm(products(row, hiddenOf(p, s)), p.b2[i] ?? 0))),
  })
  .step("y_hat", vector(), (_, s) => s.z2.map(sigmoid), {
    label: "\\hat y",
    words: "the output of the network",
    hint: "Put the pre-activation of the output layer through the sigmoid.",
    skill: "sigmoid",
    formula: "\\sigma(z_2)",
    work: (_, s) => column(s.z2.map((zi) => `\\sigma(${num(zi)})`)),
  })
  .step("L", scalar(), ({ y }, s) => sum(subtract(s.y_hat, y).map((e) => e * e)), {
    label: "L",
    words: "the loss",
    hint: "Square the difference between output and target.",
    formula: ({ y }) => (y.length === 1 ? "(\\hat y - y)^2" : "\\sum_i (\\hat y_i - y_i)^2"),
    work: ({ y }, s) => s.y_hat.map((a, i) => `(${num(a)} - ${num(y[i] ?? 0)})^2`).join(" + "),
  })
  .step(
    "delta2",
    vector({ workingDigits: 5 }),
    ({ y }, s) => hadamard(scale(2, subtract(s.y_hat, y)), s.y_hat.map(slope)),
    {
      label: "\\delta_2",
      words: "delta of the output layer, the gradient by its pre-activation",
      hint: "The derivative of the square, times the derivative of the sigmoid, entry by entry.",
      formula: "2(\\hat y - y) \\odot \\hat y \\odot (1 - \\hat y)",
      work: ({ y }, s) =>
        column(s.y_hat.map((a, i) => `2(${num(a)} - ${num(y[i] ?? 0)}) \\cdot ${num(a)}\\,(1 - ${num(a)})`)),
      malrules: {
        "slope-missing": {
          value: ({ y }, s) => scale(2, subtract(s.y_hat, y)),
          says: "This is the gradient by $\\hat y$. To reach $z_2$ it still has to pass the sigmoid: times $\\hat y(1 - \\hat y)$.",
        },
        "factor-two": {
          value: ({ y }, s) => hadamard(subtract(s.y_hat, y), s.y_hat.map(slope)),
          says: "The factor 2 from the square is missing in $\\delta_2$.",
        },
        "activation-for-slope": {
          value: ({ y }, s) => hadamard(scale(2, subtract(s.y_hat, y)), s.y_hat),
          says: "In $\\delta_2$ the output itself stands where its slope belongs: $\\sigma'(z_2) = \\hat y(1 - \\hat y)$.",
        },
      },
    },
  )
  .step("dL_dW2", matrix({ workingDigits: 5 }), (p, s) => outer(s.delta2, hiddenOf(p, s)), {
    label: "\\dfrac{\\partial L}{\\partial W_2}",
    words: "the gradient by the second weight matrix",
    hint: "Every weight gets the delta of the row it feeds times the activation it multiplies: an outer product in the shape of the matrix.",
    formula: "\\delta_2\\, h^\\top",
    work: (p, s) => `${vec(s.delta2)} ${mat([hiddenOf(p, s)])}`,
    malrules: {
      "outer-reversed": {
        value: (p, s) => outer(hiddenOf(p, s), s.delta2),
        says: "The outer product is the wrong way round. A gradient has the shape of its matrix: $\\delta_2$ goes down the rows, $h$ along the columns.",
      },
    },
  })
  .step(
    "W2_new",
    matrix({ rule: { digits: 4 }, workingDigits: 6 }),
    ({ W2, rate }, s) => minus(W2, scaled(rate, s.dL_dW2)),
    {
      label: "W_2^{\\text{new}}",
      words: "the new second weight matrix",
      hint: "Step against the gradient, scaled by the learning rate.",
      skill: "gradient-descent",
      formula: "W_2 - \\alpha\\,\\dfrac{\\partial L}{\\partial W_2}",
      work: ({ W2, rate }, s) => `${mat(W2)} - ${num(rate)} ${mat(s.dL_dW2)}`,
      malrules: missteps((p, s) => [p.W2, s.dL_dW2]),
    },
  )
  .step("dL_dh", vector({ workingDigits: 5, scale: "common" }), ({ W2 }, s) => matvec(transpose(W2), s.delta2), {
    label: "\\dfrac{\\partial L}{\\partial h}",
    words: "the gradient by the hidden activations",
    hint: "Each hidden unit reaches the loss through its column of the second weight matrix: multiply by the transposed matrix, with its old weights.",
    formula: "W_2^\\top \\delta_2",
    work: ({ W2 }, s) => `${mat(transpose(W2))} ${vec(s.delta2)}`,
    malrules: {
      "not-transposed": {
        value: ({ W2 }, s) => (W2.length === W2[0]?.length ? matvec(W2, s.delta2) : undefined),
        says: "$W_2$ was not transposed on the way back. Forward, its rows meet $h$; backward, its columns meet $\\delta_2$: $W_2^\\top \\delta_2$.",
      },
      "updated-weights": {
        value: ({ rate }, s) => (rate === 0 ? undefined : matvec(transpose(s.W2_new), s.delta2)),
        says: "The gradient was carried back through the new $W_2$. All gradients of a step are taken at the old weights.",
      },
    },
  })
  .step("delta1", vector({ workingDigits: 5, scale: "common" }), (_, s) => hadamard(s.dL_dh, s.h.map(slope)), {
    label: "\\delta_1",
    words: "delta of the hidden layer, the gradient by its pre-activations",
    hint: "Multiply entry by entry by the derivative of the sigmoid, written with the activations.",
    formula: "\\dfrac{\\partial L}{\\partial h} \\odot h \\odot (1 - h)",
    work: (_, s) => column(s.h.map((a, i) => `${num(s.dL_dh[i] ?? 0)} \\cdot ${num(a)}\\,(1 - ${num(a)})`)),
    malrules: {
      "slope-missing": {
        value: (_, s) => [...s.dL_dh],
        says: "This is the gradient by $h$. To reach $z_1$ it still has to pass the sigmoid: times $h(1 - h)$.",
      },
      "activation-for-slope": {
        value: (_, s) => hadamard(s.dL_dh, s.h),
        says: "In $\\delta_1$ the activation $h$ stands where its slope belongs: $\\sigma'(z_1) = h(1 - h)$.",
      },
    },
  })
  .step("dL_dW1", matrix({ workingDigits: 5, scale: "common" }), ({ x }, s) => outer(s.delta1, x), {
    label: "\\dfrac{\\partial L}{\\partial W_1}",
    words: "the gradient by the first weight matrix",
    hint: "As for the second matrix: the delta of the row, times what the weight multiplies, which is now the input.",
    formula: "\\delta_1\\, x^\\top",
    work: ({ x }, s) => `${vec(s.delta1)} ${mat([x])}`,
    malrules: {
      "outer-reversed": {
        value: ({ x }, s) => outer(x, s.delta1),
        says: "The outer product is the wrong way round: $\\delta_1$ goes down the rows, $x$ along the columns.",
      },
      "hidden-for-input": {
        value: (_, s) => outer(s.delta1, s.h),
        says: "The first matrix multiplies the input $x$, so its gradient is $\\delta_1 x^\\top$; here $h$ was used.",
      },
    },
  })
  .step(
    "W1_new",
    matrix({ rule: { digits: 4 }, workingDigits: 6 }),
    ({ W1, rate }, s) => minus(W1, scaled(rate, s.dL_dW1)),
    {
      label: "W_1^{\\text{new}}",
      words: "the new first weight matrix",
      hint: "Step against the gradient, scaled by the learning rate.",
      skill: "gradient-descent",
      formula: "W_1 - \\alpha\\,\\dfrac{\\partial L}{\\partial W_1}",
      work: ({ W1, rate }, s) => `${mat(W1)} - ${num(rate)} ${mat(s.dL_dW1)}`,
      malrules: missteps((p, s) => [p.W1, s.dL_dW1]),
    },
  )
  .asks({ 1: ["delta2", "dL_dW2"], 2: ["dL_dW2", "delta1", "dL_dW1"], 3: ["delta1", "W2_new", "W1_new"] })
  .figures({ prompt: (p) => graphOf(p), solution: (p, s) => graphOf(p, s) })
  .examples({
    "37": {
      level: 2,
      params: {
        ...{
          x: [1, 2],
          W1: [
            [0.5, 0.3],
            [0.2, 0.4],
          ],
          b1: [0.1, 0.2],
          h: [],
        },
        ...{ W2: [[0.6, 0.5]], b2: [0.1], y: [1], rate: 0 },
      },
    },
  })
  .check(({ x, W1, b1, h, W2, b2, y, rate }) => {
    const [first, second] = [auto.matrixVariable(W1), auto.matrixVariable(W2)];
    const z1 = auto.add(auto.matvec(first, x), b1);
    const z2 = auto.add(auto.matvec(second, h.length > 0 ? h : z1.map((v) => v.sigmoid())), b2);
    const loss = auto.squaredError(
      z2.map((v) => v.sigmoid()),
      y,
    );
    loss.backward();
    const [dL_dW1, dL_dW2] = [auto.gradientOfMatrix(first), auto.gradientOfMatrix(second)];
    return {
      delta2: auto.gradientOfVector(z2),
      dL_dW2,
      delta1: auto.gradientOfVector(z1),
      dL_dW1,
      W2_new: W2.map((row, i) => row.map((w, j) => w - rate * (dL_dW2[i]?.[j] ?? 0))),
      W1_new: W1.map((row, i) => row.map((w, j) => w - rate * (dL_dW1[i]?.[j] ?? 0))),
    };
  });

/** The derivative of the sigmoid, by its own value. */
function slope(a: number): number {
  return a * (1 - a);
}

/** What the hidden layer passes on: given, or computed from the input. */
function hiddenOf(p: Network, s: { h: Vector }): Vector {
  return p.h.length > 0 ? p.h : s.h;
}

/** A dot product written out. */
function products(u: Vector, v: Vector): string {
  return u.map((ui, i) => `${i === 0 ? num(ui) : par(ui)} \\cdot ${par(v[i] ?? 0)}`).join(" + ");
}

type Values = Record<"z1" | "h" | "z2" | "y_hat" | "delta2" | "dL_dh" | "delta1", Vector> &
  Record<"dL_dW1" | "dL_dW2", Matrix> & { L: number };

/** The mistakes that an update of a weight matrix by its gradient invites. */
function missteps(matrices: (p: Network, s: Values) => readonly [W: Matrix, gradient: Matrix]) {
  const step = (p: Network, s: Values, rate: number) => {
    const [W, gradient] = matrices(p, s);
    return minus(W, scaled(rate, gradient));
  };
  return {
    ascent: {
      value: (p: Network, s: Values) => step(p, s, -p.rate),
      says: "This step goes uphill. Descent subtracts the gradient.",
    },
    "rate-forgotten": {
      value: (p: Network, s: Values) => step(p, s, 1),
      says: "The learning rate is missing: the step is $\\alpha$ times the gradient.",
    },
  };
}

/** The network as a graph; with `s`, also its values and gradients. */
function graphOf(p: Network, s?: Values): Figure {
  const whole = p.x.length > 0;
  const show = (v: Vector | undefined) => v && plainRow(v);
  const rows = (m: Matrix | undefined) => m?.map((row) => plainRow(row)).join("; ");
  const node = (id: string, label: string, column: number, row: number, value?: string, gradient?: string) => ({
    ...{ id, label, column: whole ? column : column - 2, row },
    ...(value === undefined ? {} : { value }),
    ...(gradient === undefined ? {} : { gradient }),
  });
  const nodes = [
    ...(whole
      ? [
          node("W1", "W_1", 0, 0, undefined, rows(s?.dL_dW1)),
          node("x", "x", 0, 1),
          node("b1", "b_1", 0, 2, undefined, show(s?.delta1)),
          node("z1", "z_1", 1, 1, show(s?.z1), show(s?.delta1)),
        ]
      : []),
    node("W2", "W_2", 2, 0, undefined, rows(s?.dL_dW2)),
    node("h", "h", 2, 1, whole ? show(s?.h) : undefined, show(s?.dL_dh)),
    node("b2", "b_2", 2, 2, undefined, show(s?.delta2)),
    node("z2", "z_2", 3, 1, show(s?.z2), show(s?.delta2)),
    node("ŷ", "\\hat y", 4, 1, show(s?.y_hat)),
    node("L", "L", 5, 1, s && plain(s.L, 3)),
  ];
  const edges = ["W1 z1", "x z1", "b1 z1", "z1 h", "W2 z2", "h z2", "b2 z2", "z2 ŷ", "ŷ L"]
    .map((edge) => edge.split(" "))
    .map(([from = "", to = ""]) => ({ from, to }))
    .filter(({ from, to }) => nodes.some(({ id }) => id === from) && nodes.some(({ id }) => id === to));
  const told = nodes.flatMap(({ id, value, gradient }) => [
    ...(value === undefined ? [] : [`${id} is ${value}`]),
    ...(gradient === undefined ? [] : [`The gradient by ${id} is ${gradient}`]),
  ]);
  return {
    figure: "graph",
    alt: `Computation graph: ${whole ? "W1, x and b1 lead to z1, and z1 to h; " : ""}W2, h and b2 lead to z2, z2 to ŷ, and ŷ to the loss L. ${told.map((text) => `${text}.`).join(" ")}`.trim(),
    nodes,
    edges,
  };
}
