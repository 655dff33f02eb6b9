/** The delta of a layer from that of the next: back through the weights, then through the activation (§6.4). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, vec } from "#lib/exercise/tex.ts";
import * as auto from "#lib/math/autodiff-matrix.ts";
import { matvec, transpose } from "#lib/math/matrix.ts";
import { dot, hadamard, type Vector } from "#lib/math/vector.ts";

const stories = [
  "On the way back through a network,",
  "Backpropagation has come down to one of the last layers of a network:",
  "A network that reads handwriting is being trained;",
  "A network that forecasts demand is being trained;",
] as const;

const numbers = z.array(z.number());
const params = z.object({
  story: z.int().min(0).max(3),
  /** How the slope follows from the activations; at level 1 the slopes themselves are given. */
  activation: z.enum(["given", "sigmoid", "tanh"]),
  /** The delta of the layer above, and the weights that lead to it. */
  delta: numbers,
  W: z.array(numbers),
  /** The activations of the layer, or its slopes. */
  a: numbers,
  /** The weights and activations one layer further down; empty below level 3. */
  W_below: z.array(numbers),
  a_below: numbers,
});
type Params = z.infer<typeof params>;

const slopeOf = { given: (a: number) => a, sigmoid: (a: number) => a * (1 - a), tanh: (a: number) => 1 - a * a };
const name = { given: "g", sigmoid: "\\sigma", tanh: "\\tanh" } as const;
const inSymbols = (a: string) => ({
  given: `g'(${a.replace("a", "z")})`,
  sigmoid: `${a} \\odot (1 - ${a})`,
  tanh: `(1 - ${a} \\odot ${a})`,
});
const slopeWork = ({ activation }: Params, a: number) =>
  ({ given: par(a), sigmoid: `${num(a)}\\,(1 - ${num(a)})`, tanh: `(1 - ${par(a)}^2)` })[activation];

/** Names of the layers: l + 1 above, l, and l − 1 below it. */
const above = "\\delta^{(l+1)}";
const here = "\\delta^{(l)}";
const below = "\\delta^{(l-1)}";

/** The mistakes of a product with the transposed weights. */
const backThrough = (weights: (p: Params) => readonly Vector[], delta: (p: Params) => Vector) => ({
  "not-transposed": {
    value: (p: Params) => (weights(p).length === weights(p)[0]?.length ? matvec(weights(p), delta(p)) : undefined),
    says: "The matrix was not transposed. Forward, each row of $W$ feeds one unit of the next layer; backward, each unit collects along its *column*: $W^\\top \\delta$.",
  },
  "columns-added": {
    value: (p: Params) => transpose(weights(p)).map((weightsOut) => weightsOut.reduce((total, w) => total + w, 0)),
    says: "The columns of $W$ were added up without $\\delta$. Every weight carries the delta of the unit it leads to.",
  },
});

/** The mistakes of the step through the activation. */
const throughActivation = (a: (p: Params) => Vector) => ({
  "activation-for-slope": {
    value: (p: Params, s: { back: Vector }) => (p.activation === "given" ? undefined : hadamard(s.back, a(p))),
    says: "The activations stand where their slopes belong: a delta is multiplied by the *derivative* of the activation.",
  },
  "other-slope": {
    value: (p: Params, s: { back: Vector }) =>
      p.activation === "given"
        ? undefined
        : hadamard(s.back, a(p).map(slopeOf[p.activation === "tanh" ? "sigmoid" : "tanh"])),
    says: "This is the derivative of the other activation: $\\sigma' = a(1 - a)$, but $\\tanh' = 1 - a^2$.",
  },
});
const slopeMissing =
  "This is $W^\\top \\delta$, the gradient by the activations. To reach the pre-activations it still has to pass the activation function.";

