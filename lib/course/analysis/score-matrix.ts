/** First tries as a matrix, for what looks at several items at once. */
import type { ItemFact, ItemPlace } from "./facts.ts";

export interface ScoreMatrix {
  /** The common items: one column each. */
  items: readonly string[];
  /** One row for each student who tried every common item; scores of first tries. */
  scores: readonly (readonly number[])[];
  /** Students who tried some of the common items, and not every one. */
  leftOut: number;
}

/** The complete cases over the common items. The order of students and facts does not matter. */
export function scoreMatrix(
  facts: readonly Pick<ItemFact, "student" | "item" | "firstScore">[],
  places: readonly ItemPlace[],
): ScoreMatrix {
  const items = places.filter(({ common }) => common).map(({ id }) => id);
  const columns = new Map(items.map((id, column) => [id, column]));
  const rows = new Map<string, (number | undefined)[]>();
  for (const { student, item, firstScore } of facts) {
    const column = columns.get(item);
    if (column === undefined || firstScore === null) continue;
    const row = rows.get(student) ?? Array<undefined>(items.length).fill(undefined);
    row[column] = firstScore;
    rows.set(student, row);
  }
  const scores = [...rows.values()].filter(isComplete);
  return { items, scores, leftOut: rows.size - scores.length };
}

const isComplete = (row: (number | undefined)[]): row is number[] => !row.includes(undefined);

/** The column of an item. */
export const columnOf = (scores: ScoreMatrix["scores"], column: number): number[] =>
  scores.map((row) => row[column] ?? Number.NaN);

/** Each student’s sum over all items. */
export const totalsOf = (scores: ScoreMatrix["scores"]): number[] =>
  scores.map((row) => row.reduce((sum, score) => sum + score, 0));
