/** Reading curves: which activation it is, which curve is its derivative, and the weight and bias of a unit (§5.2). */
import { z } from "zod";
import { exercise, type Malrule } from "#lib/exercise/exercise.ts";
import type { Figure } from "#lib/exercise/figure.ts";
import { choice, scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain } from "#lib/exercise/tex.ts";
import { sigmoid, sigmoidDerivative, tanh, tanhDerivative } from "#lib/math/activations.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";

const functions = [
  { id: "identity", text: "identity, $f(x) = x$" },
  { id: "leaky", text: "leaky ReLU" },
  { id: "relu", text: "ReLU" },
  { id: "sigmoid", text: "sigmoid" },
  { id: "tanh", text: "tanh" },
] as const;
const ids = ["identity", "leaky", "relu", "sigmoid", "tanh"] as const;
type Id = (typeof ids)[number];
const letters = ["A", "B", "C"] as const;

const params = z.object({
  function: z.enum(ids),
  /** The slope of the leaky ReLU left of its kink. */
  alpha: z.number(),
  from: z.number(),
  to: z.number(),
  /** The order of the options. */
  options: z.array(z.enum(ids)),
  /** At level 2: the functions whose derivatives are the curves A, B and C. */
  slopes: z.array(z.enum(ids)),
  /** At level 3: where the inside of the unit is 0, and the slope of the curve where it is steepest. */
  centre: z.number(),
  steepest: z.number(),
});
type Params = z.infer<typeof params>;

const rounded = (x: number) => Math.round(x * 1e4) / 1e4;
const grid = (from: number, to: number, n = 37) =>
  Array.from({ length: n }, (_, i) => rounded(from + ((to - from) * i) / (n - 1)));

const height = (id: Id, alpha: number, x: number): number =>
  ({ identity: x, leaky: x > 0 ? x : alpha * x, relu: Math.max(0, x), sigmoid: sigmoid(x), tanh: tanh(x) })[id];
const isSmooth = (id: Id) => id === "sigmoid" || id === "tanh";

/** The curve of f(w·x + b) for w·(x − centre) inside; a kink needs its corner alone. */
const curveOf = ({ alpha, from, to, centre }: Params, id: Id, w: number) =>
  (isSmooth(id) ? grid(from, to) : [from, centre, to]).map((x) => ({
    x,
    y: rounded(height(id, alpha, w * (x - centre))),
  }));

/** The curve of the derivative; a jump is drawn as a vertical line. */
function slopeOf({ alpha, from, to }: Params, id: Id) {
  if (id === "sigmoid") return grid(from, to).map((x) => ({ x, y: rounded(sigmoidDerivative(x)) }));
  if (id === "tanh") return grid(from, to).map((x) => ({ x, y: rounded(tanhDerivative(x)) }));
  const left = { identity: 1, leaky: alpha, relu: 0 }[id];
  return [
    { x: from, y: left },
    { x: 0, y: left },
    { x: 0, y: 1 },
    { x: to, y: 1 },
  ];
}

/** What one sees of the curves, without their names. */
const seen: Readonly<Record<Id, (alpha: number) => string>> = {
  identity: () => "a straight line through the origin that rises by 1 for each step of 1",
  leaky: (alpha) =>
    `two straight pieces that meet at the origin; it rises by ${plain(alpha)} for each step of 1 on the left, and by 1 on the right`,
  relu: () => "a line at height 0 up to x = 0, and from there a straight line that rises by 1 for each step of 1",
  sigmoid: () => "a smooth S that comes from 0 on the left, passes 0.5 at x = 0, and goes to 1 on the right",
  tanh: () => "a smooth S that comes from −1 on the left, passes 0 at x = 0, and goes to 1 on the right",
};
const seenSlope: Readonly<Record<Id, (alpha: number) => string>> = {
  identity: () => "has the height 1 everywhere",
  leaky: (alpha) => `has the height ${plain(alpha)} left of x = 0 and 1 right of it`,
  relu: () => "has the height 0 left of x = 0 and 1 right of it",
  sigmoid: () => "is a bell with the height 0.25 above x = 0",
  tanh: () => "is a bell with the height 1 above x = 0",
};

