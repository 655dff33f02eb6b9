/** The power rule, from a single power to reciprocals and roots (example 8). */
import Fraction from "fraction.js";
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression } from "#lib/exercise/kinds.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { binary, type Expr, literal } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";
import { simplify } from "#lib/expression/simplify.ts";

/** The term a·x^(top/bottom); a constant where top is 0. */
const term = z.object({ a: z.number(), top: z.int(), bottom: z.int().min(1).max(3) });
type Term = z.infer<typeof term>;
const params = z.object({ story: z.int().min(0).max(3), terms: z.array(term).min(1) });
type Params = z.infer<typeof params>;

const stories = [
  "Find the derivative $f'(x)$ of",
  "How fast does $f$ change as $x$ grows? Differentiate",
  "What is the slope, at any $x$, of the curve that is given by",
  "A quantity depends on $x$ as follows. Find its derivative:",
] as const;

const exponentOf = ({ top, bottom }: Term): string => (bottom === 1 ? `(${top})` : `(${top}/${bottom})`);
const moving = (terms: readonly Term[]): Term[] => terms.filter(({ top }) => top !== 0);

/** The sum of the terms: the sign stands in front of each, what is behind it is written by `text`. */
function sum(terms: readonly Term[], text: (t: Term) => string): Expr {
  const written = terms.map((t) => `${t.a < 0 ? "-" : "+"} ${text({ ...t, a: Math.abs(t.a) })}`);
  return formula(written.join(" ").replace(/^\+ /, ""), "x");
}

/** a·x^n without what goes without saying. */
function power({ a, top, bottom }: Term): string {
  if (top === 0) return `${a}`;
  const x = top === bottom ? "x" : bottom === 1 && top > 0 ? `x^${top}` : `x^${exponentOf({ a, top, bottom })}`;
  return a === 1 ? x : `${a}${x}`;
}

/** The same with a fraction bar or a root in place of a negative or broken exponent. */
function printed(t: Term): string {
  const { a, top, bottom } = t;
  if (bottom === 1) return top < 0 ? `(${a}/x^${-top})` : power(t);
  const root = bottom === 2 ? "sqrt(x)" : top === 1 ? "cbrt(x)" : "cbrt(x^2)";
  return top < 0 ? `(${a}/${root})` : top > bottom ? `${a}x*${root}` : `${a}${root}`;
}

/** The derivative of the terms with nothing multiplied out: `4*3x^3`; the sign of an exponent goes to the front. */
const ruled = (terms: readonly Term[]): Expr =>
  sum(
    terms.map((t) => ({ ...t, a: t.top < 0 ? -t.a : t.a })),
    (t) => {
      const lowered = power({ ...t, top: t.top - t.bottom });
      return t.top === t.bottom ? lowered : `${exponentOf({ ...t, top: Math.abs(t.top) })}*${lowered}`;
    },
  );

const given = ({ terms }: Params): Expr => sum(terms, printed);

/** The sum of what a rule makes of each term, a factor and a power of x; of a constant only where it is `withConstant`. */
function byRule(rule: (t: Term, n: string) => readonly [factor: string, exponent: string], withConstant = false) {
  const value = remembered((terms: readonly Term[]) =>
    simplify(sum(withConstant ? terms : moving(terms), (t) => rule(t, exponentOf(t)).join("*x^"))),
  );
  return ({ terms }: Params) => value(terms);
}
const slope = remembered((terms: readonly Term[]) => differentiate(sum(terms, printed), "x"));
const isReciprocal = ({ top, bottom }: Term): boolean => bottom === 1 && top < 0;

const malrules = {
  "exponent-kept": {
    value: byRule(({ a }, n) => [`${a}*${n}`, n]),
    says: "The exponent came down as a factor but also stayed where it was. Afterwards $n - 1$ is left of it above.",
  },
  "exponent-raised": {
    value: byRule(({ a }, n) => [`${a}*${n}`, `(${n}+1)`]),
    says: "The exponent went up by one. Differentiating takes one off it: $(x^n)' = n\\,x^{n - 1}$.",
  },
  integrated: {
    value: byRule(({ a }, n) => [`${a}/(${n}+1)`, `(${n}+1)`], true),
    says: "This is an antiderivative of $f$. The derivative multiplies by the exponent and lowers it, not the other way round.",
  },
  "factor-missing": {
    value: byRule(({ a }, n) => [`${a}`, `(${n}-1)`]),
    says: "The exponents went down by one, but each should also come down in front as a factor.",
  },
  "coefficient-lost": {
    value: byRule((_, n) => [n, `(${n}-1)`]),
    says: "The numbers in front of the powers are gone. A constant factor stays: $(a\\,x^n)' = a\\,n\\,x^{n - 1}$.",
  },
};

const explained = {
  label: "f'(x)",
  words: "the derivative of f",
  hint: "Go term by term: the exponent comes down as a factor, and the exponent that stays is one less. A constant alone has the slope 0.",
  formula: ({ terms }: Params) =>
    terms.length > 1 ? "\\textstyle\\sum n \\cdot a\\,x^{n - 1}" : "n \\cdot a\\,x^{n - 1}",
  work: ({ terms }: Params) => toTex(ruled(moving(terms))),
};

