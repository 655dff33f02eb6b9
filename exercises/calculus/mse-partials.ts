/** The squared error of one data point and its partial derivatives by every parameter (example 11). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer } from "#lib/exercise/kinds.ts";
import { num, par, plusTerm } from "#lib/exercise/tex.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  x: z.array(z.int()).min(1).max(2),
  w: z.array(z.int()).min(1).max(2),
  b: z.int(),
  y: z.int(),
  /** Whether the square has the factor ½. */
  half: z.boolean(),
  /** The second layer v·h + c of level 3; v is 0 where there is none. */
  v: z.int(),
  c: z.int(),
});
type Params = z.infer<typeof params>;

const stories = [
  "A model predicts by how much the price of a share will change.",
  "A model turns the reading of a sensor into a temperature, above or below zero.",
  "A model predicts by how many minutes a train is late, or early where that is negative.",
  "A model predicts the yearly profit of a shop, or its loss where that is negative.",
  "A model is fitted to a single data point.",
] as const;

const isDeep = ({ v }: Params) => v !== 0;
const linear = ({ w, x, b }: Params) => w.reduce((total, wi, i) => total + wi * (x[i] ?? 0), b);
const index = ({ w }: Params, i: number) => (w.length > 1 ? `_${i + 1}` : "");
const sumTex = (p: Params) => p.w.map((_, i) => `w${index(p, i)}x${index(p, i)}`).join(" + ");
const modelTex = (p: Params) => (isDeep(p) ? "vh + c" : `${sumTex(p)} + b`);
const numbers = (p: Params) =>
  plusTerm(p.w.map((wi, i) => `${i === 0 ? num(wi) : par(wi)} \\cdot ${par(p.x[i] ?? 0)}`).join(" + "), p.b);
const lossTex = ({ half }: Params, inside: string) => `${half ? "\\tfrac{1}{2}" : ""}(${inside})^2`;

type Outer = Readonly<Record<"outer", number>>;
const chained = (of: string) => ({
  label: `\\dfrac{\\partial L}{\\partial ${of}}`,
  words: `the partial derivative of L by ${of.replace("_", " ")}`,
});
const inputMissing = {
  value: (_: Params, s: Outer) => s.outer,
  says: "The inner derivative is missing: how fast does the prediction change with this weight? That factor belongs to the chain.",
};
const biasHint = "The bias enters the prediction with the factor 1.";
const inputKept = {
  value: ({ x }: Params, s: Outer) => s.outer * (x[0] ?? 0),
  says: "An input was kept as a factor. The bias is not multiplied by an input in the prediction.",
};

/** The partial derivative by the i-th weight of a linear model. */
const byWeight = (i: 0 | 1, name: string) => ({
  ...chained(name),
  hint: "Multiply the derivative by the prediction with that of the prediction by the weight, which is its input.",
  formula: (p: Params) => `\\dfrac{\\partial L}{\\partial \\hat y} \\cdot x${index(p, i)}`,
  work: ({ x }: Params, s: Outer) => `${num(s.outer)} \\cdot ${par(x[i] ?? 0)}`,
  malrules: {
    "input-missing": inputMissing,
    "weight-for-input": {
      value: ({ w }: Params, s: Outer) => s.outer * (w[i] ?? 0),
      says: "The weight itself was taken as the inner derivative. By the weight, the slope of $wx$ is what stands beside it.",
    },
    "other-input": {
      value: ({ x }: Params, s: Outer) => (x.length > 1 ? s.outer * (x[1 - i] ?? 0) : undefined),
      says: "This has the input of the other weight. Each weight comes with its own.",
    },
  },
});

/** The same where the linear model is the inner of two layers. */
const byDeepWeight = (i: 0 | 1) => ({
  ...chained(`w_${i + 1}`),
  hint: "The way from the weight to the loss leads through $h$ and $\\hat y$: multiply one link for each part of the way.",
  skill: "chain-rule" as const,
  formula: `\\dfrac{\\partial L}{\\partial \\hat y} \\cdot v \\cdot x_${i + 1}`,
  work: ({ v, x }: Params, s: Outer) => `${num(s.outer)} \\cdot ${par(v)} \\cdot ${par(x[i] ?? 0)}`,
  malrules: {
    "middle-link-missing": {
      value: ({ x }: Params, s: Outer) => s.outer * (x[i] ?? 0),
      says: "A link is missing: $h$ goes into the prediction multiplied by $v$.",
    },
    "input-missing": {
      value: ({ v }: Params, s: Outer) => s.outer * v,
      says: "The last link is missing: how fast does $h$ change with this weight?",
    },
  },
});

