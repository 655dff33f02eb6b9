/** Formulas to many digits, where floating point cannot tell two of them apart. */
import { Decimal } from "decimal.js";
import type { Env } from "./evaluate.ts";
import type { Expr } from "./expr.ts";
import { oddExponent } from "./odd-power.ts";

type Arithmetic = typeof Decimal;

/** Arguments past these are too large to work out in bounded time. */
const largestExponent = 1e4;
const largestAngle = 1e9;

/** An arithmetic of so many significant digits. */
export const arithmetic = (digits: number): Arithmetic =>
  Decimal.clone({ precision: digits, defaults: true, maxE: 1e6, minE: -1e6 });

/** The value at the point `at`; NaN where it is undefined, out of range or too expensive. */
export function preciseValue(expr: Expr, at: Env, D: Arithmetic): Decimal {
  const of = (part: Expr) => preciseValue(part, at, D);
  switch (expr.type) {
    case "number":
      return new D(expr.text);
    case "constant":
      return expr.name === "pi" ? D.acos(-1) : D.exp(1);
    case "variable":
      return new D(at.get(expr.name) ?? Number.NaN);
    case "negate":
      return of(expr.of).neg();
    case "percent":
      return of(expr.of).div(100);
    case "call":
      return applied(expr.fn, expr.args.map(of), D);
    case "binary":
      if (expr.op === "^") return power(of(expr.left), of(expr.right), expr.right, D);
      return combined(expr.op, of(expr.left), of(expr.right));
  }
}

function combined(op: "+" | "-" | "*" | "/", a: Decimal, b: Decimal): Decimal {
  switch (op) {
    case "+":
      return a.plus(b);
    case "-":
      return a.minus(b);
    case "*":
      return a.times(b);
    case "/":
      return a.div(b);
  }
}

function power(a: Decimal, b: Decimal, exponent: Expr, D: Arithmetic): Decimal {
  if (b.isInteger()) return b.abs().gt(1000) ? new D(Number.NaN) : a.pow(b);
  const odd = oddExponent(exponent);
  if (!odd || !a.isNeg()) return exp(a.gt(0) ? a.ln().times(b) : new D(Number.NaN));
  const size = exp(a.abs().ln().times(b));
  return odd[0] % 2 === 0 ? size : size.neg();
}

/** NaN where the argument is too large. */
const bounded = (x: Decimal, most: number): Decimal => (x.abs().lt(most) ? x : x.times(Number.NaN));

const exp = (x: Decimal): Decimal => bounded(x, largestExponent).exp();
const angle = (x: Decimal): Decimal => bounded(x, largestAngle);

/** $(e^x \pm e^{-x})/2$: the library's own series takes seconds for large arguments. */
function half(x: Decimal, sign: 1 | -1): Decimal {
  const y = exp(x);
  return y.plus(y.pow(-1).times(sign)).div(2);
}
const isSmall = (x: Decimal): boolean => x.abs().lt(1);
const sinh = (x: Decimal): Decimal => (isSmall(x) ? x.sinh() : half(x, -1));
const cosh = (x: Decimal): Decimal => half(x, 1);

type Rule = (x: Decimal, y: Decimal, D: Arithmetic) => Decimal;

const rules: Readonly<Record<string, Rule>> = {
  exp: exp,
  ln: (x) => x.ln(),
  sqrt: (x) => x.sqrt(),
  cbrt: (x) => x.cbrt(),
  abs: (x) => x.abs(),
  sin: (x) => angle(x).sin(),
  cos: (x) => angle(x).cos(),
  tan: (x) => angle(x).tan(),
  sec: (x, _, D) => new D(1).div(angle(x).cos()),
  csc: (x, _, D) => new D(1).div(angle(x).sin()),
  cot: (x, _, D) => new D(1).div(angle(x).tan()),
  asin: (x) => x.asin(),
  acos: (x) => x.acos(),
  atan: (x) => x.atan(),
  sinh,
  cosh,
  tanh: (x) => (isSmall(x) ? x.tanh() : sinh(x).div(cosh(x))),
  asinh: (x) => x.asinh(),
  acosh: (x) => x.acosh(),
  atanh: (x) => x.atanh(),
  sigmoid: (x, _, D) => new D(1).div(exp(x.neg()).plus(1)),
  relu: (x, _, D) => D.max(x, 0),
  root: (x, n, D) => {
    if (!n.isInteger() || n.lt(1)) return exp(x.ln().div(n));
    if (x.isNeg() && n.mod(2).eq(1)) return exp(x.abs().ln().div(n)).neg();
    return x.isZero() ? new D(0) : exp(x.ln().div(n));
  },
};

function applied(fn: string, args: readonly Decimal[], D: Arithmetic): Decimal {
  const [x = new D(Number.NaN), y] = args;
  if (fn === "max") return D.max(...args);
  if (fn === "min") return D.min(...args);
  if (fn === "log") return y ? x.ln().div(y.ln()) : x.ln();
  return rules[fn]?.(x, y ?? x, D) ?? new D(Number.NaN);
}
