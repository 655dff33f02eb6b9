/** Looking back at variants by their number, and taking one up again. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "#lib/course/actor.ts";
import { saveDraft } from "#lib/course/draft.ts";
import { drawPractice } from "#lib/course/draw.ts";
import { listExercises } from "#lib/course/exercises.ts";
import { readPractice } from "#lib/course/practice.ts";
import { reopenPractice } from "#lib/course/reopen.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { listVariants, readVariant } from "#lib/course/variants.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, knownGuest, neuron, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const submit = (variantId: string, raw: Record<string, string> = neuron.right) => ({
  key: randomUUID(),
  variantId,
  raw,
});
const hint = (variantId: string, index = 0) => ({ variantId, kind: "hint", index }) as const;
const solution = (variantId: string) => ({ variantId, kind: "solution", index: 0 }) as const;
const list = (actor: Actor) => listVariants(actor, neuron.exercise, 1);
const read = (actor: Actor, number: number) => readVariant(actor, neuron.exercise, 1, number);
const draw = (actor: Actor, after: number) => drawPractice(actor, { exercise: neuron.exercise, level: 1, after });

const statesOf = async (userId: string) =>
  (await db().variant.findMany({ where: { userId }, orderBy: { number: "asc" } })).map(({ state }) => state);
const openOf = (userId: string) => db().variant.count({ where: { userId, state: "open", attemptId: null } });
const skillsOf = (userId: string) =>
  db().skillState.findMany({ where: { userId }, orderBy: { skillId: "asc" }, omit: { updatedAt: true } });

/** Somebody who did nothing with variant 1, whose latest is variant 2. */
async function drewTwice() {
  const user = await newUser();
  const first = await giveNeuron(user);
  await draw(user, 1);
  const second = await db().variant.findFirstOrThrow({ where: { userId: user.id, number: 2 } });
  return { user, first, second: second.id };
}

async function giveAttempt(
  owner: { id: string },
  kind: "drill" | "placement" | "quiz",
  given: { number: number; state: "open" | "done"; finished?: boolean },
) {
  const config = kind === "drill" ? { length: 5 } : { minutes: null, feedback: "at the end" };
  const quiz =
    kind === "quiz" ? await db().quiz.create({ data: { code: randomUUID(), title: "t", config } }) : undefined;
  const attempt = await db().attempt.create({
    data: {
      ...{ userId: owner.id, kind, config, quizId: quiz?.id ?? null },
      finishedAt: given.finished ? new Date() : null,
    },
  });
  const { seed } = await db().variant.findFirstOrThrow({ select: { seed: true } });
  const { id } = await db().variant.create({
    data: {
      ...{ userId: owner.id, exerciseId: neuron.exercise, version: 1, level: 1, params: neuron.params, seed },
      ...{ number: given.number, state: given.state, attemptId: attempt.id, position: 1 },
    },
  });
  return { variant: id, attempt: attempt.id };
}

