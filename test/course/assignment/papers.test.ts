import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { drawPapers, drawPapersSchema, readPapers } from "#lib/course/assignment/papers.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { begin, neuronAssignment, newClass } from "./class.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const numbers = z.object({ w: z.number(), x: z.number(), b: z.number() });
const all = { kind: "versions", number: 0 } as const;
const students = { kind: "students", number: 0 } as const;

describe("how many versions are asked for", () => {
  it.each(["0", "41", "-1", "two", "1.5", ""])("is not %j", (versions) => {
    expect(drawPapersSchema.safeParse({ assignment: crypto.randomUUID(), versions }).success).toBe(false);
  });
});

describe.each(databases)("an assignment on paper on %s", (name) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(name);
  });
  afterAll(async () => await database.close());

  it("has as many versions as were asked for, however often", async () => {
    const { sectionId, instructor } = await newClass(0);
    const assignment = await neuronAssignment(sectionId, { items: 2, points: 4 });
    await drawPapers(instructor.actor, { assignment, versions: 3 });
    await drawPapers(instructor.actor, { assignment, versions: 3 });
    const first = await readPapers(instructor.actor, assignment, all);
    expect(first.papers.map(({ number, name: whose, points }) => [number, whose, points])).toEqual([
      [1, null, 8],
      [2, null, 8],
      [3, null, 8],
    ]);
    await drawPapers(instructor.actor, { assignment, versions: 4 });
    const second = await readPapers(instructor.actor, assignment, all);
    expect(second.papers.slice(0, 3)).toEqual(first.papers);
    expect(second.versions).toBe(4);
    const one = await readPapers(instructor.actor, assignment, { kind: "version", number: 4 });
    expect(one.papers).toEqual(second.papers.slice(3));
    expect(await db().grade.count({ where: { assignmentId: assignment, startedAt: { not: null } } })).toBe(0);
  });

  it("gives the key to the very variants of a sheet", async () => {
    const { sectionId, instructor } = await newClass(0);
    const assignment = await neuronAssignment(sectionId);
    await db().$executeRaw`
      UPDATE assignment_items SET seed = NULL, params = NULL
      WHERE part_id IN (SELECT id FROM assignment_parts WHERE assignment_id = ${assignment}::uuid)`;
    await drawPapers(instructor.actor, { assignment, versions: 3 });
    const { papers } = await readPapers(instructor.actor, assignment, all);
    for (const { attemptId, items } of papers) {
      const { params } = await db().variant.findFirstOrThrow({ where: { attemptId } });
      const { w, x, b } = numbers.parse(params);
      const key = items[0]?.answers.find(({ step }) => step === "z");
      expect(Number(key?.tex)).toBeCloseTo(w * x + b, 9);
      expect(items[0]?.view.prompt).toContain(String(w));
    }
    expect(new Set(papers.map(({ items }) => items[0]?.view.prompt)).size).toBe(3);
  });

  it("has the sheets of students who have begun, by name, and of nobody else", async () => {
    const { sectionId, instructor, students: members } = await newClass(3);
    const assignment = await neuronAssignment(sectionId);
    const [zoe, adam] = members;
    if (!zoe || !adam) throw new Error("nobody is there");
    await db().enrollment.update({ where: { id: zoe.enrollmentId }, data: { name: "Zoe" } });
    await db().enrollment.update({ where: { id: adam.enrollmentId }, data: { name: "Adam" } });
    const begun = [await begin(adam, assignment), await begin(zoe, assignment)];
    const { papers, versions } = await readPapers(instructor.actor, assignment, students);
    expect(papers.map(({ name: whose, attemptId }) => [whose, attemptId])).toEqual([
      ["Adam", begun[0]?.attemptId],
      ["Zoe", begun[1]?.attemptId],
    ]);
    expect(versions).toBe(0);
  });

  it("is for who teaches and assists, and is not drawn from a draft", async () => {
    const { sectionId, assistant, students: members } = await newClass(1);
    const other = await newClass(0);
    const assignment = await neuronAssignment(sectionId);
    await drawPapers(assistant.actor, { assignment, versions: 1 });
    expect((await readPapers(assistant.actor, assignment, all)).papers).toHaveLength(1);
    for (const { actor } of [...members, other.instructor]) {
      await expect(readPapers(actor, assignment, all)).rejects.toMatchObject({ kind: "not-found" });
      await expect(drawPapers(actor, { assignment, versions: 2 })).rejects.toMatchObject({ kind: "not-found" });
    }
    const draft = await neuronAssignment(sectionId, { draft: true });
    await expect(drawPapers(assistant.actor, { assignment: draft, versions: 1 })).rejects.toMatchObject({
      kind: "closed",
    });
  });
});
