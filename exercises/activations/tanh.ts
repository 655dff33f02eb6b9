/** The hyperbolic tangent: by its definition, by the sigmoid, and a tanh unit rebuilt from a sigmoid unit (example 29). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain, plusTerm, terms } from "#lib/exercise/tex.ts";
import { sigmoid } from "#lib/math/activations.ts";

const stories = [
  { given: "A tanh unit receives", unit: "A hidden unit" },
  { given: "The tanh in a recurrent cell receives", unit: "The cell of a recurrent network" },
  { given: "A rudder is steered by the tanh of", unit: "A unit that steers a rudder" },
  { given: "A mood score is the tanh of", unit: "A unit that scores the mood of a review" },
  { given: "A pixel’s brightness is the tanh of", unit: "A unit that paints a pixel" },
] as const;

const rounded = (x: number) => Math.round(x * 1e4) / 1e4;

export default exercise({
  id: "activations/tanh",
  version: 1,
  title: "The hyperbolic tangent",
  summary: "Compute tanh by its definition and by the sigmoid, and build a tanh unit out of a sigmoid unit.",
  skills: ["tanh", "sigmoid"],
  source: { section: "5.2", examples: [29], formulas: ["tanh"] },
})
  .params(
    z.object({
      story: z.int().min(0).max(4),
      /** The input of the tanh at level 1. */
      given: z.number(),
      w: z.array(z.number()),
      x: z.array(z.number()),
      b: z.number(),
      /** At level 3: the weight and the bias of the unit on top. */
      v: z.number(),
      c: z.number(),
    }),
    (rng, level) => {
      const story = rng.int(0, 4);
      const sign = () => rng.pick([1, -1]);
      if (level === 1) return { story, given: (rng.int(25, 219) * sign()) / 100, w: [], x: [], b: 0, v: 0, c: 0 };
      // In tenths; the bias takes the weighted sum to a place where the tanh is not yet flat.
      const w = level === 2 ? [rng.int(2, 9) * sign(), rng.int(2, 9) * sign()] : [rng.int(2, 9) * sign()];
      const x = rng.shuffle([2, 3, 4, 5, 6]).slice(0, w.length);
      const wx = w.reduce((total, wi, i) => total + wi * (x[i] ?? 0), 0);
      const places = level === 2 ? [-14, -12, -9, -7, -4, 4, 7, 9, 12, 14] : [-8, -7, -6, -5, -4, 4, 5, 6, 7, 8];
      const at = rng.shuffle(places).find((t) => Math.abs(t - wx) > 1) ?? 7;
      return {
        story,
        given: 0,
        w: w.map((t) => t / 10),
        x,
        b: (at - wx) / 10,
        v: level === 3 ? rng.pick([2, 4, 6, 8]) * sign() : 0,
        c: level === 3 ? rng.pick([3, 5, 7, 9]) * sign() : 0,
      };
    },
  )
  .prompt(({ story, given, w, x, b, v, c }, level) => {
    const { given: receives, unit } = stories[story] ?? stories[0];
    return {
      1: `${receives} $z = ${num(given)}$. Compute $t = \\tanh(z)$ from powers of $e$.`,
      2: `${unit} computes $t = \\tanh(z)$ with $z = w_1x_1 + w_2x_2 + b$, where $w = (${listOf(w)})$, $x = (${listOf(x)})$ and $b = ${num(b)}$. On its chip there is only a sigmoid: compute first **the sigmoid** $s$ from which the tanh follows, and then **$t$**.`,
      3: `${unit} computes $t = \\tanh(wx + b)$, and the next one $y = vt + c$, with\n\n$$w = ${num(w[0] ?? 0)}, \\quad b = ${num(b)}, \\quad v = ${num(v)}, \\quad c = ${num(c)}$$\n\nThe tanh is to be replaced by a sigmoid, so that $y = v'\\,\\sigma(w'x + b') + c'$ is the same for every $x$. Find **$w'$, $b'$, $v'$ and $c'$**, and compute $y$ for $x = ${num(x[0] ?? 0)}$.`,
    }[level];
  })
  .step("z", scalar(), ({ w, x, b }) => w.reduce((total, wi, i) => total + wi * (x[i] ?? 0), b), {
    label: "z",
    words: "the pre-activation z",
    hint: "Multiply each input by its weight, add up, and add the bias.",
    formula: "w_1x_1 + w_2x_2 + b",
    work: ({ w, x, b }) => plusTerm(w.map((wi, i) => `${par(wi)} \\cdot ${par(x[i] ?? 0)}`).join(" + "), b),
    malrules: {
      "bias-dropped": {
        value: ({ w, x }) => w.reduce((total, wi, i) => total + wi * (x[i] ?? 0), 0),
        says: "This goes on without the bias, which belongs to the pre-activation: $w_1x_1 + w_2x_2 + b$.",
      },
    },
  })
  .step("up", scalar(), ({ given }) => Math.exp(given), {
    label: "u",
    words: "e to the power z",
    hint: "Compute the power of e that the definition is made of; the other one is one over it.",
    formula: "e^{z}",
    work: ({ given }) => `e^{${num(given)}}`,
    malrules: {
      "base-ten": {
        value: ({ given }) => (Math.abs(given) < 1.8 ? 10 ** given : undefined),
        says: "This goes on from a power of 10. The tanh is made of powers of $e \\approx 2.718$.",
      },
    },
  })
  .step(
    "by_definition",
    scalar({ without: ["exponentials"], workingDigits: 4 }),
    (_, s) => (s.up - 1 / s.up) / (s.up + 1 / s.up),
    {
      label: "\\tanh(z)",
      words: "the hyperbolic tangent of z",
      hint: "Divide the difference of the two powers by their sum.",
      formula: "\\dfrac{e^{z} - e^{-z}}{e^{z} + e^{-z}}",
      work: (_, s) => `\\dfrac{${num(s.up)} - ${num(1 / s.up)}}{${num(s.up)} + ${num(1 / s.up)}}`,
      malrules: {
        "upside-down": {
          value: (_, s) => (s.up === 1 ? undefined : (s.up + 1 / s.up) / (s.up - 1 / s.up)),
          says: "The fraction is upside down. The values of tanh lie between $-1$ and $1$.",
        },
        "sigmoid-instead": {
          value: (_, s) => s.up / (1 + s.up),
          says: "This is the sigmoid, which is never negative. The tanh runs from $-1$ to $1$.",
        },
        "half-the-place": {
          value: (_, s) => (s.up - 1) / (s.up + 1),
          says: "This is $2\\sigma(z) - 1$, the tanh at half the place. By the sigmoid it is $2\\sigma(2z) - 1$.",
        },
        "not-divided": {
          value: (_, s) => (s.up - 1 / s.up) / 2,
          says: "This is half the difference, the hyperbolic sine. The tanh divides by the sum of the powers.",
        },
      },
    },
  )
  .step("s", scalar({ without: ["exponentials"] }), (_, s) => sigmoid(2 * s.z), {
    label: "s",
    words: "the sigmoid that the tanh is made from",
    hint: "The tanh is a sigmoid of twice the pre-activation, stretched to the range from −1 to 1.",
    skill: "sigmoid",
    formula: "\\sigma(2z) = \\dfrac{1}{1 + e^{-2z}}",
    work: (_, s) => `\\dfrac{1}{1 + e^{${num(-2 * s.z)}}}`,
    malrules: {
      "place-not-doubled": {
        value: (_, s) => sigmoid(s.z),
        says: "The sigmoid was taken at $z$. The tanh climbs faster: it is made from $\\sigma(2z)$.",
      },
      "exponent-sign": {
        value: (_, s) => sigmoid(-2 * s.z),
        says: "The exponent has lost its minus: the sigmoid has $e^{-2z}$ below the line.",
      },
    },
  })
  .step("by_sigmoid", scalar({ without: ["exponentials"], workingDigits: 5 }), (_, s) => 2 * s.s - 1, {
    label: "\\tanh(z)",
    words: "the hyperbolic tangent of z",
    hint: "Stretch the sigmoid to twice its height and move it down by one.",
    formula: "2s - 1",
    work: (_, s) => `2 \\cdot ${num(s.s)} - 1`,
    malrules: {
      "not-stretched": {
        value: (_, s) => s.s - 1,
        says: "The factor 2 is missing: a range of height 1 becomes one of height 2, from $-1$ to $1$.",
      },
      "not-moved": {
        value: (_, s) => 2 * s.s,
        says: "This runs from 0 to 2. It has to come down by one, so that tanh is 0 at 0.",
      },
    },
  })
  .step("w_new", scalar(), ({ w }) => 2 * (w[0] ?? 0), {
    label: "w'",
    words: "the weight of the sigmoid unit",
    hint: "Write $\\tanh(z)$ as $2\\sigma(2z) - 1$ with $z = wx + b$, and see what stands before $x$ inside the sigmoid.",
    formula: "2w",
    work: ({ w }) => `2 \\cdot ${par(w[0] ?? 0)}`,
    malrules: {
      "weight-kept": {
        value: ({ w }) => w[0] ?? 0,
        says: "The weight was taken over. The sigmoid has to be taken at twice the place: $\\tanh(z) = 2\\sigma(2z) - 1$.",
      },
      "weight-halved": {
        value: ({ w }) => (w[0] ?? 0) / 2,
        says: "The weight was halved. The sigmoid is the flatter curve, so what is inside it must grow faster.",
      },
    },
  })
  .step("b_new", scalar(), ({ b }) => 2 * b, {
    label: "b'",
    words: "the bias of the sigmoid unit",
    hint: "All that is inside is doubled.",
    formula: "2b",
    work: ({ b }) => `2 \\cdot ${par(b)}`,
    malrules: {
      "bias-kept": {
        value: ({ b }) => b,
        says: "The bias was taken over. It stands inside as well, and $2z = 2wx + 2b$.",
      },
    },
  })
  .step("v_new", scalar(), ({ v }) => 2 * v, {
    label: "v'",
    words: "the weight on top",
    hint: "Multiply $v(2\\sigma - 1)$ out: the weight on top meets the factor that stands before the sigmoid.",
    formula: "2v",
    work: ({ v }) => `2 \\cdot ${par(v)}`,
    malrules: {
      "weight-kept": {
        value: ({ v }) => v,
        says: "The weight on top was taken over. It multiplies $2\\sigma - 1$: what stands before the sigmoid then?",
      },
    },
  })
  .step("c_new", scalar(), ({ v, c }) => c - v, {
    label: "c'",
    words: "the bias on top",
    hint: "In $v(2\\sigma - 1)$ the weight on top also meets the $-1$; that part joins the bias.",
    formula: "c - v",
    work: ({ v, c }) => terms([c, -v]),
    malrules: {
      "bias-kept": {
        value: ({ c }) => c,
        says: "The $-1$ behind the sigmoid went missing: $v$ multiplies it too.",
      },
      "one-not-weighted": {
        value: ({ c }) => c - 1,
        says: "The $-1$ was moved over as it is. It stands in parentheses with the sigmoid: $v$ multiplies it too.",
      },
      "sign-of-one": {
        value: ({ v, c }) => c + v,
        says: "Mind the sign: $v(2\\sigma - 1)$ holds minus $v$.",
      },
    },
  })
  .step(
    "y",
    scalar({ without: ["exponentials"], rule: { digits: 4 }, workingDigits: 5 }),
    ({ x }, s) => s.v_new * sigmoid(s.w_new * (x[0] ?? 0) + s.b_new) + s.c_new,
    {
      label: "y",
      words: "the output y",
      hint: "Go through the sigmoid unit with the new numbers; the tanh unit must give the same.",
      skill: "sigmoid",
      formula: "v'\\,\\sigma(w'x + b') + c'",
      work: ({ x }, s) =>
        plusTerm(
          `${num(s.v_new)}\\,\\sigma(${plusTerm(`${num(s.w_new)} \\cdot ${par(x[0] ?? 0)}`, s.b_new)})`,
          s.c_new,
        ),
      malrules: {
        "exponent-sign": {
          value: ({ x }, s) => s.v_new * sigmoid(-s.w_new * (x[0] ?? 0) - s.b_new) + s.c_new,
          says: "The exponent in the sigmoid has the wrong sign: $\\sigma(u) = 1 / (1 + e^{-u})$.",
        },
      },
    },
  )
  .asks({ 1: ["by_definition"], 2: ["s", "by_sigmoid"], 3: ["w_new", "b_new", "v_new", "c_new", "y"] })
  .figures({
    solution: ({ given, w, x, b }) => {
      const at = w.length === 0 ? given : w.reduce((total, wi, i) => total + wi * (x[i] ?? 0), b);
      const reach = Math.max(3, Math.ceil(Math.abs(at)));
      const places = Array.from({ length: 37 }, (_, i) => rounded((reach * (i - 18)) / 18));
      return {
        figure: "curves",
        alt: `The tanh rises from −1 to 1 through 0 at 0; at z = ${plain(at, 3)} it is ${plain(Math.tanh(at), 3)}. The sigmoid of twice z rises in step with it from 0 to 1 and is ${plain(sigmoid(2 * at), 3)} there.`,
        xLabel: "z",
        yLabel: "",
        curves: [
          { label: "tanh(z)", points: places.map((z) => ({ x: z, y: rounded(Math.tanh(z)) })) },
          { label: "σ(2z)", points: places.map((z) => ({ x: z, y: rounded(sigmoid(2 * z)) })) },
        ],
        shaded: [],
        marks: [
          { x: at, y: Math.tanh(at), label: plain(Math.tanh(at), 3) },
          { x: at, y: sigmoid(2 * at), label: plain(sigmoid(2 * at), 3) },
        ],
      };
    },
  })
  .examples({
    "29": { level: 1, params: { story: 0, given: 1, w: [], x: [], b: 0, v: 0, c: 0 } },
    "29-zero": { level: 1, params: { story: 0, given: 0, w: [], x: [], b: 0, v: 0, c: 0 } },
    "29-minus-1": { level: 1, params: { story: 0, given: -1, w: [], x: [], b: 0, v: 0, c: 0 } },
    "29-3": { level: 1, params: { story: 0, given: 3, w: [], x: [], b: 0, v: 0, c: 0 } },
    "29-minus-3": { level: 1, params: { story: 0, given: -3, w: [], x: [], b: 0, v: 0, c: 0 } },
  })
  .check(({ given, w, x, b, v, c }) => {
    const z = x.reduce((total, xi, i) => total + xi * (w[i] ?? 0), 0) + b;
    const t = Math.sinh(z) / Math.cosh(z);
    // The second unit is pinned down by its limits to the left and right, and by its value and slope.
    const [top, bottom] = w[0] !== undefined && w[0] < 0 ? [c - v, c + v] : [c + v, c - v];
    return {
      by_definition: Math.tanh(given),
      s: (1 + t) / 2,
      by_sigmoid: t,
      w_new: (4 * (v * (w[0] ?? 0))) / (2 * v || 1),
      b_new: b / 0.5,
      v_new: (w[0] ?? 0) < 0 ? bottom - top : top - bottom,
      c_new: (w[0] ?? 0) < 0 ? top : bottom,
      y: c + v * t,
    };
  });

/** Numbers in a row, as in a pair of coordinates. */
function listOf(v: readonly number[]): string {
  return v.map((x) => num(x)).join(",\\ ");
}
