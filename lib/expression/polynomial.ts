/** Polynomials in one variable with whole coefficients, exactly. The k-th entry is the coefficient of the k-th power. */
import type { Expr } from "./expr.ts";
import { exactValue, greatestCommonDivisor } from "./rational.ts";

export type Polynomial = readonly bigint[];

/** A polynomial over a whole number. */
interface Fraction {
  top: Polynomial;
  below: bigint;
}

const highestDegree = 12;
const longest = 10n ** 24n;
const magnitude = (n: bigint): bigint => (n < 0n ? -n : n);

/**
 * The polynomial that a formula is in a variable, over a positive whole number. Undefined where it is none, where it
 * has another variable, and where its degree is above 12 or a coefficient has more than 24 digits.
 */
export function polynomialOf(expr: Expr, variable: string): Fraction | undefined {
  const fraction = walk(expr, variable);
  const isSmall =
    fraction &&
    fraction.top.length <= highestDegree + 1 &&
    [...fraction.top, fraction.below].every((n) => magnitude(n) < longest);
  return isSmall ? fraction : undefined;
}

function walk(expr: Expr, variable: string): Fraction | undefined {
  const inner = (part: Expr) => polynomialOf(part, variable);
  switch (expr.type) {
    case "number":
    case "percent": {
      const value = exactValue(expr);
      return value && { top: trimmed([value.num]), below: value.den };
    }
    case "variable":
      return expr.name === variable ? { top: [0n, 1n], below: 1n } : undefined;
    case "negate":
      return timesNumber(inner(expr.of), -1n, 1n);
    case "binary": {
      const [left, right] = [inner(expr.left), inner(expr.right)];
      if (!left || !right) return undefined;
      if (expr.op === "+") return sum(left, right);
      if (expr.op === "-") return sum(left, timesNumber(right, -1n, 1n) ?? right);
      if (expr.op === "*") return product(left, right);
      return expr.op === "/" ? quotient(left, right) : power(left, right);
    }
    default:
      return undefined;
  }
}

const trimmed = (p: readonly bigint[]): Polynomial => p.slice(0, p.findLastIndex((c) => c !== 0n) + 1);

/** The degree; −1 for the zero polynomial. */
export const degree = (p: Polynomial): number => p.length - 1;

const timesNumber = (f: Fraction | undefined, num: bigint, den: bigint): Fraction | undefined =>
  f && { top: trimmed(f.top.map((c) => c * num * (den < 0n ? -1n : 1n))), below: f.below * magnitude(den) };

function sum(a: Fraction, b: Fraction): Fraction {
  const length = Math.max(a.top.length, b.top.length);
  const top = Array.from({ length }, (_, k) => (a.top[k] ?? 0n) * b.below + (b.top[k] ?? 0n) * a.below);
  return { top: trimmed(top), below: a.below * b.below };
}

const product = (a: Fraction, b: Fraction): Fraction => ({ top: multiplied(a.top, b.top), below: a.below * b.below });

function multiplied(p: Polynomial, q: Polynomial): Polynomial {
  const result = new Array<bigint>(Math.max(0, p.length + q.length - 1)).fill(0n);
  for (const [i, a] of p.entries()) for (const [j, b] of q.entries()) result[i + j] = (result[i + j] ?? 0n) + a * b;
  return result;
}

function quotient(a: Fraction, b: Fraction): Fraction | undefined {
  const [number] = b.top;
  return number !== undefined && b.top.length === 1 ? timesNumber(a, b.below, number) : undefined;
}

function power(base: Fraction, exponent: Fraction): Fraction | undefined {
  const k = exponent.top[0] ?? 0n;
  if (
    exponent.top.length > 1 ||
    exponent.below !== 1n ||
    k < 0n ||
    Number(k) * Math.max(1, degree(base.top)) > highestDegree
  )
    return undefined;
  let result: Fraction = { top: [1n], below: 1n };
  for (let i = 0n; i < k; i++) result = product(result, base);
  return result;
}

/** The largest whole number that divides all coefficients; 0 for the zero polynomial. */
export const content = (p: Polynomial): bigint => p.reduce((gcd, c) => greatestCommonDivisor(gcd, magnitude(c)), 0n);

/** The polynomial without its content. */
export function primitive(p: Polynomial): Polynomial {
  const common = content(p);
  return common > 1n ? p.map((c) => c / common) : p;
}

/** A greatest common divisor, primitive, by Euclid's algorithm with pseudo-remainders. */
export function commonDivisor(p: Polynomial, q: Polynomial): Polynomial {
  let [a, b] = degree(p) >= degree(q) ? [primitive(p), primitive(q)] : [primitive(q), primitive(p)];
  while (b.length > 0) [a, b] = [b, primitive(remainder(a, b))];
  return a;
}

/** What is left of a multiple of p after division by q ≠ 0. */
function remainder(p: Polynomial, q: Polynomial): Polynomial {
  const lead = q.at(-1) ?? 1n;
  let rest = p;
  while (rest.length >= q.length) {
    const [first, shift] = [rest.at(-1) ?? 0n, rest.length - q.length];
    const above = rest;
    rest = trimmed(above.map((c, k) => c * lead - (q[k - shift] ?? 0n) * first));
  }
  return rest;
}

export const derivativeOf = (p: Polynomial): Polynomial => p.slice(1).map((c, k) => c * BigInt(k + 1));

/** p at a whole number, by Horner's rule. */
export const valueAt = (p: Polynomial, x: bigint): bigint => p.reduceRight((value, c) => value * x + c, 0n);
