/**
 * What item analysis rests on: plain rows, one student’s work at one item each. Only attempts that are over belong here,
 * and of them neither trial runs of staff nor items that were excused or dropped.
 */

/** One student’s work at one item; a student has at most one row for an item. */
export interface ItemFact {
  student: string;
  item: string;
  /** That of the first counted try. */
  variant: string;
  /** How much work that variant is (lib/exercise/effort.ts); null where it was not kept. */
  effort: number | null;
  /** Of the first counted try, from 0 to 1, before hints and penalties; null where there was none. */
  firstScore: number | null;
  /** Counted tries. */
  tries: number;
  /** Which counted try was the first to be fully right: 1, 2, 3 …; null where none was. */
  rightAt: number | null;
  /** Looked at, in all; null where the browser did not tell. */
  seconds: number | null;
}

/** A mistake that has a name: a malrule ("z.forgot-bias"), or a near miss such as another sign. */
export interface Mistake {
  kind: "malrule" | "near-miss";
  id: string;
}

/** One counted try. */
export interface TryFact {
  student: string;
  item: string;
  /** 1, 2, 3 … of this student at this item. */
  number: number;
  /** From 0 to 1, before hints and penalties. */
  score: number;
  mistakes: readonly Mistake[];
}

/** An item of the assignment: common where every student gets it, not where it is one of a pool. */
export interface ItemPlace {
  id: string;
  common: boolean;
}
