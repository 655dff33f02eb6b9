/** The chain rule: an outer power of an inner polynomial, then roots and reciprocals, also at a point (example 9). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression, scalar } from "#lib/exercise/kinds.ts";
import { num } from "#lib/exercise/tex.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import { binary, type Expr } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";
import { substitute } from "#lib/expression/substitute.ts";
import { gradient } from "#lib/math/autodiff.ts";

/** a·x^n. */
const term = z.object({ a: z.int(), n: z.int().min(0) });
/** f = c·u^n, c/u^n or c·√u (c even), with the polynomial u of `inner`. */
const shape = z.object({
  outer: z.enum(["power", "reciprocal", "root"]),
  c: z.int().positive(),
  n: z.int().positive(),
  inner: z.array(term).min(1),
});
type Shape = z.infer<typeof shape>;
type Terms = Shape["inner"];
const params = z.object({ story: z.int().min(0).max(4), f: shape, at: z.int() });

const stories = [
  "Find the derivative $f'(x)$ of",
  "What is the slope, at any $x$, of the curve that is given by",
  "One layer computes $u$ from $x$, the next one $f$ from $u$. Find the derivative of the whole:",
  "How fast does $f$ change as $x$ grows? Differentiate",
  "An error grows with $x$ as follows. Find its derivative:",
] as const;

const monomial = (a: number, n: number) => (n === 0 ? `${a}` : `${a === 1 ? "" : a}${n === 1 ? "x" : `x^${n}`}`);
function sum(terms: Terms): string {
  if (terms.length === 0) return "0";
  const written = terms.map(({ a, n }) => `${a < 0 ? "-" : "+"} ${monomial(Math.abs(a), n)}`);
  return written.join(" ").replace(/^\+ /, "").replace(/^- /, "-");
}
const slopes = (terms: Terms): Terms => terms.flatMap(({ a, n }) => (n === 0 ? [] : [{ a: a * n, n: n - 1 }]));
const times = (c: number, rest: string) => (c === 1 ? rest : `${c}*${rest}`);
const raised = (u: string, n: number) => (n === 0 ? "1" : n === 1 ? `(${u})` : `(${u})^${n}`);

/** The outer function of u, and its derivative by u, for any u. */
const outside = ({ outer, c, n }: Shape, u: string): string =>
  ({ power: times(c, raised(u, n)), reciprocal: `${c}/${raised(u, n)}`, root: times(c, `sqrt(${u})`) })[outer];
const outerSlope = ({ outer, c, n }: Shape, u: string): string =>
  ({
    power: times(c * n, raised(u, n - 1)),
    reciprocal: `-${c * n}/${raised(u, n + 1)}`,
    root: `${c}/(2*sqrt(${u}))`,
  })[outer];

const made = (text: (f: Shape) => string) => remembered((f: Shape): Expr => formula(text(f), "x"));
const given = made((f) => outside(f, sum(f.inner)));
const innerSlope = made((f) => sum(slopes(f.inner)));
const outerRight = made((f) => outerSlope(f, sum(f.inner)));
const innerWithConstant = made((f) => sum([...slopes(f.inner), ...f.inner.filter(({ n }) => n === 0)]));
const atInnerSlope = made((f) => outerSlope(f, sum(slopes(f.inner))));
const insideLost = made((f) => outerSlope(f, "x"));
const exponentKept = made((f) => {
  const [u, { c, n }] = [sum(f.inner), f];
  return { power: times(c * n, raised(u, n)), reciprocal: `-${c * n}/${raised(u, n)}`, root: `${c}/2*sqrt(${u})` }[
    f.outer
  ];
});
const towardsZero = made((f) => `-${f.c * f.n}/${raised(sum(f.inner), f.n - 1)}`);
const signLost = made((f) => `${f.c * f.n}/${raised(sum(f.inner), f.n + 1)}`);
const halfMissing = made((f) => `${f.c}/sqrt(${sum(f.inner)})`);

/** The product with its numbers worked out: 30x(3x^2 + 2)^4. */
const tidy = made((f) => {
  const [only, ...others] = slopes(f.inner);
  const u = sum(f.inner);
  const product = (k: number) =>
    only && others.length === 0 ? monomial(k * only.a, only.n) : times(k, `(${sum(slopes(f.inner))})`);
  if (f.outer === "power") return `${product(f.c * f.n)}*${raised(u, f.n - 1)}`;
  if (f.outer === "reciprocal") return `${product(-f.c * f.n)}/${raised(u, f.n + 1)}`;
  return `${product(f.c / 2)}/sqrt(${u})`;
});
const valueAt = (expr: Expr, x: number) => evaluateClean(expr, new Map([["x", x]]));

