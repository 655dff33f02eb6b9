/** The slope of a function in any direction: the gradient's dot product with a unit vector (example 12). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, plainRow, vec } from "#lib/exercise/tex.ts";
import { Value } from "#lib/math/autodiff.ts";
import { matvec } from "#lib/math/matrix.ts";
import { dot, norm, scale, subtract, sum } from "#lib/math/vector.ts";

const params = z.object({
  story: z.int().min(0).max(3),
  /** At level 1 the gradient itself; above, f = ½xᵀHx with whole coefficients, and no gradient. */
  given: z.array(z.int()),
  H: z.array(z.array(z.int())).max(3),
  at: z.array(z.int()).min(2).max(3),
  /** The direction, or at level 3 the point that the way leads to. */
  to: z.array(z.int()).min(2).max(3),
});
type Params = z.infer<typeof params>;

const stories = [
  { what: "the height of a hillside", walk: "Somebody sets out" },
  { what: "the loss of a model", walk: "The weights are changed" },
  { what: "the temperature in a room", walk: "A probe is moved" },
  { what: "the yield of a process", walk: "The settings are changed" },
] as const;

const names = ["x", "y", "z"] as const;
const letters = (p: Params) => names.slice(0, p.at.length);
const entry = (p: Params, i: number, j: number) => p.H[i]?.[j] ?? 0;

/** A sum of signed terms; a factor 1 is not written, a factor 0 not at all. */
const sumOf = (parts: readonly (readonly [factor: number, text: string])[]): string =>
  parts
    .filter(([factor]) => factor !== 0)
    .map(([factor, text], i) => {
      const size = `${Math.abs(factor) === 1 ? "" : num(Math.abs(factor))}${text}`;
      return i === 0 ? `${factor < 0 ? "-" : ""}${size}` : `${factor < 0 ? "-" : "+"} ${size}`;
    })
    .join(" ");

const formulaOf = (p: Params) =>
  sumOf(
    letters(p).flatMap((u, i) =>
      letters(p).flatMap((v, j) =>
        j < i ? [] : [[i === j ? entry(p, i, i) / 2 : entry(p, i, j), i === j ? `${u}^2` : `${u}${v}`] as const],
      ),
    ),
  );
const gradientTex = (p: Params, isPutIn: boolean) =>
  column(
    p.H.map((r) =>
      sumOf(
        r.map(
          (h, j) =>
            [h, isPutIn ? `${Math.abs(h) === 1 ? "" : " \\cdot "}${par(p.at[j] ?? 0)}` : (names[j] ?? "x")] as const,
        ),
      ),
    ),
  );
const isWay = (p: Params) => p.at.length === 3;
const pointTex = (v: readonly number[]) => `(${v.map((x) => num(x)).join(", ")})`;

/** Directions of a whole length. */
const triples = [
  [3, 4],
  [4, 3],
  [6, 8],
  [8, 6],
  [5, 12],
  [12, 5],
  [9, 12],
  [12, 9],
  [8, 15],
  [15, 8],
] as const;

