/** Whether two values of one step are the same, as far as an exercise has to know: before any tolerance. */
import { equivalent } from "#lib/expression/equivalence.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { arrangement, senseOf, widthOf } from "./arrangement.ts";
import { type Domain, entriesOf, haveSameAxes, isNumeric, type KindSpec, type Value } from "./kinds.ts";
import { normalForm, normalisedBy } from "./normal-form.ts";

/**
 * Numbers are the same but for the noise of floating point, 1e-9 relative to the largest entry; formulas where they
 * are equal as functions, or not known to differ; whatever else to the letter. In any order, as directions and up to a
 * shift where the step compares so.
 */
export function sameValue(spec: KindSpec, a: Value, b: Value): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.abs(b);
  const sense = senseOf(spec);
  if (isNumeric(a) && isNumeric(b) && sense === "in-place") return sameNumbers(spec, entriesOf(a), entriesOf(b));
  if (sense !== "set" && !haveSameAxes(a, b)) return false;
  const [x, y] = [partsOf(a), partsOf(b)];
  const counts = { submitted: x.length, reference: y.length, width: widthOf(spec, b) };
  return arrangement(sense, counts, (i, k) => samePart(domainOf(spec), x[i], y[k])) !== undefined;
}

function sameNumbers(spec: KindSpec, a: readonly number[], b: readonly number[]): boolean {
  const sense = normalisedBy(spec);
  const [x, y] = [sense ? normalForm(sense, a, [])?.entries : a, sense ? normalForm(sense, b, [])?.entries : b];
  if (!x || !y || x.length !== y.length) return x === y;
  const largest = Math.max(...y.map(Math.abs), 0);
  return x.every((xi, i) => Math.abs(xi - (y[i] ?? Number.NaN)) <= 1e-9 * largest);
}

/** One cell of a value: a number, a formula, or the id of an option. */
export type Part = number | string | Expr;

/** All cells of a value, row by row. */
export function partsOf(value: Value): readonly Part[] {
  if (typeof value === "number" || typeof value === "string" || "type" in value) return [value];
  return value.flatMap((cell: Part | readonly Part[]) => cell);
}

export const isFormula = (part: Part | undefined): part is Expr => typeof part === "object";

function samePart(on: Domain, a: Part | undefined, b: Part | undefined): boolean {
  if (isFormula(a) && isFormula(b)) return equivalent(a, b, on) !== "different";
  if (typeof a === "number" && typeof b === "number") return Math.abs(a - b) <= 1e-9 * Math.abs(b);
  return a === b;
}

/** The variables and domain on which the formulas of a step are compared. */
export function domainOf(spec: KindSpec): Domain {
  if (spec.kind === "shape") return { variables: spec.variables ?? [] };
  return "rule" in spec && "equivalent" in spec.rule ? spec.rule.equivalent : { variables: [] };
}
