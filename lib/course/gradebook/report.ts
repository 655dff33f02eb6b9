/** The report of one student: how their final grade comes about, line by line. Pure. */
import { rounded, shown } from "./exact.ts";
import type { CategoryResult, CellResult, Final, Standing } from "./final.ts";
import type { Scheme } from "./scheme.ts";

/** What a report says of an assignment besides its points. */
export interface Reported {
  id: string;
  title: string;
  /** Whether something of it came after the due date. */
  late: boolean;
}

export interface ReportLine {
  assignment: string;
  title: string;
  standing: Standing;
  points: number | null;
  possible: number;
  percent: number | null;
  late: boolean;
  /** What becomes of it, in a few words. */
  says: string;
}

export interface ReportCategory {
  id: string;
  name: string;
  lines: readonly ReportLine[];
  percent: number | null;
  /** How its percentage comes about, and what it is of the final grade. */
  says: readonly string[];
}

export interface Report {
  categories: readonly ReportCategory[];
  percent: number | null;
  letter: string | null;
  /** The last steps, from the categories to the grade. */
  says: readonly string[];
}

/** @param assignments those of the cells; others have no line */
export function reportOf(final: Final, scheme: Scheme, assignments: readonly Reported[]): Report {
  const known = new Map(assignments.map((one) => [one.id, one]));
  const { percent, letter, categories } = final;
  return {
    categories: categories.map((category) => ({
      id: category.id,
      name: category.name,
      lines: category.cells.flatMap((cell) => {
        const about = known.get(cell.assignment);
        return about ? [lineOf(cell, about)] : [];
      }),
      percent: category.percent === null ? null : shown(category.percent),
      says: categorySays(category, categories.length === 1),
    })),
    percent: percent === null ? null : shown(percent),
    letter,
    says: finalSays(final, scheme),
  };
}

const lineOf = (cell: CellResult, { id, title, late }: Reported): ReportLine => ({
  assignment: id,
  title,
  standing: cell.standing,
  points: cell.points === null ? null : shown(cell.points),
  possible: shown(cell.possible),
  percent: cell.percent === null ? null : shown(cell.percent),
  late,
  says:
    cell.standing === "dropped" && cell.missing ? "not begun by the due date, dropped" : standingInWords[cell.standing],
});

const standingInWords: Readonly<Record<Standing, string>> = {
  counts: "counts",
  missing: "not begun by the due date, counts as 0",
  dropped: "dropped",
  excused: "excused",
  "worth nothing": "nothing in it is worth points",
  "to come": "not begun yet",
  "under way": "under way, counts once it is handed in or due",
  untold: "handed in, not told yet",
  "left out": "not begun by the due date, left out",
};

function categorySays(category: CategoryResult, isOnly: boolean): string[] {
  const { counted, dropped, drop, points, possible, percent, weight } = category;
  if (percent === null)
    return isOnly || weight === 0 ? [] : ["Nothing in it counts yet, so the other categories share its weight."];
  const lowest = dropped === 1 ? "1 is dropped" : `${dropped} are dropped`;
  return [
    ...(dropped > 0 ? [`${lowest}: the choice that leaves the highest percentage.`] : []),
    ...(dropped < drop && counted === 1 ? ["The last one that counts is never dropped."] : []),
    `${inWords(points)} of ${inWords(possible)} points are ${inWords(percent)} %.`,
    ...shareSays(category, isOnly),
  ];
}

function shareSays({ weight, share, brings }: CategoryResult, isOnly: boolean): string[] {
  if (weight === 0) return ["Its weight is 0, so it does not count in the final grade."];
  return isOnly ? [] : [`It is ${inWords(share)} % of the final grade, and brings ${inWords(brings)} of 100.`];
}

function finalSays({ categories, unrounded, percent, letter }: Final, scheme: Scheme): string[] {
  if (unrounded === null || percent === null) return ["Nothing counts yet."];
  const weighing = categories.filter(({ share }) => share > 0);
  const waiting = categories.filter((category) => category.percent === null && category.weight > 0);
  const sum = weighing.map(({ brings }) => inWords(brings)).join(" + ");
  const from = scheme.letters.findLast((step) => step.letter === letter)?.from;
  return [
    ...(waiting.length > 0 && weighing.length > 0
      ? [
          `Nothing counts yet in ${waiting.map(({ name }) => name).join(", ")}: the weights of the others are scaled up.`,
        ]
      : []),
    ...(weighing.length > 1 ? [`Together: ${sum} = ${inWords(unrounded)} %.`] : []),
    ...(percent === rounded(unrounded, 6) ? [] : [`Rounded: ${inWords(percent)} %.`]),
    ...(letter === null || from === undefined ? [] : [`From ${inWords(from)} % on it is ${letter}.`]),
  ];
}

const inWords = (value: number): string => String(shown(value));