export default exercise({
  id: "calculus/directional-derivative",
  version: 1,
  title: "Directional derivatives",
  summary: "Find the slope of a function in a given direction, by its gradient and a unit vector.",
  skills: ["directions", "gradients", "norms"],
  source: { section: "2.3", examples: [12], formulas: ["gradient"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(level === 3 ? 1 : 0, 3);
    const signed = (n: number) => n * rng.pick([1, -1]);
    if (level === 1) {
      const to = [...rng.pick<readonly [number, number]>(triples)].map(signed);
      const given = rng.shuffle([2, 3, 4, 5, 6, 7, 8, 9]).slice(0, 2).map(signed);
      return { story, given, H: [], at: rng.shuffle([2, 3, 4, 5]).slice(0, 2).map(signed), to };
    }
    const at = rng.shuffle([2, 3, 4, 5]).slice(0, level).map(signed);
    const [x = 2, y = 3] = at;
    const [a, c] = [2 * signed(rng.int(2, 5)), 2 * signed(rng.int(2, 5))];
    // With this sign the partial derivative by x does not cancel to 0.
    const b = rng.int(2, 6) * Math.sign(a * x * y);
    if (level === 2) {
      // With one entry of the gradient and against the other, so that the direction is not nearly the steepest one.
      const [way, H] = [
        rng.shuffle([2, 3, 4, 5]).slice(0, 2),
        [
          [a, b],
          [b, c],
        ],
      ];
      const side = rng.pick([1, -1]);
      const to = matvec(H, at).map((g, i) => (way[i] ?? 2) * (g < 0 ? -side : side) * (i === 0 ? 1 : -1));
      return { story, given: [], H, at, to };
    }
    const [d, e] = [signed(rng.int(2, 6)), 2 * signed(rng.int(2, 5))];
    const H = [
      [a, b, 0],
      [b, c, d],
      [0, d, e],
    ];
    const step = rng.shuffle([...[1, 2, 3].map(signed)]);
    return { story, given: [], H, at, to: at.map((t, i) => t + (step[i] ?? 1)) };
  })
  .prompt((p, level) => {
    const { what, walk } = stories[p.story] ?? stories[0];
    const where = `the point $P = ${pointTex(p.at)}$`;
    const on = `f(${letters(p).join(", ")})`;
    if (level === 1)
      return `Let $${on}$ be ${what}. At ${where}, its gradient is $\\nabla f = ${vec(p.given)}$. ${walk} from there in the direction of $v = ${vec(p.to)}$. What is the **slope** of $f$ in that direction, the change of $f$ for each unit of length?`;
    const intro = `This formula gives ${what}:\n\n$$${on} = ${formulaOf(p)}$$`;
    const share = "what **share** that is of the steepest slope at $P$, as a number between $-1$ and $1$";
    if (level === 2)
      return `${intro}\n\n${walk} from ${where} in the direction of $v = ${vec(p.to)}$. Give the **slope** of $f$ in that direction at $P$, the change for each unit of length, and ${share}.`;
    return `${intro}\n\n${walk} from ${where} straight towards $Q = ${pointTex(p.to)}$. Give the **unit vector** $u$ of that direction, the **slope** of $f$ along it at $P$, and ${share}.`;
  })
  .step("gradient", vector({ rule: { digits: 4 } }), (p) => (p.H.length === 0 ? p.given : matvec(p.H, p.at)), {
    label: "\\nabla f",
    words: "the gradient at P",
    hint: "Differentiate by each variable and put the point in.",
    skill: "gradients",
    formula: (p) => (p.H.length === 0 ? "\\nabla f(P)" : gradientTex(p, false)),
    work: (p) => (p.H.length === 0 ? vec(p.given) : gradientTex(p, true)),
    malrules: {
      "mixed-terms-forgotten": {
        value: (p) => (p.H.length === 0 ? undefined : p.at.map((x, i) => entry(p, i, i) * x)),
        says: "The terms with two letters are missing from the partial derivatives: by $x$, $xy$ gives $y$.",
      },
      "factor-two": {
        value: (p) =>
          p.H.length === 0
            ? undefined
            : p.at.map((_, i) => sum(p.at.map((y, j) => (i === j ? 0.5 : 1) * entry(p, i, j) * y))),
        says: "The factor 2 from the squares is missing: $(x^2)' = 2x$.",
      },
    },
  })
  .step("v", vector({ rule: { digits: 4 } }), (p) => (isWay(p) ? subtract(p.to, p.at) : p.to), {
    label: "v",
    words: "the direction",
    hint: "The way from P to Q is Q minus P; where a direction is given, it is that.",
    formula: (p) => (isWay(p) ? "Q - P" : vec(p.to)),
    work: (p) => (isWay(p) ? `${vec(p.to)} - ${vec(p.at)}` : vec(p.to)),
    malrules: {
      "way-back": {
        value: (p) => (isWay(p) ? subtract(p.at, p.to) : undefined),
        says: "This is the way back, from $Q$ to $P$. Take the start off the end: $Q - P$.",
      },
      "end-for-direction": {
        value: (p) => (isWay(p) && norm(p.to) > 0 ? p.to : undefined),
        says: "The point $Q$ was used as a direction. The direction leads from $P$ to $Q$: take $P$ off.",
      },
    },
  })
  .step("length", scalar({ rule: { digits: 4 } }), (_, s) => norm(s.v), {
    label: "\\|v\\|",
    words: "the length of the direction",
    hint: "Take the root of the sum of the squares.",
    skill: "norms",
    formula: "\\sqrt{\\textstyle\\sum v_i^2}",
    work: (_, s) => `\\sqrt{${s.v.map((x) => `${par(x)}^2`).join(" + ")}}`,
    malrules: {
      "not-normalized": {
        value: () => 1,
        says: "The direction was used as it is. Then the result grows with its length; divide by $\\|v\\|$ to make it a unit vector.",
      },
      "square-of-the-length": {
        value: (_, s) => dot(s.v, s.v),
        says: "The root is missing: the square of the length was taken for the length.",
      },
      "sum-of-sizes": {
        value: (_, s) => sum(s.v.map(Math.abs)),
        says: "The length was taken as the sum of the sizes. It is the root of the sum of the squares.",
      },
    },
  })
  .step("u", vector({ rule: { digits: 4 } }), (_, s) => scale(1 / s.length, s.v), {
    label: "u",
    words: "the unit vector",
    hint: "Divide every entry by the length.",
    skill: "norms",
    formula: "\\dfrac{v}{\\|v\\|}",
    work: (_, s) => `\\dfrac{1}{${num(s.length)}} ${vec(s.v)}`,
  })
  .step("slope", scalar({ workingDigits: 5 }), (_, s) => dot(s.gradient, s.u), {
    label: "D_u f",
    words: "the slope in that direction",
    hint: "Take the dot product of the gradient and the unit vector.",
    formula: "\\nabla f \\cdot u",
    work: (_, s) => s.gradient.map((g, i) => `${par(g)} \\cdot ${par(s.u[i] ?? 0)}`).join(" + "),
    malrules: {
      "signs-dropped": {
        value: (_, s) => s.gradient.reduce((t, g, i) => t + Math.abs(g * (s.u[i] ?? 0)), 0),
        says: "All products were counted as positive. Where the direction goes against an entry of the gradient, $f$ falls.",
      },
      "steepest-slope": {
        value: (_, s) => norm(s.gradient),
        says: "This is the slope in the steepest direction. In any other it is smaller: take the dot product with $u$.",
      },
    },
  })
  .step("share", scalar({ workingDigits: 5 }), (_, s) => s.slope / norm(s.gradient), {
    label: "\\dfrac{D_u f}{\\|\\nabla f\\|}",
    words: "the share of the steepest slope",
    hint: "The steepest slope is the length of the gradient. The share is also the cosine of the angle between u and the gradient.",
    formula: "\\dfrac{\\nabla f \\cdot u}{\\|\\nabla f\\|}",
    work: (_, s) => `\\dfrac{${num(s.slope)}}{${num(norm(s.gradient))}}`,
    malrules: {
      inverted: {
        value: (_, s) => (s.slope === 0 ? undefined : norm(s.gradient) / s.slope),
        says: "The quotient is upside down: the slope along $u$ is the part, the steepest one the whole.",
      },
      "by-the-sum": {
        value: (_, s) => s.slope / sum(s.gradient.map(Math.abs)),
        says: "This divides by the sum of the entries' sizes. The steepest slope is the length of the gradient, with squares and a root.",
      },
    },
  })
  .asks({ 1: ["slope"], 2: ["slope", "share"], 3: ["u", "slope", "share"] })
  .figures({
    solution: (p, s) => {
      if (isWay(p)) return undefined;
      const [x = 0, y = 0] = p.at;
      const [g = 0, h = 0] = s.gradient;
      const [u = 0, v = 0] = s.u;
      const size = norm(s.gradient) / 3 || 1;
      return {
        figure: "plane",
        alt: `At P = (${plain(x)}, ${plain(y)}), the gradient points along ${plainRow([g, h])}, here drawn shorter, and the unit vector is ${plainRow([u, v])}. The slope along it, ${plain(s.slope, 4)}, is the length of the gradient times the cosine of the angle between them.`,
        xLabel: "x",
        yLabel: "y",
        arrows: [
          { from: { x, y }, to: { x: x + g / size, y: y + h / size }, label: "along ∇f", tone: "plain" },
          { from: { x, y }, to: { x: x + u, y: y + v }, label: "u", tone: "result" },
        ],
        points: [{ x, y, label: "P" }],
        lines: [],
      };
    },
  })
  .examples({
    "12": {
      level: 2,
      params: {
        story: 1,
        given: [],
        H: [
          [2, 0],
          [0, 4],
        ],
        at: [3, 1],
        to: [3, 4],
      },
    },
  })
  .check((p) => {
    // By autodiff along the way itself: the derivative of f(P + tv) by t, at t = 0, for each unit of length.
    const way = isWay(p) ? p.to.map((t, i) => t - (p.at[i] ?? 0)) : p.to;
    const t = new Value(0);
    const place = p.at.map((x, i) => t.mul(way[i] ?? 0).add(x));
    const height = p.H.flatMap((r, i) => r.map((h, j) => (place[i] ?? t).mul(place[j] ?? t).mul(h / 2)))
      .concat(p.given.map((g, i) => (place[i] ?? t).mul(g)))
      .reduce((left, right) => left.add(right));
    height.backward();
    const whole = way.reduce((total, d) => total.add(new Fraction(d).pow(2)), new Fraction(0)).valueOf();
    const steepest = p.H.map((r) => r.reduce((total, h, j) => total + h * (p.at[j] ?? 0), 0));
    const length = Math.sqrt(whole);
    const slope = t.grad / length;
    return { u: way.map((d) => d / length), slope, share: slope / Math.hypot(...steepest) };
  });
