import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { saveDraft } from "#lib/course/draft.ts";
import { drawPractice } from "#lib/course/draw.ts";
import { readPractice } from "#lib/course/practice.ts";
import { progressOf } from "#lib/course/progress.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db } from "#lib/db/client.ts";
import { log } from "#lib/log.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, neuron, newUser } from "./people.ts";

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
    return { ...exercise, version, steps: exercise.steps.map((step) => ({ ...step, value: fail })) };
  };
  return { ...registry, findVersion };
});

const submit = (raw: Record<string, string>, variantId: string, key: string = randomUUID()) => ({
  key,
  variantId,
  raw,
});

/** A user with the example's variant, open. */
async function begin() {
  const user = await newUser();
  return { user, variantId: await giveNeuron(user) };
}

describe.each(databases)("submitting on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("judges a right answer, closes the variant, and shows the solution", async () => {
    const { user, variantId } = await begin();
    const outcome = await submitAnswer(user, submit(neuron.right, variantId));
    expect(outcome).toMatchObject({
      outcome: "judged",
      submission: { sequence: 1, score: 1, countsAsTry: true, raw: neuron.right, receipt: { verdict: "right" } },
      practice: { state: "done", right: true, solution: { lines: [{ step: "z" }, { step: "a" }, { step: "L" }] } },
    });
    const row = await db().variant.findUniqueOrThrow({ where: { id: variantId } });
    expect(row).toMatchObject({ state: "done", closedAt: expect.any(Date) });
  });

  it("judges a known mistake, follows it, and leaves the variant open", async () => {
    const { user, variantId } = await begin();
    const outcome = await submitAnswer(user, submit(neuron.biasDropped, variantId));
    expect(outcome).toMatchObject({
      outcome: "judged",
      submission: {
        score: 2 / 3,
        receipt: { verdict: "partly", steps: [{ verdict: "wrong" }, { verdict: "carried" }, { verdict: "carried" }] },
      },
      practice: { state: "open", right: false, solution: null },
    });
  });

  it("stores one submission for a retry, and answers with its receipt", async () => {
    const { user, variantId } = await begin();
    const same = submit(neuron.biasDropped, variantId);
    const once = await submitAnswer(user, same);
    await submitAnswer(user, submit(neuron.right, variantId));
    const again = await submitAnswer(user, same);
    if (once.outcome !== "judged" || again.outcome !== "judged") throw new Error("not judged");
    expect(again.submission.id).toBe(once.submission.id);
    expect(again.submission.receipt.verdict).toBe("partly");
    expect(again.practice).toMatchObject({ state: "done", right: true });
    expect(await db().submission.count({ where: { variantId } })).toBe(2);
  });

  it("stores one submission for twenty calls at once with one key", async () => {
    const { user, variantId } = await begin();
    const same = submit(neuron.wrong, variantId);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => submitAnswer(user, same)));
    const ids = outcomes.map((outcome) => outcome.outcome === "judged" && outcome.submission.id);
    expect(new Set(ids).size).toBe(1);
    expect(ids[0]).toEqual(expect.any(String));
    expect(await db().submission.count({ where: { variantId } })).toBe(1);
    expect(await db().receipt.count({ where: { submission: { variantId } } })).toBe(1);
  });

  it("numbers ten different submissions at once without a gap, and counts one first try", async () => {
    const { user, variantId } = await begin();
    await Promise.all(Array.from({ length: 10 }, (_, i) => submitAnswer(user, submit({ z: `${i + 50}` }, variantId))));
    const rows = await db().submission.findMany({ where: { variantId }, orderBy: { sequence: "asc" } });
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const skills = await db().skillState.findMany({ where: { userId: user.id }, orderBy: { skillId: "asc" } });
    expect(skills.map(({ skillId, right, tries }) => [skillId, right, tries])).toEqual([
      ["backprop-neuron", 0, 1],
      ["linear-layers", 0, 1],
      ["sigmoid", 0, 1],
    ]);
  });

  it("counts every submission of ten variants at once towards the skills", async () => {
    const user = await newUser();
    const ids: string[] = [];
    for (let number = 1; number <= 9; number++) ids.push(await giveNeuron(user, { number, level: 1, state: "done" }));
    await db().$executeRaw`UPDATE variants SET state = 'done' WHERE user_id = ${user.id}::uuid`;
    const open = await Promise.all(([1, 2, 3] as const).map((level) => giveNeuron(user, { number: 10, level })));
    await Promise.all(open.map((id) => submitAnswer(user, submit({ z: "7", dL_dw: "7", w_new: "7" }, id))));
    // The first step of the chain is asked at level 1, or rested on by what is asked at the others.
    const layers = { userId_skillId: { userId: user.id, skillId: "linear-layers" } };
    expect(await db().skillState.findUnique({ where: layers })).toMatchObject({ tries: 3 });
    expect(await submitAnswer(user, submit(neuron.right, ids[0] ?? ""))).toEqual({ outcome: "closed", reason: "done" });
  });

  it("refuses the same key with another answer, or for another variant", async () => {
    const { user, variantId } = await begin();
    const key = randomUUID();
    const other = await giveNeuron(user, { level: 2 });
    await submitAnswer(user, submit(neuron.wrong, variantId, key));
    expect(await submitAnswer(user, submit(neuron.right, variantId, key))).toEqual({ outcome: "conflict" });
    expect(await submitAnswer(user, submit(neuron.wrong, other, key))).toEqual({ outcome: "conflict" });
    expect(await db().submission.count({ where: { userId: user.id } })).toBe(1);
  });

  it("stores one of two submissions that use one key for two variants at once", async () => {
    const { user, variantId } = await begin();
    const [key, other] = [randomUUID(), await giveNeuron(user, { level: 2 })];
    const outcomes = await Promise.all([
      submitAnswer(user, submit({ z: "9" }, variantId, key)),
      submitAnswer(user, submit({ dL_dw: "9" }, other, key)),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(["conflict", "judged"]);
    expect(await db().submission.count({ where: { userId: user.id } })).toBe(1);
  });

  it("lets two learners use the same key", async () => {
    const [one, two, key] = [await begin(), await begin(), randomUUID()];
    await submitAnswer(one.user, submit(neuron.right, one.variantId, key));
    const outcome = await submitAnswer(two.user, submit(neuron.right, two.variantId, key));
    expect(outcome.outcome).toBe("judged");
  });

  it("knows nothing of another learner's variant", async () => {
    const [{ variantId }, other] = [await begin(), await newUser()];
    const notFound = { name: "Refusal", kind: "not-found" };
    await expect(submitAnswer(other, submit(neuron.right, variantId))).rejects.toMatchObject(notFound);
    await expect(submitAnswer({ kind: "anonymous" }, submit({}, variantId))).rejects.toMatchObject(notFound);
    await expect(saveDraft(other, { variantId, raw: {} })).rejects.toMatchObject(notFound);
    await expect(reveal(other, { variantId, kind: "solution", index: 0 })).rejects.toMatchObject(notFound);
    await expect(submitAnswer(other, submit(neuron.right, randomUUID()))).rejects.toMatchObject(notFound);
    expect(await db().submission.count({ where: { variantId } })).toBe(0);
    expect(await db().reveal.count({ where: { variantId } })).toBe(0);
  });

  it("stores nothing of an unreadable answer but the draft, and costs no try", async () => {
    const { user, variantId } = await begin();
    const key = randomUUID();
    const outcome = await submitAnswer(user, submit(neuron.unreadable, variantId, key));
    expect(outcome).toMatchObject({ outcome: "unreadable", parts: [{ step: "z", raw: "1,1" }] });
    expect(await db().submission.count({ where: { variantId } })).toBe(0);
    expect(await db().skillState.count({ where: { userId: user.id } })).toBe(0);
    const practice = await readPractice(user, neuron.exercise, 1);
    expect(practice).toMatchObject({ state: "open", draft: neuron.unreadable, submissions: [], credit: 1 });
    expect(await submitAnswer(user, submit(neuron.right, variantId, key))).toMatchObject({ outcome: "judged" });
  });

  it("takes an answer with too few digits as no try", async () => {
    const { user, variantId } = await begin();
    const outcome = await submitAnswer(user, submit({ ...neuron.right, L: "0.06" }, variantId));
    expect(outcome).toMatchObject({ submission: { countsAsTry: false, receipt: { verdict: "imprecise" } } });
    expect(await db().skillState.count({ where: { userId: user.id } })).toBe(0);
    await submitAnswer(user, submit(neuron.right, variantId));
    const skills = await db().skillState.findMany({ where: { userId: user.id } });
    expect(skills.map(({ right, tries }) => [right, tries])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  it("counts only the first counted try of a variant towards the skills", async () => {
    const { user, variantId } = await begin();
    await submitAnswer(user, submit(neuron.wrong, variantId));
    await submitAnswer(user, submit(neuron.right, variantId));
    const skills = await db().skillState.findMany({ where: { userId: user.id } });
    expect(skills.map(({ right, tries }) => [right, tries])).toEqual([
      [0, 1],
      [0, 1],
      [0, 1],
    ]);
  });

  it("charges a mistake to the skill of its step, and counts what was carried on for its own", async () => {
    const { user, variantId } = await begin();
    await submitAnswer(user, submit(neuron.biasDropped, variantId));
    const skills = await db().skillState.findMany({ where: { userId: user.id }, orderBy: { skillId: "asc" } });
    expect(skills.map(({ skillId, right, tries }) => [skillId, right, tries])).toEqual([
      ["backprop-neuron", 1, 1],
      ["linear-layers", 0, 1],
      ["sigmoid", 1, 1],
    ]);
  });

  it("counts the same numbers, met again in another row, once", async () => {
    const user = await newUser();
    const seed = "0123456789abcdef".repeat(2);
    for (const number of [1, 2]) {
      const attempt = { userId: user.id, kind: "drill", config: { length: 1 } } as const;
      const { id: attemptId } = await db().attempt.create({ data: attempt });
      const drawn = { userId: user.id, exerciseId: neuron.exercise, version: 1, level: 1, params: neuron.params };
      const { id } = await db().variant.create({ data: { ...drawn, number, seed, attemptId, position: 1 } });
      await submitAnswer(user, submit(neuron.right, id));
      await db().attempt.update({ where: { id: attemptId }, data: { finishedAt: new Date() } });
    }
    const skills = await db().skillState.findMany({ where: { userId: user.id } });
    expect(skills.map(({ tries }) => tries)).toEqual([1, 1, 1]);
  });

  it("takes no answer after a right one, or after a newer variant was drawn", async () => {
    const { user, variantId } = await begin();
    await submitAnswer(user, submit(neuron.right, variantId));
    expect(await submitAnswer(user, submit(neuron.wrong, variantId))).toEqual({ outcome: "closed", reason: "done" });
    const second = await giveNeuron(user, { number: 2 });
    await drawPractice(user, { exercise: neuron.exercise, level: 1, after: 2 });
    expect(await submitAnswer(user, submit(neuron.right, second))).toEqual({ outcome: "closed", reason: "done" });
    await expect(saveDraft(user, { variantId: second, raw: { z: "1" } })).rejects.toMatchObject({ kind: "closed" });
  });

  it.each([
    ["throws", 98],
    ["is gone", 99],
  ])("marks a variant broken whose own version %s, logs it, and judges nothing", async (_, version) => {
    const user = await newUser();
    const variantId = await giveNeuron(user, { version });
    const logged = vi.spyOn(log(), "error");
    expect(await submitAnswer(user, submit(neuron.right, variantId))).toEqual({ outcome: "closed", reason: "broken" });
    expect(await submitAnswer(user, submit(neuron.right, variantId))).toEqual({ outcome: "closed", reason: "broken" });
    expect(logged).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ variant: variantId }), expect.any(String));
    expect(JSON.stringify(logged.mock.calls)).not.toContain("seed");
    logged.mockRestore();
    expect(await db().submission.count({ where: { variantId } })).toBe(0);
    expect(await db().skillState.count({ where: { userId: user.id } })).toBe(0);
  });

  it("lets draw another variant after a broken one, which lost nothing", async () => {
    const user = await newUser();
    const variantId = await giveNeuron(user, { version: 98 });
    await submitAnswer(user, submit(neuron.right, variantId));
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ variantId, number: 1, state: "broken" });
    await expect(reveal(user, { variantId, kind: "hint", index: 0 })).rejects.toMatchObject({ kind: "unavailable" });
    expect(await drawPractice(user, { exercise: neuron.exercise, level: 1, after: 1 })).toEqual({ number: 2 });
    expect(await progressOf(user)).toMatchObject({ submissions: 0, right: 0 });
    expect(await db().skillState.count({ where: { userId: user.id } })).toBe(0);
  });

  it("keeps drafts, the last one counting, and the submitted answer after it", async () => {
    const { user, variantId } = await begin();
    await saveDraft(user, { variantId, raw: { z: "1" } });
    await saveDraft(user, { variantId, raw: { z: "1.", a: "√" } });
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ draft: { z: "1.", a: "√" } });
    await submitAnswer(user, submit(neuron.wrong, variantId));
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ draft: neuron.wrong });
  });

  it("ignores parts that are not asked", async () => {
    const { user, variantId } = await begin();
    const outcome = await submitAnswer(user, submit({ ...neuron.right, dL_dw: "5", toString: "x" }, variantId));
    expect(outcome).toMatchObject({ outcome: "judged", submission: { raw: neuron.right, score: 1 } });
  });
});
