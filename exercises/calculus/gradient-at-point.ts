/** The gradient at a point, in two and three variables, and the change that it predicts (example 12). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { column, num, par, plain, row } from "#lib/exercise/tex.ts";
import { gradient, Value } from "#lib/math/autodiff.ts";
import { dot, sum } from "#lib/math/vector.ts";

/** a times a power of each variable. */
const term = z.object({ a: z.int(), powers: z.array(z.int().min(0)).min(2).max(3) });
type Term = z.infer<typeof term>;
const params = z.object({
  story: z.int().min(0).max(4),
  terms: z.array(term).min(2),
  at: z.array(z.int()).min(2).max(3),
  /** A small step away from the point; empty below level 3. */
  move: z.array(z.number()),
});
type Params = z.infer<typeof params>;

const names = ["x", "y", "z"] as const;
const stories = [
  "Here is a function of several variables:",
  "The loss of a small model depends on its weights like this:",
  "The output of a device depends on the positions of its controls:",
  "The cost of a recipe depends on the amounts of its ingredients:",
  "A temperature was measured all over a region and follows the formula",
] as const;

/** A product with the letters, or with the numbers of a point in their place; no coefficient and no factor 1. */
function product({ a, powers }: Term, at?: readonly number[]): string {
  const factors = powers.flatMap((n, j) => {
    if (n === 0) return [];
    const base = at ? par(at[j] ?? 0) : (names[j] ?? "x");
    return [n === 1 ? base : `${base}^${n}`];
  });
  if (!at) return `${a === 1 && factors.length > 0 ? "" : num(a)}${factors.join("")}`;
  return [...(a === 1 && factors.length > 0 ? [] : [num(a)]), ...factors].join(" \\cdot ");
}

const total = (terms: readonly Term[], at?: readonly number[]): string =>
  terms
    .map(
      (t, i) => `${t.a < 0 ? (i === 0 ? "-" : "- ") : i === 0 ? "" : "+ "}${product({ ...t, a: Math.abs(t.a) }, at)}`,
    )
    .join(" ") || "0";

/** The terms of a partial derivative, written as the power rule gives them. */
const slopes = (terms: readonly Term[], j: number): Term[] =>
  terms
    .filter(({ powers }) => (powers[j] ?? 0) > 0)
    .map(({ a, powers }) => ({ a: a * (powers[j] ?? 0), powers: powers.map((n, i) => (i === j ? n - 1 : n)) }));

const valueAt = ({ a, powers }: Term, at: readonly number[]) => powers.reduce((t, n, j) => t * (at[j] ?? 0) ** n, a);

/** The gradient with what each term gives by a variable computed by a rule. */
const by = (p: Params, rule: (t: Term, j: number) => number) =>
  p.at.map((_, j) => sum(p.terms.filter(({ powers }) => (powers[j] ?? 0) > 0).map((t) => rule(t, j))));
const lowered = ({ a, powers }: Term, j: number): Term => ({ a, powers: powers.map((n, i) => (i === j ? n - 1 : n)) });
const slope = (at: readonly number[]) => (t: Term, j: number) => (t.powers[j] ?? 0) * valueAt(lowered(t, j), at);
const isMixed = ({ powers }: Term) => powers.filter((n) => n > 0).length > 1;

const pointTex = (at: readonly number[]) => `(${at.map((x) => num(x)).join(", ")})`;
const letters = (p: Params) => names.slice(0, p.at.length);

