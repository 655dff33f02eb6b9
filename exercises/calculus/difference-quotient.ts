/** The difference quotient for a given h, its limit, the error, and how much better the central one is (section 2.1). */
import Fraction from "fraction.js";
import { z } from "zod";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { num, par, plain } from "#lib/exercise/tex.ts";
import { gradient } from "#lib/math/autodiff.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** The coefficients of 1, x, x² and so on. */
  coefficients: z.array(z.int()).min(3).max(4),
  x: z.int(),
  h: z.number().positive(),
});
type Params = z.infer<typeof params>;

const stories = [
  "How steep is the graph of this function?",
  "The loss of a model depends on its weight $x$ like this:",
  "The position of a robot on a straight line, $x$ seconds after a signal (before it, where $x$ is negative), is",
  "Along a path, the height above or below sea level at the place $x$ is",
  "The output of a sensor depends on its input $x$ like this:",
] as const;

/** A polynomial in a letter, or with a number in its place. */
function polynomial(coefficients: readonly number[], of: string | number): string {
  const base = typeof of === "number" ? par(of) : of;
  const parts = coefficients.flatMap((c, n) => {
    if (c === 0) return [];
    const size = Math.abs(c);
    const power = n === 0 ? "" : n === 1 ? base : `${base}^${n}`;
    const dot = n > 0 && typeof of === "number" && size !== 1 ? " \\cdot " : "";
    return [{ isMinus: c < 0, text: n > 0 && size === 1 ? power : `${num(size)}${dot}${power}` }];
  });
  return parts
    .reverse()
    .map(({ isMinus, text }, i) => (i === 0 ? `${isMinus ? "-" : ""}${text}` : `${isMinus ? "-" : "+"} ${text}`))
    .join(" ");
}

// Values of a polynomial with whole coefficients at short decimals: rounded to 13 digits they are without noise.
const decimal = (x: number) => roundDigits(x, 13);
const at = ({ coefficients }: Params, x: number) => decimal(coefficients.reduceRight((t, c) => t * x + c, 0));
const slopeOf = (coefficients: readonly number[]) => coefficients.slice(1).map((c, i) => c * (i + 1));

const ahead = (p: Params) => decimal(p.x + p.h);
const behind = (p: Params) => decimal(p.x - p.h);
const exactly = { rule: { digits: 4 }, workingDigits: 8 } as const;

