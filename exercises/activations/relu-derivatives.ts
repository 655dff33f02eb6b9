/** The slopes of ReLU and leaky ReLU: by entry, on the way back through a layer, and through a small network (§5.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plainRow, vec } from "#lib/exercise/tex.ts";
import { leakyReluDerivative } from "#lib/math/activations.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";
import { add, hadamard, scale, sum } from "#lib/math/vector.ts";

const stories = [
  "The pre-activations of a hidden layer are",
  "A layer of a network for pictures has computed the pre-activations",
  "In a network that rates houses, the pre-activations of one layer are",
  "Before the activation, the units of a layer that hears speech have the values",
] as const;

/** Without the noise of floating point: every value here has a few decimals. */
const clean = (x: number) => Math.round(x * 1e9) / 1e9;

const exact = { rule: { exact: true } } as const;

export default exercise({
  id: "activations/relu-derivatives",
  version: 1,
  title: "The derivatives of ReLU and leaky ReLU",
  summary: "Find the slopes of ReLU and leaky ReLU, and let a gradient pass through them.",
  skills: ["relu", "chain-rule"],
  source: { section: "5.2", examples: [33], formulas: ["relu-derivative", "leaky-relu"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      /** The slope for negative inputs; 0 for ReLU. */
      alpha: z.number().min(0).lt(1),
      z: z.array(z.number()),
      /** At level 2: the gradient by the outputs. */
      g: z.array(z.number()),
      /** At level 3: the weight and bias of each unit, the weights on top, and the input. */
      w: z.array(z.number()),
      b: z.array(z.number()),
      v: z.array(z.number()),
      x: z.number(),
    }),
    (rng, level) => {
      const sign = () => rng.pick([1, -1]);
      const percent = rng.pick([0, 0, 1, 2, 5, 10, 20]);
      const none = { story: rng.int(0, 3), alpha: percent / 100, z: [], g: [], w: [], b: [], v: [], x: 0 };
      if (level < 3) {
        const signs = rng.shuffle(level === 1 ? [1, 1, -1, -1, 0] : [1, 1, -1, -1]);
        const tenths = rng.shuffle([3, 6, 12, 17, 24, 28, 35, 41]);
        const g = level === 2 ? signs.map(() => rng.int(2, 9) * sign()) : [];
        return { ...none, z: signs.map((s, i) => (s === 0 ? 0 : (s * (tenths[i] ?? 3)) / 10)), g };
      }
      // The biases make the units live and dead; at least one is either.
      const signs = rng.shuffle([1, -1, sign()]);
      const x = rng.int(2, 5) * sign();
      const w = signs.map(() => rng.int(2, 6) * sign());
      const b = signs.map((s, i) => {
        const wx = (w[i] ?? 2) * x;
        return (rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9]).find((t) => t * s !== wx) ?? 2) * s - wx;
      });
      return { ...none, w, b, v: signs.map(() => rng.int(2, 9) * sign()), x };
    },
  )
  .prompt(({ story, alpha, z, g, w, b, v, x }, level) => {
    const given = `${stories[story] ?? stories[0]}\n\n$$z = ${vec(z)}$$`;
    const f = alpha === 0 ? "ReLU" : `a leaky ReLU with the slope $\\alpha = ${num(alpha)}$ for negative inputs`;
    return {
      1: `${given}\n\nThe activation is ${f}. Give its **derivative** at every entry. At 0 it has a kink; take the slope from the left there, as is the convention.`,
      2: `${given}\n\nThe activation is ${f}, $h = f(z)$, and back from the loss $L$ came the gradient $\\dfrac{\\partial L}{\\partial h} = ${vec(g)}$.\n\nGive the **slopes** $f'(z)$ and the gradient $\\dfrac{\\partial L}{\\partial z}$.`,
      3: `A network with one input has three hidden units, $z = xw + b$ and $h = f(z)$, and the output $y = v \\cdot h$. Its activation $f$ is ${f}, and\n\n$$w = ${vec(w)}, \\qquad b = ${vec(b)}, \\qquad v = ${vec(v)}$$\n\nAt $x = ${num(x)}$, give the **slopes** $f'(z)$ of the activation at the three units, and the rate **$\\dfrac{dy}{dx}$** at which the output changes with the input.`,
    }[level];
  })
  .step("z", vector(exact), ({ w, b, x }) => add(scale(x, w), b), {
    label: "z",
    words: "the pre-activations",
    hint: "Compute the pre-activation of each unit, to see on which side of the kink it is.",
    formula: "xw + b",
    work: ({ w, b, x }) => column(w.map((wi, i) => `${num(x)} \\cdot ${par(wi)} + ${par(b[i] ?? 0)}`)),
  })
  .step("slopes", vector({ rule: { exact: true }, form: "plain" }), (p, s) => slopesAt(placesOf(p, s), p.alpha), {
    label: "f'(z)",
    words: "the slopes of the activation",
    hint: "Right of the kink the activation rises as steeply as its input; left of it, look at the formula that holds there.",
    formula: ({ alpha }) =>
      `\\begin{cases} 1 & z > 0 \\\\ ${alpha === 0 ? "0" : "\\alpha"} & z \\le 0 \\end{cases} \\quad\\text{(entry by entry)}`,
    malrules: {
      "value-for-slope": {
        value: (p, s) => placesOf(p, s).map((zi) => (zi > 0 ? zi : p.alpha * zi)),
        says: "These are the values of the activation. The derivative tells how steep it is there.",
      },
      "absolute-slope": {
        value: (p, s) => placesOf(p, s).map((zi) => (zi > 0 ? 1 : -1)),
        says: "This is the slope of the absolute value. Left of 0 the activation does not fall.",
      },
      "all-pass": {
        value: (p, s) => placesOf(p, s).map(() => 1),
        says: "The slope is not the same everywhere: left of the kink another formula holds.",
      },
      "sides-swapped": {
        value: (p, s) => placesOf(p, s).map((zi) => (zi > 0 ? p.alpha : 1)),
        says: "The sides are swapped: it is the positive inputs that pass as they are.",
      },
      "no-leak": {
        value: (p, s) => (p.alpha > 0 ? slopesAt(placesOf(p, s), 0) : undefined),
        says: "This is the derivative of plain ReLU. The leak has a slope of its own left of the kink.",
      },
    },
  })
  .step("delta", vector(exact), ({ g }, s) => hadamard(g, s.slopes), {
    label: "\\dfrac{\\partial L}{\\partial z}",
    words: "the gradient by the pre-activations",
    hint: "Multiply each entry of the gradient by the slope of its unit.",
    skill: "chain-rule",
    formula: "\\dfrac{\\partial L}{\\partial h} \\odot f'(z)",
    work: ({ g }, s) => column(g.map((gi, i) => `${num(gi)} \\cdot ${par(s.slopes[i] ?? 0)}`)),
    malrules: {
      "masked-by-gradient": {
        value: ({ alpha, g }) => hadamard(g, slopesAt(g, alpha)),
        says: "The sign of the gradient decided what passes. It is the sign of $z$ that does: a negative gradient may pass, too.",
      },
      "times-z": {
        value: ({ z, g }) => hadamard(g, z),
        says: "The gradient was multiplied by the pre-activations. Its factor is the slope of the activation there.",
      },
      untouched: {
        value: ({ g }) => g,
        says: "This is the gradient by the outputs. On its way back, each entry is multiplied by a slope.",
      },
    },
  })
  .step("rate", scalar(exact), ({ w, v }, s) => clean(sum(v.map((vi, i) => vi * (s.slopes[i] ?? 0) * (w[i] ?? 0)))), {
    label: "\\dfrac{dy}{dx}",
    words: "the rate of change of y with x",
    hint: "Each unit is a path from the input to the output: multiply its weight, its slope and its weight on top, and add the paths up.",
    skill: "chain-rule",
    formula: "\\textstyle\\sum_i v_i\\, f'(z_i)\\, w_i",
    work: ({ w, v }, s) =>
      v.map((vi, i) => `${par(vi)} \\cdot ${num(s.slopes[i] ?? 0)} \\cdot ${par(w[i] ?? 0)}`).join(" + "),
    malrules: {
      "inner-weight-missing": {
        value: ({ v }, s) => sum(hadamard(v, s.slopes)),
        says: "The inner derivative is missing: $z_i$ changes with $x$ at the rate $w_i$.",
      },
      "outer-weight-missing": {
        value: ({ w }, s) => sum(hadamard(w, s.slopes)),
        says: "The weights on top are missing: $y$ changes with $h_i$ at the rate $v_i$.",
      },
      "output-for-rate": {
        value: ({ v }, s) => sum(v.map((vi, i) => vi * (s.slopes[i] ?? 0) * (s.z[i] ?? 0))),
        says: "This is the output $y$ itself. The question is how fast it changes with $x$.",
      },
      "input-kept": {
        value: ({ w, v, x }, s) => x * sum(v.map((vi, i) => vi * (s.slopes[i] ?? 0) * (w[i] ?? 0))),
        says: "The input was left as a factor. By $x$, the derivative of $xw_i$ is $w_i$ alone.",
      },
    },
  })
  .asks({ 1: ["slopes"], 2: ["slopes", "delta"], 3: ["slopes", "rate"] })
  .cases(({ alpha }) => (alpha === 0 ? "ReLU" : "leaky ReLU"))
  .figures({
    solution: (p, s) => {
      const places = placesOf(p, s);
      const reach = Math.max(...places.map(Math.abs)) + 1;
      const at = (z: number) => (z > 0 ? z : p.alpha * z);
      return {
        figure: "curve",
        alt: `The activation has the slope ${plain(p.alpha)} left of its kink at 0 and 1 right of it. At z = ${plainRow(places)} its slopes are ${plainRow(s.slopes)}.`,
        xLabel: "z",
        yLabel: "f(z)",
        points: [-reach, 0, reach].map((z) => ({ x: z, y: at(z) })),
        marks: places.map((z, i) => ({ x: z, y: at(z), label: plain(s.slopes[i] ?? 0) })),
      };
    },
  })
  .examples({
    "33": { level: 1, params: { story: 0, alpha: 0.01, z: [-2, -1, 0, 1, 2], g: [], w: [], b: [], v: [], x: 0 } },
    "33-relu": { level: 1, params: { story: 0, alpha: 0, z: [-2, -1, 0, 1, 2], g: [], w: [], b: [], v: [], x: 0 } },
  })
  .check(({ alpha, z, g, w, b, v, x }) => {
    // Both are α·z + (1 − α)·ReLU(z); autodiff, with the slope from the left at 0.
    const f = (u: Value) => u.mul(alpha).add(u.relu().mul(1 - alpha));
    const places = w.length > 0 ? w.map((wi, i) => wi * x + (b[i] ?? 0)) : z;
    const total = (values: readonly Value[]) => values.reduce((u, y) => u.add(y));
    const [rate = 0] =
      w.length > 0 ? gradient((u) => total(w.map((wi, i) => f(u.mul(wi).add(b[i] ?? 0)).mul(v[i] ?? 0))), [x]) : [];
    return {
      slopes: gradient((...us) => total(us.map(f)), places),
      delta: g.length > 0 ? gradient((...us) => total(us.map((u, i) => f(u).mul(g[i] ?? 0))), z) : [],
      rate,
    };
  });

/** The pre-activations: given, or made by the units. */
function placesOf(p: { z: readonly number[] }, s: { z: readonly number[] }): readonly number[] {
  return p.z.length > 0 ? p.z : s.z;
}

function slopesAt(places: readonly number[], alpha: number): number[] {
  return places.map((z) => leakyReluDerivative(z, alpha));
}
