import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "#lib/course/actor.ts";
import { bank } from "#lib/course/bank.ts";
import { claimGuest } from "#lib/course/claim.ts";
import { listExercises } from "#lib/course/exercises.ts";
import { learnerOf } from "#lib/course/learner.ts";
import { levelSchema } from "#lib/course/level.ts";
import { readPlacement } from "#lib/course/placement.ts";
import { finishPlacement } from "#lib/course/placement-finish.ts";
import { nextPlacementItem } from "#lib/course/placement-next.ts";
import { startPlacement } from "#lib/course/placement-start.ts";
import { skillIds } from "#lib/course/skill-id.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { talliesOf } from "#lib/course/tally.ts";
import { db, transaction } from "#lib/db/client.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import { masteryOf } from "#lib/mastery/mastery.ts";
import { needsOf } from "#lib/mastery/prior.ts";
import { answersTo } from "../../e2e/answers.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { known, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

/** A skill with all that it rests on. */
const downFrom = (skill: SkillId): SkillId[] => [skill, ...needsOf(skill).flatMap(downFrom)];

const rowsOf = async (user: { id: string }) =>
  await db().variant.findMany({ where: { userId: user.id }, orderBy: { createdAt: "asc" } });

async function running(actor: Actor) {
  const read = await readPlacement(actor);
  if (read?.state !== "running") throw new Error("no placement is running");
  return read;
}

async function result(actor: Actor) {
  const read = await readPlacement(actor);
  if (read?.state !== "finished") throw new Error("no placement is finished");
  return read;
}

/** The item that is on screen. */
async function current(user: { id: string }) {
  const row = (await rowsOf(user)).at(-1);
  if (!row) throw new Error("nothing was drawn");
  const level = levelSchema.parse(row.level);
  const main = bank().find((one) => one.exercise === row.exerciseId && one.level === level)?.skills[0];
  return { ...row, level, main, answers: answersTo(row.exerciseId, row.version, level, row.params) };
}

async function submit(user: Actor & { id: string }, how: "right" | "wrong") {
  const { id, answers } = await current(user);
  const raw = how === "right" ? answers.right : answers.wrong.typed;
  return await submitAnswer(user, { key: randomUUID(), variantId: id, raw });
}

async function goOn(user: Actor & { id: string }): Promise<void> {
  const { id, item } = await running(user);
  await nextPlacementItem(user, { placement: id, after: item.position });
}

/** Takes a whole placement as somebody who knows exactly these skills; every other item is passed by as not known. */
async function take(user: Actor & { id: string }, knows: ReadonlySet<SkillId>): Promise<void> {
  await startPlacement(user);
  for (let i = 0; (await readPlacement(user))?.state === "running"; i++) {
    const { main } = await current(user);
    if (main && knows.has(main)) await submit(user, "right");
    else if (i % 2 === 0) await submit(user, "wrong");
    await goOn(user);
  }
}

