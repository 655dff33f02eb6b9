/** A formula as text that reads back as the same tree. */
import type { Expr } from "./expr.ts";

/** How tightly an expression holds together: 1 sums, 2 products, 3 signs, 4 powers, 5 whatever stands alone. */
export function tightness(expr: Expr): number {
  switch (expr.type) {
    case "binary":
      return expr.op === "^" ? 4 : expr.op === "*" || expr.op === "/" ? 2 : 1;
    case "negate":
      return 3;
    case "percent":
      return 0;
    case "number":
      return expr.value < 0 || /e/i.test(expr.text) ? 3 : 5;
    default:
      return 5;
  }
}

/** Prints an expression with every sign and parenthesis that reading needs. */
export function toText(expr: Expr): string {
  const at = (part: Expr, least: number) => (tightness(part) >= least ? toText(part) : `(${toText(part)})`);
  switch (expr.type) {
    case "number":
      return expr.text;
    case "constant":
    case "variable":
      return expr.name;
    case "negate":
      return `-${at(expr.of, 3)}`;
    case "percent":
      return `${toText(expr.of)}%`;
    case "call":
      if (expr.fn === "log" && expr.args.length === 2)
        return `log_(${toText(expr.args[1]!)})(${toText(expr.args[0]!)})`;
      return `${expr.fn}(${expr.args.map(toText).join(", ")})`;
    case "binary": {
      if (expr.op === "^") return `${at(expr.left, 5)}^${exponent(expr.right)}`;
      const least = expr.op === "*" || expr.op === "/" ? 2 : 1;
      const spaced = least === 1 ? ` ${expr.op} ` : expr.op;
      return `${at(expr.left, least)}${spaced}${at(expr.right, least + 1)}`;
    }
  }
}

/** Bare where it is a whole number or a name and cannot be misread, else in parentheses. */
function exponent(expr: Expr): string {
  const isBare = expr.type === "number" && /^\d+$/.test(expr.text) && expr.value !== 1;
  return isBare ? toText(expr) : `(${toText(expr)})`;
}
