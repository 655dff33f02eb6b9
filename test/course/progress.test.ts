import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { describeExercise, listExercises } from "#lib/course/exercises.ts";
import { progressOf } from "#lib/course/progress.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { answerAt, regrade } from "./answers.ts";
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
  await giveNeuron(user, { number: 1, level: 3 });
  return user;
}

describe.each(databases)("progress on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("is empty for somebody who has not begun", async () => {
    const nothing = { submissions: 0, right: 0, topics: [] };
    expect(await progressOf({ kind: "anonymous" })).toEqual(nothing);
    expect(await progressOf(newGuest())).toEqual(nothing);
    expect(await progressOf(await newUser())).toEqual(nothing);
  });

  it("counts what was done, and gives nothing for what was shown", async () => {
    expect(await progressOf(await worker())).toEqual({
      submissions: 4,
      right: 2,
      topics: [
        {
          id: "backpropagation",
          name: "Backpropagation",
          exercises: [
            {
              id: "backpropagation/neuron",
              title: "One neuron, forward and backward",
              levels: [
                { level: 1, variants: 3, rightVariants: 2, best: 1 },
                { level: 3, variants: 1, rightVariants: 0, best: null },
              ],
            },
          ],
        },
      ],
    });
  });

  it("takes the latest receipt of a submission", async () => {
    const user = await newUser();
    const submissionId = await answerAt(user, { raw: neuron.wrong });
    await regrade(submissionId, { verdict: "right", score: 1 });
    expect(await progressOf(user)).toMatchObject({
      submissions: 1,
      right: 1,
      topics: [{ exercises: [{ levels: [{ best: 1, rightVariants: 1 }] }] }],
    });
  });

  it("shows on the card of each exercise how far somebody is", async () => {
    const cards = await listExercises(await worker());
    expect(cards.find(({ id }) => id === neuron.exercise)).toMatchObject({
      topic: "backpropagation",
      slug: "neuron",
      skills: [
        { id: "backprop-neuron", name: "Backpropagation through one neuron" },
        { id: "sigmoid", name: "The sigmoid" },
        { id: "linear-layers", name: "Linear layers" },
        { id: "gradient-descent", name: "Gradient descent" },
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
