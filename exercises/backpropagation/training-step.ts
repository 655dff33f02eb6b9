/** A whole training step of a small network: forward, backward, update, and the loss after it (summary). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import type { Figure } from "#lib/exercise/figure.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plainRow, plusTerm, vec } from "#lib/exercise/tex.ts";
import { relu, reluDerivative, tanh } from "#lib/math/activations.ts";
import { Value } from "#lib/math/autodiff.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { dot, hadamard, scale, subtract, type Vector } from "#lib/math/vector.ts";

const stories = [
  "A small network is trained one sample at a time.",
  "A network learns to predict tomorrow’s demand from one number.",
  "A network learns the response of a sensor.",
  "A tiny network is trained by hand, to see that its loss falls.",
] as const;

const numbers = z.array(z.number());
const params = z.object({
  story: z.int().min(0).max(3),
  /** "none" at level 1, where h is given. */
  hidden: z.enum(["none", "relu", "tanh"]),
  h: numbers,
  x: z.number(),
  w1: numbers,
  b1: numbers,
  w2: numbers,
  b2: z.number(),
  y: z.number(),
  rate: z.number().positive(),
});
type Params = z.infer<typeof params>;
type Values = Readonly<Record<"h" | "h_new" | "w1_new" | "b1_new" | "w2_new", Vector>> &
  Readonly<Record<"y_hat" | "L" | "b2_new" | "y_new" | "L_new", number>>;

const g = { none: (z: number) => z, relu, tanh } as const;
const name = { none: "", relu: "\\operatorname{ReLU}", tanh: "\\tanh" } as const;
/** The slope of the hidden activation, from its value: that of a ReLU is positive just where the ReLU is. */
const slope = { none: () => 1, relu: reluDerivative, tanh: (a: number) => 1 - a * a } as const;
const hiddenOf = (p: Params, s: { h: Vector }): Vector => (p.hidden === "none" ? p.h : s.h);
const newHiddenOf = (p: Params, s: { h_new: Vector }): Vector => (p.hidden === "none" ? p.h : s.h_new);
const layer = ({ hidden, x }: Params, w: Vector, b: Vector) => w.map((wi, i) => g[hidden](wi * x + (b[i] ?? 0)));

const precise = { rule: { digits: 4 }, workingDigits: 6 } as const;
const kept = scalar(precise);
const keptVector = vector(precise);

/** The mistakes of an update. */
const missteps = <T>(step: (p: Params, s: T, rate: number) => Vector) => ({
  ascent: {
    value: (p: Params, s: T) => step(p, s, -p.rate),
    says: "This step goes uphill. Descent subtracts the gradient.",
  },
  "rate-forgotten": {
    value: (p: Params, s: T) => step(p, s, 1),
    says: "The learning rate is missing: the step is $\\alpha$ times the gradient.",
  },
});