describe.each(databases)("variants by number on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("lists what became of each, newest first, with the best that counted", async () => {
    const user = await newUser();
    const right = await giveNeuron(user);
    await reveal(user, hint(right));
    await submitAnswer(user, submit(right, neuron.wrong));
    await submitAnswer(user, submit(right));
    await draw(user, 1);
    const shown = await db().variant.findFirstOrThrow({ where: { userId: user.id, number: 2 } });
    await reveal(user, solution(shown.id));
    await draw(user, 2);
    await giveNeuron(user, { number: 4, state: "done" });
    const tried = await db().variant.findFirstOrThrow({ where: { userId: user.id, number: 3 } });
    await submitAnswer(user, submit(tried.id, { z: "97531", a: "97531", L: "97531" }));
    expect(await list(user)).toMatchObject([
      { number: 4, state: "untried", score: null, drawnFor: "practice" },
      { number: 3, state: "open", score: 0 },
      { number: 2, state: "shown", score: null },
      { number: 1, state: "right", score: 0.9 },
    ]);
    expect(await list(await newUser())).toEqual([]);
    expect(await list({ kind: "anonymous" })).toEqual([]);
  });

  it("shows an earlier one with what was answered and revealed, and no solution that was not earned", async () => {
    const { user, first } = await drewTwice();
    await reopenPractice(user, { variant: first });
    await reveal(user, hint(first));
    await submitAnswer(user, submit(first, neuron.wrong));
    await draw(user, 2);
    expect(await read(user, 1)).toMatchObject({
      drawnFor: "practice",
      practice: {
        ...{ number: 1, latest: 3, state: "done", right: false, solution: null, hints: [{ step: "z" }] },
        submissions: [{ sequence: 1, raw: neuron.wrong, receipt: { verdict: "wrong" } }],
      },
    });
    expect(await read(user, 9)).toBeNull();
    expect(await read(await newUser(), 1)).toBeNull();
  });

  it("has those of a drill once they are closed, and those of a placement or a quiz once it is over", async () => {
    const user = await newUser();
    await giveNeuron(user);
    await giveAttempt(user, "drill", { number: 2, state: "open" });
    await giveAttempt(user, "placement", { number: 3, state: "done" });
    const quiz = await giveAttempt(user, "quiz", { number: 4, state: "done" });
    expect((await list(user)).map(({ number }) => number)).toEqual([1]);
    for (const number of [2, 3, 4]) expect(await read(user, number)).toBeNull();

    await db().variant.updateMany({ where: { userId: user.id, number: 2 }, data: { state: "done" } });
    await db().attempt.updateMany({ where: { userId: user.id, kind: "placement" }, data: { finishedAt: new Date() } });
    await db().attempt.update({ where: { id: quiz.attempt }, data: { finishedAt: new Date() } });
    expect((await list(user)).map(({ number, drawnFor }) => [number, drawnFor])).toEqual([
      [4, "quiz"],
      [3, "placement"],
      [2, "drill"],
      [1, "practice"],
    ]);
    for (const [number, drawnFor] of [
      [2, "drill"],
      [3, "placement"],
      [4, "quiz"],
    ] as const)
      expect(await read(user, number)).toMatchObject({ drawnFor, practice: { number, latest: 1 } });
  });

  it("are shown by the latest that was open, not by the highest number", async () => {
    const { user, first, second } = await drewTwice();
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ variantId: second, latest: 2 });
    await reopenPractice(user, { variant: first });
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ variantId: first, number: 1, latest: 2 });
    await submitAnswer(user, submit(first));
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ variantId: first, state: "done" });
    expect(await draw(user, 2)).toEqual({ number: 3 });
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ number: 3, state: "open" });
  });
});

