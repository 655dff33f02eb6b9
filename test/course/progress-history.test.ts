import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readAnswer } from "#lib/course/progress-answer.ts";
import { historyOf, historyQuerySchema } from "#lib/course/progress-history.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { answerAt, newVariant, regrade } from "./answers.ts";
import { giveNeuron, neuron, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const { right, wrong, biasDropped } = neuron;
const second = (n: number) => new Date(Date.parse("2026-06-01T12:00:00Z") + 1_000 * n);

describe.each(databases)("the history on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("goes page by page from the newest to the first, each answer once, also of one moment", async () => {
    const user = await newUser();
    const given: string[] = [];
    for (const n of [1, 2, 2, 2, 3]) given.push(await answerAt(user, { raw: right, at: second(n) }));
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const { answers, next } = await historyOf(user, { before }, 2);
      seen.push(...answers.map(({ id }) => id));
      // One that comes meanwhile shifts nothing.
      if (before === undefined) await answerAt(user, { raw: right, at: second(9) });
      before = next ?? undefined;
    } while (before !== undefined);
    expect(seen[0]).toBe(given[4]);
    expect(seen.at(-1)).toBe(given[0]);
    expect(seen.toSorted()).toEqual(given.toSorted());
  });

  it("is narrowed by topic, exercise and verdict, as the latest receipts have it", async () => {
    const user = await newUser();
    const one = await answerAt(user, { raw: wrong, at: second(1) });
    const two = await answerAt(user, { raw: right, at: second(2) });
    const three = await answerAt(user, { raw: wrong, at: second(3) });
    await regrade(three, { verdict: "right", score: 1 });
    const ids = async (query: Parameters<typeof historyOf>[1]) =>
      (await historyOf(user, query)).answers.map(({ id }) => id);
    expect(await ids({})).toEqual([three, two, one]);
    expect(await ids({ verdict: "right" })).toEqual([three, two]);
    expect(await ids({ verdict: "wrong", topic: "backpropagation" })).toEqual([one]);
    expect(await ids({ topic: "calculus" })).toEqual([]);
    expect(await ids({ exercise: neuron.exercise, before: three })).toEqual([two, one]);
    expect(await ids({ exercise: "backpropagation/weight-gradient" })).toEqual([]);
  });

  it("is nobody else's: not to list, not to page by, not to open", async () => {
    const [owner, other] = [await newUser(), await newUser()];
    const mine = await answerAt(owner, { raw: right, at: second(5) });
    await answerAt(other, { raw: right, at: second(1) });
    expect((await historyOf(other)).answers.map(({ id }) => id)).not.toContain(mine);
    expect((await historyOf(other, { before: mine })).answers).toEqual([]);
    for (const actor of [other, { kind: "anonymous" } as const]) expect(await readAnswer(actor, mine)).toBeNull();
    expect(await readAnswer(owner, "no-id")).toBeNull();
  });

  it("takes an address as far as it can be read", () => {
    const typed = { topic: "cooking", verdict: "right", before: "1; DROP TABLE", exercise: ["a", "b"] };
    expect(historyQuerySchema.parse(typed)).toEqual({ verdict: "right" });
  });

  it("opens an answer with what was typed and its receipt, and keeps the solution back until it is earned", async () => {
    const user = await newUser();
    const variantId = await giveNeuron(user);
    const first = await answerAt(user, { raw: biasDropped, variantId, at: second(1) });
    const before = await readAnswer(user, first);
    expect(before).toMatchObject({
      exercise: neuron.exercise,
      level: 1,
      number: 1,
      regraded: null,
      submission: { sequence: 1, raw: biasDropped, receipt: { verdict: "partly" } },
      shown: { solution: null },
    });
    expect(before?.shown?.view.prompt).toContain("$w = 0.5$");
    expect(Object.keys(before?.shown?.readings ?? {})).toEqual(["z"]);
    const [z] = before?.submission.receipt.steps ?? [];
    expect(z).toMatchObject({ step: "z", raw: "1", verdict: "wrong" });
    for (const kept of ["reference", "interval", "malrules", "seed", "params"])
      expect(JSON.stringify(before)).not.toContain(`"${kept}"`);
    await answerAt(user, { raw: right, variantId, at: second(2) });
    const after = await readAnswer(user, first);
    expect(after?.shown?.solution?.lines.length).toBeGreaterThan(0);
    expect(after?.submission.receipt.steps[0]?.reference?.text).toBe("1.1");
  });

  it("says of a regraded answer when and why, and shows the receipt that counts", async () => {
    const user = await newUser();
    const id = await answerAt(user, { raw: wrong, variantId: await newVariant(user) });
    await regrade(id, { verdict: "right", score: 0.5 });
    const { createdAt } = await db().receipt.findFirstOrThrow({ where: { submissionId: id, sequence: 2 } });
    expect(await readAnswer(user, id)).toMatchObject({
      submission: { score: 0.5 },
      regraded: { at: createdAt.toISOString(), reason: "a mistake in the rule" },
    });
  });
});
