/** The quotient rule, from two linear functions to a curve that levels off (beyond section 2.1). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression, formulaVector, scalar } from "#lib/exercise/kinds.ts";
import { column } from "#lib/exercise/tex.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import { binary, type Expr, literal } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";
import { substitute } from "#lib/expression/substitute.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";

/** u/v, polynomials by their coefficients, the constant first: in x where k is 0, else in e^(kx). */
const quotient = z.object({ k: z.int(), u: z.array(z.int()).min(2).max(3), v: z.array(z.int()).min(2).max(3) });
type Quotient = z.infer<typeof quotient>;
type Polynomial = readonly number[];
const params = z.object({ story: z.int().min(0).max(3), f: quotient });

const stories = [
  "Find the derivative $f'(x)$ of",
  "What is the slope, at any $x$, of the curve that is given by",
  "A share is one quantity divided by another, and both change with $x$. Find its derivative:",
  "How fast does $f$ change with $x$? Differentiate",
] as const;

const zero = new Map([["x", 0]]);

function monomial(a: number, n: number, k: number): string {
  if (n === 0) return `${a}`;
  const power = k === 0 ? (n === 1 ? "x" : `x^${n}`) : `e^(${k * n}x)`.replace("(1x)", "x");
  return a === 1 ? power : `${a}*${power}`;
}
/** A polynomial in x, or in e^(kx), the highest power first. */
function text(p: Polynomial, k: number): string {
  const parts = p.map((a, n) => (a === 0 ? "" : `${a < 0 ? "-" : "+"} ${monomial(Math.abs(a), n, k)}`));
  const written = parts.filter((part) => part !== "").reverse();
  return written.length === 0 ? "0" : written.join(" ").replace(/^\+ /, "").replace(/^- /, "-");
}
const slope = (p: Polynomial, k: number): number[] =>
  k === 0 ? p.slice(1).map((a, i) => a * (i + 1)) : p.map((a, n) => a * k * n);
const multiplied = (p: Polynomial, q: Polynomial): number[] =>
  Array.from({ length: p.length + q.length - 1 }, (_, n) => p.reduce((sum, a, i) => sum + a * (q[n - i] ?? 0), 0));

const each = (rule: (p: Polynomial, k: number) => Polynomial) =>
  remembered(({ k, u, v }: Quotient): readonly Expr[] => [u, v].map((p) => formula(text(rule(p, k), k), "x")));
const given = each((p) => p);
const right = each(slope);
const withConstants = each((p, k) => slope(p, k).map((a, n) => (n === 0 ? a + (p[0] ?? 0) : a)));
const withoutInner = each((p, k) => slope(p, k).map((a) => a / k));

/** The quotient with its numerator multiplied out and like terms added up. */
const tidy = remembered(({ k, u, v }: Quotient): Expr => {
  const [left, other] = [multiplied(slope(u, k), v), multiplied(u, slope(v, k))];
  const top = Array.from({ length: Math.max(left.length, other.length) }, (_, n) => (left[n] ?? 0) - (other[n] ?? 0));
  return formula(`(${text(top, k)})/(${text(v, k)})^2`, "x");
});

const none = literal("0");
const pair = ([u = none, v = none]: readonly Expr[]) => [u, v] as const;
const times = (a: Expr, b: Expr) => binary("*", a, b);
const square = (a: Expr) => binary("^", a, literal("2"));
/** What the rule makes of u, v and their derivatives, and what it is taken for. */
function ruled(f: Quotient, slopes: readonly Expr[], sign: "-" | "+" = "-", below = square): Expr {
  const [[u, v], [du, dv]] = [pair(given(f)), pair(slopes)];
  return binary("/", binary(sign, times(du, v), times(u, dv)), below(v));
}
const reversed = (f: Quotient, slopes: readonly Expr[]): Expr => {
  const [[u, v], [du, dv]] = [pair(given(f)), pair(slopes)];
  return binary("/", binary("-", times(u, dv), times(du, v)), square(v));
};
const f0 = (f: Quotient): Expr => {
  const [u, v] = pair(given(f));
  return binary("/", u, v);
};

