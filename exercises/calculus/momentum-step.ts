/** Gradient descent with momentum: one step, two steps, and two steps compared with plain descent (beyond §2.4). */
import Fraction from "fraction.js";
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, plain, plusTerm, vec } from "#lib/exercise/tex.ts";
import { gradient } from "#lib/math/autodiff.ts";

const list = z.tuple([z.number(), z.number()]);
const params = z.object({
  story: z.int().min(0).max(3),
  /** The loss is the sum of aᵢ(wᵢ − cᵢ)². */
  a: list,
  c: list,
  start: list,
  /** The velocity at the start; 0 where nothing has moved yet. */
  velocity: list,
  rate: z.number().positive(),
  beta: z.number().positive(),
});
type Params = z.infer<typeof params>;

const stories = [
  "A model is trained by gradient descent with momentum, on the loss",
  "A ball rolls down a valley; gradient descent with momentum copies it. The valley is",
  "Descent with momentum is to make this function small:",
  "A setting is tuned by descent with momentum. The waste that it causes is",
] as const;

const names = ["w_1", "w_2"] as const;
const coefficient = (a: number) => (a === 1 ? "" : num(a));
/** The loss in symbols, or with the numbers of a place put in. */
const lossTex = (p: Params, at?: readonly number[]) =>
  names
    .map((name, i) => `${coefficient(p.a[i] ?? 1)}(${plusTerm(at ? num(at[i] ?? 0) : name, -(p.c[i] ?? 0))})^2`)
    .join(" + ");
const pointTex = (v: readonly number[]) => `(${v.map((x) => num(x)).join(", ")})`;

// Every number is a short decimal; rounded to 14 digits it stays one.
const decimal = (x: number) => roundDigits(x, 14);
const slopes = (p: Params, w: readonly number[]) => w.map((x, i) => decimal(2 * (p.a[i] ?? 0) * (x - (p.c[i] ?? 0))));
/** x + factor·y, entry by entry. */
const combined = (x: readonly number[], factor: number, y: readonly number[], own = 1): number[] =>
  x.map((xi, i) => decimal(own * xi + factor * (y[i] ?? 0)));

const gradientTex = (p: Params, at?: readonly number[]) =>
  column(names.map((name, i) => `${num(2 * (p.a[i] ?? 0))}(${plusTerm(at ? num(at[i] ?? 0) : name, -(p.c[i] ?? 0))})`));
const loss = (p: Params, w: readonly number[]) =>
  decimal(w.reduce((t, x, i) => t + (p.a[i] ?? 0) * (x - (p.c[i] ?? 0)) ** 2, 0));
const lossMalrules = {
  "loss-at-start": {
    value: (p: Params) => loss(p, p.start),
    says: "This is the loss at the start. Put in the place where the two steps have led.",
  },
};

/** What goes wrong where the velocity is made new. */
const velocityMalrules = (
  from: (p: Params, s: Values) => readonly number[],
  slope: (s: Values) => readonly number[],
) => ({
  "momentum-left-out": {
    value: (_: Params, s: Values) => slope(s),
    says: "This is plain gradient descent. With momentum, a part $\\beta$ of the old velocity is kept and the gradient added to it.",
  },
  "velocity-not-decayed": {
    value: (p: Params, s: Values) => combined(slope(s), 1, from(p, s)),
    says: "The old velocity was kept whole. Only the part $\\beta$ of it stays.",
  },
  "gradient-decayed-too": {
    value: (p: Params, s: Values) => combined(slope(s), p.beta, from(p, s), p.beta),
    says: "The factor $\\beta$ went to the gradient as well. Here it stands before the old velocity only.",
  },
  averaged: {
    value: (p: Params, s: Values) => combined(slope(s), p.beta, from(p, s), 1 - p.beta),
    says: "This weighs the gradient by $1 - \\beta$, as some texts do. In the rule given here the gradient comes in whole.",
  },
});
type Values = Readonly<Record<"g0" | "v1" | "w1" | "g1", readonly number[]>>;

