/** The sum rule: terms, weighted sums of functions, and a loss that is the mean of several (section 2.1). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression, formulaVector, integer } from "#lib/exercise/kinds.ts";
import { column, num, par } from "#lib/exercise/tex.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { binary, type Expr, literal } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";
import { gradient } from "#lib/math/autodiff.ts";

/** a·x^n (a constant where n is 0), a·e^x or a·ln x. */
const term = z.object({ kind: z.enum(["power", "exp", "ln"]), a: z.int(), n: z.int() });
type Term = z.infer<typeof term>;
/** A function, and how many times it goes into the sum. */
const part = z.object({ weight: z.int(), terms: z.array(term).min(1) });
type Part = z.infer<typeof part>;
const params = z.object({ story: z.int().min(0).max(3), parts: z.array(part).min(1).max(3), at: z.int() });
type Params = z.infer<typeof params>;

// biome-ignore format: a table of stories
const stories = [
  ["Find the derivative $f'(x)$ of", "Two functions are", "The three points of a small data set give these losses to a model with one weight $w$:"],
  ["What is the slope, at any $x$, of the curve that is given by", "A cost is put together from", "A weight $w$ is trained on a batch of three examples. Their losses are"],
  ["How fast does $f$ change as $x$ grows? Differentiate", "An objective is made of these two functions:", "Each of three sensors gives a loss, depending on the one weight $w$ of a model:"],
  ["A quantity depends on $x$ as follows. Find its derivative:", "Take the functions", "Three houses were sold. A model with one weight $w$ has on each of them a loss:"],
] as const;

const power = (n: number, x: string) => (n === 1 ? x : `${x}^${n}`);
function text({ kind, a, n }: Term, x: string): string {
  if (kind === "power" && n === 0) return `${a}`;
  if (kind === "power" && n < 0) return `${a}/${power(-n, x)}`;
  const behind = { power: power(n, x), exp: `e^${x}`, ln: `ln(${x})` }[kind];
  return a === 1 ? behind : `${a}*${behind}`;
}

function sum(terms: readonly Term[], x: string): Expr {
  const written = terms.map((t) => `${t.a < 0 ? "-" : "+"} ${text({ ...t, a: Math.abs(t.a) }, x)}`);
  return written.length === 0 ? literal("0") : formula(written.join(" ").replace(/^\+ /, ""), x);
}

const slopes = (terms: readonly Term[]): Term[] =>
  terms.flatMap(({ kind, a, n }): Term[] => {
    if (kind === "power") return n === 0 ? [] : [{ kind, a: a * n, n: n - 1 }];
    return kind === "ln" ? [{ kind: "power", a, n: -1 }] : [{ kind, a, n }];
  });
/** The slopes with nothing multiplied out: 6·4x^3. */
const ruled = (terms: readonly Term[]): Expr => {
  const written = terms.map((t) => {
    const [slope = t] = slopes([{ ...t, a: 1 }]);
    const [size, rest] = [Math.abs(t.a), text(slope, "x")];
    return `${t.a < 0 ? "-" : "+"} ${t.kind === "ln" ? `${size}*(1/x)` : `${size}*${rest}`}`;
  });
  return formula(written.join(" ").replace(/^\+ /, ""), "x");
};
const scaled = (terms: readonly Term[], by: number): Term[] => terms.map((t) => ({ ...t, a: t.a * by }));
const isConstant = ({ kind, n }: Term) => kind === "power" && n === 0;
const constants = (terms: readonly Term[]) => terms.filter(isConstant);

/** Like terms added up. */
function collected(terms: readonly Term[]): Term[] {
  const sums = new Map<string, Term>();
  for (const t of terms) {
    const key = `${t.kind} ${t.n}`;
    sums.set(key, { ...t, a: t.a + (sums.get(key)?.a ?? 0) });
  }
  return [...sums.values()].filter(({ a }) => a !== 0);
}

