import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "#lib/course/actor.ts";
import { claimGuest } from "#lib/course/claim.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { progressOf } from "#lib/course/progress.ts";
import { readQuiz } from "#lib/course/quiz.ts";
import { newQuizCode, quizCodeSchema } from "#lib/course/quiz-code.ts";
import { flagItem } from "#lib/course/quiz-flag.ts";
import { handInQuiz } from "#lib/course/quiz-hand-in.ts";
import { makeQuiz, takeReady } from "#lib/course/quiz-make.ts";
import { listMyQuizzes } from "#lib/course/quiz-past.ts";
import { readSitting, readSittingItem } from "#lib/course/quiz-sitting.ts";
import { startQuiz } from "#lib/course/quiz-start.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db, transaction } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { knownGuest, neuron, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

// Version 98 of every exercise throws when its first step is computed; version 99 is not there.
vi.mock("#lib/course/registry.ts", async (load) => {
  const registry = await load<typeof import("#lib/course/registry.ts")>();
  const fail = () => {
    throw new TypeError("an author's mistake");
  };
  const findVersion = (id: string, version: number) => {
    const exercise = registry.findExercise(id);
    if (version !== 98 || !exercise) return registry.findVersion(id, version);
    return { ...exercise, version, prompt: fail, steps: exercise.steps.map((step) => ({ ...step, value: fail })) };
  };
  return { ...registry, findVersion };
});

interface Asked {
  minutes?: number | null;
  feedback?: "at once" | "at the end";
  /** The version of each item. */
  versions?: number[];
}

/** A quiz of the tutorial's example, once for each version; nobody's. */
async function neuronQuiz({ minutes = 20, feedback = "at the end", versions = [1, 1, 1, 1] }: Asked = {}) {
  const items = versions.map((version, i) => ({
    position: i + 1,
    exerciseId: neuron.exercise,
    version,
    level: 1,
    seed: randomBytes(16).toString("hex"),
    params: neuron.params,
  }));
  const code = newQuizCode();
  const { id } = await db().quiz.create({
    data: { code, title: "Friday", config: { minutes, feedback }, items: { createMany: { data: items } } },
  });
  return { id, code };
}

/** Somebody who has started it, and the ids of their variants in the order of the items. */
async function begin(asked: Asked = {}) {
  const [user, { id: quizId, code }] = [await newUser(), await neuronQuiz(asked)];
  return { user, quizId, code, ...(await start(user, code)) };
}

async function start(actor: Actor, code: string) {
  const { attemptId: attempt } = await startQuiz(actor, code);
  return { attempt, ids: await idsOf(attempt) };
}

const idsOf = async (attemptId: string) => {
  const rows = await db().variant.findMany({ where: { attemptId }, orderBy: { position: "asc" } });
  return rows.map(({ id }) => id);
};

/** An attempt of two items whose time was up a while ago, with a right answer typed in the first. */
async function overdue() {
  const [user, { id: quizId, code }] = [await newUser(), await neuronQuiz({ versions: [1, 1] })];
  const endsAt = new Date(Date.now() - 60_000);
  const config = { minutes: 20, feedback: "at the end" };
  const startedAt = new Date(endsAt.getTime() - 20 * 60_000);
  const { id: attempt } = await db().attempt.create({
    data: { userId: user.id, kind: "quiz", quizId, config, startedAt, endsAt },
  });
  for (const position of [1, 2])
    await db().variant.create({
      data: {
        ...{ userId: user.id, exerciseId: neuron.exercise, version: 1, level: 1, number: position },
        ...{ seed: randomBytes(16).toString("hex"), params: neuron.params, attemptId: attempt, position },
      },
    });
  const ids = await idsOf(attempt);
  await db().draft.create({ data: { userId: user.id, variantId: ids[0] ?? "", raw: neuron.right } });
  return { user, code, attempt, ids, endsAt };
}

const type = (actor: Actor, variantId: string | undefined, raw: Record<string, string>) =>
  saveDraft(actor, { variantId: variantId ?? "", raw });

const submissionsOf = (attempt: string) =>
  db().submission.findMany({
    where: { variant: { attemptId: attempt } },
    orderBy: { variant: { position: "asc" } },
    include: { receipts: true },
  });