export default exercise({
  id: "calculus/chain-rule",
  version: 1,
  title: "The chain rule",
  summary: "Differentiate a function of a function: powers, roots and reciprocals of a polynomial.",
  skills: ["chain-rule", "derivatives"],
  source: { section: "2.1", examples: [9], formulas: ["chain-rule"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 4);
    const signed = (a: number) => a * rng.pick([1, -1]);
    if (level === 1) {
      const inner = [
        { a: rng.int(2, 9), n: 1 },
        { a: signed(rng.int(2, 9)), n: 0 },
      ];
      return { story, f: { outer: "power" as const, c: 1, n: rng.int(3, 9), inner }, at: 0 };
    }
    if (level === 2) {
      const inner = [
        { a: rng.int(2, 9), n: rng.int(2, 5) },
        { a: signed(rng.int(2, 9)), n: 1 },
      ];
      return { story, f: { outer: "power" as const, c: 1, n: rng.int(3, 7), inner }, at: 0 };
    }
    // At the point the inner function is a square, or a small number.
    const root = rng.int(0, 1) === 0;
    const [at, a, b] = [signed(rng.int(2, 3)), rng.int(2, 5), signed(rng.int(2, 7))];
    const u = root ? rng.pick([5, 6, 7]) ** 2 : rng.pick([2, 3, 4, 5, -2, -3]);
    const rest = u - a * at ** 2 - b * at;
    const inner = [{ a, n: 2 }, { a: b, n: 1 }, ...(rest === 0 ? [] : [{ a: rest, n: 0 }])];
    const outer = root ? ("root" as const) : ("reciprocal" as const);
    return { story, f: { outer, c: (root ? 2 : 1) * rng.int(2, 5), n: root ? 1 : rng.int(2, 3), inner }, at };
  })
  .prompt(({ story, f, at }, level) =>
    [
      stories[story],
      `$$f(x) = ${toTex(given(f))}$$`,
      ...(level === 3 ? [`Find also the slope of $f$ at $x = ${num(at)}$.`] : []),
    ].join("\n\n"),
  )
  .step("inner", expression({ variables: ["x"] }), ({ f }) => innerSlope(f), {
    label: "u'",
    words: "the derivative of the inner function u",
    hint: "Call what stands inside $u$, and differentiate it by $x$.",
    skill: "derivatives",
    formula: ({ f }) => `\\left(${toTex(formula(sum(f.inner), "x"))}\\right)'`,
    malrules: {
      "constant-kept": {
        value: ({ f }) => innerWithConstant(f),
        says: "Differentiating the inside, its constant was kept. A constant has the slope 0.",
      },
    },
  })
  .step("outer", expression({ variables: ["x"] }), ({ f }) => outerRight(f), {
    label: "\\dfrac{df}{du}",
    words: "the derivative of the outer function by u",
    hint: "Differentiate the outer function by $u$ as if $u$ were a letter, and leave $u$ as it is inside.",
    skill: "derivatives",
    formula: ({ f }) => toTex(formula(outerSlope(f, "u"), "u")),
    malrules: {
      "exponent-kept": {
        value: ({ f }) => exponentKept(f),
        says: "Outside, the exponent came down but did not go down by one: $(u^p)' = p\\,u^{p - 1}$.",
      },
      "inside-lost": {
        value: ({ f, at }) => (f.outer === "root" && at < 0 ? undefined : insideLost(f)),
        says: "The outer function was differentiated at $x$. It is taken at $u$: the inside stays what it is.",
      },
      "taken-at-the-inner-slope": {
        value: ({ f, at }) => (f.outer === "root" || valueAt(innerSlope(f), at) === 0 ? undefined : atInnerSlope(f)),
        says: "The outer derivative was taken at the derivative of the inside. It is taken at the inside itself: $f'(u) \\cdot u'$.",
      },
      "exponent-towards-zero": {
        value: ({ f }) => (f.outer === "reciprocal" ? towardsZero(f) : undefined),
        says: "One less than a negative exponent is further from zero: below the line the power grows.",
      },
      "minus-missing": {
        value: ({ f }) => (f.outer === "reciprocal" ? signLost(f) : undefined),
        says: "A negative exponent comes down with its sign: $(u^{-n})' = -n\\,u^{-n - 1}$.",
      },
      "half-missing": {
        value: ({ f }) => (f.outer === "root" ? halfMissing(f) : undefined),
        says: "A root is the power ½, and the ½ comes down as a factor.",
      },
    },
  })
  .step(
    "derivative",
    expression({ variables: ["x"] }),
    ({ f }, s) => (s.outer === outerRight(f) && s.inner === innerSlope(f) ? tidy(f) : binary("*", s.outer, s.inner)),
    {
      label: "f'(x)",
      words: "the derivative of f",
      hint: "Multiply the derivative of the outer function, taken at the inside, by the derivative of the inside.",
      formula: "\\dfrac{df}{du} \\cdot u'",
      work: (_, s) => toTex(binary("*", s.outer, s.inner)),
      malrules: {
        "inner-derivative-missing": {
          value: (_, s) => s.outer,
          says: "Only the outside was differentiated. The inside changes with $x$ too: multiply by its derivative.",
        },
        "derivatives-added": {
          value: (_, s) => binary("+", s.outer, s.inner),
          says: "The two derivatives were added. Along a chain the rates multiply.",
        },
      },
    },
  )
  .step("slope", scalar(), ({ at }, s) => valueAt(s.derivative, at), {
    label: "f'(x_0)",
    words: "the slope of f at the given point",
    hint: "Put the number into the derivative: first into the inside, then into the rest.",
    formula: ({ at }) => `\\left.f'(x)\\right|_{x = ${num(at)}}`,
    work: ({ at }, s) => toTex(substitute(s.derivative, new Map([["x", at]]))),
    malrules: {
      "value-for-slope": {
        value: ({ f, at }) => valueAt(given(f), at),
        says: "This is the value of $f$ itself there. The slope comes from the derivative.",
      },
    },
  })
  .asks({ 1: ["derivative"], 2: ["derivative"], 3: ["derivative", "slope"] })
  .cases(({ f }) => f.outer)
  .examples({
    "9": {
      level: 2,
      params: {
        story: 0,
        f: {
          outer: "power",
          c: 1,
          n: 5,
          inner: [
            { a: 3, n: 2 },
            { a: 2, n: 0 },
          ],
        },
        at: 0,
      },
    },
  })
  .check(({ f, at }) => {
    const [slope = 0] = gradient(
      (x) => {
        const u = f.inner.map(({ a, n }) => x.pow(n).mul(a)).reduce((left, right) => left.add(right));
        return u.pow({ power: f.n, reciprocal: -f.n, root: 0.5 }[f.outer]).mul(f.c);
      },
      [at],
    );
    return { derivative: differentiate(given(f), "x"), slope };
  });
