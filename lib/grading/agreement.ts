/**
 * Whether two values of a step agree, in the sense of equality that the step asks for: entry by entry, as a
 * distribution, as a direction, up to a shift, in any order, as a set; formulas as functions; all else to the letter.
 */

import { arrangement, senseOf, widthOf } from "#lib/exercise/arrangement.ts";
import { domainOf, type Part, partsOf } from "#lib/exercise/equal.ts";
import { axesOf, entriesOf, isNumeric, type KindSpec, type NumericValue, type Value } from "#lib/exercise/kinds.ts";
import { type Normalised, normalForm, normalisedBy, radiiOf } from "#lib/exercise/normal-form.ts";
import { type Equivalence, equivalent } from "#lib/expression/equivalence.ts";
import { type Expr, literal, negate } from "#lib/expression/expr.ts";
import { exactValue, sameRational } from "#lib/expression/rational.ts";
import { boundedWindow, entryIsRight, isDistribution, sameAxes } from "./entries.ts";

/** "undecided" where the rest agrees, but two formulas are neither equal nor different for certain. */
export function agreement(spec: KindSpec, submitted: Value, reference: Value, window: readonly number[]): Equivalence {
  if (typeof submitted === "string" || typeof reference === "string" || "options" in spec)
    return certain(`${submitted}` === `${reference}`);
  if (isNumeric(submitted) && isNumeric(reference)) return certain(numbersAgree(spec, submitted, reference, window));
  const [s, t] = [partsOf(submitted).map(asFormula), partsOf(reference).map(asFormula)];
  const sense = senseOf(spec);
  if (sense !== "set" && `${axesOf(submitted)}` !== `${axesOf(reference)}`) return "different";
  const counts = { submitted: s.length, reference: t.length, width: widthOf(spec, reference) };
  const same = remembered((i, k) => formulasAgree(spec, s[i]!, t[k]!), t.length);
  if (arrangement(sense, counts, (i, k) => same(i, k) === "equal")) return "equal";
  return arrangement(sense, counts, (i, k) => same(i, k) !== "different") ? "undecided" : "different";
}

const certain = (isEqual: boolean): Equivalence => (isEqual ? "equal" : "different");

/** Numbers stand among formulas in a shape such as n×3. */
export function asFormula(part: Part): Expr {
  if (typeof part === "object") return part;
  return typeof part === "number" && part < 0 ? negate(literal(`${-part}`)) : literal(`${part}`);
}

/** Each pair is compared once. */
function remembered(compare: (i: number, k: number) => Equivalence, width: number) {
  const known = new Map<number, Equivalence>();
  return (i: number, k: number): Equivalence => {
    const verdict = known.get(i * width + k) ?? compare(i, k);
    known.set(i * width + k, verdict);
    return verdict;
  };
}

/** Fractions are compared as numbers, exactly; other formulas as functions on the step's domain. */
function formulasAgree(spec: KindSpec, s: Expr, t: Expr): Equivalence {
  if (spec.kind !== "fraction") return equivalent(s, t, domainOf(spec));
  const [a, b] = [exactValue(s), exactValue(t)];
  return certain(a !== undefined && b !== undefined && sameRational(a, b));
}

/** Whether numbers agree under the step's rule and the rounding window of the reference. */
export function numbersAgree(
  spec: KindSpec,
  submitted: NumericValue,
  reference: NumericValue,
  window: readonly number[],
): boolean {
  const sense = senseOf(spec);
  if (sense !== "set" && !sameAxes(submitted, reference)) return false;
  const [s, t] = [entriesOf(submitted), entriesOf(reference)];
  const normalised = normalisedBy(spec);
  if (normalised) return normallyAgree(spec, normalised, s, t, window);
  const counts = { submitted: s.length, reference: t.length, width: widthOf(spec, reference) };
  const fits = arrangement(sense, counts, (i, k) => entryIsRight(spec, s[i]!, t, k, window));
  return fits !== undefined && (!isOfProbabilities(spec) || isDistribution(spec, s, t));
}

const isOfProbabilities = (spec: KindSpec): boolean => "equality" in spec && spec.equality === "distribution";

function normallyAgree(
  spec: KindSpec,
  sense: Normalised,
  s: readonly number[],
  t: readonly number[],
  window: readonly number[],
): boolean {
  const [own, wanted] = [normalForm(sense, s, []), normalForm(sense, t, window)];
  if (!own || !wanted) return false;
  const radii = radiiOf(spec, wanted);
  return radii.every((r, k) => Math.abs(own.entries[k]! - wanted.entries[k]!) <= r + own.noise + wanted.noise);
}

/**
 * Whether a value is that of a malrule: without what the right answer must be besides (probabilities that were never
 * normalised do not add up to 1), and with a window of at most 5 units.
 */
export function isValueOf(spec: KindSpec, submitted: Value, wrong: Value, window: readonly number[]): boolean {
  const entrywise = isOfProbabilities(spec) && "equality" in spec ? { ...spec, equality: "entries" as const } : spec;
  return agreement(entrywise, submitted, wrong, boundedWindow(spec, wrong, window)) === "equal";
}
