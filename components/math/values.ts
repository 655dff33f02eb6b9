/** TeX and Markdown with computed values in them, for lessons: backslashes are written once, numbers are put in rounded. */
import { isShownExactly, row as listed, mat, num, par as parenthesised, plain, vec } from "#lib/exercise/tex.ts";

type Vector = readonly number[];
type Matrix = readonly Vector[];
type Shown = string | number | Vector | Matrix;

/** Significant digits where nothing else is said. */
const usual = 4;

/**
 * A raw template. Numbers are rounded to four significant digits, a vector is set as a column, a matrix in brackets; text
 * goes in as it is. `is` sets the sign before a value as well.
 */
export const tex = (strings: TemplateStringsArray, ...values: readonly Shown[]): string =>
  strings.raw.map((text, i) => (i === 0 ? text : `${shown(values[i - 1] ?? "", usual)}${text}`)).join("");

/** `= 0.6` or `\approx 0.8808`: the sign tells whether anything was rounded away. */
export const is = (value: Exclude<Shown, string>, digits = usual): string =>
  `${sign(value, digits)} ${shown(value, digits)}`;

/** The same of a vector written as a row. */
export const isRow = (v: Vector, digits = usual): string => `${sign(v, digits)} ${row(v, digits)}`;

/** A vector as a row: `[1, 2, 3]`. */
export const row = (v: Vector, digits = usual): string => listed(quiet(v), digits);

/** A number behind an operator: in parentheses where it is negative. */
export const par = (x: number, digits = usual): string => parenthesised(x, digits);

/** A number with its digits chosen. */
export const rounded = (x: number, digits: number): string => num(x, digits);

/** A number in plain text with a true minus sign, for figures and their alternatives: `−0.25`. */
export const inText = (x: number, digits = usual): string => plain(x, digits).replaceAll("-", "−");

/** A percentage: `94.5\,\%`. */
export const percent = (x: number, digits = 3): string => `${num(100 * x, digits)}\\,\\%`;

function shown(value: Shown, digits: number): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return num(value, digits);
  return isMatrix(value)
    ? mat(
        value.map((entries) => quiet(entries, value.flat())),
        digits,
      )
    : vec(quiet(value.filter(isNumber)), digits);
}

/** Entries without the noise that is left where terms should cancel. */
function quiet(entries: Vector, among: Vector = entries): Vector {
  const largest = Math.max(...among.map(Math.abs));
  return entries.map((x) => (Math.abs(x) < 1e-14 * largest ? 0 : x));
}

const isNumber = (x: number | Vector): x is number => typeof x === "number";
const isMatrix = (value: Vector | Matrix): value is Matrix => typeof value[0] === "object";

const sign = (value: Exclude<Shown, string>, digits: number): string =>
  (typeof value === "number" ? [value] : quiet(value.flat())).every((x) => isShownExactly(x, digits))
    ? "="
    : "\\approx";