export default exercise({
  id: "backpropagation/delta-recursion",
  version: 1,
  title: "The delta of a layer from the next",
  summary: "Carry a delta back through a weight matrix and an activation, one layer or two.",
  skills: ["backprop-layers", "transposes"],
  source: { section: "6.4", formulas: ["delta-recursion"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const matrix = (rows: number, columns: number) =>
      rng.list(rows, () => rng.list(columns, () => signed(rng.int(2, 9)) / 10));
    // In hundredths, of clearly different sizes, and primes above 9: with weights of one digit no sum of them cancels.
    const d1 = rng.pick([11, 13, 17, 19, 23, 29, 31, 37]);
    const d2 = rng.pick([53, 59, 61, 67, 71, 73, 79, 83, 89]);
    const delta = rng.shuffle([signed(d1) / 100, signed(d2) / 100]);
    const activation = level === 1 ? "given" : rng.pick<"sigmoid" | "tanh">(["sigmoid", "tanh"]);
    const size = level === 2 ? 3 : 2;
    const activations = (n: number) =>
      rng
        .shuffle([0.2, 0.3, 0.4, 0.6, 0.7, 0.8])
        .slice(0, n)
        .map((a) => (activation === "tanh" ? signed(a) : a));
    return {
      ...{ story: rng.int(0, 3), activation, delta, W: matrix(2, size) },
      a: level === 1 ? rng.shuffle([0.12, 0.15, 0.18, 0.21, 0.23, 0.24]).slice(0, 2) : activations(size),
      W_below: level === 3 ? matrix(2, 2) : [],
      a_below: level === 3 ? activations(2) : [],
    };
  })
  .prompt(({ story, activation, delta, W, a, W_below, a_below }, level) => {
    const layer = `$z^{(l+1)} = W^{(l+1)} a^{(l)} + b^{(l+1)}$ with $a^{(l)} = ${name[activation]}(z^{(l)})$`;
    const known = `${stories[story]} the delta of layer $l + 1$ is known: $\\delta = \\partial L / \\partial z$, the gradient of the loss by the pre-activations.`;
    const given = `$$${above} = ${vec(delta)}, \\qquad W^{(l+1)} = ${mat(W)}`;
    return {
      1: `${known} Forward, the layers compute ${layer}, entry by entry; the slopes of the activation were kept.\n\n${given}, \\qquad g'(z^{(l)}) = ${vec(a)}$$\n\nCompute the delta of layer $l$.`,
      2: `${known} Forward, the layers compute ${layer}, entry by entry; the activations were kept.\n\n${given}, \\qquad a^{(l)} = ${vec(a)}$$\n\nCompute the delta of layer $l$.`,
      3: `${known} Forward, the layers compute ${layer}, and layer $l$ works on $a^{(l-1)}$ in the same way with $W^{(l)}$; the activations were kept.\n\n${given}, \\qquad a^{(l)} = ${vec(a)}$$\n\n$$W^{(l)} = ${mat(W_below)}, \\qquad a^{(l-1)} = ${vec(a_below)}$$\n\nCompute the deltas of the layers $l$ and $l - 1$.`,
    }[level];
  })
  .step("back", vector({ scale: "common" }), ({ W, delta }) => matvec(transpose(W), delta), {
    label: "\\dfrac{\\partial L}{\\partial a^{(l)}}",
    words: "the gradient by the activations of layer l",
    hint: "Multiply the transposed weights by the delta they lead to: each unit collects along its column.",
    skill: "transposes",
    formula: `(W^{(l+1)})^\\top ${above}`,
    work: ({ W, delta }) => column(transpose(W).map((weightsOut) => products(weightsOut, delta))),
    malrules: backThrough(
      ({ W }) => W,
      ({ delta }) => delta,
    ),
  })
  .step(
    "delta_l",
    vector({ scale: "common" }),
    ({ activation, a }, s) => hadamard(s.back, a.map(slopeOf[activation])),
    {
      label: here,
      words: "the delta of layer l",
      hint: "Multiply entry by entry by the derivative of the activation function.",
      formula: ({ activation }) => `\\dfrac{\\partial L}{\\partial a^{(l)}} \\odot ${inSymbols("a^{(l)}")[activation]}`,
      work: (p, s) => column(p.a.map((a, i) => `${num(s.back[i] ?? 0)} \\cdot ${slopeWork(p, a)}`)),
      malrules: {
        ...throughActivation(({ a }) => a),
        "slope-missing": { value: (_, s) => [...s.back], says: slopeMissing },
        "matrix-product": {
          value: ({ activation, a, W_below }, s) =>
            W_below.length > 0 ? undefined : [dot(s.back, a.map(slopeOf[activation]))],
          says: "The two vectors were multiplied as in a dot product. $\\odot$ goes entry by entry: each unit has its own slope, and the result has an entry for each.",
        },
      },
    },
  )
  .step("back_below", vector({ scale: "common" }), ({ W_below }, s) => matvec(transpose(W_below), s.delta_l), {
    label: "\\dfrac{\\partial L}{\\partial a^{(l-1)}}",
    words: "the gradient by the activations of layer l minus 1",
    hint: "Do the same one layer further down, with the delta just found.",
    skill: "transposes",
    formula: `(W^{(l)})^\\top ${here}`,
    work: ({ W_below }, s) => column(transpose(W_below).map((weightsOut) => products(weightsOut, s.delta_l))),
    malrules: {
      "not-transposed": {
        value: ({ W_below }, s) => matvec(W_below, s.delta_l),
        says: "In the lower layer the matrix was not transposed: backward, each unit collects along its *column* of $W^{(l)}$.",
      },
      "gradient-for-delta": {
        value: ({ W_below }, s) => matvec(transpose(W_below), s.back),
        says: "What goes further down is the delta of layer $l$, by its pre-activations. Here its gradient by the activations was sent on.",
      },
    },
  })
  .step(
    "delta_below",
    vector({ scale: "common" }),
    ({ activation, a_below }, s) => hadamard(s.back_below, a_below.map(slopeOf[activation])),
    {
      label: below,
      words: "the delta of layer l minus 1",
      hint: "Multiply entry by entry by the slopes of that layer.",
      formula: ({ activation }) =>
        `\\dfrac{\\partial L}{\\partial a^{(l-1)}} \\odot ${inSymbols("a^{(l-1)}")[activation]}`,
      work: (p, s) => column(p.a_below.map((a, i) => `${num(s.back_below[i] ?? 0)} \\cdot ${slopeWork(p, a)}`)),
      malrules: {
        "slope-missing": { value: (_, s) => [...s.back_below], says: slopeMissing },
        "slopes-from-above": {
          value: ({ activation, a }, s) => hadamard(s.back_below, a.map(slopeOf[activation])),
          says: "The slopes of layer $l$ were used again. Each layer has its own activations, and so its own slopes.",
        },
      },
    },
  )
  .asks({ 1: ["delta_l"], 2: ["delta_l"], 3: ["delta_l", "delta_below"] })
  .cases(({ activation }) => activation)
  .check(({ activation, delta, W, a, W_below, a_below }) => {
    // The loss seen from layer l, to first order: δ·z of the layer above, run forward by autodiff from the pre-activations.
    const undone = (v: number) => (activation === "tanh" ? Math.atanh(v) : Math.log(v / (1 - v)));
    const kept = (values: ReturnType<typeof auto.vectorVariable>) =>
      values.map((v) => (activation === "tanh" ? v.tanh() : v.sigmoid()));
    const z = auto.vectorVariable(activation === "given" ? a.map(() => 0) : a.map(undone));
    // A given slope is that of a straight line.
    const out = activation === "given" ? z.map((v, i) => v.mul(a[i] ?? 0)) : kept(z);
    auto.dot(auto.matvec(W, out), delta).backward();
    const delta_l = auto.gradientOfVector(z);
    const z_below = auto.vectorVariable(a_below.map(undone));
    // Around the kept point, layer l is what its delta says.
    if (a_below.length > 0) auto.dot(auto.matvec(W_below, kept(z_below)), delta_l).backward();
    return { delta_l, delta_below: auto.gradientOfVector(z_below) };
  });

/** A dot product written out. */
function products(u: Vector, v: Vector): string {
  return u.map((ui, i) => `${i === 0 ? num(ui) : par(ui)} \\cdot ${par(v[i] ?? 0)}`).join(" + ");
}
