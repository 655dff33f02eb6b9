/** From the normal form to the formula that a textbook would print. */
import {
  type Coefficient,
  coefficient,
  decimalLiteral,
  isOne,
  isWhole,
  negative,
  numberExpr,
  times,
} from "./coefficient.ts";
import { binary, call, type Expr, literal, negate } from "./expr.ts";
import { type Atom, numberTerm, type Power, type Sum, type Term } from "./normal.ts";
import { inFactorOrder, inTermOrder } from "./order.ts";
import { formulaOf } from "./rational.ts";

/** The formula of a sum: terms by descending degree, the number in front of each. */
export function sumExpr(sum: Sum): Expr {
  const [first, ...rest] = inTermOrder(sum);
  if (!first) return literal("0");
  return rest.reduce((left, term) => {
    const isNegative = term.coefficient.num < 0n;
    return binary(isNegative ? "-" : "+", left, sizeExpr(isNegative ? opposite(term) : term));
  }, termExpr(first));
}

const opposite = (term: Term): Term => ({ ...term, coefficient: negative(term.coefficient) });

const termExpr = (term: Term): Expr => (term.coefficient.num < 0n ? signed(sizeExpr(opposite(term))) : sizeExpr(term));

/** The sign goes to the first factor of a product, as reading −2x puts it, but in front of a fraction. */
function signed(expr: Expr): Expr {
  return expr.type === "binary" && expr.op === "*" ? { ...expr, left: signed(expr.left) } : negate(expr);
}

/** A term whose number is not negative, as one product or one fraction. */
function sizeExpr({ coefficient: number, powers }: Term): Expr {
  const inOrder = inFactorOrder(powers);
  const above = inOrder.filter((power) => !isBelow(power)).map(powerExpr);
  const below = inOrder.filter(isBelow).map((power) => powerExpr({ ...power, exponent: negative(power.exponent) }));
  const top = number.isDecimal ? number : coefficient(number.num);
  const numerator = productExpr(isOne(top) && above.length > 0 ? above : [numberExpr(top), ...above]);
  const bottom = number.isDecimal ? coefficient(1n) : coefficient(number.den);
  const denominator = isOne(bottom) ? below : [formulaOf(bottom), ...below];
  return denominator.length === 0 ? numerator : binary("/", numerator, productExpr(denominator));
}

const productExpr = (factors: readonly Expr[]): Expr => factors.reduce((left, right) => binary("*", left, right));

/** Whether a power stands in the denominator; a formula in the exponent keeps it above, as in e^(−x). */
const isBelow = ({ exponent, symbolic }: Power): boolean => exponent.num < 0n && symbolic.length === 0;

function powerExpr(power: Power): Expr {
  const { base, exponent, symbolic } = power;
  const below = atomExpr(base);
  if (symbolic.length > 0)
    return binary("^", below, sumExpr([...symbolic, ...(exponent.num === 0n ? [] : [numberTerm(exponent)])]));
  if (power.isRestricted && !isRestrictedAsWritten(exponent)) return restrictedExpr(below, exponent);
  if (isOne(exponent)) return below;
  if (exponent.num === 1n && exponent.den === 2n) return call("sqrt", below);
  const decimal = exponent.isDecimal ? decimalLiteral(exponent) : undefined;
  if (decimal) return binary("^", below, decimal);
  if (exponent.num === 1n && exponent.den === 3n) return call("cbrt", below);
  if (exponent.num === 1n && exponent.den < 1000n) return call("root", below, literal(`${exponent.den}`));
  return binary("^", below, formulaOf(exponent));
}

/** Whether base^exponent, written with this fraction, is defined for no negative base. */
export const isRestrictedAsWritten = ({ num, den }: Coefficient): boolean =>
  den % 2n === 0n || (den > 1n && (den > 999n || num > 999n || num < -999n));

/** Powers that would say too much when written shorter: √x·√x is x only where x is not negative. */
function restrictedExpr(base: Expr, exponent: Coefficient): Expr {
  const root = call("sqrt", base);
  if (exponent.num === 0n) return binary("/", root, root);
  if (!isWhole(exponent)) return binary("^", root, formulaOf(times(exponent, coefficient(2n))));
  const square = binary("^", root, literal("2"));
  if (isOne(exponent)) return square;
  const rest = exponent.num === 2n ? base : binary("^", base, literal(`${exponent.num - 1n}`));
  return binary("*", rest, square);
}

function atomExpr(atom: Atom): Expr {
  switch (atom.is) {
    case "variable":
      return { type: "variable", name: atom.name };
    case "constant":
      return { type: "constant", name: atom.name };
    case "number":
      return numberExpr(atom.value);
    case "literal":
      return atom.expr;
    case "call":
      return call(atom.fn, ...atom.args.map(sumExpr));
    case "group":
      return sumExpr(atom.sum);
  }
}
