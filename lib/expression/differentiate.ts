/** Symbolic derivatives. */
import { binary, call, type Expr, literal, negate, some } from "./expr.ts";
import { simplify } from "./simplify.ts";

const number = (n: number): Expr => literal(`${n}`);
const [zero, one, two, three] = [number(0), number(1), number(2), number(3)];
const plus = (a: Expr, b: Expr): Expr => binary("+", a, b);
const minus = (a: Expr, b: Expr): Expr => binary("-", a, b);
const times = (a: Expr, b: Expr): Expr => binary("*", a, b);
const over = (a: Expr, b: Expr): Expr => binary("/", a, b);
const square = (a: Expr): Expr => binary("^", a, two);

/** Derivatives of the functions of one argument u, as formulas in u, before the chain rule. */
const rules = new Map<string, (u: Expr) => Expr>([
  ["exp", (u) => call("exp", u)],
  ["ln", (u) => over(one, u)],
  ["sqrt", (u) => over(one, times(two, call("sqrt", u)))],
  ["cbrt", (u) => over(one, times(three, square(call("cbrt", u))))],
  ["abs", (u) => over(u, call("abs", u))],
  ["sin", (u) => call("cos", u)],
  ["cos", (u) => negate(call("sin", u))],
  ["tan", (u) => square(call("sec", u))],
  ["sec", (u) => times(call("sec", u), call("tan", u))],
  ["csc", (u) => negate(times(call("csc", u), call("cot", u)))],
  ["cot", (u) => negate(square(call("csc", u)))],
  ["asin", (u) => over(one, call("sqrt", minus(one, square(u))))],
  ["acos", (u) => negate(over(one, call("sqrt", minus(one, square(u)))))],
  ["atan", (u) => over(one, plus(square(u), one))],
  ["sinh", (u) => call("cosh", u)],
  ["cosh", (u) => call("sinh", u)],
  ["tanh", (u) => minus(one, square(call("tanh", u)))],
  ["asinh", (u) => over(one, call("sqrt", plus(square(u), one)))],
  ["acosh", (u) => over(one, call("sqrt", minus(square(u), one)))],
  ["atanh", (u) => over(one, minus(one, square(u)))],
  ["sigmoid", (u) => times(call("sigmoid", u), minus(one, call("sigmoid", u)))],
  ["relu", (u) => over(call("relu", u), u)],
]);

/**
 * The derivative $\partial f / \partial x$, simplified; other names are constants. It holds where f is
 * differentiable: |u| has u/|u|, ReLU(u) has ReLU(u)/u (1 above zero, 0 below), max(a, b) is a + ReLU(b − a) and
 * min(a, b) is a − ReLU(a − b). Where such a kink's argument is zero on a whole interval the result is undefined.
 * Throws a RangeError for a function that has no rule here.
 */
export function differentiate(expr: Expr, variable: string): Expr {
  return simplify(derivative(simplify(expr), variable));
}

const dependsOn = (expr: Expr, variable: string): boolean =>
  some(expr, (node) => node.type === "variable" && node.name === variable);

function derivative(expr: Expr, variable: string): Expr {
  if (!dependsOn(expr, variable)) return zero;
  switch (expr.type) {
    case "number":
    case "constant":
    case "variable":
      return one;
    case "negate":
    case "percent":
      return { ...expr, of: derivative(expr.of, variable) };
    case "call":
      return ofCall(expr.fn, expr.args, variable);
    case "binary":
      return ofBinary(expr.op, expr.left, expr.right, variable);
  }
}

function ofBinary(op: "+" | "-" | "*" | "/" | "^", u: Expr, v: Expr, x: string): Expr {
  const [isU, isV] = [dependsOn(u, x), dependsOn(v, x)];
  const [du, dv] = [derivative(u, x), derivative(v, x)];
  switch (op) {
    case "+":
      return isU && isV ? plus(du, dv) : isU ? du : dv;
    case "-":
      return isU && isV ? minus(du, dv) : isU ? du : negate(dv);
    case "*":
      return isU && isV ? plus(times(du, v), times(u, dv)) : isU ? times(du, v) : times(u, dv);
    case "/":
      if (!isV) return over(du, v);
      return isU ? over(minus(times(du, v), times(u, dv)), square(v)) : negate(over(times(u, dv), square(v)));
    case "^":
      if (!isV) return times(times(v, powerBelow(u, v)), du);
      return times(
        binary("^", u, v),
        isU ? plus(times(dv, call("ln", u)), over(times(v, du), u)) : times(call("ln", u), dv),
      );
  }
}

/** u^(v − 1), with an exponent such as 1/3 − 1 worked out: written as one fraction, it has negative bases too. */
const powerBelow = (u: Expr, v: Expr): Expr => binary("^", u, simplify(minus(v, one)));

function ofCall(fn: string, args: readonly Expr[], x: string): Expr {
  const [u = zero, v] = args;
  if (fn === "max" || fn === "min")
    return args
      .slice(1)
      .reduce<Piece>((left, right) => ofExtreme(fn, left, { of: right, slope: derivative(right, x) }), {
        of: u,
        slope: derivative(u, x),
      }).slope;
  if (fn === "log") return v ? ofLogarithm(u, v, x) : times(over(one, u), derivative(u, x));
  if (fn === "root" && v) return ofRoot(u, v, x);
  const rule = rules.get(fn);
  if (!rule) throw new RangeError(`no rule for the derivative of "${fn}"`);
  const du = derivative(u, x);
  return times(du, rule(u));
}

interface Piece {
  of: Expr;
  slope: Expr;
}

/** max(a, b) = a + ReLU(b − a); min(a, b) = a − ReLU(a − b); either way a' + (b' − a') · ReLU(d)/d. */
function ofExtreme(fn: "max" | "min", a: Piece, b: Piece): Piece {
  const difference = simplify(fn === "max" ? minus(b.of, a.of) : minus(a.of, b.of));
  const step = over(call("relu", difference), difference);
  return { of: call(fn, a.of, b.of), slope: plus(a.slope, times(minus(b.slope, a.slope), step)) };
}

/** $\log_b u$: $u'/(u \ln b)$ for a constant base, else the derivative of $\ln u / \ln b$. */
function ofLogarithm(u: Expr, base: Expr, x: string): Expr {
  if (!dependsOn(base, x)) return over(derivative(u, x), times(u, call("ln", base)));
  return derivative(over(call("ln", u), call("ln", base)), x);
}

/** $\sqrt[n]{u}$: $u' \sqrt[n]{u} / (n u)$, with the exponent worked out for a whole n. */
function ofRoot(u: Expr, n: Expr, x: string): Expr {
  const root = call("root", u, n);
  if (dependsOn(n, x)) return times(root, derivative(over(call("ln", u), n), x));
  return over(times(derivative(u, x), root), times(n, u));
}
