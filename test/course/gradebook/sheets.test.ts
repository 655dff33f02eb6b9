import { describe, expect, it } from "vitest";
import { sheetsOf } from "#lib/course/gradebook/sheets.ts";
import { example, named } from "./example.ts";
import { hostile } from "./hostile.ts";

const at = "23 November 2026, 18:00 (Europe/Berlin)";

describe("the sheets of a workbook", () => {
  it("have numbers as numbers, and nothing where there is nothing", () => {
    const [grades] = sheetsOf(example, at);
    expect(grades?.name).toBe("Grades");
    expect(grades?.rows.slice(1)).toEqual([
      ["Ada Lovelace", "ada@example.org", "007", "A", 17.5, 7.5, 45, 83.33, 75, 78, "C+"],
      ["Bo", "bo@example.org", null, "A", 12, "excused", 0, 75, 0, 30, "F"],
      ["Cy", null, null, "A", 4.13, null, null, null, null, null, null],
    ]);
  });

  it("leave text as it was typed, for its cells are typed as text", () => {
    const [grades] = sheetsOf(named(hostile), at);
    expect(grades?.rows.slice(1).map(([name]) => name)).toEqual([...hostile]);
  });

  it("say how final grades come about, and when it was exported", () => {
    const [, categories, about] = sheetsOf(example, at);
    expect(categories?.rows).toEqual([
      ["Category", "Weight", "Share of the final grade (%)", "Lowest dropped"],
      ["Homework", 40, 40, 0],
      ["Exams", 60, 60, 0],
    ]);
    expect(about?.rows).toEqual(
      expect.arrayContaining([
        ["Section", "Maths of ML"],
        ["Exported", at],
        ["Students", 3],
        ["Missing once due", "counts as 0"],
        ["Final percentage", "rounded to whole percent, halves up"],
        ["Letter from 93 %", "A"],
        ["Letter from 0 %", "F"],
      ]),
    );
  });

  it("have a width for each column that its text needs, and not more than fits a screen", () => {
    for (const { rows, widths } of sheetsOf(named(["x".repeat(300), "y"]), at)) {
      expect(widths).toHaveLength(rows[0]?.length ?? 0);
      for (const width of widths) expect(width >= 8 && width <= 40).toBe(true);
    }
  });
});
