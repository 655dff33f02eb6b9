/** Partial derivatives in two variables, and the gradient made of them, also at a point (section 2.2, example 12). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression, formulaVector, vector } from "#lib/exercise/kinds.ts";
import { column } from "#lib/exercise/tex.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import { binary, type Expr, literal } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";
import { simplify } from "#lib/expression/simplify.ts";
import { substitute } from "#lib/expression/substitute.ts";
import { gradient } from "#lib/math/autodiff.ts";

/** a·x^n·y^m, and behind it nothing, e^(kx + ly), or ln x (k = 1) or ln y (l = 1). */
const term = z.object({
  a: z.int(),
  n: z.int(),
  m: z.int(),
  behind: z.enum(["nothing", "exp", "ln"]),
  k: z.int(),
  l: z.int(),
});
type Term = z.infer<typeof term>;
const params = z.object({
  story: z.int().min(0).max(3),
  terms: z.array(term).min(1),
  at: z.object({ x: z.int(), y: z.int() }),
});
type Params = z.infer<typeof params>;
type Name = "x" | "y";

const names = ["x", "y"] as const;

/** What a term ends with that has nothing behind its powers. */
const nothing = { behind: "nothing", k: 0, l: 0 } as const;

const stories = [
  "The loss of a small model depends on its two weights $x$ and $y$:",
  "Here is a function of two variables:",
  "A surface lies over the plane at the height",
  "An output depends on two inputs $x$ and $y$ as follows:",
] as const;

/** A term as it is written: what goes without saying left out. */
const written = remembered(({ a, n, m, behind, k, l }: Term): Expr => {
  const last = { nothing: "1", exp: `e^(${k}*x + ${l}*y)`, ln: `ln(${k}*x + ${l}*y)` }[behind];
  return simplify(formula(`${a}*x^(${n})*y^(${m})*${last}`, ...names));
});

const sum = ([first, ...others]: readonly Term[]): Expr =>
  others.reduce(
    (left, t) => (t.a < 0 ? binary("-", left, written({ ...t, a: -t.a })) : binary("+", left, written(t))),
    first ? written(first) : literal("0"),
  );

const outerSlope = (t: Term, name: Name): number => (t.behind === "nothing" ? 0 : name === "x" ? t.k : t.l);
const exponent = (t: Term, name: Name): number => (name === "x" ? t.n : t.m);
const has = (t: Term, name: Name): boolean => exponent(t, name) !== 0 || outerSlope(t, name) !== 0;
const isMixed = (t: Term): boolean => has(t, "x") && has(t, "y");
const lowered = (t: Term, name: Name): Term => (name === "x" ? { ...t, n: t.n - 1 } : { ...t, m: t.m - 1 });
const bare = (t: Term): Term => ({ ...t, ...nothing });

/** The derivative of a term by one letter, by the product rule; `chain` is the inner derivative of e^(kx + ly). */
function slopes(t: Term, name: Name, chain = outerSlope(t, name)): Term[] {
  const n = exponent(t, name);
  const ofPower = n === 0 ? [] : [lowered({ ...t, a: t.a * n }, name)];
  if (outerSlope(t, name) === 0) return ofPower;
  return [...ofPower, t.behind === "exp" ? { ...t, a: t.a * chain } : lowered(bare(t), name)];
}

/** The term without its factors that depend on that letter alone. */
function without(t: Term, name: Name): Term {
  const rest = t.behind !== "nothing" && (name === "x" ? t.l : t.k) === 0 ? bare(t) : t;
  return name === "x" ? { ...rest, n: 0 } : { ...rest, m: 0 };
}

/** A malrule that makes new terms of the old ones; inert unless there is one that it goes wrong with. */
function made(by: (t: Term) => readonly Term[], goesWrong: (t: Term) => boolean) {
  const value = remembered((terms: readonly Term[]) => simplify(sum(terms.flatMap(by))));
  return ({ terms }: Params) => (terms.some(goesWrong) ? value(terms) : undefined);
}

