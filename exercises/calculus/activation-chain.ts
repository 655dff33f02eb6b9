/** The chain rule through σ, tanh, exp and ln, from a scaled input to a function of an activation (example 9). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { expression, scalar } from "#lib/exercise/kinds.ts";
import { num } from "#lib/exercise/tex.ts";
import { differentiate } from "#lib/expression/differentiate.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import { binary, type Expr, literal } from "#lib/expression/expr.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { remembered } from "#lib/expression/remembered.ts";
import { substitute } from "#lib/expression/substitute.ts";
import { gradient } from "#lib/math/autodiff.ts";

/** k·g(u), or h(g(u)), with u = a·x + b or, where q is not 0, u = q·x² + a·x. */
const shape = z.object({
  k: z.int().positive(),
  h: z.enum(["none", "power", "exp", "ln"]),
  n: z.int().positive(),
  g: z.enum(["sigmoid", "tanh", "exp", "ln"]),
  q: z.int(),
  a: z.int(),
  b: z.int(),
});
type Shape = z.infer<typeof shape>;
const params = z.object({ story: z.int().min(0).max(3), f: shape, at: z.int() });

const stories = [
  "A unit of a network computes, from its input $x$,",
  "Take the function",
  "How fast does the output of this function change with its input $x$?",
  "Training sends a gradient back through this function. It needs its derivative:",
] as const;

const times = (k: number, rest: string) => (k === 1 ? rest : `${k}*${rest}`);
const signed = (x: number) => (x < 0 ? `- ${-x}` : `+ ${x}`);
const inside = ({ q, a, b }: Shape) => (q === 0 ? `${a}x ${signed(b)}` : `${q}x^2 ${signed(a)}x`);
const insideSlope = ({ q, a }: Shape) => (q === 0 ? `${a}` : `${2 * q}x ${signed(a)}`);

const functions = {
  sigmoid: (u: string) => `sigmoid(${u})`,
  tanh: (u: string) => `tanh(${u})`,
  exp: (u: string) => `e^(${u})`,
  ln: (u: string) => `ln(${u})`,
};
const slopes = {
  sigmoid: (u: string) => `sigmoid(${u})*(1 - sigmoid(${u}))`,
  tanh: (u: string) => `(1 - tanh(${u})^2)`,
  exp: (u: string) => `e^(${u})`,
  ln: (u: string) => `1/(${u})`,
};
const whole = (f: Shape, u: string): string => {
  const g = functions[f.g](u);
  return { none: times(f.k, g), power: `${g}^${f.n}`, exp: `e^(${g})`, ln: `ln(${g})` }[f.h];
};
/** The derivative of what stands around g, by g. */
const aroundSlope = ({ h, n }: Shape, g: string): string =>
  ({ none: "1", power: n === 2 ? `2*${g}` : `${n}*${g}^${n - 1}`, exp: `e^(${g})`, ln: `1/${g}` })[h];

const made = (text: (f: Shape) => string) => remembered((f: Shape): Expr => formula(text(f), "x"));
const given = made((f) => whole(f, inside(f)));
const innerRight = made(insideSlope);
const innerWithConstant = made((f) => `${insideSlope(f)} ${signed(f.b)}`);
const middleRight = made((f) => slopes[f.g](inside(f)));
const middleKept = made((f) => functions[f.g](inside(f)));
const atInnerSlope = made((f) => slopes[f.g](insideSlope(f)));
const notSquared = made((f) => `1 - tanh(${inside(f)})`);
const sigmoidHalf = made((f) => `1 - sigmoid(${inside(f)})`);
const powerRule = made((f) => `(${inside(f)})*e^(${inside(f)} - 1)`);
const aroundRight = made((f) => aroundSlope(f, functions[f.g](inside(f))));
const aroundAtSlope = made((f) => aroundSlope(f, `(${slopes[f.g](inside(f))})`));

