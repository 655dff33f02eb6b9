/** What floating point leaves behind in a value, and how large the value is. */
import { roundDigits } from "./decimal.ts";
import { entriesOf, isMatrix, isNumeric, type Value } from "./kinds.ts";

/** The largest absolute entry; not finite where one is not, 0 for what is not made of numbers. */
export function largestOf(value: Value): number {
  if (typeof value === "number") return Number.isNaN(value) ? Number.POSITIVE_INFINITY : Math.abs(value);
  let largest = 0;
  for (const x of entriesOf(value))
    largest = Math.max(largest, Number.isNaN(x) ? Number.POSITIVE_INFINITY : Math.abs(x));
  return largest;
}

/** The value with 0 for entries below `noise`, and for −0. */
export function clean(value: Value, noise: number): Value {
  const zeroed = (x: number) => (Math.abs(x) < noise || x === 0 ? 0 : x);
  if (typeof value === "number") return zeroed(value);
  if (!isNumeric(value)) return value;
  return isMatrix(value) ? value.map((row) => row.map(zeroed)) : value.map(zeroed);
}

/** The value with entries that are a decimal number of twelve digits, but for `noise`, as just that: 936.1 − 937 is −0.9. */
export function withoutNoise(value: Value, noise: number): Value {
  const tidy = (x: number) => (Math.abs(x - roundDigits(x, 12)) <= noise ? roundDigits(x, 12) : x);
  if (typeof value === "number") return tidy(value);
  if (!isNumeric(value)) return value;
  return isMatrix(value) ? value.map((row) => row.map(tidy)) : value.map(tidy);
}
