/**
 * The values of a formula in floating point together with bounds on their rounding errors (running error analysis, as
 * in Higham, Accuracy and Stability of Numerical Algorithms, 3.3), at many points at once. Elementary functions are
 * taken to be right to 4 units of $2^{-53}$, which the engines in use keep by a wide margin.
 */
import { sigmoid } from "#lib/math/activations.ts";
import type { Expr } from "./expr.ts";
import { oddExponent, oddPower } from "./odd-power.ts";

/** Most points that are evaluated at once. */
export const capacity = 160;

/** Points by the coordinates of each variable. */
export interface Points {
  count: number;
  columns: ReadonlyMap<string, Float64Array>;
}

/**
 * One result for each point. `value` is NaN where the formula is undefined, and where rounding leaves open whether it
 * is, `error` is infinite besides. A value that is infinite is finite but out of range.
 */
class Lanes {
  readonly value = new Float64Array(capacity);
  /** How far off the value is at most. */
  readonly error = new Float64Array(capacity);
  /** The largest term of the sum that the value is: how large it was before a cancellation. */
  readonly size = new Float64Array(capacity);
}
export type Bounded = Pick<Lanes, "value" | "error" | "size">;

const unit = 2 ** -53;
/** Below the normal range relative errors mean nothing; this absolute one covers it. */
const tiny = 1e-306;

/** Results are written over and over again: making new ones takes longer than working them out. */
const registers: Lanes[] = [];
function register(r: number): Lanes {
  while (registers.length <= r) registers.push(new Lanes());
  return registers[r]!;
}

/** The values of `expr` at the points, in register `r`: they hold until the next call with this register or a lower one. */
export function bounded(expr: Expr, points: Points, r: number): Bounded {
  const to = register(r);
  const { count } = points;
  switch (expr.type) {
    case "number": {
      const isExact = Number.isInteger(expr.value) && expr.value < 2 ** 53;
      for (let i = 0; i < count; i++) put(to, i, expr.value, 0, isExact ? 0 : 1, Math.abs(expr.value));
      return to;
    }
    case "constant": {
      const value = expr.name === "pi" ? Math.PI : Math.E;
      for (let i = 0; i < count; i++) put(to, i, value, 0, 1, value);
      return to;
    }
    case "variable": {
      const column = points.columns.get(expr.name);
      for (let i = 0; i < count; i++) {
        if (column) put(to, i, column[i]!, 0, 0, Math.abs(column[i]!));
        else putUndefined(to, i);
      }
      return to;
    }
    case "negate":
      bounded(expr.of, points, r);
      for (let i = 0; i < count; i++) to.value[i] = -to.value[i]!;
      return to;
    case "percent":
      bounded(expr.of, points, r);
      return each(percent, to, to, to, count);
    case "call":
      return applied(expr.fn, expr.args, points, r);
    case "binary": {
      const a = bounded(expr.left, points, r);
      const b = bounded(expr.right, points, r + 1);
      return each(expr.op === "^" ? powerBy(expr.right) : operations[expr.op], a, b, to, count);
    }
  }
}

/** Works out place i of `to` from place i of both operands, which are finite there. `to` may be one of them. */
type Rule = (a: Bounded, b: Bounded, i: number, to: Bounded) => void;

/** Undefined operands make the result undefined; unknown ones and ones out of range, unknown. */
function each(rule: Rule, a: Bounded, b: Bounded, to: Bounded, count: number): Bounded {
  for (let i = 0; i < count; i++) {
    if (Number.isFinite(a.value[i]!) && Number.isFinite(b.value[i]!)) rule(a, b, i, to);
    else if (isUndefined(a, i) || isUndefined(b, i)) putUndefined(to, i);
    else putUnknown(to, i);
  }
  return to;
}

export const isUndefined = ({ value, error }: Bounded, i: number): boolean => Number.isNaN(value[i]!) && error[i] === 0;
export const isUnknown = ({ value, error }: Bounded, i: number): boolean => Number.isNaN(value[i]!) && error[i] !== 0;
export const isOutOfRange = ({ value }: Bounded, i: number): boolean =>
  Math.abs(value[i]!) === Number.POSITIVE_INFINITY;