const triesOf = async (userId: string) =>
  (await db().skillState.findMany({ where: { userId }, orderBy: { skillId: "asc" } })).map(({ skillId, tries }) => [
    skillId,
    tries,
  ]);

const finished = async (actor: Actor, code: string, attempt: string) => {
  const sitting = await readSitting(actor, { code, attempt });
  if (!sitting?.over) throw new Error("it is not over");
  return sitting;
};

describe.each(databases)("quizzes on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  describe("making one", () => {
    const plan = {
      title: "Mine",
      topics: ["calculus"],
      levels: [1],
      length: 3,
      minutes: 10,
      feedback: "at once",
    } as const;

    it("draws the items that were asked for, under a code that cannot be guessed", async () => {
      const user = await newUser();
      const code = await makeQuiz(user, { ...plan, key: randomUUID() });
      expect(quizCodeSchema.safeParse(code).success).toBe(true);
      const quiz = await db().quiz.findUniqueOrThrow({ where: { code }, include: { items: true } });
      expect(quiz).toMatchObject({ ownerId: user.id, title: "Mine", config: { minutes: 10, feedback: "at once" } });
      expect(quiz.items.map(({ exerciseId, level }) => [exerciseId.split("/")[0], level])).toEqual(
        Array(3).fill(["calculus", 1]),
      );
      expect(new Set(quiz.items.map(({ seed }) => seed)).size).toBe(3);
    });

    it("makes one quiz of a form that is sent five times at once, and another of another form", async () => {
      const [user, key] = [await newUser(), randomUUID()];
      const codes = await Promise.all(Array.from({ length: 5 }, () => makeQuiz(user, { ...plan, key })));
      expect(new Set(codes).size).toBe(1);
      expect(await makeQuiz(user, { ...plan, key })).toBe(codes[0]);
      expect(await makeQuiz(user, { ...plan, length: 4, key })).not.toBe(codes[0]);
      expect(await makeQuiz(await newUser(), { ...plan, key })).not.toBe(codes[0]);
      expect(await db().quiz.count({ where: { ownerId: user.id } })).toBe(2);
    });

    it("makes the row of a guest who begins with it, and takes only what is ready", async () => {
      const guest = newGuest();
      const code = await takeReady(guest, { key: randomUUID(), ready: "mixed" });
      const { ownerId, items } = await db().quiz.findUniqueOrThrow({ where: { code }, include: { items: true } });
      expect([ownerId, items.length]).toEqual([guest.id, 12]);
      await expect(takeReady(guest, { key: randomUUID(), ready: "none" })).rejects.toMatchObject({ kind: "not-found" });
    });
  });

  describe("starting one", () => {
    it("gives everybody with its code the same variants, and each their own rows", async () => {
      const { id, code } = await neuronQuiz();
      const [user, friend] = [await newUser(), newGuest()];
      const [mine, theirs] = [await start(user, code), await start(friend, code)];
      expect(mine.attempt).not.toBe(theirs.attempt);
      const rows = async (attemptId: string) =>
        (await db().variant.findMany({ where: { attemptId }, orderBy: { position: "asc" } })).map(
          ({ position, exerciseId, version, level, seed, params, number }) => [
            ...[position, exerciseId, version, level, seed, params],
            number,
          ],
        );
      const items = await db().quizItem.findMany({ where: { quizId: id }, orderBy: { position: "asc" } });
      expect(await rows(mine.attempt)).toEqual(
        items.map(({ position, exerciseId, version, level, seed, params }, i) => [
          ...[position, exerciseId, version, level, seed, params],
          i + 1,
        ]),
      );
      expect(await rows(theirs.attempt)).toEqual(await rows(mine.attempt));
    });

    it("sets the end by the clock of the database, or none", async () => {
      const timed = await begin({ minutes: 5 });
      const row = await db().attempt.findUniqueOrThrow({ where: { id: timed.attempt } });
      expect((row.endsAt?.getTime() ?? 0) - row.startedAt.getTime()).toBe(5 * 60_000);
      expect(Math.abs(row.startedAt.getTime() - Date.now())).toBeLessThan(5000);
      const untimed = await begin({ minutes: null });
      expect(await db().attempt.findUniqueOrThrow({ where: { id: untimed.attempt } })).toMatchObject({ endsAt: null });
    });

    it("begins one attempt for six starts at once, and goes on with it", async () => {
      const [user, { code, id: quizId }] = [await newUser(), await neuronQuiz()];
      const begun = await Promise.all(Array.from({ length: 6 }, () => startQuiz(user, code)));
      expect(new Set(begun.map(({ attemptId }) => attemptId)).size).toBe(1);
      expect(await startQuiz(user, code)).toEqual(begun[0]);
      expect(await db().attempt.count({ where: { quizId } })).toBe(1);
      expect(await db().variant.count({ where: { userId: user.id } })).toBe(4);
    });

    it("begins anew after the end, and after time that ran out unseen", async () => {
      const { user, code, attempt } = await begin();
      await handInQuiz(user, attempt);
      const again = await start(user, code);
      expect(again.attempt).not.toBe(attempt);
      expect(await db().variant.findMany({ where: { userId: user.id }, orderBy: { number: "asc" } })).toMatchObject(
        Array.from({ length: 8 }, (_, i) => ({ number: i + 1 })),
      );
      const late = await overdue();
      expect((await startQuiz(late.user, late.code)).attemptId).not.toBe(late.attempt);
      expect((await finished(late.user, late.code, late.attempt)).items).toMatchObject([{ verdict: "right" }, {}]);
    });

    it("knows no code that is not one", async () => {
      await expect(startQuiz(await newUser(), newQuizCode())).rejects.toMatchObject({ kind: "not-found" });
      expect(await readQuiz(await newUser(), newQuizCode())).toBeUndefined();
    });
  });

  describe("handing in", () => {
    it("judges everything typed, with what cannot be read as blank, and keeps its text", async () => {
      const { user, code, attempt, ids } = await begin();
      await type(user, ids[0], neuron.right);
      await type(user, ids[1], neuron.biasDropped);
      // "1,1" may be 1.1 or two numbers: z cannot be read, the rest is right by itself.
      await type(user, ids[2], neuron.unreadable);
      await handInQuiz(user, attempt);
      const { items, timedOut } = await finished(user, code, attempt);
      expect(items.map(({ verdict, score }) => [verdict, score])).toEqual([
        ["right", 1],
        ["partly", 2 / 3],
        ["partly", 2 / 3],
        ["blank", 0],
      ]);
      expect(timedOut).toBe(false);
      const third = await readSittingItem(user, { attempt, position: 3 });
      expect(third).toMatchObject({
        state: "done",
        draft: neuron.unreadable,
        submissions: [
          {
            raw: neuron.unreadable,
            receipt: {
              steps: [
                { verdict: "blank", raw: "1,1", feedback: [expect.stringContaining("could not be read")] },
                { verdict: "right" },
                { verdict: "right" },
              ],
            },
          },
        ],
        solution: { lines: [{ step: "z" }, { step: "a" }, { step: "L" }] },
      });
      expect(await readSittingItem(user, { attempt, position: 4 })).toMatchObject({ submissions: [], solution: {} });
      expect((await listMyQuizzes(user)).finished).toMatchObject([
        { id: attempt, items: 4, begun: 4, points: expect.closeTo(1 + 4 / 3, 10) },
      ]);
    });

    it("keeps the text of an item of which nothing could be read, and counts no try", async () => {
      const { user, code, attempt, ids } = await begin({ versions: [1] });
      await type(user, ids[0], { z: "1,1", a: "(", L: "" });
      await handInQuiz(user, attempt);
      expect((await finished(user, code, attempt)).items).toMatchObject([{ verdict: "unreadable", score: 0 }]);
      expect(await readSittingItem(user, { attempt, position: 1 })).toMatchObject({ draft: { z: "1,1", a: "(" } });
      expect(await triesOf(user.id)).toEqual([]);
    });

    it("stores each answer once, however many tabs hand it in", async () => {
      const { user, code, attempt, ids } = await begin();
      for (const id of ids) await type(user, id, neuron.right);
      await Promise.all([
        ...Array.from({ length: 5 }, () => handInQuiz(user, attempt)),
        ...Array.from({ length: 3 }, () => readSitting(user, { code, attempt })),
      ]);
      expect(await submissionsOf(attempt)).toHaveLength(4);
      expect((await finished(user, code, attempt)).items.every(({ score }) => score === 1)).toBe(true);
      await handInQuiz(user, attempt);
      expect(await submissionsOf(attempt)).toHaveLength(4);
      // Four variants with other seeds, each of which takes these three skills.
      expect(await triesOf(user.id)).toEqual([
        ["backprop-neuron", 4],
        ["linear-layers", 4],
        ["sigmoid", 4],
      ]);
    });

    it("takes either all of an autosave or nothing of it", async () => {
      const { user, attempt, ids } = await begin({ versions: [1] });
      const [id = ""] = ids;
      const saves = Array.from({ length: 12 }, (_, i) => type(user, id, { z: String(i + 50) }));
      const ended = await Promise.allSettled([...saves.slice(0, 6), handInQuiz(user, attempt), ...saves.slice(6)]);
      for (const end of ended) if (end.status === "rejected") expect(end.reason).toMatchObject({ kind: "closed" });
      const [submission] = await submissionsOf(attempt);
      const draft = await db().draft.findFirst({ where: { variantId: id } });
      expect(submission?.raw).toMatchObject(typeof draft?.raw === "object" ? (draft.raw ?? {}) : {});
    });

    it("takes nothing after it: no autosave, no answer, no hint, no flag", async () => {
      const { user, attempt, ids } = await begin();
      await handInQuiz(user, attempt);
      const [variantId = ""] = ids;
      await expect(type(user, variantId, neuron.right)).rejects.toMatchObject({
        kind: "closed",
        message: expect.stringContaining("handed in"),
      });
      expect(await submitAnswer(user, { key: randomUUID(), variantId, raw: neuron.right })).toMatchObject({
        outcome: "closed",
      });
      await expect(reveal(user, { variantId, kind: "hint", index: 0 })).rejects.toMatchObject({ kind: "closed" });
      await expect(flagItem(user, { attempt, position: 1, flagged: true })).rejects.toMatchObject({ kind: "closed" });
      expect(await submissionsOf(attempt)).toEqual([]);
    });

    it("goes on where the process died after closing it", async () => {
      const { user, code, attempt, ids } = await begin();
      await type(user, ids[1], neuron.right);
      await db().attempt.update({ where: { id: attempt }, data: { finishedAt: new Date() } });
      expect((await finished(user, code, attempt)).items.map(({ verdict }) => verdict)).toEqual([
        ...["blank", "right", "blank", "blank"],
      ]);
    });
  });

  describe("when the time is up", () => {
    it("hands in what was typed at the next read, once, as of the end", async () => {
      const { user, code, attempt, endsAt } = await overdue();
      const reads = await Promise.all(Array.from({ length: 5 }, () => readSitting(user, { code, attempt })));
      for (const sitting of reads)
        expect(sitting).toMatchObject({
          over: true,
          timedOut: true,
          finishedAt: endsAt.toISOString(),
          items: [
            { verdict: "right", score: 1 },
            { verdict: "blank", score: 0 },
          ],
        });
      expect(await submissionsOf(attempt)).toHaveLength(1);
    });

    it.each([
      ["the list of quizzes", (user: Actor) => listMyQuizzes(user)],
      ["the page of the quiz", (user: Actor, code: string) => readQuiz(user, code)],
    ])("is noticed by %s", async (_, look) => {
      const { user, code, attempt } = await overdue();
      await look(user, code);
      expect(await submissionsOf(attempt)).toHaveLength(1);
      expect(await db().variant.count({ where: { attemptId: attempt, state: "open" } })).toBe(0);
    });

    it("refuses what comes after it kindly, before anybody has read it", async () => {
      const { user, ids } = await overdue();
      await expect(type(user, ids[1], neuron.right)).rejects.toMatchObject({ kind: "closed" });
      await expect(
        submitAnswer(user, { key: randomUUID(), variantId: ids[1] ?? "", raw: neuron.right }),
      ).resolves.toEqual({ outcome: "closed", reason: "over" });
    });
  });

  describe("under way", () => {
    it("tells what is answered, blank, not readable or flagged, and judges nothing", async () => {
      const { user, code, attempt, ids } = await begin();
      await type(user, ids[0], neuron.wrong);
      await type(user, ids[1], { z: "1.1" });
      await type(user, ids[2], neuron.unreadable);
      await flagItem(user, { attempt, position: 4, flagged: true });
      expect(await readSitting(user, { code, attempt })).toMatchObject({
        over: false,
        items: [
          { state: "answered", flagged: false, blank: [], unreadable: [] },
          { state: "partly", blank: [expect.any(String), expect.any(String)] },
          { state: "unreadable", unreadable: [expect.any(String)] },
          { state: "blank", flagged: true },
        ],
      });
      await flagItem(user, { attempt, position: 4, flagged: false });
      expect(await readSitting(user, { code, attempt })).toMatchObject({ items: [{}, {}, {}, { flagged: false }] });
      expect(await submissionsOf(attempt)).toEqual([]);
    });

    it("refuses to judge a single answer, and hints, where feedback comes at the end", async () => {
      const { user, attempt, ids } = await begin();
      const [variantId = ""] = ids;
      await expect(submitAnswer(user, { key: randomUUID(), variantId, raw: neuron.right })).rejects.toMatchObject({
        kind: "invalid",
      });
      for (const what of ["hint", "solution"] as const)
        await expect(reveal(user, { variantId, kind: what, index: 0 })).rejects.toMatchObject({ kind: "invalid" });
      expect(await readSittingItem(user, { attempt, position: 1 })).toMatchObject({ solution: null, hints: [] });
    });

    it("gives one try and its verdict where feedback comes at once, and hands in the rest at the end", async () => {
      const { user, code, attempt, ids } = await begin({ feedback: "at once" });
      const answer = { key: randomUUID(), variantId: ids[0] ?? "", raw: neuron.biasDropped };
      expect(await submitAnswer(user, answer)).toMatchObject({
        outcome: "judged",
        submission: { score: 2 / 3 },
        practice: { state: "done", solution: { lines: [{}, {}, {}] } },
      });
      expect(await submitAnswer(user, { ...answer, key: randomUUID(), raw: neuron.right })).toMatchObject({
        outcome: "closed",
        reason: "done",
      });
      await type(user, ids[1], neuron.right);
      expect(await readSitting(user, { code, attempt })).toMatchObject({
        items: [{ state: "checked" }, { state: "answered" }, { state: "blank" }, { state: "blank" }],
      });
      await handInQuiz(user, attempt);
      expect((await finished(user, code, attempt)).items.map(({ score }) => score)).toEqual([2 / 3, 1, 0, 0]);
      expect(await submissionsOf(attempt)).toHaveLength(2);
    });

    it("keeps an answer that lacked digits as it was judged, unless it was changed since", async () => {
      const { user, code, attempt, ids } = await begin({ feedback: "at once", versions: [1, 1] });
      const coarse = { ...neuron.right, L: "0.06" };
      for (const variantId of ids)
        expect(await submitAnswer(user, { key: randomUUID(), variantId, raw: coarse })).toMatchObject({
          submission: { countsAsTry: false, receipt: { verdict: "imprecise" } },
          practice: { state: "open" },
        });
      await type(user, ids[1], neuron.right);
      await handInQuiz(user, attempt);
      expect((await finished(user, code, attempt)).items.map(({ verdict }) => verdict)).toEqual(["imprecise", "right"]);
      expect(await submissionsOf(attempt)).toHaveLength(3);
    });

    it("is nobody else's: the code opens the quiz, and no attempt", async () => {
      const { user, code, attempt, ids } = await begin();
      const other = await newUser();
      await start(other, code);
      for (const actor of [other, newGuest(), { kind: "anonymous" } as const]) {
        expect(await readSitting(actor, { code, attempt })).toBeUndefined();
        expect(await readSittingItem(actor, { attempt, position: 1 })).toBeUndefined();
        await expect(handInQuiz(actor, attempt)).rejects.toMatchObject({ kind: "not-found" });
        await expect(flagItem(actor, { attempt, position: 1, flagged: true })).rejects.toMatchObject({
          kind: "not-found",
        });
        await expect(type(actor, ids[0], neuron.right)).rejects.toMatchObject({ kind: "not-found" });
      }
      expect(await readSitting(user, { code: newQuizCode(), attempt })).toBeUndefined();
      await handInQuiz(user, attempt);
      const theirs = await readQuiz(other, code);
      expect(theirs?.attempts).toHaveLength(1);
      expect(theirs?.attempts).toMatchObject([{ finishedAt: null, points: null }]);
    });
  });

  describe("an exercise that fails", () => {
    it("is left out of the score, where its code is gone or throws", async () => {
      const { user, code, attempt, ids } = await begin({ versions: [1, 98, 99] });
      expect(await readQuiz(user, code)).toMatchObject({ items: 3, gone: 1 });
      await type(user, ids[0], neuron.right);
      expect(await readSitting(user, { code, attempt })).toMatchObject({
        items: [{ state: "answered" }, {}, { state: "gone" }],
      });
      expect(await readSittingItem(user, { attempt, position: 2 })).toMatchObject({ state: "broken" });
      expect(await readSittingItem(user, { attempt, position: 3 })).toMatchObject({ state: "broken" });
      await handInQuiz(user, attempt);
      expect((await finished(user, code, attempt)).items.map(({ score }) => score)).toEqual([1, null, null]);
      expect((await listMyQuizzes(user)).finished).toMatchObject([{ items: 1, points: 1 }]);
    });

    it("leaves a quiz that has none but such to be looked at, and not to be started", async () => {
      const [user, { code }] = [await newUser(), await neuronQuiz({ versions: [99, 99] })];
      expect(await readQuiz(user, code)).toMatchObject({ items: 2, gone: 2 });
      await expect(startQuiz(user, code)).rejects.toMatchObject({ kind: "unavailable" });
    });
  });

  describe("mastery", () => {
    it("learns from the first time only, also where it was left blank and its solution read", async () => {
      const { user, code, attempt, ids } = await begin({ versions: [1, 1] });
      await type(user, ids[0], neuron.right);
      await handInQuiz(user, attempt);
      const after = await triesOf(user.id);
      expect(after).toEqual([
        ["backprop-neuron", 1],
        ["linear-layers", 1],
        ["sigmoid", 1],
      ]);
      const again = await start(user, code);
      for (const id of again.ids) await type(user, id, neuron.wrong);
      await handInQuiz(user, again.attempt);
      expect((await finished(user, code, again.attempt)).items).toMatchObject([{ score: 0 }, { score: 0 }]);
      expect(await triesOf(user.id)).toEqual(after);
      expect((await readQuiz(user, code))?.attempts.map(({ points }) => points)).toEqual([0, 1]);
    });

    it("learns nothing from a part that could not be read", async () => {
      const { user, attempt, ids } = await begin({ versions: [1] });
      await type(user, ids[0], { ...neuron.right, z: "(" });
      await handInQuiz(user, attempt);
      // Part z alone takes linear-layers by itself; a and L rest on the others.
      const rows = await db().skillState.findMany({ where: { userId: user.id } });
      expect(rows.map(({ right, tries }) => [right, tries])).toEqual(rows.map(() => [1, 1]));
    });
  });

  it("hands in the account's own attempt, when the guest's at the same quiz goes on", async () => {
    const { user, code, attempt, ids } = await begin({ versions: [1] });
    await type(user, ids[0], neuron.right);
    const guest = await knownGuest();
    const theirs = await start(guest, code);
    await type(guest, theirs.ids[0], { z: "7" });
    await transaction((tx) => claimGuest(tx, guest.id, user.id));
    expect((await finished(user, code, attempt)).items).toMatchObject([{ verdict: "right", score: 1 }]);
    expect(await startQuiz(user, code)).toEqual({ attemptId: theirs.attempt });
    expect(await readSittingItem(user, { attempt: theirs.attempt, position: 1 })).toMatchObject({
      state: "open",
      draft: { z: "7" },
    });
  });

  it("tells nothing of the answers before the end: no seed, parameter, reference or verdict", async () => {
    const user = await newUser();
    const code = await takeReady(user, { key: randomUUID(), ready: "mixed" });
    const { attempt, ids } = await start(user, code);
    for (const id of ids) await type(user, id, { z: "91827" });
    const seen = [
      await readQuiz(user, code),
      await listMyQuizzes(user),
      await readSitting(user, { code, attempt }),
      ...(await Promise.all(ids.map((_, i) => readSittingItem(user, { attempt, position: i + 1 })))),
      await progressOf(user),
    ];
    const text = JSON.stringify(seen);
    for (const secret of ["seed", "params", "reference", "interval", "malrules", "nearMiss", "verdict", "userId"])
      expect(text).not.toContain(`"${secret}"`);
    for (const { seed } of await db().variant.findMany({ where: { attemptId: attempt } })) {
      expect(text).not.toContain(seed);
    }
    expect(text).toContain('"solution":null');
  });
});
