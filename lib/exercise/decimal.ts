/** Decimal digits of floating point numbers: the unit of the n-th digit, rounding, and how many digits a number has. */

/** The powers of ten that doubles have, from the least. */
const least = -324;
const powers = Array.from({ length: 309 - least }, (_, i) => Number.parseFloat(`1e${i + least}`));

/** $10^k$, the double nearest to it, for any whole k. */
export const powerOfTen = (k: number): number => powers[k - least] ?? (k < least ? 0 : Number.POSITIVE_INFINITY);

/**
 * The decimal exponent of x ≠ 0, exact where log10 is not: 999.9999 has 2, 1000 has 3. As the shortest text of x has it,
 * so a double next to a power of ten counts by the power's own double.
 */
export function exponentOf(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x === 0 ? 0 : Number.NaN;
  const size = Math.abs(x);
  let k = Math.floor(Math.log10(size));
  while (size < powerOfTen(k)) k--;
  while (size >= powerOfTen(k + 1)) k++;
  return k;
}

/** One unit of the n-th significant digit of x ≠ 0: for 0.9449 and n = 3 it is 0.001. */
export const unitOfDigit = (x: number, n: number): number => powerOfTen(exponentOf(x) - n + 1);

/** x rounded to n significant digits. */
export const roundDigits = (x: number, n: number): number => (x === 0 ? 0 : Number.parseFloat(x.toPrecision(n)));

/** Relative noise of a short computation: 1 − 0.94 is 0.06 but for 20 units in the last place. */
const noise = 64 * 2 ** -52;

/** Whether x needs at most n significant decimal digits, but for noise in the last places. */
export function fitsDigits(x: number, n: number): boolean {
  if (x === 0) return true;
  const off = distanceToRounded(x, n) / Math.abs(x);
  // Dividing by the unit and multiplying again costs a few units in the last place: near the bound, ask the exact text.
  if (Math.abs(off - noise) > 8 * 2 ** -52) return off < noise;
  return Math.abs(Number.parseFloat(x.toPrecision(Math.min(n, 17))) - x) <= noise * Math.abs(x);
}

/** How far x is from being a number of n digits; near the bound `noise`, so that the text decides, where n is too large. */
function distanceToRounded(x: number, n: number): number {
  const k = exponentOf(x) - n + 1;
  if (n > 14 || k < -290 || k > 290) return noise * Math.abs(x);
  const unit = powerOfTen(Math.abs(k));
  const scaled = k < 0 ? x * unit : x / unit;
  const rounded = Math.round(scaled);
  return Math.abs((k < 0 ? rounded / unit : rounded * unit) - x);
}

/** How many significant decimal digits x has, from 0 (for zero) to 17, noise in the last places left out. */
export function digitsOf(x: number): number {
  const plain = fitsDigits(x, 13) ? roundDigits(x, 13) : x;
  const mantissa = plain.toExponential().replace("-", "").split("e")[0] ?? "";
  return plain === 0 ? 0 : mantissa.replace(".", "").replace(/0+$/, "").length;
}
