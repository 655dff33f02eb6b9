/** Rows of the grading table that share a kind, its rule and a reference. */
import type { KindSpec, Value } from "#lib/exercise/kinds.ts";
import type { PlainVerdict } from "#lib/grading/verdict.ts";

/** What was typed, the verdict, why, and whether the help page shows it. */
export type RowCells = readonly [typed: string, verdict: PlainVerdict, note?: string, example?: "example"];

export interface Group {
  title: string;
  spec: KindSpec;
  reference: Value;
  rows: readonly RowCells[];
}
