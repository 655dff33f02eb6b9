import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readAnalysis } from "#lib/course/analysis/read.ts";
import { handInAssignment } from "#lib/course/assignment/hand-in.ts";
import { startPreview } from "#lib/course/assignment/start.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { answer, begin, neuronAssignment, newClass, type Student } from "../assignment/class.ts";
import { neuron } from "../people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const off = { z: "1000", a: "1000", L: "1000" };

describe.each(databases)("item analysis on %s", (kind) => {
  let database: TestDatabase;
  let made: Awaited<ReturnType<typeof newClass>>;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
    made = await newClass(6);
  }, 120_000);
  afterAll(() => database?.close());

  /** Answers the items one after another, each with what is given for it in turn, and hands in. */
  async function take(student: Student, assignment: string, given: readonly Record<string, string>[][]) {
    const { attemptId, variants } = await begin(student, assignment);
    for (const [i, raws] of given.entries()) for (const raw of raws) await answer(student, variants[i] ?? "", raw);
    await handInAssignment(student.actor, attemptId);
  }

  it("counts first tries of those who are done, by hand, and leaves out previews, the unfinished and the excused", async () => {
    const { sectionId, owner, students } = made;
    const assignment = await neuronAssignment(sectionId, { items: 2, points: 10, config: { tries: 3 } });
    const [anna, ben, cleo, dan, eve, fay] = students;
    if (!anna || !ben || !cleo || !dan || !eve || !fay) throw new Error("there are six");
    await take(anna, assignment, [[neuron.right], [neuron.biasDropped, neuron.right]]);
    // A part of three is wrong by the dropped bias, and the rest follows from it: 2/3.
    await take(ben, assignment, [[neuron.biasDropped, neuron.right], [off]]);
    await take(cleo, assignment, [[off, off, neuron.right], [neuron.right]]);
    await take(dan, assignment, [[], [neuron.right]]);
    // Under way.
    const { variants } = await begin(eve, assignment);
    await answer(eve, variants[0] ?? "", neuron.right);
    const { id: first = "", partId = "" } =
      (await db().assignmentItem.findFirst({
        where: { part: { assignmentId: assignment, position: 1 } },
      })) ?? {};
    expect(partId).not.toBe("");
    const excused = { sectionId, enrollmentId: fay.enrollmentId, assignmentId: assignment, excusedItems: [first] };
    await db().accommodation.create({ data: excused });
    await take(fay, assignment, [[neuron.right], [neuron.right]]);
    const { attemptId } = await startPreview(owner.actor, assignment);
    await handInAssignment(owner.actor, attemptId);

    const analysis = await readAnalysis(owner.actor, assignment);
    expect(analysis).toMatchObject({ finished: 5, underWay: 1 });
    const [one, two] = analysis.items;
    // Item 1: anna 1, ben 2/3, cleo 0; dan made no try; fay is excused.
    expect(one?.students).toBe(4);
    expect(one?.difficulty.value).toMatchObject({ right: { count: 1, of: 3 }, untried: 1 });
    expect(one?.difficulty.value?.mean).toBeCloseTo((1 + 2 / 3 + 0) / 3, 12);
    expect(one?.tries.value?.rows.map(({ used, right }) => [used, right.count, right.of])).toEqual([
      [1, 1, 3],
      [1, 1, 2],
      [1, 1, 1],
    ]);
    expect(one?.mistakes.rows.map(({ first: share }) => [share.count, share.of])).toEqual([[1, 2]]);
    expect(Object.values(one?.says ?? {}).join()).toMatch(/bias/);
    // Item 2: anna 2/3, ben 0, cleo 1, dan 1, fay 1.
    expect(two?.difficulty.value?.right).toMatchObject({ count: 3, of: 5 });
    expect(two?.tries.value?.neverRight).toMatchObject({ count: 1, of: 5 });
    expect(two?.time.value).toMatchObject({ median: 30, students: 5 });
    expect(one?.discrimination.why).toBe("fewer than 10 students");
    expect(analysis.reliability.why).toBe("fewer than 10 students");
    // Of 20: anna 20, ben 10, cleo 20, dan 10; of 10: fay 10.
    expect(analysis.totals.value).toMatchObject({ students: 5, mean: 0.8 });
  });

  it("does not offer over pools what rests on the sum", async () => {
    const { sectionId, owner, students } = made;
    const assignment = await neuronAssignment(sectionId, { items: 2 });
    const parts = await db().assignmentPart.findMany({
      where: { assignmentId: assignment },
      orderBy: { position: "asc" },
    });
    await db().assignmentItem.updateMany({
      where: { partId: parts[1]?.id ?? "" },
      data: { partId: parts[0]?.id ?? "", position: 2 },
    });
    await db().assignmentPart.delete({ where: { id: parts[1]?.id ?? "" } });
    const [anna] = students;
    if (anna) await take(anna, assignment, [[neuron.right]]);
    const { items, reliability } = await readAnalysis(owner.actor, assignment);
    expect(items.map(({ pooled, discrimination }) => [pooled, discrimination.why])).toEqual([
      [true, "not offered over pools"],
      [true, "not offered over pools"],
    ]);
    expect(reliability.why).toBe("fewer than 2 items");
  });

  it("is for who teaches the section, and for nobody else", async () => {
    const { sectionId, assistant, students } = made;
    const assignment = await neuronAssignment(sectionId);
    expect(await readAnalysis(assistant.actor, assignment)).toMatchObject({ finished: 0, underWay: 0 });
    const other = await newClass(1);
    for (const { actor } of [students[0], other.owner].flatMap((one) => one ?? []))
      await expect(readAnalysis(actor, assignment)).rejects.toThrow(/no such thing/);
  });
});