/** A derivative of one sum, or of a sum of sums, made by a rule; worked out once for each variant. */
function made(x: string, rule: (parts: readonly Part[]) => readonly Term[]) {
  const value = remembered((parts: readonly Part[]) => sum(collected(rule(parts)), x));
  return ({ parts }: Params) => value(parts);
}
const weighted = (parts: readonly Part[], rule: (terms: readonly Term[]) => readonly Term[] = slopes) =>
  parts.flatMap(({ weight, terms }) => scaled(rule(terms), weight));
const allTerms = (parts: readonly Part[]) => parts.flatMap(({ terms }) => terms);

/** The mean of three: all numbers of the right one can be divided by 3. */
const third = (terms: readonly Term[]) => collected(terms).map((t) => ({ ...t, a: t.a / 3 }));
const meanSlope = (parts: readonly Part[]) => third(weighted(parts));
const valueAt = (terms: readonly Term[], w: number) => terms.reduce((total, { a, n }) => total + a * w ** n, 0);
const slopesIn = (x: string) => remembered((parts: readonly Part[]) => parts.map(({ terms }) => sum(slopes(terms), x)));
const [inX, inW] = [slopesIn("x"), slopesIn("w")];
const given = (terms: readonly Term[], x: string) => toTex(sum(terms, x));

const constantKept =
  "A constant is still there. It does not change with the variable, so it adds nothing to the slope.";
const separately = {
  hint: "Differentiate each function by itself first; constants vanish.",
  words: "the derivatives of the functions one by one",
};

