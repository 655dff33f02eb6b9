/** How a gradient shrinks from layer to layer, and what a skip connection does about it (§6.7). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import type { Figure } from "#lib/exercise/figure.ts";
import { integer, scalar } from "#lib/exercise/kinds.ts";
import { num, plain } from "#lib/exercise/tex.ts";
import { Value } from "#lib/math/autodiff.ts";

const stories = [
  "A deep network with sigmoid activations is trained.",
  "A network for long sequences is unrolled into many layers.",
  "A deep network learns slowly, and its gradients are looked at layer by layer.",
  "Before training a very deep network, its gradients are estimated.",
] as const;

const params = z.object({
  story: z.int().min(0).max(3),
  /** The number of layers, and the delta of the last one. */
  layers: z.int().min(2),
  delta: z.number().positive(),
  w: z.number().positive(),
  /** The slope of the activation, at level 1; else the activation of every unit. */
  slope: z.number(),
  a: z.number(),
  /** The layer whose delta is asked, at levels 1 and 3. */
  target: z.int(),
  /** Only at level 2. */
  bound: z.number(),
});
type Params = z.infer<typeof params>;

/** The slope of the activation: given, or found from the activation. */
const slopeOf = ({ slope }: Params, s: { slope: number }) => (slope > 0 ? slope : s.slope);

/** Whether a wrong factor still comes below the bound, where there is one. */
const fades = (factor: number, bound: number) => bound === 0 || factor < 1;

/** The least whole n with delta · factor^n below the bound. */
function firstBelow(delta: number, factor: number, bound: number): number {
  let n = 0;
  for (let d = delta; d >= bound && n < 1000; d *= factor) n++;
  return n;
}