/** All there is to say of one partial derivative. */
function partial(name: Name) {
  const other = name === "x" ? "y" : "x";
  const mixed = (t: Term) => slopes(t, name).flatMap((u) => slopes(u, other));
  return {
    label: `\\dfrac{\\partial f}{\\partial ${name}}`,
    words: `the partial derivative of f by ${name}`,
    hint: `Treat $${other}$ as if it were a number and differentiate by $${name}$ alone: as a factor, what is made of $${other}$ stays; a term without $${name}$ has the slope 0.`,
    formula: ({ terms }: Params) => `\\frac{\\partial}{\\partial ${name}}\\left(${toTex(sum(terms))}\\right)`,
    malrules: {
      "factor-differentiated-too": {
        value: made((t) => (isMixed(t) ? mixed(t) : slopes(t, name)), isMixed),
        says: `In the terms that hold both letters, $${other}$ was differentiated too. By $${name}$, a factor made of $${other}$ is a constant and stays.`,
      },
      "both-differentiated": {
        value: made(
          (t) => (isMixed(t) ? mixed(t) : slopes(t, has(t, name) ? name : other)),
          (t) => has(t, other),
        ),
        says: `Both letters were differentiated. In $\\partial f/\\partial ${name}$ only $${name}$ moves, and $${other}$ is held fixed like a number.`,
      },
      "other-term-kept": {
        value: made(
          (t) => (has(t, name) ? slopes(t, name) : [t]),
          (t) => !has(t, name),
        ),
        says: `A term without $${name}$ is still there. It does not change with $${name}$, so its slope by $${name}$ is 0.`,
      },
      "factor-dropped": {
        value: made((t) => slopes(isMixed(t) ? without(t, other) : t, name), isMixed),
        says: `In the terms that hold both letters, the factor made of $${other}$ is gone. A constant vanishes only where it stands alone; as a factor it stays.`,
      },
      "inner-derivative-missing": {
        value: made(
          (t) => slopes(t, name, Math.sign(Math.abs(outerSlope(t, name)))),
          ({ behind }) => behind === "exp",
        ),
        says: "The derivative of an exponential brings the inner derivative along: $(e^{ku})' = k\\,e^{ku}$.",
      },
      "partials-swapped": {
        value: made(
          (t) => slopes(t, other),
          () => true,
        ),
        says: `This is the derivative by $${other}$. The letter below the line, here $${name}$, is the one that moves.`,
      },
    },
  };
}

const plane = { variables: names };
const quadrant = { variables: names, domain: { x: [0, null], y: [0, null] } } as const;
const slopeBy = {
  x: remembered((terms: readonly Term[]) => differentiate(sum(terms), "x")),
  y: remembered((terms: readonly Term[]) => differentiate(sum(terms), "y")),
};
const valueAt = (formulas: readonly Expr[], x: number, y: number): number[] =>
  formulas.map((part) => evaluateClean(part, new Map(Object.entries({ x, y }))));

