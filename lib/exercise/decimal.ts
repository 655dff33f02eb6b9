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

/** Relative noise of a short computation: 1 − 0.94 is 0.06 but for 20 units in the last place. */
const noise = 64 * 2 ** -52;

/** Whether x needs at most n significant decimal digits, but for noise in the last places. */
export const fitsDigits = (x: number, n: number): boolean =>
  x === 0 || Math.abs(Number.parseFloat(x.toPrecision(Math.min(n, 17))) - x) <= noise * Math.abs(x);

/** How many significant decimal digits x has, from 0 (for zero) to 17, noise in the last places left out. */
export function digitsOf(x: number): number {
  const plain = fitsDigits(x, 13) ? roundDigits(x, 13) : x;
  const mantissa = plain.toExponential().replace("-", "").split("e")[0] ?? "";
  return plain === 0 ? 0 : mantissa.replace(".", "").replace(/0+$/, "").length;
}
