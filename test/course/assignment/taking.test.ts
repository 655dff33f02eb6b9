import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { defaultsOf } from "#lib/course/assignment/config.ts";
import { handInAssignment, settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { publishAssignment, unpublishAssignment } from "#lib/course/assignment/publish.ts";
import { releaseAssignment } from "#lib/course/assignment/release.ts";
import { reschedule } from "#lib/course/assignment/reschedule.ts";
import { startAssignment, startPreview } from "#lib/course/assignment/start.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { readStanding } from "#lib/course/standing.ts";
import { db, transaction } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../../db/harness.ts";
import { neuron } from "../people.ts";
import { answer, begin, gradeOf, neuronAssignment, newClass, type Student, variantsOf } from "./class.ts";

vi.stubEnv("LOG_LEVEL", "silent");

describe.each(databases)("assignments on %s", (kind) => {
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

  it("begin once, however often and from wherever they are begun", async () => {
    const assignment = await neuronAssignment(sectionId, { items: 3 });
    const begun = await Promise.all([1, 2, 3].map(() => startAssignment(anna.actor, { assignment })));
    expect(new Set(begun.map(({ attemptId }) => attemptId)).size).toBe(1);
    expect(await variantsOf(begun[0]?.attemptId ?? "")).toHaveLength(3);
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 0, possible: 30, answered: 0, items: 3 });
  });

  it("cannot be begun by others, before they open, after they close, as drafts, or without their password", async () => {
    const stranger = (await newClass(1)).students[0];
    const open = await neuronAssignment(sectionId);
    await expect(startAssignment(stranger?.actor ?? anna.actor, { assignment: open })).rejects.toThrow(/no such thing/);
    await expect(startAssignment(owner.actor, { assignment: open })).rejects.toThrow(/no such thing/);
    const early = await neuronAssignment(sectionId, { opens: 1, due: 2 });
    await expect(begin(anna, early)).rejects.toThrow(/not open yet/);
    const late = await neuronAssignment(sectionId, { due: -1 });
    await expect(begin(anna, late)).rejects.toThrow(/has closed/);
    const draft = await neuronAssignment(sectionId, { draft: true });
    await expect(begin(anna, draft)).rejects.toThrow(/no such thing/);
    const locked = await neuronAssignment(sectionId, { password: "ridge" });
    await expect(begin(anna, locked)).rejects.toThrow(/not the password/);
    await expect(startAssignment(anna.actor, { assignment: locked, password: " ridge " })).resolves.toBeDefined();
  });

  it("take a tenth off for the second try, and give the points of the item to the best answer", async () => {
    const assignment = await neuronAssignment(sectionId, { config: { tries: 3, tryPenalty: 0.1 }, points: 20 });
    const { variants } = await begin(anna, assignment);
    await answer(anna, variants[0] ?? "", neuron.wrong);
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 0, answered: 1 });
    await answer(anna, variants[0] ?? "", neuron.right);
    expect((await gradeOf(assignment, anna))?.points).toBeCloseTo(18, 9);
  });

  it("take no more than the tries there are", async () => {
    const assignment = await neuronAssignment(sectionId, { config: { tries: 2 } });
    const { variants } = await begin(anna, assignment);
    const [variant = ""] = variants;
    await answer(anna, variant, neuron.wrong);
    await answer(anna, variant, neuron.wrong);
    expect(await answer(anna, variant, neuron.right)).toEqual({ outcome: "closed", reason: "done" });
    expect((await gradeOf(assignment, anna))?.points).toBe(0);
  });

  it("count a late answer less, by the days since the due date that are begun", async () => {
    const assignment = await neuronAssignment(sectionId, { opens: -50, due: -25, lateUntil: 10 });
    const { variants } = await begin(anna, assignment);
    await answer(anna, variants[0] ?? "", neuron.right);
    // 25 hours are two begun days of 10 % each.
    const grade = await gradeOf(assignment, anna);
    expect(grade?.points).toBeCloseTo(8, 9);
    expect(grade?.late).toBe(true);
  });

  it("tell nothing before the release where they wait for it, and everything after", async () => {
    const assignment = await neuronAssignment(sectionId, { mode: "exam", items: 2 });
    const { attemptId, variants } = await begin(anna, assignment);
    const [first = "", second = ""] = variants;
    expect(await answer(anna, first, neuron.right).catch((error: Error) => error.message)).toMatch(
      /together with the rest/,
    );
    await saveDraft(anna.actor, { variantId: first, raw: neuron.right });
    await handInAssignment(anna.actor, attemptId);
    await handInAssignment(anna.actor, attemptId);
    expect(await readStanding(first)).toMatchObject({ tells: false, right: false, solution: null });
    await releaseAssignment(owner.actor, assignment);
    expect(await readStanding(first)).toMatchObject({ tells: true, right: true });
    expect((await readStanding(second))?.solution).not.toBeNull();
    expect(await gradeOf(assignment, anna)).toMatchObject({ points: 10, possible: 20, answered: 1 });
  });

  it("hand in what is typed when the time runs out, and go on where somebody is given more", async () => {
    const assignment = await neuronAssignment(sectionId, { mode: "quiz", due: 5, config: { minutes: 60 } });
    const { attemptId, variants } = await begin(ben, assignment);
    const [variant = ""] = variants;
    await saveDraft(ben.actor, { variantId: variant, raw: neuron.right });
    // The time limit is taken down to what has passed.
    await db().$executeRaw`UPDATE attempts SET ends_at = clock_timestamp() WHERE id = ${attemptId}::uuid`;
    await settleAssignments({ userId: ben.actor.id });
    expect(await gradeOf(assignment, ben)).toMatchObject({ points: 10, answered: 1 });
    await db().accommodation.create({
      data: { sectionId, enrollmentId: ben.enrollmentId, assignmentId: assignment, timeFactor: 1.5 },
    });
    await transaction((tx) => reschedule(tx, assignment));
    const attempt = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } });
    expect(attempt.finishedAt).toBeNull();
    expect((attempt.endsAt?.getTime() ?? 0) - attempt.startedAt.getTime()).toBe(90 * 60_000);
    await saveDraft(ben.actor, { variantId: variant, raw: neuron.wrong });
    await handInAssignment(ben.actor, attemptId);
    // The better answer counts.
    expect(await gradeOf(assignment, ben)).toMatchObject({ points: 10, answered: 1 });
  });

  it("give each student as many of a pool as it says, of versions that were pinned", async () => {
    const { id } = await db().assignment.create({
      data: { sectionId, title: "A pool", mode: "homework", config: defaultsOf.homework },
    });
    const part = await db().assignmentPart.create({ data: { assignmentId: id, position: 1, points: 2, pick: 2 } });
    const exercises = ["activations/relu", "activations/sigmoid", neuron.exercise, "activations/tanh"];
    await db().assignmentItem.createMany({
      data: exercises.map((exerciseId, i) => ({ partId: part.id, position: i + 1, exerciseId, level: 1 })),
    });
    const known = await db().assignmentItem.count({ where: { partId: part.id, version: null } });
    expect(known).toBe(4);
    await publishAssignment(owner.actor, id);
    await publishAssignment(owner.actor, id);
    expect(await db().assignmentItem.count({ where: { partId: part.id, version: null } })).toBe(0);
    const { variants } = await begin(anna, id);
    expect(variants).toHaveLength(2);
    expect(await gradeOf(id, anna)).toMatchObject({ possible: 4 });
    await expect(unpublishAssignment(owner.actor, id)).rejects.toThrow(/student has begun/);
  });

  it("can be tried by who teaches, which counts nowhere", async () => {
    const assignment = await neuronAssignment(sectionId, { mode: "exam", opens: 1, due: 2 });
    const { attemptId } = await startPreview(owner.actor, assignment);
    const [variant = ""] = await variantsOf(attemptId);
    await saveDraft(owner.actor, { variantId: variant, raw: neuron.right });
    await handInAssignment(owner.actor, attemptId);
    expect(await readStanding(variant)).toMatchObject({ tells: true, right: true });
    expect(await db().grade.count({ where: { assignmentId: assignment } })).toBe(0);
    expect(await db().skillState.count({ where: { userId: owner.actor.id } })).toBe(0);
  });
});
