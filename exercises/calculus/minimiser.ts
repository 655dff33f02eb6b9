/** Where a quadratic is least and how small it gets: in one variable, in two, and in two that are coupled (practice problem 2). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer, scalar, vector } from "#lib/exercise/kinds.ts";
import { mat, num, par, plain, vec } from "#lib/exercise/tex.ts";
import { dot } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(4),
  /** H is twice the coefficients of the squares on its diagonal, and that of xy beside it; f = ½xᵀHx + b·x + c. */
  H: z.array(z.array(z.number()).min(1)).min(1).max(2),
  b: z.array(z.number()).min(1).max(2),
  c: z.number(),
});
type Params = z.infer<typeof params>;

const stories = [
  "The loss of a model depends on what it has learnt like this:",
  "The cost of a delivery depends on how it is planned:",
  "The error of a sensor depends on its settings:",
  "The waste of a machine depends on how it is tuned:",
  "Where is this function least?",
] as const;

const letters = ({ b }: Params) => (b.length === 1 ? ["w"] : ["x", "y"]);
const entry = (p: Params, i: number, j: number) => p.H[i]?.[j] ?? 0;

/** A sum of terms with their letters; what goes without saying is left out. */
function sumOf(terms: readonly (readonly [factor: number, letter: string])[]): string {
  const written = terms.flatMap(([factor, letter]) => {
    if (factor === 0) return [];
    const size = Math.abs(factor) === 1 && letter !== "" ? letter : `${num(Math.abs(factor))}${letter}`;
    return [[factor < 0 ? "-" : "+", size] as const];
  });
  return written
    .map(([sign, text], i) => (i === 0 ? `${sign === "-" ? "-" : ""}${text}` : `${sign} ${text}`))
    .join(" ");
}

function quadratic(p: Params): string {
  const [u = "w", v = "y"] = letters(p);
  const linear = p.b.map((bi, i) => [bi, letters(p)[i] ?? ""] as const);
  const squares =
    p.b.length === 1
      ? [[entry(p, 0, 0) / 2, `${u}^2`] as const]
      : [
          [entry(p, 0, 0) / 2, `${u}^2`] as const,
          [entry(p, 0, 1), `${u}${v}`] as const,
          [entry(p, 1, 1) / 2, `${v}^2`] as const,
        ];
  return sumOf([...squares, ...linear, [p.c, ""]]);
}

/** The partial derivative by the i-th letter. */
const slopeTex = (p: Params, i: number) =>
  sumOf([...letters(p).map((letter, j) => [entry(p, i, j), letter] as const), [p.b[i] ?? 0, ""]]);

const value = (p: Params, at: readonly number[]) =>
  p.H.reduce((t, r, i) => t + (at[i] ?? 0) * dot(r, at) * 0.5, 0) + dot(p.b, at) + p.c;

const determinant = (p: Params) => entry(p, 0, 0) * entry(p, 1, 1) - entry(p, 0, 1) ** 2;
/** The place where both slopes are 0, by Cramer's rule; for a malrule with another sign in front of b or beside the diagonal. */
const place = (p: Params, below: number, sign = -1, mixed = entry(p, 0, 1)): number[] => {
  const [b = 0, c = 0] = p.b;
  return [(sign * (entry(p, 1, 1) * b - mixed * c)) / below, (sign * (entry(p, 0, 0) * c - mixed * b)) / below];
};

const least = {
  hint: "Put the place where the slope is 0 into the function itself.",
};
const forLeast = {
  "value-at-zero": {
    value: (p: Params) => p.c,
    says: "This is the value at 0, the constant. The minimum is the value at the place that you found.",
  },
};