export default exercise({
  id: "calculus/quotient-rule",
  version: 1,
  title: "The quotient rule",
  summary: "Differentiate one function divided by another, up to curves that level off.",
  skills: ["product-quotient-rules", "derivatives"],
  source: { section: "2.1", formulas: ["product-rule"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const signed = (a: number) => a * rng.pick([1, -1]);
    if (level === 2) {
      const f = { k: 0, u: [signed(rng.int(2, 9)), rng.int(2, 9)], v: [signed(rng.int(2, 9)), 0, rng.int(2, 5)] };
      return { story, f };
    }
    // In front of the powers 2 to 6 and 3 to 7; the constants follow so that the numerator does not vanish.
    const [a, c, d] = [rng.int(2, 7), rng.int(2, 6), level === 3 ? rng.int(2, 7) : signed(rng.int(2, 9))];
    const b = signed(rng.int(2, 9));
    const u = [a * d === b * c ? -b : b, a];
    return { story, f: { k: level === 3 ? signed(rng.int(2, 5)) : 0, u, v: [d, c] } };
  })
  .prompt(({ story, f }, level) =>
    [
      stories[story],
      `$$f(x) = ${toTex(f0(f))}$$`,
      level === 3 ? "Find also the slope of $f$ at $x = 0$." : "Take $x$ wherever $f$ is defined.",
    ].join("\n\n"),
  )
  .step("slopes", formulaVector({ variables: ["x"] }), ({ f }) => right(f), {
    label: "(u',\\ v')",
    words: "the derivatives of what stands above and below the line",
    hint: "Call what stands above the line $u$ and what stands below it $v$, and differentiate each by itself.",
    skill: "derivatives",
    formula: ({ f }) => column(given(f).map((g) => `\\left(${toTex(g)}\\right)'`)),
    malrules: {
      "constants-kept": {
        value: ({ f }) => withConstants(f),
        says: "Constants were kept when $u$ and $v$ were differentiated. They have the slope 0.",
      },
      "inner-factor-missing": {
        value: ({ f }) => (f.k === 0 ? undefined : withoutInner(f)),
        says: "The factor from the exponent is missing: $(e^{kx})' = k\\,e^{kx}$, sign included.",
      },
    },
  })
  .step(
    "derivative",
    expression({ variables: ["x"] }),
    ({ f }, s) => (s.slopes === right(f) ? tidy(f) : ruled(f, s.slopes)),
    {
      label: "f'(x)",
      words: "the derivative of f",
      hint: "Above the line: the derivative of $u$ times $v$ comes first, and $u$ times the derivative of $v$ is taken off. Below: $v$ squared.",
      formula: "\\dfrac{u'v - uv'}{v^2}",
      work: ({ f }, s) => toTex(ruled(f, s.slopes)),
      malrules: {
        "order-swapped": {
          value: ({ f }, s) => reversed(f, s.slopes),
          says: "The sign is turned round: the part in which $u$ is differentiated comes first, the other one is taken off.",
        },
        "not-squared": {
          value: ({ f }, s) => ruled(f, s.slopes, "-", (v) => v),
          says: "Below the line $v$ was left as it is. The quotient rule has its square there.",
        },
        "parts-added": {
          value: ({ f }, s) => ruled(f, s.slopes, "+"),
          says: "The two parts above the line were added, as in the product rule. For a quotient the second is taken off.",
        },
        "slopes-divided": {
          value: (_, s) => binary("/", ...pair(s.slopes)),
          says: "The derivatives were divided by one another. A quotient has a rule of its own, in which each is differentiated beside the other.",
        },
        "second-part-missing": {
          value: ({ f }, s) => {
            const [, v] = pair(given(f));
            return binary("/", times(pair(s.slopes)[0], v), square(v));
          },
          says: "Only what stands above the line was differentiated. What stands below changes with $x$ as well.",
        },
      },
    },
  )
  .step("slope", scalar(), (_, s) => evaluateClean(s.derivative, zero), {
    label: "f'(0)",
    words: "the slope of f at x = 0",
    hint: "Put $x = 0$ into the derivative: an exponential is 1 there.",
    formula: "\\left.f'(x)\\right|_{x = 0}",
    work: (_, s) => toTex(substitute(s.derivative, zero)),
    malrules: {
      "value-for-slope": {
        value: ({ f }) => evaluateClean(f0(f), zero),
        says: "This is the value $f(0)$. The slope comes from the derivative.",
      },
    },
  })
  .asks({ 1: ["derivative"], 2: ["derivative"], 3: ["derivative", "slope"] })
  .check(({ f }) => {
    // As a quotient of formulas, and by reverse-mode autodiff at the point.
    const polynomial = (p: Polynomial, t: Value) => p.map((a, n) => t.pow(n).mul(a)).reduce((s, part) => s.add(part));
    const at = (x: Value) => (f.k === 0 ? x : x.mul(f.k).exp());
    const [slope = 0] = gradient((x) => polynomial(f.u, at(x)).div(polynomial(f.v, at(x))), [0]);
    return { derivative: differentiate(f0(f), "x"), slope };
  });
