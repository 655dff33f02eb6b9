/** What vectors and matrices have in common: comparing entry by entry, and printing entries. */

import { senseOf } from "#lib/exercise/arrangement.ts";
import { partsOf } from "#lib/exercise/equal.ts";
import { entriesOf, isNumeric, type SpecOf, type Value } from "#lib/exercise/kinds.ts";
import { plain } from "#lib/exercise/tex.ts";
import { equivalent } from "#lib/expression/equivalence.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { toText } from "#lib/expression/text.ts";
import { agreement, asFormula } from "../agreement.ts";
import { sameAxes } from "../entries.ts";
import type { Comparison } from "./kind.ts";

type Spec = SpecOf<"vector" | "matrix">;

/** An entry as text: to the last bit where it is to be read again, to 12 digits where it is shown. */
export const printed = (entry: number | Expr): string => (typeof entry === "number" ? `${entry}` : toText(entry));
export const shown = (entry: number | Expr): string => (typeof entry === "number" ? plain(entry, 12) : toText(entry));

/** Compares under the step's rule and sense of equality; `wrongShape` says which shape came in. */
export function compareEntries(
  submitted: Value,
  reference: Value,
  spec: Spec,
  window: readonly number[],
  wrongShape: string,
): Comparison {
  if (!sameAxes(submitted, reference)) return { right: false, says: wrongShape };
  if (spec.equality === "direction" && isNumeric(submitted) && entriesOf(submitted).every((x) => x === 0))
    return { right: false, says: "Zero has no direction; give a vector that points somewhere." };
  const verdict = agreement(spec, submitted, reference, window);
  if (verdict === "equal") return { right: true };
  if (verdict === "undecided") return { right: false, undecided: true };
  const says = "equivalent" in spec.rule ? howManyRight(spec, submitted, reference) : undefined;
  return says === undefined ? { right: false } : { right: false, says };
}

/** How many formulas are right, but not which. */
function howManyRight(spec: Spec, submitted: Value, reference: Value): string | undefined {
  if (senseOf(spec) !== "in-place" || !("equivalent" in spec.rule)) return undefined;
  const on = spec.rule.equivalent;
  const t = partsOf(reference).map(asFormula);
  const s = partsOf(submitted).map(asFormula);
  const right = t.filter((tk, k) => equivalent(s[k] ?? tk, tk, on) === "equal").length;
  if (right === 0 || right === t.length) return undefined;
  return `${right} of your ${t.length} entries ${right === 1 ? "is" : "are"} right.`;
}
