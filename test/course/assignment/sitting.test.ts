import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { handInAssignment, settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { learnTold } from "#lib/course/assignment/learn-told.ts";
import { leaveItem, nextRound } from "#lib/course/assignment/next.ts";
import { releaseAssignment } from "#lib/course/assignment/release.ts";
import { reschedule } from "#lib/course/assignment/reschedule.ts";
import { currentPosition, readItem, readMyAssignment, triesAt } from "#lib/course/assignment/sitting.ts";
import { whyMark } from "#lib/course/assignment/why.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { historyOf } from "#lib/course/progress-history.ts";
import { db, transaction } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { neuron } from "../people.ts";
import { answer, begin, gradeOf, neuronAssignment, newClass, type Student } from "./class.ts";

vi.stubEnv("LOG_LEVEL", "silent");

describe.each(databases)("taking an assignment on %s", (kind) => {
  let database: TestDatabase;
  let sectionId: string;
  let owner: Student;
  let anna: Student;
  let ben: Student;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    const made = await newClass(2);
    const [first, second] = made.students;
    if (!first || !second) throw new Error("there are two");
    [sectionId, owner, anna, ben] = [made.sectionId, made.owner, first, second];
  }, 120_000);
  afterAll(() => database?.close());

  it("gives a new variant for another try, once for each try, and none when they are used up", async () => {
    const assignment = await neuronAssignment(sectionId, {
      config: { freshOnRetry: true, tries: 2, tryPenalty: 0.5 },
    });
    // Variants of one's own: the example's numbers are for everybody.
    await db().$executeRaw`
      UPDATE assignment_items SET seed = NULL, params = NULL WHERE part_id IN (
        SELECT id FROM assignment_parts WHERE assignment_id = ${assignment}::uuid)`;
    const { attemptId, variants } = await begin(anna, assignment);
    const place = { attempt: attemptId, position: 1 };
    await nextRound(anna.actor, place);
    expect((await readItem(anna.actor, place))?.round, "while the first is open").toBe(1);
    await answer(anna, variants[0] ?? "", { z: "1000", a: "1000", L: "1000" });
    await Promise.all([nextRound(anna.actor, place), nextRound(anna.actor, place)]);
    const second = await readItem(anna.actor, place);
    expect(second?.round).toBe(2);
    const id = second?.practice.variantId ?? "";
    const [one, other] = await db().variant.findMany({ where: { attemptId }, orderBy: { round: "asc" } });
    expect(one?.params).not.toEqual(other?.params);
    await expect(nextRound(ben.actor, place)).rejects.toThrow(/no such thing/);
    await answer(anna, id, { z: "1000", a: "1000", L: "1000" });
    expect(await triesAt(attemptId, 1)).toBe(2);
    await expect(nextRound(anna.actor, place)).rejects.toThrow(/no other try/);
  });

  it("lets nobody back to an item that was left, where they come one by one", async () => {
    const assignment = await neuronAssignment(sectionId, {
      mode: "exam",
      items: 2,
      config: { navigation: "one by one" },
    });
    const { attemptId, variants } = await begin(anna, assignment);
    const [first = "", second = ""] = variants;
    expect(await currentPosition(attemptId)).toBe(1);
    await leaveItem(anna.actor, { attempt: attemptId, position: 2 });
    expect(await currentPosition(attemptId), "an item that is not the next cannot be left").toBe(1);
    await saveDraft(anna.actor, { variantId: first, raw: neuron.right });
    await leaveItem(anna.actor, { attempt: attemptId, position: 1 });
    await leaveItem(anna.actor, { attempt: attemptId, position: 1 });
    expect(await currentPosition(attemptId)).toBe(2);
    await expect(saveDraft(anna.actor, { variantId: first, raw: neuron.wrong })).rejects.toThrow(/closed/);
    await expect(leaveItem(ben.actor, { attempt: attemptId, position: 2 })).rejects.toThrow(/no such thing/);
    await saveDraft(anna.actor, { variantId: second, raw: neuron.wrong });
    await handInAssignment(anna.actor, attemptId);
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 10, possible: 20, answered: 2 });
  });

  it("goes on after more time with what was not reached, and not where the verdicts were told", async () => {
    const config = { navigation: "one by one", minutes: 60 } as const;
    const assignment = await neuronAssignment(sectionId, { mode: "exam", items: 2, due: 5, config });
    const { attemptId } = await begin(ben, assignment);
    await db().$executeRaw`UPDATE assignments SET due_at = now() - interval '1 hour' WHERE id = ${assignment}::uuid`;
    const dueIn = async (ms: number) => {
      const where = { assignmentId_enrollmentId: { assignmentId: assignment, enrollmentId: ben.enrollmentId } };
      const dueAt = new Date(Date.now() + ms);
      const data = { sectionId, enrollmentId: ben.enrollmentId, assignmentId: assignment, dueAt };
      await db().accommodation.upsert({ where, create: data, update: { dueAt } });
      await transaction((tx) => reschedule(tx, assignment));
      if (ms < 1000) await new Promise((done) => setTimeout(done, 2 * ms));
      await settleAssignments({ userId: ben.actor.id });
    };
    await leaveItem(ben.actor, { attempt: attemptId, position: 1 });
    await dueIn(100);
    expect(await currentPosition(attemptId)).toBeNull();
    await dueIn(60_000);
    expect(await currentPosition(attemptId)).toBe(2);
    await dueIn(100);
    await releaseAssignment(owner.actor, assignment);
    await dueIn(120_000);
    expect(await currentPosition(attemptId)).toBeNull();
    expect((await readMyAssignment(ben.actor, assignment)).attempt).toMatchObject({ over: true, tells: true });
  });

  it("tells and teaches nothing of an exam before its release, and teaches it once after", async () => {
    const assignment = await neuronAssignment(sectionId, { mode: "exam" });
    const { attemptId, variants } = await begin(ben, assignment);
    await saveDraft(ben.actor, { variantId: variants[0] ?? "", raw: neuron.right });
    await handInAssignment(ben.actor, attemptId);
    const triesOf = async () => {
      const { _sum } = await db().skillState.aggregate({ where: { userId: ben.actor.id }, _sum: { tries: true } });
      return _sum.tries ?? 0;
    };
    const before = await readMyAssignment(ben.actor, assignment);
    expect(before.attempt).toMatchObject({ over: true, tells: false, marks: [], earned: null });
    expect(JSON.stringify(before)).not.toContain('"score"');
    expect(await triesOf()).toBe(0);
    expect((await historyOf(ben.actor, {})).answers).toEqual([]);
    await releaseAssignment(owner.actor, assignment);
    const after = await readMyAssignment(ben.actor, assignment);
    expect(after.attempt).toMatchObject({ tells: true, earned: { points: 10, possible: 10 } });
    const learned = await triesOf();
    expect(learned).toBeGreaterThan(0);
    await learnTold(ben.actor.id);
    expect(await triesOf()).toBe(learned);
    expect((await historyOf(ben.actor, {})).answers).toHaveLength(1);
  });

  it("explains the mark: the answer that counts, its tries and its lateness", async () => {
    const assignment = await neuronAssignment(sectionId, {
      opens: -30,
      due: -1,
      lateUntil: 5,
      config: { tryPenalty: 0.25, tries: 3 },
    });
    const { attemptId, variants } = await begin(anna, assignment);
    await answer(anna, variants[0] ?? "", neuron.wrong);
    await answer(anna, variants[0] ?? "", neuron.right);
    // 10 · 0.75 for the second try · 0.9 for the first day.
    expect(await whyMark(attemptId, 1)).toEqual([
      "Of your 2 answers number 2 is worth most, and counts.",
      "It was judged 100 %.",
      "As try 2 it counts 75 %.",
      "It came a day late, and counts 90 %.",
      "That makes 6.75 of 10 points.",
    ]);
    expect((await gradeOf(assignment, anna))?.points).toBeCloseTo(6.75, 9);
  });

  it("takes nothing from whoever has left the section", async () => {
    const { sectionId: other, students } = await newClass(1);
    const [student] = students;
    if (!student) throw new Error("there is one");
    const assignment = await neuronAssignment(other);
    const { variants } = await begin(student, assignment);
    await db().enrollment.update({ where: { id: student.enrollmentId }, data: { leftAt: new Date() } });
    expect(await answer(student, variants[0] ?? "", neuron.right)).toEqual({ outcome: "closed", reason: "over" });
    await expect(readMyAssignment(student.actor, assignment)).rejects.toThrow(/no such thing/);
  });
});
