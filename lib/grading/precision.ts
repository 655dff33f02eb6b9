/** Answers that are right as far as they go: written to fewer digits than the rule asks for. */
import { exponentOf, powerOfTen } from "#lib/exercise/decimal.ts";
import { entriesOf, type KindSpec, ruleOf, type Value } from "#lib/exercise/kinds.ts";
import { guard, radius, unitOf } from "#lib/exercise/rule.ts";
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
  if (typeof submitted === "string" || typeof reference === "string" || !sameAxes(submitted, reference)) return false;
  const t = entriesOf(reference);
  const s = entriesOf(submitted);
  const short = t.flatMap((_, k) => (entryIsRight(spec, s[k]!, t, k, window) ? [] : [k]));
  return short.length > 0 && short.every((k) => roundsTo(spec, s[k]!, written[k], t, k, window));
}

/** Whether entry k has too few digits and the interval that rounds to it overlaps the accepted one. */
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

/** "give 3 significant digits", from the rule alone. */
export function moreDigits(spec: KindSpec): string {
  const rule = ruleOf(spec);
  const [n, what] =
    "digits" in rule ? [rule.digits, "significant digit"] : ["decimals" in rule ? rule.decimals : 0, "decimal"];
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
