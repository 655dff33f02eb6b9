/** In which order a textbook writes terms and factors. */
import type { Coefficient } from "./coefficient.ts";
import { type Atom, type Power, powerKey, type Sum, someAtom, type Term, termKey } from "./normal.ts";

/** Functions as they stand in a product: sec x tan x, sin x cos x, sin x ln x. */
const functions =
  "abs relu max min sigmoid sec csc sin cos tan cot sinh cosh tanh asin acos atan asinh acosh atanh log ln";
const functionRank = new Map(functions.split(" ").map((fn, i) => [fn, i]));

const isCall = ({ is }: Atom): boolean => is === "call";

/** Numbers, then letters, polynomials, exponentials, functions, and sums with functions in them. */
function rank({ base, symbolic }: Power): number {
  if (symbolic.length > 0) return 4;
  switch (base.is) {
    case "number":
    case "literal":
      return 0;
    case "constant":
      return 1;
    case "variable":
      return 2;
    case "group":
      return someAtom(base.sum, isCall) || hasExponential(base.sum) ? 6 : 3;
    case "call":
      return 5;
  }
}

const hasExponential = (sum: Sum): boolean =>
  sum.some(({ powers }) => powers.some(({ symbolic }) => symbolic.length > 0));

const rankOfCall = ({ base }: Power): number => (base.is === "call" ? (functionRank.get(base.fn) ?? -1) : 0);
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The factors of a term, first to last. */
export const inFactorOrder = (powers: readonly Power[]): Power[] =>
  [...powers].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      rankOfCall(a) - rankOfCall(b) ||
      byText(a.base.key, b.base.key) ||
      byText(powerKey(a), powerKey(b)),
  );

const approximately = ({ num, den }: Coefficient): number => Number(num) / Number(den);

/** The degree of a term as a polynomial; e^(−x) counts as less than a number, so that 1 + e^(−x) is written so. */
function degree({ powers }: Term): number {
  return powers.reduce((sum, { base, exponent, symbolic }) => {
    if (base.is === "constant" || base.is === "number") return isDecaying(symbolic) ? sum - 0.1 : sum;
    if (base.is === "variable") return sum + approximately(exponent);
    const inner = base.is === "group" ? Math.max(0, ...base.sum.map(degree)) : 0;
    return sum + inner * approximately(exponent);
  }, 0);
}

const isDecaying = (exponent: Sum): boolean =>
  exponent.length > 0 && exponent.every(({ coefficient }) => coefficient.num < 0n);

const isFunction = ({ powers }: Term): boolean => powers.some((power) => rank(power) >= 4);

/** Letters of a term in alphabetical order with their exponents, for x² before xy before y². */
const letters = ({ powers }: Term): (readonly [string, number])[] =>
  powers
    .flatMap(({ base, exponent }) => (base.is === "variable" ? [[base.name, approximately(exponent)] as const] : []))
    .sort(([a], [b]) => byText(a, b));

function byLetters(a: Term, b: Term): number {
  const [x, y] = [letters(a), letters(b)];
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const [name, exponent] = x[i]!;
    const [other, otherExponent] = y[i]!;
    if (name !== other) return byText(name, other);
    if (exponent !== otherExponent) return otherExponent - exponent;
  }
  return y.length - x.length;
}

/** The terms of a sum, first to last: by descending degree, but 1 − x rather than −x + 1. */
export function inTermOrder(sum: Sum): Term[] {
  const sorted = [...sum].sort(
    (a, b) =>
      degree(b) - degree(a) ||
      Number(isFunction(b)) - Number(isFunction(a)) ||
      byLetters(a, b) ||
      byText(termKey(a), termKey(b)),
  );
  const [first, second] = sorted;
  if (sorted.length !== 2 || !first || !second) return sorted;
  return first.coefficient.num < 0n && second.coefficient.num > 0n ? [second, first] : sorted;
}
