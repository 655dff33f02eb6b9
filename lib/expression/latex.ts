/** A formula in TeX, as a textbook sets it. */
import type { Expr } from "./expr.ts";
import { functionEntry } from "./functions.ts";
import { isGreekName } from "./names.ts";
import { tightness } from "./text.ts";

/** Prints an expression as TeX that KaTeX renders. */
export function toTex(expr: Expr): string {
  switch (expr.type) {
    case "number":
      return numberTex(expr.text);
    case "constant":
      return expr.name === "pi" ? "\\pi" : "e";
    case "variable":
      return nameTex(expr.name);
    case "negate":
      return `-${startsWithSign(expr.of) ? inParentheses(toTex(expr.of)) : grouped(expr.of, 2)}`;
    case "percent":
      return `${toTex(expr.of)}\\%`;
    case "call":
      return callTex(expr.fn, expr.args);
    case "binary":
      return binaryTex(expr);
  }
}

const inParentheses = (tex: string) => `\\left(${tex}\\right)`;
const grouped = (expr: Expr, least: number): string =>
  tightness(expr) >= least ? toTex(expr) : inParentheses(toTex(expr));

/** `2e-3` as 2 · 10⁻³; a point without digits on one side gets none. */
function numberTex(text: string): string {
  const [mantissa = "", exponent] = text.toLowerCase().split("e");
  const digits = mantissa.replace(/^\./, "0.").replace(/\.$/, "");
  if (exponent === undefined) return digits;
  return `${digits} \\cdot 10^{${exponent.replace("+", "")}}`;
}

function nameTex(name: string): string {
  const [letters = "", index] = name.split("_");
  const base = isGreekName(letters) ? `\\${letters}` : letters.length > 1 ? `\\mathrm{${letters}}` : letters;
  return index === undefined ? base : `${base}_{${index}}`;
}

function callTex(fn: string, args: readonly Expr[]): string {
  const [first, second] = args;
  if (fn === "sqrt" && first) return `\\sqrt{${toTex(first)}}`;
  if (fn === "cbrt" && first) return `\\sqrt[3]{${toTex(first)}}`;
  if (fn === "root" && first && second) return `\\sqrt[${toTex(second)}]{${toTex(first)}}`;
  if (fn === "abs" && first) return `\\left|${toTex(first)}\\right|`;
  if (fn === "exp" && first) return `e^{${toTex(first)}}`;
  if (fn === "log" && first) return `${second ? `\\log_{${toTex(second)}}` : "\\ln"}${inParentheses(toTex(first))}`;
  return `${functionEntry(fn).tex}${inParentheses(args.map(toTex).join(", "))}`;
}

function binaryTex({ op, left, right }: Extract<Expr, { type: "binary" }>): string {
  switch (op) {
    case "+":
    case "-":
      return `${toTex(left)} ${op} ${startsWithSign(right) ? inParentheses(toTex(right)) : grouped(right, op === "-" ? 2 : 1)}`;
    case "/":
      return `\\frac{${toTex(left)}}{${toTex(right)}}`;
    case "^":
      return `${powerBase(left)}^{${toTex(right)}}`;
    case "*": {
      const [a, b] = [grouped(left, 2), startsWithSign(right) ? inParentheses(toTex(right)) : grouped(right, 2)];
      return needsDot(left, right) ? `${a} \\cdot ${b}` : `${a} ${b}`;
    }
  }
}

/** A fraction, a call or a number with an exponent is no base without parentheses. */
function powerBase(left: Expr): string {
  const stands = left.type === "number" ? !/e/i.test(left.text) : left.type === "constant" || left.type === "variable";
  return stands ? toTex(left) : left.type === "call" && left.fn === "abs" ? toTex(left) : inParentheses(toTex(left));
}

const startsWithSign = (expr: Expr): boolean =>
  expr.type === "negate" || (expr.type === "binary" && expr.op !== "^" && expr.op !== "/" && startsWithSign(expr.left));

/** A number behind anything needs the dot; a name or parenthesis behind a number does not. */
function needsDot(left: Expr, right: Expr): boolean {
  if (startsWithNumber(right) || startsWithSign(right)) return true;
  return left.type === "call" || (left.type === "constant" && right.type === "constant");
}

const startsWithNumber = (expr: Expr): boolean =>
  expr.type === "number" ||
  expr.type === "call" ||
  (expr.type === "binary" && expr.op !== "+" && expr.op !== "-" && startsWithNumber(expr.left));
