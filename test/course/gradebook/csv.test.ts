import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { canvasCsv, moodleCsv, plainCsv } from "#lib/course/gradebook/csv.ts";
import { guarded } from "#lib/course/gradebook/formula.ts";
import type { Gradebook } from "#lib/course/gradebook/table.ts";
import { example, named } from "./example.ts";
import { hostile } from "./hostile.ts";

const rowsOf = (text: string): string[][] => {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, "").replace(/\r\n$/, ""), { delimiter: "," });
  expect(errors).toEqual([]);
  return data;
};

describe("the plain file", () => {
  it("has a row for each student with points, percentages, the final grade and the letter", () => {
    expect(rowsOf(plainCsv(example))).toEqual([
      [
        ...["Name", "E-mail", "Student number", "Group"],
        ...["Homework 1 (of 20)", "Homework 2 (of 10)", "Exam (of 60)"],
        ...["Homework (%)", "Exams (%)", "Final (%)", "Letter"],
      ],
      ["Ada Lovelace", "ada@example.org", "007", "A", "17.5", "7.5", "45", "83.33", "75", "78", "C+"],
      ["Bo", "bo@example.org", "", "A", "12", "excused", "0", "75", "0", "30", "F"],
      ["Cy", "", "", "A", "4.13", "", "", "", "", "", ""],
    ]);
  });

  it("begins with a byte order mark, and ends its lines as the standard says", () => {
    const text = plainCsv(example);
    expect(text.startsWith("\uFEFFName,")).toBe(true);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(text.match(/(?<!\r)\n/)).toBeNull();
  });

  it("has a column for assignments without a category where there are such, and none for letters where there are none", () => {
    const other = { id: "x", title: "Extra", category: "gone", possible: 5 };
    const [heading] = rowsOf(
      plainCsv({
        ...example,
        scheme: { ...example.scheme, show: "percent" },
        assignments: [...example.assignments, other],
      }),
    );
    expect(heading?.slice(7)).toEqual([
      "Extra (of 5)",
      "Homework (%)",
      "Exams (%)",
      "Without a category (%)",
      "Final (%)",
    ]);
  });

  it("is a heading alone for a section without students", () => {
    expect(rowsOf(plainCsv({ ...example, students: [] }))).toHaveLength(1);
  });
});

describe("the file for Canvas", () => {
  it("has its columns, the points possible, EX for excused, and the points of full assignments", () => {
    expect(rowsOf(canvasCsv(example))).toEqual([
      ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Homework 1", "Homework 2", "Exam"],
      ["    Points Possible", "", "", "", "", "20", "10", "60"],
      ["Ada Lovelace", "", "007", "ada@example.org", "Maths of ML", "17.5", "7.5", "45"],
      // 12 of 16 is 15 of 20.
      ["Bo", "", "", "bo@example.org", "Maths of ML", "15", "EX", "0"],
      ["Cy", "", "", "", "Maths of ML", "", "", ""],
    ]);
  });

  it("never ends a title as Canvas ends the titles of assignments it has, and has no title twice", () => {
    const titles = ["Week 3 (2026)", "Quiz", "Quiz"];
    const assignments = example.assignments.map((column, i) => ({ ...column, title: titles[i] ?? "" }));
    const [heading] = rowsOf(canvasCsv({ ...example, assignments }));
    expect(heading?.slice(5)).toEqual(["Week 3 [2026]", "Quiz", "Quiz #2"]);
  });
});

describe("the file for Moodle", () => {
  it("has a key for each student and points, empty where nothing counts, without those it cannot find", () => {
    expect(rowsOf(moodleCsv(example, "points"))).toEqual([
      ["Email address", "ID number", "Homework 1 (of 20)", "Homework 2 (of 10)", "Exam (of 60)"],
      ["ada@example.org", "007", "17.5", "7.5", "45"],
      ["bo@example.org", "", "15", "", "0"],
    ]);
  });

  it("has percentages where they are asked for", () => {
    expect(rowsOf(moodleCsv(example, "percent"))).toEqual([
      ["Email address", "ID number", "Homework 1 (%)", "Homework 2 (%)", "Exam (%)"],
      ["ada@example.org", "007", "87.5", "75", "75"],
      ["bo@example.org", "", "75", "", "0"],
    ]);
  });
});

/** What no cell of text may begin with, whoever reads it. */
const dangerous = /^(?:[\t\r]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

const files: [string, (gradebook: Gradebook) => string][] = [
  ["plain", plainCsv],
  ["Canvas", canvasCsv],
  ["Moodle", (gradebook) => moodleCsv(gradebook, "points")],
];

describe.each(files)("text that somebody typed, in the %s file", (_, write) => {
  it("is no formula, and every row has its columns", () => {
    const rows = rowsOf(write(named(hostile)));
    const width = rows[0]?.length;
    expect(rows.length).toBeGreaterThanOrEqual(hostile.length);
    for (const row of rows) {
      expect(row).toHaveLength(width ?? 0);
      for (const field of row) expect(field).not.toMatch(dangerous);
    }
  });

  it("is no formula either for a reader that parts fields at semicolons or tabs", () => {
    for (const field of write(named(hostile)).split(/[;\t\r\n]/))
      expect(field.replace(/^\uFEFF/, "")).not.toMatch(dangerous);
  });

  it("comes back as it was, but for apostrophes", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" }), { minLength: 1, maxLength: 5 }), (texts) => {
        const rows = rowsOf(write(named(texts)));
        const tail = rows.slice(-texts.length);
        for (const [i, text] of texts.entries()) expect(tail[i]).toContain(guarded(text));
      }),
      { seed: 20_261_125, numRuns: 200 },
    );
  });
});

describe("guarding text", () => {
  it.each<[string, string]>([
    ["=1", "'=1"],
    ["-2+3", "'-2+3"],
    ["\t=1", "'\t'=1"],
    ["  +1", "'  +1"],
    ["＠x", "'＠x"],
    ["a;=1", "a;'=1"],
    ["Jean-Luc", "Jean-Luc"],
    ["a = b", "a = b"],
    ["ada@example.org", "ada@example.org"],
    ["", ""],
  ])("makes of %j %j", (text, result) => {
    expect(guarded(text)).toBe(result);
  });

  it("takes nothing away, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(guarded(text).replaceAll("'", "")).toBe(text.replaceAll("'", ""));
        expect(guarded(text)).not.toMatch(dangerous);
      }),
      { seed: 20_261_126, numRuns: 1000 },
    );
  });

  it("leaves negative numbers what they are", () => {
    const [ada] = example.students;
    const cells = ada?.cells.map((cell) => ({ ...cell, points: -1.5 })) ?? [];
    const students = ada ? [{ ...ada, cells }] : [];
    expect(rowsOf(plainCsv({ ...example, students }))[1]?.slice(4, 7)).toEqual(["-1.5", "-1.5", "-1.5"]);
  });
});
