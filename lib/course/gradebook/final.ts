/** How the final grade of one student comes about, with all that it takes to say why. Pure. */
import { droppedOf } from "./drop.ts";
import { percentOf, pointsOf, type Ratio, rounded, unitsOf } from "./exact.ts";
import { allCategories, type Category, categoryOf, type Scheme, sharesOf, withoutCategory } from "./scheme.ts";

/** What one student has of one assignment. */
export interface Cell {
  assignment: string;
  /** As the assignment’s row says. */
  category: string;
  /** Null where it was not begun, and nobody has set them. */
  points: number | null;
  /** What this student could get; 0 where all of it was excused or taken out. */
  possible: number;
  /** "untold" is what was handed in but must not be told yet: it counts for nothing until then. */
  state: "none" | "working" | "done" | "untold";
  excused: boolean;
  /** Whether the due date of this student has passed. */
  duePassed: boolean;
}

/** What becomes of a cell. The first three are of those that count, or would. */
export type Standing =
  | "counts"
  /** Not begun by its due date, and counts as 0. */
  | "missing"
  /** It would count, and is among the lowest. */
  | "dropped"
  | "excused"
  /** Nothing in it is worth points for this student. */
  | "worth nothing"
  /** Not begun, and not due. */
  | "to come"
  /** Begun, not handed in, and not due. */
  | "under way"
  | "untold"
  /** Not begun by its due date, and the section leaves that out. */
  | "left out";

export interface CellResult {
  assignment: string;
  standing: Standing;
  /** Whether it was not begun, also where it is dropped. */
  missing: boolean;
  /** What counts or would count, 0 for what is missing; else what there is so far. */
  points: number | null;
  possible: number;
  /** Of the points; null where there are none, or nothing is possible. */
  percent: number | null;
}

export interface CategoryResult {
  id: string;
  name: string;
  /** As it was typed. */
  weight: number;
  /** How many of the lowest are not to count; `dropped` may be fewer, since one is always kept. */
  drop: number;
  cells: readonly CellResult[];
  /** How many cells count, the dropped ones taken off. */
  counted: number;
  dropped: number;
  /** Sums over what counts. */
  points: number;
  possible: number;
  /** Exact to six decimals; null where nothing counts. */
  percent: number | null;
  /** What it is of the final grade, in percent; 0 where nothing of it counts. */
  share: number;
  /** The percentage points it brings to the final grade. */
  brings: number;
}

export interface Final {
  categories: readonly CategoryResult[];
  /** Before it is rounded, exact to six decimals; null where nothing counts yet. */
  unrounded: number | null;
  /** As the section rounds it. */
  percent: number | null;
  /** Null where nothing counts yet, and where the section gives percentages. */
  letter: string | null;
}

/**
 * The final grade: in each category the sum of points over the sum of possible points, without the lowest; over the
 * categories the mean $\sum w_c r_c / \sum w_c$, weighted, of those where something counts.
 * @param cells in the order of the assignments; of what is equally low, the earlier is dropped
 */
export function finalOf(cells: readonly Cell[], scheme: Scheme): Final {
  const tallies = allCategories(scheme).flatMap((category) => {
    const own = cells.filter((cell) => categoryOf(scheme, cell.category) === category.id);
    return own.length === 0 && category.id === withoutCategory ? [] : [tallyOf(category, own, scheme)];
  });
  const weighed = tallies.map(({ category, ratio }) => (ratio ? category.weight : 0));
  const shares = sharesOf(weighed);
  const unrounded = meanOf(tallies);
  const percent = unrounded === null ? null : rounded(unrounded, decimals[scheme.rounding]);
  return {
    categories: tallies.map(({ category, ratio, ...rest }, i) => {
      const share = shares[i] ?? 0;
      const own = ratio ? percentOf(ratio) : null;
      return { ...category, ...rest, percent: own, share, brings: ((own ?? 0) * share) / 100 };
    }),
    unrounded,
    percent,
    letter: percent === null || scheme.show === "percent" ? null : letterOf(percent, scheme.letters),
  };
}

/** The letter of a percentage; the last one's where it is below them all. */
export const letterOf = (percent: number, letters: Scheme["letters"]): string | null =>
  (letters.find(({ from }) => percent >= rounded(from, 6)) ?? letters.at(-1))?.letter ?? null;

/** Six decimals are as good as none of the rounding. */
const decimals = { none: 6, whole: 0, "one decimal": 1 } as const;

interface Tally extends Pick<CategoryResult, "cells" | "counted" | "dropped" | "points" | "possible"> {
  category: Category;
  /** Null where nothing counts. */
  ratio: Ratio | null;
}

function tallyOf(category: Category, cells: readonly Cell[], { missing }: Scheme): Tally {
  const judged = cells.map((cell) => ({ cell, standing: standingOf(cell, missing) }));
  const scores = judged.flatMap(({ cell, standing }, at) =>
    counts(standing) ? [{ at, points: unitsOf(cell.points ?? 0), possible: unitsOf(cell.possible) }] : [],
  );
  const dropped = droppedOf(scores, category.drop);
  const droppedAt = new Set(scores.flatMap(({ at }, i) => (dropped.has(i) ? [at] : [])));
  const kept = scores.filter((_, i) => !dropped.has(i));
  const points = kept.reduce((sum, score) => sum + score.points, 0n);
  const possible = kept.reduce((sum, score) => sum + score.possible, 0n);
  return {
    category,
    cells: judged.map(({ cell, standing }, at) => cellResult(cell, standing, droppedAt.has(at))),
    counted: kept.length,
    dropped: dropped.size,
    points: pointsOf(points),
    possible: pointsOf(possible),
    ratio: kept.length === 0 ? null : { over: points, under: possible },
  };
}

const counts = (standing: Standing): boolean => standing === "counts" || standing === "missing";

function standingOf({ excused, possible, state, points, duePassed }: Cell, missing: Scheme["missing"]): Standing {
  if (excused) return "excused";
  if (unitsOf(possible) <= 0n) return "worth nothing";
  if (state === "untold") return "untold";
  if (state === "done") return "counts";
  if (state === "working") return duePassed ? "counts" : "under way";
  // Somebody who has not begun can be given points by hand.
  if (points !== null) return "counts";
  if (!duePassed) return "to come";
  return missing === "zero" ? "missing" : "left out";
}

function cellResult(cell: Cell, standing: Standing, isDropped: boolean): CellResult {
  const points = counts(standing) ? (cell.points ?? 0) : cell.points;
  const under = unitsOf(cell.possible);
  return {
    assignment: cell.assignment,
    standing: isDropped ? "dropped" : standing,
    missing: standing === "missing",
    points,
    possible: cell.possible,
    percent: points === null || under <= 0n ? null : percentOf({ over: unitsOf(points), under }),
  };
}

/** The weighted mean of the ratios, in percent; null where no category with a weight has one. */
function meanOf(tallies: readonly Tally[]): number | null {
  let sum: Ratio = { over: 0n, under: 1n };
  let weights = 0n;
  for (const { category, ratio } of tallies) {
    if (!ratio) continue;
    const weight = unitsOf(category.weight);
    sum = { over: sum.over * ratio.under + weight * ratio.over * sum.under, under: sum.under * ratio.under };
    weights += weight;
  }
  return weights === 0n ? null : percentOf({ over: sum.over, under: sum.under * weights });
}
