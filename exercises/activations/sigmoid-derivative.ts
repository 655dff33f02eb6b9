/** The slope of the sigmoid: at a point, through a weight, and the places where it has a given size (example 28). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain, plusTerm } from "#lib/exercise/tex.ts";
import { logit, sigmoid, sigmoidDerivative } from "#lib/math/activations.ts";
import { gradient } from "#lib/math/autodiff.ts";

const stories = [
  "A sigmoid unit",
  "The output unit of a spam filter",
  "A gate of a recurrent network",
  "A unit that forecasts rain",
  "A unit that rates films",
] as const;

const rounded = (x: number) => Math.round(x * 1e4) / 1e4;

export default exercise({
  id: "activations/sigmoid-derivative",
  version: 1,
  title: "The derivative of the sigmoid",
  summary: "Find the slope of a sigmoid from its value, take it through a weight, and find where a slope is reached.",
  skills: ["sigmoid", "chain-rule"],
  source: { section: "5.2", examples: [28], formulas: ["sigmoid-derivative"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(4),
      /** The input of the sigmoid at level 1. */
      given: z.number(),
      w: z.number(),
      b: z.number(),
      x: z.number(),
      /** The slope of the sigmoid that belongs to the rate of change asked for at level 3. */
      rate: z.number(),
    }),
    (rng, level) => {
      const story = rng.int(0, 4);
      const sign = rng.pick([1, -1]);
      if (level === 1) return { story, given: (rng.int(25, 399) * sign) / 100, w: 0, b: 0, x: 0, rate: 0 };
      if (level === 2) {
        // In hundredths: the bias takes wx to a place where the sigmoid is not yet flat.
        const [w, x] = [rng.int(2, 9), rng.pick([15, 20, 25, 30, 40, 50]) * rng.pick([1, -1])];
        const at = rng.pick([-23, -19, -17, -13, -8, -6, 6, 8, 13, 17, 19, 23]) * 10;
        return { story, given: 0, w: (w * sign) / 10, b: (at - w * sign * x) / 100, x: x / 10, rate: 0 };
      }
      const w = rng.pick([2, 3, 4, 5, 6, 8]);
      const slope = rng.int(5, 22);
      const b = rng.int(2, 9) * rng.pick([1, -1]);
      return { story, given: 0, w, b: b / 2, x: 0, rate: (w * slope) / 100 };
    },
  )
  .prompt(({ story, given, w, b, x, rate }, level) => {
    const unit = stories[story] ?? stories[0];
    const affine = `computes $a = \\sigma(wx + b)$ with the weight $w = ${num(w)}$ and the bias $b = ${num(b)}$`;
    return {
      1: `${unit} gives $a = \\sigma(z)$. At $z = ${num(given)}$, how steep is the sigmoid? Compute **$\\sigma'(z)$**.`,
      2: `${unit} ${affine}. For the input $x = ${num(x)}$, compute its **activation** $a$, the **slope** of the sigmoid there, and the rate $da/dx$ at which $a$ changes with $x$.`,
      3: `${unit} ${affine}. At two inputs $x$ its activation changes at the rate $da/dx = ${num(rate)}$. Find the slope that the sigmoid itself has at both, and the **two inputs**, the one where the activation is above one half first.`,
    }[level];
  })
  .step("z", scalar(), ({ w, b, x }) => w * x + b, {
    label: "z",
    words: "the pre-activation z",
    hint: "Multiply the input by the weight and add the bias.",
    formula: "wx + b",
    work: ({ w, b, x }) => plusTerm(`${num(w)} \\cdot ${par(x)}`, b),
    malrules: {
      "bias-dropped": {
        value: ({ w, x }) => w * x,
        says: "This goes on from $wx$. The sigmoid is applied to $wx + b$: look where the bias went.",
      },
    },
  })
  .step("a", scalar({ without: ["exponentials"] }), (p, s) => sigmoid(placeOf(p, s)), {
    label: "a",
    words: "the activation a",
    hint: "Compute the sigmoid itself first; its slope is written with its value.",
    formula: "\\sigma(z) = \\dfrac{1}{1 + e^{-z}}",
    work: (p, s) => `\\dfrac{1}{1 + e^{${num(-placeOf(p, s))}}}`,
  })
  .step("slope", scalar({ without: ["exponentials"], workingDigits: 4 }), (_, s) => s.a * (1 - s.a), {
    label: "\\sigma'(z)",
    words: "the slope of the sigmoid",
    hint: "Multiply the value of the sigmoid by what is missing from it to one.",
    formula: "a(1 - a)",
    work: (_, s) => `${num(s.a)}\\,(1 - ${num(s.a)})`,
    malrules: {
      "slope-from-z": {
        value: (p, s) => placeOf(p, s) * (1 - placeOf(p, s)),
        says: "This is $z(1 - z)$. The slope is written with the value of the sigmoid: $a(1 - a)$ with $a = \\sigma(z)$.",
      },
      "factors-mixed": {
        value: (p, s) => s.a * (1 - placeOf(p, s)),
        says: "The second factor was made from $z$. Both factors hold the activation: $a$ and $1 - a$.",
      },
      "one-minus-square": {
        value: (_, s) => 1 - s.a ** 2,
        says: "This is $1 - a^2$, the slope of tanh. For the sigmoid it is $a(1 - a)$, at most $\\frac14$.",
      },
      "activation-alone": {
        value: (_, s) => s.a,
        says: "This goes on from the activation. The question is how steep the sigmoid is there.",
      },
    },
  })
  .step("da_dx", scalar({ workingDigits: 5 }), ({ w }, s) => w * s.slope, {
    label: "\\dfrac{da}{dx}",
    words: "the rate of change of a with x",
    hint: "By the chain rule, multiply the slope of the sigmoid by the derivative of what is inside.",
    skill: "chain-rule",
    formula: "\\sigma'(z) \\cdot \\dfrac{dz}{dx} = a(1 - a) \\cdot w",
    work: ({ w }, s) => `${num(s.slope)} \\cdot ${par(w)}`,
    malrules: {
      "weight-missing": {
        value: (_, s) => s.slope,
        says: "The inner derivative is missing: inside the sigmoid stands $wx + b$, and that changes with $x$ at the rate $w$.",
      },
      "input-for-weight": {
        value: ({ x }, s) => s.slope * x,
        says: "The factor $x$ belongs to $da/dw$. Here $x$ is what changes; what stands in front of it?",
      },
    },
  })
  .step("target", scalar(), ({ w, rate }) => rate / w, {
    label: "\\sigma'(z)",
    words: "the slope that the sigmoid has there",
    hint: "The chain rule gives the rate as the weight times the slope of the sigmoid; divide the weight away.",
    skill: "chain-rule",
    formula: "\\dfrac{1}{w} \\cdot \\dfrac{da}{dx}",
    work: ({ w, rate }) => `\\dfrac{${num(rate)}}{${num(w)}}`,
    malrules: {
      "weight-kept": {
        value: ({ rate }) => (rate < 0.245 ? rate : undefined),
        says: "This is $da/dx$. It holds the weight as a factor, which the slope of the sigmoid itself has not.",
      },
    },
  })
  .step("root", scalar(), (_, s) => Math.sqrt(1 - 4 * s.target), {
    label: "r",
    words: "the root in the quadratic formula",
    hint: "The slope is $a(1 - a)$, so $a^2 - a + \\sigma'(z) = 0$: a quadratic equation for $a$. Take the root of its discriminant.",
    formula: "\\sqrt{1 - 4\\,\\sigma'(z)}",
    work: (_, s) => `\\sqrt{1 - 4 \\cdot ${num(s.target)}}`,
    malrules: {
      "four-missing": {
        value: (_, s) => Math.sqrt(1 - s.target),
        says: "The discriminant of $a^2 - a + s$ is $1 - 4s$: the factor 4 is missing.",
      },
    },
  })
  .step("a_high", scalar(), (_, s) => (1 + s.root) / 2, {
    label: "a_1",
    words: "the larger activation",
    hint: "Take the larger solution; the smaller one is one minus it.",
    formula: "\\dfrac{1 + r}{2}",
    work: (_, s) => `\\dfrac{1 + ${num(s.root)}}{2}`,
  })
  .step("z_high", scalar({ workingDigits: 5 }), (_, s) => Math.log(s.a_high / (1 - s.a_high)), {
    label: "z_1",
    words: "the pre-activation of the larger activation",
    hint: "Undo the sigmoid. The smaller activation belongs to minus this pre-activation, since the slope is the same on both sides.",
    formula: "\\ln \\dfrac{a_1}{1 - a_1}",
    work: (_, s) => `\\ln \\dfrac{${num(s.a_high)}}{1 - ${num(s.a_high)}}`,
    malrules: {
      "odds-inverted": {
        value: (_, s) => Math.log((1 - s.a_high) / s.a_high),
        says: "The odds are upside down, so the two inputs changed places: an activation above one half has a positive $z$.",
      },
    },
  })
  .step("x_high", scalar({ workingDigits: 5 }), ({ w, b }, s) => (s.z_high - b) / w, {
    label: "x_1",
    words: "the input with the activation above one half",
    hint: "Solve for the input: take the bias off, then divide by the weight.",
    formula: "\\dfrac{z_1 - b}{w}",
    work: ({ w, b }, s) => `\\dfrac{${plusTerm(num(s.z_high), -b)}}{${num(w)}}`,
    malrules: {
      "bias-added": {
        value: ({ w, b }, s) => (s.z_high + b) / w,
        says: "The bias was added. From $z = wx + b$ it has to be taken off before the division.",
      },
      "z-for-x": {
        value: (_, s) => s.z_high,
        says: "This is the pre-activation $z$. One step is left: which input $x$ gives this $wx + b$?",
      },
    },
  })
  .step("x_low", scalar({ workingDigits: 5 }), ({ w, b }, s) => (-s.z_high - b) / w, {
    label: "x_2",
    words: "the input with the activation below one half",
    hint: "The sigmoid is as steep at minus z as at z: solve for the input once more.",
    formula: "\\dfrac{-z_1 - b}{w}",
    work: ({ w, b }, s) => `\\dfrac{${plusTerm(num(-s.z_high), -b)}}{${num(w)}}`,
    malrules: {
      "input-negated": {
        value: (_, s) => -s.x_high,
        says: "The sign of $x$ was turned round. It is $z$ that is mirrored: take $-z$, and solve $wx + b = -z$.",
      },
    },
  })
  .asks({ 1: ["slope"], 2: ["a", "slope", "da_dx"], 3: ["target", "x_high", "x_low"] })
  .figures({
    solution: (p, s) => {
      const at = p.rate > 0 ? s.z_high : placeOf(p, s);
      const slope = p.rate > 0 ? s.target : s.slope;
      const reach = Math.max(5, Math.ceil(Math.abs(at)));
      const places = Array.from({ length: 37 }, (_, i) => rounded((reach * (i - 18)) / 18));
      return {
        figure: "curves",
        alt: `The sigmoid rises from 0 to 1. Its slope is a bell with the height 0.25 above z = 0; at z = ${plain(at, 3)} and, mirrored, at z = ${plain(-at, 3)} it is ${plain(slope, 3)}.`,
        xLabel: "z",
        yLabel: "",
        curves: [
          { label: "σ′(z)", points: places.map((x) => ({ x, y: rounded(sigmoidDerivative(x)) })) },
          { label: "σ(z)", points: places.map((x) => ({ x, y: rounded(sigmoid(x)) })) },
        ],
        shaded: [],
        marks: [
          { x: at, y: slope, label: plain(slope, 3) },
          ...(p.rate > 0 ? [{ x: -at, y: slope, label: plain(slope, 3) }] : []),
        ],
      };
    },
  })
  .examples({
    "28": { level: 1, params: { story: 0, given: 2, w: 0, b: 0, x: 0, rate: 0 } },
    "28-zero": { level: 1, params: { story: 0, given: 0, w: 0, b: 0, x: 0, rate: 0 } },
    "28-5": { level: 1, params: { story: 0, given: 5, w: 0, b: 0, x: 0, rate: 0 } },
  })
  .check(({ given, w, b, x, rate }) => {
    const [atGiven = 0] = gradient((v) => v.neg().exp().add(1).pow(-1), [given]);
    const [da_dx = 0] = gradient((v) => v.mul(w).add(b).sigmoid(), [x]);
    const [inside = 0] = gradient((v) => v.sigmoid(), [x * w + b]);
    if (rate === 0) return { a: 1 / (1 + Math.exp(-b - w * x)), slope: w === 0 ? atGiven : inside, da_dx };
    // The slope is 1 / (2 + 2 cosh z): solved for z by arcosh, without the activation.
    const z = Math.acosh(w / (2 * rate) - 1);
    return { target: logit(sigmoid(rate / w)), x_high: (z - b) / w, x_low: -(z + b) / w };
  });

/** Where the slope is asked for: as given, or as the unit makes it. */
function placeOf({ given, w }: { given: number; w: number }, s: { z: number }): number {
  return w === 0 ? given : s.z;
}