export default exercise({
  id: "backpropagation/training-step",
  version: 1,
  title: "A whole training step",
  summary: "Go forward, backward and take the step with every weight, and see what it does to the loss.",
  skills: ["backprop-layers", "gradient-descent", "linear-layers"],
  source: { section: "6.4", formulas: ["layer-forward", "delta-recursion", "layer-update"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const tenth = () => signed(rng.int(2, 9)) / 10;
    const story = rng.int(0, 3);
    const error = signed(rng.int(4, 9)) / 10;
    if (level === 1) {
      // The target is what leaves a short error; counted in hundredths.
      const h = rng.shuffle([4, 5, 6, 8, 9, 11]).slice(0, 2).map(signed);
      const [u, v, b] = [signed(rng.int(2, 9)), signed(rng.int(2, 9)), signed(rng.int(2, 9))];
      const output = u * (h[0] ?? 0) + v * (h[1] ?? 0) + 10 * b;
      return {
        ...{ story, hidden: "none", h: h.map((a) => a / 10), x: 0, w1: [], b1: [], w2: [u / 10, v / 10], b2: b / 10 },
        ...{ y: (output - 100 * error) / 100, rate: rng.pick([0.08, 0.1, 0.12]) },
      };
    }
    const x = signed(rng.int(2, 3));
    // In tenths. At level 2 one unit is live and one is dead, and far enough from 0 to stay so.
    const z1 =
      level === 2 ? rng.shuffle([rng.int(10, 19), -rng.int(10, 19)]) : rng.list(3, () => signed(rng.int(3, 12)));
    const w1 = z1.map(() => signed(rng.int(2, 9)));
    const b1 = z1.map((z, i) => (z - (w1[i] ?? 0) * x) / 10);
    return {
      ...{ story, hidden: level === 2 ? "relu" : "tanh", h: [], x, w1: w1.map((w) => w / 10), b1 },
      ...{ w2: z1.map(tenth), b2: tenth(), y: rng.pick([1.5, 2, 2.5, 3]) * rng.pick([1, -1]) },
      rate: level === 2 ? 0.02 : rng.pick([0.02, 0.03, 0.05]),
    };
  })
  .prompt(({ story, hidden, h, x, w1, b1, w2, b2, y, rate }, level) => {
    const output = "$\\hat y = w_2 \\cdot h + b_2$, and the loss is $L = (\\hat y - y)^2$";
    const second = `w_2 = ${vec(w2)}, \\qquad b_2 = ${num(b2)}, \\qquad y = ${num(y)}`;
    const step = `**one step of gradient descent** with the learning rate $\\alpha = ${num(rate)}$`;
    if (level === 1)
      return `${stories[story]} Only its output unit is trained, which works on the fixed activations $h$: ${output}.\n\n$$h = ${vec(h)}, \\qquad ${second}$$\n\nTake ${step}: compute the new weights, the new bias and the **loss after the step**.`;
    return `${stories[story]} From its input $x$ it computes a hidden layer $h = ${name[hidden]}(w_1 x + b_1)$, entry by entry, and from it the output ${output}.\n\n$$x = ${num(x)}, \\qquad w_1 = ${vec(w1)}, \\qquad b_1 = ${vec(b1)}$$\n\n$$${second}$$\n\nTake ${step} with *all* weights and biases: compute the new $w_2$, the new $w_1$ and the **loss after the step**.`;
  })
  .step("h", keptVector, (p) => layer(p, p.w1, p.b1), {
    label: "h",
    words: "the activations of the hidden layer",
    hint: "Go forward: weight times input plus bias for each unit, then the activation.",
    skill: "linear-layers",
    formula: ({ hidden }) => `${name[hidden]}(w_1 x + b_1)`,
    work: ({ hidden, x, w1, b1 }) =>
      column(w1.map((w, i) => `${name[hidden]}(${plusTerm(`${num(w)} \\cdot ${par(x)}`, b1[i] ?? 0)})`)),
  })
  .step("y_hat", kept, (p, s) => dot(p.w2, hiddenOf(p, s)) + p.b2, {
    label: "\\hat y",
    words: "the output before the step",
    hint: "Multiply the activations by the weights of the output unit, and add its bias.",
    skill: "linear-layers",
    formula: "w_2 \\cdot h + b_2",
    work: (p, s) => plusTerm(products(p.w2, hiddenOf(p, s)), p.b2),
    malrules: {
      "bias-dropped": {
        value: (p, s) => dot(p.w2, hiddenOf(p, s)),
        says: "The forward pass went without the bias of the output unit: $\\hat y = w_2 \\cdot h + b_2$.",
      },
    },
  })
  .step("L", kept, ({ y }, s) => (s.y_hat - y) ** 2, {
    label: "L",
    words: "the loss before the step",
    hint: "Square the difference of output and target.",
    formula: "(\\hat y - y)^2",
    work: ({ y }, s) => `\\left(${plusTerm(num(s.y_hat), -y)}\\right)^2`,
  })
  .step("delta2", kept, ({ y }, s) => 2 * (s.y_hat - y), {
    label: "\\delta_2",
    words: "the gradient by the output",
    hint: "Differentiate the square. The output unit is linear, so this is its delta.",
    formula: "2(\\hat y - y)",
    work: ({ y }, s) => `2 \\left(${plusTerm(num(s.y_hat), -y)}\\right)`,
    malrules: {
      "factor-two": {
        value: ({ y }, s) => s.y_hat - y,
        says: "The factor 2 from the square is missing in $\\delta_2$.",
      },
    },
  })
  .step("w2_new", keptVector, (p, s) => subtract(p.w2, scale(p.rate * s.delta2, hiddenOf(p, s))), {
    label: "w_2^{\\text{new}}",
    words: "the new weights of the output unit",
    hint: "The gradient by each weight is the delta times the activation that it multiplies. Step against it.",
    skill: "gradient-descent",
    formula: "w_2 - \\alpha\\, \\delta_2\\, h",
    work: (p, s) => `${vec(p.w2)} - ${num(p.rate)} \\cdot ${par(s.delta2)} ${vec(hiddenOf(p, s))}`,
    malrules: missteps((p, s: { h: Vector; delta2: number }, rate) =>
      subtract(p.w2, scale(rate * s.delta2, hiddenOf(p, s))),
    ),
  })
  .step("b2_new", kept, ({ b2, rate }, s) => b2 - rate * s.delta2, {
    label: "b_2^{\\text{new}}",
    words: "the new bias of the output unit",
    hint: "The gradient by the bias is the delta itself.",
    skill: "gradient-descent",
    formula: "b_2 - \\alpha\\, \\delta_2",
    work: ({ b2, rate }, s) => `${num(b2)} - ${num(rate)} \\cdot ${par(s.delta2)}`,
    malrules: {
      "not-updated": {
        value: ({ b2 }) => b2,
        says: "The bias of the output unit was left as it was. It has a gradient too, and takes its step.",
      },
    },
  })
  .step("delta1", keptVector, ({ hidden, w2 }, s) => hadamard(scale(s.delta2, w2), s.h.map(slope[hidden])), {
    label: "\\delta_1",
    words: "the delta of the hidden layer",
    hint: "Go back through the old weights of the output unit, then through the slope of the activation.",
    formula: ({ hidden }) =>
      hidden === "tanh"
        ? "\\delta_2 w_2 \\odot (1 - h \\odot h)"
        : "\\delta_2 w_2 \\odot \\operatorname{ReLU}'(w_1 x + b_1)",
    work: ({ hidden, w2 }, s) =>
      column(
        w2.map((w, i) => {
          const a = s.h[i] ?? 0;
          return `${num(s.delta2)} \\cdot ${par(w)} \\cdot ${hidden === "tanh" ? `(1 - ${par(a)}^2)` : slope[hidden](a)}`;
        }),
      ),
    malrules: {
      "slope-missing": {
        value: ({ w2 }, s) => scale(s.delta2, w2),
        says: "The gradient reached the hidden layer but did not pass its activation: multiply by the slope there, which for a dead ReLU is 0.",
      },
      "updated-weights": {
        value: ({ hidden }, s) => hadamard(scale(s.delta2, s.w2_new), s.h.map(slope[hidden])),
        says: "The gradient was carried back through the new $w_2$. All gradients of a step are taken at the old weights.",
      },
    },
  })
  .step("w1_new", keptVector, ({ w1, x, rate }, s) => subtract(w1, scale(rate * x, s.delta1)), {
    label: "w_1^{\\text{new}}",
    words: "the new weights of the hidden layer",
    hint: "The gradient by each weight is the delta of its unit times the input. A dead unit stays as it is.",
    formula: "w_1 - \\alpha\\, \\delta_1\\, x",
    work: ({ w1, x, rate }, s) => `${vec(w1)} - ${num(rate)} \\cdot ${par(x)} ${vec(s.delta1)}`,
    malrules: {
      ...missteps((p, s: { delta1: Vector }, rate) => subtract(p.w1, scale(rate * p.x, s.delta1))),
      "input-missing": {
        value: ({ w1, rate }, s) => subtract(w1, scale(rate, s.delta1)),
        says: "The input is missing in the gradient by $w_1$. Without it this is the step of the bias.",
      },
    },
  })
  .step("b1_new", keptVector, ({ b1, rate }, s) => subtract(b1, scale(rate, s.delta1)), {
    label: "b_1^{\\text{new}}",
    words: "the new biases of the hidden layer",
    hint: "The gradient by each bias is the delta of its unit.",
    skill: "gradient-descent",
    formula: "b_1 - \\alpha\\, \\delta_1",
    work: ({ b1, rate }, s) => `${vec(b1)} - ${num(rate)} ${vec(s.delta1)}`,
  })
  .step("h_new", keptVector, (p, s) => layer(p, s.w1_new, s.b1_new), {
    label: "h_{\\text{new}}",
    words: "the activations of the hidden layer after the step",
    hint: "Go forward once more, with the new weights and biases.",
    skill: "linear-layers",
    formula: ({ hidden }) => `${name[hidden]}(w_1^{\\text{new}} x + b_1^{\\text{new}})`,
    work: ({ hidden, x }, s) =>
      column(s.w1_new.map((w, i) => `${name[hidden]}(${plusTerm(`${num(w)} \\cdot ${par(x)}`, s.b1_new[i] ?? 0)})`)),
    malrules: {
      "hidden-layer-not-updated": {
        value: (_, s) => [...s.h],
        says: "The new forward pass used the old hidden layer. Its weights and biases were stepped too.",
      },
    },
  })
  .step("y_new", kept, (p, s) => dot(s.w2_new, newHiddenOf(p, s)) + s.b2_new, {
    label: "\\hat y_{\\text{new}}",
    words: "the output after the step",
    hint: "Put the new activations into the new output unit.",
    skill: "linear-layers",
    formula: ({ hidden }) =>
      `w_2^{\\text{new}} \\cdot ${hidden === "none" ? "h" : "h_{\\text{new}}"} + b_2^{\\text{new}}`,
    work: (p, s) => plusTerm(products(s.w2_new, newHiddenOf(p, s)), s.b2_new),
  })
  .step("L_new", kept, ({ y }, s) => (s.y_new - y) ** 2, {
    label: "L_{\\text{new}}",
    words: "the loss after the step",
    hint: "Square what is left between output and target. If the step was small enough, it is less than before.",
    formula: "(\\hat y_{\\text{new}} - y)^2",
    work: ({ y }, s) => `\\left(${plusTerm(num(s.y_new), -y)}\\right)^2`,
    malrules: {
      "loss-before": {
        value: (_, s) => s.L,
        says: "This is the loss before the step. Go forward once more with the new weights.",
      },
      "not-squared": {
        value: ({ y }, s) => Math.abs(s.y_new - y),
        says: "This is the distance between output and target. The loss is its square.",
      },
    },
  })
  .asks({ 1: ["w2_new", "b2_new", "L_new"], 2: ["w2_new", "w1_new", "L_new"], 3: ["w2_new", "w1_new", "L_new"] })
  .figures({ solution: (p, s) => graphOf(p, s) })
  .check(({ hidden, h, x, w1, b1, w2, b2, y, rate }) => {
    const [v1, c1, v2] = [w1, b1, w2].map(auto.vectorVariable);
    const c2 = new Value(b2);
    const lossAt = (a: typeof v1, b: typeof v1, w: typeof v1, c: Value) => {
      const before = (a ?? []).map((v, i) => v.mul(x).add(b?.[i] ?? 0));
      const units = hidden === "none" ? h : before.map((v) => (hidden === "relu" ? v.relu() : v.tanh()));
      return auto
        .dot(w ?? [], units)
        .add(c)
        .sub(y)
        .pow(2);
    };
    lossAt(v1, c1, v2, c2).backward();
    const stepped = (variables: typeof v1) => (variables ?? []).map(({ data, grad }) => new Value(data - rate * grad));
    const [n1, d1, n2] = [v1, c1, v2].map(stepped);
    const d2 = new Value(b2 - rate * c2.grad);
    const data = (variables: typeof v1) => (variables ?? []).map((variable) => variable.data);
    return { w2_new: data(n2), b2_new: d2.data, w1_new: data(n1), L_new: lossAt(n1, d1, n2, d2).data };
  });

/** A dot product written out. */
function products(u: Vector, v: Vector): string {
  return u.map((ui, i) => `${i === 0 ? num(ui) : par(ui)} \\cdot ${par(v[i] ?? 0)}`).join(" + ");
}

/** A loss as text, without powers of ten. */
function lossIn(loss: number): string {
  return loss < 1e-4 ? "under 0.0001" : plain(loss, 3);
}

/** The network as a graph, with its values before the step and after it. */
function graphOf(p: Params, s: Values): Figure {
  const whole = p.hidden !== "none";
  const hidden = whole ? [{ id: "x", label: "x", column: 0, row: 0, value: plain(p.x) }] : [];
  const [before, after] = [hiddenOf(p, s), newHiddenOf(p, s)].map((v) => plainRow(v));
  return {
    figure: "graph",
    alt: `The network from ${whole ? "x over " : ""}h to the output and the loss. Before the step h = ${before}, ŷ = ${plain(s.y_hat, 4)} and L = ${lossIn(s.L)}; after it h = ${after}, ŷ = ${plain(s.y_new, 4)} and L = ${lossIn(s.L_new)}.`,
    nodes: [
      ...hidden,
      { id: "h", label: "h", column: 1, row: 0, value: `${before} → ${after}` },
      { id: "ŷ", label: "\\hat y", column: 3, row: 0, value: `${plain(s.y_hat, 3)} → ${plain(s.y_new, 3)}` },
      { id: "L", label: "L", column: 5, row: 0, value: `${lossIn(s.L)} → ${lossIn(s.L_new)}` },
    ],
    edges: [...(whole ? [{ from: "x", to: "h" }] : []), { from: "h", to: "ŷ" }, { from: "ŷ", to: "L" }],
  };
}
