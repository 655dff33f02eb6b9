import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { handInAssignment } from "#lib/course/assignment/hand-in.ts";
import { compactOf } from "#lib/course/gradebook/compact.ts";
import { exportGradebook } from "#lib/course/gradebook/export.ts";
import { readGradebook } from "#lib/course/gradebook/read.ts";
import { readReport } from "#lib/course/gradebook/student.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { answer, begin, neuronAssignment, newClass } from "../assignment/class.ts";
import { neuron, newUser } from "../people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

describe.each(databases)("the gradebook on %s", (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  });
  afterAll(() => database.close());

  /** Two sheets of 10 points: Ada has the first right, Bo has not begun it, Cy is excused; the second is not due. */
  async function small() {
    const room = await newClass(3);
    const [ada, bo, cy] = room.students;
    if (!ada || !bo || !cy) throw new RangeError("a class of three");
    for (const [name, { enrollmentId }] of [
      ["Ada", ada],
      ["Bo", bo],
      ["Cy", cy],
    ] as const)
      await db().enrollment.update({ where: { id: enrollmentId }, data: { name, group: "A" } });
    const first = await neuronAssignment(room.sectionId, { opens: -2, due: 1 });
    const second = await neuronAssignment(room.sectionId, { opens: -2, due: 48 });
    const { variants, attemptId } = await begin(ada, first);
    await answer(ada, variants[0] ?? "", neuron.right);
    await handInAssignment(ada.actor, attemptId);
    await db().assignment.update({ where: { id: first }, data: { dueAt: new Date(Date.now() - 60_000) } });
    await db().accommodation.create({
      data: { sectionId: room.sectionId, enrollmentId: cy.enrollmentId, assignmentId: first, excused: true },
    });
    return { ...room, ada, bo, cy, first, second };
  }

  it("has points where work was handed in, 0 where it is missing, and nothing where it is excused or not due", async () => {
    const { assistant, sectionId, ada, bo, cy } = await small();
    const { columns, students } = compactOf(await readGradebook(assistant.actor, sectionId));
    expect(columns.map(({ possible, mean, median }) => [possible, mean, median])).toEqual([
      [10, 10, 10],
      [10, null, null],
    ]);
    expect(students.map(({ id, name, points, standing, percent }) => [id, name, points, standing, percent])).toEqual([
      [ada.enrollmentId, "Ada", [10, null], "cn", 100],
      [bo.enrollmentId, "Bo", [0, null], "mn", 0],
      [cy.enrollmentId, "Cy", [null, null], "xn", null],
    ]);
  });

  it("hands in and judges what is over before it is read", async () => {
    const { owner, sectionId, bo, second } = await small();
    const { attemptId, variants } = await begin(bo, second);
    await db().draft.create({ data: { userId: bo.actor.id, variantId: variants[0] ?? "", raw: neuron.right } });
    await db().attempt.update({ where: { id: attemptId }, data: { endsAt: new Date(Date.now() - 1000) } });
    const { students, unsettled } = await readGradebook(owner.actor, sectionId);
    expect(unsettled).toBe(0);
    expect(students[1]?.cells[1]).toMatchObject({ points: 10, state: "done" });
  });

  it("is not there for students and for strangers, and its files not for assistants", async () => {
    const { sectionId, students, assistant, bo } = await small();
    const other = await newClass(1);
    for (const actor of [students[0]?.actor, other.owner.actor, await newUser()]) {
      if (!actor) throw new RangeError("nobody");
      await expect(readGradebook(actor, sectionId)).rejects.toMatchObject({ kind: "not-found" });
      await expect(readReport(actor, sectionId, bo.enrollmentId)).rejects.toMatchObject({ kind: "not-found" });
      await expect(exportGradebook(actor, sectionId, "csv")).rejects.toMatchObject({ kind: "not-found" });
    }
    await expect(exportGradebook(assistant.actor, sectionId, "csv")).rejects.toMatchObject({ kind: "not-found" });
    const theirs = other.students[0]?.enrollmentId ?? "";
    await expect(readReport(assistant.actor, sectionId, theirs)).rejects.toMatchObject({ kind: "not-found" });
  });

  it("exports what the page shows", async () => {
    const { owner, sectionId } = await small();
    const { content } = await exportGradebook(owner.actor, sectionId, "csv");
    const rows = Papa.parse<string[]>(String(content).slice(1).trim()).data;
    expect(rows.slice(1).map((row) => [row[0], row[4], row[5], row.at(-1)])).toEqual([
      ["Ada", "10", "", "100"],
      ["Bo", "0", "", "0"],
      ["Cy", "excused", "", ""],
    ]);
  });

  it("tells a student nothing of points that are withheld, and who teaches all", async () => {
    const { owner, sectionId, students } = await newClass(1);
    const [ada] = students;
    if (!ada) throw new RangeError("nobody");
    const exam = await neuronAssignment(sectionId, { mode: "exam", opens: -2, due: 1 });
    const { variants, attemptId } = await begin(ada, exam);
    await db().draft.create({ data: { userId: ada.actor.id, variantId: variants[0] ?? "", raw: neuron.right } });
    const lineOf = async (actor: typeof ada.actor, whose: string) =>
      (await readReport(actor, sectionId, whose)).categories[0]?.lines[0];
    expect(await lineOf(ada.actor, "mine")).toMatchObject({ standing: "under way", points: null });
    await handInAssignment(ada.actor, attemptId);
    expect(await lineOf(ada.actor, "mine")).toMatchObject({ standing: "untold", points: null, percent: null });
    expect(await lineOf(owner.actor, ada.enrollmentId)).toMatchObject({ standing: "counts", points: 10 });
    const { students: seen } = compactOf(await readGradebook(owner.actor, sectionId));
    expect(seen[0]?.flags).toBe("8");
  });
});