/** What to look at where this function was chosen wrongly. */
const compared: Readonly<Record<Id, string>> = {
  identity:
    "The identity gives back what it is given: one straight line, without a bend. Look at both halves of the curve.",
  leaky:
    "A leaky ReLU has a kink, and to the side of the small slope it still leaves 0. Look at that half of the curve.",
  relu: "ReLU has a kink, and on one side of it the value is 0. Look at that half of the curve.",
  sigmoid: "The sigmoid runs between 0 and 1 and is ½ where its input is 0. Look at the heights of the curve.",
  tanh: "The tanh runs between −1 and 1 and is 0 where its input is 0. Look at the heights of the curve.",
};
const comparedSlope: Readonly<Record<Id, string>> = {
  identity: "This curve would mean a slope of 1 everywhere. Follow $f$ from left to right: is it as steep everywhere?",
  leaky: "This curve would mean a small slope left of 0, but not none. How does $f$ go on to the left?",
  relu: "This curve would mean that $f$ is flat left of 0 and rises with slope 1 right of it. Compare with both halves of $f$.",
  sigmoid: "This curve would mean that the slope of $f$ is ¼ at most, and is that at 0. How steep is $f$ at 0?",
  tanh: "This curve would mean a slope of 1 at 0 that fades to both sides. How steep is $f$ at 0, and far out?",
};

const chosen: Record<string, Malrule<Params, unknown, Id>> = Object.fromEntries(
  ids.map((id) => [`chose-${id}`, { value: (p: Params) => (p.function === id ? undefined : id), says: compared[id] }]),
);
const letterOf = ({ slopes }: Params, id: Id) => letters[slopes.indexOf(id)];
const chosenSlope: Record<string, Malrule<Params, unknown, string>> = Object.fromEntries(
  ids.map((id) => [
    `slope-of-${id}`,
    { value: (p: Params) => (p.function === id ? undefined : letterOf(p, id)), says: comparedSlope[id] },
  ]),
);

