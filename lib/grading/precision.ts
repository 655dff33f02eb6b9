/** Answers that are right as far as they go: written to fewer digits than the rule asks for. */

import { arrangement, senseOf, widthOf } from "#lib/exercise/arrangement.ts";
import { exponentOf, powerOfTen } from "#lib/exercise/decimal.ts";
import { entriesOf, isNumeric, type KindSpec, ruleOf, type Value } from "#lib/exercise/kinds.ts";
import { type Normalised, normalForm, normalisedBy, radiiOf, scaleOf } from "#lib/exercise/normal-form.ts";
import { guard, radius, unitOf } from "#lib/exercise/rule.ts";
import { numbersAgree } from "./agreement.ts";
import { entryIsRight, sameAxes } from "./entries.ts";
import type { Written } from "./reading.ts";

/**
 * Whether the submitted value has too few digits, and is what some accepted value rounds to at the digits it has:
 * the interval that rounds to it overlaps the accepted one, in every entry that is not right.
 */
export function isImprecise(
  spec: KindSpec,
  submitted: Value,
  written: readonly Written[],
  reference: Value,
  window: readonly number[],
): boolean {
  if (!isNumeric(submitted) || !isNumeric(reference)) return false;
  const sense = senseOf(spec);
  if (sense !== "set" && !sameAxes(submitted, reference)) return false;
  const [s, t] = [entriesOf(submitted), entriesOf(reference)];
  const normalised = normalisedBy(spec);
  if (normalised) return isNormallyImprecise(spec, normalised, s, written, t, window);
  const isRight = (i: number, k: number) => entryIsRight(spec, s[i]!, t, k, window);
  const counts = { submitted: s.length, reference: t.length, width: widthOf(spec, reference) };
  const found = arrangement(sense, counts, (i, k) => isRight(i, k) || roundsTo(spec, s[i]!, written[i], t, k, window));
  return found?.some((i, k) => !isRight(i, k)) ?? false;
}

/** Whether a number has too few digits and the interval that rounds to it overlaps the accepted one of entry k. */
function roundsTo(
  spec: KindSpec,
  s: number,
  how: Written | undefined,
  t: readonly number[],
  k: number,
  window: readonly number[],
): boolean {
  if (how === undefined || how === "formula" || t[k] === 0 || !hasTooFew(spec, how, t, k)) return false;
  const reach = powerOfTen(how.place) / 2 + radius(spec, t, k, window[k] ?? 0);
  return Math.abs(s - t[k]!) < reach - guard(s);
}

/** A plain zero has no digit, and nothing but zero rounds to it. */
function hasTooFew(spec: KindSpec, how: { digits: number; place: number }, t: readonly number[], k: number): boolean {
  const rule = ruleOf(spec);
  if (how.digits === 0) return false;
  if ("decimals" in rule) return how.place > -rule.decimals;
  if (!("digits" in rule)) return false;
  return "scale" in spec && spec.scale === "common"
    ? how.place > exponentOf(unitOf(spec, t, k))
    : how.digits < rule.digits;
}

/**
 * The same for a direction or a shift. Decimals round within half a unit of their last place, whole numbers and
 * formulas are meant as they are; and somewhere in there is what some vector is a multiple or a shift of whose normal
 * form is accepted. Too few digits are fewer than the largest entry would need, written to the number asked for.
 */
function isNormallyImprecise(
  spec: KindSpec,
  sense: Normalised,
  s: readonly number[],
  written: readonly Written[],
  t: readonly number[],
  window: readonly number[],
): boolean {
  const [own, wanted] = [normalForm(sense, s, []), normalForm(sense, t, window)];
  if (!own || !wanted || numbersAgree(spec, s, t, window)) return false;
  const halves = s.map((_, k) => halfOf(written[k]));
  const unit = unitOf(spec, [scaleOf(own)], 0) * (sense === "direction" ? Math.hypot(...s) : 1);
  const isShort = unit > 0 && halves.some((half) => half * 2 >= unit * 1.01);
  const radii = radiiOf(spec, wanted);
  const bounds = s.flatMap((sk, k): Bounds[] => {
    const [tk, r, half] = [wanted.entries[k]!, radii[k]!, halves[k]!];
    if (sense === "shift") return [{ least: sk - half - tk - r, most: sk + half - tk + r }];
    return [multiplesUpTo(tk - r, sk + half), multiplesUpTo(-tk - r, half - sk)];
  });
  return isShort && Math.max(...bounds.map(({ least }) => least)) < Math.min(...bounds.map(({ most }) => most));
}

interface Bounds {
  least: number;
  most: number;
}

/** The λ > 0 with λa ≤ d. */
function multiplesUpTo(a: number, d: number): Bounds {
  if (a > 0) return { least: 0, most: d / a };
  if (a < 0) return { least: Math.max(d / a, 0), most: Number.POSITIVE_INFINITY };
  return d >= 0 ? { least: 0, most: Number.POSITIVE_INFINITY } : { least: 0, most: 0 };
}

/** Half a unit of the last decimal that was written; nothing for a formula or a whole number. */
const halfOf = (how: Written | undefined): number =>
  how === undefined || how === "formula" || how.digits === 0 || how.place >= 0 ? 0 : powerOfTen(how.place) / 2;

/** "give 3 significant digits", from the rule alone. */
export function moreDigits(spec: KindSpec): string {
  const rule = ruleOf(spec);
  const [n, what] =
    "digits" in rule ? [rule.digits, "significant digit"] : ["decimals" in rule ? rule.decimals : 0, "decimal"];
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