export default exercise({
  id: "calculus/mse-partials",
  version: 1,
  title: "Partial derivatives of a squared error",
  summary: "Compute the squared error of one data point, and how it changes with every parameter of the model.",
  skills: ["loss-gradients", "chain-rule"],
  source: { section: "2.2", examples: [11], formulas: ["regression-partials"] },
})
  .params(params, (rng, level) => {
    const signed = (a: number) => a * rng.pick([1, -1]);
    const features = level === 1 ? 1 : 2;
    const x = rng.shuffle([2, 3, 4, 5, 6, 7, 8]).slice(0, features);
    const w = rng.list(features, () => signed(rng.int(2, 6)));
    const [v, c] = level === 3 ? [signed(rng.int(2, 5)), signed(rng.int(2, 9))] : [0, 0];
    const b = signed(rng.int(2, 9));
    const half = level > 1 && rng.int(0, 1) === 1;
    const h = w.reduce((total, wi, i) => total + wi * (x[i] ?? 0), b);
    const error = signed(half ? rng.pick([4, 6, 8]) : rng.int(2, 6));
    return { story: rng.int(0, 4), x, w, b, y: (v === 0 ? h : v * h + c) - error, half, v, c };
  })
  .prompt((p) => {
    const list = (name: string, xs: readonly number[]) =>
      xs.map((x, i) => `$${name}${index(p, i)} = ${num(x)}$`).join(" and ");
    const inner = isDeep(p) ? `$h = ${sumTex(p)} + b$ and $\\hat y = ${modelTex(p)}$` : `$\\hat y = ${modelTex(p)}$`;
    return [
      stories[p.story],
      `Its prediction is ${inner}, and its loss on one data point is`,
      `$$L = ${lossTex(p, "\\hat y - y")}$$`,
      `The input is ${list("x", p.x)}, and the true value is $y = ${num(p.y)}$. The parameters are at present ${list("w", p.w)}, $b = ${num(p.b)}$${isDeep(p) ? `, $v = ${num(p.v)}$, $c = ${num(p.c)}$` : ""}.`,
      "Compute the **loss**, and its **partial derivative** by each parameter, at these values.",
    ].join("\n\n");
  })
  .step("h", integer(), (p) => linear(p), {
    label: "h",
    words: "the inner value h",
    hint: "Multiply each input by its weight, add up, and add the bias.",
    formula: (p) => `${sumTex(p)} + b`,
    work: numbers,
    malrules: { "bias-dropped": { value: (p) => linear(p) - p.b, says: "The bias $b$ was left out of $h$." } },
  })
  .step("prediction", integer(), (p, s) => (isDeep(p) ? p.v * s.h + p.c : linear(p)), {
    label: "\\hat y",
    words: "the prediction",
    hint: "Put the numbers into the model first.",
    formula: modelTex,
    work: (p, s) => (isDeep(p) ? plusTerm(`${num(p.v)} \\cdot ${par(s.h)}`, p.c) : numbers(p)),
    malrules: {
      "bias-dropped": {
        value: (p, s) => (isDeep(p) ? p.v * s.h : linear(p) - p.b),
        says: "The constant at the end of the model was left out of the prediction.",
      },
    },
  })
  .step("error", integer(), ({ y }, s) => s.prediction - y, {
    label: "\\hat y - y",
    words: "the error of the prediction",
    hint: "Take the true value off the prediction.",
    formula: "\\hat y - y",
    work: ({ y }, s) => `${num(s.prediction)} - ${par(y)}`,
    malrules: {
      reversed: {
        value: ({ y }, s) => y - s.prediction,
        says: "The error has its sign turned round. The square does not see that, but the derivative by $\\hat y$ does: in the loss $\\hat y$ stands with a plus.",
      },
    },
  })
  .step("L", integer(), ({ half }, s) => (half ? s.error ** 2 / 2 : s.error ** 2), {
    label: "L",
    words: "the loss L",
    hint: "Square the error, and mind whether there is a factor in front.",
    formula: (p) => lossTex(p, "\\hat y - y"),
    work: (p, s) => lossTex(p, num(s.error)),
    malrules: {
      "not-squared": {
        value: (_, s) => s.error,
        says: "This is the error itself. The loss has its square.",
      },
      "other-factor": {
        value: ({ half }, s) => (half ? s.error ** 2 : s.error ** 2 / 2),
        says: "Some texts have a factor ½ in front of the square and some have not. Look which loss this one is.",
      },
    },
  })
  .step("outer", integer(), ({ half }, s) => (half ? 1 : 2) * s.error, {
    label: "\\dfrac{\\partial L}{\\partial \\hat y}",
    words: "the derivative of the loss by the prediction",
    hint: "Differentiate the square: the exponent comes down as a factor, and cancels a ½ in front.",
    formula: ({ half }) => (half ? "\\hat y - y" : "2(\\hat y - y)"),
    work: ({ half }, s) => (half ? num(s.error) : `2 \\cdot ${par(s.error)}`),
    malrules: {
      "factor-two": {
        value: ({ half }, s) => (half ? 2 : 1) * s.error,
        says: "The factor 2 is not right. The square brings it, $(u^2)' = 2u$, and only a ½ in front of the square cancels it.",
      },
      "loss-for-slope": {
        value: (_, s) => s.L,
        says: "The loss itself was carried along the chain. Its first link is the derivative of the square.",
      },
    },
  })
  .step("dL_dw", integer(), ({ x }, s) => s.outer * (x[0] ?? 0), byWeight(0, "w"))
  .step("dL_dw1", integer(), ({ x }, s) => s.outer * (x[0] ?? 0), byWeight(0, "w_1"))
  .step("dL_dw2", integer(), ({ x }, s) => s.outer * (x[1] ?? 0), byWeight(1, "w_2"))
  .step("dL_db", integer(), (_, s) => s.outer, {
    ...chained("b"),
    hint: biasHint,
    formula: "\\dfrac{\\partial L}{\\partial \\hat y} \\cdot 1",
    malrules: { "input-kept": inputKept },
  })
  .step("dL_dv", integer(), (_, s) => s.outer * s.h, {
    ...chained("v"),
    hint: "In $vh + c$, what stands beside $v$?",
    formula: "\\dfrac{\\partial L}{\\partial \\hat y} \\cdot h",
    work: (_, s) => `${num(s.outer)} \\cdot ${par(s.h)}`,
    malrules: {
      "inner-missing": inputMissing,
      "input-for-h": {
        value: ({ x }, s) => s.outer * (x[0] ?? 0),
        says: "The input $x$ was taken as the factor. What $v$ multiplies in the model is $h$.",
      },
    },
  })
  .step("dL_dc", integer(), (_, s) => s.outer, {
    ...chained("c"),
    hint: "The constant $c$ enters the prediction with the factor 1.",
    formula: "\\dfrac{\\partial L}{\\partial \\hat y} \\cdot 1",
    malrules: {
      "weight-kept": {
        value: ({ v }, s) => s.outer * v,
        says: "The weight $v$ was kept as a factor. It does not stand before $c$.",
      },
    },
  })
  .step("dL_dw1_deep", integer(), ({ v, x }, s) => s.outer * v * (x[0] ?? 0), byDeepWeight(0))
  .step("dL_dw2_deep", integer(), ({ v, x }, s) => s.outer * v * (x[1] ?? 0), byDeepWeight(1))
  .step("dL_db_deep", integer(), ({ v }, s) => s.outer * v, {
    ...chained("b"),
    hint: "The bias $b$ enters $h$ with the factor 1, and $h$ enters the prediction with another.",
    skill: "chain-rule",
    formula: "\\dfrac{\\partial L}{\\partial \\hat y} \\cdot v \\cdot 1",
    work: ({ v }, s) => `${num(s.outer)} \\cdot ${par(v)}`,
    malrules: {
      "middle-link-missing": {
        value: (_, s) => s.outer,
        says: "A link is missing: $h$, and with it $b$, goes into the prediction multiplied by $v$.",
      },
      "input-kept": {
        value: ({ v, x }, s) => s.outer * v * (x[0] ?? 0),
        says: "An input was kept as a factor: this is the derivative by a weight. In $h$ the bias stands alone.",
      },
    },
  })
  .asks({
    1: ["L", "dL_dw", "dL_db"],
    2: ["L", "dL_dw1", "dL_dw2", "dL_db"],
    3: ["L", "dL_dv", "dL_dc", "dL_dw1_deep", "dL_dw2_deep", "dL_db_deep"],
  })
  .examples({ "11": { level: 1, params: { story: 4, x: [2], w: [1], b: 1, y: 5, half: false, v: 0, c: 0 } } })
  .check(({ x: [x1 = 0, x2 = 0], w: [w1 = 0, w2 = 0], b, y, half, v, c }) => {
    const square = (error: Value) => error.pow(2).mul(half ? 0.5 : 1);
    const h = (wi: Value, wj: Value, bi: Value) => wi.mul(x1).add(wj.mul(x2)).add(bi);
    const [dL_dw1 = 0, dL_dw2 = 0, dL_db = 0] = gradient((wi, wj, bi) => square(h(wi, wj, bi).sub(y)), [w1, w2, b]);
    const [dL_dw1_deep = 0, dL_dw2_deep = 0, dL_db_deep = 0, dL_dv = 0, dL_dc = 0] = gradient(
      (wi, wj, bi, vi, ci) => square(h(wi, wj, bi).mul(vi).add(ci).sub(y)),
      [w1, w2, b, v, c],
    );
    const inside = w1 * x1 + w2 * x2 + b;
    const [to, at] = v === 0 ? [y, inside] : [y - c, v * inside];
    const L = (to * to - 2 * to * at + at * at) / (half ? 2 : 1);
    return { L, dL_dw: dL_dw1, dL_dw1, dL_dw2, dL_db, dL_dv, dL_dc, dL_dw1_deep, dL_dw2_deep, dL_db_deep };
  });