/** All links multiplied, with the number in front. */
const tidy = made((f) => {
  const u = inside(f);
  const front =
    f.q === 0 ? (rest: string) => times(f.k * f.a, rest) : (rest: string) => times(f.k, `(${insideSlope(f)})*${rest}`);
  if (f.h === "power" && f.g === "sigmoid") return `${f.n * f.a}*sigmoid(${u})^${f.n}*(1 - sigmoid(${u}))`;
  if (f.h === "power") return `${f.n * f.a}*${functions[f.g](u)}${f.n === 2 ? "" : `^${f.n - 1}`}*${slopes[f.g](u)}`;
  if (f.h === "exp") return times(f.a, `e^(${functions[f.g](u)})*${slopes[f.g](u)}`);
  if (f.h === "ln") return `${f.a}*(1 - sigmoid(${u}))`;
  if (f.g === "ln") return `${f.q === 0 ? f.k * f.a : times(f.k, `(${insideSlope(f)})`)}/(${u})`;
  return front(slopes[f.g](u));
});
const linked = (links: readonly Expr[]): Expr => links.reduce((left, right) => binary("*", left, right));
/** The derivatives along the chain, from the outside in; a number in front is a link of its own. */
const links = (f: Shape, s: Readonly<Record<"around" | "middle" | "inner", Expr>>): Expr[] => {
  const first = f.h === "none" ? (f.k > 1 ? [literal(`${f.k}`)] : []) : [s.around];
  return [...first, s.middle, s.inner];
};
const valueAt = (expr: Expr, x: number) => evaluateClean(expr, new Map([["x", x]]));
const real = { variables: ["x"] } as const;

const rule = {
  sigmoid: "\\sigma'(u) = \\sigma(u)(1 - \\sigma(u))",
  tanh: "\\tanh'(u) = 1 - \\tanh^2 u",
  exp: "(e^u)' = e^u",
  ln: "(\\ln u)' = \\frac{1}{u}",
};

