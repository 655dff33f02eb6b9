/** The value of a formula. */
import type { Expr } from "./expr.ts";
import { functionEntry } from "./functions.ts";
import { oddExponent, oddPower } from "./odd-power.ts";

export type Env = ReadonlyMap<string, number>;

const nothing: Env = new Map();

/** The value of `expr`, variables from `env`; NaN where one is missing or the formula is undefined. */
export const evaluate = (expr: Expr, env: Env = nothing): number => valueAndSize(expr, env).value;

/**
 * The value, with what is only the noise of a cancellation as zero: a result smaller than 64 units in the last
 * place of its largest intermediate is 0, so that 0.1 + 0.2 − 0.3 is 0.
 */
export function evaluateClean(expr: Expr, env: Env = nothing): number {
  const { value, size } = valueAndSize(expr, env);
  return Math.abs(value) < 64 * 2 ** -52 * size || value === 0 ? 0 : value;
}

interface Sized {
  value: number;
  /** The largest term of a sum that cancelled on the way, in the units of the value. */
  size: number;
}

function valueAndSize(expr: Expr, env: Env): Sized {
  switch (expr.type) {
    case "number":
      return exact(expr.value);
    case "constant":
      return exact(expr.name === "pi" ? Math.PI : Math.E);
    case "variable":
      return exact(env.get(expr.name) ?? Number.NaN);
    case "negate": {
      const { value, size } = valueAndSize(expr.of, env);
      return { value: -value, size };
    }
    case "percent": {
      const { value, size } = valueAndSize(expr.of, env);
      return { value: value / 100, size: size / 100 };
    }
    case "call":
      return exact(functionEntry(expr.fn).apply(...expr.args.map((arg) => evaluateClean(arg, env))));
    case "binary": {
      const left = valueAndSize(expr.left, env);
      const odd = expr.op === "^" && left.value < 0 ? oddExponent(expr.right) : undefined;
      return odd ? exact(oddPower(left.value, odd)) : combine(expr.op, left, valueAndSize(expr.right, env));
    }
  }
}

const exact = (value: number): Sized => ({ value, size: Math.abs(value) });

function combine(op: "+" | "-" | "*" | "/" | "^", a: Sized, b: Sized): Sized {
  switch (op) {
    case "+":
      return { value: a.value + b.value, size: Math.max(a.size, b.size) };
    case "-":
      return { value: a.value - b.value, size: Math.max(a.size, b.size) };
    case "*":
      return { value: a.value * b.value, size: Math.max(a.size * Math.abs(b.value), b.size * Math.abs(a.value)) };
    case "/":
      return { value: a.value / b.value, size: Math.max(a.size / Math.abs(b.value), Math.abs(a.value / b.value)) };
    case "^":
      return exact(a.value ** b.value);
  }
}
