/** The functions that a formula may use. Looked up here and nowhere else: no prototype or global is ever reached. */
import { sigmoid } from "#lib/math/activations.ts";
import { binary, call, type Expr, literal } from "./expr.ts";

export interface FunctionEntry {
  /** Fewest and most arguments. */
  arity: readonly [number, number];
  apply(...args: number[]): number;
  /** TeX of the name. */
  tex: string;
  /** What family it belongs to, for steps that refuse some. */
  family?: "logarithms" | "exponentials" | "roots";
}

type UnaryRow = readonly [name: string, tex: string, apply: (x: number) => number, family?: FunctionEntry["family"]];

const unary: readonly UnaryRow[] = [
  ["exp", "\\exp", Math.exp, "exponentials"],
  ["ln", "\\ln", Math.log, "logarithms"],
  ["sqrt", "\\sqrt", Math.sqrt, "roots"],
  ["cbrt", "\\sqrt[3]", Math.cbrt, "roots"],
  ["abs", "\\mathrm{abs}", Math.abs],
  ["sin", "\\sin", Math.sin],
  ["cos", "\\cos", Math.cos],
  ["tan", "\\tan", Math.tan],
  ["sec", "\\sec", (x) => 1 / Math.cos(x)],
  ["csc", "\\csc", (x) => 1 / Math.sin(x)],
  ["cot", "\\cot", (x) => 1 / Math.tan(x)],
  ["asin", "\\arcsin", Math.asin],
  ["acos", "\\arccos", Math.acos],
  ["atan", "\\arctan", Math.atan],
  ["sinh", "\\sinh", Math.sinh, "exponentials"],
  ["cosh", "\\cosh", Math.cosh, "exponentials"],
  ["tanh", "\\tanh", Math.tanh, "exponentials"],
  ["asinh", "\\operatorname{arsinh}", Math.asinh, "logarithms"],
  ["acosh", "\\operatorname{arcosh}", Math.acosh, "logarithms"],
  ["atanh", "\\operatorname{artanh}", Math.atanh, "logarithms"],
  ["sigmoid", "\\sigma", sigmoid, "exponentials"],
  ["relu", "\\operatorname{ReLU}", (x) => Math.max(0, x)],
];

/** $\log_b x$, exact for whole powers of 2 and 10. */
function logarithm(x: number, base = Math.E): number {
  if (base === 2) return Math.log2(x);
  if (base === 10) return Math.log10(x);
  return base === Math.E ? Math.log(x) : base > 0 ? Math.log(x) / Math.log(base) : Number.NaN;
}

/** The real n-th root, also of negative numbers where n is odd. */
function root(x: number, n: number): number {
  if (n === 2) return Math.sqrt(x);
  if (n === 3) return Math.cbrt(x);
  return x < 0 && n % 2 === 1 ? -((-x) ** (1 / n)) : x ** (1 / n);
}

const table = new Map<string, FunctionEntry>([
  ...unary.map(([name, tex, apply, family]): [string, FunctionEntry] => [
    name,
    { arity: [1, 1], apply, tex, ...(family === undefined ? {} : { family }) },
  ]),
  ["log", { arity: [1, 2], apply: logarithm, tex: "\\log", family: "logarithms" }],
  ["root", { arity: [2, 2], apply: root, tex: "\\sqrt", family: "roots" }],
  ["max", { arity: [1, 20], apply: Math.max, tex: "\\max" }],
  ["min", { arity: [1, 20], apply: Math.min, tex: "\\min" }],
]);

const over = (u: Expr): Expr => binary("/", literal("1"), u);
const quarter = binary("/", { type: "constant", name: "pi" }, literal("2"));

/** Functions that are read as formulas of others: arcsec u is arccos(1/u), and arccot runs from π to 0. */
export const shorthands: ReadonlyMap<string, (u: Expr) => Expr> = new Map<string, (u: Expr) => Expr>([
  ["asec", (u) => call("acos", over(u))],
  ["acsc", (u) => call("asin", over(u))],
  ["acot", (u) => binary("-", quarter, call("atan", u))],
  ["sech", (u) => over(call("cosh", u))],
  ["csch", (u) => over(call("sinh", u))],
  ["coth", (u) => over(call("tanh", u))],
  ["asech", (u) => call("acosh", over(u))],
  ["acsch", (u) => call("asinh", over(u))],
  ["acoth", (u) => call("atanh", over(u))],
]);

const alias = new Map([
  ...["sec", "csc", "cot", "sech", "csch", "coth"].map((name): [string, string] => [`arc${name}`, `a${name}`]),
  ["arsech", "asech"],
  ["arcsch", "acsch"],
  ["arcoth", "acoth"],
  ["arcsin", "asin"],
  ["arccos", "acos"],
  ["arctan", "atan"],
  ["arsinh", "asinh"],
  ["arcsinh", "asinh"],
  ["arcosh", "acosh"],
  ["arccosh", "acosh"],
  ["artanh", "atanh"],
  ["arctanh", "atanh"],
  ["nthroot", "root"],
  ["sigma", "sigmoid"],
  ["tg", "tan"],
  ["sine", "sin"],
  ["cosine", "cos"],
  ["tangent", "tan"],
]);

/** The canonical name of a function, written in small or capital letters; undefined where there is none. */
export function functionNamed(written: string): string | undefined {
  const name = written.toLowerCase();
  return table.has(name) || shorthands.has(name) ? name : alias.get(name);
}

/** Fewest and most arguments of a function, by its canonical name. */
export const arityOf = (name: string): readonly [number, number] =>
  shorthands.has(name) ? [1, 1] : functionEntry(name).arity;

/** The entry of a canonical name. Throws a RangeError for any other: a programmer's error. */
export function functionEntry(name: string): FunctionEntry {
  const entry = table.get(name);
  if (!entry) throw new RangeError(`no function is called "${name}"`);
  return entry;
}

/** A function whose name is one slip away from what was written: `sine`, `srqt`. */
export function functionLike(written: string): string | undefined {
  const name = written.toLowerCase();
  return [...table.keys()].find((known) => known.length > 2 && isOneSlip(name, known));
}

/** One letter more, less, other, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && x[0] === y[1] && x[1] === y[0]);
}
