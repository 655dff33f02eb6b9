/** A typed formula taken apart as it is written: into terms, and into factors above and below. */
import { type Expr, inside, negate, some } from "./expr.ts";
import { exactValue } from "./rational.ts";

/** The terms of a sum with their signs; a sum behind a minus sign or in a product stays whole. */
export function termsOf(expr: Expr): readonly Expr[] {
  if (expr.type !== "binary" || (expr.op !== "+" && expr.op !== "-")) return [expr];
  if (expr.op === "+") return [...termsOf(expr.left), ...termsOf(expr.right)];
  return [...termsOf(expr.left), negate(expr.right)];
}

export interface Factors {
  above: readonly Expr[];
  below: readonly Expr[];
}

/** The factors of a product or quotient, signs dropped. */
export function factorsOf(expr: Expr): Factors {
  if (expr.type === "negate") return factorsOf(expr.of);
  if (expr.type !== "binary" || (expr.op !== "*" && expr.op !== "/")) return { above: [expr], below: [] };
  const [left, right] = [factorsOf(expr.left), factorsOf(expr.right)];
  return expr.op === "*"
    ? { above: [...left.above, ...right.above], below: [...left.below, ...right.below] }
    : { above: [...left.above, ...right.below], below: [...left.below, ...right.above] };
}

export const isSum = (expr: Expr): boolean => expr.type === "binary" && (expr.op === "+" || expr.op === "-");
export const isProduct = (expr: Expr): boolean =>
  expr.type === "negate" ? isProduct(expr.of) : expr.type === "binary" && (expr.op === "*" || expr.op === "/");
export const isLogarithm = (expr: Expr): boolean => expr.type === "call" && (expr.fn === "ln" || expr.fn === "log");

/** The whole number that an exponent is. */
export function wholeNumber(expr: Expr): bigint | undefined {
  const value = exactValue(expr);
  return value?.den === 1n ? value.num : undefined;
}

export const hasLogarithm = (expr: Expr): boolean => some(expr, isLogarithm);
export const countOf = (expr: Expr, test: (node: Expr) => boolean): number =>
  inside(expr).reduce((sum, part) => sum + countOf(part, test), Number(test(expr)));
