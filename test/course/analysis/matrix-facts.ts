import type { ItemFact, ItemPlace } from "#lib/course/analysis/facts.ts";
import { type ScoreMatrix, scoreMatrix } from "#lib/course/analysis/score-matrix.ts";

type Rows = readonly (readonly (number | null)[])[];

/** Students as rows, items "0", "1" … as columns; null where there is no first try. */
export const factsOf = (rows: Rows): Pick<ItemFact, "student" | "item" | "firstScore">[] =>
  rows.flatMap((row, s) => row.map((firstScore, i) => ({ student: `s${s}`, item: `${i}`, firstScore })));

export const placesOf = (rows: Rows): ItemPlace[] => (rows[0] ?? []).map((_, i) => ({ id: `${i}`, common: true }));

export const matrixOf = (rows: Rows): ScoreMatrix => scoreMatrix(factsOf(rows), placesOf(rows));
