import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { drawPractice } from "#lib/course/draw.ts";
import { type Practice, readPractice } from "#lib/course/practice.ts";
import { catalogue } from "#lib/course/registry.ts";
import { db } from "#lib/db/client.ts";
import { exercise } from "#lib/exercise/exercise.ts";
import { scalar } from "#lib/exercise/kinds.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, known, knownGuest, neuron, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

// An exercise that cannot be drawn, and one whose code of old is gone.
vi.mock("#lib/course/registry.ts", async (load) => {
  const registry = await load<typeof import("#lib/course/registry.ts")>();
  return { ...registry, findExercise: (id: string) => special.get(id) ?? registry.findExercise(id) };
});
const unsound = exercise({
  id: "calculus/unsound",
  version: 1,
  title: "t",
  summary: "s",
  skills: ["derivatives"],
  source: { section: "2" },
})
  .params(z.object({}), () => ({}))
  .prompt(() => "p")
  .step("y", scalar(), () => Number.NaN, { label: "y", words: "y", hint: "h", formula: "y" })
  .asks({ 1: ["y"], 2: ["y"], 3: ["y"] })
  .check(() => ({}));

const tiny = exercise({
  id: "calculus/tiny",
  version: 1,
  title: "t",
  summary: "s",
  skills: ["derivatives"],
  source: { section: "2" },
})
  .params(z.object({ x: z.int() }), (rng) => ({ x: rng.int(3, 6) }))
  .prompt(() => "p")
  .step("y", scalar(), (p) => 2 * p.x, {
    ...{ label: "y", words: "y", hint: "h", formula: "y" },
    malrules: { once: { value: (p) => p.x, says: "Once." }, thrice: { value: (p) => 3 * p.x, says: "Thrice." } },
  })
  .asks({ 1: ["y"], 2: ["y"], 3: ["y"] })
  .check(() => ({}));
const special = new Map([unsound, tiny].map((made) => [made.id, made]));

const first = { exercise: neuron.exercise, level: 1, after: 0 } as const;
const read = async (actor: Actor): Promise<Practice> => {
  const practice = await readPractice(actor, neuron.exercise, 1);
  if (!practice) throw new Error("nothing was drawn");
  return practice;
};

