import { describe, expect, it } from "vitest";
import { letterPresets } from "#lib/course/gradebook/letters.ts";
import { allCategories, categoryOf, defaultScheme, schemeSchema, sharesOf } from "#lib/course/gradebook/scheme.ts";

const homework = { id: "hw", name: "Homework", weight: 40, drop: 1 };
const exam = { id: "ex", name: "Exam", weight: 60, drop: 0 };

/** What is said, by the path of the field. */
function faultsOf(scheme: object): Record<string, string> {
  const read = schemeSchema.safeParse({ others: { weight: 0, drop: 0 }, categories: [homework], ...scheme });
  return Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [path.join("."), message]));
}

describe("the scheme of a section", () => {
  it("is one category in percent, what is missing as 0, until somebody says otherwise", () => {
    expect(defaultScheme).toMatchObject({ show: "percent", rounding: "none", missing: "zero" });
    expect(allCategories(defaultScheme)).toEqual([{ id: "", name: "All assignments", weight: 100, drop: 0 }]);
  });

  it("survives being stored as JSON", () => {
    const scheme = schemeSchema.parse({ categories: [homework, exam], show: "letter", rounding: "whole" });
    expect(schemeSchema.parse(JSON.parse(JSON.stringify(scheme)))).toEqual(scheme);
  });

  it.each(Object.entries(letterPresets))("has letters that can be taken as they are: %s", (_, { letters }) => {
    expect(faultsOf({ show: "letter", letters })).toEqual({});
  });

  it.each<[string, object, Record<string, string>]>([
    [
      "weights that are all 0",
      { categories: [{ ...homework, weight: 0 }] },
      { "others.weight": "Nothing would count: give one category a weight above 0." },
    ],
    [
      "a negative weight",
      { categories: [{ ...homework, weight: -1 }] },
      { "categories.0.weight": "A weight is 0 or more." },
    ],
    [
      "a category without a name",
      { categories: [{ ...homework, name: "  " }] },
      { "categories.0.name": "Name the category." },
    ],
    [
      "two categories of one name",
      { categories: [homework, { ...exam, name: "homework" }] },
      { "categories.1.name": "Another category has this name already." },
    ],
    [
      "half an assignment to drop",
      { categories: [{ ...homework, drop: 0.5 }] },
      { "categories.0.drop": "Type how many to drop as a whole number." },
    ],
    [
      "letters that do not descend",
      {
        letters: [
          { from: 50, letter: "B" },
          { from: 50, letter: "A" },
          { from: 0, letter: "C" },
        ],
      },
      { "letters.1.from": "This is not below B, which begins at 50 %." },
    ],
    [
      "letters that leave somebody without",
      { letters: [{ from: 50, letter: "pass" }] },
      { "letters.0.from": "The last letter begins at 0 %, so that everybody gets one." },
    ],
    [
      "the same letter twice",
      {
        letters: [
          { from: 50, letter: "A" },
          { from: 0, letter: "A" },
        ],
      },
      { "letters.1.letter": "This letter stands further up already." },
    ],
  ])("is refused with kind words: %s", (_, scheme, says) => {
    expect(faultsOf(scheme)).toEqual(says);
  });

  it("scales weights that do not add up to 100", () => {
    expect(sharesOf([1, 3])).toEqual([25, 75]);
    expect(sharesOf([0, 0])).toEqual([0, 0]);
  });

  it("takes an assignment whose category is gone for one without", () => {
    const scheme = schemeSchema.parse({ categories: [homework] });
    expect([categoryOf(scheme, "hw"), categoryOf(scheme, "gone"), categoryOf(scheme, "")]).toEqual(["hw", "", ""]);
  });
});
