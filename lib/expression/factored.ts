/** Factored: a product in which no factor factors further. */
import { isOne } from "./coefficient.ts";
import { isCollected } from "./expanded.ts";
import { binary, type Expr, literal } from "./expr.ts";
import { type Sum, type Term, termKey } from "./normal.ts";
import { variablesOf } from "./parse.ts";
import { factorsOf, isProduct, isSum, termsOf, wholeNumber } from "./parts.ts";
import { content, type Polynomial, polynomialOf, primitive } from "./polynomial.ts";
import { asTerm } from "./product.ts";
import { isReducible } from "./reducible.ts";
import { normalForm } from "./simplify.ts";

/** What is left to do before a formula is factored. */
export function factoredLack(expr: Expr): string | undefined {
  const factors = sumsIn(expr);
  const isAlone = isSum(expr.type === "negate" ? expr.of : expr);
  for (const factor of factors) {
    const lack = factorLack(factor, isAlone);
    if (lack !== undefined) return lack;
  }
  return undefined;
}

/** The factors that are sums, those of whole powers too. */
function sumsIn(expr: Expr): readonly Expr[] {
  const { above, below } = factorsOf(expr);
  return [...above, ...below].flatMap((factor) => {
    if (isSum(factor)) return [factor];
    if (factor.type === "negate" || isProduct(factor)) return sumsIn(factor);
    const isPower = factor.type === "binary" && factor.op === "^" && wholeNumber(factor.right) !== undefined;
    return isPower && factor.type === "binary" ? sumsIn(factor.left) : [];
  });
}

function factorLack(factor: Expr, isAlone: boolean): string | undefined {
  const further = isAlone ? "write it as a product" : "one of the factors factors further";
  const polynomial = inOneVariable(factor);
  if (polynomial) {
    const hasCommon = content(polynomial) > 1n || (polynomial[0] === 0n && polynomial.length > 2);
    if (hasCommon) return "take out the common factor";
    if (isReducible(polynomial)) return further;
  } else if (hasCommonFactor(normalForm(factor))) return "take out the common factor";
  return isCollected(termsOf(factor)) ? undefined : "collect like terms";
}

/**
 * A sum as a polynomial with whole coefficients in its one variable; x² − y², homogeneous in two, as x² − 1 is.
 * A common number is left in only where no coefficient is a fraction: x/2 + 1/2 is as good as (x + 1)/2.
 */
function inOneVariable(sum: Expr): Polynomial | undefined {
  const [first, second, third] = [...variablesOf(sum)];
  if (first === undefined || third !== undefined) return undefined;
  const isPair = second !== undefined;
  if (isPair && !isHomogeneous(normalForm(sum))) return undefined;
  const fraction = polynomialOf(isPair ? withOne(sum, second) : sum, first);
  if (!fraction) return undefined;
  const isWhole = fraction.top.every((c) => c % fraction.below === 0n);
  return isWhole ? fraction.top.map((c) => c / fraction.below) : primitive(fraction.top);
}

/** The formula with 1 in the place of a variable. */
function withOne(expr: Expr, name: string): Expr {
  if (expr.type === "variable") return expr.name === name ? literal("1") : expr;
  if (expr.type === "negate") return { ...expr, of: withOne(expr.of, name) };
  if (expr.type !== "binary") return expr;
  return binary(expr.op, withOne(expr.left, name), withOne(expr.right, name));
}

function isHomogeneous(sum: Sum | undefined): boolean {
  const degrees = (sum ?? []).map(degreeOf);
  return degrees[0] !== undefined && degrees.every((degree) => degree === degrees[0]);
}

const degreeOf = ({ powers }: Term): number =>
  powers.reduce((sum, { base, exponent, symbolic }) => {
    const isLetter = base.is === "variable" && exponent.den === 1n && exponent.num > 0n && symbolic.length === 0;
    return isLetter ? sum + Number(exponent.num) : Number.NaN;
  }, 0);

/** Whether all terms share a whole number, a letter or another factor. */
function hasCommonFactor(sum: Sum | undefined): boolean {
  if (!sum || sum.length < 2) return false;
  const { coefficient, powers } = asTerm(sum, false);
  const isGroupAlone = powers.length === 1 && powers[0]?.base.is === "group";
  const [first, ...rest] = sum.map(
    ({ powers }) => new Set(powers.map((power) => termKey({ coefficient, powers: [power] }))),
  );
  const shared = [...(first ?? [])].some((key) => rest.every((keys) => keys.has(key)));
  return shared || !isGroupAlone || (coefficient.den === 1n && !isOne(coefficient) && coefficient.num !== -1n);
}
