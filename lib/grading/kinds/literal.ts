/** One typed number: what it is, how precisely it was written, and whether the step allows its form. */

import type { Form, KindSpec } from "#lib/exercise/kinds.ts";
import { evaluateClean } from "#lib/expression/evaluate.ts";
import { type Expr, some } from "#lib/expression/expr.ts";
import { functionEntry } from "#lib/expression/functions.ts";
import { toTex } from "#lib/expression/latex.ts";
import { refuse } from "#lib/expression/problem.ts";
import { toText } from "#lib/expression/text.ts";
import type { Written } from "../reading.ts";

export type Entry = Pick<TypedNumber, "value" | "tex" | "typed" | "written">;

/** A number and the formula it was typed as; printed and measured where somebody asks, since judging needs neither. */
class TypedNumber {
  constructor(
    readonly value: number,
    private readonly expr: Expr,
    /** Without the percent sign, where the answer is one of percent. */
    private readonly ratio: Expr,
  ) {}

  get tex(): string {
    return toTex(this.expr);
  }
  /** Text that reads as the same formula. */
  get typed(): string {
    return toText(this.expr);
  }
  get written(): Written {
    return writtenOf(this.ratio);
  }
}

type Restrictions = Partial<Pick<Extract<KindSpec, { kind: "number" }>, "form" | "without" | "unit">>;

/** The number that an expression is. Throws Unreadable where it is not finite or not of an allowed form. */
export function entryOf(expr: Expr, spec: Restrictions, at: readonly [number, number]): Entry {
  refuseForm(expr, spec, at);
  const ratio = spec.unit === "percent" && expr.type === "percent" ? expr.of : expr;
  const value = evaluateClean(ratio);
  if (Number.isNaN(value)) refuse("This is not a real number: look for a root or logarithm of a negative one.", at);
  if (!Number.isFinite(value))
    refuse("This is not a finite number: look for a division by zero, or a power too large.", at);
  return new TypedNumber(value, expr, ratio);
}

/** Significant digits and the place of the last one, for a literal, its negative, percent or power of ten. */
export function writtenOf(expr: Expr): Written {
  switch (expr.type) {
    case "negate":
      return writtenOf(expr.of);
    case "percent":
      return shifted(writtenOf(expr.of), -2);
    case "number":
      return literalDigits(expr.text);
    case "binary": {
      const shift = expr.op === "*" ? powerOfTenExponent(expr.right) : undefined;
      return shift === undefined ? "formula" : shifted(writtenOf(expr.left), shift);
    }
    default:
      return "formula";
  }
}

const shifted = (written: Written, by: number): Written =>
  written === "formula" ? written : { digits: written.digits, place: written.place + by };

/** The k of `10^k`. */
function powerOfTenExponent(expr: Expr): number | undefined {
  if (expr.type !== "binary" || expr.op !== "^" || expr.left.type !== "number" || expr.left.value !== 10)
    return undefined;
  const size = expr.right.type === "negate" ? expr.right.of : expr.right;
  if (size.type !== "number" || !Number.isInteger(size.value)) return undefined;
  return expr.right.type === "negate" ? -size.value : size.value;
}

/** `0.0450` has three digits, the last at 10⁻⁴; `1200` has two, the last at 10²: trailing zeros of an integer do not count. */
function literalDigits(text: string): Written {
  const [mantissa = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction] = mantissa.split(".");
  const shift = Number.parseInt(exponent, 10);
  if (fraction !== undefined) {
    const digits = (whole + fraction).replace(/^0+/, "");
    return { digits: digits.length, place: shift - fraction.length };
  }
  const digits = whole.replace(/^0+/, "").replace(/0+$/, "");
  const zeros = /[1-9]/.test(whole) ? (/0+$/.exec(whole)?.[0].length ?? 0) : 0;
  return { digits: digits.length, place: shift + zeros };
}

const isSigned = (expr: Expr, test: (size: Expr) => boolean): boolean =>
  expr.type === "negate" ? test(expr.of) : test(expr);
const isLiteral = (expr: Expr): boolean =>
  isSigned(expr, (size) => writtenOf(size) !== "formula") || (expr.type === "percent" && isLiteral(expr.of));
const isFraction = (expr: Expr): boolean =>
  isSigned(expr, (size) => size.type === "binary" && size.op === "/" && isLiteral(size.left) && isLiteral(size.right));

const isAllowed: Record<Form, (expr: Expr) => boolean> = {
  plain: isLiteral,
  fraction: (expr) => isLiteral(expr) || isFraction(expr),
  arithmetic: () => true,
};

const wanted: Record<Form, string> = {
  plain: "Work it out and write one plain number, such as 0.25.",
  fraction: "Work it out and write a plain number or one fraction, such as 0.25 or 1/4.",
  arithmetic: "",
};

/** A power whose exponent is a number that is not whole. */
const isFractionalPower = (node: Expr): boolean => {
  if (node.type !== "binary" || node.op !== "^") return false;
  const exponent = evaluateClean(node.right);
  return Number.isFinite(exponent) && !Number.isInteger(exponent);
};

const refused = {
  logarithms: {
    test: (node: Expr) => node.type === "call" && functionEntry(node.fn).family === "logarithms",
    one: "a logarithm",
  },
  exponentials: {
    test: (node: Expr) =>
      (node.type === "call" && functionEntry(node.fn).family === "exponentials") ||
      (node.type === "binary" &&
        node.op === "^" &&
        some(node.left, (base) => base.type === "constant" && base.name === "e")),
    one: "an exponential",
  },
  powers: {
    test: (node: Expr) => node.type === "binary" && node.op === "^" && powerOfTenExponent(node) === undefined,
    one: "a power",
  },
  roots: {
    test: (node: Expr) =>
      (node.type === "call" && functionEntry(node.fn).family === "roots") || isFractionalPower(node),
    one: "a root",
  },
} as const;

type Family = keyof typeof refused;

/** Throws Unreadable where a formula is made of what the step refuses, so that the prompt typed back is no answer. */
export function refuseFamilies(expr: Expr, without: readonly Family[], at: readonly [number, number]): void {
  for (const family of without) if (some(expr, refused[family].test)) refuse(`Write it without ${family}.`, at);
}

function refuseForm(
  expr: Expr,
  { form = "arithmetic", without = [] }: Restrictions,
  at: readonly [number, number],
): void {
  for (const what of without)
    if (some(expr, refused[what].test)) refuse(`Write the value, not ${refused[what].one}.`, at);
  if (!isAllowed[form](expr)) refuse(wanted[form], at);
}
