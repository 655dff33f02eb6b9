import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { describeExercise, listExercises } from "#lib/course/exercises.ts";
import { progressOf } from "#lib/course/progress.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, neuron, newGuest, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const submit = (user: Awaited<ReturnType<typeof newUser>>, variantId: string, raw: Record<string, string>) =>
  submitAnswer(user, { key: randomUUID(), variantId, raw });

/** Four variants: wrong then right; right after two hints; right after the solution; one without an answer. */
async function worker() {
  const user = await newUser();
  const one = await giveNeuron(user, { number: 1 });
  await submit(user, one, neuron.wrong);
  await submit(user, one, neuron.right);
  const two = await giveNeuron(user, { number: 2 });
  for (const index of [0, 1]) await reveal(user, { variantId: two, kind: "hint", index });
  await submit(user, two, neuron.right);
  const three = await giveNeuron(user, { number: 3 });
  await reveal(user, { variantId: three, kind: "solution", index: 0 });
  await submit(user, three, neuron.right);
  const four = await giveNeuron(user, { number: 1, level: 3 });
  return { user, one, two, three, four };
}

describe.each(databases)("progress on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("is empty for somebody who has not begun", async () => {
    const nothing = { submissions: 0, right: 0, days: 0, exercises: [], skills: [], recent: [] };
    expect(await progressOf({ kind: "anonymous" })).toEqual(nothing);
    expect(await progressOf(newGuest())).toEqual(nothing);
    expect(await progressOf(await newUser())).toEqual(nothing);
  });

  it("counts what was done, and gives nothing for what was shown", async () => {
    const { user, one, two, three } = await worker();
    const progress = await progressOf(user);
    expect(progress).toMatchObject({
      submissions: 4,
      right: 2,
      days: 1,
      exercises: [
        {
          id: "backpropagation/neuron",
          topic: "backpropagation",
          levels: [
            { level: 1, variants: 3, rightVariants: 2, best: 1 },
            { level: 3, variants: 1, rightVariants: 0, best: null },
          ],
        },
      ],
    });
    expect(progress.recent.map(({ variantId, verdict, score }) => [variantId, verdict, score])).toEqual([
      [three, "right", 0],
      [two, "right", 0.8],
      [one, "right", 1],
      [one, "wrong", 0],
    ]);
    expect(progress.recent[0]).toMatchObject({ exerciseId: neuron.exercise, level: 1, number: 3 });
    expect(Math.abs(Date.parse(progress.recent[0]?.at ?? "") - Date.now())).toBeLessThan(60_000);
  });

  it("counts towards a skill how many variants were right at the first counted try, as the receipts say", async () => {
    const { user } = await worker();
    const { skills } = await progressOf(user);
    // Variant 1 was wrong at first, 2 was right, 3 was shown before, 4 was not answered.
    expect(skills.map(({ id, right, tries }) => [id, right, tries])).toEqual([
      ["sigmoid", 1, 2],
      ["backprop-neuron", 1, 2],
    ]);
    const receipts = await db().receipt.findMany({
      where: { submission: { userId: user.id }, countsAsTry: true },
      include: { submission: true },
      orderBy: { submission: { sequence: "asc" } },
    });
    const first = new Map<string, string>();
    for (const { verdict, submission } of receipts)
      if (!first.has(submission.variantId)) first.set(submission.variantId, verdict);
    const verdicts = [...first.values()];
    for (const { right, tries } of skills)
      expect([right, tries]).toEqual([verdicts.filter((verdict) => verdict === "right").length, verdicts.length]);
  });

  it("takes the latest receipt of a submission", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    await submit(user, id, neuron.wrong);
    const { id: submissionId } = await db().submission.findFirstOrThrow({ where: { variantId: id } });
    const receipt = await db().receipt.findFirstOrThrow({ where: { submissionId } });
    const { id: _, createdAt: __, ...same } = receipt;
    await db().receipt.create({
      data: { ...same, receipt: same.receipt ?? {}, sequence: 2, score: 1, verdict: "right", reason: "a regrade" },
    });
    expect(await progressOf(user)).toMatchObject({
      submissions: 1,
      right: 1,
      exercises: [{ levels: [{ best: 1, rightVariants: 1 }] }],
      recent: [{ verdict: "right", score: 1 }],
    });
  });

  it("shows on the card of each exercise how far somebody is", async () => {
    const { user } = await worker();
    const cards = await listExercises(user);
    expect(cards.find(({ id }) => id === neuron.exercise)).toMatchObject({
      topic: "backpropagation",
      slug: "neuron",
      skills: [
        { id: "backprop-neuron", name: "Backpropagation through one neuron" },
        { id: "sigmoid", name: "The sigmoid" },
      ],
      levels: [
        { level: 1, state: "right", tries: 3, best: 1 },
        { level: 2, state: "new", tries: 0, best: null },
        { level: 3, state: "begun", tries: 0, best: null },
      ],
    });
    for (const card of await listExercises({ kind: "anonymous" }))
      expect(card.levels.map(({ state }) => state)).toEqual(["new", "new", "new"]);
  });

  it("describes an exercise that there is, and only that", () => {
    expect(describeExercise(neuron.exercise)).toMatchObject({ slug: "neuron", source: { section: "6.2" } });
    expect(describeExercise("backpropagation/none")).toBeUndefined();
  });
});