const gradientAt = (i: 0 | 1) => ({
  label: `g_${i}`,
  words: i === 0 ? "the gradient at the start" : "the gradient after the first step",
  hint: "Differentiate the loss and put in the place where this step begins.",
  skill: "gradients" as const,
  formula: (p: Params) => gradientTex(p),
});
const velocityAfter = (i: 1 | 2) => ({
  label: `v_${i}`,
  words: i === 1 ? "the velocity in the first step" : "the velocity in the second step",
  hint: "Keep the part β of the old velocity and add the gradient.",
  formula: `\\beta v_${i - 1} + g_${i - 1}`,
});
const placeAfter = (i: 1 | 2) => ({
  label: `w^{(${i})}`,
  words: i === 1 ? "the place after one step" : "the place after two steps",
  hint: "Take the learning rate times the new velocity off.",
  formula: `w^{(${i - 1})} - \\alpha v_${i}`,
});
const uphill = "This went uphill. The velocity collects gradients, so it is subtracted.";
const rateForgotten = "The learning rate is missing: a step is $\\alpha$ times the velocity.";

export default exercise({
  id: "calculus/momentum-step",
  version: 1,
  title: "Gradient descent with momentum",
  summary: "Keep a part of the last velocity, add the gradient, and take a step.",
  skills: ["gradient-descent", "gradients"],
  source: { section: "2.4", formulas: ["descent-step"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const two = (draw: () => number): [number, number] => [draw(), draw()];
    const c = two(() => rng.int(2, 5));
    const away = two(() => signed(rng.pick([3, 4, 6, 7, 8, 9])));
    // A start at −1, 0 or 1 is moved to the other side of the minimum.
    const place = (i: 0 | 1) => c[i] + (Math.abs(c[i] + away[i]) < 2 ? -away[i] : away[i]);
    return {
      story: rng.int(0, 3),
      a: rng.pick<Params["a"]>([
        [1, 2],
        [2, 1],
        [1, 3],
        [3, 1],
        [2, 3],
        [3, 2],
      ]),
      c,
      start: [place(0), place(1)],
      velocity: level === 1 ? two(() => signed(rng.int(4, 8) + 0.5)) : [0, 0],
      rate: 0.1,
      beta: level === 1 ? rng.pick([0.5, 0.6, 0.7, 0.8]) : rng.pick([0.5, 0.6, 0.8, 0.9]),
    };
  })
  .prompt((p, level) => {
    const on = names.join(", ");
    const start = `$w = ${pointTex(p.start)}$`;
    return [
      stories[p.story],
      `$$L(${on}) = ${lossTex(p)}$$`,
      "Each step first makes the velocity new, $v \\leftarrow \\beta v + \\nabla L(w)$, and then takes $w \\leftarrow w - \\alpha v$.",
      `The learning rate is $\\alpha = ${num(p.rate)}$, the momentum $\\beta = ${num(p.beta)}$. ${
        {
          1: `So far, ${start} and $v = ${pointTex(p.velocity)}$. Take **one more step**: compute the new velocity $v_1$ and the new place $w^{(1)}$.`,
          2: `Start at ${start} with the velocity $(0, 0)$. Take **two steps**: compute the place $w^{(1)}$ after the first, then the velocity $v_2$ and the place $w^{(2)}$ after the second.`,
          3: `Start at ${start} with the velocity $(0, 0)$. Where do **two steps** lead, and where would two steps **without momentum** ($\\beta = 0$) have led? Compute the **loss** at both places.`,
        }[level]
      }`,
    ].join("\n\n");
  })
  .step("g0", vector(), (p) => slopes(p, p.start), {
    ...gradientAt(0),
    work: (p) => gradientTex(p, p.start),
    malrules: {
      "factor-two": {
        value: (p) => slopes(p, p.start).map((g) => g / 2),
        says: "The factor 2 from the square is missing in the gradient at the start: $(u^2)' = 2u$.",
      },
    },
  })
  .step("v1", vector({ rule: { digits: 4 } }), (p, s) => combined(s.g0, p.beta, p.velocity), {
    ...velocityAfter(1),
    work: (p, s) => `${num(p.beta)} \\cdot ${vec(p.velocity)} + ${vec(s.g0)}`,
    malrules: velocityMalrules(
      (p) => p.velocity,
      (s) => s.g0,
    ),
  })
  .step("w1", vector({ rule: { digits: 4 } }), (p, s) => combined(p.start, -p.rate, s.v1), {
    ...placeAfter(1),
    work: (p, s) => `${vec(p.start)} - ${num(p.rate)} \\cdot ${vec(s.v1)}`,
    malrules: {
      uphill: { value: (p, s) => combined(p.start, p.rate, s.v1), says: uphill },
      "rate-forgotten": { value: (p, s) => combined(p.start, -1, s.v1), says: rateForgotten },
    },
  })
  .step("g1", vector(), (p, s) => slopes(p, s.w1), {
    ...gradientAt(1),
    work: (p, s) => gradientTex(p, s.w1),
    malrules: {
      "stale-gradient": {
        value: (_, s) => s.g0,
        says: "The gradient at the start was used again. The second step needs the slope where it begins.",
      },
    },
  })
  .step("v2", vector({ rule: { digits: 4 }, workingDigits: 6 }), (p, s) => combined(s.g1, p.beta, s.v1), {
    ...velocityAfter(2),
    work: (p, s) => `${num(p.beta)} \\cdot ${vec(s.v1)} + ${vec(s.g1)}`,
    malrules: velocityMalrules(
      (_, s) => s.v1,
      (s) => s.g1,
    ),
  })
  .step("w2", vector({ rule: { digits: 4 }, workingDigits: 6 }), (p, s) => combined(s.w1, -p.rate, s.v2), {
    ...placeAfter(2),
    work: (p, s) => `${vec(s.w1)} - ${num(p.rate)} \\cdot ${vec(s.v2)}`,
    malrules: {
      uphill: { value: (p, s) => combined(s.w1, p.rate, s.v2), says: uphill },
      "rate-forgotten": { value: (_, s) => combined(s.w1, -1, s.v2), says: rateForgotten },
      "from-the-start": {
        value: (p, s) => combined(p.start, -p.rate, s.v2),
        says: "The second step was taken from the start. It begins where the first one ended.",
      },
    },
  })
  .step("plain_end", vector({ rule: { digits: 4 }, workingDigits: 6 }), (p, s) => combined(s.w1, -p.rate, s.g1), {
    label: "w^{(2)}_{\\beta = 0}",
    words: "the place after two steps without momentum",
    hint: "The first step is the same, since the velocity was 0. The second one takes the new gradient alone.",
    formula: "w^{(1)} - \\alpha g_1",
    work: (p, s) => `${vec(s.w1)} - ${num(p.rate)} \\cdot ${vec(s.g1)}`,
    malrules: {
      "first-step-only": {
        value: (_, s) => s.w1,
        says: "This is where the first step led. Without momentum there is still a second one.",
      },
      "with-momentum": {
        value: (_, s) => s.w2,
        says: "This is the place with momentum. Without it, the second step is $\\alpha$ times the gradient and nothing else.",
      },
    },
  })
  .step("loss", scalar({ rule: { digits: 4 }, workingDigits: 7 }), (p, s) => loss(p, s.w2), {
    label: "L(w^{(2)})",
    words: "the loss with momentum",
    hint: "Put the place into the loss itself.",
    formula: lossTex,
    work: (p, s) => lossTex(p, s.w2),
    malrules: lossMalrules,
  })
  .step("plain_loss", scalar({ rule: { digits: 4 }, workingDigits: 7 }), (p, s) => loss(p, s.plain_end), {
    label: "L(w^{(2)}_{\\beta = 0})",
    words: "the loss without momentum",
    hint: "Put the other place into the same loss.",
    formula: lossTex,
    work: (p, s) => lossTex(p, s.plain_end),
    malrules: lossMalrules,
  })
  .asks({ 1: ["v1", "w1"], 2: ["w1", "v2", "w2"], 3: ["w2", "plain_end", "loss", "plain_loss"] })
  .figures({
    solution: (p, s) => {
      const at = ([x = 0, y = 0]: readonly number[], label: string) => ({ x, y, label });
      const [x = 0, y = 0] = s.plain_end;
      const [from = 0, above = 0] = s.w1;
      return {
        figure: "contours",
        alt: `Level lines of the loss around its minimum at ${pointTex(p.c)}. The path with momentum goes from ${pointTex(p.start)} over (${s.w1.map((t) => plain(t, 4)).join(", ")}) to (${s.w2.map((t) => plain(t, 4)).join(", ")}), farther than the plain step to (${plain(x, 4)}, ${plain(y, 4)}).`,
        xLabel: "w₁",
        yLabel: "w₂",
        centre: { x: p.c[0] ?? 0, y: p.c[1] ?? 0 },
        a: p.a[0] ?? 1,
        b: 0,
        c: p.a[1] ?? 1,
        path: [at(p.start, "start"), at(s.w1, "1"), at(s.w2, "2")],
        arrows: [{ from: { x: from, y: above }, to: { x, y }, label: "plain" }],
      };
    },
  })
  .check((p) => {
    // The velocity written out: v₂ = β²v₀ + βg₀ + g₁; the slopes by autodiff, the sums in exact fractions.
    const f = (x: number) => new Fraction(String(roundDigits(x, 12)));
    const slope = (w: readonly number[]) =>
      gradient(
        (...at) =>
          at
            .map((x, i) =>
              x
                .sub(p.c[i] ?? 0)
                .pow(2)
                .mul(p.a[i] ?? 0),
            )
            .reduce((t, u) => t.add(u)),
        w,
      );
    const [rate, beta] = [f(p.rate), f(p.beta)];
    const numbers = (v: readonly Fraction[]) => v.map((x) => x.valueOf());
    const g0 = slope(p.start).map(f);
    const v1 = g0.map((g, i) => g.add(beta.mul(f(p.velocity[i] ?? 0))));
    const w1 = p.start.map((w, i) => f(w).sub(rate.mul(v1[i] ?? 0)));
    const g1 = slope(numbers(w1)).map(f);
    const v2 = g1.map((g, i) => g.add(beta.mul(g0[i] ?? 0)).add(beta.pow(2).mul(f(p.velocity[i] ?? 0))));
    const w2 = p.start.map((w, i) => f(w).sub(rate.mul((v1[i] ?? beta).add(v2[i] ?? 0))));
    // Without momentum, each distance to the minimum shrinks by 1 − 2aα twice.
    const alone = p.start.map((w, i) => {
      const left = f(1).sub(rate.mul(2 * (p.a[i] ?? 0)));
      return left
        .mul(left)
        .mul(f(w - (p.c[i] ?? 0)))
        .add(p.c[i] ?? 0);
    });
    const height = (w: readonly Fraction[]) =>
      w
        .reduce(
          (t, x, i) =>
            t.add(
              x
                .sub(p.c[i] ?? 0)
                .pow(2)
                .mul(p.a[i] ?? 0),
            ),
          f(0),
        )
        .valueOf();
    return {
      v1: numbers(v1),
      w1: numbers(w1),
      v2: numbers(v2),
      w2: numbers(w2),
      plain_end: numbers(alone),
      loss: height(w2),
      plain_loss: height(alone),
    };
  });
