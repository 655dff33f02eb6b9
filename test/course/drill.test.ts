import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "#lib/course/actor.ts";
import { bank } from "#lib/course/bank.ts";
import { claimGuest } from "#lib/course/claim.ts";
import { readDrill } from "#lib/course/drill.ts";
import { finishDrill } from "#lib/course/drill-finish.ts";
import { nextDrillItem } from "#lib/course/drill-next.ts";
import { readDrillOffer } from "#lib/course/drill-offer.ts";
import { startDrill, startDrillSchema } from "#lib/course/drill-start.ts";
import { levelSchema } from "#lib/course/level.ts";
import { progressOf } from "#lib/course/progress.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db, transaction } from "#lib/db/client.ts";
import { answersTo } from "../../e2e/answers.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { known, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const form = (fields: Record<string, string> = {}) => startDrillSchema.parse(fields);

async function begin(actor: Actor, fields: Record<string, string> = { length: "5" }): Promise<string> {
  const started = await startDrill(actor, form(fields));
  if (!("drill" in started)) throw new Error("another drill is in the way");
  return started.drill;
}

/** The skills that the items are mainly about, in their order. */
async function mainsOf(drill: string) {
  const rows = await rowsOf(drill);
  return rows.map((row) => bank().find((one) => one.exercise === row.exerciseId && one.level === row.level)?.skills[0]);
}

const rowsOf = (drill: string) => db().variant.findMany({ where: { attemptId: drill }, orderBy: { position: "asc" } });

async function current(drill: string) {
  const row = (await rowsOf(drill)).at(-1);
  if (!row) throw new Error("the drill has no item");
  return { ...row, level: levelSchema.parse(row.level), position: row.position ?? 0 };
}

/** Answers the item that the drill is at, and tells its position. */
async function answer(actor: Actor, drill: string, how: "right" | "wrong"): Promise<number> {
  const { id, exerciseId, version, level, params, position } = await current(drill);
  const answers = answersTo(exerciseId, version, level, params);
  const raw = how === "right" ? answers.right : answers.wrong.typed;
  const sent = await submitAnswer(actor, { key: randomUUID(), variantId: id, raw });
  expect(sent).toMatchObject({ outcome: "judged", practice: { right: how === "right" } });
  return position;
}

async function running(actor: Actor, drill: string) {
  const read = await readDrill(actor, drill);
  if (read?.state !== "running") throw new Error("the drill is not running");
  return read;
}

async function summary(actor: Actor, drill: string) {
  const read = await readDrill(actor, drill);
  if (read?.state !== "finished") throw new Error("the drill is not finished");
  return read;
}

