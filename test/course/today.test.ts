import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { handInAssignment } from "#lib/course/assignment/hand-in.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { todayOf } from "#lib/course/today.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { answer, begin, neuronAssignment, newClass } from "./assignment/class.ts";
import { giveNeuron, neuron, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const day = 86_400_000;
const utc = (at: number) => ({ at: new Date(at), timeZone: "UTC" });

describe.each(databases)("today on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("is nothing for somebody who has not begun", async () => {
    expect(await todayOf({ kind: "anonymous" }, utc(Date.now()))).toBeNull();
    expect(await todayOf(newGuest(), utc(Date.now()))).toBeNull();
    expect(await todayOf(await newUser(), utc(Date.now()))).toBeNull();
  });

  it("counts the variants answered since midnight, each once", async () => {
    const user = await newUser();
    const [one, two] = [await giveNeuron(user), await giveNeuron(user, { level: 2 })];
    for (const [variantId, raw] of [
      [one, neuron.wrong],
      [one, neuron.right],
      [two, { dL_dw: "7" }],
    ] as const)
      await submitAnswer(user, { key: randomUUID(), variantId, raw });
    expect(await todayOf(user, utc(Date.now()))).toMatchObject({ answered: 2, unfinished: [] });
    expect(await todayOf(user, utc(Date.now() + day))).toMatchObject({ answered: 0 });
  });

  it("has skills due for review when time has passed, and none right after an answer", async () => {
    const user = await newUser();
    await submitAnswer(user, { key: randomUUID(), variantId: await giveNeuron(user), raw: neuron.right });
    expect(await todayOf(user, utc(Date.now()))).toMatchObject({ due: 0 });
    // Three skills were taken, one for each part.
    expect(await todayOf(user, utc(Date.now() + 365 * day))).toMatchObject({ due: 3 });
  });

  it("names what was begun and not finished, and not what is over", async () => {
    const user = await newUser();
    await giveNeuron(user);
    const begin = (kind: "drill" | "placement", finishedAt: Date | null) =>
      db().attempt.create({ data: { userId: user.id, kind, config: {}, finishedAt } });
    await begin("drill", new Date());
    const { id } = await begin("placement", null);
    const quiz = await db().quiz.create({
      data: { code: randomUUID(), title: "Vectors", config: { minutes: 5, feedback: "at the end" } },
    });
    const sit = (endsAt: Date) =>
      db().attempt.create({
        data: { userId: user.id, kind: "quiz", quizId: quiz.id, config: quiz.config ?? {}, endsAt },
      });
    await sit(new Date(Date.now() - 1000));
    expect(await todayOf(user, utc(Date.now()))).toMatchObject({ unfinished: [{ kind: "placement", id }] });
    const running = await sit(new Date(Date.now() + day));
    expect(await todayOf(user, utc(Date.now()))).toMatchObject({
      unfinished: [{ kind: "quiz", id: running.id, code: quiz.code, title: "Vectors" }, { id }],
    });
  });

  it("lists the assignments that are open and not handed in, what ends first before the rest", async () => {
    const { sectionId, students } = await newClass(2);
    const [anna, ben] = students;
    if (!anna || !ben) throw new Error("there are two");
    const later = await neuronAssignment(sectionId, { due: 50, items: 2 });
    const soon = await neuronAssignment(sectionId, { due: -1, lateUntil: 20 });
    const excused = await neuronAssignment(sectionId, { due: 10 });
    await neuronAssignment(sectionId, { opens: 1, due: 10 });
    await neuronAssignment(sectionId, { due: -1 });
    await neuronAssignment(sectionId, { due: 10, draft: true });
    const handedIn = await neuronAssignment(sectionId);
    await handInAssignment(anna.actor, (await begin(anna, handedIn)).attemptId);
    const { enrollmentId } = anna;
    await db().accommodation.create({ data: { sectionId, enrollmentId, assignmentId: excused, excused: true } });
    const { variants } = await begin(anna, later);
    await answer(anna, variants[0] ?? "", neuron.right);
    const today = await todayOf(anna.actor, utc(Date.now()));
    expect(today?.assignments.map(({ id, phase, begun, answered }) => ({ id, phase, begun, answered }))).toEqual([
      { id: soon, phase: "late", begun: false, answered: 0 },
      { id: later, phase: "open", begun: true, answered: 1 },
    ]);
    const bens = await todayOf(ben.actor, utc(Date.now()));
    expect(
      bens?.assignments.map(({ id }) => id),
      "who has begun nothing yet",
    ).toEqual([excused, soon, later, handedIn]);
    await db().section.update({ where: { id: sectionId }, data: { archivedAt: new Date() } });
    expect(await todayOf(ben.actor, utc(Date.now()))).toBeNull();
  });
});
