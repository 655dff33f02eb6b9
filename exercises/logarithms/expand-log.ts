/** The logarithm of a product of powers taken apart into logarithms of single letters (example 22). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression } from "#lib/exercise/kinds.ts";
import { binary, call, type Expr, literal } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { simplify } from "#lib/expression/simplify.ts";

const power = z.object({ base: z.enum(["x", "y", "z", "e"]), n: z.int().min(1) });
type Power = z.infer<typeof power>;
const params = z.object({
  story: z.int().min(0).max(3),
  above: z.array(power).min(1),
  below: z.array(power),
  /** The whole is raised to outer/root: 1/2 is a square root, 3/1 a third power. */
  outer: z.int().min(1),
  root: z.int().min(1).max(3),
});
type Params = z.infer<typeof params>;

const stories = [
  "Take this logarithm apart as far as it goes.",
  "The logarithm of a likelihood is easier to differentiate once it is a sum. Take it apart.",
  "Write this as a sum of multiples of logarithms of single letters.",
  "Expand this logarithm completely.",
] as const;

const names = ["x", "y", "z"] as const;
const positive = { variables: names, domain: { x: [0, null], y: [0, null], z: [0, null] } } as const;

const side = (powers: readonly Power[]): string =>
  powers.map(({ base, n }) => (n === 1 ? base : `${base}^${n}`)).join("*");

/** What the logarithm of the prompt is taken of. */
function inside({ above, below, outer, root }: Params): Expr {
  const quotient = below.length === 0 ? side(above) : `(${side(above)})/(${side(below)})`;
  const rooted = root === 2 ? `sqrt(${quotient})` : root === 3 ? `cbrt(${quotient})` : quotient;
  return formula(outer === 1 ? rooted : `(${rooted})^${outer}`, ...names);
}

/** The exponent of the i-th factor above or below the line. */
type Exponent = (n: number, isBelow: boolean, i: number) => Fraction;

/** All powers as one product, with the exponents that a rule gives them. */
function product({ above, below }: Params, exponent: Exponent): Expr {
  const text = (base: string, k: Fraction) =>
    k.equals(1) ? base : `${base}^(${k.s < 0n ? "-" : ""}(${k.abs().toFraction()}))`;
  const factors = [
    ...above.map(({ base, n }, i) => text(base, exponent(n, false, i))),
    ...below.map(({ base, n }, i) => text(base, exponent(n, true, i))),
  ];
  return formula(factors.join("*"), ...names);
}
const times = (n: number, { outer, root }: Params): Fraction => new Fraction(n * outer, root);
const signed = (n: number, isBelow: boolean): number => (isBelow ? -n : n);

/** One factor of such a product: its base, and the size and sign of its exponent. */
interface Factor {
  base: Expr;
  size: Expr;
  isBelow: boolean;
}

function factorsOf(expr: Expr): Factor[] {
  if (expr.type !== "binary") return [{ base: expr, size: literal("1"), isBelow: false }];
  const { op, left: base, right: size } = expr;
  if (op === "*") return [...factorsOf(base), ...factorsOf(size)];
  return size.type === "negate" ? [{ base, size: size.of, isBelow: true }] : [{ base, size, isBelow: false }];
}

const ln = (of: Expr): Expr => call("ln", of);
const multiple = ({ base, size }: Factor): Expr => binary("*", size, ln(base));
const isOne = (size: Expr): boolean => size.type === "number" && size.value === 1;
const raised = ({ base, size }: Factor): Expr => (isOne(size) ? base : binary("^", base, size));
const joined = (op: "+" | "*", parts: readonly Expr[]): Expr => parts.reduce((left, part) => binary(op, left, part));
const isSum = (p: Params): boolean => p.above.length + p.below.length > 1;

/** What stands above the line, minus or over what stands below it, each side put together by itself. */
function apart(whole: Expr, put: (factors: readonly Factor[]) => Expr, op: "-" | "/" = "-"): Expr {
  const factors = factorsOf(whole);
  const [above, below] = [factors.filter(({ isBelow }) => !isBelow), factors.filter(({ isBelow }) => isBelow)];
  return simplify(below.length === 0 ? put(above) : binary(op, put(above), put(below)));
}

/** The logarithms of all powers in a row, before any exponent comes down. */
function inRow(whole: Expr): Expr {
  const [first, ...others] = factorsOf(whole).map((factor) => ({ ...factor, term: ln(raised(factor)) }));
  if (!first) return whole;
  return others.reduce((left, { isBelow, term }) => binary(isBelow ? "-" : "+", left, term), first.term);
}
const summed = (factors: readonly Factor[]): Expr => joined("+", factors.map(multiple));

