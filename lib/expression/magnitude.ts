/** Whether two formulas are of a like size: a wrong derivative that is still worth going on from. */
import { type Domain, intervalsOf } from "./domain.ts";
import { evaluate } from "./evaluate.ts";
import type { Expr } from "./expr.ts";
import { variablesOf } from "./parse.ts";
import { pointAt, spreadPoints } from "./points.ts";

const points = 16;

/**
 * Whether both use the same variables, and `s` lies within a factor of 10 of `t` at most points of the domain where t
 * has a value.
 */
export function isOfLikeSize(s: Expr, t: Expr, on: Domain): boolean {
  const [own, other] = [variablesOf(s), variablesOf(t)];
  if (own.size !== other.size || [...own].some((name) => !other.has(name))) return false;
  const spread = spreadPoints(intervalsOf(s, t, on), points);
  const values = Array.from({ length: spread.count }, (_, i) => pointAt(spread, i))
    .map((at) => [Math.abs(evaluate(s, at)), Math.abs(evaluate(t, at))] as const)
    .filter(([, y]) => Number.isFinite(y));
  const near = values.filter(([x, y]) => x <= 10 * y && x >= y / 10).length;
  return values.length > 0 && 2 * near > values.length;
}
