/** Leaky ReLU: of a vector, on the way to the next unit, and undone, since nothing is lost in it (example 33). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plusTerm, row, vec } from "#lib/exercise/tex.ts";
import { leakyRelu } from "#lib/math/activations.ts";
import { dot } from "#lib/math/vector.ts";

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
  id: "activations/leaky-relu",
  version: 1,
  title: "Leaky ReLU",
  summary: "Apply a leaky ReLU to a vector, pass the values on, and find the inputs from the outputs.",
  skills: ["relu", "linear-layers"],
  source: { section: "5.2", examples: [33], formulas: ["leaky-relu"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(3),
      alpha: z.number().gt(0).lt(1),
      z: z.array(z.number()),
      /** At level 2: the unit on top. */
      v: z.array(z.number()),
      c: z.number(),
      /** At level 3: the outputs, and the weight and bias of each unit. */
      h: z.array(z.number()),
      w: z.array(z.number()),
      b: z.array(z.number()),
    }),
    (rng, level) => {
      const sign = () => rng.pick([1, -1]);
      const percent = rng.pick([1, 2, 5, 10, 20]);
      const none = { story: rng.int(0, 3), alpha: percent / 100, z: [], v: [], c: 0, h: [], w: [], b: [] };
      const signs = rng.shuffle([1, 1, -1, -1]);
      if (level < 3) {
        const z = rng
          .shuffle([2, 3, 4, 5, 6, 7, 8, 9])
          .slice(0, 4)
          .map((size, i) => size * (signs[i] ?? 1));
        const v = level === 2 ? z.map(() => rng.int(2, 6) * sign()) : [];
        return { ...none, z, v, c: level === 2 ? rng.int(2, 9) * sign() : 0 };
      }
      const w = signs.map(() => rng.int(2, 5) * sign());
      const x = signs.map(() => rng.int(2, 6) * sign());
      // The biases make two units negative and two positive, by their signs.
      const b = signs.map((s, i) => {
        const wx = (w[i] ?? 2) * (x[i] ?? 2);
        return (rng.shuffle([2, 3, 4, 6, 7, 8, 9, 11]).find((t) => t * s !== wx) ?? 2) * s - wx;
      });
      const h = signs.map((_, i) => {
        const z = (w[i] ?? 2) * (x[i] ?? 2) + (b[i] ?? 0);
        return z > 0 ? z : (z * percent) / 100;
      });
      return { ...none, h, w, b };
    },
  )
  .prompt(({ story, alpha, z, v, c, h, w, b }, level) => {
    const given = `${stories[story] ?? stories[0]}\n\n$$z = ${vec(z)}$$`;
    const leaky = `a **leaky ReLU** with the slope $\\alpha = ${num(alpha)}$ for negative inputs`;
    return {
      1: `${given}\n\nApply ${leaky} to every entry.`,
      2: `${given}\n\nThey go through ${leaky}, which gives $h$, and from there into a unit without an activation, $y = v \\cdot h + c$, with the weights $v = ${row(v)}$ and the bias $c = ${num(c)}$. Compute $h$ and $y$.`,
      3: `Four units each have one input: the unit number $i$ computes $z_i = w_i x_i + b_i$ and puts it through ${leaky}. With\n\n$$w = ${vec(w)}, \\qquad b = ${vec(b)}$$\n\nthey gave the outputs $h = ${vec(h)}$. Unlike with ReLU, these tell everything: find the pre-activations $z$ and the **inputs** $x$.`,
    }[level];
  })
  .step("h", vector(exact), ({ alpha, z }) => z.map((zi) => leakyRelu(zi, alpha)), {
    label: "h",
    words: "the values after the leaky ReLU",
    hint: "Positive entries pass as they are; negative ones are multiplied by the small slope.",
    formula: "\\begin{cases} z & z > 0 \\\\ \\alpha z & z \\le 0 \\end{cases} \\quad\\text{(entry by entry)}",
    work: ({ alpha, z }) => column(z.map((zi) => (zi > 0 ? num(zi) : `${num(alpha)} \\cdot ${par(zi)}`))),
    malrules: {
      "slope-on-both-sides": {
        value: ({ alpha, z }) => z.map((zi) => alpha * zi),
        says: "Every entry was multiplied by $\\alpha$. Positive entries pass as they are.",
      },
      "slopes-swapped": {
        value: ({ alpha, z }) => z.map((zi) => (zi > 0 ? alpha * zi : zi)),
        says: "The sides are swapped: the small slope belongs to negative inputs, positive ones pass as they are.",
      },
      "sign-lost": {
        value: ({ alpha, z }) => z.map((zi) => (zi > 0 ? zi : -alpha * zi)),
        says: "A negative entry stays negative when it is multiplied by $\\alpha$: it only gets smaller in size.",
      },
      "plain-relu": {
        value: ({ z }) => z.map((zi) => Math.max(0, zi)),
        says: "This is ReLU without a leak. Here negative entries do not become 0: a small part of them passes.",
      },
      constant: {
        value: ({ alpha, z }) => z.map((zi) => (zi > 0 ? zi : alpha)),
        says: "The slope itself was put in for negative entries. Each of them is multiplied by it.",
      },
    },
  })
  .step("y", scalar(exact), ({ v, c }, s) => clean(dot(v, s.h) + c), {
    label: "y",
    words: "the output y",
    hint: "Weigh the values after the leaky ReLU, add up, and add the bias.",
    skill: "linear-layers",
    formula: "v \\cdot h + c",
    work: ({ v, c }, s) => plusTerm(v.map((vi, i) => `${par(vi)} \\cdot ${par(s.h[i] ?? 0)}`).join(" + "), c),
    malrules: {
      "bias-dropped": {
        value: ({ v }, s) => clean(dot(v, s.h)),
        says: "The bias of the last unit is missing: $v \\cdot h + c$.",
      },
    },
  })
  .step("z", vector(exact), ({ alpha, h }) => h.map((hi) => (hi > 0 ? hi : clean(hi / alpha))), {
    label: "z",
    words: "the pre-activations",
    hint: "Undo the leaky ReLU: a positive output is the pre-activation itself, a negative one has to be divided by the slope.",
    formula: "\\begin{cases} h & h > 0 \\\\ h / \\alpha & h \\le 0 \\end{cases} \\quad\\text{(entry by entry)}",
    work: ({ alpha, h }) => column(h.map((hi) => (hi > 0 ? num(hi) : `${num(hi)} / ${num(alpha)}`))),
    malrules: {
      "leaked-again": {
        value: ({ alpha, h }) => h.map((hi) => leakyRelu(hi, alpha)),
        says: "The leaky ReLU was applied once more. The outputs are given: go back, from $h$ to $z$.",
      },
      "not-undone": {
        value: ({ h }) => h,
        says: "These are the outputs. A negative one is only a small part of its pre-activation.",
      },
      "divided-on-both-sides": {
        value: ({ alpha, h }) => h.map((hi) => hi / alpha),
        says: "Every output was divided by $\\alpha$. Positive ones had passed as they were.",
      },
      "relu-thought-of": {
        value: ({ h }) => h.map((hi) => Math.max(0, hi)),
        says: "Negative outputs were taken for 0. Here they still tell what the pre-activation was.",
      },
    },
  })
  .step("x", vector(exact), ({ w, b }, s) => w.map((wi, i) => ((s.z[i] ?? 0) - (b[i] ?? 0)) / wi), {
    label: "x",
    words: "the inputs",
    hint: "Solve each unit for its input: take its bias off, then divide by its weight.",
    skill: "linear-layers",
    formula: "\\dfrac{z - b}{w} \\quad\\text{(entry by entry)}",
    work: ({ w, b }, s) => column(w.map((wi, i) => `(${plusTerm(num(s.z[i] ?? 0), -(b[i] ?? 0))}) / ${par(wi)}`)),
    malrules: {
      "bias-added": {
        value: ({ w, b }, s) => w.map((wi, i) => ((s.z[i] ?? 0) + (b[i] ?? 0)) / wi),
        says: "The biases were added. From $z = wx + b$ they have to be taken off.",
      },
      "bias-ignored": {
        value: ({ w }, s) => w.map((wi, i) => (s.z[i] ?? 0) / wi),
        says: "The biases were left out: take them off before you divide by the weights.",
      },
      "bias-after": {
        value: ({ w, b }, s) => w.map((wi, i) => (s.z[i] ?? 0) / wi - (b[i] ?? 0)),
        says: "The bias was taken off after the division. It was added last, so it goes first.",
      },
    },
  })
  .asks({ 1: ["h"], 2: ["h", "y"], 3: ["z", "x"] })
  .figures({
    solution: ({ alpha, z, h }, s) => {
      const [from, to] = z.length > 0 ? [z, s.h] : [s.z, h];
      const reach = Math.max(...from.map(Math.abs)) + 1;
      return {
        figure: "curve",
        alt: `The leaky ReLU has the slope ${plain(alpha)} left of 0 and 1 right of it. It takes ${from.map((x) => plain(x, 4)).join(", ")} to ${to.map((y) => plain(y, 4)).join(", ")}.`,
        xLabel: "z",
        yLabel: "h",
        points: [-reach, 0, reach].map((x) => ({ x, y: leakyRelu(x, alpha) })),
        marks: from.map((x, i) => ({ x, y: to[i] ?? 0, label: plain(to[i] ?? 0, 4) })),
      };
    },
  })
  .examples({
    "33": { level: 1, params: { story: 0, alpha: 0.01, z: [-2, -1, 0, 1, 2], v: [], c: 0, h: [], w: [], b: [] } },
  })
  .check(({ alpha, z, v, c, h, w, b }) => {
    // For 0 < α < 1 the leaky ReLU is the larger of z and αz, and undone it is the smaller of h and h/α.
    const out = z.map((zi) => new Fraction(Math.max(zi, new Fraction(alpha).mul(zi).valueOf())));
    const back = h.map((hi) => new Fraction(Math.min(hi, new Fraction(hi).div(alpha).valueOf())));
    return {
      h: out.map((hi) => hi.valueOf()),
      y: out.reduce((total, hi, i) => total.add(hi.mul(v[i] ?? 0)), new Fraction(c)).valueOf(),
      z: back.map((zi) => zi.valueOf()),
      x: back.map((zi, i) =>
        zi
          .sub(b[i] ?? 0)
          .div(w[i] ?? 1)
          .valueOf(),
      ),
    };
  });