export default exercise({
  id: "calculus/sum-rule",
  version: 1,
  title: "The sum rule",
  summary: "Differentiate sums term by term, weighted sums of functions, and a loss that is a mean.",
  skills: ["derivatives"],
  source: { section: "2.1", formulas: ["sum-rule"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const signed = (a: number) => a * rng.pick([1, -1]);
    const term = (kind: Term["kind"], n = 0): Term => ({ kind, a: signed(rng.int(2, 9)), n });
    const other = () => term(rng.pick<Term["kind"]>(["exp", "ln"]));
    if (level === 1) {
      const terms = rng.shuffle([term("power", rng.int(3, 7)), other(), term("power", 0)]);
      return { story, parts: [{ weight: 1, terms }], at: 0 };
    }
    if (level === 2) {
      const [n = 2, m = 3] = rng.shuffle([2, 3, 4, 5]);
      const terms = [
        [term("power", n), term("power", 0)],
        [other(), term("power", m)],
      ];
      const weights = rng.shuffle([rng.int(2, 6), -rng.int(2, 6)]);
      return { story, parts: rng.shuffle(terms).map((list, i) => ({ weight: weights[i] ?? 1, terms: list })), at: 0 };
    }
    // The three numbers of each kind add up to a multiple of 3.
    const triple = (draw: () => number) => {
      const [a, b] = [draw(), draw()];
      const rest = (((-a - b) % 3) + 3) % 3;
      return [a, b, (rest === 0 ? 3 : rest) + 3 * rng.int(1, 2)];
    };
    const [squares, lines, numbers] = [
      triple(() => rng.int(2, 7)),
      triple(() => -rng.int(2, 7)).map((b, i) => (i === 2 ? b - 12 : b)),
      triple(() => rng.int(2, 7)),
    ];
    const parts = [0, 1, 2].map((i) => ({
      weight: 1,
      terms: [squares, lines, numbers].map((list, k) => ({ kind: "power" as const, a: list[i] ?? 0, n: 2 - k })),
    }));
    return { story, parts: rng.shuffle(parts), at: signed(rng.int(2, 5)) };
  })
  .prompt(({ story, parts, at }, level) => {
    const intro = stories[story]?.[level - 1] ?? "";
    const [first, second] = parts;
    if (level === 1) return [intro, `$$f(x) = ${given(first?.terms ?? [], "x")}$$`, "Take $x > 0$."].join("\n\n");
    if (level === 2)
      return [
        intro,
        `$$f(x) = ${given(first?.terms ?? [], "x")} \\qquad g(x) = ${given(second?.terms ?? [], "x")}$$`,
        `Find the derivative $h'(x)$ of $h(x) = ${combination(parts, ["f(x)", "g(x)"])}$. Take $x > 0$.`,
      ].join("\n\n");
    return [
      intro,
      parts.map(({ terms }, i) => `- $L_${i + 1}(w) = ${given(terms, "w")}$`).join("\n"),
      "The loss that is to be made small is their **mean**, $L(w) = \\frac{1}{3}\\bigl(L_1(w) + L_2(w) + L_3(w)\\bigr)$.",
      `Find its derivative $L'(w)$, and the slope of $L$ at $w = ${num(at)}$.`,
    ].join("\n\n");
  })
  .step(
    "derivative",
    expression({ variables: ["x"], domain: { x: [0, null] } }),
    made("x", (parts) => slopes(allTerms(parts))),
    {
      label: "f'(x)",
      words: "the derivative of f",
      hint: "The derivative of a sum is the sum of the derivatives: go term by term, each with its sign.",
      formula: ({ parts }) =>
        allTerms(parts)
          .map((t, i) => {
            const sign = t.a < 0 ? "- " : i === 0 ? "" : "+ ";
            return `${sign}\\left(${given([{ ...t, a: Math.abs(t.a) }], "x")}\\right)'`;
          })
          .join(" "),
      work: ({ parts }) => toTex(ruled(allTerms(parts).filter((t) => !isConstant(t)))),
      malrules: {
        "constant-kept": {
          value: made("x", (parts) => [...slopes(allTerms(parts)), ...constants(allTerms(parts))]),
          says: constantKept,
        },
        "term-dropped": {
          value: made("x", (parts) => slopes(allTerms(parts)).slice(0, -1)),
          says: "A term is missing: every term that changes with $x$ gives one to the derivative.",
        },
        "slopes-multiplied": {
          value: remembered((p: Params) =>
            slopes(allTerms(p.parts))
              .map((t) => sum([t], "x"))
              .reduce((left, right) => binary("*", left, right)),
          ),
          says: "The derivatives of the terms were multiplied. For a sum they are added.",
        },
      },
    },
  )
  .step("slopes", formulaVector({ variables: ["x"], domain: { x: [0, null] } }), ({ parts }) => inX(parts), {
    label: "(f'(x),\\ g'(x))",
    ...separately,
    formula: ({ parts }) => column(parts.map(({ terms }) => `\\left(${given(terms, "x")}\\right)'`)),
  })
  .step(
    "combined",
    expression({ variables: ["x"], domain: { x: [0, null] } }),
    made("x", (parts) => weighted(parts)),
    {
      label: "h'(x)",
      words: "the derivative of h",
      hint: "Differentiate $f$ and $g$ each by itself, then put the derivatives together with the same factors and signs as in $h$.",
      formula: ({ parts }) => combination(parts, ["f'(x)", "g'(x)"]),
      work: ({ parts }, s) =>
        combination(
          parts,
          s.slopes.map((slope) => `\\left(${toTex(slope)}\\right)`),
        ),
      malrules: {
        "factors-dropped": {
          value: made("x", (parts) => slopes(allTerms(parts))),
          says: "The factors in front of $f$ and $g$ are gone. A constant factor stays: $(c\\,f)' = c\\,f'$.",
        },
        "second-dropped": {
          value: made("x", (parts) => weighted(parts.slice(0, 1))),
          says: "Only $f$ was differentiated. The sum rule has a part for $g$ as well.",
        },
        "constants-kept": {
          value: made("x", (parts) => [...weighted(parts), ...weighted(parts, constants)]),
          says: constantKept,
        },
        "sign-lost": {
          value: made("x", (parts) => parts.flatMap(({ weight, terms }) => scaled(slopes(terms), Math.abs(weight)))),
          says: "A minus sign got lost: a function that is taken away in $h$ has its derivative taken away in $h'$.",
        },
        "not-differentiated": {
          value: made("x", (parts) =>
            parts.flatMap(({ weight, terms }, i) => scaled(i === 0 ? slopes(terms) : terms, weight)),
          ),
          says: "In the second part $g$ itself was used. Each function in the sum is differentiated.",
        },
      },
    },
  )
  .step("losses", formulaVector({ variables: ["w"] }), ({ parts }) => inW(parts), {
    label: "(L_1'(w),\\ L_2'(w),\\ L_3'(w))",
    ...separately,
    formula: ({ parts }) => column(parts.map(({ terms }) => `\\left(${given(terms, "w")}\\right)'`)),
  })
  .step("mean", expression({ variables: ["w"] }), made("w", meanSlope), {
    label: "L'(w)",
    words: "the derivative of the mean loss",
    hint: "Differentiate the three losses, add the derivatives, and keep the factor in front of the sum.",
    formula: "\\frac{1}{3}\\bigl(L_1'(w) + L_2'(w) + L_3'(w)\\bigr)",
    work: (_, s) => `\\frac{1}{3}\\bigl(${s.losses.map((slope) => `(${toTex(slope)})`).join(" + ")}\\bigr)`,
    malrules: {
      "not-averaged": {
        value: made("w", (parts) => weighted(parts)),
        says: "This is the derivative of the sum of the losses. Their mean has a constant factor in front, which stays.",
      },
      "constants-kept": {
        value: made("w", (parts) => third([...weighted(parts), ...weighted(parts, constants)])),
        says: "The constants are still there. However large a loss is, a part of it that does not change with $w$ has the slope 0.",
      },
      "one-loss-dropped": {
        value: made("w", (parts) => third(weighted(parts.slice(0, 2))).map((t) => ({ ...t, a: t.a * 3 }))),
        says: "One of the three losses is missing, and the factor in front too. Every loss of the mean has its share of the slope.",
      },
      "power-factor-missing": {
        value: made("w", (parts) =>
          third(allTerms(parts).flatMap(({ kind, a, n }) => (n === 0 ? [] : [{ kind, a, n: n - 1 }]))),
        ),
        says: "The exponents went down, but the 2 did not come down as a factor: $(w^2)' = 2w$.",
      },
    },
  })
  .step("slope", integer(), ({ parts, at }) => valueAt(meanSlope(parts), at), {
    label: "L'(w_0)",
    words: "the slope of the mean loss at the given weight",
    hint: "Put the weight into the derivative.",
    formula: ({ at }) => `L'(${num(at)})`,
    work: ({ parts, at }) =>
      meanSlope(parts)
        .map(
          ({ a, n }, i) =>
            `${i === 0 ? num(a) : `${a < 0 ? "-" : "+"} ${Math.abs(a)}`}${n === 1 ? ` \\cdot ${par(at)}` : ""}`,
        )
        .join(" "),
    malrules: {
      "loss-for-slope": {
        value: ({ parts, at }) => valueAt(third(allTerms(parts)), at),
        says: "This is the mean loss itself at that weight. The slope comes from its derivative.",
      },
      "not-averaged": {
        value: ({ parts, at }) => valueAt(weighted(parts), at),
        says: "This is the slope of the sum of the three losses. The mean has a constant factor in front.",
      },
    },
  })
  .asks({ 1: ["derivative"], 2: ["combined"], 3: ["mean", "slope"] })
  .check(({ parts, at }) => {
    // The sum as a whole, differentiated by the rules for formulas; the slope by reverse-mode autodiff.
    const whole = (x: string, factor: string) =>
      differentiate(
        parts
          .map(({ weight, terms }) => binary("*", formula(`${factor}*(${weight})`), sum(terms, x)))
          .reduce((left, right) => binary("+", left, right)),
        x,
      );
    const [slope = 0] = gradient(
      (w) =>
        allTerms(parts)
          .map(({ a, n }) => w.pow(n).mul(a))
          .reduce((left, right) => left.add(right))
          .div(3),
      [at],
    );
    return {
      derivative: whole("x", "1"),
      combined: whole("x", "1"),
      mean: whole("w", "1/3"),
      slope: Math.round(slope),
    };
  });

/** The weighted sum of named functions: 3f(x) − 2g(x). */
function combination(parts: readonly Part[], names: readonly string[]): string {
  return parts
    .map(({ weight }, i) => `${weight < 0 ? "- " : i === 0 ? "" : "+ "}${Math.abs(weight)}${names[i]}`)
    .join(" ");
}
