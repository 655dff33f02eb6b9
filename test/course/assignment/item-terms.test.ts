import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { changeItemTerms, checkItemTerms, itemTerms } from "#lib/course/assignment/item-terms.ts";
import { fieldsOf, itemTermsSchema, readItemTerms } from "#lib/course/assignment/item-terms-form.ts";
import { publishAssignment } from "#lib/course/assignment/publish.ts";
import { db } from "#lib/db/client.ts";
import { expression, integer, scalar } from "#lib/exercise/kinds.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { neuron } from "../people.ts";
import { answer, begin, gradeOf, neuronAssignment, newClass } from "./class.ts";

vi.stubEnv("LOG_LEVEL", "silent");

describe("the form of tolerances and weights", () => {
  const asked = [
    { name: "z", spec: scalar() },
    { name: "n", spec: integer() },
    { name: "f", spec: expression({ variables: ["x"] }) },
  ];

  it.each([
    [{ "rule-z": "own", "size-z": "7" }, {}],
    [{ "rule-z": "digits", "size-z": "2" }, { z: { digits: 2 } }],
    [{ "rule-z": "decimals", "size-z": "0" }, { z: { decimals: 0 } }],
    [{ "rule-z": "abs", "size-z": "0,05" }, { z: { within: { abs: 0.05, rel: 0 } } }],
    [{ "rule-z": "percent", "size-z": "5" }, { z: { within: { abs: 0, rel: 0.05 } } }],
    [{ "rule-z": "exact", "size-z": "" }, { z: { exact: true } }],
    [{ "rule-n": "digits", "size-n": "2", "rule-f": "abs", "size-f": "1" }, {}],
  ])("reads %j", (fields, rules) => {
    expect(readItemTerms(asked, fields)).toEqual({ rules, weights: {} });
  });

  it.each([
    [{ "rule-z": "digits", "size-z": "0" }, "size-z"],
    [{ "rule-z": "digits", "size-z": "2.5" }, "size-z"],
    [{ "rule-z": "decimals", "size-z": "13" }, "size-z"],
    [{ "rule-z": "abs", "size-z": "0" }, "size-z"],
    [{ "rule-z": "percent", "size-z": "101" }, "size-z"],
    [{ "rule-z": "percent", "size-z": "-1" }, "size-z"],
    [{ "weight-n": "much" }, "weight-n"],
    [{ "weight-n": "1001" }, "weight-n"],
    [{ "weight-z": "0", "weight-n": "0", "weight-f": "0" }, "weight-z"],
  ])("refuses %j at its field", (fields, at) => {
    const read = readItemTerms(asked, fields);
    expect("errors" in read ? Object.keys(read.errors) : []).toEqual([at]);
  });

  it("stores equal weights as none, and others for every part", () => {
    expect(readItemTerms(asked, { "weight-z": "2", "weight-n": "2", "weight-f": "2" })).toMatchObject({ weights: {} });
    expect(readItemTerms(asked, { "weight-z": "2,5" })).toMatchObject({ weights: { z: 2.5, n: 1, f: 1 } });
  });

  it("shows a stored tolerance as it was typed", () => {
    expect(fieldsOf({ within: { abs: 0, rel: 0.07 } })).toEqual({ kind: "percent", size: "7" });
    expect(fieldsOf({ within: { abs: 0.05, rel: 0 } })).toEqual({ kind: "abs", size: "0.05" });
    expect(fieldsOf({ decimals: 0 })).toEqual({ kind: "decimals", size: "0" });
  });
});

describe.each(databases)("the tolerances and weights of an item on %s", (name) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(name);
  });
  afterAll(async () => await database.close());

  async function draftFor(students = 1) {
    const group = await newClass(students);
    const assignment = await neuronAssignment(group.sectionId, { draft: true });
    const { id: item } = await db().assignmentItem.findFirstOrThrow({ where: { part: { assignmentId: assignment } } });
    const form = (fields: Record<string, string>) => itemTermsSchema.parse({ assignment, item, ...fields });
    return { ...group, assignment, item, form };
  }

  it("decide what a student earns", async () => {
    const { instructor, students, assignment, form } = await draftFor();
    const fields = { "rule-z": "percent", "size-z": "10", "weight-z": "3", "weight-a": "1", "weight-L": "1" };
    expect(await changeItemTerms(instructor.actor, form(fields))).toEqual({});
    await publishAssignment(instructor.actor, assignment);
    const [student] = students;
    if (!student) throw new Error("nobody is there");
    const { variants } = await begin(student, assignment);
    // 1.2 is within 10 % of z = 1.1, and counts 3 of 5; a and L are wrong from any z.
    await answer(student, variants[0] ?? "", { ...neuron.wrong, z: "1.2" });
    expect((await gradeOf(assignment, student))?.points).toBeCloseTo(6, 12);
  });

  it("stand in the form as they were stored, with what they let through", async () => {
    const { instructor, assignment, item, form } = await draftFor();
    const before = await itemTerms(instructor.actor, assignment, item);
    expect(before?.parts.map(({ step, rule, weight }) => [step, rule?.kind, weight])).toEqual([
      ["z", "own", 1],
      ["a", "own", 1],
      ["L", "own", 1],
    ]);
    expect(before?.reaches.mistakes).toEqual([]);
    const fields = { "rule-z": "abs", "size-z": "100", "weight-a": "0.5" };
    await changeItemTerms(instructor.actor, form(fields));
    const after = await itemTerms(instructor.actor, assignment, item);
    expect(after?.parts[0]).toMatchObject({ rule: { kind: "abs", size: "100" }, holds: "within 100", weight: 1 });
    expect(after?.parts[1]?.weight).toBe(0.5);
    expect(after?.reaches.mistakes.length).toBeGreaterThan(0);
    expect(await checkItemTerms(instructor.actor, form(fields))).toEqual(after?.reaches);
  });

  it("are not stored where one cannot be read, and nothing else is changed", async () => {
    const { instructor, assignment, item, form } = await draftFor();
    const revision = async () => (await db().assignment.findUniqueOrThrow({ where: { id: assignment } })).revision;
    const before = await revision();
    const errors = await changeItemTerms(instructor.actor, form({ "rule-z": "digits", "size-z": "many" }));
    expect(errors).toEqual({ "size-z": "Type how many digits, from 1 to 12." });
    expect(await revision()).toBe(before);
    expect(await db().assignmentItem.findUniqueOrThrow({ where: { id: item } })).toMatchObject({ rules: {} });
  });

  it("are changed by who teaches alone, and only in a draft", async () => {
    const { owner, assistant, students, assignment, form } = await draftFor();
    const other = await newClass(0);
    const fields = form({ "rule-z": "exact" });
    await expect(changeItemTerms(assistant.actor, fields)).rejects.toThrow();
    for (const { actor } of [...students, other.instructor]) {
      await expect(changeItemTerms(actor, fields)).rejects.toMatchObject({ kind: "not-found" });
      await expect(checkItemTerms(actor, fields)).rejects.toMatchObject({ kind: "not-found" });
    }
    await publishAssignment(owner.actor, assignment);
    await expect(changeItemTerms(owner.actor, fields)).rejects.toMatchObject({ kind: "closed" });
  });
});
