/** The chain rule over several paths: z depends on t through x and y, and directly as well (beyond section 2.2). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { integer } from "#lib/exercise/kinds.ts";
import { num, par, plain } from "#lib/exercise/tex.ts";
import { formula } from "#lib/expression/formula.ts";
import { toTex } from "#lib/expression/latex.ts";
import { gradient, type Value } from "#lib/math/autodiff.ts";

/** a·x^n·y^m·t^l. */
const term = z.object({ a: z.int(), n: z.int().min(0), m: z.int().min(0), l: z.int().min(0) });
type Term = z.infer<typeof term>;
const params = z.object({
  story: z.int().min(0).max(3),
  z: z.array(term).min(1),
  /** Polynomials in t by their coefficients, the constant first. */
  x: z.array(z.int()).min(2).max(3),
  y: z.array(z.int()).min(2).max(3),
  at: z.int(),
});
type Params = z.infer<typeof params>;

const stories = [
  "A walker is at the place $(x, y)$ at the time $t$, where the height of the ground is $z$.",
  "A signal $t$ feeds two units $x$ and $y$ of a network, and their outputs make the loss $z$.",
  "A price $z$ depends on two quantities $x$ and $y$, and these change with the time $t$.",
  "A quantity $z$ depends on $x$ and $y$, which depend on $t$.",
] as const;
const direct = "Besides, $t$ stands in the formula of $z$ itself.";

const power = (letter: string, n: number) => (n === 0 ? "" : n === 1 ? `*${letter}` : `*${letter}^${n}`);
const sum = (parts: readonly (readonly [a: number, rest: string])[]): string => {
  const shown = parts
    .filter(([a]) => a !== 0)
    .map(([a, rest]) => {
      const size = `${Math.abs(a)}${rest}`.replace(/^1\*/, "");
      return `${a < 0 ? "-" : "+"} ${size}`;
    });
  return shown.length === 0 ? "0" : shown.join(" ").replace(/^\+ /, "");
};
const tex = (text: string) => toTex(formula(text, "x", "y", "t"));
const zText = (terms: readonly Term[]) =>
  tex(sum(terms.map(({ a, n, m, l }) => [a, `${power("x", n)}${power("y", m)}${power("t", l)}`])));
const pathText = (p: readonly number[]) => tex(sum(p.map((a, n) => [a, power("t", n)] as const).reverse()));

/** The derivative of the terms by one letter. */
const partial = (terms: readonly Term[], by: "n" | "m" | "l"): Term[] =>
  terms.flatMap((t) => (t[by] === 0 ? [] : [{ ...t, a: t.a * t[by], [by]: t[by] - 1 }]));
const valueAt = (terms: readonly Term[], x: number, y: number, t: number) =>
  terms.reduce((total, { a, n, m, l }) => total + a * x ** n * y ** m * t ** l, 0);
const at = (p: readonly number[], t: number) => p.reduce((total, a, n) => total + a * t ** n, 0);
const slopeAt = (p: readonly number[], t: number) =>
  p.reduce((total, a, n) => total + (n === 0 ? 0 : a * n * t ** (n - 1)), 0);
const isDirect = ({ z: terms }: Params) => terms.some(({ l }) => l > 0);

type Place = Readonly<Record<"x" | "y", number>>;
const place = (name: "x" | "y") => ({
  label: `${name}(t)`,
  words: `the value of ${name} at that t`,
  hint: `Put the number into $${name}(t)$.`,
  formula: (p: Params) => pathText(p[name]),
});
const rate = (name: "x" | "y") => ({
  label: `\\dfrac{d${name}}{dt}`,
  words: `the derivative of ${name} by t`,
  hint: `Differentiate $${name}(t)$ by $t$, then put in the number.`,
  skill: "derivatives" as const,
  formula: (p: Params) =>
    p[name].length === 2
      ? `\\tfrac{d}{dt}\\left(${pathText(p[name])}\\right)`
      : tex(sum(p[name].map((a, n) => [a * n, n === 0 ? "" : power("t", n - 1)] as const).reverse())),
  malrules: {
    "value-for-slope": {
      value: (p: Params) => at(p[name], p.at),
      says: `The value of $${name}$ was taken where its derivative by $t$ belongs.`,
    },
  },
});
const letterOf = { n: "x", m: "y", l: "t" } as const;
/** The derivative of z by one of its letters, the others held fixed. */
const slopeOfZ = (by: "n" | "m" | "l") => ({
  label: `\\dfrac{\\partial z}{\\partial ${letterOf[by]}}`,
  words: `the partial derivative of z by ${letterOf[by]}`,
  hint: `Differentiate the formula of $z$ by $${letterOf[by]}$ with the other letters held fixed, then put in the values.`,
  skill: "partial-derivatives" as const,
  formula: (p: Params) => zText(partial(p.z, by)),
  work: (p: Params, s: Place) =>
    partial(p.z, by)
      .map(({ a, n, m, l }, i) => {
        const factors = [...Array<number>(n).fill(s.x), ...Array<number>(m).fill(s.y), ...Array<number>(l).fill(p.at)];
        const size = [num(i === 0 ? a : Math.abs(a)), ...factors.map((f) => par(f))].join(" \\cdot ");
        return i === 0 ? size : `${a < 0 ? "-" : "+"} ${size}`;
      })
      .join(" "),
});
const misplaced = (by: "n" | "m") => ({
  "taken-at-t": {
    value: (p: Params) => valueAt(partial(p.z, by), p.at, p.at, p.at),
    says: "The number $t$ was put in for $x$ and $y$. First compute which $x$ and $y$ belong to this $t$.",
  },
});

