/** Judging one value against one reference, without an exercise around them. */
import type { KindSpec, Value } from "#lib/exercise/kinds.ts";
import { kindOf } from "./kinds/table.ts";
import { isImprecise } from "./precision.ts";

export type PlainVerdict = "right" | "wrong" | "imprecise" | "form" | "undecided" | "unreadable" | "ambiguous";

/** The verdict on raw text where nothing but the reference and its rounding window is known. */
export function verdictOf(spec: KindSpec, reference: Value, raw: string, window: readonly number[] = []): PlainVerdict {
  const kind = kindOf(spec);
  const reading = kind.read(raw, spec);
  if (reading.outcome !== "read") return reading.outcome;
  const { right, lacks, undecided } = kind.compare(reading.value, reference, spec, window);
  if (right) return "right";
  if (undecided) return "undecided";
  if (lacks !== undefined) return "form";
  return isImprecise(spec, reading.value, reading.written, reference, window) ? "imprecise" : "wrong";
}