export default exercise({
  id: "calculus/minimiser",
  version: 1,
  title: "The minimum of a quadratic",
  summary: "Find where a quadratic in one or two variables is least, and how small it gets there.",
  skills: ["minima", "linear-systems"],
  source: { section: "2.4", practice: [2] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    const signed = (n: number) => n * rng.pick([1, -1]);
    // Built from the minimiser: H times it, with the sign turned, is b. Level 1 may have a broken one.
    const least = rng.int(2, 9) * rng.pick([1, 1, -1]);
    if (level === 1) {
      const [h, w] = [2 * rng.pick([1, 2, 3, 4]), rng.pick([2, 3, 4, 5, 6, 1.5, 2.5, 3.5])];
      const at = signed(w);
      const H = [[h]];
      return { story, H, b: [-h * at], c: (h * at * at) / 2 + least };
    }
    const at = rng.shuffle([2, 3, 4, 5]).slice(0, 2).map(signed);
    const [h, k] = [2 * rng.int(1, 4), 2 * rng.int(1, 4)];
    const mixed = level === 2 ? 0 : signed(rng.pick([1, 2, 3]));
    const sides = mixed * mixed < h * k - 3 ? [h, k] : [h + 2, k + 2];
    const [m = 2, n = 2] = sides;
    const H = [
      [m, mixed],
      [mixed, n],
    ];
    const b = H.map((r) => -dot(r, at));
    return { story, H, b, c: least - dot(b, at) / 2 };
  })
  .prompt((p, level) => {
    const on = letters(p).join(", ");
    return [
      stories[p.story],
      `$$f(${on}) = ${quadratic(p)}$$`,
      level === 1
        ? "Find the **minimiser** $w^*$, the place where $f$ is least, and the **minimum** $f(w^*)$."
        : "Find the **minimiser** $(x^*, y^*)$, the place where $f$ is least, and the **minimum** $f(x^*, y^*)$.",
    ].join("\n\n");
  })
  .step("w", scalar(), (p) => -(p.b[0] ?? 0) / entry(p, 0, 0), {
    label: "w^*",
    words: "the minimiser",
    hint: "At the minimum the slope is 0: differentiate, set the derivative to 0 and solve. For aw² + bw + c this gives −b/(2a).",
    formula: (p) => `\\text{the solution of } ${slopeTex(p, 0)} = 0`,
    work: (p) => `\\dfrac{${num(-(p.b[0] ?? 0))}}{${num(entry(p, 0, 0))}}`,
    malrules: {
      "sign-of-b": {
        value: (p) => (p.b[0] ?? 0) / entry(p, 0, 0),
        says: "The sign is turned round: the place is $-\\frac{b}{2a}$. Put yours into the derivative: is it 0 there?",
      },
      "half-forgotten": {
        value: (p) => (-2 * (p.b[0] ?? 0)) / entry(p, 0, 0),
        says: "This is twice as far from 0 as it should be: the derivative of $aw^2$ is $2aw$, so $2a$ stands below.",
      },
      "value-for-place": {
        value: (p) => p.c - (p.b[0] ?? 0) ** 2 / entry(p, 0, 0) / 2,
        says: "This is how small $f$ gets, not where. The minimiser is a value of $w$.",
      },
    },
  })
  .step("least_w", scalar({ workingDigits: 5 }), (p, s) => value(p, [s.w]), {
    ...least,
    label: "f(w^*)",
    words: "the minimum",
    formula: (p) => quadratic(p).replaceAll("w", "{w^*}"),
    work: (p, s) =>
      `${num(entry(p, 0, 0) / 2)} \\cdot ${par(s.w)}^2 + ${par(p.b[0] ?? 0)} \\cdot ${par(s.w)} + ${par(p.c)}`,
    malrules: {
      ...forLeast,
      "place-for-value": {
        value: (_, s) => s.w,
        says: "This is where $f$ is least, not how small it gets. Put the place into $f$.",
      },
      "square-forgotten": {
        value: (p, s) => (entry(p, 0, 0) / 2) * s.w + (p.b[0] ?? 0) * s.w + p.c,
        says: "The square in the first term was left out when the place was put in.",
      },
    },
  })
  .step("apart", vector(), (p) => p.b.map((bi, i) => -bi / entry(p, i, i)), {
    label: "(x^*, y^*)",
    words: "the minimiser",
    hint: "Each partial derivative has one letter only: set each to 0 and solve it by itself.",
    formula: (p) => `\\text{the solution of } ${slopeTex(p, 0)} = 0,\\ ${slopeTex(p, 1)} = 0`,
    work: (p) =>
      `\\left(\\dfrac{${num(-(p.b[0] ?? 0))}}{${num(entry(p, 0, 0))}},\\ \\dfrac{${num(-(p.b[1] ?? 0))}}{${num(entry(p, 1, 1))}}\\right)`,
    malrules: {
      "sign-of-b": {
        value: (p) => p.b.map((bi, i) => bi / entry(p, i, i)),
        says: "The signs are turned round. Put your numbers into the partial derivatives: are they 0 there?",
      },
      "half-forgotten": {
        value: (p) => p.b.map((bi, i) => (-2 * bi) / entry(p, i, i)),
        says: "Both are twice as far from 0 as they should be: the derivative of $ax^2$ is $2ax$.",
      },
      "entries-swapped": {
        value: (p) => p.b.map((bi, i) => -bi / entry(p, i, i)).reverse(),
        says: "The two entries have changed places: $x^*$ comes first.",
      },
    },
  })
  .step("det", integer(), determinant, {
    label: "\\det H",
    words: "the determinant of the matrix of second derivatives",
    hint: "Write the coefficients of x and y in the two partial derivatives as a matrix, and find its determinant. It is positive here, so there is just one minimum.",
    skill: "linear-systems",
    formula: "h_{11}h_{22} - h_{12}^2",
    work: (p) => `${num(entry(p, 0, 0))} \\cdot ${num(entry(p, 1, 1))} - ${par(entry(p, 0, 1))}^2`,
    malrules: {
      "products-added": {
        value: (p) => entry(p, 0, 0) * entry(p, 1, 1) + entry(p, 0, 1) ** 2,
        says: "In solving the two equations the products were added. The determinant takes the second one away.",
      },
    },
  })
  .step("coupled", vector(), (p, s) => place(p, s.det), {
    label: "(x^*, y^*)",
    words: "the minimiser",
    hint: "Set both partial derivatives to 0. These are two linear equations with two unknowns: solve them together.",
    formula: (p) => `\\text{the solution of } ${slopeTex(p, 0)} = 0,\\ ${slopeTex(p, 1)} = 0`,
    work: (p, s) =>
      `\\dfrac{1}{${num(s.det)}} ${mat([
        [entry(p, 1, 1), -entry(p, 0, 1)],
        [-entry(p, 0, 1), entry(p, 0, 0)],
      ])} ${vec(p.b.map((bi) => -bi))}`,
    malrules: {
      "sign-of-b": {
        value: (p, s) => place(p, s.det, 1),
        says: "The signs are turned round. Put your numbers into the partial derivatives: are they 0 there?",
      },
      "mixed-term-forgotten": {
        value: (p) => p.b.map((bi, i) => -bi / entry(p, i, i)),
        says: "The term $xy$ was left out of the partial derivatives. By $x$ it gives a multiple of $y$, and by $y$ one of $x$, so the equations are coupled.",
      },
      "mixed-term-twice": {
        value: (p) => {
          const twice = 2 * entry(p, 0, 1);
          const below = entry(p, 0, 0) * entry(p, 1, 1) - twice * twice;
          return below === 0 ? undefined : place(p, below, -1, twice);
        },
        says: "The term $xy$ came with a factor 2 into the partial derivatives. Only a square brings one down; by $x$, $xy$ gives just $y$.",
      },
      "entries-swapped": {
        value: (p, s) => place(p, s.det).reverse(),
        says: "The two entries have changed places: $x^*$ comes first.",
      },
    },
  })
  .step("least_apart", scalar({ workingDigits: 5 }), (p, s) => value(p, s.apart), {
    ...least,
    label: "f(x^*, y^*)",
    words: "the minimum",
    formula: quadratic,
    work: (_, s) => `f(${s.apart.map((x) => num(x)).join(", ")})`,
    malrules: forLeast,
  })
  .step("least_coupled", scalar({ workingDigits: 5 }), (p, s) => value(p, s.coupled), {
    ...least,
    label: "f(x^*, y^*)",
    words: "the minimum",
    formula: quadratic,
    work: (_, s) => `f(${s.coupled.map((x) => num(x)).join(", ")})`,
    malrules: {
      ...forLeast,
      "mixed-term-missed": {
        value: (p, s) => value(p, s.coupled) - entry(p, 0, 1) * (s.coupled[0] ?? 0) * (s.coupled[1] ?? 0),
        says: "The term $xy$ was left out when the place was put in.",
      },
    },
  })
  .asks({ 1: ["w", "least_w"], 2: ["apart", "least_apart"], 3: ["coupled", "least_coupled"] })
  .figures({
    solution: (p, s) => {
      if (p.b.length === 1) {
        const xs = Array.from({ length: 41 }, (_, i) => s.w + (i - 20) / 5);
        return {
          figure: "curve",
          alt: `A parabola that opens upwards, lowest at w = ${plain(s.w, 4)}, where it is ${plain(s.least_w, 4)}.`,
          xLabel: "w",
          yLabel: "f(w)",
          points: xs.map((x) => ({ x, y: Number(value(p, [x]).toFixed(4)) })),
          marks: [{ x: s.w, y: s.least_w, label: "w*" }],
        };
      }
      const [x = 0, y = 0] = p.H[0]?.[1] === 0 ? s.apart : s.coupled;
      return {
        figure: "contours",
        alt: `Level lines around the minimum at (${plain(x, 4)}, ${plain(y, 4)}), ${entry(p, 0, 1) === 0 ? "upright ellipses" : "slanted ellipses"}.`,
        xLabel: "x",
        yLabel: "y",
        centre: { x, y },
        a: entry(p, 0, 0) / 2,
        b: entry(p, 0, 1),
        c: entry(p, 1, 1) / 2,
        path: [{ x, y, label: "minimum" }],
        arrows: [],
      };
    },
  })
  .examples({ "practice-2": { level: 1, params: { story: 4, H: [[2]], b: [-4], c: 7 } } })
  .check((p) => {
    // By completing squares, one variable after another, in exact fractions.
    const f = (x: number) => new Fraction(String(x));
    const [h, m, k] = [f(entry(p, 0, 0)), f(entry(p, 0, 1)), f(entry(p, 1, 1))];
    const [b, c, d] = [f(p.b[0] ?? 0), f(p.b[1] ?? 0), f(p.c)];
    const alone = b.neg().div(h);
    const bottom = d.sub(b.mul(b).div(h).div(2));
    if (p.b.length === 1) return { w: alone.valueOf(), least_w: bottom.valueOf() };
    const [curve, tilt] = [k.sub(m.mul(m).div(h)), c.sub(m.mul(b).div(h))];
    const y = tilt.neg().div(curve);
    const at = [alone.sub(m.mul(y).div(h)).valueOf(), y.valueOf()];
    const least = bottom.sub(tilt.mul(tilt).div(curve).div(2)).valueOf();
    return { apart: at, least_apart: least, coupled: at, least_coupled: least };
  });