describe.each(databases)("a drill on %s", { timeout: 120_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("begins with one item, also for a guest without a row, and reading draws none", async () => {
    const guest = newGuest();
    expect(await readDrillOffer(guest)).toMatchObject({ isNew: true, due: 0, weak: 0, unfinished: null, earlier: [] });
    expect(await db().user.count({ where: { id: guest.id } })).toBe(0);
    const drill = await begin(guest, {});
    const read = await running(known(guest), drill);
    expect(read).toMatchObject({ done: 0, total: 10, streak: 0, isWorked: false, gap: null, detourLeft: null });
    expect(read.item).toMatchObject({ position: 1, practice: { state: "open" } });
    // Nothing is known: the first item is new, and rests on nothing.
    expect(read.item.why).toMatchObject({ kind: "new", rests: false, daysAgo: null });
    await readDrill(known(guest), drill);
    expect(await rowsOf(drill)).toHaveLength(1);
  });

  it("begins once for a double click and for two tabs at once", async () => {
    const user = await newUser();
    const drills = await Promise.all(Array.from({ length: 6 }, () => begin(user)));
    expect(new Set([...drills, await begin(user)]).size).toBe(1);
    expect(await db().attempt.count({ where: { userId: user.id } })).toBe(1);
    expect(await db().variant.count({ where: { userId: user.id } })).toBe(1);
  });

  it("gives one next item, however many ask for it at once", async () => {
    const user = await newUser();
    const drill = await begin(user);
    const after = await answer(user, drill, "right");
    await Promise.all(Array.from({ length: 6 }, () => nextDrillItem(user, { drill, after })));
    await nextDrillItem(user, { drill, after });
    const rows = await rowsOf(drill);
    expect(rows.map(({ position, state }) => [position, state])).toEqual([
      [1, "done"],
      [2, "open"],
    ]);
    expect(await running(user, drill)).toMatchObject({ done: 1, item: { position: 2 } });
  });

  it("goes on after a wrong answer too, of which only the first try counts", async () => {
    const user = await newUser();
    const drill = await begin(user);
    const after = await answer(user, drill, "wrong");
    expect(await running(user, drill)).toMatchObject({
      isWorked: true,
      streak: 0,
      item: { practice: { state: "open" } },
    });
    await answer(user, drill, "right");
    await nextDrillItem(user, { drill, after });
    await finishDrill(user, { drill });
    const read = await summary(user, drill);
    expect(read).toMatchObject({ worked: 1, right: 0, skipped: 1, best: 0 });
    expect(read.items[0]).toMatchObject({ outcome: "wrong", rightLater: true });
  });

  it("ends by itself after the last item, with numbers that equal what was done", async () => {
    const user = await newUser();
    const drill = await begin(user);
    const course = ["right", "right", "wrong", "right", "hint"] as const;
    for (const how of course) {
      if (how === "hint") await reveal(user, { variantId: (await current(drill)).id, kind: "hint", index: 0 });
      const after = await answer(user, drill, how === "wrong" ? "wrong" : "right");
      await nextDrillItem(user, { drill, after });
    }
    const read = await summary(user, drill);
    expect(read).toMatchObject({ worked: 5, right: 3, skipped: 0, best: 2 });
    expect(read.items.map(({ outcome }) => outcome)).toEqual(["right", "right", "wrong", "right", "hinted"]);
    expect((await rowsOf(drill)).every(({ state }) => state === "done")).toBe(true);
    expect((await readDrillOffer(user)).earlier).toMatchObject([{ id: drill, worked: 5, right: 3 }]);
    // What moved is told of every main skill, from before the first item that took it; and stays as it was told.
    const mains = new Set(await mainsOf(drill));
    expect(read.moved.map(({ id }) => id)).toEqual(expect.arrayContaining([...mains]));
    const first = read.moved.find(({ name }) => name === read.items[0]?.why.skill);
    expect(first?.before.band).toBe("new");
    expect(first?.after.chance).toBeGreaterThan(first?.before.chance ?? 1);
    const more = await begin(user, { skills: first?.id ?? "", length: "5" });
    await answer(user, more, "wrong");
    expect((await summary(user, drill)).moved).toEqual(read.moved);
  });

  it("counts a skipped item for nothing, and gives another in its place", async () => {
    const user = await newUser();
    const drill = await begin(user);
    for (let after = 1; after <= 3; after++) await nextDrillItem(user, { drill, after });
    expect(await running(user, drill)).toMatchObject({ done: 0, total: 5, item: { position: 4 } });
    expect(await db().skillState.count({ where: { userId: user.id } })).toBe(0);
    expect(await progressOf(user)).toMatchObject({ submissions: 0 });
    await finishDrill(user, { drill });
    expect(await summary(user, drill)).toMatchObject({ worked: 0, right: 0, skipped: 4, moved: [] });
  });

  it("replaces a broken item, which counts for nothing", async () => {
    const user = await newUser();
    const drill = await begin(user);
    const { id } = await current(drill);
    await db().$executeRaw`UPDATE variants SET state = 'broken', closed_at = now() WHERE id = ${id}::uuid`;
    expect(await running(user, drill)).toMatchObject({ item: { practice: { state: "broken" } } });
    await nextDrillItem(user, { drill, after: 1 });
    expect(await running(user, drill)).toMatchObject({ done: 0, item: { position: 2, practice: { state: "open" } } });
    await finishDrill(user, { drill });
    expect(await summary(user, drill)).toMatchObject({ skipped: 1, items: [{ outcome: "broken" }, { outcome: null }] });
  });

  it("gives way when nothing was answered in it, and else asks which one it shall be", async () => {
    const user = await newUser();
    const untouched = await begin(user);
    const drill = await begin(user, { length: "20" });
    expect(await summary(user, untouched)).toMatchObject({ worked: 0 });
    await answer(user, drill, "right");
    expect(await startDrill(user, form({ length: "20" }))).toEqual({ unfinished: drill });
    expect(await startDrill(user, form({ length: "5", instead: untouched }))).toEqual({ unfinished: drill });
    const instead = form({ length: "5", instead: drill });
    const both = await Promise.all([startDrill(user, instead), startDrill(user, instead)]);
    expect(both[0]).toEqual(both[1]);
    expect(await summary(user, drill)).toMatchObject({ worked: 1, right: 1 });
    expect((await readDrillOffer(user)).unfinished).toMatchObject({ done: 0, total: 5 });
  });

  it("stays within its focus, by skills and by exercises", async () => {
    const user = await newUser();
    const drill = await begin(user, { skills: "bayes,entropy" });
    for (let after = 1; after < 7; after++) await nextDrillItem(user, { drill, after });
    expect(new Set(await mainsOf(drill))).toEqual(new Set(["bayes", "entropy"]));
    expect(await running(user, drill)).toMatchObject({ focus: ["Bayes’ theorem", expect.any(String)] });

    const one = await begin(user, { exercises: "calculus/chain-rule", length: "endless" });
    for (let after = 1; after < 4; after++) await nextDrillItem(user, { drill: one, after });
    const exercises = (await rowsOf(one)).map(({ exerciseId }) => exerciseId);
    expect(exercises).toEqual(Array.from({ length: 4 }, () => "calculus/chain-rule"));
    expect(await running(user, one)).toMatchObject({ total: null, item: { why: { kind: "focus" } } });
  });

  it.each([{ skills: "telepathy" }, { exercises: "calculus/none" }, { length: "11" }, { instead: "no-id" }])(
    "refuses a form with %j",
    (fields) => {
      expect(startDrillSchema.safeParse(fields).success).toBe(false);
    },
  );

  it("puts three items on a gap before the rest, and lets one leave again", async () => {
    const user = await newUser();
    const drill = await begin(user);
    let after = await answer(user, drill, "wrong");
    await nextDrillItem(user, { drill, after, detour: "dot-products" });
    expect(await running(user, drill)).toMatchObject({
      done: 1,
      total: 8,
      detourLeft: 3,
      item: { why: { kind: "detour" } },
    });
    for (let i = 0; i < 3; i++) {
      after = await answer(user, drill, "right");
      await nextDrillItem(user, { drill, after });
    }
    expect((await mainsOf(drill)).slice(1, 4)).toEqual(["dot-products", "dot-products", "dot-products"]);
    expect(await running(user, drill)).toMatchObject({ done: 4, total: 8, detourLeft: null });

    after = await answer(user, drill, "wrong");
    await nextDrillItem(user, { drill, after, detour: "vectors" });
    await nextDrillItem(user, { drill, after: after + 1, detour: "leave" });
    expect(await running(user, drill)).toMatchObject({ done: 5, total: 8, detourLeft: null });
  });

  it("offers a gap after a mistake on something whose ground is known less well", async () => {
    const user = await newUser();
    // Vectors go wrong twice, so what rests on them is better explained by them.
    const basics = await begin(user, { skills: "vectors", length: "5" });
    for (let i = 0; i < 2; i++) {
      const after = await answer(user, basics, "wrong");
      await nextDrillItem(user, { drill: basics, after });
    }
    await finishDrill(user, { drill: basics });
    const drill = await begin(user, { skills: "dot-products", length: "5" });
    expect((await running(user, drill)).gap).toBeNull();
    const after = await answer(user, drill, "wrong");
    expect((await running(user, drill)).gap).toMatchObject({
      skill: "vectors",
      name: "Vectors",
      under: "Dot products",
    });
    await nextDrillItem(user, { drill, after, detour: "vectors" });
    expect((await running(user, drill)).item.why).toMatchObject({ kind: "detour", behind: "Dot products" });
  });

  it("takes nothing any more when it is over, and says nothing against ending it twice", async () => {
    const user = await newUser();
    const drill = await begin(user);
    const { id, position } = await current(drill);
    await Promise.all([finishDrill(user, { drill }), finishDrill(user, { drill })]);
    const ended = await summary(user, drill);
    await nextDrillItem(user, { drill, after: position });
    expect(await rowsOf(drill)).toHaveLength(1);
    const sent = await submitAnswer(user, { key: randomUUID(), variantId: id, raw: { z: "1" } });
    expect(sent).toEqual({ outcome: "closed", reason: expect.stringMatching(/done|over/) });
    await finishDrill(user, { drill });
    expect(await summary(user, drill)).toEqual(ended);
  });

  it("is nobody else's", async () => {
    const [user, other] = [await newUser(), await newUser()];
    const drill = await begin(user);
    for (const stranger of [other, newGuest(), { kind: "anonymous" } as const])
      expect(await readDrill(stranger, drill)).toBeNull();
    await expect(nextDrillItem(other, { drill, after: 1 })).rejects.toMatchObject({ kind: "not-found" });
    await expect(finishDrill(other, { drill })).rejects.toMatchObject({ kind: "not-found" });
    await expect(startDrill({ kind: "anonymous" }, form())).rejects.toMatchObject({ kind: "signed-out" });
  });

  it("goes on in the account that a guest signs in to in the middle of it", async () => {
    const [guest, user] = [newGuest(), await newUser()];
    const own = await begin(user);
    await answer(user, own, "right");
    const drill = await begin(guest);
    const after = await answer(known(guest), drill, "right");
    await transaction((tx) => claimGuest(tx, guest.id, user.id));
    await nextDrillItem(user, { drill, after });
    expect(await running(user, drill)).toMatchObject({ done: 1, streak: 1, item: { position: 2 } });
    await expect(nextDrillItem(known(guest), { drill, after: 2 })).rejects.toMatchObject({ name: "Refusal" });
    // Of two unfinished ones the guest's goes on; the other is over, with what was done in it.
    expect(await summary(user, own)).toMatchObject({ worked: 1, right: 1 });
  });

  it("tells no seed, parameter or malrule while it runs", async () => {
    const user = await newUser();
    const drill = await begin(user);
    const { seed } = await current(drill);
    await answer(user, drill, "wrong");
    const text = JSON.stringify(await readDrill(user, drill));
    expect(text).not.toContain(seed);
    expect(text).not.toMatch(/"(seed|params|reference|interval|malrules|nearMiss|before)":/);
  });
});
