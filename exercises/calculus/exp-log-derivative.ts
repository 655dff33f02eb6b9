/** Derivatives of exponentials and logarithms, from e^x and ln x to other bases (example 8). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression } from "#lib/exercise/kinds.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { type Expr, literal } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";

/** a·e^(kx), a·ln(kx^n), a·x^n, a·k^x, a·log_k x, and two that are mere numbers, a·e^k and a·ln k; unused numbers are 1. */
const term = z.object({
  kind: z.enum(["exp", "ln", "power", "base", "log", "e-power", "ln-number"]),
  a: z.int(),
  k: z.int(),
  n: z.int(),
});
type Term = z.infer<typeof term>;
type Kind = Term["kind"];
const params = z.object({ story: z.int().min(0).max(3), terms: z.array(term).min(1) });
type Params = z.infer<typeof params>;

const stories = [
  "Find the derivative $f'(x)$ of",
  "A cost grows with $x$ as follows. How fast does it change? Differentiate",
  "What is the slope, at any $x$, of the curve that is given by",
  "A model contains the function below. Training needs its derivative:",
] as const;

/** The sum of what `text` makes of the terms, taken without their signs; a term of which it makes nothing vanishes. */
function sum(terms: readonly Term[], text: (t: Term) => string): Expr {
  const written = terms.flatMap((t) => {
    const size = text({ ...t, a: Math.abs(t.a) });
    const isNegative = t.a < 0 !== size.startsWith("-");
    return size === "" ? [] : [`${isNegative ? "-" : "+"} ${size.replace(/^-/, "")}`];
  });
  return written.length === 0 ? literal("0") : formula(written.join(" ").replace(/^\+ /, ""), "x");
}

const times = (factor: number, rest: string) => (factor === 1 ? rest : `${factor}*${rest}`);
const inner = ({ k, n }: Term) => `${k === 1 ? "" : k}${n === 1 ? "x" : `x^${n}`}`;
const exponential = (k: number) => (k === 1 ? "e^x" : k === -1 ? "e^(-x)" : `e^(${k}x)`);

const written: Readonly<Record<Kind, (t: Term) => string>> = {
  exp: ({ a, k }) => times(a, exponential(k)),
  ln: (t) => times(t.a, `ln(${inner(t)})`),
  power: ({ a, n }) => times(a, `x^${n}`),
  base: ({ a, k }) => times(a, `${k}^x`),
  log: ({ a, k }) => times(a, `log_${k}(x)`),
  "e-power": ({ a, k }) => times(a, `e^${k}`),
  "ln-number": ({ a, k }) => times(a, `ln(${k})`),
};

/** The derivative of each term, nothing multiplied out. */
const ruled: Readonly<Record<Kind, (t: Term) => string>> = {
  exp: ({ a, k }) => (k === 1 ? times(a, "e^x") : `${a}*(${k})*${exponential(k)}`),
  ln: ({ a, n }) => (n === 1 ? `${a}/x` : `(${a}*${n})/x`),
  power: ({ a, n }) => `${a}*${n}${n === 2 ? "x" : `x^${n - 1}`}`,
  base: ({ a, k }) => times(a, `${k}^x*ln(${k})`),
  log: ({ a, k }) => `${a}/(x*ln(${k}))`,
  "e-power": () => "",
  "ln-number": () => "",
};
const multiplied: Readonly<Record<Kind, (t: Term) => string>> = {
  ...ruled,
  exp: ({ a, k }) => times(a * k, exponential(k)),
  ln: ({ a, n }) => `${a * n}/x`,
  power: ({ a, n }) => `${a * n}${n === 2 ? "x" : `x^${n - 1}`}`,
};

/** A derivative of which some kinds of terms are made by rules of their own; inert where there is none of those. */
function slope(
  rules: Partial<typeof ruled> = {},
  goesWrong: (t: Term) => boolean = ({ kind }) => Object.hasOwn(rules, kind),
) {
  const value = remembered((terms: readonly Term[]) => sum(terms, (t) => (rules[t.kind] ?? multiplied[t.kind])(t)));
  return ({ terms }: Params) => (terms.some(goesWrong) ? value(terms) : undefined);
}
const right = remembered((terms: readonly Term[]) => sum(terms, (t) => multiplied[t.kind](t)));
const given = remembered((terms: readonly Term[]) => sum(terms, (t) => written[t.kind](t)));
const bare = remembered((terms: readonly Term[]) =>
  sum(
    terms.map((t) => ({ ...t, a: Math.sign(t.a) })),
    (t) => multiplied[t.kind](t),
  ),
);