export default exercise({
  id: "calculus/difference-quotient",
  version: 1,
  title: "Difference quotients",
  summary:
    "Approximate a slope by a difference quotient, compare it with the derivative, and do better from both sides.",
  skills: ["difference-quotients", "derivatives"],
  source: { section: "2.1", formulas: ["derivative-limit"] },
})
  .params(params, (rng, level): Params => {
    const signed = (n: number) => n * rng.pick([1, -1]);
    const [x, a, h] = [signed(rng.int(2, 5)), signed(rng.int(3, 6)), rng.pick([0.1, 0.2, 0.5])];
    // Signs by which the slope does not cancel to 0.
    const b = rng.int(2, 9) * Math.sign(level === 3 ? a : a * x);
    return { story: rng.int(0, 4), coefficients: [rng.int(2, 9), b, ...(level === 3 ? [0] : []), a], x, h };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$f(x) = ${polynomial(p.coefficients, "x")}$$`,
      {
        1: `Compute the **difference quotient** of $f$ at $x_0 = ${num(p.x)}$ with $h = ${num(p.h)}$, from $x_0$ to $x_0 + h$.`,
        2: `Compute the **difference quotient** of $f$ at $x_0 = ${num(p.x)}$ with $h = ${num(p.h)}$, from $x_0$ to $x_0 + h$. What does it tend to as $h \\to 0$, and what is its **error**, the quotient minus that limit?`,
        3: `Compute the **forward** difference quotient of $f$ at $x_0 = ${num(p.x)}$ with $h = ${num(p.h)}$, from $x_0$ to $x_0 + h$, and the **central** one, from $x_0 - h$ to $x_0 + h$. What is the **error** of each, the quotient minus the derivative $f'(x_0)$?`,
      }[level],
    ].join("\n\n"),
  )
  .step("here", scalar(exactly), (p) => at(p, p.x), {
    label: "f(x_0)",
    words: "the value at the point",
    hint: "Put the point into the function.",
    formula: (p) => polynomial(p.coefficients, "x_0"),
    work: (p) => polynomial(p.coefficients, p.x),
  })
  .step("there", scalar(exactly), (p) => at(p, ahead(p)), {
    label: "f(x_0 + h)",
    words: "the value a step ahead",
    hint: "Add h to the point first, then put the sum into the function.",
    formula: (p) => polynomial(p.coefficients, "(x_0 + h)"),
    work: (p) => polynomial(p.coefficients, ahead(p)),
    malrules: {
      "step-added-outside": {
        value: (p) => decimal(at(p, p.x) + p.h),
        says: "This takes $f(x_0) + h$ for $f(x_0 + h)$. The step belongs inside: every $x$ in the formula becomes $x_0 + h$.",
      },
      "parts-apart": {
        value: (p) => decimal(at(p, p.x) + at(p, p.h)),
        says: "This takes $f(x_0) + f(h)$ for $f(x_0 + h)$. Add first, then put the sum into the formula.",
      },
    },
  })
  .step("quotient", scalar(exactly), (p, s) => decimal((s.there - s.here) / p.h), {
    label: "\\dfrac{f(x_0 + h) - f(x_0)}{h}",
    words: "the difference quotient, forward",
    hint: "Divide the change of the function by the step that made it.",
    formula: "\\dfrac{\\Delta f}{h}",
    work: (p, s) => `\\dfrac{${num(s.there, 9)} - ${par(s.here)}}{${num(p.h)}}`,
    malrules: {
      "step-forgotten": {
        value: (_, s) => decimal(s.there - s.here),
        says: "This is how much the function changes. The quotient divides that by $h$.",
      },
      "order-turned": {
        value: (p, s) => decimal((s.here - s.there) / p.h),
        says: "The difference is turned round: take the value at $x_0$ off the one at $x_0 + h$.",
      },
      "by-the-place": {
        value: (p, s) => (s.there - s.here) / ahead(p),
        says: "This divides by $x_0 + h$. What stands below is the step alone, how far the two places are apart.",
      },
      "value-ahead-alone": {
        value: (p, s) => decimal(s.there / p.h),
        says: "The value at $x_0$ was not taken off. A slope needs the change between two places.",
      },
    },
  })
  .step(
    "limit",
    scalar({ rule: { digits: 4 } }),
    (p) => slopeOf(p.coefficients).reduceRight((t, c) => t * p.x + c, 0),
    {
      label: "f'(x_0)",
      words: "the limit, the derivative at the point",
      hint: "The limit of the difference quotient is the derivative: differentiate and put the point in.",
      skill: "derivatives",
      formula: (p) => polynomial(slopeOf(p.coefficients), "x_0"),
      work: (p) => polynomial(slopeOf(p.coefficients), p.x),
      malrules: {
        "constant-kept": {
          value: (p) => slopeOf(p.coefficients).reduceRight((t, c) => t * p.x + c, 0) + (p.coefficients[0] ?? 0),
          says: "The constant was kept. It does not change with $x$, so its slope is 0.",
        },
        "exponent-kept": {
          value: (p) => p.coefficients.reduceRight((t, c, n) => (n === 0 ? t : t * p.x + c * n), 0) * p.x,
          says: "The exponents came down as factors but were not lowered: $(x^n)' = n\\,x^{n-1}$.",
        },
        "exponent-not-brought-down": {
          value: (p) => p.coefficients.slice(1).reduceRight((t, c) => t * p.x + c, 0),
          says: "The exponents were lowered but did not come down as factors: $(x^n)' = n\\,x^{n-1}$.",
        },
      },
    },
  )
  .step("error", scalar(exactly), (_, s) => decimal(s.quotient - s.limit), {
    label: "\\text{error, forward}",
    words: "the error of the forward quotient",
    hint: "Take the derivative off the quotient.",
    formula: "\\dfrac{f(x_0 + h) - f(x_0)}{h} - f'(x_0)",
    work: (_, s) => `${num(s.quotient, 9)} - ${par(s.limit)}`,
    malrules: {
      "sign-turned": {
        value: (_, s) => decimal(s.limit - s.quotient),
        says: "The sign is turned round: here the error is the quotient minus the derivative.",
      },
      relative: {
        value: (_, s) => (s.limit === 0 ? undefined : decimal(s.quotient - s.limit) / s.limit),
        says: "This is the error in relation to the derivative. The exercise asks for the difference itself.",
      },
    },
  })
  .step("back", scalar(exactly), (p) => at(p, behind(p)), {
    label: "f(x_0 - h)",
    words: "the value a step behind",
    hint: "Take h off the point first, then put the difference into the function.",
    formula: (p) => polynomial(p.coefficients, "(x_0 - h)"),
    work: (p) => polynomial(p.coefficients, behind(p)),
  })
  .step("central", scalar(exactly), (p, s) => decimal((s.there - s.back) / (2 * p.h)), {
    label: "\\dfrac{f(x_0 + h) - f(x_0 - h)}{2h}",
    words: "the central difference quotient",
    hint: "The two places are 2h apart.",
    formula: "\\dfrac{\\Delta f}{2h}",
    work: (p, s) => `\\dfrac{${num(s.there, 9)} - ${par(s.back, 9)}}{2 \\cdot ${num(p.h)}}`,
    malrules: {
      "step-for-two": {
        value: (p, s) => decimal((s.there - s.back) / p.h),
        says: "This divides by $h$, but the two places are $2h$ apart: it is twice too large.",
      },
      backward: {
        value: (p, s) => decimal((s.here - s.back) / p.h),
        says: "This is the backward quotient, from $x_0 - h$ to $x_0$. The central one leaves out $x_0$ itself.",
      },
    },
  })
  .step("central_error", scalar(exactly), (_, s) => decimal(s.central - s.limit), {
    label: "\\text{error, central}",
    words: "the error of the central quotient",
    hint: "Take the derivative off the central quotient. For a cubic, only a multiple of h² is left.",
    formula: "\\dfrac{f(x_0 + h) - f(x_0 - h)}{2h} - f'(x_0)",
    work: (_, s) => `${num(s.central, 9)} - ${par(s.limit)}`,
    malrules: {
      "sign-turned": {
        value: (_, s) => decimal(s.limit - s.central),
        says: "The sign is turned round: here the error is the quotient minus the derivative.",
      },
      "against-the-forward": {
        value: (_, s) => decimal(s.central - s.quotient),
        says: "This compares the two quotients with each other. The error is the distance from the derivative.",
      },
    },
  })
  .asks({ 1: ["quotient"], 2: ["quotient", "limit", "error"], 3: ["quotient", "central", "error", "central_error"] })
  .figures({
    solution: (p, s) => {
      const reach = 2.5 * p.h;
      const xs = Array.from({ length: 31 }, (_, i) => Number((p.x + reach * (i / 15 - 1)).toFixed(4)));
      const line = (slope: number) => xs.map((x) => ({ x, y: Number((s.here + slope * (x - p.x)).toFixed(4)) }));
      return {
        figure: "curves",
        alt: `Around x = ${plain(p.x)}: the graph of f, its tangent with the slope ${plain(s.limit)}, and the secant to x = ${plain(ahead(p))} with the slope ${plain(s.quotient)}.`,
        xLabel: "x",
        yLabel: "f(x)",
        curves: [
          { label: "f", points: xs.map((x) => ({ x, y: Number(at(p, x).toFixed(4)) })) },
          { label: "tangent", points: line(s.limit) },
          { label: "secant", points: line(s.quotient) },
        ],
        shaded: [],
        marks: [
          { x: p.x, y: s.here, label: "x₀" },
          { x: ahead(p), y: s.there, label: "x₀ + h" },
        ],
      };
    },
  })
  .check((p) => {
    // By the binomial theorem in exact fractions: the quotient of xⁿ is Σ C(n, k) xⁿ⁻ᵏ hᵏ⁻¹; the derivative by autodiff.
    const [x, h] = [new Fraction(p.x), new Fraction(String(p.h))];
    const choose = [[], [1], [2, 1], [3, 3, 1]] as const;
    const expanded = (keeps: (k: number) => boolean) =>
      p.coefficients.reduce(
        (total, c, n) =>
          (choose[n] ?? []).reduce(
            (t, binomial, i) =>
              keeps(i + 1)
                ? t.add(
                    x
                      .pow(n - i - 1)
                      .mul(h.pow(i))
                      .mul(binomial * c),
                  )
                : t,
            total,
          ),
        new Fraction(0),
      );
    const [limit = 0] = gradient(
      (v) => p.coefficients.map((c, n) => (n === 0 ? v.mul(0).add(c) : v.pow(n).mul(c))).reduce((t, u) => t.add(u)),
      [p.x],
    );
    return {
      quotient: expanded(() => true).valueOf(),
      limit,
      error: expanded((k) => k > 1).valueOf(),
      central: expanded((k) => k % 2 === 1).valueOf(),
      central_error: expanded((k) => k > 1 && k % 2 === 1).valueOf(),
    };
  });
