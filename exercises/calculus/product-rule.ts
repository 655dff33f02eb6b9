/** The product rule for two factors, and for three (section 2.1). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression, formulaVector, scalar } from "#lib/exercise/kinds.ts";
import { column } from "#lib/exercise/tex.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import { binary, type Expr } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";
import { substitute } from "#lib/expression/substitute.ts";
import { gradient } from "#lib/math/autodiff.ts";

/** a·x^n + b, or e^(nx), or ln x; unused numbers are 0. */
const factor = z.object({ kind: z.enum(["powers", "exp", "ln"]), a: z.int(), n: z.int(), b: z.int() });
type Factor = z.infer<typeof factor>;
type Factors = readonly Factor[];
const params = z.object({ story: z.int().min(0).max(4), factors: z.array(factor).min(2).max(3) });

const stories = [
  "Find the derivative $f'(x)$ of",
  "What is the slope, at any $x$, of the curve that is given by",
  "A signal is scaled by a factor that changes too. Find the derivative of",
  "The revenue is a price times an amount, and both depend on $x$. Find its derivative:",
  "How fast does $f$ change as $x$ grows? Differentiate",
] as const;

const letters = ["u", "v", "w"] as const;
const domain = { variables: ["x"], domain: { x: [0, null] } } as const;

function text({ kind, a, n, b }: Factor): string {
  if (kind === "exp") return n === 1 ? "e^x" : `e^(${n}x)`;
  if (kind === "ln") return "ln(x)";
  const power = `${a}${n === 1 ? "x" : `x^${n}`}`;
  return b === 0 ? power : `${power} ${b < 0 ? "-" : "+"} ${Math.abs(b)}`;
}

/** The derivative of one factor. */
function slopeText({ kind, a, n }: Factor): string {
  if (kind === "exp") return n === 1 ? "e^x" : `${n}*e^(${n}x)`;
  if (kind === "ln") return "1/x";
  return n === 1 ? `${a}` : `${a * n}${n === 2 ? "x" : `x^${n - 1}`}`;
}

const each = (rule: (f: Factor) => string) =>
  remembered((factors: Factors): readonly Expr[] => factors.map((f) => formula(rule(f), "x")));
const given = each(text);
const right = each(slopeText);
const withoutInner = each((f) => (f.kind === "exp" ? text(f) : slopeText(f)));
const withConstant = each((f) =>
  f.b === 0 ? slopeText(f) : `${slopeText(f)} ${f.b < 0 ? "-" : "+"} ${Math.abs(f.b)}`,
);
const logarithmKept = each((f) => (f.kind === "ln" ? text(f) : slopeText(f)));

const one = new Map([["x", 1]]);
const product = (exprs: readonly Expr[]): Expr => exprs.reduce((left, right) => binary("*", left, right));
const total = (exprs: readonly Expr[]): Expr => exprs.reduce((left, right) => binary("+", left, right));

/** For each factor the product in which it alone is differentiated. */
const summands = (factors: Factors, slopes: readonly Expr[]): Expr[] =>
  slopes.map((slope, i) => product(given(factors).map((g, k) => (k === i ? slope : g))));

/** Coefficients by exponent. */
type Polynomial = ReadonlyMap<number, number>;
const polynomial = (terms: readonly (readonly [n: number, a: number])[]): Polynomial => {
  const sums = new Map<number, number>();
  for (const [n, a] of terms) sums.set(n, a + (sums.get(n) ?? 0));
  return sums;
};
const termsOf = (p: Polynomial) => [...p];
const slope = (p: Polynomial) => termsOf(p).flatMap(([n, a]) => (n === 0 ? [] : [[n - 1, a * n] as const]));

function written(p: Polynomial): string {
  const shown = termsOf(p)
    .filter(([, a]) => a !== 0)
    .sort(([n], [m]) => m - n)
    .map(([n, a]) => {
      const size = Math.abs(a);
      const power = n === 1 ? `${size}x` : `${size}x^${n}`;
      return `${a < 0 ? "-" : "+"} ${n === 0 ? size : n < 0 ? `${size}/x` : power}`;
    });
  return shown.length === 0 ? "0" : shown.join(" ").replace(/^\+ /, "");
}

/** The derivative put in order: (P' + kP)e^(kx) or P'·ln x + P/x, with the polynomial P that is in front. */
const tidy = remembered((factors: Factors): Expr => {
  const front = factors
    .filter(({ kind }) => kind === "powers")
    .map(({ a, n, b }) => (b === 0 ? [[n, a] as const] : [[n, a] as const, [0, b] as const]))
    .reduce((left, right) => left.flatMap(([n, a]) => right.map(([m, b]) => [n + m, a * b] as const)));
  const p = polynomial(front);
  const other = factors.find(({ kind }) => kind !== "powers");
  if (other?.kind === "ln") {
    const rest = written(polynomial(termsOf(p).map(([n, a]) => [n - 1, a] as const)));
    return formula(`(${written(polynomial(slope(p)))})*ln(x) ${rest.startsWith("-") ? rest : `+ ${rest}`}`, "x");
  }
  const k = other?.n ?? 0;
  const sum = polynomial([...slope(p), ...termsOf(p).map(([n, a]) => [n, k * a] as const)]);
  return formula(`(${written(sum)})*e^(${k === 1 ? "" : k}x)`, "x");
});
/** From slopes that are wrong, the sum of the parts as they come. */
const joined = (factors: Factors, slopes: readonly Expr[]): Expr =>
  slopes === right(factors) ? tidy(factors) : total(summands(factors, slopes));

