/** Numbers put in the place of variables. */
import { type Expr, literal } from "./expr.ts";

/** The formula with every variable that `env` knows replaced by its number, and nothing worked out: 2x becomes 2·3. */
export function substitute(expr: Expr, env: ReadonlyMap<string, number>): Expr {
  switch (expr.type) {
    case "variable": {
      const value = env.get(expr.name);
      return value === undefined ? expr : literal(`${value}`);
    }
    case "negate":
    case "percent":
      return { ...expr, of: substitute(expr.of, env) };
    case "call":
      return { ...expr, args: expr.args.map((arg) => substitute(arg, env)) };
    case "binary":
      return { ...expr, left: substitute(expr.left, env), right: substitute(expr.right, env) };
    default:
      return expr;
  }
}
