/** How far off a wrong number is, in steps too coarse to work the right one out; said in ungraded practice only. */

import { senseOf } from "#lib/exercise/arrangement.ts";
import { entriesOf, isNumeric, type KindSpec, type Value } from "#lib/exercise/kinds.ts";
import { normalisedBy } from "#lib/exercise/normal-form.ts";
import { sameAxes } from "./entries.ts";

/** One sentence about the distance, or none where there is none to speak of, as between formulas, sets or directions. */
export function howFarOff(spec: KindSpec, submitted: Value, reference: Value): string[] {
  if (!isNumeric(submitted) || !isNumeric(reference) || spec.kind === "shape") return [];
  if (normalisedBy(spec) || senseOf(spec) !== "in-place" || !sameAxes(submitted, reference)) return [];
  const [s, t] = [entriesOf(submitted), entriesOf(reference)];
  if (t.length > 1) {
    const off = t.filter((tk, k) => Math.abs(s[k]! - tk) > 0.05 * Math.abs(tk)).length;
    return off === 0
      ? ["Every entry is within 5 % of the right one."]
      : [`${off} of the ${t.length} entries are more than 5 % off.`];
  }
  const [x = 0, y = 0] = [s[0], t[0]];
  if (y === 0) return ["The right value is smaller in size."];
  if (x === 0 || Math.sign(x) !== Math.sign(y)) return ["The sign is not right either."];
  const ratio = x / y;
  const how = `${ratio > 1 ? "too large" : "too small"}${y < 0 ? " in size" : ""}`;
  const off = Math.abs(ratio - 1);
  if (off <= 0.01) return [`It is within 1 % of the right value, but ${how}: look at your rounding.`];
  if (off <= 0.1) return [`It is within 10 % of the right value, but ${how}.`];
  return [
    Math.max(ratio, 1 / ratio) >= 2
      ? `It is ${how} by more than a factor of 2.`
      : `It is ${how}, by less than a factor of 2.`,
  ];
}