export default exercise({
  id: "activations/activation-graphs",
  version: 1,
  title: "Curves of activation functions",
  summary:
    "Recognise an activation by its curve and its derivative, and read the weight and bias of a unit off a curve.",
  skills: ["choosing-activations", "chain-rule"],
  source: { section: "5.2", formulas: ["sigmoid", "tanh", "relu", "leaky-relu"] },
})
  .params(params, (rng, level) => {
    const alpha = rng.pick([0.1, 0.2, 0.3]);
    const options = rng.shuffle(ids);
    if (level < 3) {
      const id = rng.pick(ids);
      const others = rng.shuffle(ids.filter((other) => other !== id)).slice(0, 2);
      const slopes = level === 2 ? rng.shuffle([id, ...others]) : [];
      const range = { from: -rng.int(8, 14) / 2, to: rng.int(8, 14) / 2 };
      return { function: id, alpha, ...range, options, slopes, centre: 0, steepest: 1 };
    }
    const id = rng.pick<Id>(["leaky", "relu", "sigmoid", "tanh"]);
    const size = rng.pick([0.3, 0.4, 0.5, 0.6, 0.75, 0.8, 1.2, 1.25, 1.5]);
    const steepest = size * rng.pick([1, -1]);
    const centre = rng.pick([1.5, 2, 2.5, 3, 3.5, 4]) * rng.pick([1, -1]);
    // As wide as the unit needs to be seen from end to end.
    const w = id === "sigmoid" ? 4 * size : size;
    const reach = Math.ceil(5 / w);
    return {
      ...{ function: id, alpha, from: centre - reach, to: centre + reach, options, slopes: [] },
      ...{ centre, steepest },
    };
  })
  .prompt(
    (p, level) =>
      ({
        1: "The figure shows one of the usual activation functions. **Which one** is it?",
        2: "The figure shows an activation function $f$, and three more curves, **A**, **B** and **C**. One of these is the **derivative** of $f$. Which function is $f$, and which curve is its derivative?",
        3: `The figure shows what a unit gives for its input $x$: $a = f(wx + b)$. At the marked point, $x = ${num(p.centre)}$, the inside $wx + b$ is 0. Where the curve is steepest, its slope is $${num(p.steepest)}$.\n\n**Which activation** $f$ is it (leaky ReLU with a slope less than 1 for negative inputs), and what are the **weight** $w$ and the **bias** $b$?`,
      })[level],
  )
  .step("function", choice(functions), (p) => p.function, {
    label: "f",
    words: "the activation function",
    hint: "Look at both ends of the curve, at its height in the middle, and for a kink.",
    formula: "\\text{the function with these ends, this middle and this shape}",
    lists: (p) => p.options,
    malrules: chosen,
  })
  .step(
    "derivative",
    choice(letters.map((id) => ({ id, text: `curve ${id}` }))),
    (p) => letterOf(p, p.function) ?? "A",
    {
      label: "f'",
      words: "the curve of the derivative",
      hint: "Follow f from left to right: where is it flat, where is it steepest, and how steep is it there?",
      formula: "\\text{the curve as high as } f \\text{ is steep}",
      malrules: chosenSlope,
    },
  )
  .step(
    "weight",
    scalar({ rule: { exact: true } }),
    (p, s) => (s.function === "sigmoid" ? 4 * p.steepest : p.steepest),
    {
      label: "w",
      words: "the weight of the unit",
      hint: "By the chain rule the slope of the curve is the weight times the slope of f; put in how steep f is at its steepest.",
      skill: "chain-rule",
      formula: "\\dfrac{\\text{slope of the curve}}{\\text{slope of } f}",
      work: (p) => `\\dfrac{${num(p.steepest)}}{${p.function === "sigmoid" ? "0.25" : "1"}}`,
      malrules: {
        "quarter-forgotten": {
          value: (p) => (p.function === "sigmoid" ? p.steepest : undefined),
          says: "The slope was taken for the weight. The sigmoid itself is not as steep as 1: how steep is it at 0?",
        },
        "quarter-everywhere": {
          value: (p) => (p.function === "sigmoid" ? undefined : 4 * p.steepest),
          says: "The factor 4 belongs to the sigmoid, whose largest slope is ¼. How steep is this function at its steepest?",
        },
        "quarter-the-wrong-way": {
          value: (p) => (p.function === "sigmoid" ? p.steepest / 4 : undefined),
          says: "The quarter was multiplied. The slope of the curve is $w \\cdot \\frac14$: solve that for $w$.",
        },
        "sign-lost": {
          value: (p, s) => (p.steepest < 0 ? (s.function === "sigmoid" ? -4 * p.steepest : -p.steepest) : undefined),
          says: "The curve falls as $x$ grows, or rises to the left. What does that say of the sign of the weight?",
        },
      },
    },
  )
  .step("bias", scalar({ rule: { exact: true } }), (p, s) => 0 - s.weight * p.centre, {
    label: "b",
    words: "the bias of the unit",
    hint: "At the marked point $x_0$ the inside is 0: $w x_0 + b = 0$. Solve that for the bias.",
    formula: "-\\,w\\,x_0",
    work: (p, s) => `-${par(s.weight)} \\cdot ${par(p.centre)}`,
    malrules: {
      "sign-turned": {
        value: (p, s) => s.weight * p.centre,
        says: "Put your numbers in: at the marked point, $wx + b$ must be 0. Look at the sign of $b$.",
      },
      "weight-left-out": {
        value: (p) => -p.centre,
        says: "The curve is moved by $-b/w$, not by $-b$: the weight has its part in the place of the middle.",
      },
      "place-for-bias": {
        value: (p) => p.centre,
        says: "This is where the marked point is. The bias is what makes $wx + b$ zero there.",
      },
    },
  })
  .asks({ 1: ["function"], 2: ["function", "derivative"], 3: ["function", "weight", "bias"] })
  .figures({ prompt: picture })
  .check((p) => {
    // The function is told from the drawn points alone: by their bounds, and by the pieces of the straight ones.
    const figure = picture(p);
    const points =
      figure.figure === "curves" ? (figure.curves[0]?.points ?? []) : figure.figure === "curve" ? figure.points : [];
    const ys = points.map(({ y }) => y);
    const [low, high] = [Math.min(...ys), Math.max(...ys)];
    const pieces = points.slice(1).map((q, i) => Math.abs((q.y - (points[i]?.y ?? 0)) / (q.x - (points[i]?.x ?? 0))));
    const flattest = Math.min(...pieces);
    const bounded: Id = low < -0.5 ? "tanh" : "sigmoid";
    const straight: Id = flattest === 0 ? "relu" : flattest === Math.max(...pieces) ? "identity" : "leaky";
    const id = high < 1.01 && low > -1.01 ? bounded : straight;
    // Its slopes by autodiff, held against the heights of the curves right and left of the middle.
    const f = (v: Value): Value =>
      ({
        identity: () => v.mul(1),
        leaky: () => v.mul(p.alpha).add(v.relu().mul(1 - p.alpha)),
        relu: () => v.relu(),
        sigmoid: () => v.sigmoid(),
        tanh: () => v.tanh(),
      })[id]();
    const slopeAt = (x: number) => gradient(f, [x])[0] ?? 0;
    const fits = p.slopes.map((other) =>
      slopeOf(p, other).every(({ x, y }) => x === 0 || Math.abs(slopeAt(x) - y) < 1e-3),
    );
    const weight = p.steepest / slopeAt(1e-12);
    return { function: id, derivative: letters[fits.indexOf(true)] ?? "", weight, bias: -p.centre * weight };
  });