export default exercise({
  id: "backpropagation/vanishing-gradient",
  version: 1,
  title: "Vanishing gradients",
  summary: "Follow a gradient down a deep chain of layers, and see how fast it fades.",
  skills: ["gradient-flow"],
  source: { section: "6.7", formulas: ["vanishing-gradient"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 3);
    const layers = rng.int(8, 15);
    // A delta with a factor 3 or 7 never comes to be a power of ten exactly.
    const delta = rng.pick([0.3, 0.6, 0.7, 0.9]);
    const w = rng.pick([0.4, 0.6, 0.7, 0.8, 0.9, 1.2, 1.4, 1.6]);
    const a = rng.pick([0.2, 0.3, 0.4, 0.6, 0.7, 0.8]);
    if (level === 1) {
      const slope = rng.pick([0.15, 0.16, 0.18, 0.21, 0.22, 0.23, 0.24, 0.25]);
      return { story, layers, delta, w, slope, a: 0, target: layers - rng.int(3, 6), bound: 0 };
    }
    if (level === 2) {
      const bound = rng.pick([1e-3, 1e-4, 1e-5]);
      const enough = firstBelow(delta, w * a * (1 - a), bound) + rng.int(2, 8);
      return { story, layers: enough, delta, w, slope: 0, a, target: 0, bound };
    }
    return { story, layers, delta, w, slope: 0, a, target: layers - rng.int(3, 7), bound: 0 };
  })
  .prompt(({ story, layers, delta, w, slope, a, target, bound }, level) => {
    const chain = `${stories[story]} To see what happens, take one unit in each of its ${layers} layers, so that backward $\\delta^{(l)} = \\delta^{(l+1)} \\cdot w^{(l+1)} \\cdot \\sigma'(z^{(l)})$. All weights are $w = ${num(w)}$,`;
    const last = `the last layer has $\\delta^{(${layers})} = ${num(delta)}$`;
    return {
      1: `${chain} all slopes are $\\sigma'(z) = ${num(slope)}$, and ${last}.\n\nHow large is the delta of layer ${target}?`,
      2: `${chain} all units have the activation $\\sigma(z) = ${num(a)}$, and ${last}.\n\nGoing back from the last layer, **which layer** is the first whose delta is smaller than $${num(bound)}$? How large is that **delta**?`,
      3: `${chain} all units have the activation $\\sigma(z) = ${num(a)}$, and ${last}.\n\nHow large is the delta of layer ${target}? Now let a **skip connection** add to each layer's output what goes into it: $a^{(l)} = a^{(l-1)} + \\sigma(z^{(l)})$. With the same weights, slopes and last delta, backward $\\delta^{(l)} = \\delta^{(l+1)} \\left(1 + w^{(l+1)} \\sigma'(z^{(l+1)})\\right)$, where $\\delta^{(l)}$ is now the gradient by the output $a^{(l)}$. How large is the delta of layer ${target} then, and **how many times** as large as without the skip connections?`,
    }[level];
  })
  .step("slope", scalar(), ({ a }) => a * (1 - a), {
    label: "\\sigma'",
    words: "the slope of the activation",
    hint: "The derivative of the sigmoid is written with its own value; it is never larger than a quarter.",
    formula: "a(1 - a)",
    work: ({ a }) => `${num(a)}\\,(1 - ${num(a)})`,
    malrules: {
      "activation-for-slope": {
        value: ({ a, w, bound }) => (fades(w * a, bound) ? a : undefined),
        says: "The activation itself was taken for its slope. The derivative of the sigmoid is $a(1 - a)$.",
      },
      "largest-slope": {
        value: () => 0.25,
        says: "The slope was taken to be a quarter. That is its largest value, at the activation 0.5; elsewhere it is $a(1 - a)$.",
      },
    },
  })
  .step("factor", scalar(), (p, s) => p.w * slopeOf(p, s), {
    label: "f",
    words: "the factor of one layer",
    hint: "On its way through one layer the gradient is multiplied by a weight and by a slope.",
    formula: "w \\cdot \\sigma'",
    work: (p, s) => `${num(p.w)} \\cdot ${num(slopeOf(p, s))}`,
    malrules: {
      "weight-left-out": {
        value: slopeOf,
        says: "Only the slope was counted. Each layer multiplies by its weight as well.",
      },
      "slope-left-out": {
        value: ({ w, bound }) => (fades(w, bound) ? w : undefined),
        says: "Only the weight was counted. Each layer multiplies by the slope of its activation as well.",
      },
    },
  })
  .step("count", integer(), ({ layers, target }) => layers - target, {
    label: "k",
    words: "the number of layers gone back",
    hint: "Count the steps from the last layer down to the one asked: each is one multiplication.",
    formula: ({ layers, target }) => `${layers} - ${target}`,
    malrules: {
      "one-too-many": {
        value: ({ layers, target }) => layers - target + 1,
        says: "This is one layer too far. Going from layer $l + 1$ to layer $l$ is one factor; the last delta itself is given.",
      },
      "one-too-few": {
        value: ({ layers, target }) => layers - target - 1,
        says: "This stops one layer too early: count the steps between the layers, down to the one asked.",
      },
    },
  })
  .step("delta_l", scalar(), ({ delta }, s) => delta * s.factor ** s.count, {
    label: "\\delta^{(l)}",
    words: "the delta of the layer asked",
    hint: "Multiply by the same factor for each layer gone back.",
    formula: ({ layers }) => `\\delta^{(${layers})} \\cdot f^k`,
    work: ({ delta }, s) => `${num(delta)} \\cdot ${num(s.factor)}^{${s.count}}`,
    malrules: {
      "multiplied-once-each": {
        value: ({ delta }, s) => delta * s.factor * s.count,
        says: "The factor was multiplied by the number of layers. Every layer multiplies again: it is a power.",
      },
      "last-delta-left-out": {
        value: (_, s) => s.factor ** s.count,
        says: "The delta of the last layer is missing: it is where the chain of factors begins.",
      },
    },
  })
  .step("below", integer({ workingDigits: 4 }), ({ delta, bound }, s) => firstBelow(delta, s.factor, bound), {
    label: "n",
    words: "the number of layers until the delta is below the bound",
    hint: "Keep multiplying by the factor until the bound is passed; or take logarithms, which turns the power into a product.",
    formula: ({ layers, bound }) => `\\min \\{ k : \\delta^{(${layers})} \\cdot f^k < ${num(bound)} \\}`,
    work: ({ delta, bound }, s) =>
      `\\left\\lceil \\dfrac{\\ln(${num(bound)} / ${num(delta)})}{\\ln ${num(s.factor)}} \\right\\rceil`,
    malrules: {
      "last-above": {
        value: ({ delta, bound }, s) => firstBelow(delta, s.factor, bound) - 1,
        says: "After so many layers the delta is still above the bound. Asked is the first that is below.",
      },
      "last-delta-left-out": {
        value: ({ bound }, s) => firstBelow(1, s.factor, bound),
        says: "The chain was started from 1. It starts from the delta of the last layer, which is smaller already.",
      },
    },
  })
  .step("delta_below", scalar({ workingDigits: 5 }), ({ delta }, s) => delta * s.factor ** s.below, {
    label: "\\delta",
    words: "the first delta below the bound",
    hint: "Put that number of layers into the power.",
    formula: ({ layers }) => `\\delta^{(${layers})} \\cdot f^n`,
    work: ({ delta }, s) => `${num(delta)} \\cdot ${num(s.factor)}^{${s.below}}`,
  })
  .step("layer", integer(), ({ layers }, s) => layers - s.below, {
    label: "l",
    words: "the first layer, going back, whose delta is below the bound",
    hint: "Count back that many layers from the last one.",
    formula: ({ layers }) => `${layers} - n`,
    work: ({ layers }, s) => `${layers} - ${s.below}`,
    malrules: {
      "counted-from-the-front": {
        value: (_, s) => s.below,
        says: "This is how many layers lie between. Gradients go from the last layer back, so count down from its number.",
      },
      "one-off": {
        value: ({ layers }, s) => layers - s.below + 1,
        says: "The last layer was counted as the first step. Its delta is given; one step back leads to the layer before it.",
      },
    },
  })
  .step("skip_factor", scalar(), (_, s) => 1 + s.factor, {
    label: "f_{\\text{skip}}",
    words: "the factor of one layer with a skip connection",
    hint: "The gradient takes two paths: straight through the skip connection, with factor 1, and through the layer. Paths add up.",
    formula: "1 + w \\cdot \\sigma'",
    work: (_, s) => `1 + ${num(s.factor)}`,
    malrules: {
      "path-forgotten": {
        value: (_, s) => s.factor,
        says: "Only the path through the layer was counted. The skip connection is a second path, with the factor 1, and paths are added.",
      },
      "skip-alone": {
        value: () => 1,
        says: "Only the skip connection was counted. The path through the layer is still there, and paths are added.",
      },
    },
  })
  .step("delta_skip", scalar(), ({ delta }, s) => delta * s.skip_factor ** s.count, {
    label: "\\delta_{\\text{skip}}^{(l)}",
    words: "the delta of the layer with skip connections",
    hint: "Again one factor for each layer gone back.",
    formula: ({ layers }) => `\\delta^{(${layers})} \\cdot f_{\\text{skip}}^k`,
    work: ({ delta }, s) => `${num(delta)} \\cdot ${num(s.skip_factor)}^{${s.count}}`,
    malrules: {
      "multiplied-once-each": {
        value: ({ delta }, s) => delta * s.skip_factor * s.count,
        says: "The factor was multiplied by the number of layers. Every layer multiplies again: it is a power.",
      },
    },
  })
  .step("ratio", scalar({ workingDigits: 5 }), (_, s) => s.delta_skip / s.delta_l, {
    label: "\\delta_{\\text{skip}}^{(l)} / \\delta^{(l)}",
    words: "how many times as large the delta is with skip connections",
    hint: "Divide the delta with skip connections by the one without.",
    formula: "\\delta_{\\text{skip}}^{(l)} \\div \\delta^{(l)}",
    work: (_, s) => `${num(s.delta_skip)} \\div ${num(s.delta_l)}`,
    malrules: {
      inverted: {
        value: (_, s) => s.delta_l / s.delta_skip,
        says: "This is the other way round: how large the delta without skip connections is, measured by the one with them.",
      },
    },
  })
  .asks({ 1: ["delta_l"], 2: ["layer", "delta_below"], 3: ["delta_l", "delta_skip", "ratio"] })
  .figures({
    solution: ({ layers, delta, target, bound }, s): Figure => {
      const back = bound > 0 ? s.below : s.count;
      const bars = Array.from({ length: back + 1 }, (_, i) => ({
        label: `${layers - i}`,
        value: delta * s.factor ** i,
      }));
      return {
        figure: "bars",
        alt: `The delta of each layer as bars, from the last layer down: ${bars.map(({ label, value }) => `layer ${label} ${plain(value, 3).replace(/e-(\d+)/, " times ten to the minus $1")}`).join(", ")}. ${bound > 0 ? "They soon cannot be seen." : `At layer ${target} hardly anything is left.`}`,
        bars,
      };
    },
  })
  .check(({ layers, delta, w, slope, a, target, bound }) => {
    // Exact fractions for the powers; a chain of autodiff values, each of the layer's slope, for the deltas.
    const sigma = slope > 0 ? new Fraction(slope) : new Fraction(a).mul(new Fraction(1).sub(new Fraction(a)));
    const f = sigma.mul(new Fraction(w));
    if (bound > 0) {
      // By logarithms: a strict bound is passed at the next whole number.
      const below = Math.floor(Math.log(bound / delta) / Math.log(f.valueOf())) + 1;
      return { layer: layers - below, delta_below: new Fraction(delta).mul(f.pow(below) ?? f).valueOf() };
    }
    const through = (skip: boolean) => {
      const start = new Value(0);
      let out = start;
      for (let l = target; l < layers; l++) {
        const layer = out.mul(w).mul(sigma.valueOf());
        out = skip ? out.add(layer) : layer;
      }
      out.mul(delta).backward();
      return start.grad;
    };
    const [delta_l, delta_skip] = [through(false), through(true)];
    const each = new Fraction(1).add(f).div(f);
    return { delta_l, delta_skip, ratio: (each.pow(layers - target) ?? each).valueOf() };
  });
