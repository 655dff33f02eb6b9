/** The tree of a formula. Parentheses are gone; the shape of the tree says what they said. */
export type Operator = "+" | "-" | "*" | "/" | "^";

export type Expr =
  /** A literal, with its text as it is understood: "0.50", "2e-3". */
  | { type: "number"; value: number; text: string }
  | { type: "constant"; name: "e" | "pi" }
  /** A declared name in its canonical spelling: `x`, `w_1`, `alpha`. */
  | { type: "variable"; name: string }
  | { type: "negate"; of: Expr }
  | { type: "percent"; of: Expr }
  | { type: "binary"; op: Operator; left: Expr; right: Expr }
  /** `fn` is a key of the table of functions; a logarithm's base is its second argument. */
  | { type: "call"; fn: string; args: readonly Expr[] };

export const binary = (op: Operator, left: Expr, right: Expr): Expr => ({ type: "binary", op, left, right });
export const call = (fn: string, ...args: Expr[]): Expr => ({ type: "call", fn, args });
export const negate = (of: Expr): Expr => ({ type: "negate", of });
export const literal = (text: string): Expr => ({ type: "number", value: Number.parseFloat(text), text });

/** The parts of an expression, left to right. */
export function inside(expr: Expr): readonly Expr[] {
  switch (expr.type) {
    case "binary":
      return [expr.left, expr.right];
    case "call":
      return expr.args;
    case "negate":
    case "percent":
      return [expr.of];
    default:
      return [];
  }
}

/** Whether some node of the tree satisfies `test`. */
export const some = (expr: Expr, test: (node: Expr) => boolean): boolean =>
  test(expr) || inside(expr).some((part) => some(part, test));
