/**
 * Error-free transformations: a rounded result together with the exact error of its rounding.
 *
 * They are why a sum, a dot product or a tail probability here is as accurate as if it had been computed in twice the
 * precision and then rounded once. Source: Ogita, Rump & Oishi, "Accurate sum and dot product" (2005).
 */

/** A number held as an unevaluated sum, `value + error`, where `error` is too small to change `value`. */
export type Exactly = { readonly value: number; readonly error: number };

/**
 * $a + b = \mathrm{value} + \mathrm{error}$, exactly (Knuth's TwoSum).
 *
 * Domain: any numbers. Where the sum is not finite, the error is 0.
 */
export function twoSum(a: number, b: number): Exactly {
  const value = a + b;
  if (!Number.isFinite(value)) return { value, error: 0 };
  const bRounded = value - a;
  return { value, error: a - (value - bRounded) + (b - bRounded) };
}

/**
 * $a \cdot b = \mathrm{value} + \mathrm{error}$ (Dekker's product), exactly unless the error underflows.
 *
 * Domain: any numbers. Where a factor exceeds $2^{996}$ its halves would overflow, and the error is given as 0.
 */
export function twoProduct(a: number, b: number): Exactly {
  const value = a * b;
  const [aHigh, aLow] = halves(a);
  const [bHigh, bLow] = halves(b);
  const error = aLow * bLow - (value - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return { value, error: Number.isFinite(error) ? error : 0 };
}

/** Veltkamp's splitting: two halves of 26 bits, whose products are exact. */
function halves(a: number): readonly [high: number, low: number] {
  const shifted = 134217729 * a; // 2^27 + 1
  const high = shifted - (shifted - a);
  return [high, a - high];
}

/**
 * $(a - b) / c$ as a value and its error: a standard score, or a difference of logits over a temperature.
 *
 * An exponential turns the absolute error of its argument into a relative one. At 700 half a unit in the last place is
 * already 256 units of the result, so such arguments must carry their rounding error along.
 *
 * Domain: any numbers, $c \neq 0$. Where the quotient is not finite, the error is 0.
 */
export function differenceOver(a: number, b: number, c: number): Exactly {
  const difference = twoSum(a, -b);
  // Halved, a difference of two huge numbers does not overflow; the lost last bit of a subnormal cannot matter to it.
  const overflowed = Number.isFinite(a) && Number.isFinite(b) && !Number.isFinite(difference.value);
  if (overflowed) return differenceOver(a / 2, b / 2, c / 2);
  const value = difference.value / c;
  const back = twoProduct(value, c);
  const error = (difference.value - back.value - back.error + difference.error) / c;
  return { value, error: Number.isFinite(error) ? error : 0 };
}
