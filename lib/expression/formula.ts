/** Formulas that are written in the code, by their text. */
import type { Expr } from "./expr.ts";
import { parse } from "./parse.ts";

/**
 * The tree of a formula such as `3x^2 + ln(y)` in the given variables. Throws a RangeError where it cannot be read, or
 * in two ways: an author's slip.
 */
export function formula(text: string, ...names: string[]): Expr {
  const parsed = parse(text, { names });
  if (parsed.outcome === "unreadable") throw new RangeError(`${text}: ${parsed.problem.message}`);
  if (parsed.outcome === "ambiguous") throw new RangeError(`${text} can be read in two ways`);
  return parsed.expr;
}
