/**
 * Numbers, vectors and matrices as a person reads them, in TeX and as text. Nothing here ever shows the noise of
 * floating point: at most `digits` significant digits, trailing zeros dropped.
 */

import type { Expr } from "#lib/expression/expr.ts";
import { toTex } from "#lib/expression/latex.ts";
import type { Matrix } from "#lib/math/matrix.ts";
import type { Vector } from "#lib/math/vector.ts";
import { exponentOf, fitsDigits, roundDigits } from "./decimal.ts";
import type { KindSpec, SpecOf, Value } from "./kinds.ts";

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

/** The value of a step as TeX. Options are shown by their text. */
export function valueTex(spec: KindSpec, value: Value, digits = shown): string {
  if ("options" in spec) return optionsTex(spec, value);
  if (typeof value === "string") return `\\text{${value}}`;
  if (typeof value === "number")
    return num(value, digits) + (spec.kind === "number" && spec.unit === "percent" ? "\\,\\%" : "");
  if ("type" in value) return toTex(value);
  const rows = value.map((cell: Cell | readonly Cell[]) =>
    (isRow(cell) ? cell : [cell]).map((x) => cellTex(x, digits)).join(" & "),
  );
  if (spec.kind === "shape") return shapeTex(value.flatMap(sizeIn));
  if (spec.kind === "set") return rows.length === 0 ? "\\varnothing" : `\\left\\{${rows.join(",\\ ")}\\right\\}`;
  return `\\begin{bmatrix} ${rows.join(" \\\\ ")} \\end{bmatrix}`;
}

type Cell = number | string | Expr;
const isRow = (cell: Cell | readonly Cell[]): cell is readonly Cell[] => Array.isArray(cell);
const sizeIn = (cell: Cell | readonly Cell[]) => (isRow(cell) || typeof cell === "string" ? [] : [cell]);
const cellTex = (cell: Cell, digits: number): string =>
  typeof cell === "number" ? num(cell, digits) : typeof cell === "string" ? `\\text{${cell}}` : toTex(cell);

/** Several options stand one under the other, since none of them can break; an order is numbered. */
function optionsTex({ kind, options }: SpecOf<"choice" | "choices" | "order">, value: Value): string {
  const ids = typeof value === "string" ? [value] : Array.isArray(value) ? value : [];
  const lines = ids.map((chosen) => optionTex(options.find(({ id }) => id === chosen)?.text ?? ""));
  if (lines.length === 0) return "\\text{none}";
  if (lines.length === 1) return lines.join("");
  const numbered = kind === "order" ? lines.map((line, i) => `${i + 1}.\\ ${line}`) : lines;
  return `\\begin{array}{l} ${numbered.join(" \\\\ ")} \\end{array}`;
}

/** The sizes of an array: `100 \times 3`, `p \times \left(k + 1\right)`, `(3,)`. */
export function shapeTex(sizes: readonly (number | Expr)[]): string {
  const [only, ...others] = sizes;
  const tex = (size: number | Expr) => (typeof size === "number" ? `${size}` : toTex(size));
  if (only !== undefined && others.length === 0) return `(${tex(only)},)`;
  const isSum = (size: number | Expr) =>
    typeof size === "object" && size.type === "binary" && (size.op === "+" || size.op === "-");
  return sizes.map((size) => (isSum(size) ? `\\left(${tex(size)}\\right)` : tex(size))).join(" \\times ");
}

/** An option's text in TeX; what stands between dollar signs is TeX already. */
export const optionTex = (text: string): string => {
  const parts = text.split("$");
  const hasMath = parts.length % 2 === 1;
  const whole = hasMath ? parts : [text];
  return `\\text{${whole.map((part, i) => (i % 2 === 1 ? `$${part}$` : escaped(part))).join("")}}`;
};

const escapes = new Map([
  ["\\", "\\textbackslash{}"],
  ["^", "\\textasciicircum{}"],
  ["~", "\\textasciitilde{}"],
]);
const escaped = (text: string): string => text.replace(/[\\{}$&#^_%~]/g, (c) => escapes.get(c) ?? `\\${c}`);
