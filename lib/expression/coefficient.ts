/** Exact numbers in front of a term, which remember whether they were written as decimals. */
import { type Expr, literal } from "./expr.ts";
import { exactValue, formulaOf, greatestCommonDivisor, type Rational } from "./rational.ts";

export interface Coefficient extends Rational {
  /** Whether it is printed as 0.25 rather than as 1/4. */
  isDecimal: boolean;
}

/** Thrown where a number has too many digits to go on with. */
export class TooLarge extends Error {}

/** Most digits of a numerator or denominator. */
const longest = 10n ** 600n;

const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/** num/den in lowest terms; a decimal only where it ends. Throws TooLarge. */
export function coefficient(num: bigint, den = 1n, isDecimal = false): Coefficient {
  if (magnitude(num) > longest || magnitude(den) > longest) throw new TooLarge();
  const common = greatestCommonDivisor(magnitude(num), magnitude(den)) * (den < 0n ? -1n : 1n);
  const [n, d] = [num / common, den / common];
  return { num: n, den: d, isDecimal: isDecimal && d > 1n && placesOf(d) !== undefined };
}

export const zero = coefficient(0n);
export const one = coefficient(1n);
export const minusOne = coefficient(-1n);

/** The exact value of a literal; undefined where it is too long for one. */
export function coefficientOf(expr: Expr): Coefficient | undefined {
  const value = exactValue(expr);
  return value && coefficient(value.num, value.den, true);
}

export const plus = (a: Coefficient, b: Coefficient): Coefficient =>
  coefficient(a.num * b.den + b.num * a.den, a.den * b.den, a.isDecimal || b.isDecimal);
export const times = (a: Coefficient, b: Coefficient): Coefficient =>
  coefficient(a.num * b.num, a.den * b.den, a.isDecimal || b.isDecimal);
/** 1/a, for a ≠ 0. */
export const reciprocal = (a: Coefficient): Coefficient => coefficient(a.den, a.num, a.isDecimal);
export const negative = (a: Coefficient): Coefficient => ({ ...a, num: -a.num });

export const isZero = (a: Rational): boolean => a.num === 0n;
export const isOne = (a: Rational): boolean => a.num === 1n && a.den === 1n;
export const isWhole = (a: Rational): boolean => a.den === 1n;
export const same = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
export const isLess = (a: Rational, b: Rational): boolean => a.num * b.den < b.num * a.den;

/** a to a whole power; a ≠ 0 where it is negative. Throws TooLarge. */
export function toPower(a: Coefficient, k: bigint): Coefficient {
  if (k < 0n) return toPower(reciprocal(a), -k);
  const digits = BigInt(`${magnitude(a.num)}${a.den}`.length);
  if (isWhole(a) && magnitude(a.num) <= 1n) return k % 2n === 0n ? times(a, a) : a;
  if (digits * k > 600n) throw new TooLarge();
  return coefficient(a.num ** k, a.den ** k, a.isDecimal);
}

/** The whole q-th root of n ≥ 0, rounded down, by Newton's method. */
function wholeRoot(n: bigint, q: number): bigint {
  if (n < 2n) return n;
  const k = BigInt(q);
  let x = 1n << (BigInt(n.toString(2).length) / k + 1n);
  for (;;) {
    const next = ((k - 1n) * x + n / x ** (k - 1n)) / k;
    if (next >= x) return x;
    x = next;
  }
}

/** n = outside^q · inside with a whole outside; the largest one for small n and for whole powers. */
function rootOfWhole(n: bigint, q: number): { outside: bigint; inside: bigint } {
  const root = wholeRoot(n, q);
  if (root ** BigInt(q) === n) return { outside: root, inside: 1n };
  let [outside, inside] = [1n, n];
  for (let p = 2n; p <= 50n && p ** BigInt(q) <= inside; p++)
    for (const step = p ** BigInt(q); inside % step === 0n; inside /= step) outside *= p;
  return { outside, inside };
}

/** The q-th root of a > 0, q ≤ 12, as outside · inside^(1/q). */
export function rootOf(a: Coefficient, q: number): { outside: Coefficient; inside: Coefficient } {
  const [num, den] = [rootOfWhole(a.num, q), rootOfWhole(a.den, q)];
  return {
    outside: coefficient(num.outside, den.outside, a.isDecimal),
    inside: coefficient(num.inside, den.inside, a.isDecimal),
  };
}

/** Digits behind the point that 1/den needs; undefined where it does not end. */
function placesOf(den: bigint): number | undefined {
  let rest = den;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/** The literal of a decimal that ends; undefined for any other number. */
export function decimalLiteral(a: Rational): Expr | undefined {
  const places = placesOf(a.den);
  if (places === undefined || a.num < 0n) return undefined;
  const digits = `${(a.num * 10n ** BigInt(places)) / a.den}`;
  if (places === 0) return literal(digits);
  if (places > 12) return literal(`${digits}e-${places}`);
  const padded = digits.padStart(places + 1, "0");
  return literal(`${padded.slice(0, -places)}.${padded.slice(-places)}`);
}

/** A number that is not negative, as it is printed: a decimal where it was one, else a fraction. */
export const numberExpr = (a: Coefficient): Expr => (a.isDecimal ? decimalLiteral(a) : undefined) ?? formulaOf(a);

/** The largest positive number of which all are whole multiples. */
export function commonContent(all: readonly Rational[]): Coefficient {
  const num = all.reduce((gcd, { num }) => greatestCommonDivisor(gcd, magnitude(num)), 0n);
  const den = all.reduce((lcm, { den }) => (lcm / greatestCommonDivisor(lcm, den)) * den, 1n);
  return num === 0n ? one : coefficient(num, den);
}