/** A result with `error` from its operands, and `ulps` units of rounding of its own. */
function put(to: Bounded, i: number, value: number, error: number, ulps: number, size: number): void {
  const isInRange = Number.isFinite(value);
  const own = value === 0 || ulps === 0 ? 0 : ulps * unit * Math.abs(value) + tiny;
  to.value[i] = value;
  to.error[i] = isInRange ? (error + own) * 1.0001 : Number.POSITIVE_INFINITY;
  to.size[i] = isInRange ? size : 0;
}

/** Like `put`, for functions that may round a value that is not zero to zero. */
const putRounded = (to: Bounded, i: number, value: number, error: number): void =>
  put(to, i, value, error + tiny, 4, Math.abs(value));

function putUndefined(to: Bounded, i: number): void {
  to.value[i] = Number.NaN;
  to.error[i] = 0;
  to.size[i] = 0;
}

function putUnknown(to: Bounded, i: number): void {
  to.value[i] = Number.NaN;
  to.error[i] = Number.POSITIVE_INFINITY;
  to.size[i] = 0;
}

const operations: Readonly<Record<"+" | "-" | "*" | "/", Rule>> = {
  "+": (a, b, i, to) =>
    put(to, i, a.value[i]! + b.value[i]!, a.error[i]! + b.error[i]!, 1, Math.max(a.size[i]!, b.size[i]!)),
  "-": (a, b, i, to) =>
    put(to, i, a.value[i]! - b.value[i]!, a.error[i]! + b.error[i]!, 1, Math.max(a.size[i]!, b.size[i]!)),
  "*": (a, b, i, to) => {
    const [x, y] = [Math.abs(a.value[i]!), Math.abs(b.value[i]!)];
    const value = a.value[i]! * b.value[i]!;
    const lost = x > 0 && y > 0 && value === 0 ? tiny : 0;
    const error = x * b.error[i]! + y * a.error[i]! + a.error[i]! * b.error[i]! + lost;
    put(to, i, value, error, 1, Math.max(a.size[i]! * y, b.size[i]! * x));
  },
  "/": (a, b, i, to) => divide(a.value[i]!, a.error[i]!, a.size[i]!, b.value[i]!, b.error[i]!, i, to),
};

const percent: Rule = (a, _, i, to) => divide(a.value[i]!, a.error[i]!, a.size[i]!, 100, 0, i, to);

/** x over y, each with its error. */
function divide(x: number, ex: number, size: number, y: number, ey: number, i: number, to: Bounded) {
  const below = Math.abs(y);
  if (below === 0 && ey === 0) return putUndefined(to, i);
  if (below <= ey) return putUnknown(to, i);
  const value = x / y;
  const lost = x !== 0 && value === 0 ? tiny : 0;
  put(to, i, value, (ex + Math.abs(value) * ey) / (below - ey) + lost, 1, Math.max(size / below, Math.abs(value)));
}

/** The rule of $a^b$, where b is the value of a formula that may be rational by the way it is written. */
function powerBy(exponent: Expr): Rule {
  const odd = oddExponent(exponent);
  return (a, b, i, to) => {
    const n = b.value[i]!;
    if (b.error[i] === 0 && Number.isInteger(n)) wholePower(a, n, i, to);
    else if (odd) oddPowerOf(a, odd, i, to);
    else realPower(a, n, b.error[i]!, i, to);
  };
}

/** $a^b$ for a > 0, and $0^b$ for b > 0. */
function realPower(a: Bounded, b: number, eb: number, i: number, to: Bounded) {
  const [x, ex] = [a.value[i]!, a.error[i]!];
  if (x + ex < 0) return putUndefined(to, i);
  if (x === 0 && ex === 0) {
    if (Math.abs(b) <= eb) return putUnknown(to, i);
    return b > 0 ? put(to, i, 0, 0, 0, 0) : putUndefined(to, i);
  }
  if (x <= 2 * ex) return putUnknown(to, i);
  const value = x ** b;
  const logarithm = Math.abs(Math.log(x)) + 1e-15 + ex / (x - ex);
  putRounded(to, i, value, value * Math.expm1((Math.abs(b) * ex) / (x - ex) + logarithm * eb));
}