export default exercise({
  id: "calculus/gradient-at-point",
  version: 1,
  title: "The gradient at a point",
  summary: "Put a point into the partial derivatives, and use the gradient to predict a small change.",
  skills: ["gradients"],
  source: { section: "2.3", examples: [12], formulas: ["gradient"] },
})
  .params(params, (rng, level): Params => {
    const story = rng.int(0, 4);
    const signed = (n: number) => n * rng.pick([1, -1]);
    const size = () => rng.int(2, 5);
    if (level === 1) {
      const at = rng.shuffle([2, 3, 4, 5]).slice(0, 2).map(signed);
      // A square of one variable, and a square or a cube of the other.
      const [n, m] = rng.pick<readonly [number, number]>([
        [2, 2],
        [2, 3],
        [3, 2],
      ]);
      return {
        story,
        at,
        move: [],
        terms: [
          { a: size(), powers: [n, 0] },
          { a: signed(size()), powers: [0, m] },
        ],
      };
    }
    const at = rng
      .shuffle([2, 3, 4])
      .slice(0, level)
      .map((n, i) => (i === 0 ? -n : n));
    const point = rng.shuffle(at);
    if (level === 2) {
      const [n, m] = rng.pick<readonly [number, number]>([
        [2, 1],
        [1, 2],
      ]);
      return {
        story,
        at: point,
        move: [],
        terms: [
          { a: size(), powers: [2, 0] },
          { a: signed(size()), powers: [n, m] },
          { a: signed(size()), powers: [0, 2] },
          {
            a: signed(size()),
            powers: rng.pick([
              [1, 0],
              [0, 1],
            ]),
          },
        ],
      };
    }
    const [i, j, k] = rng.pick<readonly [number, number, number]>([
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
    ]);
    const powersOf = (...pairs: readonly (readonly [number, number])[]) =>
      [0, 1, 2].map((at) => pairs.find(([variable]) => variable === at)?.[1] ?? 0);
    const steps = rng.shuffle([0.1, 0.2, 0.3]).map((d, at) => (at === 0 ? -d : d));
    return {
      story,
      at: point,
      move: rng.shuffle(steps),
      terms: [
        { a: size(), powers: powersOf([i, 2], [j, 1]) },
        { a: signed(size()), powers: powersOf([j, 1], [k, 1]) },
        { a: signed(size()), powers: powersOf([k, 2]) },
      ],
    };
  })
  .prompt((p, level) => {
    const where = `(${letters(p).join(", ")})`;
    const end = p.at.map((x, j) => num(Number((x + (p.move[j] ?? 0)).toFixed(1))));
    return [
      stories[p.story],
      `$$f${where} = ${total(p.terms)}$$`,
      `Compute the **gradient** $\\nabla f$ at the point $${pointTex(p.at)}$.${
        level === 3
          ? ` By about how much does $f$ **change** on the way from there to $(${end.join(", ")})$? Use the gradient for the estimate, not the values of $f$.`
          : ""
      }`,
    ].join("\n\n");
  })
  .step("gradient", vector({ rule: { digits: 4 } }), (p) => by(p, slope(p.at)), {
    label: "\\nabla f",
    words: "the gradient at the point",
    hint: "Differentiate by one variable at a time, the others held fixed; then put the numbers of the point in.",
    formula: (p) => column(p.at.map((_, j) => total(slopes(p.terms, j)))),
    work: (p) => column(p.at.map((_, j) => total(slopes(p.terms, j), p.at))),
    malrules: {
      "not-differentiated": {
        value: (p) =>
          p.at.map((_, j) => sum(p.terms.filter(({ powers }) => (powers[j] ?? 0) > 0).map((t) => valueAt(t, p.at)))),
        says: "These are values of the terms themselves. Differentiate first; the numbers of the point go in at the end.",
      },
      "partials-swapped": {
        value: (p) => by(p, slope(p.at)).reverse(),
        says: "The partial derivatives have changed places. The first entry is the one by $x$, then follow the others in the order of the variables.",
      },
      "coordinates-swapped": {
        value: (p) => by(p, slope([...p.at].reverse())),
        says: "The coordinates of the point were put in in the wrong order: the first number is $x$.",
      },
      "exponent-not-brought-down": {
        value: (p) => by(p, (t, j) => valueAt(lowered(t, j), p.at)),
        says: "The exponent was lowered, but it has to come down as a factor as well: $(x^n)' = n\\,x^{n-1}$.",
      },
      "exponent-kept": {
        value: (p) => by(p, (t, j) => (t.powers[j] ?? 0) * valueAt(t, p.at)),
        says: "The exponent came down as a factor, but was not lowered: $(x^n)' = n\\,x^{n-1}$.",
      },
      "other-variable-dropped": {
        value: (p) =>
          p.terms.some(isMixed)
            ? by(p, (t, j) => slope(p.at)({ ...t, powers: t.powers.map((n, i) => (i === j ? n : 0)) }, j))
            : undefined,
        says: "In the terms with more than one variable, the factor of the others is gone. Held fixed, it stays as a constant factor.",
      },
      "partials-added": {
        value: (p) => (p.move.length > 0 ? undefined : [sum(by(p, slope(p.at)))]),
        says: "The partial derivatives were added up. The gradient is a vector and keeps them apart.",
      },
    },
  })
  .step("change", scalar({ workingDigits: 5 }), ({ move }, s) => dot(s.gradient, move), {
    label: "\\Delta f",
    words: "the estimated change of f",
    hint: "Along a small step d, the function changes by about the dot product of its gradient with d.",
    formula: "\\nabla f \\cdot d",
    work: ({ move }, s) =>
      `${row(s.gradient)} \\cdot ${row(move)} = ${move.map((d, j) => `${par(s.gradient[j] ?? 0)} \\cdot ${par(d)}`).join(" + ")}`,
    malrules: {
      "steps-added": {
        value: ({ move }, s) => sum(s.gradient) * sum(move),
        says: "The entries were added before they were multiplied. Each partial derivative belongs to the step of its own variable.",
      },
      "end-for-step": {
        value: ({ at, move }, s) => s.gradient.reduce((t, g, j) => t + g * ((at[j] ?? 0) + (move[j] ?? 0)), 0),
        says: "The gradient was multiplied by the new point. Multiply by the step: the new point minus the old one.",
      },
      "signs-dropped": {
        value: ({ move }, s) => s.gradient.reduce((t, g, j) => t + Math.abs(g * (move[j] ?? 0)), 0),
        says: "All contributions were counted as positive. A step back, or a negative slope, makes $f$ smaller.",
      },
    },
  })
  .asks({ 1: ["gradient"], 2: ["gradient"], 3: ["gradient", "change"] })
  .figures({
    solution: ({ terms, at }, s) => {
      const [first, second] = terms;
      const isBowl = terms.length === 2 && first?.powers[0] === 2 && second?.powers[1] === 2 && second.a > 0;
      if (!isBowl) return undefined;
      const [x = 0, y = 0] = at;
      const [gx = 0, gy = 0] = s.gradient;
      const length = Math.hypot(gx, gy) / 2;
      return {
        figure: "contours",
        alt: `Level lines of f around its minimum at the origin. At (${plain(x)}, ${plain(y)}), the gradient [${plain(gx)}, ${plain(gy)}] stands at a right angle to the level line and points uphill, away from the minimum.`,
        xLabel: "x",
        yLabel: "y",
        centre: { x: 0, y: 0 },
        a: first.a,
        b: 0,
        c: second.a,
        path: [{ x, y, label: "P" }],
        arrows: [{ from: { x, y }, to: { x: x + gx / length, y: y + gy / length }, label: "∇f" }],
      };
    },
  })
  .examples({
    "12": {
      level: 1,
      params: {
        story: 0,
        terms: [
          { a: 1, powers: [2, 0] },
          { a: 2, powers: [0, 2] },
        ],
        at: [3, 1],
        move: [],
      },
    },
  })
  .check(({ terms, at, move }) => {
    // By reverse-mode autodiff of f itself; the change as an exact sum.
    const slopes = gradient(
      (...variables) =>
        terms
          .map(({ a, powers }) =>
            powers.reduce((t, n, j) => (n === 0 ? t : t.mul(variables[j]?.pow(n) ?? 1)), new Value(a)),
          )
          .reduce((left, right) => left.add(right)),
      at,
    );
    const change = move.reduce((t, d, j) => t.add(new Fraction(String(d)).mul(slopes[j] ?? 0)), new Fraction(0));
    return { gradient: slopes, change: change.valueOf() };
  });
