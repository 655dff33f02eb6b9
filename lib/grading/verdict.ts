/** Judging one value against one reference, without an exercise around them. */
import type { KindSpec, Value } from "#lib/exercise/kinds.ts";
import { kindOf } from "./kinds/table.ts";
import { isImprecise } from "./precision.ts";

export type PlainVerdict = "right" | "wrong" | "imprecise" | "unreadable" | "ambiguous";

/** The verdict on raw text where nothing but the reference and its rounding window is known. */
export function verdictOf(spec: KindSpec, reference: Value, raw: string, window: readonly number[] = []): PlainVerdict {
  const kind = kindOf(spec);
  const reading = kind.read(raw, spec);
  if (reading.outcome !== "read") return reading.outcome;
  if (kind.compare(reading.value, reference, spec, window).right) return "right";
  return isImprecise(spec, reading.value, reading.written, reference, window) ? "imprecise" : "wrong";
}