describe.each(databases)("a placement on %s", { timeout: 120_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("begins once for a double click, asks one item at a time, and goes on where it was left", async () => {
    const guest = newGuest();
    expect(await readPlacement(guest)).toBeNull();
    await startPlacement(guest);
    const user = { ...guest, known: true } as const;
    await Promise.all(Array.from({ length: 5 }, () => startPlacement(user)));
    expect(await rowsOf(user)).toHaveLength(1);
    const { id, item } = await running(user);
    await submit(user, "right");
    await Promise.all(
      Array.from({ length: 5 }, () => nextPlacementItem(user, { placement: id, after: item.position })),
    );
    expect((await rowsOf(user)).map(({ position, state }) => [position, state])).toEqual([
      [1, "done"],
      [2, "open"],
    ]);
    expect(await running(user)).toMatchObject({ id, done: 1, item: { position: 2, practice: { state: "open" } } });
  });

  it("tells no verdict before its end: not in the answer, on no page, and by nothing that moves", async () => {
    const user = await newUser();
    await startPlacement(user);
    const before = [await learnerOf(user), await talliesOf(user.id), await listExercises(user)];
    for (const how of ["right", "wrong", "right"] as const) {
      const { seed } = await current(user);
      expect(await submit(user, how)).toEqual({ outcome: "kept" });
      const { item } = await running(user);
      expect(item.practice).toMatchObject({
        state: "done",
        right: false,
        submissions: [],
        solution: null,
        readings: {},
      });
      expect(JSON.stringify(item)).not.toContain(seed);
      await goOn(user);
    }
    expect([await learnerOf(user), await talliesOf(user.id), await listExercises(user)]).toEqual(before);
    await finishPlacement(user, { placement: (await running(user)).id });
    expect((await result(user)).items.map(({ outcome }) => outcome)).toEqual(["right", "wrong", "right", null]);
    expect(await talliesOf(user.id)).not.toEqual(before[1]);
  });

  it("gives one try, and no second one for an answer with too few digits", async () => {
    const user = await newUser();
    await startPlacement(user);
    await submit(user, "wrong");
    expect(await submit(user, "right")).toEqual({ outcome: "closed", reason: "done" });
  });

  it("takes what is not known yet for not known, without a try", async () => {
    const user = await newUser();
    await startPlacement(user);
    await goOn(user);
    const { id, done } = await running(user);
    expect(done).toBe(1);
    await finishPlacement(user, { placement: id });
    expect(await result(user)).toMatchObject({ answered: 1, items: [{ outcome: "unknown" }, { outcome: null }] });
    expect(await db().submission.count({ where: { userId: user.id } })).toBe(0);
    const found = await learnerOf(user);
    expect([...found.values()].every(({ tries }) => tries === 0)).toBe(true);
  });

  it("passes a broken item by, which says nothing", async () => {
    const user = await newUser();
    await startPlacement(user);
    const { id: broken, main } = await current(user);
    await db().$executeRaw`UPDATE variants SET state = 'broken', closed_at = now() WHERE id = ${broken}::uuid`;
    expect(await running(user)).toMatchObject({ item: { practice: { state: "broken" } } });
    await goOn(user);
    expect(await running(user)).toMatchObject({ done: 0, item: { position: 2, practice: { state: "open" } } });
    expect((await rowsOf(user))[1]?.exerciseId).not.toBe((await rowsOf(user))[0]?.exerciseId);
    expect(main).toBeDefined();
  });

  it("changes what is known once it is over: its answers first, then what rests on them or carries them", async () => {
    const user = await newUser();
    await startPlacement(user);
    for (let i = 0; i < 4; i++) {
      await submit(user, "right");
      await goOn(user);
    }
    const { id } = await running(user);
    const answered = (await rowsOf(user)).slice(0, -1).map(({ exerciseId }) => exerciseId);
    await Promise.all([finishPlacement(user, { placement: id }), finishPlacement(user, { placement: id })]);
    const after = await learnerOf(user);
    const mains = bank().flatMap(({ exercise, level, skills: [main] }) =>
      main && level === 2 && answered.includes(exercise) ? [main] : [],
    );
    // One try each, counted once, although the end was asked for twice.
    for (const skill of mains) expect(after.get(skill)?.tries).toBeGreaterThanOrEqual(1);
    expect([...after.values()].reduce((most, { right, tries }) => Math.max(most, tries - right), 0)).toBe(0);
    for (const below of mains.flatMap((skill) => needsOf(skill)))
      expect(masteryOf(after, below, Date.now()).chance).toBeGreaterThan(
        masteryOf(new Map(), below, Date.now()).chance,
      );
    expect(after.size).toBe(skillIds.length);
    const ended = await result(user);
    await nextPlacementItem(user, { placement: id, after: 5 });
    expect(await result(user)).toEqual(ended);
  });

  it("can be taken again, with the earlier result shown until the new one has an answer", async () => {
    const user = await newUser();
    await startPlacement(user);
    await goOn(user);
    await finishPlacement(user, { placement: (await running(user)).id });
    const first = await result(user);
    await startPlacement(user);
    await finishPlacement(user, { placement: (await running(user)).id });
    expect(await result(user)).toEqual(first);
    expect(await db().attempt.count({ where: { userId: user.id } })).toBe(2);
  });

  it("goes on in the account that a guest signs in to in the middle of it, and teaches once", async () => {
    const [guest, user] = [newGuest(), await newUser()];
    await startPlacement(guest);
    await submit({ ...guest, known: true }, "right");
    await transaction((tx) => claimGuest(tx, guest.id, user.id));
    expect((await learnerOf(user)).size).toBe(0);
    await goOn(user);
    const { id, done } = await running(user);
    expect(done).toBe(1);
    await finishPlacement(user, { placement: id });
    expect(Math.max(...[...(await learnerOf(user)).values()].map(({ tries }) => tries))).toBe(1);
  });

  it("is nobody else's", async () => {
    const [user, other] = [await newUser(), await newUser()];
    await startPlacement(user);
    const { id } = await running(user);
    for (const stranger of [other, known(newGuest()), { kind: "anonymous" } as const])
      expect(await readPlacement(stranger)).toBeNull();
    await expect(nextPlacementItem(other, { placement: id, after: 1 })).rejects.toMatchObject({ kind: "not-found" });
    await expect(finishPlacement(other, { placement: id })).rejects.toMatchObject({ kind: "not-found" });
    await expect(startPlacement({ kind: "anonymous" })).rejects.toMatchObject({ kind: "signed-out" });
  });
});

describe("where a placement says to begin", { timeout: 120_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase("embedded-memory");
  }, 120_000);
  afterAll(() => database.close());

  it.each([
    ["nothing", []],
    ["vectors and matrices", ["matrix-products"]],
    ["school calculus", ["derivatives", "exp-log-derivatives"]],
    ["the first two topics", skillIds.filter((id) => ["linear-algebra", "calculus"].includes(skills[id].topic))],
    ["all of it", skillIds],
  ] as const)("is at the edge for somebody who knows exactly %s", async (_, tops) => {
    const knows = new Set(tops.flatMap(downFrom));
    const user = await newUser();
    await take(user, knows);
    const { answered, start } = await result(user);
    expect(answered).toBeGreaterThanOrEqual(10);
    expect(answered).toBeLessThanOrEqual(15);
    const isAtEdge = (id: SkillId) => !knows.has(id) && needsOf(id).every((need) => knows.has(need));
    const hits = start.filter(({ id }) => isAtEdge(id));
    expect(hits.length).toBeGreaterThanOrEqual((2 / 3) * start.length);
    expect(start.length > 0).toBe(skillIds.some(isAtEdge));
    for (const { exercises } of start) expect(exercises.length).toBeGreaterThan(0);
  });
});