/** $a^n$, whose size is largest at the end of the interval farther from zero for n > 0, nearer to it for n < 0. */
function wholePower(a: Bounded, n: number, i: number, to: Bounded) {
  const [x, ex, size] = [Math.abs(a.value[i]!), a.error[i]!, a.size[i]!];
  if (n <= 0 && x === 0 && ex === 0) return putUndefined(to, i);
  if (n < 0 && x <= ex) return putUnknown(to, i);
  const value = a.value[i]! ** n;
  const magnitude = Math.abs(value);
  const error =
    ex === 0 ? 0 : Math.max(Math.abs((x + ex) ** n - magnitude), Math.abs(Math.max(x - ex, 0) ** n - magnitude));
  const lost = x > 0 && value === 0 ? tiny : 0;
  const grown = n > 0 ? (x > 0 ? (size / x) * magnitude : size ** n) : 0;
  put(to, i, value, error + lost, 4, Math.max(grown, magnitude));
}

function oddPowerOf(a: Bounded, odd: readonly [number, number], i: number, to: Bounded) {
  const [x, ex] = [Math.abs(a.value[i]!), a.error[i]!];
  if (x === 0 && ex === 0) return odd[0] < 0 ? putUndefined(to, i) : put(to, i, 0, 0, 0, 0);
  if (x <= 2 * ex) return putUnknown(to, i);
  const value = oddPower(a.value[i]!, odd);
  putRounded(to, i, value, Math.abs(value) * Math.expm1((Math.abs(odd[0] / odd[1]) * ex) / (x - ex)));
}

/** Functions defined everywhere, given their largest slope between two points of the interval. */
const smooth =
  (apply: (x: number) => number, slope: (x: number, error: number) => number): Rule =>
  (a, _, i, to) => {
    const [x, ex] = [a.value[i]!, a.error[i]!];
    putRounded(to, i, apply(x), ex === 0 ? 0 : slope(x, ex) * ex);
  };

/** Functions defined for x > edge only (or x ≥ edge), with the slope at the end nearest to it. */
const beyond =
  (edge: number, closed: boolean, apply: (x: number) => number, slope: (x: number) => number): Rule =>
  (a, _, i, to) => {
    const [x, ex] = [a.value[i]!, a.error[i]!];
    if (ex === 0 && x === edge) return closed ? put(to, i, apply(edge), 0, 0, 0) : putUndefined(to, i);
    if (x + ex < edge || (x + ex === edge && !closed)) return putUndefined(to, i);
    if (x - ex <= edge) return putUnknown(to, i);
    putRounded(to, i, apply(x), ex === 0 ? 0 : slope(x - ex) * ex);
  };

/** Functions defined for |x| < 1 only (or |x| ≤ 1). */
const within =
  (closed: boolean, apply: (x: number) => number, slope: (x: number) => number): Rule =>
  (a, _, i, to) => {
    const [x, ex] = [Math.abs(a.value[i]!), a.error[i]!];
    if (ex === 0 && x === 1) return closed ? putRounded(to, i, apply(a.value[i]!), 0) : putUndefined(to, i);
    if (x - ex > 1) return putUndefined(to, i);
    if (x + ex >= 1) return putUnknown(to, i);
    putRounded(to, i, apply(a.value[i]!), slope(x + ex) * ex);
  };

/** One over another function. */
const over =
  (rule: Rule): Rule =>
  (a, b, i, to) => {
    rule(a, b, i, to);
    if (Number.isFinite(to.value[i]!)) divide(1, 0, 1, to.value[i]!, to.error[i]!, i, to);
  };

const ln = beyond(0, false, Math.log, (x) => 1 / x);
const sqrt = beyond(0, true, Math.sqrt, (x) => 0.5 / Math.sqrt(x));
const sin = smooth(Math.sin, () => 1);
const cos = smooth(Math.cos, () => 1);

/** Sine over cosine, so that it is unknown near the poles; or the other way round. */
const tangent =
  (isTurned: boolean): Rule =>
  (a, _, i, to) => {
    const [x, ex] = [a.value[i]!, a.error[i]!];
    const [s, c] = isTurned ? [Math.cos(x), Math.sin(x)] : [Math.sin(x), Math.cos(x)];
    const error = (y: number) => ex + 4 * unit * Math.abs(y) + tiny;
    divide(s, error(s), Math.abs(s), c, error(c), i, to);
  };

