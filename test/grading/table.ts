/**
 * What each typed answer is worth: the grading rules as rows that an instructor can read and dispute. Groups share
 * the kind, its rule and the reference; the rounding window is zero. Expected verdicts are worked out by hand.
 * Rows marked as examples make up the page that tells students how to type answers.
 */
import type { KindSpec, Value } from "#lib/exercise/kinds.ts";
import type { PlainVerdict } from "#lib/grading/verdict.ts";
import { arrayGroups } from "./rows/arrays.ts";
import { choiceGroups } from "./rows/choices.ts";
import { exactGroups } from "./rows/exact.ts";
import { formulaGroups } from "./rows/formulas.ts";
import { fractionGroups } from "./rows/fractions.ts";
import type { Group } from "./rows/group.ts";
import { notationGroups } from "./rows/notation.ts";
import { refusalGroups } from "./rows/refusals.ts";
import { setGroups } from "./rows/sets.ts";
import { toleranceGroups } from "./rows/tolerance.ts";
import { variantGroups } from "./rows/variants.ts";

export interface Row {
  group: string;
  spec: KindSpec;
  reference: Value;
  typed: string;
  verdict: PlainVerdict;
  note: string;
  example: boolean;
}

export const groups: readonly Group[] = [
  ...notationGroups,
  ...refusalGroups,
  ...toleranceGroups,
  ...exactGroups,
  ...arrayGroups,
  ...variantGroups,
  ...fractionGroups,
  ...setGroups,
  ...formulaGroups,
  ...choiceGroups,
];

export const table: readonly Row[] = groups.flatMap(({ title, spec, reference, rows }) =>
  rows.map(([typed, verdict, note = "", example]) => ({
    group: title,
    spec,
    reference,
    typed,
    verdict,
    note,
    example: example === "example",
  })),
);
