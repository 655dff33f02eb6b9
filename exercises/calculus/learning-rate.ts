/** Which learning rates are stable on a quadratic: converging, oscillating, diverging; in one and two dimensions (example 13). */
import Fraction from "fraction.js";
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plusTerm } from "#lib/exercise/tex.ts";
import { gradient } from "#lib/math/autodiff.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** The loss is the sum of aᵢ(wᵢ − cᵢ)², plus d. */
  a: z.array(z.number().positive()).min(1).max(2),
  c: z.array(z.int()).min(1).max(2),
  d: z.int(),
  rate: z.number().positive(),
  /** Whether the loss is written multiplied out. */
  isExpanded: z.boolean(),
});
type Params = z.infer<typeof params>;

const stories = [
  "The loss of a model is",
  "Gradient descent is to make this function small:",
  "A setting is tuned by gradient descent. The waste that it causes is",
  "On some data set, the loss is",
  "A sensor is calibrated by gradient descent on its error",
] as const;

const coefficient = (a: number) => (a === 1 ? "" : num(a));
const names = (p: Params) => (p.a.length === 1 ? ["w"] : ["w_1", "w_2"]);

function lossTex(p: Params): string {
  const [a = 1] = p.a;
  const [c = 0] = p.c;
  if (p.isExpanded) {
    const linear = -2 * a * c;
    return plusTerm(
      `${coefficient(a)}w^2 ${linear < 0 ? "-" : "+"} ${coefficient(Math.abs(linear))}w`,
      a * c * c + p.d,
    );
  }
  const squares = p.a.map((ai, i) => {
    const name = names(p)[i] ?? "w";
    const ci = p.c[i] ?? 0;
    return `${coefficient(ai)}${ci === 0 ? name : `(${plusTerm(name, -ci)})`}^2`;
  });
  return p.d === 0 ? squares.join(" + ") : plusTerm(squares.join(" + "), p.d);
}

// Every number here is a short decimal; rounded to 14 digits it stays one, without the noise of 1 − 2.4.
const decimal = (x: number) => roundDigits(x, 14);

const behaviours = [
  { id: "steady", text: "It converges from one side." },
  { id: "one-step", text: "It is at the minimum after one step." },
  { id: "oscillates", text: "It converges, but jumps over the minimum in every step." },
  { id: "back-and-forth", text: "It jumps back and forth at the same distance for ever." },
  { id: "diverges", text: "It diverges." },
] as const;
const behaviour = (factor: number) => {
  if (factor > 0) return factor < 1 ? "steady" : "diverges";
  if (factor === 0) return "one-step";
  return factor > -1 ? "oscillates" : factor === -1 ? "back-and-forth" : "diverges";
};

const both = [
  { id: "both", text: "Both weights converge." },
  { id: "first", text: "$w_1$ converges, $w_2$ diverges." },
  { id: "second", text: "$w_2$ converges, $w_1$ diverges." },
  { id: "neither", text: "Both weights diverge." },
] as const;
const together = ([f = 0, g = 0]: readonly number[]) => {
  if (Math.abs(f) < 1) return Math.abs(g) < 1 ? "both" : "first";
  return Math.abs(g) < 1 ? "second" : "neither";
};

const factorMalrules = {
  "factor-two": {
    value: (p: Params) => p.a.map((a) => decimal(1 - p.rate * a)),
    says: "The factor 2 from the square is missing: the slope of $a(w - c)^2$ is $2a(w - c)$.",
  },
  "share-that-goes": {
    value: (p: Params) => p.a.map((a) => decimal(2 * p.rate * a)),
    says: "This is the share of the distance that a step takes away. What is left of it is 1 minus that.",
  },
  uphill: {
    value: (p: Params) => p.a.map((a) => decimal(1 + 2 * p.rate * a)),
    says: "This would go uphill. Descent subtracts $\\alpha$ times the slope, so the distance is multiplied by 1 minus something.",
  },
};

