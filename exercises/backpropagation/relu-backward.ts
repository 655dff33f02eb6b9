/** Back through a ReLU: the gradient passes where the unit is live, and stops where it is not (example 38). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { matrix, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plusTerm, vec } from "#lib/exercise/tex.ts";
import { relu, reluDerivative } from "#lib/math/activations.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";
import { add, hadamard, outer, type Vector } from "#lib/math/vector.ts";

const stories = [
  "A hidden layer of a network has the activation $a = \\operatorname{ReLU}(z)$, entry by entry.",
  "In a network that reads road signs, a layer computes $a = \\operatorname{ReLU}(z)$ for each of its units.",
  "A layer with the activation $a = \\operatorname{ReLU}(z)$ has passed its activations on.",
  "The units of a layer are rectified, $a = \\operatorname{ReLU}(z)$; now the gradient comes back.",
] as const;

const numbers = z.array(z.number());
const params = z.object({
  story: z.int().min(0).max(3),
  /** The pre-activations; empty at level 2, where the layer gives them. */
  z: numbers,
  /** The gradient by the activations; empty at level 3, where the next layer gives it. */
  g: numbers,
  /** The layer that gives z, and its input; only x at level 3, nothing at level 1. */
  W: z.array(numbers),
  x: numbers,
  b: numbers,
  /** The delta of the next layer, and its weights; only at level 3. */
  delta_next: numbers,
  V: z.array(numbers),
});
type Params = z.infer<typeof params>;
type Values = Readonly<Record<"pre" | "back", Vector>>;

const zOf = (p: Params, s: Values) => (p.z.length > 0 ? p.z : s.pre);
const gOf = (p: Params, s: Values) => (p.g.length > 0 ? p.g : s.back);
const where = (keep: (z: number, g: number) => boolean) => ({
  value: (p: Params, s: Values) => {
    const z = zOf(p, s);
    return gOf(p, s).map((g, i) => (keep(z[i] ?? 0, g) ? g : 0));
  },
});

