import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readPractice } from "#lib/course/practice.ts";
import { reveal } from "#lib/course/reveal.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, neuron, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const right = (variantId: string) => ({ key: randomUUID(), variantId, raw: neuron.right });
const hint = (variantId: string, index: number) => ({ variantId, kind: "hint", index }) as const;
const solution = (variantId: string) => ({ variantId, kind: "solution", index: 0 }) as const;

describe.each(databases)("revealing on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("shows hints one by one, each for a tenth of the credit", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    expect(await reveal(user, hint(id, 0))).toMatchObject({ hints: [{ step: "z" }], hintsLeft: 2, credit: 0.9 });
    const two = await reveal(user, hint(id, 1));
    expect(two).toMatchObject({ hints: [{ step: "z" }, { step: "a" }], hintsLeft: 1, credit: 0.8, solution: null });
    expect(await submitAnswer(user, right(id))).toMatchObject({
      submission: { score: 0.8, receipt: { score: 1, verdict: "right" } },
    });
  });

  it("stops taking at half of the credit, and says what the next hint takes", async () => {
    const user = await newUser();
    // Level 3 rests on nine steps: z, a, two links of the chain, two gradients, the new weight, bias and loss.
    const id = await giveNeuron(user, { level: 3 });
    const credits: number[] = [];
    const costs: number[] = [];
    for (let index = 0; index < 7; index++) {
      const { credit, nextHintCosts } = await reveal(user, hint(id, index));
      credits.push(credit);
      costs.push(nextHintCosts);
    }
    expect(credits).toEqual([0.9, 0.8, 0.7, 0.6, 0.5, 0.5, 0.5]);
    expect(costs).toEqual([0.1, 0.1, 0.1, 0.1, 0, 0, 0]);
  });

  it("charges a hint once, however often it is asked for", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    const all = await Promise.all(Array.from({ length: 8 }, () => reveal(user, hint(id, 0))));
    for (const one of all) expect(one).toMatchObject({ hintsLeft: 2, credit: 0.9 });
    expect(await db().reveal.count({ where: { variantId: id } })).toBe(1);
  });

  it("refuses a hint that is not the next, and one there is not", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    await expect(reveal(user, hint(id, 1))).rejects.toMatchObject({ kind: "invalid" });
    for (const index of [0, 1, 2]) await reveal(user, hint(id, index));
    await expect(reveal(user, hint(id, 3))).rejects.toMatchObject({ kind: "invalid" });
    expect(await db().reveal.count({ where: { variantId: id } })).toBe(3);
  });

  it("shows the solution, after which an answer earns nothing and is no try", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    const shown = await reveal(user, solution(id));
    expect(shown).toMatchObject({ state: "open", right: false, credit: 0, nextHintCosts: 0 });
    expect(shown.solution?.lines.map(({ step }) => step)).toEqual(["z", "a", "L"]);
    expect(await submitAnswer(user, right(id))).toMatchObject({
      submission: { score: 0, countsAsTry: false, receipt: { verdict: "right" } },
      practice: { state: "done", right: true },
    });
    expect(await db().skillState.count({ where: { userId: user.id } })).toBe(0);
    expect(await readPractice(user, neuron.exercise, 1)).toMatchObject({ state: "done", solution: shown.solution });
  });

  it("does not change what was earned before", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    await submitAnswer(user, { ...right(id), raw: neuron.biasDropped });
    await reveal(user, solution(id));
    const practice = await readPractice(user, neuron.exercise, 1);
    if (practice?.state !== "open") throw new Error("the variant is not open");
    expect(practice.submissions.map(({ score, countsAsTry }) => [score, countsAsTry])).toEqual([[2 / 3, true]]);
  });

  it("shows nothing new of a closed variant, and what was shown before again", async () => {
    const user = await newUser();
    const id = await giveNeuron(user);
    await reveal(user, hint(id, 0));
    await db().variant.update({ where: { id }, data: { state: "done" } });
    await expect(reveal(user, hint(id, 1))).rejects.toMatchObject({ kind: "closed" });
    await expect(reveal(user, solution(id))).rejects.toMatchObject({ kind: "closed" });
    expect(await reveal(user, hint(id, 0))).toMatchObject({ state: "done", right: false, hints: [{ step: "z" }] });
  });
});