describe.each(databases)("taking a variant up again on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("closes the open one, and lets earn what was not earned", async () => {
    const { user, first } = await drewTwice();
    expect(await reopenPractice(user, { variant: first })).toEqual({ number: 1 });
    expect(await statesOf(user.id)).toEqual(["open", "done"]);
    expect(await db().variant.findUnique({ where: { id: first } })).toMatchObject({ closedAt: null });
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ again: null, credit: 1 });
    expect(await submitAnswer(user, submit(first))).toMatchObject({ submission: { score: 1, countsAsTry: true } });
    expect(await skillsOf(user.id)).not.toEqual([]);
  });

  it("keeps its hints paid for, and what was typed", async () => {
    const { user, first } = await drewTwice();
    await reopenPractice(user, { variant: first });
    await reveal(user, hint(first));
    await saveDraft(user, { variantId: first, raw: { z: "0.5*2" } });
    await draw(user, 2);
    await reopenPractice(user, { variant: first });
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ credit: 0.9, draft: { z: "0.5*2" } });
    expect(await submitAnswer(user, submit(first))).toMatchObject({ submission: { score: 0.9 } });
  });

  it("says nothing more about the skills after a first try that was made before", async () => {
    const { user, first } = await drewTwice();
    await reopenPractice(user, { variant: first });
    await submitAnswer(user, submit(first, neuron.wrong));
    const before = await skillsOf(user.id);
    await draw(user, 2);
    await reopenPractice(user, { variant: first });
    expect(await submitAnswer(user, submit(first))).toMatchObject({ submission: { score: 1, countsAsTry: true } });
    expect(await skillsOf(user.id)).toEqual(before);
  });

  it.each(["answered right", "shown"])("earns nothing and says nothing where it was %s before", async (how) => {
    const user = await newUser();
    const id = await giveNeuron(user);
    if (how === "shown") await reveal(user, solution(id));
    else await submitAnswer(user, submit(id));
    await draw(user, 1);
    const before = { skills: await skillsOf(user.id), cards: await cardOf(user) };

    await reopenPractice(user, { variant: id });
    const again = await readPractice(user, neuron.exercise, 1);
    expect(again).toMatchObject({ state: "open", credit: 0, nextHintCosts: 0, draft: {}, again: expect.any(String) });
    expect(await submitAnswer(user, submit(id, neuron.wrong))).toMatchObject({
      submission: { score: 0, countsAsTry: false },
      practice: { state: "open" },
    });
    expect(await submitAnswer(user, submit(id))).toMatchObject({
      submission: { score: 0, countsAsTry: false, receipt: { verdict: "right" } },
      practice: { state: "done", right: true },
    });
    expect({ skills: await skillsOf(user.id), cards: await cardOf(user) }).toEqual(before);
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ state: "done", again: null });
  });

  it("holds the reference back from its receipts until it is right again", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    await submitAnswer(user, submit(id));
    await reopenPractice(user, { variant: id });
    await submitAnswer(user, submit(id, neuron.wrong));
    const again = await readPractice(user, neuron.exercise, 1);
    if (!again || again.state === "broken") throw new Error("nothing there");
    expect(again.submissions).toHaveLength(2);
    expect(JSON.stringify(again.submissions)).not.toMatch(/reference|interval/);
    await submitAnswer(user, submit(id));
    expect(JSON.stringify(await readPractice(user, neuron.exercise, 1))).toMatch(/reference/);
  });

  it("leaves one open after two at once, and after ten of the same", async () => {
    const user = await newUser();
    const ids = [await giveNeuron(user, { state: "done" }), await giveNeuron(user, { number: 2, state: "done" })];
    await giveNeuron(user, { number: 3 });
    for (let round = 0; round < 5; round++) {
      await Promise.all(ids.map((variant) => reopenPractice(user, { variant })));
      expect(await openOf(user.id)).toBe(1);
    }
    const [first = ""] = ids;
    const all = await Promise.all(Array.from({ length: 10 }, () => reopenPractice(user, { variant: first })));
    expect(all).toEqual(Array.from({ length: 10 }, () => ({ number: 1 })));
    expect(await statesOf(user.id)).toEqual(["open", "done", "done"]);
  });

  it("leaves one open beside draws and answers that come at the same time", async () => {
    const { user, first, second } = await drewTwice();
    await Promise.all([
      reopenPractice(user, { variant: first }),
      submitAnswer(user, submit(second, { z: "1", a: "2", L: "3" })),
      draw(user, 2),
      reopenPractice(user, { variant: second }),
      submitAnswer(user, submit(first)),
      draw(user, 3),
    ]);
    expect(await openOf(user.id)).toBeLessThanOrEqual(1);
    const practice = await readPractice(user, neuron.exercise, 1);
    expect((await draw(user, practice?.latest ?? 0)).number).toBeGreaterThan(2);
    expect(await openOf(user.id)).toBe(1);
  });

  it("changes nothing where it is open already", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    const before = await db().variant.findUnique({ where: { id } });
    expect(await reopenPractice(user, { variant: id })).toEqual({ number: 1 });
    expect(await db().variant.findUnique({ where: { id } })).toEqual(before);
  });

  it("is refused for what is not theirs, is broken, or was drawn for an attempt", async () => {
    const [user, guest] = [await newUser(), await knownGuest()];
    const id = await giveNeuron(user, { state: "done" });
    await expect(reopenPractice(guest, { variant: id })).rejects.toMatchObject({ kind: "not-found" });
    await expect(reopenPractice({ kind: "anonymous" }, { variant: id })).rejects.toMatchObject({ kind: "not-found" });
    const broken = await giveNeuron(user, { number: 2, state: "broken" });
    await expect(reopenPractice(user, { variant: broken })).rejects.toMatchObject({ kind: "unavailable" });
    const gone = await giveNeuron(user, { number: 3, state: "done", version: 99 });
    await expect(reopenPractice(user, { variant: gone })).rejects.toMatchObject({ kind: "unavailable" });
    const drilled = await giveAttempt(user, "drill", { number: 4, state: "done", finished: true });
    await expect(reopenPractice(user, { variant: drilled.variant })).rejects.toMatchObject({ kind: "invalid" });
    const forced = db().variant.update({ where: { id: drilled.variant }, data: { reopenedAt: new Date() } });
    await expect(forced).rejects.toThrow(/variants_reopened/);
    expect(await openOf(user.id)).toBe(0);
  });
});

/** What a card tells of it: how far one is, and after how many tries. */
async function cardOf(actor: Actor) {
  const level = (await listExercises(actor)).find(({ id }) => id === neuron.exercise)?.levels[0];
  return [level?.state, level?.tries, level?.best ?? 0];
}
