import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeGrading, readGrading } from "#lib/course/gradebook/grading.ts";
import { type GradingForm, presetOf, schemeFrom } from "#lib/course/gradebook/grading-form.ts";
import { letterPresets } from "#lib/course/gradebook/letters.ts";
import { defaultScheme } from "#lib/course/gradebook/scheme.ts";
import { readReport } from "#lib/course/gradebook/student.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { answer, begin, neuronAssignment, newClass } from "../assignment/class.ts";
import { neuron } from "../people.ts";

const rest = {
  "weight-0": "0",
  "drop-0": "0",
  show: "percent",
  letters: "us",
  rounding: "none",
  missing: "zero",
} as const;
const read = (form: Record<string, string>) =>
  schemeFrom({ section: randomUUID(), ...rest, ...form } satisfies GradingForm, defaultScheme, () => "new");

describe("the form of final grades", () => {
  it("reads the rows that have a name, with commas for points and empty numbers for none", () => {
    const form = {
      "name-1": "Homework",
      "weight-1": "37,5",
      "drop-1": "",
      "name-2": " ",
      "weight-2": "9",
      "name-3": "Exams",
      "id-3": "ex",
      "weight-3": "60",
      "drop-3": "1",
    };
    expect(read(form)).toMatchObject({
      scheme: {
        categories: [
          { id: "new", name: "Homework", weight: 37.5, drop: 0 },
          { id: "ex", name: "Exams", weight: 60, drop: 1 },
        ],
        letters: letterPresets.us.letters,
      },
    });
  });

  it.each([
    ["a weight of words", { "name-3": "Exams", "weight-3": "half" }, ["weight-3"]],
    ["half of one to drop", { "name-2": "Exams", "weight-2": "1", "drop-2": "0.5" }, ["drop-2"]],
    ["two names alike", { "name-1": "Exams", "weight-1": "1", "name-4": "exams", "id-4": "x" }, ["name-4"]],
    ["nothing that counts", {}, ["weight-0"]],
    ["a rounding that is none", { "weight-0": "1", rounding: "up" }, ["rounding"]],
  ])("refuses %s, at its field", (_, form, fields) => {
    const found = read(form);
    expect("errors" in found ? Object.keys(found.errors) : []).toEqual(fields);
  });

  it("knows a preset again", () => {
    expect(presetOf([...letterPresets.german.letters])).toBe("german");
    expect(presetOf([{ from: 0, letter: "?" }])).toBeUndefined();
  });
});

describe.each(databases)("final grades on %s", (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database?.close());

  it("follow the weights that teachers set, and are theirs to set", async () => {
    const { sectionId, owner, assistant, students } = await newClass(1);
    const [student] = students;
    if (!student) throw new Error("there is one");
    // All of the homework is right; the other was not begun by its due date.
    const homework = await neuronAssignment(sectionId);
    const { variants } = await begin(student, homework);
    await answer(student, variants[0] ?? "", neuron.right);
    const missed = await neuronAssignment(sectionId, { due: -1 });
    const form = {
      section: sectionId,
      ...rest,
      show: "letter",
      "name-1": "Homework",
      "weight-1": "1",
      "name-2": "Exams",
      "weight-2": "3",
    };
    await expect(changeGrading(assistant.actor, form)).rejects.toThrow(/no such thing/);
    await expect(changeGrading(student.actor, form)).rejects.toThrow(/no such thing/);
    expect(await changeGrading(owner.actor, { ...form, "weight-2": "a lot" })).toHaveProperty("weight-2");
    expect((await readGrading(owner.actor, sectionId)).scheme).toEqual(defaultScheme);
    expect(await changeGrading(owner.actor, form)).toBeUndefined();
    const [first, second] = (await readGrading(owner.actor, sectionId)).scheme.categories;
    const again = {
      ...form,
      "id-1": first?.id ?? "",
      "id-2": second?.id ?? "",
      [`category-${homework}`]: first?.id ?? "",
      [`category-${missed}`]: second?.id ?? "",
    };
    expect(await changeGrading(owner.actor, again)).toBeUndefined();
    // 100 % of one in four, and 0 of the other three; the homework has no due date and is under way, and counts nothing yet.
    const report = await readReport(owner.actor, sectionId, student.enrollmentId);
    expect(report.percent).toBe(0);
    expect(report.letter).toBe("F");
    expect(report.categories.map(({ name, lines }) => [name, lines.map(({ standing }) => standing)])).toEqual([
      ["Homework", ["under way"]],
      ["Exams", ["missing"]],
    ]);
  });
});
