/** What to read after a wrong answer, and beside an exercise. */
import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { bodyOf } from "#app/learn/_lessons/all.ts";
import { readPractice, workingInclude, workingOf } from "#lib/course/practice.ts";
import { readingsOf } from "#lib/course/reading.ts";
import { catalogue, findExercise } from "#lib/course/registry.ts";
import { submitAnswer } from "#lib/course/submit.ts";
import { db } from "#lib/db/client.ts";
import { type Level, levels } from "#lib/exercise/exercise.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { judge } from "#lib/grading/judge.ts";
import { ideaDrilledBy, ideaTeaching } from "#lib/tutorial/find-idea.ts";
import { lessons } from "#lib/tutorial/lessons.ts";
import { openTestDatabase, type TestDatabase } from "../db/harness.ts";
import { giveNeuron, neuron, newUser } from "./people.ts";

vi.stubEnv("LOG_LEVEL", "silent");

describe.each(catalogue.map((exercise) => ({ exercise, id: exercise.id })))("$id", ({ exercise, id }) => {
  it("has for every asked step a paragraph that teaches what it takes, and that is on its page", () => {
    for (const asked of levels.flatMap((level) => exercise.asks[level])) {
      const { skill } = stepOf(exercise, asked);
      const place = ideaTeaching(skill, id);
      const idea = lessons.find(({ slug }) => slug === place?.lesson)?.ideas.find((one) => one.id === place?.idea);
      expect(idea?.skills, asked).toContain(skill);
      expect(place && bodyOf(place.lesson, place.idea), asked).toBeDefined();
    }
  });

  it("belongs to a paragraph that is on its page", () => {
    const place = ideaDrilledBy(id);
    expect(place && bodyOf(place.lesson, place.idea)).toBeDefined();
  });
});

/** Where one is sent from answers to example 36 of the tutorial: x = 2, y = 1, w = 0.5, b = 0.1, rate 0.1. */
function sentTo(level: Level, raw: Record<string, string>) {
  const exercise = findExercise(neuron.exercise);
  if (!exercise) throw new Error("there is no such exercise");
  const params = exercise.schema.parse(neuron.params);
  const judgement = judge(exercise, { params, level }, raw, { practice: true });
  if (judgement.outcome === "unreadable") throw new Error("this was to be read");
  const readings = readingsOf({ id: "", exercise, level, params, options: { practice: true } }, judgement.receipt);
  return Object.fromEntries(Object.entries(readings).map(([step, { lesson, idea }]) => [step, `${lesson}#${idea}`]));
}

describe("a wrong answer leads to", () => {
  it("the paragraph on the step that went wrong, and from what follows rightly from it to none", () => {
    // wx + b is what a layer computes; σ and the loss are right from z = 1.
    expect(sentTo(1, neuron.biasDropped)).toEqual({ z: "linear-algebra#linear-layer" });
  });

  it("the paragraph on a step that was not asked for, where the mistake was recognised there", () => {
    // The slope of σ taken at z = 1.1 in place of a: 2(a − 1)·z(1 − z)·x = 2·(−0.24974)·(−0.11)·2.
    expect(sentTo(2, { dL_dw: "0.10989", dL_db: "17" })).toMatchObject({ dL_dw: "activations#sigmoid" });
    // The learning rate was forgotten at the step itself: w − dL/dw = 0.5 + 0.18717.
    expect(sentTo(3, { w_new: "0.6872", b_new: "0.1094", L_new: "0.06" })).toMatchObject({
      w_new: "calculus#gradient-descent",
    });
  });

  it("the exercise's own paragraph, where the mistake may be at any of several steps", () => {
    expect(sentTo(2, { dL_dw: "17", dL_db: "19" })).toEqual({
      dL_dw: "backpropagation#neuron",
      dL_db: "backpropagation#neuron",
    });
  });

  it("nothing, where no part is wrong", () => {
    expect(sentTo(1, neuron.right)).toEqual({});
    expect(sentTo(1, { ...neuron.right, L: "" })).toEqual({});
  });
});

describe("the page of a variant", { timeout: 60_000 }, () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase("embedded-memory");
  }, 120_000);
  afterAll(() => database.close());

  it("gets what to read about the latest answer, by title and place, and about none before", async () => {
    const user = await newUser();
    const variantId = await giveNeuron(user);
    const answer = (raw: Record<string, string>) => submitAnswer(user, { key: randomUUID(), variantId, raw });
    const read = async () => {
      const practice = await readPractice(user, neuron.exercise, 1);
      return practice?.state === "broken" ? undefined : practice?.readings;
    };
    expect(await read()).toEqual({});
    await answer(neuron.biasDropped);
    expect(await read()).toEqual({
      z: { lesson: "linear-algebra", idea: "linear-layer", title: "A layer of a network" },
    });
    await answer(neuron.right);
    expect(await read()).toEqual({});
  });

  it("gets nothing to read while verdicts may not be told, for a hint at what is wrong would tell one", async () => {
    const user = await newUser();
    const attempt = await db().attempt.create({ data: { userId: user.id, kind: "placement", config: {} } });
    const { id: variantId } = await db().variant.create({
      data: {
        userId: user.id,
        attemptId: attempt.id,
        exerciseId: neuron.exercise,
        version: 1,
        level: 1,
        number: 1,
        position: 1,
        seed: randomBytes(16).toString("hex"),
        params: neuron.params,
      },
    });
    await submitAnswer(user, { key: randomUUID(), variantId, raw: neuron.biasDropped });
    const row = await db().variant.findUniqueOrThrow({ where: { id: variantId }, include: workingInclude });
    expect(row.submissions).toHaveLength(1);
    expect(await workingOf(row)).toMatchObject({ tells: false, readings: {} });
    await db().$executeRaw`UPDATE attempts SET finished_at = clock_timestamp() WHERE id = ${attempt.id}::uuid`;
    expect(await workingOf(row)).toMatchObject({ tells: true, readings: { z: { idea: "linear-layer" } } });
  });
});