export default exercise({
  id: "backpropagation/relu-backward",
  version: 1,
  title: "Back through a ReLU",
  summary: "Let a gradient pass where the units are live, and carry it on to the weights below.",
  skills: ["backprop-relu", "backprop-layers"],
  source: { section: "6.5", examples: [38], formulas: ["relu-backward", "relu-derivative"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const tenths = (n: number) => rng.list(n, () => rng.int(2, 9));
    const story = rng.int(0, 3);
    const none = { z: [], g: [], W: [], x: [], b: [], delta_next: [], V: [] };
    const x = rng.shuffle([2, 3, 4, 5, 6]).slice(0, 2).map(signed);
    if (level === 1) {
      // Two units live and two dead, and in both pairs a gradient of either sign.
      const units = rng.shuffle([
        [rng.int(12, 39), tenths(1)[0] ?? 2],
        [rng.int(12, 39), -(tenths(1)[0] ?? 2)],
        [-rng.int(12, 39), tenths(1)[0] ?? 2],
        [-rng.int(12, 39), -(tenths(1)[0] ?? 2)],
      ]);
      return { ...none, story, z: units.map(([z = 0]) => z / 10), g: units.map(([, g = 0]) => g / 10) };
    }
    if (level === 2) {
      const W = rng.list(3, () => x.map(() => signed(rng.int(2, 9))));
      const live = rng.shuffle([1, 1, -1]);
      // In tenths: the bias is what makes a unit live or dead.
      const z = live.map((sign) => sign * rng.int(3, 19));
      const b = W.map((row, i) => (z[i] ?? 0) - row.reduce((total, w, j) => total + w * (x[j] ?? 0), 0));
      const [up = 2, down = 3, dead = 4] = tenths(3);
      // One gradient of each sign passes.
      const [first, second] = rng.shuffle([up, -down]);
      const passing = [first ?? 2, second ?? 3];
      const g = live.map((sign) => (sign < 0 ? signed(dead) : (passing.pop() ?? 2)));
      return {
        ...none,
        story,
        W: W.map((row) => row.map((w) => w / 10)),
        x,
        b: b.map((v) => v / 10),
        g: g.map((v) => v / 10),
      };
    }
    const V = rng.list(2, () => rng.list(4, () => signed(rng.int(2, 9)) / 10));
    // One unit is exactly at the corner of the ReLU.
    const z = rng.shuffle([rng.int(12, 39), rng.int(12, 39), -rng.int(12, 39), 0]).map((v) => v / 10);
    return { ...none, story, z, x, V, delta_next: [signed(rng.int(12, 29)) / 100, signed(rng.int(41, 69)) / 100] };
  })
  .prompt(({ story, z, g, W, x, b, delta_next, V }, level) => {
    const delta = "the delta of the layer, its gradient by the **pre-activations** $z$";
    return {
      1: `${stories[story]} Known are its pre-activations and the gradient of the loss by its activations.\n\n$$z = ${vec(z)}, \\qquad \\frac{\\partial L}{\\partial a} = ${vec(g)}$$\n\nCompute ${delta}.`,
      2: `${stories[story]} Its pre-activations are $z = Wx + b$.\n\n$$W = ${mat(W)}, \\quad x = ${vec(x)}, \\quad b = ${vec(b)}, \\quad \\frac{\\partial L}{\\partial a} = ${vec(g)}$$\n\nCompute ${delta}.`,
      3: `${stories[story]} Its pre-activations are $z = Wx + b$, and the next layer computes $z_{\\text{next}} = Va + c$, whose delta is known. At 0 take the derivative of the ReLU to be 0, as most programs do.\n\n$$z = ${vec(z)}, \\qquad x = ${vec(x)}, \\qquad V = ${mat(V)}, \\qquad \\delta_{\\text{next}} = ${vec(delta_next)}$$\n\nCompute ${delta}, and the gradient by the **weights** $W$.`,
    }[level];
  })
  .step("pre", vector(), ({ W, x, b }) => add(matvec(W, x), b), {
    label: "z",
    words: "the pre-activations",
    hint: "Multiply each row of W with the input and add its bias: the sign of the result is what matters.",
    formula: "Wx + b",
    work: ({ W, x, b }) => column(W.map((row, i) => plusTerm(products(row, x), b[i] ?? 0))),
    malrules: {
      "bias-dropped": {
        value: ({ W, x }) => matvec(W, x),
        says: "Whether a unit is live was read from $Wx$. The bias counts too: $z = Wx + b$.",
      },
    },
  })
  .step("back", vector(), ({ V, delta_next }) => matvec(transpose(V), delta_next), {
    label: "\\dfrac{\\partial L}{\\partial a}",
    words: "the gradient by the activations",
    hint: "Go back through the weights of the next layer: each unit collects along its column.",
    skill: "backprop-layers",
    formula: "V^\\top \\delta_{\\text{next}}",
    work: ({ V, delta_next }) => column(transpose(V).map((weights) => products(weights, delta_next))),
  })
  .step("delta", vector(), (p, s) => hadamard(gOf(p, s), zOf(p, s).map(reluDerivative)), {
    label: "\\delta = \\dfrac{\\partial L}{\\partial z}",
    words: "the delta, the gradient by the pre-activations",
    hint: "Where the pre-activation is positive the slope of the ReLU is 1 and the gradient passes unchanged; elsewhere the slope is 0.",
    formula: "\\dfrac{\\partial L}{\\partial a} \\odot \\operatorname{ReLU}'(z)",
    work: (p, s) => `${vec(gOf(p, s))} \\odot ${vec(zOf(p, s).map(reluDerivative))}`,
    malrules: {
      "passes-everywhere": {
        ...where(() => true),
        says: "Nothing was stopped. Where the pre-activation is negative the ReLU is flat, and no gradient passes.",
      },
      "times-activation": {
        value: (p, s) => hadamard(gOf(p, s), zOf(p, s).map(relu)),
        says: "The gradient was multiplied by the activation. What belongs here is the *slope* of the ReLU, which is 1 or 0.",
      },
      "masked-by-gradient": {
        ...where((_, g) => g > 0),
        says: "The negative gradients were stopped. A unit is live or not by the sign of its *pre-activation*; the gradient may have any sign.",
      },
      "mask-reversed": {
        ...where((z) => z < 0),
        says: "This is the wrong way round: the gradient passes where the pre-activation is positive.",
      },
      "passes-at-zero": {
        ...where((z) => z >= 0),
        says: "At $z = 0$ the gradient was let through. The ReLU has no derivative there; here it is agreed to be 0.",
      },
    },
  })
  .step("dL_dW", matrix(), ({ x }, s) => outer(s.delta, x), {
    label: "\\dfrac{\\partial L}{\\partial W}",
    words: "the gradient by the weights below the ReLU",
    hint: "The delta of the row, times the input of the column. A dead unit has a row of zeros: it learns nothing from this sample.",
    skill: "backprop-layers",
    formula: "\\delta\\, x^\\top",
    work: ({ x }, s) => `${vec(s.delta)} ${mat([x])}`,
    malrules: {
      "outer-reversed": {
        value: ({ x }, s) => outer(x, s.delta),
        says: "The outer product is the wrong way round: $\\delta$ goes down the rows, $x$ along the columns.",
      },
      "input-missing": {
        value: ({ x }, s) =>
          outer(
            s.delta,
            x.map(() => 1),
          ),
        says: "Each column has to be multiplied by its entry of $x$. Without it this is the gradient by the bias.",
      },
    },
  })
  .asks({ 1: ["delta"], 2: ["delta"], 3: ["delta", "dL_dW"] })
  .examples({
    "38": {
      level: 1,
      params: { story: 0, z: [-1, 2, 3], g: [0.5, -0.3, 0.8], W: [], x: [], b: [], delta_next: [], V: [] },
    },
  })
  .check(({ z, g, W, x, b, delta_next, V }) => {
    // Autodiff through max(z, 0), with z as Wx + b also where only z was given: then any W with that z has the same gradient.
    const weights = auto.matrixVariable(W.length > 0 ? W : z.map(() => x.map(() => 0)));
    const pre = auto.add(auto.matvec(weights, x), W.length > 0 ? b : z);
    const activations = pre.map((v) => v.relu());
    auto.dot(V.length > 0 ? auto.matvec(V, activations) : activations, V.length > 0 ? delta_next : g).backward();
    return { delta: auto.gradientOfVector(pre), dL_dW: auto.gradientOfMatrix(weights) };
  });

/** A dot product written out. */
function products(u: Vector, v: Vector): string {
  return u.map((ui, i) => `${i === 0 ? num(ui) : par(ui)} \\cdot ${par(v[i] ?? 0)}`).join(" + ");
}
