/** Formulas simplified enough to read, as the same function on the same domain but for isolated points. */
import { coefficient, coefficientOf, minusOne, TooLarge } from "./coefficient.ts";
import { collect } from "./collect.ts";
import { type Expr, inside } from "./expr.ts";
import { callOf } from "./known-values.ts";
import { atomSum, constant, numberSum, type Sum, scaled, variable } from "./normal.ts";
import { oddExponent } from "./odd-power.ts";
import { sumExpr } from "./present.ts";
import { add, product } from "./product.ts";
import { raise } from "./raise.ts";
import { remembered } from "./remembered.ts";
import { toText } from "./text.ts";

/** Rounds until nothing changes any more; two are enough for nearly all. */
const mostRounds = 4;

/**
 * The same function, simplified: exact numbers in front, like terms and factors collected, terms by descending
 * degree, quotients as one fraction. Nothing is done that would change a value or widen the domain by more than
 * isolated points: √(x²) becomes |x|, and √x·√x stays. Simplifying twice gives the same. A formula that would get
 * longer than three times its length, or has numbers of more than 600 digits, comes back as it is.
 */
export function simplify(expr: Expr): Expr {
  let best = expr;
  for (let round = 0; round < mostRounds; round++) {
    const sum = normalForm(best);
    if (!sum) return expr;
    const next = sumExpr(sum);
    if (toText(next) === toText(best)) break;
    best = next;
  }
  return sizeOf(best) <= 3 * sizeOf(expr) + 4 ? best : expr;
}

const sizeOf = (expr: Expr): number => inside(expr).reduce((size, part) => size + sizeOf(part), 1);

/** The normal form; undefined where a number has too many digits for one. */
export function normalForm(expr: Expr): Sum | undefined {
  try {
    return normal(expr);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

const normal: (expr: Expr) => Sum = remembered((expr) => {
  switch (expr.type) {
    case "number": {
      const value = coefficientOf(expr);
      return value ? numberSum(value) : atomSum({ is: "literal", expr, key: `"${expr.text}"` });
    }
    case "constant":
      return atomSum(constant(expr.name));
    case "variable":
      return atomSum(variable(expr.name));
    case "negate":
      return collect(scaled(normal(expr.of), minusOne));
    case "percent":
      return collect(scaled(normal(expr.of), coefficient(1n, 100n, true)));
    case "call":
      return callOf(expr.fn, expr.args.map(normal));
    case "binary":
      return combine(expr.op, expr.left, expr.right);
  }
});

function combine(op: "+" | "-" | "*" | "/" | "^", left: Expr, right: Expr): Sum {
  const [a, b] = [normal(left), normal(right)];
  switch (op) {
    case "+":
      return add(a, b);
    case "-":
      return add(a, scaled(b, minusOne));
    case "*":
      return product(a, b);
    case "/":
      return product(a, raise(b, numberSum(minusOne), false));
    case "^":
      return raise(a, b, oddExponent(right) !== undefined);
  }
}
