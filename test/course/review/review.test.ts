import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { handInAssignment } from "#lib/course/assignment/hand-in.ts";
import { releaseAssignment } from "#lib/course/assignment/release.ts";
import { readMyAssignment } from "#lib/course/assignment/sitting.ts";
import { startPreview } from "#lib/course/assignment/start.ts";
import { whyMark } from "#lib/course/assignment/why.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { readAnswers } from "#lib/course/review/answers.ts";
import { award } from "#lib/course/review/award.ts";
import { markBroken, takeBackBroken } from "#lib/course/review/faults.ts";
import { readItemMarks } from "#lib/course/review/marks.ts";
import { overrideScore, takeBackOverride } from "#lib/course/review/override.ts";
import { clearScore, comment, setScore } from "#lib/course/review/set-score.ts";
import { readWorkList } from "#lib/course/review/students.ts";
import { readWork } from "#lib/course/review/work.ts";
import { readAudit } from "#lib/course/section/audit.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { answer, begin, gradeOf, neuronAssignment, newClass, type Student } from "../assignment/class.ts";
import { neuron } from "../people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

/** z, a and L all far off. */
const off = { z: "1000", a: "1000", L: "1000" };

describe.each(databases)("review on %s", (kind) => {
  let database: TestDatabase;
  let made: Awaited<ReturnType<typeof newClass>>;
  let sectionId: string;
  let owner: Student;
  let assistant: Student;
  let anna: Student;
  let ben: Student;
  let cleo: Student;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    made = await newClass(3);
    const [first, second, third] = made.students;
    if (!first || !second || !third) throw new Error("there are three");
    ({ sectionId, owner, assistant } = made);
    [anna, ben, cleo] = [first, second, third];
  }, 120_000);
  afterAll(() => database?.close());

  /** An answer to the first item, and what it needs to be graded. */
  async function answered(student: Student, assignment: string, raw: Record<string, string>) {
    const { attemptId, variants } = await begin(student, assignment);
    await answer(student, variants[0] ?? "", raw);
    const { id } = await db().submission.findFirstOrThrow({
      where: { variantId: variants[0] ?? "" },
      orderBy: { sequence: "desc" },
    });
    return { attemptId, submission: id };
  }
  const audited = async () => (await readAudit(owner.actor, sectionId)).map(({ says }) => says);

  it("sets what an answer is worth, once for two clicks, keeps the judgement, and takes it back", async () => {
    const assignment = await neuronAssignment(sectionId, { points: 8 });
    const { attemptId, submission } = await answered(anna, assignment, off);
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 0 });
    const form = { submission, after: 1, score: 0.75, reason: "The idea is right." };
    await Promise.all([overrideScore(assistant.actor, form), overrideScore(assistant.actor, form)]);
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 6, possible: 8 });
    const receipts = await db().receipt.findMany({ where: { submissionId: submission }, orderBy: { sequence: "asc" } });
    expect(receipts.map(({ score, byUserId }) => [score, byUserId])).toEqual([
      [0, null],
      [0.75, assistant.actor.id],
    ]);
    expect(receipts[1]?.receipt).toEqual(receipts[0]?.receipt);
    expect((await whyMark(attemptId, 1)).join(" ")).toContain("Who teaches has set it to 75 %: The idea is right.");
    expect(await audited()).toContainEqual(
      expect.stringMatching(/set item 1 of .* in “First sheet”: 0 % before, 75 % now/),
    );

    const late = { submission, after: 1, score: 0.5, reason: "Another opinion." };
    await expect(overrideScore(owner.actor, late)).rejects.toThrow(/graded this answer since/);
    await takeBackOverride(owner.actor, { submission, after: 2 });
    await takeBackOverride(owner.actor, { submission, after: 2 });
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 0 });
    expect(await db().receipt.count({ where: { submissionId: submission } })).toBe(3);
    const { items } = await readWork(owner.actor, assignment, attemptId);
    const [given] = items[0]?.rounds[0]?.answers ?? [];
    expect(given).toMatchObject({ raw: off, score: 0, overridden: false, sequence: 3, number: 1, seconds: 30 });
    expect(given?.judgedAgain).toHaveLength(2);
    expect(given?.receipt.steps[0]).toMatchObject({ verdict: "wrong", reference: { text: expect.any(String) } });
  });

  it("sets the score of an item that was left blank, and of the whole, and the latest counts until it is taken back", async () => {
    const assignment = await neuronAssignment(sectionId, { items: 2, points: 10 });
    const { attemptId } = await answered(ben, assignment, neuron.right);
    const place = { assignment, enrollment: ben.enrollmentId };
    const item = { ...place, position: 2, key: crypto.randomUUID(), score: 0.3, reason: "Done on paper." };
    await Promise.all([setScore(owner.actor, item), setScore(owner.actor, item)]);
    expect(await gradeOf(assignment, ben)).toMatchObject({ points: 13, possible: 20 });
    expect(await db().gradeChange.count({ where: { assignmentId: assignment } })).toBe(1);
    expect(await whyMark(attemptId, 2)).toEqual([
      "Who teaches has set it to 30 %, that is 3 of 10 points: Done on paper.",
    ]);
    await setScore(owner.actor, { ...item, key: crypto.randomUUID(), score: 0.5 });
    expect(await gradeOf(assignment, ben)).toMatchObject({ points: 15 });
    await expect(setScore(owner.actor, { ...item, score: 0.9 }), "one form, another score").rejects.toThrow(
      /reached us/,
    );
    const whole = { ...place, position: null, key: crypto.randomUUID(), score: 0.9, reason: "An oral exam." };
    await setScore(owner.actor, whole);
    expect(await gradeOf(assignment, ben)).toMatchObject({ points: 18, overridden: true });
    expect((await readMyAssignment(ben.actor, assignment)).attempt?.comments).toEqual(["An oral exam."]);
    await clearScore(owner.actor, { ...place, position: null, key: crypto.randomUUID() });
    await clearScore(owner.actor, { ...place, position: null, key: crypto.randomUUID() });
    await clearScore(owner.actor, { ...place, position: 2, key: crypto.randomUUID() });
    expect(await gradeOf(assignment, ben)).toMatchObject({ points: 10, overridden: false });
    expect((await readMyAssignment(ben.actor, assignment)).attempt?.comments).toEqual([]);
    await expect(setScore(owner.actor, { ...item, key: crypto.randomUUID(), position: 3 })).rejects.toThrow(/no such/);
  });

  it("gives points to a student who has begun nothing", async () => {
    const assignment = await neuronAssignment(sectionId, { items: 2, points: 10 });
    const { enrollmentId: enrollment } = cleo;
    const form = { assignment, enrollment, position: null, key: crypto.randomUUID(), score: 0.25, reason: "Was ill." };
    await setScore(owner.actor, form);
    expect(await gradeOf(assignment, cleo)).toMatchObject({ points: 5, possible: 20, startedAt: null });
  });

  it("tells a comment when verdicts are told, and not before", async () => {
    const assignment = await neuronAssignment(sectionId, { mode: "exam" });
    const { attemptId, variants } = await begin(anna, assignment);
    await saveDraft(anna.actor, { variantId: variants[0] ?? "", raw: neuron.right });
    await handInAssignment(anna.actor, attemptId);
    const place = { assignment, enrollment: anna.enrollmentId };
    const key = crypto.randomUUID();
    for (let i = 0; i < 2; i++)
      await comment(assistant.actor, { ...place, position: null, key, says: "Nicely set out." });
    await comment(assistant.actor, { ...place, position: 1, key: crypto.randomUUID(), says: "Mind the units." });
    const comments = async () => (await readMyAssignment(anna.actor, assignment)).attempt?.comments;
    expect(await comments()).toEqual([]);
    await releaseAssignment(owner.actor, assignment);
    expect(await comments()).toEqual(["Nicely set out."]);
    expect(await whyMark(attemptId, 1)).toContain("Who teaches says: Mind the units.");
  });

  it("groups the answers of all, and gives one score to a group: to all of it, and to nobody else", async () => {
    const assignment = await neuronAssignment(sectionId, { points: 10 });
    const annas = await answered(anna, assignment, neuron.biasDropped);
    await answered(ben, assignment, neuron.biasDropped);
    await answered(cleo, assignment, off);
    const seen = await readAnswers(assistant.actor, assignment);
    const [first, ...rest] = seen?.groups ?? [];
    expect(first).toMatchObject({ kind: "malrule", students: 2, answers: 2, overridden: 0 });
    expect(rest).toMatchObject([{ students: 1 }]);
    expect(first?.examples.map(({ attempt }) => attempt)).toContain(annas.attemptId);
    const form = { assignment, item: seen?.item.id ?? "", score: 0.5, reason: "The text was misleading." };
    const group = { ...form, group: first?.key ?? "", seen: first?.seen ?? "" };
    expect(await award(assistant.actor, group)).toEqual({ set: 2, better: 0 });
    await expect(award(assistant.actor, group)).rejects.toThrow(/have changed/);
    const points = async (student: Student) => (await gradeOf(assignment, student))?.points;
    expect([await points(anna), await points(ben), await points(cleo)]).toEqual([5, 5, 0]);
    expect(await audited()).toContain("gave 50 % to 2 answers in “First sheet”");
  });

  it("never takes a better answer from anybody by one score for a group", async () => {
    const assignment = await neuronAssignment(sectionId, { points: 10 });
    const { attemptId, variants } = await begin(anna, assignment);
    await answer(anna, variants[0] ?? "", neuron.biasDropped);
    await answer(anna, variants[0] ?? "", neuron.right);
    await answered(ben, assignment, neuron.biasDropped);
    const seen = await readAnswers(assistant.actor, assignment);
    const group = seen?.groups.find(({ kind: of }) => of === "malrule");
    const form = { assignment, item: seen?.item.id ?? "", score: 0.9, reason: "A kind word." };
    expect(await award(assistant.actor, { ...form, group: group?.key ?? "", seen: group?.seen ?? "" })).toEqual({
      set: 1,
      better: 1,
    });
    expect([await gradeOf(assignment, anna), await gradeOf(assignment, ben)]).toMatchObject([
      { points: 10 },
      { points: 9 },
    ]);
    expect(
      await db().receipt.count({ where: { submission: { variant: { attemptId } }, byUserId: { not: null } } }),
    ).toBe(0);
  });

  it("takes a score back to what the terms of now make of the answer", async () => {
    const assignment = await neuronAssignment(sectionId, { points: 9 });
    // z is 2 % off: one of three parts, until 5 % are allowed.
    const { submission } = await answered(anna, assignment, { ...neuron.right, z: "1.122" });
    expect((await gradeOf(assignment, anna))?.points).toBeCloseTo(6, 9);
    await overrideScore(owner.actor, { submission, after: 1, score: 0.5, reason: "Half." });
    const rules = { z: { within: { abs: 0, rel: 0.05 } } };
    await db().assignmentItem.updateMany({ where: { part: { assignmentId: assignment } }, data: { rules } });
    await takeBackOverride(owner.actor, { submission, after: 2 });
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 9 });
    const [latest] = await db().receipt.findMany({
      where: { submissionId: submission },
      orderBy: { sequence: "desc" },
    });
    expect(latest).toMatchObject({ verdict: "right", score: 1, byUserId: null });
  });

  it("counts a broken item in full for all, or for nobody, and one variant for its student alone", async () => {
    const assignment = await neuronAssignment(sectionId, { items: 2, points: 10 });
    const { attemptId } = await answered(anna, assignment, neuron.right);
    await answered(ben, assignment, off);
    const [, second] = await db().variant.findMany({ where: { attemptId }, orderBy: { position: "asc" } });
    const place = { assignment, item: second?.itemId ?? "" };
    await markBroken(owner.actor, { ...place, variant: null, policy: "full", reason: "A sign is missing." });
    expect([await gradeOf(assignment, anna), await gradeOf(assignment, ben)]).toMatchObject([
      { points: 20 },
      { points: 10 },
    ]);
    expect((await whyMark(attemptId, 2)).join()).toContain("A sign is missing.");
    const dropped = { ...place, variant: null, policy: "dropped" as const, reason: "A sign is missing." };
    await Promise.all([markBroken(owner.actor, dropped), markBroken(owner.actor, dropped)]);
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 10, possible: 10 });
    const { id } = await db().fault.findFirstOrThrow({ where: { assignmentId: assignment } });
    await takeBackBroken(owner.actor, { assignment, fault: id });
    await takeBackBroken(owner.actor, { assignment, fault: id });
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 10, possible: 20 });
    await markBroken(owner.actor, {
      ...place,
      variant: second?.id ?? "",
      policy: "full",
      reason: "Its figure is empty.",
    });
    expect([await gradeOf(assignment, anna), await gradeOf(assignment, ben)]).toMatchObject([
      { points: 20 },
      { points: 0 },
    ]);
    const bens = await db().attempt.findFirstOrThrow({ where: { assignmentId: assignment, userId: ben.actor.id } });
    expect((await whyMark(bens.id, 2)).join()).not.toContain("figure");
  });

  it("lists who has begun, by name, and an item’s marks, the lowest first; and leaves previews out", async () => {
    const assignment = await neuronAssignment(sectionId, { points: 10 });
    await db().enrollment.update({ where: { id: ben.enrollmentId }, data: { name: "Aaron" } });
    await db().enrollment.update({ where: { id: anna.enrollmentId }, data: { name: "Zoe" } });
    await answered(anna, assignment, off);
    await answered(ben, assignment, neuron.right);
    const { attemptId: preview } = await startPreview(owner.actor, assignment);
    const list = await readWorkList(assistant.actor, assignment);
    expect(list.map(({ student, points, undecided }) => [student, points, undecided])).toEqual([
      ["Aaron", 10, 0],
      ["Zoe", 0, 0],
    ]);
    const [first, second] = list;
    const work = await readWork(assistant.actor, assignment, first?.attempt ?? "");
    expect(work).toMatchObject({ student: "Aaron", previous: null, next: second?.attempt });
    const marks = await readItemMarks(assistant.actor, assignment, { item: undefined, order: "score" });
    expect(marks?.marks.map(({ score }) => score)).toEqual([0, 1]);
    await expect(readWork(owner.actor, assignment, preview)).rejects.toThrow(/no such thing/);
  });

  it("is not there for students and other sections; assistants grade, and only teachers mark items broken", async () => {
    const assignment = await neuronAssignment(sectionId);
    const { attemptId, submission } = await answered(anna, assignment, off);
    const other = await newClass(1);
    const item = (await readAnswers(owner.actor, assignment))?.item.id ?? "";
    const place = { assignment, enrollment: anna.enrollmentId, position: null, key: crypto.randomUUID() };
    for (const { actor } of [anna, other.owner]) {
      for (const attempted of [
        () => readWork(actor, assignment, attemptId),
        () => readWorkList(actor, assignment),
        () => readAnswers(actor, assignment),
        () => readItemMarks(actor, assignment, { item: undefined, order: "name" }),
        () => overrideScore(actor, { submission, after: 1, score: 1, reason: "Please." }),
        () => takeBackOverride(actor, { submission, after: 1 }),
        () => setScore(actor, { ...place, score: 1, reason: "Please." }),
        () => comment(actor, { ...place, says: "Please." }),
        () => award(actor, { assignment, item, group: "", seen: "", score: 1, reason: "Please." }),
      ])
        await expect(attempted()).rejects.toThrow(/no such thing/);
    }
    for (const { actor } of [anna, other.owner, assistant])
      await expect(
        markBroken(actor, { assignment, item, variant: null, policy: "full", reason: "Please." }),
      ).rejects.toThrow(/no such thing/);
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 0 });
  });
});
