import fc from "fast-check";
import Fraction from "fraction.js";
import { describe, expect, it } from "vitest";
import { rounded, shown } from "#lib/course/gradebook/exact.ts";
import { type Cell, type Final, finalOf, letterOf } from "#lib/course/gradebook/final.ts";
import { letterPresets } from "#lib/course/gradebook/letters.ts";
import { type Scheme, schemeSchema } from "#lib/course/gradebook/scheme.ts";

const seeded = { seed: 20_261_124, numRuns: 400 };

const scheme = (change: object = {}): Scheme =>
  schemeSchema.parse({
    categories: [
      { id: "hw", name: "Homework", weight: 40, drop: 1 },
      { id: "ex", name: "Exam", weight: 60, drop: 0 },
    ],
    others: { weight: 0, drop: 0 },
    ...change,
  });

const plain = schemeSchema.parse({});

const cell = (assignment: string, points: number | null, possible: number, more: Partial<Cell> = {}): Cell => ({
  assignment,
  category: "",
  points,
  possible,
  state: points === null ? "none" : "done",
  excused: false,
  duePassed: false,
  ...more,
});

const homework = (name: string, points: number | null, possible: number, more: Partial<Cell> = {}) =>
  cell(name, points, possible, { category: "hw", ...more });

/** The example of docs/grades.md. */
const example: Cell[] = [
  homework("Homework 1", 18, 20),
  homework("Homework 2", 9, 30),
  homework("Homework 3", null, 10, { duePassed: true }),
  homework("Homework 4", 26, 30),
  homework("Homework 5", null, 20),
  cell("Midterm", 30, 40, { category: "ex" }),
  cell("Final exam", 52, 60, { category: "ex" }),
];

const standings = ({ categories }: Final): Record<string, string> =>
  Object.fromEntries(
    categories.flatMap(({ cells }) => cells.map(({ assignment, standing }) => [assignment, standing])),
  );