export default exercise({
  id: "calculus/product-rule",
  version: 1,
  title: "The product rule",
  summary: "Differentiate products of powers, exponentials and logarithms, of two factors and of three.",
  skills: ["product-quotient-rules", "exp-log-derivatives"],
  source: { section: "2.1", formulas: ["product-rule"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 4);
    const powers = (n: number, b = 0, a = rng.int(2, 9)): Factor => ({ kind: "powers", a, n, b });
    const other = (k: number): Factor =>
      rng.int(1, 3) > 1 ? { kind: "exp", a: 0, n: k, b: 0 } : { kind: "ln", a: 0, n: 0, b: 0 };
    const signed = (b: number) => b * rng.pick([1, -1]);
    if (level === 1) return { story, factors: [powers(rng.int(3, 8), 0, rng.int(2, 29)), other(1)] };
    if (level === 2) {
      const binomial = powers(rng.int(2, 4), signed(rng.int(2, 9)));
      return { story, factors: [binomial, other(signed(rng.int(2, 6)))] };
    }
    return { story, factors: [powers(rng.int(2, 4)), powers(1, signed(rng.int(2, 9))), other(signed(rng.int(2, 4)))] };
  })
  .prompt(({ story, factors }, level) =>
    [
      stories[story],
      `$$f(x) = ${toTex(product(given(factors)))}$$`,
      level < 3 ? "Take $x > 0$." : "Take $x > 0$. Find also the slope of $f$ at $x = 1$.",
    ].join("\n\n"),
  )
  .step("slopes", formulaVector(domain), ({ factors }) => right(factors), {
    label: "\\text{the slopes of the factors}",
    words: "the derivatives of the factors one by one",
    hint: "Call the factors $u$, $v$ and so on, and differentiate each by itself.",
    skill: "exp-log-derivatives",
    formula: ({ factors }) => column(factors.map((_, i) => `${letters[i]}'`)),
    work: ({ factors }) => column(given(factors).map((g) => `\\left(${toTex(g)}\\right)'`)),
    malrules: {
      "inner-factor-missing": {
        value: ({ factors }) =>
          factors.some(({ kind, n }) => kind === "exp" && n !== 1) ? withoutInner(factors) : undefined,
        says: "The factor from the exponent is missing: $(e^{kx})' = k\\,e^{kx}$, sign included.",
      },
      "constant-kept": {
        value: ({ factors }) => (factors.some(({ b }) => b !== 0) ? withConstant(factors) : undefined),
        says: "Differentiating the bracket, its constant was kept. It has the slope 0; in the other part, where the bracket is not differentiated, it stays.",
      },
      "logarithm-kept": {
        value: ({ factors }) => (factors.some(({ kind }) => kind === "ln") ? logarithmKept(factors) : undefined),
        says: "The logarithm was left as it is where it should be differentiated. Only the exponential is its own derivative.",
      },
    },
  })
  .step("derivative", expression(domain), ({ factors }, s) => joined(factors, s.slopes), {
    label: "f'(x)",
    words: "the derivative of f",
    hint: "There is one part for each factor: in it that factor alone is differentiated, and the others stay as they are. Add the parts.",
    formula: ({ factors }) => (factors.length === 2 ? "u'v + uv'" : "u'vw + uv'w + uvw'"),
    work: ({ factors }, s) => toTex(total(summands(factors, s.slopes))),
    malrules: {
      "slopes-multiplied": {
        value: (_, s) => product(s.slopes),
        says: "The derivatives of the factors were multiplied. In each part of the product rule only one factor is differentiated.",
      },
      "last-part-missing": {
        value: ({ factors }, s) => total(summands(factors, s.slopes).slice(0, -1)),
        says: "A part is missing: the last factor changes with $x$ as well, so it too is differentiated once, beside the others.",
      },
      "first-part-missing": {
        value: ({ factors }, s) => total(summands(factors, s.slopes).slice(1)),
        says: "A part is missing: the first factor changes with $x$ as well, so it too is differentiated once, beside the others.",
      },
      subtracted: {
        value: ({ factors }, s) => summands(factors, s.slopes).reduce((left, right) => binary("-", left, right)),
        says: "The parts were subtracted, as in the quotient rule. For a product they are added.",
      },
      "slopes-added": {
        value: (_, s) => total(s.slopes),
        says: "This is the sum of the derivatives, as for a sum. In a product each of them is multiplied by the factors that were left alone.",
      },
    },
  })
  .step("slope", scalar(), (_, s) => evaluateClean(s.derivative, one), {
    label: "f'(1)",
    words: "the slope of f at x = 1",
    hint: "Put $x = 1$ into the derivative; there, a logarithm is 0 and a power of $x$ is 1.",
    formula: "\\left.f'(x)\\right|_{x = 1}",
    work: (_, s) => toTex(substitute(s.derivative, one)),
    malrules: {
      "value-for-slope": {
        value: ({ factors }) => evaluateClean(product(given(factors)), one),
        says: "This is the value $f(1)$. The slope comes from the derivative.",
      },
    },
  })
  .asks({ 1: ["derivative"], 2: ["derivative"], 3: ["derivative", "slope"] })
  .cases(({ factors }) => (factors.some(({ kind }) => kind === "exp") ? "exp" : "ln"))
  .check(({ factors }) => {
    const [slope = 0] = gradient(
      (x) =>
        factors
          .map(({ kind, a, n, b }) =>
            kind === "powers" ? x.pow(n).mul(a).add(b) : kind === "exp" ? x.mul(n).exp() : x.log(),
          )
          .reduce((left, right) => left.mul(right)),
      [1],
    );
    return { derivative: differentiate(product(given(factors)), "x"), slope };
  });
