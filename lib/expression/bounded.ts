/**
 * The value of a formula in floating point together with a bound on its rounding error (running error analysis, as in
 * Higham, Accuracy and Stability of Numerical Algorithms, 3.3). Elementary functions are taken to be right to 4 units
 * of $2^{-53}$, which the engines in use keep by a wide margin.
 */
import { sigmoid } from "#lib/math/activations.ts";
import type { Env } from "./evaluate.ts";
import type { Expr } from "./expr.ts";
import { oddExponent, oddPower } from "./odd-power.ts";

/**
 * A value with the largest error it may have. `value` is NaN where the formula is undefined, and where rounding leaves
 * open whether it is, `error` is infinite besides. A value that is infinite is finite but out of range.
 */
export interface Bounded {
  value: number;
  error: number;
  /** The largest term of the sum that the value is: how large it was before a cancellation. */
  size: number;
}

const unit = 2 ** -53;
/** Below the normal range relative errors mean nothing; this absolute one covers it. */
const tiny = 1e-306;

const undefinedHere: Bounded = { value: Number.NaN, error: 0, size: 0 };
const unknown: Bounded = { value: Number.NaN, error: Number.POSITIVE_INFINITY, size: 0 };
const huge: Bounded = { value: Number.POSITIVE_INFINITY, error: Number.POSITIVE_INFINITY, size: 0 };
const minusHuge: Bounded = { ...huge, value: Number.NEGATIVE_INFINITY };

export const isUndefined = ({ value, error }: Bounded): boolean => Number.isNaN(value) && error === 0;
export const isOutOfRange = ({ value }: Bounded): boolean => Math.abs(value) === Number.POSITIVE_INFINITY;
export const isUnknown = ({ value, error }: Bounded): boolean => Number.isNaN(value) && error !== 0;

/** A result with `error` from its operands, and `ulps` units of rounding of its own. */
function result(value: number, error: number, ulps: number, size = Math.abs(value)): Bounded {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? unknown : value > 0 ? huge : minusHuge;
  const own = value === 0 || ulps === 0 ? 0 : ulps * unit * Math.abs(value) + tiny;
  return { value, error: (error + own) * 1.0001, size };
}

/** Like `result`, for functions that may round a value that is not zero to zero. */
const rounded = (value: number, error: number): Bounded => result(value, error + tiny, 4);

/** The value of `expr` at the point `at`, whose coordinates are exact. */
export function bounded(expr: Expr, at: Env): Bounded {
  switch (expr.type) {
    case "number":
      return result(expr.value, 0, Number.isInteger(expr.value) && expr.value < 2 ** 53 ? 0 : 1);
    case "constant":
      return result(expr.name === "pi" ? Math.PI : Math.E, 0, 1);
    case "variable": {
      const value = at.get(expr.name);
      return value === undefined ? undefinedHere : { value, error: 0, size: Math.abs(value) };
    }
    case "negate": {
      const { value, error, size } = bounded(expr.of, at);
      return { value: -value, error, size };
    }
    case "percent":
      return quotient(bounded(expr.of, at), { value: 100, error: 0, size: 100 });
    case "call":
      return expr.args.length === 1
        ? appliedToOne(expr.fn, bounded(expr.args[0]!, at))
        : applied(
            expr.fn,
            expr.args.map((arg) => bounded(arg, at)),
          );
    case "binary": {
      const [a, b] = [bounded(expr.left, at), bounded(expr.right, at)];
      return worst(a, b) ?? combined(expr, a, b);
    }
  }
}

/** Undefined operands make the result undefined; unknown ones and ones out of range, unknown. */
function worst(a: Bounded, b: Bounded = a): Bounded | undefined {
  if (Number.isFinite(a.value) && Number.isFinite(b.value)) return undefined;
  return isUndefined(a) || isUndefined(b) ? undefinedHere : unknown;
}

function combined({ op, right }: Extract<Expr, { type: "binary" }>, a: Bounded, b: Bounded): Bounded {
  switch (op) {
    case "+":
      return result(a.value + b.value, a.error + b.error, 1, Math.max(a.size, b.size));
    case "-":
      return result(a.value - b.value, a.error + b.error, 1, Math.max(a.size, b.size));
    case "*":
      return product(a, b);
    case "/":
      return quotient(a, b);
    case "^":
      return power(a, b, right);
  }
}