export default exercise({
  id: "logarithms/expand-log",
  version: 1,
  title: "Taking a logarithm apart",
  summary: "Turn the logarithm of products, quotients, powers and roots into a sum of plain logarithms.",
  skills: ["log-rules"],
  source: { section: "4.2", examples: [22], formulas: ["log-product", "log-quotient", "log-power"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const [a = "x", b = "y", c = "z"] = rng.shuffle(names);
    const power = (base: Power["base"], n: number): Power => ({ base, n });
    if (level === 1) {
      const [first, second] = [power(a, rng.int(2, 9)), power(b, rng.int(2, 9))];
      const sides = rng.pick([
        { above: [first, second], below: [] },
        { above: [first], below: [second] },
      ]);
      return { story, ...sides, outer: 1, root: 1 };
    }
    const split = rng.int(1, 2);
    const sides = (three: readonly Power[]) => ({ above: three.slice(0, split), below: three.slice(split) });
    if (level === 2) {
      const three = [power(a, rng.int(2, 7)), ...rng.shuffle([power(b, rng.int(2, 7)), power(c, rng.int(1, 7))])];
      return { story, ...sides(three), outer: 1, root: 1 };
    }
    // Under a root, exponents that its index does not divide.
    const root = rng.int(1, 3);
    const exponent = () =>
      root === 2 ? rng.pick([1, 3, 5, 7]) : root === 3 ? rng.pick([1, 2, 4, 5, 7]) : rng.int(2, 7);
    const { above, below } = sides([power(a, exponent()), power(b, exponent()), power(c, exponent())]);
    return { story, above: [power("e", exponent()), ...above], below, outer: root === 1 ? rng.int(2, 5) : 1, root };
  })
  .prompt((p) => `${stories[p.story]}\n\n$$L = ${toTex(ln(inside(p)))}$$\n\nAll letters stand for positive numbers.`)
  .step("product", expression(positive), (p) => product(p, (n, isBelow) => times(signed(n, isBelow), p)), {
    label: "u",
    words: "what the logarithm is taken of, as a product of powers",
    hint: "Write what the logarithm is taken of as one product of powers $x^k$: below the line the exponents are negative, and a root or power of the whole multiplies every exponent.",
    formula: (p) => toTex(inside(p)),
    malrules: {
      "sign-of-quotient": {
        value: (p) => (p.below.length > 0 ? product(p, (n) => times(n, p)) : undefined),
        says: "What stands below the line comes with a minus: $\\ln \\frac{a}{b} = \\ln a - \\ln b$.",
      },
      "only-first-below": {
        value: (p) =>
          p.below.length > 1 ? product(p, (n, isBelow, i) => times(signed(n, isBelow && i === 0), p)) : undefined,
        says: "Everything below the line gets the minus, not only its first factor: $\\ln \\frac{a}{bc} = \\ln a - (\\ln b + \\ln c)$.",
      },
      "whole-power-lost": {
        value: (p) => product(p, (n, isBelow) => new Fraction(signed(n, isBelow))),
        says: "The root or power of the whole is gone. It multiplies every term: $\\ln \\sqrt[n]{u} = \\frac{1}{n} \\ln u$.",
      },
      "whole-power-on-first": {
        value: (p) =>
          product(p, (n, isBelow, i) => (i === 0 && !isBelow ? times(n, p) : new Fraction(signed(n, isBelow)))),
        says: "The root or power of the whole reached the first factor only. It multiplies every term.",
      },
      "root-turned-round": {
        value: (p) => (p.root > 1 ? product(p, (n, isBelow) => new Fraction(signed(n, isBelow) * p.root)) : undefined),
        says: "The root was taken for a power: $\\sqrt[n]{u}$ is $u^{1/n}$, so that $\\frac{1}{n}$ comes in front, not $n$.",
      },
    },
  })
  .step("expanded", expression(positive, { form: "expanded-logarithms" }), (_, s) => apart(s.product, summed), {
    label: "L",
    words: "the logarithm, taken apart",
    hint: "A product becomes a sum of logarithms, a quotient a difference, and an exponent comes down in front of its logarithm. The natural logarithm of $e$ is 1.",
    formula: "\\ln(a^k b^m \\cdots) = k \\ln a + m \\ln b + \\dots",
    work: (_, s) => toTex(inRow(s.product)),
    malrules: {
      "power-of-logarithm": {
        value: (_, s) =>
          apart(s.product, (factors) =>
            joined(
              "+",
              factors.map(({ base, size }) => binary("^", ln(base), size)),
            ),
          ),
        says: "An exponent inside comes down as a factor: $\\ln(a^k) = k \\ln a$. The power $(\\ln a)^k$ is something else.",
      },
      "logarithm-of-sum": {
        value: (p, s) =>
          p.above.length > 1 || p.below.length > 1
            ? apart(s.product, (factors) => ln(joined("+", factors.map(raised))))
            : undefined,
        says: "The product inside was turned into a sum. It is outside that the plus appears: $\\ln(ab) = \\ln a + \\ln b$, and $\\ln(a + b)$ cannot be taken apart.",
      },
      "product-of-logarithms": {
        value: (p, s) =>
          p.above.length > 1 || p.below.length > 1
            ? apart(s.product, (factors) => joined("*", factors.map(multiple)))
            : undefined,
        says: "The logarithms were multiplied. The logarithm of a product is the sum of the logarithms.",
      },
      "quotient-of-logarithms": {
        value: (p, s) => (p.below.length > 0 ? apart(s.product, summed, "/") : undefined),
        says: "The logarithms were divided. The logarithm of a quotient is a difference: $\\ln \\frac{a}{b} = \\ln a - \\ln b$.",
      },
      "exponents-dropped": {
        value: (p, s) =>
          isSum(p)
            ? apart(s.product, (factors) =>
                joined(
                  "+",
                  factors.map(({ base }) => ln(base)),
                ),
              )
            : undefined,
        says: "The exponents are gone. Each comes down in front of its logarithm: $\\ln(a^k) = k \\ln a$.",
      },
    },
  })
  .asks({ 1: ["expanded"], 2: ["expanded"], 3: ["expanded"] })
  .cases(({ root }) => (root > 1 ? "root" : "power"))
  .examples({
    "22": {
      level: 2,
      params: {
        story: 0,
        above: [
          { base: "x", n: 2 },
          { base: "y", n: 3 },
        ],
        below: [{ base: "z", n: 1 }],
        outer: 1,
        root: 1,
      },
    },
  })
  // The logarithm of the prompt is the same function; comparing them takes numbers of the domain, not the rules.
  .check((p) => ({ expanded: ln(inside(p)) }));
