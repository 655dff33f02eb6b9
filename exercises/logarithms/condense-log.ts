/** Multiples of logarithms gathered into one logarithm: example 22, read from right to left. */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression } from "#lib/exercise/kinds.ts";
import { binary, call, type Expr, literal, negate } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { simplify } from "#lib/expression/simplify.ts";

const multiple = z.object({ k: z.int(), of: z.enum(["x", "y", "z", "2", "3", "5"]) });
type Multiple = z.infer<typeof multiple>;
/** Multiples of logarithms; with a bracket around them if something stands in front: top/bottom. */
const group = z.object({ top: z.int(), bottom: z.int().min(1).max(3), of: z.array(multiple).min(1) });
type Group = z.infer<typeof group>;
const params = z.object({ story: z.int().min(0).max(3), groups: z.array(group).min(1) });
type Params = z.infer<typeof params>;

const stories = [
  "Write this as a single logarithm.",
  "A log-likelihood has come out as a sum. Which number is it the logarithm of? Write it as one logarithm.",
  "Gather these logarithms into one.",
  "Condense this to one logarithm with nothing in front of it.",
] as const;

const names = ["x", "y", "z"] as const;
const positive = { variables: names, domain: { x: [0, null], y: [0, null], z: [0, null] } } as const;

/** Signed terms in a row: `2*ln(x) - ln(y)`. */
const written = (terms: readonly (readonly [isNegative: boolean, text: string])[]): string =>
  terms
    .map(([isNegative, text]) => `${isNegative ? "-" : "+"} ${text}`)
    .join(" ")
    .replace(/^\+ /, "")
    .replace(/^- /, "-");
const sized = (size: string, text: string): string => (size === "1" ? text : `${size}*${text}`);
const row = (of: readonly Multiple[]): string =>
  written(of.map(({ k, of }) => [k < 0, sized(`${Math.abs(k)}`, `ln(${of})`)]));
const factor = ({ top, bottom }: Group): Fraction => new Fraction(top, bottom);
const fraction = (x: Fraction): string => (x.d === 1n ? `${x.n}` : `(${x.n}/${x.d})`);

/** The sum of logarithms of the prompt. */
const given = ({ groups }: Params): Expr =>
  formula(
    written(
      groups.map((group) => {
        const size = fraction(factor(group).abs());
        return [group.top < 0, sized(size, size === "1" ? row(group.of) : `(${row(group.of)})`)];
      }),
    ),
    ...names,
  );

/** How much of a bracket's factor reaches its i-th term. */
type Reach = (group: Group, i: number) => Fraction;

/** The brackets multiplied out and like terms collected, letters and numbers in the order of their first mention. */
function collected({ groups }: Params, reach: Reach): Expr {
  const total = new Map<string, Fraction>();
  for (const group of groups)
    for (const [i, { k, of }] of group.of.entries())
      total.set(of, (total.get(of) ?? new Fraction(0)).add(reach(group, i).mul(k)));
  const terms = [...total].filter(([, k]) => !k.equals(0));
  return formula(written(terms.map(([of, k]) => [k.s < 0n, sized(fraction(k.abs()), `ln(${of})`)])), ...names);
}

/** One term of such a sum: its sign, and size·ln(base). */
interface Term {
  isNegative: boolean;
  size: Expr;
  base: Expr;
}

function termsOf(sum: Expr, isNegative = false): Term[] {
  if (sum.type === "negate") return termsOf(sum.of, !isNegative);
  if (sum.type === "call") return sum.args.map((base) => ({ isNegative, size: literal("1"), base }));
  if (sum.type !== "binary") return [];
  if (sum.op !== "*") return [...termsOf(sum.left, isNegative), ...termsOf(sum.right, isNegative !== (sum.op === "-"))];
  const { left } = sum;
  const terms = termsOf(sum.right, isNegative !== (left.type === "negate"));
  return terms.map((term) => ({ ...term, size: left.type === "negate" ? left.of : left }));
}

const ln = (of: Expr): Expr => call("ln", of);
const isOne = (size: Expr): boolean => size.type === "number" && size.value === 1;
const power = ({ base, size }: Term): Expr => (isOne(size) ? base : binary("^", base, size));
const joined = (op: "+" | "*", parts: readonly Expr[]): Expr =>
  parts.reduce((left, part) => binary(op, left, part), literal(op === "+" ? "0" : "1"));

/** The positive terms put together, and the negative ones; joined, where there are both. */
function apart(sum: Expr, put: (terms: readonly Term[]) => Expr, op: "-" | "/"): Expr {
  const terms = termsOf(sum);
  const below = terms.filter(({ isNegative }) => isNegative);
  const above = put(terms.filter(({ isNegative }) => !isNegative));
  return below.length === 0 ? above : binary(op, above, put(below));
}

/** The logarithms with their factors inside, in a row. */
function inRow(sum: Expr): Expr {
  const [first, ...others] = termsOf(sum).map((term) => ({ ...term, logarithm: ln(power(term)) }));
  if (!first) return sum;
  const start = first.isNegative ? negate(first.logarithm) : first.logarithm;
  return others.reduce((left, { isNegative, logarithm }) => binary(isNegative ? "-" : "+", left, logarithm), start);
}

const product = (terms: readonly Term[]): Expr => joined("*", terms.map(power));
const gathered = (sum: Expr, of: (terms: readonly Term[]) => Expr): Expr => simplify(ln(apart(sum, of, "/")));

/** What is gathered: the sum without brackets, or that of the prompt where it has none. */
const source = (p: Params, s: { collected: Expr }): Expr => (p.groups.length > 1 ? s.collected : given(p));