function product(a: Bounded, b: Bounded): Bounded {
  const [x, y] = [Math.abs(a.value), Math.abs(b.value)];
  const error = x * b.error + y * a.error + a.error * b.error;
  const lost = x > 0 && y > 0 && a.value * b.value === 0 ? tiny : 0;
  return result(a.value * b.value, error + lost, 1, Math.max(a.size * y, b.size * x));
}

function quotient(a: Bounded, b: Bounded): Bounded {
  const y = Math.abs(b.value);
  if (y === 0 && b.error === 0) return undefinedHere;
  if (y <= b.error) return unknown;
  const value = a.value / b.value;
  const lost = a.value !== 0 && value === 0 ? tiny : 0;
  const error = (a.error + Math.abs(value) * b.error) / (y - b.error) + lost;
  return result(value, error, 1, Math.max(a.size / y, Math.abs(value)));
}

function power(a: Bounded, b: Bounded, exponent: Expr): Bounded {
  if (b.error === 0 && Number.isInteger(b.value)) return wholePower(a, b.value);
  const odd = oddExponent(exponent);
  if (odd) return oddPowerOf(a, odd);
  if (a.value + a.error < 0) return undefinedHere;
  if (a.value === 0 && a.error === 0) return zeroPower(b);
  if (a.value <= 2 * a.error) return unknown;
  const value = a.value ** b.value;
  const logarithm = Math.abs(Math.log(a.value)) + 1e-15 + a.error / (a.value - a.error);
  const relative = (Math.abs(b.value) * a.error) / (a.value - a.error) + logarithm * b.error;
  return rounded(value, value * Math.expm1(relative));
}

/** $0^b$: 0 for b > 0, undefined for b < 0. */
function zeroPower(b: Bounded): Bounded {
  if (Math.abs(b.value) <= b.error) return unknown;
  return b.value > 0 ? result(0, 0, 0) : undefinedHere;
}

/** $a^n$, whose size is largest at the end of the interval farther from zero for n > 0, nearer to it for n < 0. */
function wholePower(a: Bounded, n: number): Bounded {
  const x = Math.abs(a.value);
  if (n <= 0 && x === 0 && a.error === 0) return undefinedHere;
  if (n < 0 && x <= a.error) return unknown;
  const value = a.value ** n;
  const ends = [(x + a.error) ** n, Math.max(x - a.error, 0) ** n];
  const error = a.error === 0 ? 0 : Math.max(...ends.map((end) => Math.abs(end - Math.abs(value))));
  const grown = n > 0 && x > 0 ? (a.size / x) * Math.abs(value) : 0;
  const lost = x > 0 && value === 0 ? tiny : 0;
  const size = Math.max(grown, a.size > 0 && x === 0 && n > 0 ? a.size ** n : 0, Math.abs(value));
  return result(value, error + lost, 4, size);
}

function oddPowerOf(a: Bounded, odd: readonly [number, number]): Bounded {
  const x = Math.abs(a.value);
  if (odd[0] < 0 && x === 0 && a.error === 0) return undefinedHere;
  if (x === 0 && a.error === 0) return result(0, 0, 0);
  if (x <= 2 * a.error) return unknown;
  const value = oddPower(a.value, odd);
  return rounded(value, Math.abs(value) * Math.expm1((Math.abs(odd[0] / odd[1]) * a.error) / (x - a.error)));
}

type Rule = (a: Bounded, b: Bounded) => Bounded;

/** Functions defined everywhere, given their largest slope between two points of the interval. */
const smooth =
  (apply: (x: number) => number, slope: (x: number, error: number) => number): Rule =>
  ({ value, error }) => {
    const y = apply(value);
    return error === 0 ? rounded(y, 0) : rounded(y, slope(value, error) * error);
  };

/** Functions defined for x > edge only (or x ≥ edge), with the slope at the end nearest to it. */
const beyond =
  (edge: number, closed: boolean, apply: (x: number) => number, slope: (x: number) => number): Rule =>
  ({ value, error }) => {
    if (error === 0 && value === edge) return closed ? result(apply(edge), 0, 0) : undefinedHere;
    if (value + error < edge || (value + error === edge && !closed)) return undefinedHere;
    if (value - error <= edge) return unknown;
    return error === 0 ? rounded(apply(value), 0) : rounded(apply(value), slope(value - error) * error);
  };

/** Functions defined for |x| < 1 only (or |x| ≤ 1). */
const within =
  (closed: boolean, apply: (x: number) => number, slope: (x: number) => number): Rule =>
  ({ value, error }) => {
    const x = Math.abs(value);
    if (error === 0 && x === 1) return closed ? rounded(apply(value), 0) : undefinedHere;
    if (x - error > 1) return undefinedHere;
    if (x + error >= 1) return unknown;
    return rounded(apply(value), slope(x + error) * error);
  };

