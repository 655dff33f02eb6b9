/** Reduced: one fraction in lowest terms, or none at all. */
import type { Expr } from "./expr.ts";
import type { Sum } from "./normal.ts";
import { variablesOf } from "./parse.ts";

import { commonDivisor, content, degree, polynomialOf } from "./polynomial.ts";
import { asTerm } from "./product.ts";
import { exactValue, greatestCommonDivisor } from "./rational.ts";
import { normalForm } from "./simplify.ts";

const oneFraction = "write it as one fraction";
const cancel = "cancel the common factor";

/** What is left to do before a formula is one fraction in lowest terms. */
export function reducedLack(expr: Expr): string | undefined {
  if (expr.type === "negate") return reducedLack(expr.of);
  if (expr.type === "binary" && expr.op === "/") return quotientLack(expr.left, expr.right);
  if (variablesOf(expr).size === 0 && exactValue(expr)) return isWholeLiteral(expr) ? undefined : workOut(expr);
  return hasFraction(expr) ? (isDecimal(expr) ? workOut(expr) : oneFraction) : undefined;
}

const workOut = (expr: Expr): string =>
  isDecimal(expr) ? "write it as a fraction of whole numbers" : "work it out as one fraction or whole number";

const isWholeLiteral = (expr: Expr): boolean => expr.type === "number" && /^\d+$/.test(expr.text);
const isDecimal = (expr: Expr): boolean => expr.type === "percent" || (expr.type === "number" && !isWholeLiteral(expr));

/** Fractions, decimals, percent and negative powers; those in exponents are part of a power, and do not count. */
function hasFraction(expr: Expr): boolean {
  if (expr.type === "binary" && expr.op === "^")
    return hasFraction(expr.left) || (exactValue(expr.right)?.num ?? 0n) < 0n;
  if (expr.type === "binary" && expr.op === "/") return true;
  if (isDecimal(expr)) return true;
  if (expr.type === "negate") return hasFraction(expr.of);
  return expr.type === "binary" && (hasFraction(expr.left) || hasFraction(expr.right));
}

function quotientLack(above: Expr, below: Expr): string | undefined {
  if (hasFraction(above) || hasFraction(below)) return oneFraction;
  const [top, bottom] = [exactValue(above), exactValue(below)];
  if (bottom && (bottom.num < 0n || below.type === "negate")) return "write the minus sign in front of the fraction";
  if (bottom?.num === 1n) return "leave out the denominator 1";
  if (top && bottom) {
    const isWorkedOut = isWholeLiteral(unsigned(above)) && isWholeLiteral(below);
    if (!isWorkedOut) return "work it out as one fraction or whole number";
    const size = top.num < 0n ? -top.num : top.num;
    return greatestCommonDivisor(size, bottom.num) === 1n ? undefined : cancel;
  }
  return hasCommon(above, below) ? cancel : undefined;
}

const unsigned = (expr: Expr): Expr => (expr.type === "negate" ? expr.of : expr);

/** Exactly for polynomials in one variable; by their factors for what else there is. */
function hasCommon(above: Expr, below: Expr): boolean {
  const names = new Set([...variablesOf(above), ...variablesOf(below)]);
  const [name] = names;
  const [p, q] = name !== undefined && names.size === 1 ? [polynomialOf(above, name), polynomialOf(below, name)] : [];
  if (p && q && p.top.length > 0 && q.top.length > 0)
    return degree(commonDivisor(p.top, q.top)) > 0 || greatestCommonDivisor(content(p.top), content(q.top)) > 1n;
  return sharesFactor(normalForm(above), normalForm(below));
}

function sharesFactor(above: Sum | undefined, below: Sum | undefined): boolean {
  if (!above || !below) return false;
  const [a, b] = [asTerm(above), asTerm(below)];
  const sizes = [a, b].map(({ coefficient: { num } }) => (num < 0n ? -num : num));
  const keys = new Set(a.powers.map(({ base }) => (base.is === "group" ? base.primitive : base.key)));
  const isShared = b.powers.some(({ base }) => keys.has(base.is === "group" ? base.primitive : base.key));
  return isShared || greatestCommonDivisor(sizes[0] ?? 1n, sizes[1] ?? 1n) > 1n;
}
