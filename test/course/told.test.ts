import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { readRuled } from "#lib/course/attempt-over.ts";
import { listExercises } from "#lib/course/exercises.ts";
import { progressOf } from "#lib/course/progress.ts";
import { accuracyOf } from "#lib/course/progress-accuracy.ts";
import { readAnswer } from "#lib/course/progress-answer.ts";
import { calendarOf } from "#lib/course/progress-calendar.ts";
import { historyOf } from "#lib/course/progress-history.ts";
import { mistakesOf } from "#lib/course/progress-mistakes.ts";
import { rulesOf } from "#lib/course/rules.ts";
import { told } from "#lib/course/told.ts";
import { db } from "#lib/db/client.ts";
import { databases, openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { answerAt } from "./answers.ts";
import { neuron, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

const hour = 3_600_000;
const times = { "without a limit": null, "in time": hour, "out of time": -hour } as const;

/** Every attempt there can be, and whether its verdicts may be told: by hand, after docs/concepts.md. */
const attempts = (["drill", "placement", "at the end", "at once"] as const).flatMap((what) =>
  [false, true].flatMap((finished) =>
    (["without a limit", "in time", "out of time"] as const).map((time) => ({
      ...{ what, finished, time },
      tells: what === "drill" || what === "at once" || finished || time === "out of time",
    })),
  ),
);

async function begin(userId: string, { what, finished, time }: (typeof attempts)[number]): Promise<string> {
  const ms = times[time];
  const dates = {
    startedAt: new Date(Date.now() - 2 * hour),
    endsAt: ms === null ? null : new Date(Date.now() + ms),
    finishedAt: finished ? new Date() : null,
  };
  if (what === "drill" || what === "placement") {
    const config = what === "drill" ? { length: 10, focus: {} } : {};
    return (await db().attempt.create({ data: { userId, kind: what, config, ...dates } })).id;
  }
  const config = { minutes: null, feedback: what };
  const quiz = await db().quiz.create({ data: { code: crypto.randomUUID(), title: "A quiz", config } });
  return (await db().attempt.create({ data: { userId, kind: "quiz", quizId: quiz.id, config, ...dates } })).id;
}

describe.each(databases)("what may be told, on %s", { timeout: 60_000 }, (kind) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(kind);
  }, 120_000);
  afterAll(() => database.close());

  it.each(attempts)("is as the rules have it: $what, $time, finished: $finished", async (attempt) => {
    const user = await newUser();
    const id = await begin(user.id, attempt);
    const rows = await db().$queryRaw`SELECT ${told} AS told FROM attempts a WHERE a.id = ${id}::uuid`;
    expect(z.array(z.object({ told: z.boolean() })).parse(rows)).toEqual([{ told: attempt.tells }]);
    const { tells, over } = rulesOf(await readRuled(db(), id));
    expect(tells || over).toBe(attempt.tells);
  });

  it.each(["placement", "at the end"] as const)("shows nowhere before the end of it: %s", async (what) => {
    const user = await newUser();
    const attemptId = await begin(user.id, { what, finished: false, time: "without a limit", tells: false });
    const submission = await answerAt(user, { raw: neuron.biasDropped, attemptId });
    const at = new Date();
    const seen = async () => ({
      progress: (await progressOf(user)).submissions,
      cards: (await listExercises(user)).flatMap(({ levels }) => levels).filter(({ tries }) => tries > 0).length,
      accuracy: (await accuracyOf(user, at)).length,
      days: (await calendarOf(user, { at, timeZone: "UTC" })).days.length,
      mistakes: (await mistakesOf(user, at)).length,
      history: (await historyOf(user)).answers.length,
      receipt: Number((await readAnswer(user, submission)) !== null),
    });
    const nothing = { progress: 0, cards: 0, accuracy: 0, days: 0, mistakes: 0, history: 0, receipt: 0 };
    expect(await seen()).toEqual(nothing);
    await db().attempt.update({ where: { id: attemptId }, data: { finishedAt: at } });
    const everything = { progress: 1, cards: 1, accuracy: 1, days: 1, mistakes: 1, history: 1, receipt: 1 };
    expect(await seen()).toEqual(everything);
  });
});
