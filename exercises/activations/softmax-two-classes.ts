/** With two classes, the softmax is a sigmoid of the difference of the logits (beyond example 35). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, mat, num, par, plain, plusTerm, vec } from "#lib/exercise/tex.ts";
import { logit, sigmoid, softmax } from "#lib/math/activations.ts";
import { add, subtract } from "#lib/math/vector.ts";

const stories = [
  { who: "A spam filter", first: "spam", second: "no spam" },
  { who: "A classifier of photos", first: "cat", second: "dog" },
  { who: "A weather model", first: "rain", second: "no rain" },
  { who: "A model of a bank", first: "paid back", second: "not paid back" },
  { who: "A referee’s assistant", first: "goal", second: "no goal" },
] as const;

const exact = { rule: { exact: true } } as const;

export default exercise({
  id: "activations/softmax-two-classes",
  version: 1,
  title: "Softmax with two classes",
  summary: "Turn a softmax over two classes into a sigmoid, merge its two units into one, and find its boundary.",
  skills: ["softmax-properties", "sigmoid", "log-odds"],
  source: { section: "5.2", formulas: ["softmax", "sigmoid"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(4),
      /** The two logits at level 1. */
      z: z.array(z.number()),
      /** Weights and bias of the unit of either class. */
      u: z.array(z.number()),
      v: z.array(z.number()),
      b: z.array(z.number()),
      /** The features; at level 3 the first alone. */
      x: z.array(z.number()),
      /** At level 3, the probability to be reached. */
      p: z.number(),
    }),
    (rng, level) => {
      const story = rng.int(0, 4);
      const sign = () => rng.pick([1, -1]);
      const none = { story, z: [], u: [], v: [], b: [], x: [], p: 0.5 };
      if (level === 1) {
        // In tenths; neither logit nor their difference is 0 or 1.
        const isPlain = (t: number) => t % 10 !== 0;
        const second = rng.pick([2, 3, 4, 6, 7, 8, 9, 12, 13, 14, 16, 17, 18, 19, 21, 23, 24]) * sign();
        const sizes = rng.list(4, () => rng.int(5, 34)).filter(isPlain);
        const d = (sizes.find((t) => isPlain(second + t) && isPlain(second - t)) ?? 11) * sign();
        return { ...none, z: [(second + d) / 10, second / 10] };
      }
      // In tenths: the difference of the weights is 3 to 8 in size, and neither weight is 0.
      const pair = () => {
        const [small, step] = [rng.int(2, 5), rng.int(3, 8)];
        return rng.shuffle([small, small + step]).map((t) => t * sign());
      };
      const pairs = rng.list(level - 1, pair);
      const [u, v] = [0, 1].map((row) => pairs.map((w) => w[row] ?? 0));
      const x = rng.shuffle([2, 3, 4, 5]).slice(0, 1);
      const merged = ((u?.[0] ?? 0) - (v?.[0] ?? 0)) * (x[0] ?? 0);
      const second = rng.int(2, 9) * sign();
      const away = rng.shuffle([-21, -17, -13, -8, -6, 6, 8, 13, 17, 21]).find((t) => Math.abs(t - merged) > 2) ?? 6;
      const first = second + away - merged;
      return {
        ...none,
        u: (u ?? []).map((t) => t / 10),
        v: (v ?? []).map((t) => t / 10),
        b: [first / 10, second / 10],
        x,
        p: level === 3 ? rng.pick([0.1, 0.15, 0.2, 0.8, 0.85, 0.9]) : 0.5,
      };
    },
  )
  .prompt(({ story, z, u, v, b, x, p }, level) => {
    const { who, first, second } = stories[story] ?? stories[0];
    const model = `${who} has two output units, one for *${first}* and one for *${second}*, and a softmax behind them`;
    const W = mat([u, v]);
    return {
      1: `${model}. Their logits are $z = ${vec(z)}$.\n\nThe probability of *${first}* is a **sigmoid of one number** $d$. Give this number, and the probability.`,
      2: `${model}. From the feature $x$ they compute the logits\n\n$$z_1 = ${plusTerm(`${num(u[0] ?? 0)}x`, b[0] ?? 0)}, \\qquad z_2 = ${plusTerm(`${num(v[0] ?? 0)}x`, b[1] ?? 0)}$$\n\nThe two units are to be replaced by **one sigmoid unit**, which gives the probability of *${first}* as $\\sigma(wx + b)$. Find $w$ and $b$, and the probability for $x = ${num(x[0] ?? 0)}$.`,
      3: `${model}. From two features they compute the logits $z = Wx + c$ with\n\n$$W = ${W}, \\qquad c = ${vec(b)}$$\n\nwhere the first row belongs to *${first}*. Merge them into **one sigmoid unit**, which gives the probability of *${first}* as $\\sigma(w \\cdot x + b)$: find $w$ and $b$. The first feature is $x_1 = ${num(x[0] ?? 0)}$. For which $x_2$ are **both classes equally probable**, and for which is the probability of *${first}* **${num(p)}**?`,
    }[level];
  })
  .step("d", scalar(), ({ z: [first = 0, second = 0] }) => first - second, {
    label: "d",
    words: "the number whose sigmoid is the probability",
    hint: "Divide the fraction of the softmax through by the exponential above the line: what is left below is a sigmoid.",
    formula: "z_1 - z_2",
    work: ({ z: [first = 0, second = 0] }) => `${num(first)} - ${par(second)}`,
    malrules: {
      "difference-reversed": {
        value: ({ z: [first = 0, second = 0] }) => second - first,
        says: "The difference is turned round: this belongs to the other class. The larger the own logit, the larger the probability.",
      },
      "first-alone": {
        value: ({ z: [first = 0] }) => first,
        says: "This is the first logit alone. A softmax compares: the other logit counts as well.",
      },
      "logits-added": {
        value: ({ z: [first = 0, second = 0] }) => first + second,
        says: "The logits were added. In a ratio of exponentials, the exponents are subtracted.",
      },
    },
  })
  .step("w", vector(exact), ({ u, v }) => subtract(u, v), {
    label: "w",
    words: "the weights of the sigmoid unit",
    hint: "The sigmoid is taken of the difference of the logits: subtract the weights of the second unit from those of the first.",
    formula: "w_1 - w_2 \\quad\\text{(first unit less second)}",
    work: ({ u, v }) => column(u.map((ui, i) => `${num(ui)} - ${par(v[i] ?? 0)}`)),
    malrules: {
      "difference-reversed": {
        value: ({ u, v }) => subtract(v, u),
        says: "The difference is turned round: it gives the probability of the second class.",
      },
      "weights-added": {
        value: ({ u, v }) => add(u, v),
        says: "The weights were added. What counts in a softmax is by how much one logit exceeds the other.",
      },
      "first-alone": {
        value: ({ u }) => u,
        says: "These are the weights of the first unit alone. The second unit competes with it: subtract its weights.",
      },
    },
  })
  .step("slope", scalar(exact), ({ u: [first = 0], v: [second = 0] }) => first - second, {
    label: "w",
    words: "the weight of the sigmoid unit",
    hint: "The sigmoid is taken of the difference of the logits: subtract the weight of the second unit from that of the first.",
    formula: "w_1 - w_2",
    work: ({ u: [first = 0], v: [second = 0] }) => `${num(first)} - ${par(second)}`,
    malrules: {
      "difference-reversed": {
        value: ({ u: [first = 0], v: [second = 0] }) => second - first,
        says: "The difference is turned round: it gives the probability of the second class.",
      },
      "weights-added": {
        value: ({ u: [first = 0], v: [second = 0] }) => first + second,
        says: "The weights were added. What counts in a softmax is by how much one logit exceeds the other.",
      },
      "first-alone": {
        value: ({ u: [first = 0] }) => first,
        says: "This is the weight of the first unit alone. The second unit competes with it: subtract its weight.",
      },
    },
  })
  .step("bias", scalar(exact), ({ b: [first = 0, second = 0] }) => first - second, {
    label: "b",
    words: "the bias of the sigmoid unit",
    hint: "The same with the biases.",
    formula: "b_1 - b_2",
    work: ({ b: [first = 0, second = 0] }) => `${num(first)} - ${par(second)}`,
    malrules: {
      "difference-reversed": {
        value: ({ b: [first = 0, second = 0] }) => second - first,
        says: "The biases were subtracted the other way round than the logits ask for: first less second.",
      },
      "biases-added": {
        value: ({ b: [first = 0, second = 0] }) => first + second,
        says: "The biases were added. They are parts of the logits, and those are subtracted.",
      },
    },
  })
  .step(
    "probability",
    scalar({ without: ["exponentials"] }),
    ({ z, x: [x = 0] }, s) => sigmoid(z.length > 0 ? s.d : s.slope * x + s.bias),
    {
      label: "p_1",
      words: "the probability of the first class",
      hint: "Put the difference through the sigmoid.",
      skill: "sigmoid",
      formula: ({ z }) => (z.length > 0 ? "\\sigma(d) = \\dfrac{1}{1 + e^{-d}}" : "\\sigma(wx + b)"),
      work: ({ z, x }, s) =>
        z.length > 0
          ? `\\dfrac{1}{1 + e^{${num(-s.d)}}}`
          : `\\sigma(${plusTerm(`${num(s.slope)} \\cdot ${par(x[0] ?? 0)}`, s.bias)})`,
      malrules: {
        "exponent-sign": {
          value: ({ z, x: [x = 0] }, s) => sigmoid(z.length > 0 ? -s.d : -s.slope * x - s.bias),
          says: "The exponent has lost its minus: this is the probability of the other class.",
        },
      },
    },
  )
  .step(
    "boundary",
    scalar({ workingDigits: 4 }),
    ({ x }, s) => (0 - s.bias - (s.w[0] ?? 0) * (x[0] ?? 0)) / (s.w[1] ?? 1),
    {
      label: "x_2",
      words: "the second feature where both classes are equally probable",
      hint: "Both have probability one half where the sigmoid is taken of 0. Solve that for the second feature.",
      formula: "\\dfrac{-b - w_1x_1}{w_2}",
      work: ({ x }, s) =>
        `\\dfrac{${plusTerm(num(-s.bias), -(s.w[0] ?? 0))} \\cdot ${par(x[0] ?? 0)}}{${num(s.w[1] ?? 0)}}`,
      malrules: {
        "bias-sign": {
          value: ({ x }, s) => (s.bias - (s.w[0] ?? 0) * (x[0] ?? 0)) / (s.w[1] ?? 1),
          says: "Mind the sign of the bias: it goes to the other side of $w_1x_1 + w_2x_2 + b = 0$.",
        },
        "first-feature-ignored": {
          value: (_, s) => -s.bias / (s.w[1] ?? 1),
          says: "The first feature is not 0: what it adds has to be taken off as well.",
        },
      },
    },
  )
  .step("needed", scalar({ without: ["logarithms"] }), ({ p }) => Math.log(p / (1 - p)), {
    label: "d",
    words: "the difference of logits that gives the probability",
    hint: "Undo the sigmoid with the logarithm of the odds.",
    skill: "log-odds",
    formula: "\\ln \\dfrac{p}{1 - p}",
    work: ({ p }) => `\\ln \\dfrac{${num(p)}}{1 - ${num(p)}}`,
    malrules: {
      "odds-inverted": {
        value: ({ p }) => Math.log((1 - p) / p),
        says: "The odds are upside down: this is where the other class has that probability.",
      },
      "log-of-probability": {
        value: ({ p }) => Math.log(p),
        says: "This uses $\\ln p$. What undoes the sigmoid is the logarithm of the odds, $p / (1 - p)$.",
      },
    },
  })
  .step(
    "place",
    scalar({ workingDigits: 5 }),
    ({ x }, s) => (s.needed - s.bias - (s.w[0] ?? 0) * (x[0] ?? 0)) / (s.w[1] ?? 1),
    {
      label: "x_2'",
      words: "the second feature where the first class has the wanted probability",
      hint: "Solve for the second feature once more, with this difference in place of 0.",
      formula: "\\dfrac{d - b - w_1x_1}{w_2}",
      work: ({ x }, s) =>
        `\\dfrac{${plusTerm(num(s.needed), -s.bias)} ${(s.w[0] ?? 0) < 0 ? "+" : "-"} ${num(Math.abs(s.w[0] ?? 0))} \\cdot ${par(x[0] ?? 0)}}{${num(s.w[1] ?? 0)}}`,
      malrules: {
        "bias-sign": {
          value: ({ x }, s) => (s.needed + s.bias - (s.w[0] ?? 0) * (x[0] ?? 0)) / (s.w[1] ?? 1),
          says: "Mind the sign of the bias: it goes to the other side of $w_1x_1 + w_2x_2 + b = d$.",
        },
        "first-feature-ignored": {
          value: (_, s) => (s.needed - s.bias) / (s.w[1] ?? 1),
          says: "The first feature is not 0: what it adds has to be taken off as well.",
        },
      },
    },
  )
  .asks({ 1: ["d", "probability"], 2: ["slope", "bias", "probability"], 3: ["w", "bias", "boundary", "place"] })
  .figures({
    solution: ({ z, x, p }, s) => {
      const at = z.length > 0 ? s.d : p === 0.5 ? s.slope * (x[0] ?? 0) + s.bias : s.needed;
      const reach = Math.max(4, Math.ceil(Math.abs(at)));
      return {
        figure: "curve",
        alt: `The probability of the first class against the difference of the logits: an S-shaped curve that is 0.5 at 0, and ${plain(sigmoid(at), 3)} at ${plain(at, 3)}.`,
        xLabel: "z₁ − z₂",
        yLabel: "p₁",
        points: Array.from({ length: 33 }, (_, i) => {
          const d = Math.round((reach * (i - 16) * 1e4) / 16) / 1e4;
          return { x: d, y: Math.round(sigmoid(d) * 1e4) / 1e4 };
        }),
        marks: [
          { x: 0, y: 0.5, label: "0.5" },
          { x: at, y: sigmoid(at), label: plain(sigmoid(at), 3) },
        ],
      };
    },
  })
  .check(({ z, u, v, b: [b1 = 0, b2 = 0], x, p }) => {
    const of = (row: readonly number[], bias: number) =>
      row.reduce((total, w, i) => total.add(new Fraction(w).mul(x[i] ?? 0)), new Fraction(bias)).valueOf();
    const logits = z.length > 0 ? z : [of(u, b1), of(v, b2)];
    const w = u.map((ui, i) => new Fraction(ui).sub(v[i] ?? 0));
    // What the second feature has to make up for, without it; its unit of difference is the second weight.
    const without = new Fraction(b1).sub(b2).add(w[0]?.mul(x[0] ?? 0) ?? 0);
    const slope = w[1] ?? new Fraction(1);
    return {
      d: new Fraction(z[0] ?? 0).sub(z[1] ?? 0).valueOf(),
      w: w.map((wi) => wi.valueOf()),
      slope: w[0]?.valueOf() ?? 0,
      bias: new Fraction(b1).sub(b2).valueOf(),
      probability: softmax(logits)[0] ?? 0,
      boundary: without.neg().div(slope).valueOf(),
      place: (logit(p) - without.valueOf()) / slope.valueOf(),
    };
  });