export default exercise({
  id: "calculus/multivariable-chain",
  version: 1,
  title: "The chain rule over several paths",
  summary: "Add up what reaches the output along every path from the input.",
  skills: ["multivariable-chain", "partial-derivatives", "derivatives"],
  source: { section: "2.2", formulas: ["chain-rule"] },
})
  .params(params, (rng, level) => {
    const signed = (a: number) => a * rng.pick([1, -1]);
    const t = rng.int(2, 3);
    /** Through a small number at t: the constant is what is left. */
    const path = (there: number, slopes: readonly number[]) => [there - at([0, ...slopes], t), ...slopes];
    const [one = 2, other = 3] = rng.shuffle([2, 3, 4]).map(signed);
    const slopes = () => [signed(rng.int(2, 5)), ...(level === 1 ? [] : [signed(rng.int(2, 3))])];
    const [x, y] = [path(one, slopes()), path(other, slopes())];
    const size = () => signed(rng.int(2, 5));
    const pure: Term[] = [{ a: size(), n: 1, m: 1, l: 0 }];
    const mixed: Term[] = rng.shuffle([
      { a: size(), n: 2, m: 1, l: 0 },
      { a: size(), n: 1, m: 2, l: 0 },
    ]);
    const throughT: Term = {
      a: size(),
      ...rng.pick([
        { n: 1, m: 0 },
        { n: 0, m: 1 },
      ]),
      l: 2,
    };
    const terms = { 1: pure, 2: mixed, 3: [...mixed, throughT] }[level];
    return { story: rng.int(0, 3), z: terms, x, y, at: t };
  })
  .prompt((p) =>
    [
      `${stories[p.story]}${isDirect(p) ? ` ${direct}` : ""}`,
      `$$z = ${zText(p.z)}, \\qquad x = ${pathText(p.x)}, \\qquad y = ${pathText(p.y)}$$`,
      isDirect(p)
        ? `At $t = ${p.at}$, compute the **partial** derivative $\\partial z/\\partial t$, with $x$ and $y$ held fixed, and the **total** derivative $dz/dt$, along all paths from $t$ to $z$.`
        : `Compute the derivative $dz/dt$ at $t = ${p.at}$ with the chain rule.`,
    ].join("\n\n"),
  )
  .step("x", integer(), (p) => at(p.x, p.at), place("x"))
  .step("y", integer(), (p) => at(p.y, p.at), place("y"))
  .step("dx", integer(), (p) => slopeAt(p.x, p.at), rate("x"))
  .step("dy", integer(), (p) => slopeAt(p.y, p.at), rate("y"))
  .step("zx", integer(), (p, s) => valueAt(partial(p.z, "n"), s.x, s.y, p.at), {
    ...slopeOfZ("n"),
    malrules: misplaced("n"),
  })
  .step("zy", integer(), (p, s) => valueAt(partial(p.z, "m"), s.x, s.y, p.at), {
    ...slopeOfZ("m"),
    malrules: misplaced("m"),
  })
  .step("zt", integer(), (p, s) => valueAt(partial(p.z, "l"), s.x, s.y, p.at), {
    ...slopeOfZ("l"),
    malrules: {
      "exponent-lost": {
        value: (p, s) => valueAt(partial(p.z, "l"), s.x, s.y, p.at) / 2,
        says: "The exponent of $t$ did not come down as a factor.",
      },
      "others-kept": {
        value: (p, s) =>
          valueAt(partial(p.z, "l"), s.x, s.y, p.at) +
          valueAt(
            p.z.filter(({ l }) => l === 0),
            s.x,
            s.y,
            p.at,
          ),
        says: "Terms without $t$ were kept. With $x$ and $y$ held fixed they do not change with $t$.",
      },
    },
  })
  .step("dz", integer(), (p, s) => s.zx * s.dx + s.zy * s.dy + (isDirect(p) ? s.zt : 0), {
    label: "\\dfrac{dz}{dt}",
    words: "the derivative of z by t",
    hint: "Multiply the links along each path from $t$ to $z$, and add up the paths.",
    formula: (p) =>
      `\\dfrac{\\partial z}{\\partial x}\\dfrac{dx}{dt} + \\dfrac{\\partial z}{\\partial y}\\dfrac{dy}{dt}${isDirect(p) ? " + \\dfrac{\\partial z}{\\partial t}" : ""}`,
    work: (p, s) => {
      const paths = `${num(s.zx)} \\cdot ${par(s.dx)} + ${par(s.zy)} \\cdot ${par(s.dy)}`;
      return isDirect(p) ? `${paths} + ${par(s.zt)}` : paths;
    },
    malrules: {
      "path-by-y-dropped": {
        value: (p, s) => s.zx * s.dx + (isDirect(p) ? s.zt : 0),
        says: "A path is missing: $t$ reaches $z$ through $y$ as well.",
      },
      "path-by-x-dropped": {
        value: (p, s) => s.zy * s.dy + (isDirect(p) ? s.zt : 0),
        says: "A path is missing: $t$ reaches $z$ through $x$ as well.",
      },
      "direct-path-dropped": {
        value: (p, s) => (isDirect(p) ? s.zx * s.dx + s.zy * s.dy : undefined),
        says: "The direct path is missing: $t$ stands in the formula of $z$ itself, too.",
      },
      "inner-rates-missing": {
        value: (p, s) => s.zx + s.zy + (isDirect(p) ? s.zt : 0),
        says: "The last links are missing: how fast $x$ and $y$ change with $t$ belongs to their paths.",
      },
      "paths-crossed": {
        value: (p, s) => s.zx * s.dy + s.zy * s.dx + (isDirect(p) ? s.zt : 0),
        says: "The paths were crossed. The slope of $z$ by $x$ goes with the rate of $x$, that by $y$ with the rate of $y$.",
      },
    },
  })
  .asks({ 1: ["dz"], 2: ["dz"], 3: ["zt", "dz"] })
  .figures({
    prompt: (p) => ({
      figure: "graph",
      alt: `Dependencies: t leads to x and to y, and x and y lead to z.${isDirect(p) ? " A third edge leads from t straight to z." : ""}`,
      ...graph(p, {}),
    }),
    solution: (p, s) => ({
      figure: "graph",
      alt: `Dependencies with values at t = ${plain(p.at)}: x = ${plain(s.x)} changes with t at the rate ${plain(s.dx)}, y = ${plain(s.y)} at the rate ${plain(s.dy)}. The slope of z by x is ${plain(s.zx)}, by y ${plain(s.zy)}${isDirect(p) ? `, directly by t ${plain(s.zt)}` : ""}. Added up along all paths it is ${plain(s.dz)}.`,
      ...graph(p, { tx: s.dx, ty: s.dy, xz: s.zx, yz: s.zy, ...(isDirect(p) ? { tz: s.zt } : {}) }),
    }),
  })
  .check((p) => {
    // Reverse-mode autodiff of the whole, in t alone and in its own place.
    const path = (coefficients: readonly number[], t: Value) =>
      coefficients.map((a, n) => t.pow(n).mul(a)).reduce((left, right) => left.add(right));
    const whole = (x: Value, y: Value, t: Value) =>
      p.z.map(({ a, n, m, l }) => x.pow(n).mul(y.pow(m)).mul(t.pow(l)).mul(a)).reduce((left, right) => left.add(right));
    const [dz = 0] = gradient((t) => whole(path(p.x, t), path(p.y, t), t), [p.at]);
    const [, , zt = 0] = gradient(whole, [at(p.x, p.at), at(p.y, p.at), p.at]);
    return { zt, dz };
  });

/** What depends on what; an edge may carry its derivative. */
function graph(p: Params, slopes: Readonly<Record<string, number>>) {
  const places = { t: [0, 1], x: [1, 0], y: [1, 2], z: [2, 1] };
  return {
    nodes: Object.entries(places).map(([id, [column = 0, row = 0]]) => ({ id, label: id, column, row })),
    edges: ["tx", "ty", "xz", "yz", ...(isDirect(p) ? ["tz"] : [])].map((edge) => {
      const [from = "", to = ""] = edge;
      const slope = slopes[edge];
      return slope === undefined ? { from, to } : { from, to, label: plain(slope) };
    }),
  };
}
