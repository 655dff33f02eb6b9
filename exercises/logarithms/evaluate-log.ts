/** Logarithms that come out as whole numbers or fractions, and the base that one of them tells (example 21). */
import { z } from "zod";
import { exercise } from "#lib/exercise/exercise.ts";
import { fraction, integer } from "#lib/exercise/kinds.ts";
import { num } from "#lib/exercise/tex.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { ratio } from "#lib/expression/rational.ts";

const root = z.union([z.int().min(2), z.literal("e")]);
type Root = z.infer<typeof root>;
const params = z.object({
  story: z.int().min(0).max(3),
  /** Numbers of which everything here is a power: one for each question at level 1, otherwise one for all. */
  roots: z.array(root).min(1).max(2),
  /** Which power of its root the base is. */
  base: z.int().min(1),
  /** Which power the argument of each logarithm is; at level 3 of the known one, the asked one, and the last one. */
  tops: z.array(z.int()).min(2).max(3),
});
type Params = z.infer<typeof params>;

const stories = [
  "No calculator is needed here.",
  "A logarithm asks for an exponent.",
  "Write base and argument as powers of one number, and compare.",
  "These logarithms come out even, as whole numbers or fractions.",
] as const;

/** Powers up to these are easily found. */
const largest: Readonly<Record<string, number>> = { 2: 10, 3: 6, 4: 5, 5: 4, 6: 4, 7: 4, 8: 3, 9: 3, 10: 6, e: 9 };
// biome-ignore format: a list of pairs
const bases = [
  [2, 2], [2, 3], [2, 3], [2, 4], [2, 4], [2, 5], [2, 5], [3, 2], [3, 3], [3, 3], [5, 2], [6, 2], [7, 2], [10, 2], [10, 3],
] as const;

const rootOf = ({ roots }: Params, i = 0): Root => roots[i] ?? roots[0] ?? 2;
const topOf = ({ tops }: Params, i: number): number => tops[i] ?? 1;

/** r^n as a fraction; undefined for powers of e, which are none. */
const power = (r: Root, n: number): Expr | undefined =>
  r === "e" ? undefined : n < 0 ? ratio(1, r ** -n) : ratio(r ** n);

/** r^n as it is printed in a question. */
function powerTex(r: Root, n: number): string {
  const size = Math.abs(n);
  const text = n === 0 ? "1" : r === "e" ? (size === 1 ? "e" : `e^{${size}}`) : num(r ** size);
  return n < 0 ? `\\tfrac{1}{${text}}` : text;
}
const logTex = (r: Root, base: number, argument: string): string =>
  r === "e" ? `\\ln ${argument}` : `\\log_{${num(r ** base)}} ${argument}`;
const fractionTex = (top: number, bottom: number): string =>
  bottom === 1 ? `${top}` : `${top < 0 ? "-" : ""}\\tfrac{${Math.abs(top)}}{${bottom}}`;

const swapped =
  "Base and argument have changed places. The question is which power of the base, the small number below, gives the argument.";
const signLost =
  "The sign of the exponent is lost: a number below 1 is a negative power, as in $\\frac{1}{b} = b^{-1}$.";
const quotient =
  "The argument was divided by the base. A logarithm asks for the exponent: how often is the base a factor?";

/** A logarithm to a base that is the plain root itself. */
const whole = (i: 0 | 1) => ({
  label: `y_${i + 1}`,
  words: i === 0 ? "the first logarithm" : "the second logarithm",
  hint: "$y = \\log_b x$ means $b^y = x$: to which power must the base be raised to give the argument?",
  formula: "\\log_b x",
  work: (p: Params) => logTex(rootOf(p, i), 1, `${rootOf(p, i)}^{${topOf(p, i)}}`),
  malrules: {
    swapped: { value: (p: Params) => (topOf(p, i) === 0 ? undefined : ratio(1, topOf(p, i))), says: swapped },
    quotient: {
      value: (p: Params) => (topOf(p, i) > 0 ? power(rootOf(p, i), topOf(p, i) - 1) : undefined),
      says: quotient,
    },
    "one-counted": {
      value: (p: Params) => (topOf(p, i) > 1 ? ratio(topOf(p, i) + 1) : undefined),
      says: "This is one too many. The powers start with $b^1 = b$; the number 1 itself is $b^0$ and does not count.",
    },
  },
});

/** The exponent of an argument, as a power of the root. */
const exponent = (i: number, words: string) => ({
  label: `n_${i + 1}`,
  words,
  hint: "Write the argument as a power of the same small number. Below 1, the exponent is negative.",
  formula: "\\log_r x",
  work: (p: Params) => `\\log_{${rootOf(p)}} ${rootOf(p)}^{${topOf(p, i)}}`,
});

