/** The gradebook as the sheets of a workbook; `xlsx.ts` writes them. Text stays as it is: its cells are typed as text. */
import { type Field, plainRows } from "./csv.ts";
import { shown } from "./exact.ts";
import { type Scheme, sharesOf } from "./scheme.ts";
import { categoriesOf, type Gradebook } from "./table.ts";

export interface Sheet {
  name: string;
  /** The heading first; numbers are numbers. */
  rows: readonly (readonly Field[])[];
  /** Of each column, in characters. */
  widths: readonly number[];
  /** How many columns stay in sight. */
  frozen: number;
}

/** @param exported when, as it is to be read, with the time zone */
export function sheetsOf(gradebook: Gradebook, exported: string): Sheet[] {
  return [
    sheet("Grades", plainRows(gradebook), 1),
    sheet("Categories", categoryRows(gradebook), 1),
    sheet("About", aboutRows(gradebook, exported), 1),
  ];
}

/** Too long names are cut on the screen, not in the file. */
function sheet(name: string, rows: readonly (readonly Field[])[], frozen: number): Sheet {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.min(40, Math.max(8, ...rows.map((row) => String(row[i] ?? "").length + 2))),
  );
  return { name, rows, widths, frozen };
}

function categoryRows(gradebook: Gradebook): Field[][] {
  const categories = categoriesOf(gradebook);
  const shares = sharesOf(categories.map(({ weight }) => weight));
  return [
    ["Category", "Weight", "Share of the final grade (%)", "Lowest dropped"],
    ...categories.map(({ name, weight, drop }, i) => [name, shown(weight), shown(shares[i] ?? 0), drop]),
  ];
}

function aboutRows({ section, scheme, students }: Gradebook, exported: string): Field[][] {
  return [
    ["About", "This file"],
    ["Section", section],
    ["Exported", exported],
    ["Students", students.length],
    ["Missing once due", missingInWords[scheme.missing]],
    ["Final percentage", roundingInWords[scheme.rounding]],
    ...(scheme.show === "letter"
      ? scheme.letters.map(({ from, letter }): Field[] => [`Letter from ${shown(from)} %`, letter])
      : []),
  ];
}

const missingInWords: Readonly<Record<Scheme["missing"], string>> = {
  zero: "counts as 0",
  "left out": "is left out",
};

const roundingInWords: Readonly<Record<Scheme["rounding"], string>> = {
  none: "not rounded; shown with two decimals",
  whole: "rounded to whole percent, halves up",
  "one decimal": "rounded to one decimal, halves up",
};