export default exercise({
  id: "calculus/partial-derivatives",
  version: 1,
  title: "Partial derivatives",
  summary: "Differentiate a function of two variables by one of them at a time, and collect its gradient.",
  skills: ["partial-derivatives", "gradients"],
  source: { section: "2.2", examples: [12], formulas: ["gradient"] },
})
  .params(params, (rng, level) => {
    const signed = (a: number) => a * rng.pick([1, -1]);
    const monomial = (n: number, m: number, a = rng.int(2, 6)): Term => ({ ...nothing, a: signed(a), n, m });
    const pure = (name: Name, n: number) => (name === "x" ? monomial(n, 0) : monomial(0, n));
    const story = rng.int(0, 3);
    // biome-ignore format: lists of pairs
    const [x, y] = rng.pick<readonly [number, number]>([[1, 2], [2, 1], [1, 3], [3, 1], [2, 3], [3, 2]]);
    const at = { x, y };
    if (level === 1) return { story, at, terms: [pure("x", rng.int(2, 5)), monomial(1, 1), pure("y", rng.int(2, 5))] };
    // biome-ignore format: lists of pairs
    const [n, m] = rng.pick<readonly [number, number]>([[1, 2], [2, 1], [2, 2], [1, 3], [3, 1]]);
    const name = rng.pick(names);
    const behind = rng.pick<"exp" | "ln">(["exp", "ln"]);
    if (level === 2) {
      // One letter in front, the other behind: y·e^(3x), x²·ln y.
      const front = behind === "exp" ? 1 : rng.int(2, 4);
      const k = behind === "exp" ? rng.int(2, 5) * rng.pick([1, -1]) : 1;
      const product = {
        ...pure(name === "x" ? "y" : "x", front),
        behind,
        k: name === "x" ? k : 0,
        l: name === "y" ? k : 0,
      };
      return { story, at, terms: rng.shuffle([monomial(n, m), product, pure(rng.pick(names), rng.int(2, 4))]) };
    }
    // At the point the exponent is 0, and the fraction from the logarithm a whole number.
    const sign = rng.pick([1, -1]);
    const extra: Term =
      behind === "exp"
        ? { ...monomial(0, 0), behind, k: sign * y, l: -sign * x }
        : { ...monomial(0, 0, at[name] * rng.int(2, 4)), behind, k: name === "x" ? 1 : 0, l: name === "y" ? 1 : 0 };
    return { story, at, terms: rng.shuffle([monomial(n, m), extra, pure(rng.pick(names), rng.int(2, 3))]) };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$f(x, y) = ${toTex(sum(p.terms))}$$`,
      ...(level > 1 && p.terms.some(({ behind }) => behind !== "nothing") ? ["Take $x > 0$ and $y > 0$."] : []),
      level < 3
        ? "Find its two **partial derivatives**."
        : `Find its **gradient** $\\nabla f$, and the value of the gradient at the point $(${p.at.x}, ${p.at.y})$.`,
    ].join("\n\n"),
  )
  .step("df_dx", expression(plane), (p) => slopeBy.x(p.terms), partial("x"))
  .step("df_dy", expression(plane), (p) => slopeBy.y(p.terms), partial("y"))
  // The same where logarithms need positive numbers.
  .step("df_dx_positive", expression(quadrant), (p) => slopeBy.x(p.terms), partial("x"))
  .step("df_dy_positive", expression(quadrant), (p) => slopeBy.y(p.terms), partial("y"))
  .step("gradient", formulaVector(quadrant), (_, s) => [s.df_dx_positive, s.df_dy_positive], {
    label: "\\nabla f",
    words: "the gradient of f",
    hint: "Put the two partial derivatives into a vector, the one by $x$ first.",
    formula: column(names.map((name) => `\\partial f / \\partial ${name}`)),
    malrules: {
      "partials-swapped": {
        value: (_, s) => [s.df_dy_positive, s.df_dx_positive],
        says: "The two partial derivatives have changed places: the one by $x$ comes first.",
      },
      "partials-added": {
        value: (_, s) => [simplify(binary("+", s.df_dx_positive, s.df_dy_positive))],
        says: "The partial derivatives were added up. The gradient is a vector: it keeps them apart, one in each entry.",
      },
    },
  })
  .step("at", vector({ rule: { digits: 4 } }), (p, s) => valueAt(s.gradient, p.at.x, p.at.y), {
    label: "\\nabla f(x_0, y_0)",
    words: "the gradient at the point",
    hint: "Put the numbers of the point into both entries of the gradient.",
    skill: "gradients",
    formula: (p) => `\\nabla f(${p.at.x}, ${p.at.y})`,
    work: (p, s) => column(s.gradient.map((part) => toTex(substitute(part, new Map(Object.entries(p.at)))))),
    malrules: {
      "coordinates-swapped": {
        value: (p, s) => valueAt(s.gradient, p.at.y, p.at.x),
        says: "The coordinates have changed places: in $(x, y)$ the first number is $x$.",
      },
      "exponential-of-zero": {
        value: (p) => {
          const others = p.terms.filter(({ behind }) => behind !== "exp");
          if (others.length === p.terms.length) return undefined;
          return valueAt(
            names.map((name) => sum(others.flatMap((t) => slopes(t, name)))),
            p.at.x,
            p.at.y,
          );
        },
        says: "The exponential was taken as 0 where its exponent is 0. It is 1 there: $e^0 = 1$.",
      },
    },
  })
  .asks({ 1: ["df_dx", "df_dy"], 2: ["df_dx_positive", "df_dy_positive"], 3: ["gradient", "at"] })
  .cases(({ terms }) => (terms.some(({ behind }) => behind === "exp") ? "exp" : "ln"))
  .examples({
    "12": {
      level: 3,
      params: {
        story: 1,
        at: { x: 3, y: 1 },
        terms: [
          { ...nothing, a: 1, n: 2, m: 0 },
          { ...nothing, a: 2, n: 0, m: 2 },
        ],
      },
    },
  })
  .check(({ terms, at }) => {
    // Formulas by the product rule, term by term; numbers by reverse-mode autodiff of f itself.
    const [dx, dy] = [sum(terms.flatMap((t) => slopes(t, "x"))), sum(terms.flatMap((t) => slopes(t, "y")))];
    const value = gradient(
      (x, y) =>
        terms
          .map(({ a, n, m, behind, k, l }) => {
            const front = x.pow(n).mul(y.pow(m)).mul(a);
            if (behind === "nothing") return front;
            const inside = x.mul(k).add(y.mul(l));
            return front.mul(behind === "exp" ? inside.exp() : inside.log());
          })
          .reduce((left, right) => left.add(right)),
      [at.x, at.y],
    );
    return { df_dx: dx, df_dy: dy, df_dx_positive: dx, df_dy_positive: dy, gradient: [dx, dy], at: value };
  });
