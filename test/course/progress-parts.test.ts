import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accuracyOf } from "#lib/course/progress-accuracy.ts";
import { calendarOf } from "#lib/course/progress-calendar.ts";
import { masteriesOf } from "#lib/course/progress-mastery.ts";
import { mistakesOf } from "#lib/course/progress-mistakes.ts";
import { reviewsOf } from "#lib/course/progress-reviews.ts";
import { db } from "#lib/db/client.ts";
import type { SkillState } from "#lib/mastery/state.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { answerAt, newVariant, regrade } from "./answers.ts";
import { neuron, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const { right, wrong, biasDropped } = neuron;
const noon = (day: string) => new Date(`${day}T12:00:00Z`);
const at = noon("2026-06-30");

describe.each(databases)("the parts of progress on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it("has nothing for somebody who has not begun, and every skill is new", async () => {
    const nobody = { kind: "anonymous" } as const;
    const now = { at, timeZone: "UTC" };
    expect(await accuracyOf(nobody, at)).toEqual([]);
    expect(await mistakesOf(nobody, at)).toEqual([]);
    expect(await calendarOf(nobody, now)).toEqual({ today: "2026-06-30", days: [], current: null, longest: null });
    const reviews = await reviewsOf(nobody, now);
    expect(reviews.map(({ count }) => count)).toEqual(Array(14).fill(0));
    expect([reviews[0]?.day, reviews[13]?.day]).toEqual(["2026-06-30", "2026-07-13"]);
    const skills = await masteriesOf(nobody, at);
    expect(skills).toHaveLength(67);
    expect(new Set(skills.map(({ band }) => band))).toEqual(new Set(["new"]));
  });

  it("counts first tries and the median time of a variant, ever and in the last 30 days", async () => {
    const user = await newUser();
    // Long ago: right in 100 s; wrong in 60 s, then right in 80 s more.
    await answerAt(user, { raw: right, at: noon("2026-01-10"), seconds: 100 });
    const long = await newVariant(user);
    await answerAt(user, { variantId: long, raw: wrong, at: noon("2026-01-11"), seconds: 60 });
    await answerAt(user, { variantId: long, raw: right, at: noon("2026-01-12"), seconds: 80 });
    // Of late: right in 30 s; right, with no time told; wrong in 50 s, and the answer after it without its time.
    await answerAt(user, { raw: right, at: noon("2026-06-20"), seconds: 30 });
    await answerAt(user, { raw: right, at: noon("2026-06-21") });
    const later = await newVariant(user);
    await answerAt(user, { variantId: later, raw: wrong, at: noon("2026-06-22"), seconds: 50 });
    await answerAt(user, { variantId: later, raw: right, at: noon("2026-06-22") });
    // Times of whole variants: 100, 140 and 30.
    expect(await accuracyOf(user, at)).toEqual([
      {
        topic: "backpropagation",
        name: "Backpropagation",
        ever: { tries: 5, right: 3, seconds: 100 },
        lately: { tries: 3, right: 2, seconds: 30 },
      },
    ]);
  });

  it("passes over tries that do not count, and over the same numbers met again", async () => {
    const user = await newUser();
    const shown = await answerAt(user, { raw: right });
    await regrade(shown, { countsAsTry: false });
    const seed = "0".repeat(32);
    await answerAt(user, { raw: wrong, at: noon("2026-06-20"), seed });
    await answerAt(user, { raw: right, at: noon("2026-06-21"), seed });
    expect(await accuracyOf(user, at)).toMatchObject([{ ever: { tries: 1, right: 0 } }]);
  });

  it("takes a regraded first try as its latest receipt has it", async () => {
    const user = await newUser();
    const submission = await answerAt(user, { raw: wrong, at: noon("2026-06-20") });
    await regrade(submission, { verdict: "right", score: 1 });
    expect(await accuracyOf(user, at)).toMatchObject([{ ever: { tries: 1, right: 1 } }]);
    await regrade(submission, { verdict: "wrong", score: 0 });
    expect(await accuracyOf(user, at)).toMatchObject([{ ever: { tries: 1, right: 0 } }]);
  });

  it("counts an answer at 23:30 UTC for the next day in Berlin", async () => {
    const user = await newUser();
    const variantId = await newVariant(user);
    await answerAt(user, { raw: wrong, variantId, at: new Date("2026-06-27T21:59:59Z") });
    await answerAt(user, { raw: wrong, variantId, at: new Date("2026-06-27T23:30:00Z") });
    await answerAt(user, { raw: right, at: new Date("2026-06-28T10:00:00Z") });
    expect((await calendarOf(user, { at, timeZone: "UTC" })).days).toEqual([
      { day: "2026-06-27", answers: 2, variants: 1 },
      { day: "2026-06-28", answers: 1, variants: 1 },
    ]);
    expect((await calendarOf(user, { at, timeZone: "Europe/Berlin" })).days).toEqual([
      { day: "2026-06-27", answers: 1, variants: 1 },
      { day: "2026-06-28", answers: 2, variants: 2 },
    ]);
  });

  it("finds the longest run of days, and the one that today can still be added to", async () => {
    const user = await newUser();
    const days = ["2025-12-30", "2025-12-31", "2026-01-01", "2026-06-26", "2026-06-28", "2026-06-29"];
    for (const day of days) await answerAt(user, { raw: right, at: noon(day) });
    const on = (day: string) => calendarOf(user, { at: noon(day), timeZone: "UTC" });
    const longest = { from: "2025-12-30", to: "2026-01-01", days: 3 };
    expect(await on("2026-06-30")).toMatchObject({
      today: "2026-06-30",
      current: { from: "2026-06-28", to: "2026-06-29", days: 2 },
      longest,
    });
    expect(await on("2026-07-01")).toMatchObject({ current: null, longest });
    await answerAt(user, { raw: right, at: noon("2026-06-30") });
    expect(await on("2026-06-30")).toMatchObject({
      current: { from: "2026-06-28", to: "2026-06-30", days: 3 },
      longest,
    });
  });

  it("forecasts reviews by the learner's own days, today with those that are overdue", async () => {
    const user = await newUser();
    const due = [
      "2026-06-01T00:00Z",
      "2026-06-30T21:30Z",
      "2026-06-30T22:30Z",
      "2026-07-13T21:30Z",
      "2026-07-13T22:30Z",
    ];
    const ids = ["vectors", "norms", "tanh", "relu", "bayes"];
    for (const [i, skillId] of ids.entries()) await know(user.id, skillId, Date.parse(due[i] ?? ""));
    // In Berlin, two hours ahead, the days turn at 22:00 UTC.
    const reviews = await reviewsOf(user, { at, timeZone: "Europe/Berlin" });
    expect(reviews.filter(({ count }) => count > 0)).toEqual([
      { day: "2026-06-30", count: 2 },
      { day: "2026-07-01", count: 1 },
      { day: "2026-07-13", count: 1 },
    ]);
    const bands = new Map((await masteriesOf(user, at)).map(({ skill, tries }) => [skill, tries]));
    expect([bands.get("tanh"), bands.get("sigmoid")]).toEqual([4, 0]);
  });

  it("counts known mistakes in the words they were told in, with what to read and how many tries came since", async () => {
    const user = await newUser();
    await answerAt(user, { raw: biasDropped, at: noon("2026-02-01") });
    const twice = await newVariant(user);
    await answerAt(user, { variantId: twice, raw: biasDropped, at: noon("2026-06-01") });
    await answerAt(user, { variantId: twice, raw: biasDropped, at: noon("2026-06-02") });
    await answerAt(user, { raw: wrong, at: noon("2026-06-03") });
    await answerAt(user, { raw: right, at: noon("2026-06-04") });
    expect(await mistakesOf(user, at)).toEqual([
      {
        exercise: "backpropagation/neuron",
        title: "One neuron, forward and backward",
        words: "the pre-activation z",
        says: "This is $wx$. The pre-activation is $wx + b$: look where the bias went.",
        ever: 3,
        lately: 2,
        at: "2026-06-02T12:00:00.000Z",
        since: 2,
        reading: expect.objectContaining({ lesson: expect.any(String), idea: expect.any(String) }),
      },
    ]);
  });

  it("drops a mistake that the latest receipt no longer names", async () => {
    const user = await newUser();
    const submission = await answerAt(user, { raw: biasDropped, at: noon("2026-06-01") });
    const { receipt } = await db().receipt.findFirstOrThrow({ where: { submissionId: submission } });
    expect(JSON.stringify(receipt)).toContain("bias-dropped");
    await regrade(submission, { verdict: "wrong", receipt: { steps: [] } });
    expect(await mistakesOf(user, at)).toEqual([]);
  });
});

/** What is stored of a skill that is due for review at a time in ms. */
async function know(userId: string, skillId: string, due: number): Promise<void> {
  const lastReview = Date.parse("2026-05-01");
  const card = { due, lastReview, stability: 3, difficulty: 5, scheduledDays: 3, reps: 2, lapses: 0, state: 2 };
  const belief = { mean: 1, variance: 0.5 };
  const state: SkillState = { version: 1, trait: belief, change: belief, at: lastReview, tries: 4, right: 3, card };
  await db().skillState.create({ data: { userId, skillId, state } });
}