export default exercise({
  id: "calculus/exp-log-derivative",
  version: 1,
  title: "Derivatives of exp and ln",
  summary: "Differentiate exponentials and logarithms, also those of other bases, and tell them from mere numbers.",
  skills: ["exp-log-derivatives"],
  source: { section: "2.1", examples: [8], formulas: ["exp-derivative", "ln-derivative"] },
})
  .params(params, (rng, level) => {
    const term = (kind: Kind, { k = 1, n = 1, a = rng.int(2, 9) } = {}): Term => ({
      ...{ kind, a: a * rng.pick([1, -1]) },
      ...{ k, n },
    });
    const story = rng.int(0, 3);
    if (level === 1)
      return {
        story,
        terms: rng.shuffle([term("exp", { a: rng.int(2, 19) }), term("ln", { a: rng.int(2, 19) })]),
      };
    if (level === 2) {
      const constant = term(rng.pick<Kind>(["e-power", "ln-number"]), { k: rng.int(2, 9), a: 1 });
      return { story, terms: rng.shuffle([term("exp"), term("ln"), term("power", { n: rng.int(2, 5) }), constant]) };
    }
    const other =
      rng.int(0, 1) === 0 ? term("base", { k: rng.pick([2, 3, 5, 7]) }) : term("log", { k: rng.pick([2, 3, 10]) });
    return {
      story,
      terms: rng.shuffle([
        term("exp", { k: rng.int(2, 7) * rng.pick([1, -1]) }),
        term("ln", { k: rng.int(2, 9), n: rng.int(2, 5) }),
        term("power", { n: rng.int(2, 5) }),
        other,
      ]),
    };
  })
  .prompt((p) =>
    [
      stories[p.story],
      `$$f(x) = ${toTex(given(p.terms))}$$`,
      ...(p.terms.some(({ kind }) => kind === "ln" || kind === "log") ? ["Take $x > 0$."] : []),
    ].join("\n\n"),
  )
  .step("derivative", expression({ variables: ["x"], domain: { x: [0, null] } }), (p) => right(p.terms), {
    label: "f'(x)",
    words: "the derivative of f",
    hint: "Go term by term: $(e^x)' = e^x$ and $(\\ln x)' = \\frac{1}{x}$. A factor in front of $x$ comes down from an exponent; $\\ln(kx^n)$ is $\\ln k + n\\ln x$; and $b^x$ is $e^{x\\ln b}$, $\\log_b x$ is $\\frac{\\ln x}{\\ln b}$.",
    formula: ({ terms }) =>
      terms
        .map((t, i) => {
          const sign = t.a < 0 ? "- " : i === 0 ? "" : "+ ";
          return `${sign}\\left(${toTex(sum([{ ...t, a: Math.abs(t.a) }], (one) => written[one.kind](one)))}\\right)'`;
        })
        .join(" "),
    work: ({ terms }) => toTex(sum(terms, (t) => ruled[t.kind](t))),
    malrules: {
      "exponential-as-power": {
        value: slope({
          exp: ({ a, k }) => `${a}*(${k})*x*e^(${k}x - 1)`,
          base: ({ a, k }) => `${a}*x*${k}^(x - 1)`,
        }),
        says: "The power rule was used on an exponential. It is for $x^n$, where $x$ stands below; here $x$ is the exponent.",
      },
      "exponential-as-number": {
        value: slope({ exp: () => "", base: () => "" }),
        says: "An exponential is gone, as if it were a constant. Its base is a fixed number, but its exponent moves with $x$.",
      },
      "logarithm-kept": {
        value: slope({ ln: written.ln, log: written.log }),
        says: "The logarithm is still there. Only the exponential is its own derivative; what is the slope of $\\ln x$ at $x$?",
      },
      "coefficient-lost": {
        value: ({ terms }) => (terms.some(({ a }) => Math.abs(a) > 1) ? bare(terms) : undefined),
        says: "The numbers in front are gone. A constant factor stays when you differentiate: $(a\\,g)' = a\\,g'$.",
      },
      "constant-kept": {
        value: slope({ "e-power": written["e-power"], "ln-number": written["ln-number"] }),
        says: "A term without $x$ is still there. However it is written, it is a number and has the slope 0.",
      },
      "constant-differentiated": {
        value: slope({ "e-power": ({ a, k }) => `${a}*${k}*e^${k - 1}`, "ln-number": ({ a, k }) => `${a}/${k}` }),
        says: "One term looks like an exponential or a logarithm, but there is no $x$ in it: it is a number. What is the slope of a number?",
      },
      "inner-factor-missing": {
        value: slope({ exp: ({ a, k }) => times(a, exponential(k)) }, ({ kind, k }) => kind === "exp" && k !== 1),
        says: "The factor from the exponent is missing: $(e^{kx})' = k\\,e^{kx}$, sign included.",
      },
      "reciprocal-of-inside": {
        value: slope({ ln: (t) => `${t.a}/(${inner(t)})` }, ({ kind, k, n }) => kind === "ln" && (k !== 1 || n !== 1)),
        says: "One over the inside is not all: split $\\ln(kx^n)$ into $\\ln k + n\\ln x$ first, and see what each part gives.",
      },
      "base-ignored": {
        value: slope({ base: ({ a, k }) => times(a, `${k}^x`), log: ({ a }) => `${a}/x` }),
        says: "With a base other than $e$, a factor made of $\\ln$ of the base comes in: $b^x = e^{x\\ln b}$ and $\\log_b x = \\frac{\\ln x}{\\ln b}$.",
      },
      "base-factor-turned-round": {
        value: slope({
          base: ({ a, k }) => `${a}*${k}^x/ln(${k})`,
          log: ({ a, k }) => `${a}*ln(${k})/x`,
        }),
        says: "The $\\ln$ of the base is on the wrong side of the fraction bar. Rewrite with the base $e$: $b^x = e^{x\\ln b}$, $\\log_b x = \\frac{\\ln x}{\\ln b}$.",
      },
    },
  })
  .asks({ 1: ["derivative"], 2: ["derivative"], 3: ["derivative"] })
  .examples({
    // The tutorial's e^x and ln x, in one sum.
    "8": {
      level: 1,
      params: {
        story: 0,
        terms: [
          { kind: "exp", a: 1, k: 1, n: 1 },
          { kind: "ln", a: 1, k: 1, n: 1 },
        ],
      },
    },
  })
  .check(({ terms }) => ({ derivative: differentiate(given(terms), "x") }));
