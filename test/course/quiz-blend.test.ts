import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blend } from "#lib/course/quiz-blend.ts";
import { quizFormSchema } from "#lib/course/quiz-form.ts";
import { suggestedMinutes } from "#lib/course/quiz-plan.ts";
import { readyQuizzes } from "#lib/course/quiz-ready.ts";
import { catalogue } from "#lib/course/registry.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { topics } from "#lib/exercise/topics.ts";

const topicIds = topics.map(({ id }) => id);
const plans = fc.record({
  topics: fc.subarray(topicIds, { minLength: 1 }),
  levels: fc.subarray([1, 2, 3] as const, { minLength: 1 }),
  length: fc.integer({ min: 3, max: 30 }),
  seed: fc.uuid(),
});

const belowOf = (seed: string) => {
  const rng = createRng(seed);
  return (n: number) => rng.int(0, n - 1);
};

const spread = (counts: number[]) => Math.max(...counts) - Math.min(...counts);

describe("the blend of a quiz", () => {
  it("has the length that was asked for, each topic as often as any other, the levels in equal shares from the lowest", () => {
    fc.assert(
      fc.property(plans, ({ seed, ...plan }) => {
        const places = blend(plan, catalogue, belowOf(seed));
        expect(places).toHaveLength(plan.length);
        const perTopic = plan.topics.map((id) => places.filter(({ exercise }) => exercise.topic === id).length);
        const perLevel = plan.levels.map((level) => places.filter((place) => place.level === level).length);
        expect(spread(perTopic)).toBeLessThanOrEqual(1);
        expect(spread(perLevel)).toBeLessThanOrEqual(1);
        expect(perTopic.reduce((a, b) => a + b)).toBe(plan.length);
        const order = places.map(({ level }) => level);
        expect(order).toEqual(order.toSorted());
      }),
      { numRuns: 200 },
    );
  });

  it("repeats an exercise only after every other of its topic", () => {
    const calculus = catalogue.filter(({ topic }) => topic === "calculus").length;
    fc.assert(
      fc.property(fc.uuid(), (seed) => {
        const places = blend({ topics: ["calculus"], levels: [1], length: 30 }, catalogue, belowOf(seed));
        const first = places.slice(0, calculus).map(({ exercise }) => exercise.id);
        expect(new Set(first).size).toBe(Math.min(30, calculus));
      }),
      { numRuns: 50 },
    );
  });

  it("is another one for other draws", () => {
    const plan = { topics: topicIds, levels: [1, 2], length: 12 } as const;
    const blends = ["a", "b", "c", "d"].map((seed) =>
      blend(plan, catalogue, belowOf(seed))
        .map(({ exercise }) => exercise.id)
        .join(),
    );
    expect(new Set(blends).size).toBe(4);
  });
});

describe("the quizzes that are ready", () => {
  it("are one for each topic and one across all of them", () => {
    expect(readyQuizzes.map(({ id }) => id)).toEqual([...topicIds, "mixed"]);
    expect(readyQuizzes.at(-1)?.topics).toEqual(topicIds);
  });
});

describe("the form of a quiz", () => {
  const form = {
    key: "0190c7a0-0000-7000-8000-000000000000",
    title: "",
    length: "10",
    time: "suggested",
    feedback: "at the end",
    "topic-calculus": "on",
    "topic-probability": "on",
    "level-1": "on",
    "level-3": "on",
  };

  it("gathers its boxes, and names the quiz after its topics", () => {
    expect(quizFormSchema.parse(form)).toEqual({
      key: form.key,
      title: "Calculus and probability",
      topics: ["calculus", "probability"],
      levels: [1, 3],
      length: 10,
      minutes: 30,
      feedback: "at the end",
    });
    expect(quizFormSchema.parse({ ...form, time: "none", title: " Friday " })).toMatchObject({
      minutes: null,
      title: "Friday",
    });
  });

  it.each([
    ["length", { length: "2" }],
    ["length", { length: "31" }],
    ["length", { length: "4.5" }],
    ["length", { length: "many" }],
    ["time", { time: "7" }],
    ["time", { time: "125" }],
    ["feedback", { feedback: "never" }],
    ["title", { title: "x".repeat(81) }],
    ["topics", { "topic-calculus": "", "topic-probability": "" }],
    ["levels", { "level-1": "", "level-3": "" }],
    ["key", { key: "1" }],
  ])("is refused for its %s: %o", (field, wrong) => {
    const issues = quizFormSchema.safeParse({ ...form, ...wrong }).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0])).toEqual([field]);
  });

  it("tells everything that is wrong at once", () => {
    const wrong = { ...form, length: "2", "topic-calculus": "", "topic-probability": "", "level-1": "", "level-3": "" };
    const issues = quizFormSchema.safeParse(wrong).error?.issues ?? [];
    expect(issues.map(({ path }) => path[0]).toSorted()).toEqual(["length", "levels", "topics"]);
  });

  it("suggests more time for more items and harder ones, within what can be chosen", () => {
    expect(suggestedMinutes(3, [1])).toBe(5);
    expect(suggestedMinutes(10, [1, 2])).toBe(20);
    expect(suggestedMinutes(10, [3])).toBe(40);
    expect(suggestedMinutes(30, [3])).toBe(120);
    expect(suggestedMinutes(10, [])).toBe(25);
  });
});