export default exercise({
  id: "calculus/learning-rate",
  version: 1,
  title: "Stable learning rates",
  summary: "Tell from the curvature which learning rates converge, oscillate or diverge, and which one is best.",
  skills: ["learning-rates", "gradient-descent"],
  source: { section: "2.4", examples: [13], formulas: ["descent-step"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const story = rng.int(0, 4);
    if (level === 3) {
      // Curvatures 2a by which the best rate 1/(a₁ + a₂) and the bound 1/a are short.
      const pairs = [
        [1, 4],
        [2, 8],
        [1, 1.5],
        [2, 3],
        [0.5, 2],
        [1, 9],
        [1, 3],
        [2, 6],
        [2.5, 10],
        [4, 6],
        [5, 20],
        [0.5, 4.5],
      ] as const;
      const [a, b] = rng.shuffle([...(pairs[rng.int(0, pairs.length - 1)] ?? [1, 4])]);
      const c = [signed(rng.int(2, 5)), signed(rng.int(2, 5))];
      const [low, high] = [Math.min(a ?? 1, b ?? 4), Math.max(a ?? 1, b ?? 4)];
      const share = rng.pick([0.4, 0.6, 0.7, 0.8, 1.2, 1.4, 1.5]);
      // One in seven is beyond the bound of the flat direction as well.
      const rate = rng.int(1, 7) === 1 ? roundDigits(1.2 / low, 2) : roundDigits(share / high, 2);
      return { story, a: [a ?? 1, b ?? 4], c, d: rng.int(2, 9), rate, isExpanded: false };
    }
    const a = rng.pick([0.5, 2, 2.5, 4, 5, 10]);
    const share = rng.pick([0.2, 0.4, 0.6, 0.8, 0.5, 1.2, 1.4, 1.6, 1.8, 1.5, 2.2, 2.4, 2.5, 3, 1, 2]);
    return {
      story,
      a: [a],
      c: [level === 1 ? signed(rng.int(2, 9)) : signed(rng.int(2, 6))],
      d: rng.int(2, 9),
      rate: decimal(share / (2 * a)),
      isExpanded: level === 2,
    };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$L(${names(p).join(", ")}) = ${lossTex(p)}$$`,
      {
        1: `Each step of gradient descent with the rate $\\alpha = ${num(p.rate)}$ multiplies the distance $w - w^*$ to the minimum by the same **factor**, its sign included. What is that factor, and what does gradient descent do, wherever it starts away from the minimum?`,
        2: `For which learning rates does gradient descent **converge**? Give the **bound** $\\alpha_{\\max}$ below which every positive rate does, and the **best** rate, which reaches the minimum in a single step. What does gradient descent do with the rate $\\alpha = ${num(p.rate)}$, wherever it starts away from the minimum?`,
        3: `Both weights share one learning rate. Give the **bound** $\\alpha_{\\max}$ below which every positive rate converges in both, and tell what happens with $\\alpha = ${num(p.rate)}$ when neither weight starts at its minimum. Which rate is the **best**, shrinking the slower of the two distances as much as possible, and by which **factor** (without its sign) does each step then shrink both distances?`,
      }[level],
    ].join("\n\n"),
  )
  .step("curvature", vector({ rule: { digits: 4 } }), (p) => p.a.map((a) => 2 * a), {
    label: "L''",
    words: "the second derivative of the loss by each weight",
    hint: "Differentiate twice: the second derivative of a(w − c)² is 2a.",
    formula: (p) => column(p.a.map((a) => `2 \\cdot ${num(a)}`)),
    malrules: {
      "factor-two": {
        value: (p) => p.a,
        says: "The factor 2 from the square is missing: the second derivative of $aw^2$ is $2a$.",
      },
    },
  })
  .step("bound", scalar(), (_, s) => 2 / Math.max(...s.curvature), {
    label: "\\alpha_{\\max}",
    words: "the bound on stable rates",
    hint: "The distance is multiplied by 1 − αL″, which must stay between −1 and 1. The largest curvature decides.",
    formula: "\\dfrac{2}{\\max L''}",
    work: (_, s) => `\\dfrac{2}{${num(Math.max(...s.curvature))}}`,
    malrules: {
      "one-for-two": {
        value: (_, s) => 1 / Math.max(...s.curvature),
        says: "This is the rate that jumps right onto the minimum. Descent still converges beyond it, until it jumps over by the whole distance.",
      },
      "smallest-curvature": {
        value: (_, s) => (s.curvature.length === 1 ? undefined : 2 / Math.min(...s.curvature)),
        says: "This is the bound of the flatter direction. The steeper one diverges before it.",
      },
      inverted: {
        value: (_, s) => Math.max(...s.curvature) / 2,
        says: "The quotient is upside down: the more the loss is curved, the smaller a rate must be.",
      },
    },
  })
  .step(
    "best",
    scalar(),
    (_, s) =>
      s.curvature.length === 1 ? 1 / (s.curvature[0] ?? 1) : 2 / ((s.curvature[0] ?? 1) + (s.curvature[1] ?? 1)),
    {
      label: "\\alpha_{\\text{best}}",
      words: "the best rate",
      hint: "With one weight, let the factor 1 − αL″ be 0. With two, let the two factors be of the same size and of opposite signs.",
      formula: (p) => (p.a.length === 1 ? "\\dfrac{1}{L''}" : "\\dfrac{2}{L''_1 + L''_2}"),
      work: (_, s) =>
        s.curvature.length === 1
          ? `\\dfrac{1}{${num(s.curvature[0] ?? 1)}}`
          : `\\dfrac{2}{${s.curvature.map((x) => num(x)).join(" + ")}}`,
      malrules: {
        "bound-for-best": {
          value: (_, s) => s.bound,
          says: "At the bound, descent jumps over the minimum by the whole distance and never gets closer. The best rate is smaller.",
        },
        "steeper-alone": {
          value: (_, s) => (s.curvature.length === 1 ? undefined : 1 / Math.max(...s.curvature)),
          says: "This is best for the steeper direction alone; the flatter one is still slow. Balance the two factors.",
        },
      },
    },
  )
  .step("factors", vector(), (p) => p.a.map((a) => decimal(1 - 2 * p.rate * a)), {
    label: "1 - \\alpha L''",
    words: "the factor of each weight",
    hint: "A step takes α times the slope off. For a(w − c)² the slope is 2a times the distance, so 1 − 2aα of the distance is left.",
    skill: "gradient-descent",
    formula: "1 - 2a\\alpha",
    work: (p) => column(p.a.map((a) => `1 - 2 \\cdot ${num(a)} \\cdot ${num(p.rate)}`)),
    malrules: factorMalrules,
  })
  .step("factor", scalar(), (p) => decimal(1 - 2 * p.rate * (p.a[0] ?? 1)), {
    label: "\\dfrac{w_{\\text{new}} - w^*}{w - w^*}",
    words: "the factor of the distance",
    hint: "Write down one step from w and take the minimum off on both sides.",
    skill: "gradient-descent",
    formula: "1 - 2a\\alpha",
    work: (p) => `1 - 2 \\cdot ${num(p.a[0] ?? 1)} \\cdot ${num(p.rate)}`,
    malrules: {
      "factor-two": { ...factorMalrules["factor-two"], value: (p) => decimal(1 - p.rate * (p.a[0] ?? 1)) },
      "share-that-goes": { ...factorMalrules["share-that-goes"], value: (p) => decimal(2 * p.rate * (p.a[0] ?? 1)) },
      uphill: { ...factorMalrules.uphill, value: (p) => decimal(1 + 2 * p.rate * (p.a[0] ?? 1)) },
    },
  })
  .step("does", choice(behaviours), (_, s) => behaviour(s.factor), {
    label: "\\text{gradient descent}",
    words: "what gradient descent does",
    hint: "A factor between 0 and 1 comes closer from one side; a negative one jumps over the minimum; beyond −1 it gets farther away each time.",
    formula: "\\text{look at the sign and the size of } 1 - 2a\\alpha",
    malrules: {
      "jumping-is-diverging": {
        value: (_, s) => (s.factor < 0 && s.factor > -1 ? "diverges" : undefined),
        says: "A step that jumps over the minimum may still end closer to it. Compare the size of the factor with 1.",
      },
      "jumping-converges": {
        value: (_, s) => (s.factor <= -1 ? "oscillates" : undefined),
        says: "It jumps over the minimum, but look how far it lands on the other side: is the size of the factor below 1?",
      },
      "sign-overlooked": {
        value: (_, s) => (s.factor > 0 ? "oscillates" : s.factor > -1 ? "steady" : undefined),
        says: "Look at the sign of the factor: only a negative one takes $w$ to the other side of the minimum.",
      },
    },
  })
  .step("happens", choice(both), (_, s) => together(s.factors), {
    label: "\\text{gradient descent}",
    words: "what happens to the two weights",
    hint: "Each weight has a factor of its own, 1 − αL″. It converges where the size of that is below 1.",
    formula: "|1 - \\alpha L''_i| < 1\\ ?",
    malrules: {
      "one-decides": {
        value: (_, s) => {
          const here = together(s.factors);
          return here === "first" || here === "second" ? "neither" : undefined;
        },
        says: "The weights do not influence each other here: each has a bound of its own, by its own curvature.",
      },
      "jumping-is-diverging": {
        value: (_, s) => {
          const here = together(s.factors.map((f) => (f < 0 ? 2 : f)));
          return here === together(s.factors) ? undefined : here;
        },
        says: "A weight that jumps over its minimum may still converge: only the size of its factor counts.",
      },
    },
  })
  .step("shrinks", scalar(), (p, s) => Math.abs(1 - s.best * 2 * (p.a[0] ?? 1)), {
    label: "|1 - \\alpha_{\\text{best}} L''|",
    words: "the factor at the best rate",
    hint: "Put the best rate into one of the two factors; the other one has the same size.",
    formula: "|1 - \\alpha_{\\text{best}} \\cdot 2a_1|",
    work: (p, s) => `|1 - ${num(s.best)} \\cdot ${par(2 * (p.a[0] ?? 1))}|`,
    malrules: {
      "share-that-goes": {
        value: (p, s) => s.best * 2 * Math.min(...p.a),
        says: "This is the share that a step takes away. What is left of the distance is 1 minus that.",
      },
      "quotient-of-curvatures": {
        value: (p) => Math.min(...p.a) / Math.max(...p.a),
        says: "This is the quotient of the curvatures. It decides how well the best rate can do, but the factor is $|1 - \\alpha L''|$.",
      },
    },
  })
  .asks({ 1: ["factor", "does"], 2: ["bound", "best", "does"], 3: ["bound", "happens", "best", "shrinks"] })
  // At the factors 0 and −1 there is little to compute.
  .cases(({ a, rate }) => {
    const special = { 1: "onto the minimum", 2: "back and forth" } as const;
    const share = decimal(2 * rate * (a[0] ?? 1));
    return a.length === 1 && (share === 1 || share === 2) ? special[share] : "all";
  })
  .figures({
    solution: (p, s) => {
      if (p.a.length === 2) return undefined;
      const [a = 1] = p.a;
      const [c = 0] = p.c;
      const places = [2, 2 * s.factor, 2 * s.factor ** 2, 2 * s.factor ** 3].map((t) => Number((c + t).toFixed(4)));
      const reach = Math.max(...places.map((w) => Math.abs(w - c))) * 1.1;
      const at = (w: number) => Number((a * (w - c) ** 2 + p.d).toFixed(4));
      return {
        figure: "curve",
        alt: `The parabola of the loss, lowest at w = ${plain(c)}, with four places that gradient descent visits from w = ${plain(c + 2)} on: ${places.map((w) => plain(w, 4)).join(", ")}.`,
        xLabel: "w",
        yLabel: "L(w)",
        points: Array.from({ length: 41 }, (_, i) => Number((c + reach * (i / 20 - 1)).toFixed(4))).map((x) => ({
          x,
          y: at(x),
        })),
        marks: places.map((x, i) => ({ x, y: at(x), label: `${i}` })),
      };
    },
  })
  .examples({
    "13": { level: 1, params: { story: 0, a: [1], c: [3], d: 0, rate: 0.1, isExpanded: false } },
  })
  .check((p) => {
    // By a walk with autodiff from the distance 1, and by trying: the factors in exact fractions.
    const f = (x: number) => new Fraction(String(x));
    const left = p.a.map((a, i) => {
      const start = (p.c[i] ?? 0) + 1;
      const [slope = 0] = gradient(
        (w) =>
          w
            .sub(p.c[i] ?? 0)
            .pow(2)
            .mul(a),
        [start],
      );
      return f(start)
        .sub(f(p.rate).mul(f(slope)))
        .sub(p.c[i] ?? 0);
    });
    const [first = f(0), second = f(0)] = left;
    const size = first.abs();
    const isIn = (x: Fraction) => x.abs().compare(1) < 0;
    const does =
      size.compare(1) > 0
        ? "diverges"
        : size.equals(1)
          ? "back-and-forth"
          : first.equals(0)
            ? "one-step"
            : first.s > 0
              ? "steady"
              : "oscillates";
    const ids = { 0: "neither", 1: "first", 2: "second", 3: "both" } as const;
    const code = (isIn(first) ? 1 : 0) + (isIn(second) ? 2 : 0);
    // The best rate halves the way between the two bounds in 1/α: 1/best is the mean of the curvatures.
    const mean = p.a
      .reduce((t, a) => t.add(f(a)), f(0))
      .mul(2)
      .div(p.a.length);
    const [a = 1, b = a] = p.a;
    return {
      factor: first.valueOf(),
      does,
      bound: f(1)
        .div(f(Math.max(...p.a)))
        .valueOf(),
      happens: code === 0 ? ids[0] : code === 1 ? ids[1] : code === 2 ? ids[2] : ids[3],
      best: f(1).div(mean).valueOf(),
      shrinks: f(a)
        .sub(f(b))
        .abs()
        .div(f(a).add(f(b)))
        .valueOf(),
    };
  });