const one: Bounded = { value: 1, error: 0, size: 1 };
const half: Bounded = { value: 0.5, error: 0, size: 0.5 };
const over =
  (rule: Rule): Rule =>
  (a, b) =>
    inverse(rule(a, b));
const inverse = (a: Bounded): Bounded => worst(a) ?? quotient(one, a);

const ln = beyond(0, false, Math.log, (x) => 1 / x);
const sqrt = beyond(0, true, Math.sqrt, (x) => 0.5 / Math.sqrt(x));
const sin = smooth(Math.sin, () => 1);
const cos = smooth(Math.cos, () => 1);
const cbrt = smooth(Math.cbrt, (x, error) =>
  Math.abs(x) > 2 * error ? 1 / (3 * Math.cbrt(Math.abs(x) - error) ** 2) : (2 * Math.cbrt(3 * error)) / error,
);

/** sin over cos, so that it is unknown near the poles. */
const tan: Rule = (a, b) => {
  const [s, c] = [sin(a, b), cos(a, b)];
  return worst(s, c) ?? quotient(s, c);
};

const logarithm: Rule = (a, base) => {
  const [x, b] = [ln(a, a), ln(base, base)];
  return worst(x, b) ?? quotient(x, b);
};

/** The real n-th root. */
const root: Rule = (a, n) => {
  if (n.error !== 0 || !Number.isInteger(n.value) || n.value <= 0) return power(a, inverse(n), rootless);
  if (n.value % 2 === 1) return oddPowerOf(a, [1, n.value]);
  return n.value === 2 ? sqrt(a, n) : power(a, quotient(one, n), rootless);
};
/** An exponent that is no odd quotient. */
const rootless: Expr = { type: "constant", name: "e" };

/** The rule of every function of one or two arguments; `max` and `min` take any number of them. */
const rules: ReadonlyMap<string, Rule> = new Map(
  Object.entries({
    exp: smooth(Math.exp, (x, error) => (Math.exp(x) * Math.expm1(error)) / error),
    ln,
    sqrt,
    cbrt,
    abs: ({ value, error, size }) => ({ value: Math.abs(value), error, size }),
    sin,
    cos,
    tan,
    sec: over(cos),
    csc: over(sin),
    cot: over(tan),
    asin: within(true, Math.asin, (x) => 1 / Math.sqrt(1 - x * x)),
    acos: within(true, Math.acos, (x) => 1 / Math.sqrt(1 - x * x)),
    atan: smooth(Math.atan, () => 1),
    sinh: smooth(Math.sinh, (x, error) => Math.cosh(Math.abs(x) + error)),
    cosh: smooth(Math.cosh, (x, error) => Math.sinh(Math.abs(x) + error)),
    tanh: smooth(Math.tanh, () => 1),
    asinh: smooth(Math.asinh, () => 1),
    acosh: beyond(1, true, Math.acosh, (x) => 1 / Math.sqrt(x * x - 1)),
    atanh: within(false, Math.atanh, (x) => 1 / (1 - x * x)),
    sigmoid: smooth(sigmoid, (x, error) => (sigmoid(x) * Math.expm1(error)) / error),
    relu: ({ value, error, size }) =>
      value + error <= 0 ? { value: 0, error: 0, size: 0 } : { value: Math.max(0, value), error, size },
    root,
  }),
);

function appliedToOne(fn: string, a: Bounded): Bounded {
  const rule = fn === "log" ? ln : rules.get(fn);
  return worst(a) ?? (rule ? rule(a, half) : fn === "max" || fn === "min" ? a : unknown);
}

function applied(fn: string, args: readonly Bounded[]): Bounded {
  const [a = one, b] = args;
  for (const arg of args) {
    const known = worst(a, arg);
    if (known) return known;
  }
  if (fn === "max" || fn === "min") return extreme(fn === "max" ? Math.max : Math.min, args);
  if (fn === "log") return b ? logarithm(a, b) : ln(a, a);
  const rule = rules.get(fn);
  return rule ? rule(a, b ?? half) : unknown;
}

const extreme = (pick: (...values: number[]) => number, args: readonly Bounded[]): Bounded => ({
  value: pick(...args.map(({ value }) => value)),
  error: Math.max(...args.map(({ error }) => error)),
  size: Math.max(...args.map(({ size }) => size)),
});
