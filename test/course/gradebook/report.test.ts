import { describe, expect, it } from "vitest";
import { type Cell, finalOf } from "#lib/course/gradebook/final.ts";
import { type Report, reportOf } from "#lib/course/gradebook/report.ts";
import { type Scheme, schemeSchema } from "#lib/course/gradebook/scheme.ts";

const two = schemeSchema.parse({
  categories: [
    { id: "hw", name: "Homework", weight: 40, drop: 1 },
    { id: "ex", name: "Exams", weight: 60, drop: 0 },
  ],
  others: { weight: 0, drop: 0 },
  show: "letter",
  rounding: "whole",
});

const cell = (assignment: string, category: string, points: number | null, possible: number): Cell => ({
  assignment,
  category,
  points,
  possible,
  state: points === null ? "none" : "done",
  excused: false,
  duePassed: true,
});

const reported = (cells: readonly Cell[], scheme: Scheme, late: readonly string[] = []): Report =>
  reportOf(
    finalOf(cells, scheme),
    scheme,
    cells.map(({ assignment: id }) => ({ id, title: `Title of ${id}`, late: late.includes(id) })),
  );

describe("the report of a student", () => {
  it("says step by step how the grade comes about", () => {
    // Without the missing one 44 of 60 = 73.33 %; 0.4 · 73.333… = 29.33; 0.6 · 82 = 49.2; together 78.53.
    const cells = [
      cell("h1", "hw", 18, 20),
      cell("h2", "hw", null, 30),
      cell("h3", "hw", 26, 40),
      cell("e1", "ex", 82, 100),
    ];
    const report = reported(cells, two, ["h3"]);
    expect(report.categories.map(({ name, percent, says }) => [name, percent, says])).toEqual([
      [
        "Homework",
        73.33,
        [
          "1 is dropped: the choice that leaves the highest percentage.",
          "44 of 60 points are 73.33 %.",
          "It is 40 % of the final grade, and brings 29.33 of 100.",
        ],
      ],
      ["Exams", 82, ["82 of 100 points are 82 %.", "It is 60 % of the final grade, and brings 49.2 of 100."]],
    ]);
    expect(report).toMatchObject({ percent: 79, letter: "C+" });
    expect(report.says).toEqual(["Together: 29.33 + 49.2 = 78.53 %.", "Rounded: 79 %.", "From 77 % on it is C+."]);
    expect(report.categories[0]?.lines).toEqual([
      {
        assignment: "h1",
        title: "Title of h1",
        standing: "counts",
        points: 18,
        possible: 20,
        percent: 90,
        late: false,
        says: "counts",
      },
      {
        assignment: "h2",
        title: "Title of h2",
        standing: "dropped",
        points: 0,
        possible: 30,
        percent: 0,
        late: false,
        says: "not begun by the due date, dropped",
      },
      {
        assignment: "h3",
        title: "Title of h3",
        standing: "counts",
        points: 26,
        possible: 40,
        percent: 65,
        late: true,
        says: "counts",
      },
    ]);
  });

  it("says that nothing counts yet, and gives no number", () => {
    const { percent, letter, says } = reported([], two);
    expect({ percent, letter, says }).toEqual({ percent: null, letter: null, says: ["Nothing counts yet."] });
  });

  it("says which categories are waited for", () => {
    const { categories, says } = reported([cell("h1", "hw", 18, 20)], two);
    expect(says[0]).toBe("Nothing counts yet in Exams: the weights of the others are scaled up.");
    expect(categories[0]?.says).toEqual([
      "The last one that counts is never dropped.",
      "18 of 20 points are 90 %.",
      "It is 100 % of the final grade, and brings 90 of 100.",
    ]);
    expect(categories[1]?.says).toEqual(["Nothing in it counts yet, so the other categories share its weight."]);
  });

  it("is short where all assignments count the same", () => {
    const { categories, says, percent } = reported([cell("a", "", 1, 3)], schemeSchema.parse({}));
    expect(categories.map((category) => category.says)).toEqual([["1 of 3 points are 33.33 %."]]);
    expect({ says, percent }).toEqual({ says: [], percent: 33.33 });
  });

  it("says of what has no weight that it does not count", () => {
    const { categories } = reported([cell("h1", "hw", 18, 20), cell("x", "", 5, 10)], two);
    expect(categories.at(-1)?.says.at(-1)).toBe("Its weight is 0, so it does not count in the final grade.");
  });
});
