/** A ReLU neuron, a layer of them, and a unit that is dead for an input (example 32). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, plusTerm, row, vec } from "#lib/exercise/tex.ts";
import { relu } from "#lib/math/activations.ts";
import { matvec } from "#lib/math/matrix.ts";
import { add, dot, scale, type Vector } from "#lib/math/vector.ts";

const stories = [
  { neuron: "A neuron", layer: "The hidden layer of a network" },
  { neuron: "A unit of a network that rates houses", layer: "The hidden layer of a network that rates houses" },
  { neuron: "A unit that looks for an edge in a picture", layer: "A layer that looks for edges in a picture" },
  { neuron: "A unit of a network that reads sensors", layer: "A layer that reads two sensors" },
] as const;

/** Row times column, written out. */
const products = (w: Vector, x: Vector) => w.map((wi, i) => `${par(wi)} \\cdot ${par(x[i] ?? 0)}`).join(" + ");

export default exercise({
  id: "activations/relu-neuron",
  version: 1,
  title: "A ReLU neuron",
  summary: "Compute the output of one ReLU neuron, of a layer of them, and the bias from which a dead unit is live.",
  skills: ["relu", "linear-layers"],
  source: { section: "5.2", examples: [32], formulas: ["relu"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      /** One row for each unit. */
      W: z.array(z.array(z.number()).min(1)).min(1),
      x: z.array(z.number()).min(1),
      b: z.array(z.number()).min(1),
      /** At level 3: the weights and the bias of the unit on top. */
      v: z.array(z.number()),
      c: z.number(),
    }),
    (rng, level) => {
      const story = rng.int(0, 3);
      const sign = () => rng.pick([1, -1]);
      const [units, inputs] = level === 1 ? [1, 3] : [3, 2];
      const x = rng
        .shuffle([2, 3, 4, 5])
        .slice(0, inputs)
        .map((xi) => xi * sign());
      const W = rng.list(units, () => rng.list(inputs, () => rng.int(2, level === 1 ? 9 : 6) * sign()));
      // What the units come to, live and dead; the biases make it so, and none of them is 0.
      const signs = level === 1 ? [sign()] : rng.shuffle([1, -1, sign()]);
      const b = W.map((w, i) => {
        const wx = dot(w, x);
        const size = rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9]).find((t) => t * (signs[i] ?? 1) !== wx) ?? 2;
        return size * (signs[i] ?? 1) - wx;
      });
      const unit = level === 1 ? 10 : 1;
      return {
        story,
        W: W.map((w) => w.map((wi) => wi / unit)),
        x,
        b: b.map((bi) => bi / unit),
        v: level === 3 ? rng.list(3, () => rng.int(2, 9) * sign()) : [],
        c: level === 3 ? rng.int(2, 9) * sign() : 0,
      };
    },
  )
  .prompt(({ story, W, x, b, v, c }, level) => {
    const { neuron, layer } = stories[story] ?? stories[0];
    const both = `${layer} computes $h = \\operatorname{ReLU}(Wx + b)$ with\n\n$$W = ${mat(W)}, \\qquad x = ${vec(x)}, \\qquad b = ${vec(b)}$$`;
    return {
      1: `${neuron} computes $z = w \\cdot x + b$ and $a = \\operatorname{ReLU}(z)$. Its weights are $w = ${row(W[0] ?? [])}$, its bias is $b = ${num(b[0] ?? 0)}$, and it receives $x = ${row(x)}$.\n\nCompute $z$ and $a$.`,
      2: `${both}\n\nCompute the **pre-activations** $z = Wx + b$ and the **outputs** $h$.`,
      3: `${both}\n\nThe next unit computes $y = v \\cdot h + c$ with $v = ${row(v)}$ and $c = ${num(c)}$. Compute **$y$**. Unit ${deadUnit({ W, x, b }) + 1} gives 0 for this input. Its bias is now raised, and everything else stays: **at which bias** is it on the edge, so that any larger one makes it live?`,
    }[level];
  })
  .step("z", scalar(), ({ W, x, b }) => dot(W[0] ?? [], x) + (b[0] ?? 0), {
    label: "z",
    words: "the pre-activation z",
    hint: "Multiply each input by its weight, add up, and add the bias.",
    skill: "linear-layers",
    formula: "w \\cdot x + b",
    work: ({ W, x, b }) => plusTerm(products(W[0] ?? [], x), b[0] ?? 0),
    malrules: {
      "bias-dropped": {
        value: ({ W, x }) => dot(W[0] ?? [], x),
        says: "This is $w \\cdot x$. The neuron adds its bias before anything else happens.",
      },
      "bias-subtracted": {
        value: ({ W, x, b }) => dot(W[0] ?? [], x) - (b[0] ?? 0),
        says: "The bias was taken off. It is added, with its own sign.",
      },
      "signs-lost": {
        value: ({ W, x, b }) => (W[0] ?? []).reduce((total, w, i) => total + Math.abs(w * (x[i] ?? 0)), b[0] ?? 0),
        says: "Some products are negative. Keep the signs when you add them up.",
      },
    },
  })
  .step("a", scalar({ form: "plain" }), (_, s) => relu(s.z), {
    label: "a",
    words: "the activation a",
    hint: "A positive pre-activation passes; anything else becomes 0.",
    formula: "\\max(0, z)",
    work: (_, s) => `\\max(0, ${num(s.z)})`,
    malrules: {
      "absolute-value": {
        value: (_, s) => Math.abs(s.z),
        says: "This is the absolute value. ReLU does not turn a negative number round: it gives 0.",
      },
      "not-cut": {
        value: (_, s) => s.z,
        says: "This is the pre-activation. ReLU never gives less than 0.",
      },
      "bias-after": {
        value: ({ W, x, b }) => relu(dot(W[0] ?? [], x)) + (b[0] ?? 0),
        says: "The bias was added after the ReLU. It belongs to the pre-activation, inside the ReLU.",
      },
    },
  })
  .step("zs", vector({ rule: { exact: true } }), ({ W, x, b }) => add(matvec(W, x), b), {
    label: "z",
    words: "the pre-activations",
    hint: "Multiply each row of W with the input, and add the bias of that row.",
    skill: "linear-layers",
    formula: "Wx + b",
    work: ({ W, x, b }) => column(W.map((w, i) => plusTerm(products(w, x), b[i] ?? 0))),
    malrules: {
      "bias-dropped": {
        value: ({ W, x }) => matvec(W, x),
        says: "This goes on from $Wx$. Each unit adds its bias before the ReLU.",
      },
      "bias-subtracted": {
        value: ({ W, x, b }) => add(matvec(W, x), scale(-1, b)),
        says: "The biases were taken off. They are added, each with its own sign.",
      },
    },
  })
  .step("h", vector({ rule: { exact: true }, form: "plain" }), (_, s) => s.zs.map(relu), {
    label: "h",
    words: "the outputs of the layer",
    hint: "Cut every pre-activation off at 0.",
    formula: "\\max(0, z) \\quad\\text{(entry by entry)}",
    work: (_, s) => column(s.zs.map((zi) => `\\max(0, ${num(zi)})`)),
    malrules: {
      "absolute-value": {
        value: (_, s) => s.zs.map(Math.abs),
        says: "This takes absolute values. ReLU does not turn negative numbers round: they become 0.",
      },
      "not-cut": {
        value: (_, s) => s.zs,
        says: "Negative values went through. ReLU never gives less than 0.",
      },
      "bias-after": {
        value: ({ W, x, b }) => add(matvec(W, x).map(relu), b),
        says: "The biases were added after the ReLU. They belong to the pre-activations, inside the ReLU.",
      },
    },
  })
  .step("y", integer(), ({ v, c }, s) => dot(v, s.h) + c, {
    label: "y",
    words: "the output y",
    hint: "Weigh the outputs of the layer, add up, and add the bias. There is no ReLU here.",
    skill: "linear-layers",
    formula: "v \\cdot h + c",
    work: ({ v, c }, s) => plusTerm(products(v, s.h), c),
    malrules: {
      "bias-dropped": {
        value: ({ v }, s) => dot(v, s.h),
        says: "The bias of the last unit is missing: $v \\cdot h + c$.",
      },
      "cut-again": {
        value: ({ v, c }, s) => (dot(v, s.h) + c < 0 ? 0 : undefined),
        says: "The last unit has no ReLU: its output may be negative.",
      },
    },
  })
  .step("edge", integer(), (p) => 0 - dot(p.W[deadUnit(p)] ?? [], p.x), {
    label: "b_{\\text{edge}}",
    words: "the bias at which the unit is on the edge",
    hint: "On the edge, the pre-activation of the unit is 0. Solve that for its bias.",
    formula: "-\\,w \\cdot x",
    work: (p) => `-\\left(${products(p.W[deadUnit(p)] ?? [], p.x)}\\right)`,
    malrules: {
      "sign-turned": {
        value: (p) => dot(p.W[deadUnit(p)] ?? [], p.x),
        says: "Put your bias into $w \\cdot x + b$: on the edge that must be 0, not twice $w \\cdot x$.",
      },
      "missing-part": {
        value: (p) => 0 - dot(p.W[deadUnit(p)] ?? [], p.x) - (p.b[deadUnit(p)] ?? 0),
        says: "This is by how much the bias has to grow. The question is what the bias is then.",
      },
    },
  })
  .asks({ 1: ["z", "a"], 2: ["zs", "h"], 3: ["y", "edge"] })
  .figures({
    solution: ({ W }, s) => {
      const [zs, hs] = W.length > 1 ? [s.zs, s.h] : [[s.z], [s.a]];
      const reach = Math.max(2, ...zs.map((zi) => Math.ceil(Math.abs(zi)) + 1));
      return {
        figure: "curve",
        alt: `ReLU is 0 left of 0 and rises with slope 1 to the right. At z = ${zs.map((zi) => plain(zi, 3)).join(", ")} it is ${hs.map((hi) => plain(hi, 3)).join(", ")}.`,
        xLabel: "z",
        yLabel: "ReLU(z)",
        points: [-reach, 0, reach].map((place) => ({ x: place, y: relu(place) })),
        marks: zs.map((zi, i) => ({ x: zi, y: hs[i] ?? 0, label: plain(hs[i] ?? 0, 3) })),
      };
    },
  })
  .examples({
    "32": { level: 1, params: { story: 0, W: [[0.5, 1, -0.5]], x: [-2, 1, 3], b: [0.5], v: [], c: 0 } },
  })
  .check((p) => {
    const exact = p.W.map((w, i) =>
      w.reduce((total, wi, j) => total.add(new Fraction(wi).mul(p.x[j] ?? 0)), new Fraction(p.b[i] ?? 0)),
    );
    const zs = exact.map((zi) => zi.valueOf());
    const h = zs.map((zi) => (zi + Math.abs(zi)) / 2);
    const dead = zs.findIndex((zi) => zi <= 0);
    return {
      z: zs[0] ?? 0,
      a: h[0] ?? 0,
      zs,
      h,
      y: h.reduce((total, hi, i) => total.add(new Fraction(p.v[i] ?? 0).mul(hi)), new Fraction(p.c)).valueOf(),
      // The bias less what is there: taking the pre-activation off it leaves 0.
      edge: dead < 0 ? 0 : new Fraction(p.b[dead] ?? 0).sub(exact[dead] ?? 0).valueOf(),
    };
  });

/** The first unit that gives 0. */
function deadUnit({ W, x, b }: { W: readonly Vector[]; x: Vector; b: Vector }): number {
  return Math.max(
    0,
    W.findIndex((w, i) => dot(w, x) + (b[i] ?? 0) <= 0),
  );
}
