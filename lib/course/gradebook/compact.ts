/** A gradebook as it goes into a page: forty thousand cells, so each is a number and two signs. Pure. */
import { shown } from "./exact.ts";
import { type CellResult, finalOf, type Standing } from "./final.ts";
import type { SeenGradebook, SeenStudent } from "./read.ts";
import type { Seen } from "./standing.ts";

export interface CompactColumn {
  id: string;
  title: string;
  possible: number;
  /** Of the points that count or are dropped, without what is missing; null where there are none. */
  mean: number | null;
  median: number | null;
}

export interface CompactStudent {
  id: string;
  name: string;
  email: string | null;
  number: string | null;
  group: string | null;
  points: readonly (number | null)[];
  /** A sign for each cell: see `standings`. */
  standing: string;
  /** A digit to the base 32 for each cell: see `flags`. */
  flags: string;
  percent: number | null;
  letter: string | null;
}

export const standings = {
  c: "counts",
  m: "missing",
  d: "dropped",
  x: "excused",
  z: "worth nothing",
  n: "to come",
  w: "under way",
  u: "untold",
  l: "left out",
} as const satisfies Record<string, Standing>;

const signOf = new Map<Standing, string>(Object.entries(standings).map(([sign, standing]) => [standing, sign]));

/** The bits of a digit. */
export const flags = { late: 1, extended: 2, overridden: 4, withheld: 8, unbegun: 16 } as const;

export function compactOf({
  assignments,
  students,
  scheme,
}: Pick<SeenGradebook, "assignments" | "students" | "scheme">): {
  columns: CompactColumn[];
  students: CompactStudent[];
} {
  const graded = students.map((student) => ({ student, final: finalOf(student.cells, scheme) }));
  const results = graded.map(
    ({ final }) => new Map(final.categories.flatMap(({ cells }) => cells.map((cell) => [cell.assignment, cell]))),
  );
  return {
    columns: assignments.map(({ id, title, possible }) => ({
      id,
      title,
      possible: shown(possible),
      ...middleOf(results.flatMap((of) => handedIn(of.get(id)))),
    })),
    students: graded.map(({ student, final }, i) => compact(student, final, results[i] ?? new Map())),
  };
}

const handedIn = (result: CellResult | undefined): number[] =>
  result && !result.missing && result.points !== null && (result.standing === "counts" || result.standing === "dropped")
    ? [result.points]
    : [];

function compact(
  { enrollmentId, name, email, studentNumber, group, cells }: SeenStudent,
  { percent, letter }: { percent: number | null; letter: string | null },
  results: ReadonlyMap<string, CellResult>,
): CompactStudent {
  const own = cells.map((cell) => results.get(cell.assignment));
  return {
    ...{ id: enrollmentId, name, email, number: studentNumber, group },
    points: own.map((result) => (result?.points == null ? null : shown(result.points))),
    standing: own.map((result) => signOf.get(result?.standing ?? "to come") ?? "n").join(""),
    flags: cells.map((cell, i) => digitOf(cell, own[i]?.missing ?? false)).join(""),
    percent: percent === null ? null : shown(percent),
    letter,
  };
}

function digitOf({ late, extended, overridden, withheld }: Seen, missing: boolean): string {
  const bits = [late && flags.late, extended && flags.extended, overridden && flags.overridden];
  const more = [withheld && flags.withheld, missing && flags.unbegun];
  return [...bits, ...more].reduce<number>((sum, bit) => sum + Number(bit), 0).toString(32);
}

function middleOf(points: readonly number[]): { mean: number | null; median: number | null } {
  if (points.length === 0) return { mean: null, median: null };
  const sorted = points.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return { mean: shown(points.reduce((sum, n) => sum + n, 0) / points.length), median: shown((low + high) / 2) };
}
