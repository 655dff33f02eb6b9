/** Decimal digits of floating point numbers: the unit of the n-th digit, rounding, and how many digits a number has. */

/** The decimal exponent of x ≠ 0, exact where log10 is not: 999.9999 has 2, 1000 has 3. */
export function exponentOf(x: number): number {
  const text = x.toExponential();
  return Number.parseInt(text.slice(text.indexOf("e") + 1), 10);
}

/** $10^k$, the double nearest to it, for any whole k. */
export const powerOfTen = (k: number): number => Number.parseFloat(`1e${k}`);

/** One unit of the n-th significant digit of x ≠ 0: for 0.9449 and n = 3 it is 0.001. */
export const unitOfDigit = (x: number, n: number): number => powerOfTen(exponentOf(x) - n + 1);

/** x rounded to n significant digits. */
export const roundDigits = (x: number, n: number): number => (x === 0 ? 0 : Number.parseFloat(x.toPrecision(n)));

/**
 * How many significant decimal digits x has, from 0 (for zero) to 17. Noise in the last places of a double,
 * as in 0.1 + 0.2, does not count: a number equal to its rounding to 14 digits within 4 ulp is that rounding.
 */
export function digitsOf(x: number): number {
  if (x === 0) return 0;
  const rounded = Number.parseFloat(x.toPrecision(14));
  const plain = Math.abs(rounded - x) <= 4 * 2 ** -52 * Math.abs(x) ? rounded : x;
  const mantissa = plain.toExponential().replace("-", "").split("e")[0] ?? "";
  return mantissa.replace(".", "").replace(/0+$/, "").length;
}

/** Whether x needs at most n significant decimal digits, but for noise in the last places. */
export const fitsDigits = (x: number, n: number): boolean =>
  x === 0 || Math.abs(Number.parseFloat(x.toPrecision(Math.min(n, 17))) - x) <= 4 * 2 ** -52 * Math.abs(x);