export default exercise({
  id: "calculus/power-rule",
  version: 1,
  title: "The power rule",
  summary: "Differentiate powers of x, polynomials, reciprocals and roots, term by term.",
  skills: ["derivatives"],
  source: { section: "2.1", examples: [8], formulas: ["power-derivative"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const term = (size: number, top: number, bottom = 1): Term => ({ a: size * rng.pick([1, -1]), top, bottom });
    if (level === 1) {
      const tenths = rng.pick([0.3, 0.4, 0.5, 0.6, 0.8, 1.2, 1.5, 2.5]);
      return { story, terms: [term(rng.pick([tenths, rng.int(2, 15), rng.int(2, 15)]), rng.int(3, 12))] };
    }
    if (level === 2) {
      const top = rng.int(4, 7);
      return { story, terms: [top, rng.int(2, top - 1), 1, 0].map((n) => term(rng.int(2, 9), n)) };
    }
    // Numbers in front of a root that the index divides, so that no fraction is left of them.
    // biome-ignore format: a list of pairs
    const [top, bottom] = rng.pick<readonly [number, number]>([[1, 2], [-1, 2], [3, 2], [1, 3], [2, 3]]);
    const root = term(bottom * rng.int(1, 4), top, bottom);
    return {
      story,
      terms: rng.shuffle([term(rng.int(2, 9), -rng.int(2, 4)), root, term(rng.int(2, 9), rng.int(2, 4))]),
    };
  })
  .prompt((p, level) =>
    [
      stories[p.story],
      `$$f(x) = ${toTex(given(p))}$$`,
      ...(level === 3 ? ["Take $x > 0$. Write the powers in whatever way you like."] : []),
    ].join("\n\n"),
  )
  .step("derivative", expression({ variables: ["x"] }), (p) => slope(p.terms), {
    ...explained,
    malrules: {
      ...malrules,
      "constant-kept": {
        value: (p) => {
          const constant = p.terms.find(({ top }) => top === 0);
          return constant && simplify(binary("+", slope(p.terms), literal(`${constant.a}`)));
        },
        says: "The constant is still there. It does not change with $x$, so its slope is 0.",
      },
    },
  })
  .step("powers", expression({ variables: ["x"], domain: { x: [0, null] } }), ({ terms }) => sum(terms, power), {
    label: "f(x)",
    words: "f written in powers of x",
    hint: "Write every term as a power of $x$ first: $\\frac{1}{x^n} = x^{-n}$ and $\\sqrt[n]{x} = x^{1/n}$.",
    formula: (p) => toTex(given(p)),
    malrules: {
      "reciprocal-as-power": {
        value: ({ terms }) => sum(terms, (t) => power(isReciprocal(t) ? { ...t, top: -t.top } : t)),
        says: "The sign of an exponent was lost: a power below the line is $\\frac{1}{x^n} = x^{-n}$.",
      },
      "root-turned-round": {
        value: ({ terms }) =>
          sum(terms, (t) => power(t.bottom === 1 ? t : t.top === 1 ? { ...t, top: t.bottom, bottom: 1 } : t)),
        says: "A root was read as a power with its index: $\\sqrt[n]{x}$ is $x^{1/n}$, not $x^n$.",
      },
    },
  })
  .step(
    "derivative_of_powers",
    expression({ variables: ["x"], domain: { x: [0, null] } }),
    (_, s) => differentiate(s.powers, "x"),
    {
      ...explained,
      malrules: {
        ...malrules,
        "towards-zero": {
          value: byRule((t, n) => [`${t.a}*${n}`, `(${n}${isReciprocal(t) ? "+" : "-"}1)`]),
          says: "One less than a negative exponent is further from zero: $-2 - 1 = -3$. Below the line the power grows.",
        },
        "minus-missing": {
          value: byRule((t, n) => [`${t.a}*${t.top < 0 ? `(-${n})` : n}`, `(${n}-1)`]),
          says: "A negative exponent comes down with its sign: $(x^{-n})' = -n\\,x^{-n - 1}$.",
        },
        "below-the-line-only": {
          value: byRule((t, n) =>
            isReciprocal(t) ? [`${t.a}/${-t.top}`, `(${t.top}+1)`] : [`${t.a}*${n}`, `(${n}-1)`],
          ),
          says: "What stands below the line was differentiated by itself. Write $\\frac{1}{x^n}$ as $x^{-n}$ before you use the rule.",
        },
      },
    },
  )
  .asks({ 1: ["derivative"], 2: ["derivative"], 3: ["derivative_of_powers"] })
  .examples({
    "8": { level: 1, params: { story: 0, terms: [{ a: 3, top: 3, bottom: 1 }] } },
    "8-square": { level: 1, params: { story: 0, terms: [{ a: 1, top: 2, bottom: 1 }] } },
  })
  .check((p) => {
    // Each term in closed form, its number worked out as a fraction.
    const closed = sum(moving(p.terms), ({ a, top, bottom }) => {
      const factor = new Fraction(String(a)).mul(top).div(bottom).toFraction();
      return `(${factor})*x^(${top - bottom}/${bottom})`;
    });
    return { derivative: closed, derivative_of_powers: closed };
  });
