/** The open domain on which formulas are compared. */
import type { Expr } from "./expr.ts";
import { canonicalName } from "./names.ts";
import { variablesOf } from "./parse.ts";
import type { Interval } from "./points.ts";

/** The variables of a formula, and an open interval for each; all reals where none is given, or an end is null. */
export interface Domain {
  variables: readonly string[];
  domain?: Readonly<Record<string, readonly [number | null, number | null]>> | undefined;
}

/** The interval of every variable that occurs in one of two formulas. */
export function intervalsOf(s: Expr, t: Expr, { variables, domain = {} }: Domain): Map<string, Interval> {
  const occurring = new Set([...variablesOf(s), ...variablesOf(t)]);
  const ends = new Map(Object.entries(domain).map(([name, interval]) => [canonicalName(name), interval]));
  return new Map(
    variables.map(canonicalName).flatMap((name): [string, Interval][] => {
      const [from, to] = ends.get(name) ?? [null, null];
      return occurring.has(name) ? [[name, [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY]]] : [];
    }),
  );
}
