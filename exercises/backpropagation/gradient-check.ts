/** Gradients checked by central differences, and what a gradient that fails the check says of the code (beyond §6.1). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { choice, scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plusTerm, row } from "#lib/exercise/tex.ts";
import { gradient } from "#lib/math/autodiff.ts";
import { scale, subtract, type Vector } from "#lib/math/vector.ts";

const stories = [
  "Backpropagation has been written by hand, and its gradient is checked.",
  "A new layer has been added to a library, and its gradient is checked.",
  "A training run does not get better, so the gradient is checked.",
  "Before a long training run, the gradient is checked.",
] as const;

/** What may have gone wrong with one weight, and by how much its gradient is off: what backpropagation gave is so many times the truth. */
const bugs = {
  sign: "The sign is wrong: target minus output was taken.",
  "factor-two": "The factor 2 from the square was left out.",
  input: "The factor $x_j$, the activation that the weight multiplies, was left out.",
  "input-squared": "The factor $x_j$, the activation that the weight multiplies, was put in twice.",
} as const;
type Bug = keyof typeof bugs;
const bugIds = ["sign", "factor-two", "input", "input-squared"] as const satisfies readonly Bug[];
const weights = ["first", "second", "third"] as const;

const numbers = z.array(z.number());
const params = z.object({
  story: z.int().min(0).max(3),
  h: z.number().positive(),
  /** The losses with each weight moved up and down by h, and with none moved; empty at level 2. */
  up: numbers,
  down: numbers,
  middle: z.number(),
  /** The model of level 2. */
  w: z.number(),
  x: z.number(),
  y: z.number(),
  /** The inputs of the weights and the gradient that backpropagation gave, at level 3. */
  inputs: numbers,
  backprop: numbers,
});

const lossAt = (p: { x: number; y: number }, w: number) => (w * w * p.x - p.y) ** 2;