export default exercise({
  id: "logarithms/condense-log",
  version: 1,
  title: "One logarithm out of many",
  summary: "Gather sums, differences and multiples of logarithms into a single logarithm.",
  skills: ["log-rules"],
  source: { section: "4.2", examples: [22], formulas: ["log-product", "log-quotient", "log-power"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const [a = "x", b = "y", c = "z"] = rng.shuffle(names);
    const most = [9, 6, 4][level - 1] ?? 4;
    const multiple = (of: Multiple["of"], least = 2): Multiple => ({ k: rng.int(least, most), of });
    const minus = (m: Multiple): Multiple => ({ ...m, k: -m.k });
    const either = (m: Multiple): Multiple => ({ ...m, k: m.k * rng.pick([1, -1]) });
    const plainly = (of: Multiple[]): Group => ({ top: 1, bottom: 1, of });
    if (level === 1) return { story, groups: [plainly([multiple(a), either(multiple(b))])] };
    if (level === 2)
      return { story, groups: [plainly([multiple(a), ...rng.shuffle([minus(multiple(b)), either(multiple(c, 1))])])] };
    const number = plainly([{ k: rng.int(2, 3), of: rng.pick<"2" | "3" | "5">(["2", "3", "5"]) }]);
    // A multiple that the fraction in front leaves a fraction, and the same letter again in the other bracket.
    const bottom = rng.int(2, 3);
    const first = { k: bottom === 2 ? rng.pick([1, 3, 5]) : rng.pick([1, 2, 4, 5]), of: a };
    const root = { top: 1, bottom, of: [first, either(multiple(b))] };
    const taken = { top: -rng.int(2, 3), bottom: 1, of: [multiple(c), either(multiple(a))] };
    return { story, groups: [...rng.shuffle([root, number]), taken] };
  })
  .prompt((p) => `${stories[p.story]}\n\n$$L = ${toTex(given(p))}$$\n\nAll letters stand for positive numbers.`)
  .step("collected", expression(positive), (p) => collected(p, factor), {
    label: "L",
    words: "the sum without brackets",
    hint: "Multiply out the brackets and collect the multiples of each logarithm.",
    formula: (p) => toTex(given(p)),
    malrules: {
      "factor-on-first": {
        value: (p) => collected(p, (group, i) => (i === 0 ? factor(group) : new Fraction(Math.sign(group.top)))),
        says: "The factor in front of a bracket reached its first term only. It multiplies every term inside.",
      },
      "minus-on-first": {
        value: (p) => collected(p, (group, i) => (i === 0 ? factor(group) : factor(group).abs())),
        says: "The minus in front of a bracket turns the sign of every term inside, not only of the first.",
      },
      "factor-dropped": {
        value: (p) => collected(p, (group) => new Fraction(Math.sign(group.top))),
        says: "The factor in front of a bracket is gone. It multiplies every term inside.",
      },
    },
  })
  .step("single", expression(positive, { form: "single-logarithm" }), (p, s) => gathered(source(p, s), product), {
    label: "L",
    words: "the single logarithm",
    hint: "A factor in front of a logarithm goes inside as an exponent; then a sum becomes a product, and what has a minus goes below the line.",
    formula: "\\ln(a^k) + \\ln(b^m) + \\dots",
    work: (p, s) => toTex(inRow(source(p, s))),
    malrules: {
      "logarithm-of-sum": {
        value: (p, s) => simplify(ln(apart(source(p, s), (terms) => joined("+", terms.map(power)), "-"))),
        says: "The terms were added up inside. A sum of logarithms is the logarithm of a product: $\\ln a + \\ln b = \\ln(ab)$, and a difference that of a quotient.",
      },
      "product-of-logarithms": {
        value: (p, s) =>
          simplify(
            apart(
              source(p, s),
              (terms) =>
                joined(
                  "*",
                  terms.map((t) => ln(power(t))),
                ),
              "/",
            ),
          ),
        says: "The logarithms themselves were multiplied or divided. Multiply what they are taken of: $\\ln a + \\ln b = \\ln(ab)$.",
      },
      "quotient-of-logarithms": {
        value: (p, s) => simplify(apart(source(p, s), (terms) => ln(product(terms)), "/")),
        says: "The logarithms were divided. A difference becomes a quotient inside: $\\ln a - \\ln b = \\ln \\frac{a}{b}$.",
      },
      "coefficient-as-factor": {
        value: (p, s) =>
          gathered(source(p, s), (terms) =>
            joined(
              "*",
              terms.map(({ base, size }) => binary("*", size, base)),
            ),
          ),
        says: "The numbers in front went inside as factors. They become exponents: $k \\ln a = \\ln(a^k)$.",
      },
      "coefficients-dropped": {
        value: (p, s) =>
          gathered(source(p, s), (terms) =>
            joined(
              "*",
              terms.map(({ base }) => base),
            ),
          ),
        says: "The numbers in front of the logarithms are gone. They become exponents: $k \\ln a = \\ln(a^k)$.",
      },
      "minus-lost": {
        value: (p, s) => simplify(ln(product(termsOf(source(p, s))))),
        says: "A term with a minus goes below the line: $\\ln a - \\ln b = \\ln \\frac{a}{b}$.",
      },
    },
  })
  .asks({ 1: ["single"], 2: ["single"], 3: ["single"] })
  .examples({
    "22": {
      level: 2,
      params: {
        story: 0,
        groups: [
          {
            top: 1,
            bottom: 1,
            of: [
              { k: 2, of: "x" },
              { k: 3, of: "y" },
              { k: -1, of: "z" },
            ],
          },
        ],
      },
    },
  })
  // The sum of the prompt is the same function; comparing them takes numbers of the domain, not the rules.
  .check((p) => ({ single: given(p) }));
