/**
 * Numbers, vectors and matrices as a person reads them, in TeX and as text. Nothing here ever shows the noise of
 * floating point: at most `digits` significant digits, trailing zeros dropped.
 */

import type { Matrix } from "#lib/math/matrix.ts";
import type { Vector } from "#lib/math/vector.ts";
import { exponentOf, fitsDigits, roundDigits } from "./decimal.ts";
import { isMatrix, type KindSpec, type Value } from "./kinds.ts";

/** Digits shown where nothing else is said: enough for every parameter, too few for noise. */
const shown = 6;

/** The digits before the point, which are never rounded away. */
const digitsBefore = (x: number): number => (x === 0 ? 0 : exponentOf(x) + 1);

/** x as plain text: `0.25`, `-3`, `1.2e-7`. */
export function plain(x: number, digits = shown): string {
  if (x === 0) return "0";
  const rounded = roundDigits(x, Math.min(Math.max(digits, digitsBefore(x)), 13));
  const exponent = exponentOf(rounded);
  if (exponent < -5 || exponent >= 12) return String(rounded.toExponential()).replace("e+", "e");
  return rounded
    .toFixed(Math.max(0, digits - 1 - exponent))
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

/** Whether x is shown without loss. */
export const isShownExactly = (x: number, digits = shown): boolean => fitsDigits(x, Math.max(digits, digitsBefore(x)));

/** x as TeX: `0.25`, `-3`, `1.2 \cdot 10^{-7}`. */
export function num(x: number, digits = shown): string {
  const [mantissa = "", exponent] = plain(x, digits).split("e");
  return exponent === undefined ? mantissa : `${mantissa} \\cdot 10^{${exponent}}`;
}

/** x as a factor or a term behind an operator: negative numbers and powers of ten in parentheses. */
export const par = (x: number, digits = shown): string => {
  const text = num(x, digits);
  return x < 0 || text.includes("cdot") ? `(${text})` : text;
};

/** A column vector. */
export const vec = (v: Vector, digits = shown): string =>
  mat(
    v.map((x) => [x]),
    digits,
  );

/** A row written as it is typed: `[1, 2, 3]`. */
export const row = (v: Vector, digits = shown): string => `[${v.map((x) => num(x, digits)).join(",\\ ")}]`;

/** A matrix in brackets. */
export const mat = (m: Matrix, digits = shown): string =>
  `\\begin{bmatrix} ${m.map((r) => r.map((x) => num(x, digits)).join(" & ")).join(" \\\\ ")} \\end{bmatrix}`;

/** A column of anything written in TeX, where a vector is worked out entry by entry. */
export const column = (cells: readonly string[]): string => `\\begin{bmatrix} ${cells.join(" \\\\ ")} \\end{bmatrix}`;

/** A vector as plain text, for figures and their alternatives: `[0.5, -2]`. */
export const plainRow = (v: Vector, digits = 3): string => `[${v.map((x) => plain(x, digits)).join(", ")}]`;

/** A sum of signed terms: `terms([2, -3])` is `2 - 3`. */
export const terms = (v: Vector, digits = shown): string =>
  v.map((x, i) => (i === 0 ? num(x, digits) : x < 0 ? `- ${num(-x, digits)}` : `+ ${num(x, digits)}`)).join(" ");

/** A linear expression `wx + b` with its numbers put in and signs resolved: `plusTerm("2x", -3)` is `2x - 3`. */
export const plusTerm = (lead: string, x: number, digits = shown): string =>
  `${lead} ${x < 0 ? "-" : "+"} ${num(Math.abs(x), digits)}`;

/** The value of a step as TeX. Options of a choice are shown by their text. */
export function valueTex(spec: KindSpec, value: Value, digits = shown): string {
  if (spec.kind === "choice") return `\\text{${spec.options.find(({ id }) => id === value)?.text ?? ""}}`;
  if (typeof value === "string") return `\\text{${value}}`;
  if (typeof value === "number")
    return num(value, digits) + (spec.kind === "number" && spec.unit === "percent" ? "\\,\\%" : "");
  if (spec.kind === "shape" && !isMatrix(value)) return value.map((n) => `${n}`).join(" \\times ");
  return isMatrix(value) ? mat(value, digits) : vec(value, digits);
}