/** The curve, with three more beside it at level 2 and its middle marked at level 3. */
function picture(p: Params): Figure {
  const { function: id, alpha, from, to, slopes, centre, steepest } = p;
  const axes = { xLabel: "x", yLabel: slopes.length > 0 ? "" : "f(x)" };
  if (slopes.length > 0) {
    const told = slopes.map((other, i) => `curve ${letters[i]} ${seenSlope[other](alpha)}`).join("; ");
    const others = slopes.map((other, i) => ({ label: letters[i] ?? "", points: slopeOf(p, other) }));
    return {
      figure: "curves",
      alt: `Four curves. Curve f is ${seen[id](alpha)}; ${told}.`,
      ...axes,
      curves: [{ label: "f", points: curveOf(p, id, 1) }, ...others],
      shaded: [],
      marks: [],
    };
  }
  if (centre === 0)
    return { figure: "curve", alt: `The curve is ${seen[id](alpha)}.`, ...axes, points: curveOf(p, id, 1), marks: [] };
  const points = curveOf(p, id, id === "sigmoid" ? 4 * steepest : steepest);
  const [first, last] = [points[0]?.y ?? 0, points.at(-1)?.y ?? 0];
  const middle = id === "sigmoid" ? 0.5 : 0;
  return {
    figure: "curve",
    alt: `The curve, ${isSmooth(id) ? "a smooth S" : "two straight pieces"}, goes from the height ${plain(first, 2)} at x = ${plain(from)} to ${plain(last, 2)} at x = ${plain(to)}. Its marked point, ${isSmooth(id) ? "the middle" : "a kink"}, is at x = ${plain(centre)} and has the height ${plain(middle)}.`,
    ...{ ...axes, yLabel: "a" },
    points,
    marks: [{ x: centre, y: middle, label: `x = ${plain(centre)}` }],
  };
}
