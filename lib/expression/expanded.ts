/** Multiplied out: a sum of products of numbers and powers, each kind once. */
import type { Expr } from "./expr.ts";
import { type Sum, termKey } from "./normal.ts";
import { factorsOf, isProduct, isSum, termsOf, wholeNumber } from "./parts.ts";
import { exactValue } from "./rational.ts";
import { normalForm } from "./simplify.ts";

/** What is left to do before a formula is expanded. */
export function expandedLack(expr: Expr): string | undefined {
  const terms = termsOf(expr);
  for (const term of terms) {
    const lack = termLack(term);
    if (lack !== undefined) return lack;
  }
  return isCollected(terms) ? undefined : "collect like terms";
}

function termLack(term: Expr): string | undefined {
  if (term.type === "negate" && isSum(term.of)) return "remove the parentheses behind the minus sign";
  if (term.type === "negate") return termLack(term.of);
  if (term.type !== "binary") return undefined;
  if (isSum(term)) return expandedLack(term);
  if (term.op === "^") return powerLack(term.left, term.right);
  const { above, below } = factorsOf(term);
  const isOverSum = below.some(isSum);
  if (above.some(isSum) && (above.length > 1 || below.length === 0)) return "multiply out the product";
  if (above.some(isSum) && !isOverSum) return "divide each term of the sum";
  if (isOverSum && below.length > 1) return "multiply out the denominator";
  const inner = [...above, ...below].map(termLack).find((lack) => lack !== undefined);
  return inner ?? factorsLack(above, below);
}

/** Sums of numbers alone, as in (1 + √2)², count as sums too. */
function powerLack(base: Expr, exponent: Expr): string | undefined {
  const k = wholeNumber(exponent);
  if (k === undefined) return undefined;
  if (isSum(base)) return k > 1n ? "multiply out the power" : k < 0n ? expandedLack(base) : "work out the power";
  return isProduct(base) ? "take the power of each factor" : undefined;
}

/** 2 · 3x, x · x and 6x/3 are not worked out yet. */
function factorsLack(above: readonly Expr[], below: readonly Expr[]): string | undefined {
  const numbers = (factors: readonly Expr[]) => factors.filter((factor) => exactValue(factor) !== undefined).length;
  if (numbers(above) > 1 || numbers(below) > 1) return "multiply the numbers";
  const bases = [...above, ...below].flatMap((factor) => baseKey(factor) ?? []);
  return new Set(bases).size === bases.length ? undefined : "collect the powers of one letter";
}

/** The base of a factor, where it is a power of one atom. */
function baseKey(factor: Expr): string | undefined {
  const [term, second] = normalForm(factor) ?? [];
  const [power, more] = term?.powers ?? [];
  return power && !second && !more ? power.base.key : undefined;
}

/** Whether no two terms are the same but for the number in front. */
export function isCollected(terms: readonly Expr[]): boolean {
  const keys = terms.flatMap((term) => keysOf(normalForm(term)));
  return new Set(keys).size === keys.length && (terms.length === 1 || terms.every((term) => !isNothing(term)));
}

const keysOf = (sum: Sum | undefined): string[] => (sum ?? []).map(termKey);
const isNothing = (term: Expr): boolean => exactValue(term)?.num === 0n;