describe("the final grade", () => {
  it("comes about as in the example of the manual, worked by hand", () => {
    // Homework without 9/30: 18 + 0 + 26 = 44 of 60 = 73.33 %. (Without the 0/10: 53 of 80 = 66.25 %.)
    // Exams: 82 of 100 = 82 %. 0.4 · 73.333… + 0.6 · 82 = 29.333… + 49.2 = 78.533…
    const final = finalOf(example, scheme({ show: "letter", rounding: "one decimal" }));
    expect(final).toMatchObject({ unrounded: 78.533333, percent: 78.5, letter: "C+" });
    expect(standings(final)).toEqual({
      "Homework 1": "counts",
      "Homework 2": "dropped",
      "Homework 3": "missing",
      "Homework 4": "counts",
      "Homework 5": "to come",
      Midterm: "counts",
      "Final exam": "counts",
    });
    const [first, second] = final.categories;
    expect(first).toMatchObject({ points: 44, possible: 60, percent: 73.333333, counted: 3, dropped: 1, share: 40 });
    expect(second).toMatchObject({ points: 82, possible: 100, percent: 82, counted: 2, dropped: 0, share: 60 });
    expect(first?.brings).toBeCloseTo(29.333333, 6);
    expect(second?.brings).toBeCloseTo(49.2, 10);
  });

  it("is not known, and not 0, while nothing counts", () => {
    const waiting = finalOf([cell("a", null, 10), cell("b", 3, 10, { state: "working" })], plain);
    expect(waiting).toMatchObject({ unrounded: null, percent: null, letter: null });
    expect(finalOf([], scheme({ show: "letter" }))).toMatchObject({ percent: null, letter: null });
  });

  it("scales the weights up where a category has nothing that counts", () => {
    // Only homework, 18 of 20: 40 of 40.
    const { percent, categories } = finalOf(example.slice(0, 1), scheme());
    expect(percent).toBe(90);
    expect(categories.map(({ share, percent: own }) => [share, own])).toEqual([
      [100, 90],
      [0, null],
    ]);
  });

  it("takes weights that do not add up to 100 in proportion", () => {
    const weights = (hw: number, ex: number) =>
      scheme({
        categories: [
          { id: "hw", name: "Homework", weight: hw, drop: 1 },
          { id: "ex", name: "Exam", weight: ex, drop: 0 },
        ],
      });
    expect(finalOf(example, weights(2, 3)).unrounded).toBe(78.533333);
    expect(finalOf(example, weights(0.4, 0.6)).unrounded).toBe(78.533333);
  });

  it("leaves out a category whose weight is 0, and still says how it went there", () => {
    const cells = [...example, cell("Extra", 0, 10)];
    const { unrounded, categories } = finalOf(cells, scheme());
    expect(unrounded).toBe(78.533333);
    expect(categories.at(-1)).toMatchObject({ name: "Without a category", percent: 0, share: 0, brings: 0 });
    expect(finalOf([cell("Extra", 5, 10)], scheme()).percent).toBeNull();
  });

  it.each<[string, Partial<Cell>, string, number | null]>([
    ["not begun, not due", { points: null, state: "none" }, "to come", null],
    ["not begun, due", { points: null, state: "none", duePassed: true }, "missing", 0],
    ["under way, not due", { points: 4, state: "working" }, "under way", null],
    ["under way, due", { points: 4, state: "working", duePassed: true }, "counts", 40],
    ["begun without an answer, due", { points: null, state: "working", duePassed: true }, "counts", 0],
    ["handed in before it is due", { points: 4, state: "done" }, "counts", 40],
    ["handed in, not to be told yet", { points: null, state: "untold", duePassed: true }, "untold", null],
    ["given by hand to somebody who never began", { points: 7, state: "none" }, "counts", 70],
    ["excused, though handed in", { points: 4, state: "done", excused: true }, "excused", null],
    ["excused and missing", { points: null, state: "none", excused: true, duePassed: true }, "excused", null],
    ["taken out altogether", { points: 0, possible: 0, state: "done" }, "worth nothing", null],
  ])("treats an assignment that is %s as it should", (_, more, standing, percent) => {
    const final = finalOf([cell("a", 0, 10, more)], plain);
    expect(standings(final)).toEqual({ a: standing });
    expect(final.percent).toBe(percent);
  });

  it("leaves out what is missing where the section says so", () => {
    const final = finalOf(
      [cell("a", null, 10, { duePassed: true }), cell("b", 6, 10)],
      schemeSchema.parse({ missing: "left out" }),
    );
    expect(standings(final)).toEqual({ a: "left out", b: "counts" });
    expect(final.percent).toBe(60);
  });

  it("does not use up a drop on what does not count", () => {
    const cells = [homework("a", 1, 10, { excused: true }), homework("b", 2, 10), homework("c", 8, 10)];
    expect(standings(finalOf(cells, scheme()))).toEqual({ a: "excused", b: "dropped", c: "counts" });
  });

  it("says of a dropped assignment whether it was missing", () => {
    const cells = [homework("a", null, 10, { duePassed: true }), homework("b", 2, 10)];
    const [category] = finalOf(cells, scheme()).categories;
    expect(category?.cells[0]).toMatchObject({ standing: "dropped", missing: true, points: 0 });
  });
});

describe("rounding", () => {
  it.each<[number, number, number]>([
    [89.5, 0, 90],
    [89.49, 0, 89],
    [89.4999999, 0, 90],
    [89.499999, 0, 89],
    [0.5, 0, 1],
    [100, 0, 100],
    [89.45, 1, 89.5],
    [1.005, 2, 1.01],
    [2.675, 2, 2.68],
    [0.1 + 0.2, 6, 0.3],
  ])("of %d to %d decimals gives %d, halves up", (value, decimals, result) => {
    expect(rounded(value, decimals)).toBe(result);
  });

  it.each([-0, -0.001, -0.004])("never shows %d as −0", (value) => {
    expect(Object.is(shown(value), 0)).toBe(true);
  });

  it("sees 89.5 in 17.9 of 20, which binary fractions miss", () => {
    expect((17.9 / 20) * 100).toBeLessThan(89.5);
    const whole = schemeSchema.parse({ rounding: "whole", show: "letter" });
    expect(finalOf([cell("a", 17.9, 20)], whole)).toMatchObject({ unrounded: 89.5, percent: 90, letter: "A-" });
  });

  it("sees a half in thirds of points", () => {
    // 3 · 1/3 of 2, each as marks store it.
    const cells = ["a", "b", "c"].map((name) => cell(name, 0.333333333333, 2 / 3));
    expect(finalOf(cells, plain).unrounded).toBe(50);
  });

  it("decides on the letter after rounding", () => {
    const cells = [cell("a", 89.5, 100)];
    const letter = (rounding: string) => finalOf(cells, schemeSchema.parse({ rounding, show: "letter" })).letter;
    expect([letter("none"), letter("one decimal"), letter("whole")]).toEqual(["B+", "B+", "A-"]);
  });

  it.each<[keyof typeof letterPresets, number, string]>([
    ["us", 93, "A"],
    ["us", 92.999999, "A-"],
    ["us", 0, "F"],
    ["ects", 50, "E"],
    ["german", 95, "1.0"],
    ["german", 49.99, "5.0"],
    ["pass", 50, "pass"],
    ["pass", 120, "pass"],
  ])("gives by %s for %d %% the letter %s", (preset, percent, letter) => {
    expect(letterOf(percent, [...letterPresets[preset].letters])).toBe(letter);
  });
});