export default exercise({
  id: "calculus/activation-chain",
  version: 1,
  title: "The chain rule through activations",
  summary: "Differentiate σ, tanh, exp and ln of a scaled input, and functions of an activation.",
  skills: ["chain-rule", "exp-log-derivatives", "sigmoid"],
  source: { section: "2.1", examples: [9], formulas: ["chain-rule", "sigmoid-derivative", "tanh-derivative"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    const sign = () => rng.pick([1, -1]);
    const [a, b] = [rng.int(2, 9) * sign(), rng.int(2, 9) * sign()];
    if (level === 3) {
      // biome-ignore format: a list of pairs
      const [h, g] = rng.pick<readonly [Shape["h"], Shape["g"]]>([["power", "sigmoid"], ["power", "tanh"], ["exp", "sigmoid"], ["exp", "tanh"], ["ln", "sigmoid"]]);
      // Where the slope is asked, the activation is not yet flat.
      const at = rng.int(2, 4) * sign();
      const scale = rng.int(2, 5) * sign();
      const u = rng.pick([1, 2]) * sign();
      const f = { k: 1, h, n: h === "power" ? rng.int(2, 4) : 1, g, q: 0, a: scale, b: u - scale * at };
      return { story, f, at };
    }
    const g = rng.pick<Shape["g"]>(["sigmoid", "tanh", "exp", "ln"]);
    if (level === 1) return { story, f: { k: 1, h: "none" as const, n: 1, g, q: 0, a, b }, at: 0 };
    return { story, f: { k: rng.int(2, 6), h: "none" as const, n: 1, g, q: rng.int(2, 6), a, b: 0 }, at: 0 };
  })
  .prompt(({ story, f, at }, level) =>
    [
      stories[story],
      `$$f(x) = ${toTex(given(f))}$$`,
      ...(f.g === "sigmoid"
        ? ["Here $\\sigma(u) = \\frac{1}{1 + e^{-u}}$; in an answer, type it as `sigmoid(…)`."]
        : []),
      level === 3
        ? `Find its derivative $f'(x)$, and its slope at $x = ${num(at)}$.`
        : `Find its derivative $f'(x)$${f.g === "ln" ? ", wherever $f$ is defined" : ""}.`,
    ].join("\n\n"),
  )
  .step("inner", expression(real), ({ f }) => innerRight(f), {
    label: "u'",
    words: "the derivative of the inside u",
    hint: "Call what stands innermost $u$, and differentiate it by $x$.",
    formula: ({ f }) => `\\left(${toTex(formula(inside(f), "x"))}\\right)'`,
    malrules: {
      "constant-kept": {
        value: ({ f }) => (f.q === 0 ? innerWithConstant(f) : undefined),
        says: "Differentiating the inside, its constant was kept. It only shifts the input and has the slope 0.",
      },
    },
  })
  .step("middle", expression(real), ({ f }) => middleRight(f), {
    label: "g'(u)",
    words: "the derivative of the function around u, taken at u",
    hint: "Differentiate the function that stands right around $u$, and leave $u$ inside as it is.",
    skill: "sigmoid",
    formula: ({ f }) => rule[f.g].split(" = ")[1] ?? "",
    malrules: {
      "function-kept": {
        value: ({ f }) => (f.g === "exp" ? undefined : middleKept(f)),
        says: "The function was kept as if it were its own derivative. Only the exponential is.",
      },
      "taken-at-the-inner-slope": {
        value: ({ f }) => (f.q === 0 && f.g === "ln" && f.a < 0 ? undefined : atInnerSlope(f)),
        says: "The derivative was taken at $u'$. It is taken at $u$ itself, and then multiplied by $u'$.",
      },
      "square-missing": {
        value: ({ f }) => (f.g === "tanh" ? notSquared(f) : undefined),
        says: "A square is missing: $\\tanh' u$ is made of $\\tanh^2 u$.",
      },
      "factor-missing": {
        value: ({ f }) => (f.g === "sigmoid" ? sigmoidHalf(f) : undefined),
        says: "The derivative of σ has two factors, made of $\\sigma(u)$ and of what is left to 1. One is missing.",
      },
      "power-rule": {
        value: ({ f }) => (f.g === "exp" ? powerRule(f) : undefined),
        says: "The power rule was used on an exponential. Here the variable stands in the exponent.",
      },
    },
  })
  .step("around", expression(real), ({ f }) => aroundRight(f), {
    label: "h'(g)",
    words: "the derivative of the outermost function, taken at g",
    hint: "Differentiate what stands outermost, and leave the activation inside as it is.",
    skill: "exp-log-derivatives",
    formula: ({ f }) =>
      ({ none: "", power: f.n === 2 ? "2g" : `${f.n}g^${f.n - 1}`, exp: "e^g", ln: "\\frac{1}{g}" })[f.h],
    malrules: {
      "outermost-missing": {
        value: () => literal("1"),
        says: "The outermost function was not differentiated. The chain has three links: outermost, activation, inside.",
      },
      "taken-at-the-slope": {
        value: ({ f }) => aroundAtSlope(f),
        says: "The outermost derivative was taken at the slope of the activation. It is taken at the activation itself.",
      },
    },
  })
  .step(
    "derivative",
    expression(real),
    ({ f }, s) => {
      const isRight = s.middle === middleRight(f) && s.inner === innerRight(f);
      return isRight && (f.h === "none" || s.around === aroundRight(f)) ? tidy(f) : linked(links(f, s));
    },
    {
      label: "f'(x)",
      words: "the derivative of f",
      hint: "Multiply the links, from the outside in: each function is differentiated at what stands inside it.",
      formula: ({ f }) => `${f.h === "none" ? (f.k === 1 ? "" : `${f.k} \\cdot `) : "h'(g) \\cdot "}g'(u) \\cdot u'`,
      work: ({ f }, s) => toTex(linked(links(f, s))),
      malrules: {
        "inner-missing": {
          value: ({ f }, s) => linked(links(f, s).slice(0, -1)),
          says: "The innermost link is missing: how fast does the inside change with $x$? The chain ends with that factor.",
        },
        "middle-missing": {
          value: ({ f }, s) => (f.h === "none" ? undefined : linked([s.around, s.inner])),
          says: "The link in the middle is missing: the activation has a derivative of its own.",
        },
        "factor-lost": {
          value: ({ f }, s) => (f.h === "none" && f.k > 1 ? linked([s.middle, s.inner]) : undefined),
          says: "The number in front is gone. A constant factor stays.",
        },
      },
    },
  )
  .step("slope", scalar(), ({ at }, s) => valueAt(s.derivative, at), {
    label: "f'(x_0)",
    words: "the slope of f at the given point",
    hint: "Compute the inside first; the activation there is needed only once.",
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
  .cases(({ f }) => `${f.h} of ${f.g}`)
  .check(({ f, at }) => {
    const [slope = 0] = gradient(
      (x) => {
        const u = x.mul(x).mul(f.q).add(x.mul(f.a)).add(f.b);
        const g = { sigmoid: () => u.sigmoid(), tanh: () => u.tanh(), exp: () => u.exp(), ln: () => u.log() }[f.g]();
        return { none: () => g.mul(f.k), power: () => g.pow(f.n), exp: () => g.exp(), ln: () => g.log() }[f.h]();
      },
      [at],
    );
    return { derivative: differentiate(given(f), "x"), slope };
  });