export default exercise({
  id: "backpropagation/gradient-check",
  version: 1,
  title: "Checking a gradient",
  summary: "Approximate a gradient by central differences, and find the bug in one that does not agree.",
  skills: ["gradient-checking", "difference-quotients", "chain-rule"],
  source: { section: "6.1" },
})
  .params(params, (rng, level) => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const story = rng.int(0, 3);
    const none = { up: [], down: [], middle: 0, w: 0, x: 0, y: 0, inputs: [], backprop: [] };
    if (level === 2) {
      // The weight in tenths, the error in hundredths; the target is what makes it.
      const [w, x, error] = [rng.pick([11, 12, 13, 14, 16, 17, 18, 19]), rng.int(2, 5), signed(rng.int(12, 29) * 10)];
      return { ...none, story, h: 0.1, w: w / 10, x, y: (w * w * x - error) / 100 };
    }
    // Losses in millionths, as sums of a slope, a curvature and a third derivative, with h = 1/100.
    const loss = rng.int(45, 75);
    const made = rng.list(level === 1 ? 1 : 3, () => {
      const [slope, bend, third] = [signed(rng.int(12, 29)), rng.int(11, 39), signed(rng.int(2, 9))];
      const at = (side: number) => (10_000 * loss + side * 1000 * slope + 100 * bend + side * third) / 1_000_000;
      return { slope: slope / 10, up: at(1), down: at(-1) };
    });
    const shared = { up: made.map(({ up }) => up), down: made.map(({ down }) => down), middle: loss / 100 };
    if (level === 1) return { ...none, ...shared, story, h: 0.01 };
    const inputs = rng.shuffle([3, 4, 5, 6]).slice(0, 3);
    const [wrong, bug] = [rng.int(0, 2), rng.pick(bugIds)];
    const backprop = made.map(({ slope }, j) => {
      const x = inputs[j] ?? 1;
      // To four digits, as a program might print it.
      const given = {
        sign: -slope,
        "factor-two": slope / 2,
        input: Math.round((1000 * slope) / x) / 1000,
        "input-squared": (slope * 10 * x) / 10,
      };
      return j === wrong ? given[bug] : slope;
    });
    return { ...none, ...shared, story, h: 0.01, inputs, backprop: backprop.map((g) => Math.round(1000 * g) / 1000) };
  })
  .prompt(({ story, h, up, down, middle, w, x, y, inputs, backprop }, level) => {
    const rows = (heads: readonly string[], ...lines: readonly (readonly string[])[]) =>
      [heads, heads.map(() => "--:"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
    if (level === 1)
      return `${stories[story]} The loss $L$ was computed with one weight as it is, and with that weight moved by $h = ${num(h)}$ to either side:\n\n${rows(["$L(w - h)$", "$L(w)$", "$L(w + h)$"], [plain(down[0] ?? 0), plain(middle), plain(up[0] ?? 0)])}\n\nApproximate $\\partial L/\\partial w$ by the **central difference**.`;
    if (level === 2)
      return `${stories[story]} The model predicts $\\hat y = w^2 x$, and its loss is $L(w) = (w^2 x - y)^2$. The input is $x = ${num(x)}$, the target $y = ${num(y)}$ and the weight $w = ${num(w)}$.\n\nApproximate $\\partial L/\\partial w$ by the **central difference** with $h = ${num(h)}$, and compute the **true derivative** at that weight, which backpropagation has to give.`;
    return `${stories[story]} Three weights of a network, each of another unit, are looked at. Weight $w_j$ multiplies an activation $x_j$, so that its gradient is $\\delta_j x_j$ with the delta of its unit; the activations are $x = ${row(inputs)}$. The loss is the squared error ${plain(middle)} of one sample; with one weight moved by $h = ${num(h)}$ and the others as they are it becomes\n\n${rows(["", "$w_1$", "$w_2$", "$w_3$"], ["$w_j - h$", ...down.map((v) => plain(v))], ["$w_j + h$", ...up.map((v) => plain(v))])}\n\nBackpropagation gave the gradient $g = ${row(backprop)}$. The code has a line for each of the weights, and one line has a bug.\n\nApproximate the gradient by **central differences**. **Which weight** has the wrong gradient, and **which bug** explains it?`;
  })
  .step(
    "numeric_1",
    scalar({ rule: { digits: 3 } }),
    ({ up: [up = 0], down: [down = 0], h }) => (up - down) / (2 * h),
    {
      label: "d",
      words: "the central difference",
      hint: "Divide the change of the loss by how far apart the two weights are, from one side to the other.",
      formula: "\\dfrac{L(w + h) - L(w - h)}{2h}",
      work: ({ up: [up = 0], down: [down = 0], h }) => `\\dfrac{${num(up)} - ${num(down)}}{2 \\cdot ${num(h)}}`,
      malrules: {
        "h-for-two-h": {
          value: ({ up: [up = 0], down: [down = 0], h }) => (up - down) / h,
          says: "This was divided by $h$. Between $w - h$ and $w + h$ there are $2h$.",
        },
        "one-sided": {
          value: ({ up: [up = 0], middle, h }) => (up - middle) / h,
          says: "This is the one-sided difference, from $w$ to $w + h$. The central one goes from $w - h$ to $w + h$, and is far more accurate.",
        },
        "sides-reversed": {
          value: ({ up: [up = 0], down: [down = 0], h }) => (down - up) / (2 * h),
          says: "The sign is turned round: take the loss on the left from the loss on the right.",
        },
      },
    },
  )
  .step("right", scalar({ workingDigits: 6 }), (p) => lossAt(p, p.w + p.h), {
    label: "L(w + h)",
    words: "the loss to the right",
    hint: "Put the weight moved up by h into the loss.",
    skill: "difference-quotients",
    formula: "((w + h)^2 x - y)^2",
    work: ({ w, h, x, y }) => `(${plusTerm(`${num(w + h)}^2 \\cdot ${num(x)}`, -y)})^2`,
  })
  .step("left", scalar({ workingDigits: 6 }), (p) => lossAt(p, p.w - p.h), {
    label: "L(w - h)",
    words: "the loss to the left",
    hint: "Put the weight moved down by h into the loss.",
    skill: "difference-quotients",
    formula: "((w - h)^2 x - y)^2",
    work: ({ w, h, x, y }) => `(${plusTerm(`${num(w - h)}^2 \\cdot ${num(x)}`, -y)})^2`,
  })
  .step("difference", scalar({ rule: { digits: 4 }, workingDigits: 6 }), ({ h }, s) => (s.right - s.left) / (2 * h), {
    label: "d",
    words: "the central difference",
    hint: "Divide the change of the loss by how far apart the two weights are, from one side to the other.",
    formula: "\\dfrac{L(w + h) - L(w - h)}{2h}",
    work: ({ h }, s) => `\\dfrac{${num(s.right)} - ${num(s.left)}}{2 \\cdot ${num(h)}}`,
    malrules: {
      "h-for-two-h": {
        value: ({ h }, s) => (s.right - s.left) / h,
        says: "This was divided by $h$. Between $w - h$ and $w + h$ there are $2h$.",
      },
      "one-sided": {
        value: (p, s) => (s.right - lossAt(p, p.w)) / p.h,
        says: "This is the one-sided difference, from $w$ to $w + h$. The central one goes from $w - h$ to $w + h$.",
      },
      "sides-reversed": {
        value: ({ h }, s) => (s.left - s.right) / (2 * h),
        says: "The sign is turned round: take the loss on the left from the loss on the right.",
      },
    },
  })
  .step("true_slope", scalar({ rule: { digits: 4 } }), ({ w, x, y }) => 2 * (w * w * x - y) * 2 * w * x, {
    label: "\\dfrac{\\partial L}{\\partial w}",
    words: "the true derivative",
    hint: "Use the chain rule twice: the square outside, and the square of the weight inside.",
    skill: "chain-rule",
    formula: "2(w^2 x - y) \\cdot 2wx",
    work: ({ w, x, y }) =>
      `2 (${plusTerm(`${num(w)}^2 \\cdot ${num(x)}`, -y)}) \\cdot 2 \\cdot ${num(w)} \\cdot ${par(x)}`,
    malrules: {
      "inner-missing": {
        value: ({ w, x, y }) => 2 * (w * w * x - y),
        says: "The inner derivative is missing: the prediction $w^2 x$ changes with $w$ at the rate $2wx$.",
      },
      "weight-not-squared": {
        value: ({ w, x, y }) => 2 * (w * w * x - y) * x,
        says: "The prediction was differentiated as if it were $wx$. It is $w^2 x$, whose derivative by $w$ is $2wx$.",
      },
      "factor-two": {
        value: ({ w, x, y }) => (w * w * x - y) * 2 * w * x,
        says: "The factor 2 from the outer square is missing; the 2 of $2wx$ comes from the inner one.",
      },
    },
  })
  .step("numeric", vector(), ({ up, down, h }) => scale(1 / (2 * h), subtract(up, down)), {
    label: "d",
    words: "the gradient by central differences",
    hint: "For each weight by itself, divide the change of the loss by how far it was moved in all.",
    formula: "\\dfrac{L(w_j + h) - L(w_j - h)}{2h}",
    work: ({ up, down, h }) => column(up.map((v, j) => `(${num(v)} - ${num(down[j] ?? 0)}) / ${num(2 * h)}`)),
    malrules: {
      "h-for-two-h": {
        value: ({ up, down, h }) => scale(1 / h, subtract(up, down)),
        says: "This was divided by $h$. Between $w_j - h$ and $w_j + h$ there are $2h$.",
      },
      "one-sided": {
        value: ({ up, middle, h }) => up.map((v) => (v - middle) / h),
        says: "These are one-sided differences, from $w_j$ to $w_j + h$. Central ones go from $w_j - h$ to $w_j + h$.",
      },
    },
  })
  .step("ratios", vector(), ({ backprop }, s) => backprop.map((g, j) => g / (s.numeric[j] ?? 1)), {
    label: "q",
    words: "the gradient of backpropagation, measured by the central differences",
    hint: "Divide what backpropagation gave by the central differences, entry by entry. Where it is right the ratio is close to 1.",
    formula: "g_j / d_j",
    work: ({ backprop }, s) => column(backprop.map((g, j) => `${num(g)} / ${par(s.numeric[j] ?? 0)}`)),
  })
  .step(
    "wrong",
    choice(weights.map((id, j) => ({ id, text: `$w_${j + 1}$` }))),
    (_, s) => weights[farthest(s.ratios)] ?? "first",
    {
      label: "\\text{wrong gradient}",
      words: "the weight with the wrong gradient",
      hint: "Find the entry where the two gradients are far apart.",
      formula: "\\text{where } g_j / d_j \\text{ is far from } 1",
      malrules: {
        "largest-gradient": {
          value: ({ backprop }) => {
            const sizes = backprop.map(Math.abs);
            return weights[sizes.indexOf(Math.max(...sizes))];
          },
          says: "This is the largest gradient. Large is not wrong: compare each with the central difference of its own weight.",
        },
        "smallest-gradient": {
          value: ({ backprop }) => {
            const sizes = backprop.map(Math.abs);
            return weights[sizes.indexOf(Math.min(...sizes))];
          },
          says: "This is the smallest gradient. Small is not wrong: compare each with the central difference of its own weight.",
        },
      },
    },
  )
  .step(
    "bug",
    choice(bugIds.map((id) => ({ id, text: bugs[id] }))),
    ({ inputs }, s) => {
      const at = farthest(s.ratios);
      return bugOf(s.ratios[at] ?? 1, inputs[at] ?? 1);
    },
    {
      label: "\\text{bug}",
      words: "the bug that explains it",
      hint: "By which factor is the wrong gradient off? Compare it with −1, with ½, and with the activation of that weight.",
      formula: "g_j / d_j \\text{ for that weight}",
      malrules: {
        "ratio-inverted": {
          value: ({ inputs }, s) => {
            const at = farthest(s.ratios);
            const is = bugOf(s.ratios[at] ?? 1, inputs[at] ?? 1);
            return is === "input" ? "input-squared" : is === "input-squared" ? "input" : undefined;
          },
          says: "The ratio was read the other way round: is the gradient that backpropagation gave too large or too small?",
        },
        "sign-not-seen": {
          value: ({ inputs }, s) => {
            const at = farthest(s.ratios);
            return bugOf(s.ratios[at] ?? 1, inputs[at] ?? 1) === "sign" ? "factor-two" : undefined;
          },
          says: "Compare sizes and signs: here the two gradients have the same size.",
        },
        "any-small-factor": {
          value: ({ inputs }, s) => {
            const at = farthest(s.ratios);
            const is = bugOf(s.ratios[at] ?? 1, inputs[at] ?? 1);
            return is === "factor-two" ? "input" : is === "input" ? "factor-two" : undefined;
          },
          says: "Something is missing from the gradient, but this factor does not fit: compute by how much it is off.",
        },
      },
    },
  )
  .asks({ 1: ["numeric_1"], 2: ["difference", "true_slope"], 3: ["numeric", "wrong", "bug"] })
  .figures({
    solution: ({ h, up, w, x, y }, s) => {
      if (up.length > 0) return undefined;
      const at = (v: number) => Math.round(1e4 * lossAt({ x, y }, v)) / 1e4;
      const points = Array.from({ length: 31 }, (_, i) => Math.round(1e4 * (w + (h * (i - 15)) / 7.5)) / 1e4);
      const marks = [w - h, w + h].map((v, i) => ({
        x: Math.round(1e4 * v) / 1e4,
        y: at(v),
        label: ["w − h", "w + h"][i] ?? "",
      }));
      return {
        figure: "curve",
        alt: `The loss against the weight around ${plain(w)}, with the points at ${marks.map((mark) => `${plain(mark.x)} and the loss ${plain(mark.y, 5)}`).join(", and at ")}. The line through them has the slope ${plain(s.difference, 5)}; the curve itself has the slope ${plain(s.true_slope, 5)} at the weight.`,
        ...{ xLabel: "weight", yLabel: "loss", points: points.map((v) => ({ x: v, y: at(v) })), marks },
      };
    },
  })
  .check(({ h, up, down, w, x, y, inputs, backprop }) => {
    if (up.length === 0) {
      // The error of the central difference is known: h²/6 of the third derivative, 24·w·x², which for this loss is all.
      const [slope = 0] = gradient((v) => v.pow(2).mul(x).sub(y).pow(2), [w]);
      return { difference: slope + 4 * w * x * x * h * h, true_slope: slope };
    }
    const exact = (v: number) => new Fraction(String(v));
    const numeric = up.map((v, j) =>
      exact(v)
        .sub(exact(down[j] ?? 0))
        .div(exact(h).mul(2)),
    );
    // The bug by trying each of them out: which of them, and where, leads from the differences to what was given?
    const tried = numeric.flatMap((d, j) =>
      bugIds.map((bug) => {
        const [truth, input] = [d.valueOf(), inputs[j] ?? 1];
        const given = { sign: -truth, "factor-two": truth / 2, input: truth / input, "input-squared": truth * input }[
          bug
        ];
        return { bug, wrong: weights[j] ?? "first", miss: Math.abs(given / (backprop[j] ?? 1) - 1) };
      }),
    );
    const best = tried.reduce((one, other) => (other.miss < one.miss ? other : one), {
      bug: "sign",
      wrong: "w_1",
      miss: 9,
    });
    const values = numeric.map((d) => d.valueOf());
    return { numeric_1: values[0] ?? 0, numeric: values, wrong: best.wrong, bug: best.bug };
  });

/** Where the ratio is farthest from 1, as a factor. */
function farthest(ratios: Vector): number {
  const off = ratios.map((q) => (q <= 0 ? Number.POSITIVE_INFINITY : Math.abs(Math.log(q))));
  return off.indexOf(Math.max(...off));
}

/** The bug that is nearest to a ratio. */
function bugOf(ratio: number, input: number): Bug {
  if (ratio < 0) return "sign";
  if (ratio > 1) return "input-squared";
  return ratio > (1 / 2 + 1 / input) / 2 ? "factor-two" : "input";
}