describe("laws of final grades", () => {
  const categories = ["hw", "ex", ""] as const;
  const cells = fc.array(
    fc.record({
      category: fc.constantFrom(...categories),
      // Quarters of points.
      points: fc.integer({ min: 0, max: 80 }).map((n) => n / 4),
      possible: fc.integer({ min: 4, max: 80 }).map((n) => n / 4),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const made = (list: readonly Pick<Cell, "category" | "points" | "possible">[], k = 1): Cell[] =>
    list.map(({ category, points, possible }, i) => cell(`a${i}`, (points ?? 0) * k, possible * k, { category }));
  const weights = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }));
  const without = ([hw, ex]: readonly [number, number], drop = 0): Scheme =>
    schemeSchema.parse({
      categories: [
        { id: "hw", name: "Homework", weight: hw, drop },
        { id: "ex", name: "Exam", weight: ex, drop },
      ],
      others: { weight: 7, drop },
    });

  it("is the weighted mean of the percentages, recomputed in fractions", () => {
    fc.assert(
      fc.property(cells, weights, (list, [hw, ex]) => {
        const weightOf = { hw, ex, "": 7 } as const;
        let [sum, all] = [new Fraction(0), 0];
        for (const category of categories) {
          const own = list.filter((one) => one.category === category);
          if (own.length === 0) continue;
          const points = own.reduce((total, one) => total.add(new Fraction(String(one.points))), new Fraction(0));
          const possible = own.reduce((total, one) => total.add(new Fraction(String(one.possible))), new Fraction(0));
          sum = sum.add(points.div(possible).mul(weightOf[category]));
          all += weightOf[category];
        }
        const expected = sum.div(all).mul(100).round(6).valueOf();
        const { unrounded } = finalOf(made(list), without([hw, ex]));
        expect(Math.abs((unrounded ?? Number.NaN) - expected)).toBeLessThan(1.1e-6);
      }),
      seeded,
    );
  });

  it("does not change when all points are worth k times as much", () => {
    fc.assert(
      fc.property(cells, weights, fc.nat(3), fc.constantFrom(0.25, 2, 10, 1000), (list, both, drop, k) => {
        const scaled = finalOf(made(list, k), without(both, drop));
        const original = finalOf(made(list), without(both, drop));
        expect(scaled.unrounded).toBe(original.unrounded);
        expect(standings(scaled)).toEqual(standings(original));
      }),
      seeded,
    );
  });

  it("never falls when one more of the lowest is dropped, or when somebody gets more points", () => {
    fc.assert(
      fc.property(cells, weights, fc.nat(4), fc.nat(11), (list, both, drop, at) => {
        const before = finalOf(made(list), without(both, drop)).unrounded ?? 0;
        expect(finalOf(made(list), without(both, drop + 1)).unrounded).toBeGreaterThanOrEqual(before);
        const better = list.map((one, i) => (i === at ? { ...one, points: one.points + 1 } : one));
        expect(finalOf(made(better), without(both, drop)).unrounded).toBeGreaterThanOrEqual(before);
      }),
      seeded,
    );
  });

  it("has shares that add up to 100, and parts that add up to the whole", () => {
    fc.assert(
      fc.property(cells, weights, (list, both) => {
        const { categories: all, unrounded } = finalOf(made(list), without(both));
        expect(all.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100, 9);
        expect(all.reduce((sum, { brings }) => sum + brings, 0)).toBeCloseTo(unrounded ?? Number.NaN, 5);
      }),
      seeded,
    );
  });
});