/** The rules of the functions of one argument. */
const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ["exp", smooth(Math.exp, (x, error) => (Math.exp(x) * Math.expm1(error)) / error)],
  ["ln", ln],
  ["log", ln],
  ["sqrt", sqrt],
  [
    "cbrt",
    smooth(Math.cbrt, (x, error) =>
      Math.abs(x) > 2 * error ? 1 / (3 * Math.cbrt(Math.abs(x) - error) ** 2) : (2 * Math.cbrt(3 * error)) / error,
    ),
  ],
  ["abs", (a, _, i, to) => put(to, i, Math.abs(a.value[i]!), a.error[i]!, 0, a.size[i]!)],
  ["sin", sin],
  ["cos", cos],
  ["tan", tangent(false)],
  ["sec", over(cos)],
  ["csc", over(sin)],
  ["cot", tangent(true)],
  ["asin", within(true, Math.asin, (x) => 1 / Math.sqrt(1 - x * x))],
  ["acos", within(true, Math.acos, (x) => 1 / Math.sqrt(1 - x * x))],
  ["atan", smooth(Math.atan, () => 1)],
  ["sinh", smooth(Math.sinh, (x, error) => Math.cosh(Math.abs(x) + error))],
  ["cosh", smooth(Math.cosh, (x, error) => Math.sinh(Math.abs(x) + error))],
  ["tanh", smooth(Math.tanh, () => 1)],
  ["asinh", smooth(Math.asinh, () => 1)],
  ["acosh", beyond(1, true, Math.acosh, (x) => 1 / Math.sqrt(x * x - 1))],
  ["atanh", within(false, Math.atanh, (x) => 1 / (1 - x * x))],
  ["sigmoid", smooth(sigmoid, (x, error) => (sigmoid(x) * Math.expm1(error)) / error)],
  [
    "relu",
    (a, _, i, to) =>
      a.value[i]! + a.error[i]! <= 0
        ? put(to, i, 0, 0, 0, 0)
        : put(to, i, Math.max(0, a.value[i]!), a.error[i]!, 0, a.size[i]!),
  ],
  ["max", (a, _, i, to) => put(to, i, a.value[i]!, a.error[i]!, 0, a.size[i]!)],
  ["min", (a, _, i, to) => put(to, i, a.value[i]!, a.error[i]!, 0, a.size[i]!)],
]);

/** The larger or smaller of two. */
const extreme =
  (pick: (x: number, y: number) => number): Rule =>
  (a, b, i, to) =>
    put(to, i, pick(a.value[i]!, b.value[i]!), Math.max(a.error[i]!, b.error[i]!), 0, Math.max(a.size[i]!, b.size[i]!));
const larger = extreme(Math.max);
const smaller = extreme(Math.min);

/** The real n-th root. */
const root: Rule = (a, n, i, to) => {
  const index = n.value[i]!;
  if (n.error[i] !== 0 || !Number.isInteger(index) || index <= 0)
    return realPower(a, 1 / index, n.error[i]! / index ** 2 + unit, i, to);
  if (index % 2 === 1) return oddPowerOf(a, [1, index], i, to);
  return index === 2 ? sqrt(a, n, i, to) : realPower(a, 1 / index, 4 * unit, i, to);
};

function applied(fn: string, args: readonly Expr[], points: Points, r: number): Bounded {
  const { count } = points;
  const to = register(r);
  const [first, second, ...others] = args;
  const a = first ? bounded(first, points, r) : to;
  const rule = rules.get(fn);
  if (!second) return each(rule ?? putUnknownRule, a, a, to, count);
  const b = bounded(second, points, r + 1);
  if (fn === "root") return each(root, a, b, to, count);
  if (fn === "log")
    return each(operations["/"], each(ln, a, a, to, count), each(ln, b, b, register(r + 1), count), to, count);
  const pick = fn === "max" ? larger : smaller;
  each(pick, a, b, to, count);
  for (const arg of others) each(pick, to, bounded(arg, points, r + 1), to, count);
  return to;
}

const putUnknownRule: Rule = (_a, _b, i, to) => putUnknown(to, i);