/** A logarithm with base and argument as powers of their root. */
const powersTex = (p: Params, top: number): string => `\\log_{${rootOf(p)}^{${p.base}}} ${rootOf(p)}^{${top}}`;

/** A logarithm from the exponents of argument and base. */
const compared = (label: string, words: string, top: (s: Exponents) => number) => ({
  label,
  words,
  hint: "The base is $r^m$ and the argument is $r^n$. The base to the power $y$ is $r^{my}$, so $my$ must be $n$.",
  formula: "\\dfrac{n}{m}",
  work: (p: Params, s: Exponents) => powersTex(p, top(s)),
  malrules: {
    swapped: {
      value: (_: Params, s: Exponents) => ratio(s.m, top(s)),
      says: swapped,
    },
    "root-for-base": {
      value: (_: Params, s: Exponents) => ratio(top(s)),
      says: "This is the exponent over the small number of which both are powers. The base is itself a power of that: divide by its exponent.",
    },
    "sign-lost": {
      value: (_: Params, s: Exponents) => (top(s) < 0 ? ratio(-top(s), s.m) : undefined),
      says: signLost,
    },
  },
});
interface Exponents {
  m: number;
  n_1: number;
  n_2: number;
}

export default exercise({
  id: "logarithms/evaluate-log",
  version: 1,
  title: "Evaluating logarithms",
  summary: "Find logarithms as exponents: whole numbers, fractions, and the base that a logarithm tells.",
  skills: ["logarithms"],
  source: { section: "4.1", examples: [21], formulas: ["logarithm-definition"] },
})
  .params(params, (rng, level) => {
    const story = rng.int(0, 3);
    if (level === 1) {
      const roots = rng.shuffle<Root>([2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 10, "e", "e"]);
      const first = roots[0] ?? 2;
      const two = [first, roots.find((r) => r !== first) ?? 3];
      return { story, roots: two, base: 1, tops: two.map((r) => rng.int(2, largest[r] ?? 3)) };
    }
    const [r, m] = rng.pick<(typeof bases)[number]>(bases);
    const most = largest[r] ?? 3;
    const exponents = Array.from({ length: most }, (_, i) => i + 1);
    const broken = rng.shuffle(exponents.filter((n) => n % m !== 0));
    const others = rng.shuffle(exponents.filter((n) => n !== m));
    if (level === 2) {
      const tops = rng.shuffle([broken[0] ?? 1, -(others.find((n) => n !== broken[0]) ?? 1)]);
      return { story, roots: [r], base: m, tops };
    }
    // The exponent that tells the base is in lowest terms, and no answer stands in the prompt.
    const telling = broken.find((n) => n > 1 && (m !== 4 || n % 2 !== 0)) ?? 1;
    const last = broken.find((n) => n !== telling) ?? 1;
    const asked = others.find((n) => n !== telling && n !== last) ?? 1;
    const signs = rng.shuffle([1, -1, -1]);
    return { story, roots: [r], base: m, tops: [telling, asked, last].map((n, i) => n * (signs[i] ?? 1)) };
  })
  .prompt((p, level) => {
    const { story, base, tops } = p;
    if (level === 3) {
      const [r, known, last] = [rootOf(p), topOf(p, 0), topOf(p, 2)];
      const common = base % 2 === 0 && last % 2 === 0 ? 2 : 1;
      return [
        `Of the base $b > 0$ only this is known: $\\log_b ${powerTex(r, known)} = ${fractionTex(known, base)}$.`,
        `Find the base $b$, then the logarithm $y = \\log_b ${powerTex(r, topOf(p, 1))}$, and then the number $x$ with $\\log_b x = ${fractionTex(last / common, base / common)}$. All are whole numbers or fractions.`,
      ].join("\n\n");
    }
    const asked = [0, 1].map((i) => `y_${i + 1} = ${logTex(rootOf(p, i), base, powerTex(rootOf(p, i), tops[i] ?? 1))}`);
    return `${stories[story]} Find the two logarithms, as whole numbers or fractions:\n\n$$${asked.join(", \\qquad ")}$$`;
  })
  .step("first", fraction(), (p) => ratio(topOf(p, 0)), whole(0))
  .step("second", fraction(), (p) => ratio(topOf(p, 1)), whole(1))
  .step("m", integer(), ({ base }) => base, {
    label: "m",
    words: "the exponent of the base",
    hint: "Look for a small number $r$ of which both the base and the arguments are powers. Which power of it is the base?",
    formula: "\\log_r b",
    work: (p) => `\\log_{${rootOf(p)}} ${rootOf(p)}^{${p.base}}`,
  })
  .step("n_1", integer(), (p) => topOf(p, 0), exponent(0, "the exponent of the first argument"))
  .step("n_2", integer(), (p) => topOf(p, 1), exponent(1, "the exponent of the second argument"))
  .step(
    "first_compared",
    fraction(),
    (_, s) => ratio(s.n_1, s.m),
    compared("y_1", "the first logarithm", (s) => s.n_1),
  )
  .step(
    "second_compared",
    fraction(),
    (_, s) => ratio(s.n_2, s.m),
    compared("y_2", "the second logarithm", (s) => s.n_2),
  )
  .step("b", fraction(), (p, s) => power(rootOf(p), (s.n_1 * p.base) / topOf(p, 0)) ?? ratio(1), {
    label: "b",
    words: "the base b",
    hint: "The equation says $b^y = x$. Raise both sides to the power $\\frac{1}{y}$, which leaves $b$ alone.",
    formula: "x^{1/y}",
    work: (p) =>
      `\\left(${rootOf(p)}^{${topOf(p, 0)}}\\right)^{${topOf(p, 0) < 0 ? "-" : ""}${p.base}/${Math.abs(topOf(p, 0))}}`,
    malrules: {
      "root-only": {
        value: (p) => power(rootOf(p), 1),
        says: "The root was taken, but the exponent is a fraction: after undoing its numerator, its denominator still has to be undone.",
      },
      inverted: {
        value: (p) => power(rootOf(p), -p.base),
        says: "This is one divided by the base. Check it in the equation: with the sign of the exponent as it is given, does the argument come out?",
      },
    },
  })
  .step("asked_log", fraction(), (p, s) => ratio(s.n_2, p.base), {
    ...compared("y", "the logarithm y", (s) => s.n_2),
    work: (p, s) => powersTex(p, s.n_2),
    malrules: {
      swapped: { value: (p, s) => ratio(p.base, s.n_2), says: swapped },
      "root-for-base": {
        value: (_, s) => ratio(s.n_2),
        says: "This is the exponent over the small number of which both are powers. The base is itself a power of that: divide by its exponent.",
      },
      "sign-lost": { value: (p, s) => (s.n_2 < 0 ? ratio(-s.n_2, p.base) : undefined), says: signLost },
    },
  })
  .step("x", fraction(), (p) => power(rootOf(p), topOf(p, 2)) ?? ratio(1), {
    label: "x",
    words: "the number x",
    hint: "A logarithm is undone by raising its base to that power: $x = b^{y}$. The denominator of the exponent is a root, a minus puts the power below the line.",
    formula: "b^{\\,\\log_b x}",
    work: (p) => `\\left(${rootOf(p)}^{${p.base}}\\right)^{${topOf(p, 2)}/${p.base}}`,
    malrules: {
      multiplied: {
        value: (p) => (rootOf(p) === "e" ? undefined : ratio(Number(rootOf(p)) ** p.base * topOf(p, 2), p.base)),
        says: "The base was multiplied by the logarithm. A logarithm is an exponent: raise the base to it.",
      },
      "sign-lost": {
        value: (p) => (topOf(p, 2) < 0 ? power(rootOf(p), -topOf(p, 2)) : undefined),
        says: "The exponent is negative, and $b^{-y} = \\frac{1}{b^y}$: such an $x$ is below 1.",
      },
      "denominator-lost": {
        value: (p) => power(rootOf(p), topOf(p, 2) * p.base),
        says: "The base was raised to the numerator only. The denominator of the exponent is a root to be taken.",
      },
    },
  })
  .asks({ 1: ["first", "second"], 2: ["first_compared", "second_compared"], 3: ["b", "asked_log", "x"] })
  .examples({
    "21": { level: 1, params: { story: 0, roots: [10, 2], base: 1, tops: [2, 3] } },
    "21-natural": { level: 1, params: { story: 1, roots: ["e", "e"], base: 1, tops: [2, 0] } },
  })
  .check(({ roots, base, tops }) => {
    // Searches small fractions for the exponent with b^exponent = x, in floating point, and returns it exactly.
    const found = (b: number, x: number): Expr => {
      for (let bottom = 1; bottom <= 5; bottom++)
        for (let top = -12; top <= 12; top++)
          if (Math.abs(b ** (top / bottom) / x - 1) < 1e-9) return ratio(top, bottom);
      throw new RangeError(`no small exponent takes ${b} to ${x}`);
    };
    const value = (i: number) => {
      const root = roots[i] ?? roots[0] ?? 2;
      return root === "e" ? Math.E : root;
    };
    const r = value(0);
    const [first = 0, second = 0, third = 0] = tops;
    const b = r ** base;
    const exact = (x: number) => (x < 1 ? ratio(1, Math.round(1 / x)) : ratio(Math.round(x)));
    return {
      first: found(r, r ** first),
      second: found(value(1), value(1) ** second),
      first_compared: found(b, r ** first),
      second_compared: found(b, r ** second),
      b: exact((r ** first) ** (base / first)),
      asked_log: found(b, r ** second),
      x: exact(b ** (third / base)),
    };
  });
