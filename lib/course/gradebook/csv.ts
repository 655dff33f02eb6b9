/** The gradebook as files of comma-separated values. Numbers have at most two decimals, and a point before them. */
import Papa from "papaparse";
import { shown } from "./exact.ts";
import type { CellResult, Standing } from "./final.ts";
import { guarded } from "./formula.ts";
import { categoriesOf, type Gradebook, type Graded, gradedOf } from "./table.ts";
import { uniqueTitles } from "./titles.ts";

/** Null is an empty cell. */
export type Field = string | number | null;

/** Everything, for people and spreadsheets: points as they stand in the gradebook, 0 for what is missing and counts as 0. */
export function plainCsv(gradebook: Gradebook): string {
  // By the byte order mark spreadsheets know UTF-8.
  return `\uFEFF${textOf(plainRows(gradebook))}`;
}

/** The rows of `plainCsv`, the heading first. */
export function plainRows(gradebook: Gradebook): Field[][] {
  const { assignments, scheme } = gradebook;
  const categories = categoriesOf(gradebook);
  const titles = uniqueTitles(assignments.map(({ title }) => title));
  const hasLetters = scheme.show === "letter";
  return [
    [
      ...["Name", "E-mail", "Student number", "Group"],
      ...assignments.map(({ possible }, i) => `${titles[i]} (of ${shown(possible)})`),
      ...categories.map(({ name }) => `${name} (%)`),
      "Final (%)",
      ...(hasLetters ? ["Letter"] : []),
    ],
    ...gradedOf(gradebook).map(({ name, email, studentNumber, group, final, results }) => [
      ...[name, email, studentNumber, group],
      ...assignments.map(({ id }) => plainField(results.get(id))),
      ...categories.map(({ id }) => rounded(final.categories.find((category) => category.id === id)?.percent)),
      rounded(final.percent),
      ...(hasLetters ? [final.letter] : []),
    ]),
  ];
}

function plainField(result: CellResult | undefined): Field {
  return result?.standing === "excused" ? "excused" : rounded(result?.points);
}

/**
 * What Canvas imports in its gradebook: it finds students by "SIS User ID" (the student number) or "SIS Login ID" (the
 * e-mail address), and makes an assignment of each column whose title it does not know.
 */
export function canvasCsv(gradebook: Gradebook): string {
  const { assignments, section } = gradebook;
  const titles = uniqueTitles(assignments.map(({ title }) => canvasTitle(title)));
  return textOf([
    ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", ...titles],
    ["    Points Possible", null, null, null, null, ...assignments.map(({ possible }) => shown(possible))],
    ...gradedOf(gradebook).map(({ name, email, studentNumber, results }) => [
      ...[name, null, studentNumber, email, section],
      ...assignments.map(({ id, possible }) => {
        const result = results.get(id);
        return result?.standing === "excused" ? "EX" : scaled(result, possible);
      }),
    ]),
  ]);
}

/** Canvas takes digits in parentheses at the end of a title for the number of an assignment of its own. */
const canvasTitle = (title: string): string => title.trim().replace(/\((\d+)\)$/, "[$1]");

/**
 * What Moodle imports: on its page choose the column "Email address" or "ID number" to find students by, and an item
 * for each other column. Nothing stands where nothing counts, which Moodle leaves as it is. Students with neither an
 * address nor a number are left out, since Moodle takes none of a file in which it cannot find somebody.
 * @param as points, of what the assignment is worth here, or percentages; an item that Moodle makes anew has 100 points
 */
export function moodleCsv(gradebook: Gradebook, as: "points" | "percent"): string {
  const { assignments } = gradebook;
  const titles = uniqueTitles(assignments.map(({ title }) => title));
  const headings = assignments.map(({ possible }, i) =>
    as === "points" ? `${titles[i]} (of ${shown(possible)})` : `${titles[i]} (%)`,
  );
  return textOf([
    ["Email address", "ID number", ...headings],
    ...gradedOf(gradebook)
      .filter(isFindable)
      .map(({ email, studentNumber, results }) => [
        ...[email, studentNumber],
        ...assignments.map(({ id, possible }) => scaled(results.get(id), as === "points" ? possible : 100)),
      ]),
  ]);
}

const isFindable = ({ email, studentNumber }: Graded): boolean => email !== null || studentNumber !== null;

/** What counts, or would if it were not among the lowest: other platforms drop by their own rules. */
const exported: ReadonlySet<Standing> = new Set(["counts", "missing", "dropped"]);

/** Points of what an assignment is worth to everybody, also where some of it was taken out for this student. */
function scaled(result: CellResult | undefined, possible: number): number | null {
  if (!result || result.percent === null || result.points === null || !exported.has(result.standing)) return null;
  return shown(result.possible === possible ? result.points : (result.percent * possible) / 100);
}

const rounded = (value: number | null | undefined): number | null => (value == null ? null : shown(value));

/** Text that a spreadsheet could take for a formula is marked as text. Lines end as RFC 4180 says. */
const textOf = (rows: readonly (readonly Field[])[]): string =>
  `${Papa.unparse(rows.map((row) => row.map((field) => (typeof field === "string" ? guarded(field) : field))))}\r\n`;
