/** Where a formula may change its course: the zeros of what stands inside |·|, max, ReLU, roots and logarithms. */
import type { Env } from "./evaluate.ts";
import { evaluate } from "./evaluate.ts";
import { binary, call, type Expr, inside, literal, some } from "./expr.ts";

const one = literal("1");

/** The formulas whose sign decides, innermost first. */
export function decidersOf(expr: Expr): Expr[] {
  const inner = inside(expr).flatMap(decidersOf);
  if (expr.type === "call") return [...inner, ...decidersOfCall(expr.fn, expr.args).flatMap(factorsOf)];
  const isPower = expr.type === "binary" && expr.op === "^" && expr.right.type !== "number";
  return isPower && hasVariable(expr.left) ? [...inner, ...factorsOf(expr.left)] : inner;
}

/** The factors that give a formula its sign, or touch zero without changing it, as x does in x². */
function factorsOf(expr: Expr): Expr[] {
  if (!hasVariable(expr) || (expr.type === "call" && (expr.fn === "exp" || expr.fn === "sigmoid"))) return [];
  if (expr.type === "negate" || expr.type === "percent") return factorsOf(expr.of);
  if (expr.type !== "binary") return [expr];
  if (expr.op === "*" || expr.op === "/") return [...factorsOf(expr.left), ...factorsOf(expr.right)];
  return expr.op === "^" && !hasVariable(expr.right) ? factorsOf(expr.left) : [expr];
}

function decidersOfCall(fn: string, args: readonly Expr[]): Expr[] {
  const moving = args.filter(hasVariable);
  const [first] = args;
  if (moving.length === 0 || !first) return [];
  switch (fn) {
    case "abs":
    case "relu":
    case "sqrt":
    case "ln":
    case "log":
    case "root":
    case "cbrt":
      return moving;
    case "max":
    case "min":
      return args.flatMap((a, i) => args.slice(i + 1).map((b) => binary("-", a, b)));
    case "asin":
    case "acos":
    case "atanh":
      return [binary("-", call("abs", first), one)];
    case "acosh":
      return [binary("-", first, one)];
    default:
      return [];
  }
}

const hasVariable = (expr: Expr): boolean => expr.type === "variable" || inside(expr).some(hasVariable);

/** Nodes that may still be evaluated while looking for kinks. */
export interface Budget {
  left: number;
}

/** How many nodes a formula has. */
export const sizeOf = (expr: Expr): number => inside(expr).reduce((sum, part) => sum + sizeOf(part), 1);

/** Most zeros that are looked for along one line: |sin x| has as many as one likes. */
const mostZeros = 16;
const bisections = 48;

/**
 * Zeros, and ends of the domain, of the deciders along a line through `base` in the direction of one variable, from
 * small to large, within an open interval. `gridOf` gives the places to look between.
 */
export function kinksAlong(
  deciders: readonly Expr[],
  base: Env,
  variable: string,
  [from, to]: readonly [number, number],
  gridOf: () => readonly number[],
  budget: Budget,
): number[] {
  const found: number[] = [];
  const at = new Map(base);
  for (const decider of deciders) {
    if (!mentions(decider, variable)) continue;
    const value = (x: number) => evaluate(decider, at.set(variable, x));
    if (isLinear(decider, variable)) {
      const zero = zeroOfLine(value);
      if (zero > from && zero < to && !found.includes(zero)) found.push(zero);
      continue;
    }
    // What an outer formula does close to an inner kink is seen only from close by.
    const places = [...gridOf(), ...found.flatMap(around)].sort((a, b) => a - b);
    budget.left -= sizeOf(decider) * places.length;
    if (budget.left < 0) break;
    const zeros = zerosBetween(value, places).filter((zero) => zero > from && zero < to);
    found.push(...zeros.slice(0, mostZeros));
  }
  return found.sort((a, b) => a - b);
}

/** Both sides of a place, close to it and less close. */
export const around = (x: number): number[] =>
  [1e-6, 1e-3, 0.05].flatMap((part) => {
    const step = part * Math.max(Math.abs(x), 1e-3);
    return [x - step, x + step];
  });

/** Whether a formula is linear in the variable by the way it is written. */
function isLinear(expr: Expr, variable: string): boolean {
  if (!mentions(expr, variable) || expr.type === "variable") return true;
  if (expr.type === "negate" || expr.type === "percent") return isLinear(expr.of, variable);
  if (expr.type !== "binary" || expr.op === "^") return false;
  const { op, left, right } = expr;
  if (!isLinear(left, variable) || !isLinear(right, variable)) return false;
  if (op === "/") return !mentions(right, variable);
  return op !== "*" || !mentions(left, variable) || !mentions(right, variable);
}

const mentions = (expr: Expr, variable: string): boolean =>
  some(expr, (node) => node.type === "variable" && node.name === variable);

/** Where a linear function is zero; NaN where it has no single zero. */
function zeroOfLine(value: (x: number) => number): number {
  const start = value(0);
  const zero = -start / (value(1) - start);
  return Number.isFinite(zero) ? zero : Number.NaN;
}

function zerosBetween(value: (x: number) => number, places: readonly number[]): number[] {
  const zeros: number[] = [];
  const signs = places.map((x) => Math.sign(value(x)));
  for (let i = 1; i < places.length; i++) {
    // Signs are −1, 0, 1, or NaN outside the domain, and the domain's end is a kink too.
    if (!Object.is(signs[i - 1], signs[i])) zeros.push(bisect(value, signs[i - 1]!, places[i - 1]!, places[i]!));
  }
  return zeros;
}

function bisect(value: (x: number) => number, sign: number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < bisections; i++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (Object.is(Math.sign(value(middle)), sign)) low = middle;
    else high = middle;
  }
  return high;
}