describe.each(databases)("drawing on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("shows nothing before the first variant is drawn, and reading draws none", async () => {
    const guest = newGuest();
    expect(await readPractice(guest, neuron.exercise, 1)).toBeNull();
    expect(await readPractice({ kind: "anonymous" }, neuron.exercise, 1)).toBeNull();
    expect(await db().user.count({ where: { id: guest.id } })).toBe(0);
  });

  it("draws none twice for one learner as long as there are others, and then begins again", async () => {
    const guest = await knownGuest();
    const draw = (after: number) => drawPractice(guest, { exercise: tiny.id, level: 1, after });
    for (let after = 0; after < 4; after++) await draw(after);
    const rows = await db().variant.findMany({ where: { userId: guest.id }, orderBy: { number: "asc" } });
    expect(rows.map(({ params }) => z.object({ x: z.int() }).parse(params).x).sort()).toEqual([3, 4, 5, 6]);
    expect(await draw(4)).toEqual({ number: 5 });
  });

  it("makes the guest's row with the first variant", async () => {
    const guest = newGuest();
    expect(await drawPractice(guest, first)).toEqual({ number: 1 });
    expect(await db().user.findUnique({ where: { id: guest.id } })).toMatchObject({ guest: true, email: null });
    expect(await read(known(guest))).toMatchObject({
      number: 1,
      state: "open",
      draft: {},
      submissions: [],
      hints: [],
      nextHintCosts: 0.1,
      credit: 1,
      solution: null,
      right: false,
    });
  });

  it("keeps version, parameters and a seed of 128 bits, another each time", async () => {
    const guest = newGuest();
    for (let after = 0; after < 5; after++) await drawPractice(guest, { ...first, after });
    const rows = await db().variant.findMany({ where: { userId: guest.id } });
    expect(new Set(rows.map(({ seed }) => seed)).size).toBe(5);
    for (const { seed, version } of rows) expect([seed, version]).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 1]);
  });

  it("counts variants for each user, exercise and level apart", async () => {
    const user = await newUser();
    expect(await drawPractice(user, first)).toEqual({ number: 1 });
    expect(await drawPractice(user, { ...first, level: 2 })).toEqual({ number: 1 });
    expect(await drawPractice(user, { ...first, after: 1 })).toEqual({ number: 2 });
    expect(await drawPractice(await newUser(), first)).toEqual({ number: 1 });
  });

  it("closes the open variant, with the time", async () => {
    const user = await newUser();
    await drawPractice(user, first);
    await drawPractice(user, { ...first, after: 1 });
    const rows = await db().variant.findMany({ where: { userId: user.id }, orderBy: { number: "asc" } });
    expect(rows.map(({ state, closedAt }) => [state, closedAt !== null])).toEqual([
      ["done", true],
      ["open", false],
    ]);
  });

  it("draws once for a double click", async () => {
    const user = await newUser();
    expect(await drawPractice(user, first)).toEqual({ number: 1 });
    expect(await drawPractice(user, first)).toEqual({ number: 1 });
    expect(await db().variant.count({ where: { userId: user.id } })).toBe(1);
  });

  it("leaves one open variant after ten draws at once, of one number", async () => {
    const guest = newGuest();
    const drawn = await Promise.all(Array.from({ length: 10 }, () => drawPractice(guest, first)));
    expect(drawn).toEqual(Array.from({ length: 10 }, () => ({ number: 1 })));
    expect(await db().variant.count({ where: { userId: guest.id } })).toBe(1);
  });

  it("leaves one open variant after ten draws at once, of different numbers on screen", async () => {
    const user = await newUser();
    await Promise.all(Array.from({ length: 10 }, (_, after) => drawPractice(user, { ...first, after })));
    expect(await db().variant.count({ where: { userId: user.id, state: "open" } })).toBe(1);
  });

  it("refuses an exercise that there is not, and somebody without a cookie", async () => {
    const refusal = { name: "Refusal", kind: "not-found" };
    await expect(drawPractice(await newUser(), { ...first, exercise: "calculus/none" })).rejects.toMatchObject(refusal);
    await expect(drawPractice({ kind: "anonymous" }, first)).rejects.toMatchObject({ kind: "signed-out" });
  });

  it("refuses a deleted user, and a guest who was claimed", async () => {
    const [user, guest] = [await newUser(), await knownGuest()];
    await db().user.update({ where: { id: user.id }, data: { deletedAt: new Date(), email: null } });
    await db().user.update({ where: { id: guest.id }, data: { claimedById: (await newUser()).id } });
    await expect(drawPractice(user, first)).rejects.toMatchObject({ kind: "signed-out" });
    await expect(drawPractice(guest, first)).rejects.toMatchObject({ kind: "signed-out" });
  });

  it("says so kindly when an exercise cannot be drawn, and stores nothing", async () => {
    const guest = newGuest();
    const drawing = drawPractice(guest, { ...first, exercise: unsound.id });
    await expect(drawing).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching(/take another/),
    });
    expect(await db().user.count({ where: { id: guest.id } })).toBe(0);
  });

  it("shows a variant whose code is gone as broken, and lets draw another", async () => {
    const user = await newUser();
    const id = await giveNeuron(user, { version: 99 });
    expect(await readPractice(user, neuron.exercise, 1)).toEqual({
      variantId: id,
      number: 1,
      latest: 1,
      state: "broken",
    });
    expect(await db().variant.findUnique({ where: { id } })).toMatchObject({ state: "broken" });
    expect(await drawPractice(user, { ...first, after: 1 })).toEqual({ number: 2 });
    expect(await read(user)).toMatchObject({ number: 2, state: "open" });
  });

  it("draws every exercise on offer at every level", async () => {
    const user = await newUser();
    for (const { id, asks } of catalogue)
      for (const level of [1, 2, 3] as const) {
        await drawPractice(user, { exercise: id, level, after: 0 });
        const practice = await readPractice(user, id, level);
        if (practice?.state !== "open") throw new Error(`${id}, level ${level}, is ${practice?.state}`);
        expect(practice.view.parts.map(({ step }) => step)).toEqual(asks[level]);
      }
  });
});
