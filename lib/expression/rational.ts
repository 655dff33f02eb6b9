/** Quotients of whole numbers as formulas, and their exact values. */
import { exactValue as quotientOf } from "./exact.ts";
import { binary, type Expr, literal, negate } from "./expr.ts";

/** A quotient in lowest terms; the denominator is positive. */
export interface Rational {
  num: bigint;
  den: bigint;
}

/** Numbers beyond this are not reduced to lowest terms: the time that takes grows with the square of their length. */
const longest = 10n ** 400n;

/**
 * The exact value of a formula of numbers, + − × ÷, percent and whole powers. Undefined where there is a function, a
 * constant or a variable in it, where it divides by zero, and where it has more than 400 digits.
 */
export function exactValue(expr: Expr): Rational | undefined {
  const quotient = quotientOf(expr, () => undefined);
  return quotient === null || quotient === "undefined" ? undefined : lowest(quotient);
}

function lowest({ num, den }: Rational): Rational | undefined {
  const [n, d] = den < 0n ? [-num, -den] : [num, den];
  const size = n < 0n ? -n : n;
  if (size > longest || d > longest) return undefined;
  const common = greatestCommonDivisor(size, d);
  return { num: n / common, den: d / common };
}

/** Of whole numbers that are not negative. */
export function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return x;
}

/**
 * num ÷ den in lowest terms, as the value of a step of the kind `fraction`: ratio(6, −16) is −3/8, ratio(4, 2) is 2.
 * Throws a RangeError where either is not whole, or `den` is 0.
 */
export function ratio(num: number, den = 1): Expr {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den === 0)
    throw new RangeError(`${num}/${den} is no quotient of whole numbers`);
  return formulaOf({ num: BigInt(num), den: BigInt(den) });
}

/** The formula of a rational number, in lowest terms with the sign in front. */
export function formulaOf(value: Rational): Expr {
  const { num, den } = lowest(value) ?? value;
  const size = literal(`${num < 0n ? -num : num}`);
  const quotient = den === 1n ? size : binary("/", size, literal(`${den}`));
  return num < 0n ? negate(quotient) : quotient;
}

export const sameRational = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
