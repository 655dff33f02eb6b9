import { describe, expect, it } from "vitest";
import {
  type AssignmentConfig,
  assignmentConfigSchema,
  defaultsOf,
  faultsOfConfig,
  modes,
} from "#lib/course/assignment/config.ts";
import { type Answer, lateDaysOf, worthOf } from "#lib/course/assignment/mark.ts";
import { drawPool } from "#lib/course/assignment/pool.ts";
import { datesFor, minutesFor, scheduleOf } from "#lib/course/assignment/schedule.ts";
import { createRng } from "#lib/exercise/rng.ts";

const hour = 3_600_000;
const day = 24 * hour;

describe("the config of an assignment", () => {
  it.each(modes)("does not contradict itself as %s begins with", (mode) => {
    expect(faultsOfConfig(assignmentConfigSchema.parse(defaultsOf[mode]))).toEqual({});
  });

  it.each<[string, Partial<AssignmentConfig>, string]>([
    ["several tries whose verdicts are not told", { feedback: "after due", tries: 2, hints: false }, "tries"],
    ["hints whose answers are not judged at once", { feedback: "on release", tries: 1, hints: true }, "hints"],
    [
      "solutions that others with the same variant could use",
      { variants: "same", solutions: "when settled" },
      "solutions",
    ],
    ["a new variant for another try where all have the same", { variants: "same", freshOnRetry: true }, "freshOnRetry"],
    ["another try at an item there is no way back to", { navigation: "one by one", tries: 2 }, "navigation"],
  ])("is told off for %s", (_, change, field) => {
    expect(Object.keys(faultsOfConfig({ ...defaultsOf.homework, ...change }))).toEqual([field]);
  });
});

describe("what an item is worth", () => {
  const given = (score: number, more: Partial<Answer> = {}): Answer => ({
    submissionId: `at ${score} ${more.at ?? 0}`,
    at: 0,
    score,
    countsAsTry: true,
    overridden: false,
    ...more,
  });
  const terms = { tryPenalty: 0.25, late: { perDay: 0.1, most: 0.3 }, dueAt: 10 * day };

  it("is nothing known before the first answer", () => {
    expect(worthOf([], terms)).toBeUndefined();
  });

  it("is that of the best answer, each less a quarter for every counted try before it", () => {
    // 0.5, 0.6·0.75 = 0.45, 1·0.5 = 0.5: the first of the two best.
    const worth = worthOf([given(0.5), given(0.6), given(1)], terms);
    expect(worth).toMatchObject({ score: 0.5, own: 0.5, tryFactor: 1 });
    expect(worthOf([given(0), given(1)], terms)?.score).toBe(0.75);
  });

  it("does not fall for an answer that cost no try", () => {
    expect(worthOf([given(0, { countsAsTry: false }), given(1)], terms)?.score).toBe(1);
  });

  it("is never below nothing, however many tries there were", () => {
    expect(worthOf([1, 2, 3, 4, 5, 6].map(() => given(0)).concat(given(1)), terms)?.score).toBe(0);
  });

  it("falls by a tenth for every begun day, and by three at most", () => {
    const at = (t: number) => worthOf([given(1, { at: t })], terms)?.score;
    expect(at(10 * day)).toBe(1);
    expect(at(10 * day + 1)).toBe(0.9);
    expect(at(11 * day)).toBe(0.9);
    expect(at(11 * day + 1)).toBe(0.8);
    expect(at(40 * day)).toBe(0.7);
    expect(lateDaysOf(12 * day, null)).toBe(0);
  });

  it("is what a person set, whatever else was answered", () => {
    const set = given(0.2, { overridden: true, at: 20 * day });
    expect(worthOf([given(1), set, given(1)], terms)).toMatchObject({ score: 0.2, lateFactor: 1, overridden: true });
  });
});

describe("the dates of a student", () => {
  const everybody = { opensAt: 0, dueAt: 10 * day, lateUntil: 12 * day };
  const nothing = { timeFactor: null, extraDays: null, opensAt: null, dueAt: null, lateUntil: null };

  it("are those of everybody where nothing is said", () => {
    expect(datesFor(everybody, null, null)).toEqual(everybody);
  });

  it("move together by the days that are given", () => {
    expect(datesFor(everybody, null, { ...nothing, extraDays: 2 })).toEqual({
      opensAt: 0,
      dueAt: 12 * day,
      lateUntil: 14 * day,
    });
  });

  it("follow what is said for this assignment over what is said for all, and never leave less time to be late", () => {
    const own = { ...nothing, dueAt: 20 * day };
    expect(datesFor(everybody, own, { ...nothing, extraDays: 2 })).toEqual({
      opensAt: 0,
      dueAt: 20 * day,
      lateUntil: 22 * day,
    });
    expect(datesFor(everybody, { ...nothing, dueAt: 5 * day }, null).lateUntil).toBe(12 * day);
  });

  it("are never earlier than those of everybody, not even where everybody’s moved later since", () => {
    const own = { ...nothing, dueAt: 8 * day, lateUntil: 9 * day };
    expect(datesFor(everybody, own, null)).toEqual(everybody);
    expect(datesFor({ ...everybody, dueAt: null, lateUntil: null }, own, null).dueAt).toBeNull();
    expect(datesFor({ ...everybody, lateUntil: null }, { ...own, lateUntil: 11 * day }, null).lateUntil).toBe(11 * day);
  });

  it("give half as much time again, in whole minutes", () => {
    expect(minutesFor(45, { ...nothing, timeFactor: 1.5 }, null)).toBe(68);
    expect(minutesFor(45, nothing, { ...nothing, timeFactor: 2 })).toBe(90);
    for (const minutes of [50, 90, 100, 180])
      expect(minutesFor(minutes, { ...nothing, timeFactor: 1 + 10 / 100 }, null)).toBe((minutes * 11) / 10);
    expect(minutesFor(null, { ...nothing, timeFactor: 2 }, null)).toBeNull();
  });
});

describe("an attempt", () => {
  const dates = { opensAt: 0, dueAt: 10 * day, lateUntil: null };
  const held = { dates, minutes: 60, lastClose: 15 * day, releasedAt: null };
  const begun = { startedAt: 5 * day, finishedAt: null };
  const quiz = defaultsOf.quiz;

  it("ends with its time or with the assignment, whichever is first", () => {
    expect(scheduleOf(quiz, begun, held).endsAt).toBe(5 * day + hour);
    expect(scheduleOf(quiz, { ...begun, startedAt: 10 * day - 1 }, held).endsAt).toBe(10 * day);
    expect(scheduleOf(quiz, begun, { ...held, minutes: null, dates: { ...dates, lateUntil: 11 * day } }).endsAt).toBe(
      11 * day,
    );
  });

  it("is told after the due date; where all have the same variants, after the last of them", () => {
    expect(scheduleOf(quiz, begun, held).tellsAt).toBe(10 * day);
    expect(scheduleOf({ ...quiz, variants: "same" }, begun, held).tellsAt).toBe(15 * day);
    expect(scheduleOf({ ...quiz, variants: "same" }, begun, { ...held, lastClose: null }).tellsAt).toBeNull();
  });

  it("is told on release, and not while it is under way", () => {
    const exam = defaultsOf.exam;
    expect(scheduleOf(exam, begun, held).tellsAt).toBeNull();
    expect(scheduleOf(exam, begun, { ...held, releasedAt: 5 * day + 1 }).tellsAt).toBe(5 * day + hour);
    const handedIn = { startedAt: 5 * day, finishedAt: 5 * day + 9 };
    expect(scheduleOf(exam, handedIn, { ...held, releasedAt: 6 * day }).tellsAt).toBe(6 * day);
  });

  it("shows no solution before its verdicts, nor where they are never shown", () => {
    const config = { ...quiz, feedback: "on release", solutions: "after due" } as const;
    expect(scheduleOf(config, begun, held).solvesAt).toBeNull();
    expect(scheduleOf(config, begun, { ...held, releasedAt: 20 * day }).solvesAt).toBe(20 * day);
    expect(scheduleOf({ ...quiz, solutions: "never" }, begun, { ...held, releasedAt: 1 }).solvesAt).toBeNull();
  });
});

describe("a pool", () => {
  const efforts = [4, 5, 6, 5, 4, 6, 5, 5];
  const seed = "pool 7";
  const drawMany = (of: readonly number[], pick: number, n: number) => {
    const rng = createRng(seed);
    return Array.from({ length: n }, () => drawPool(of, pick, (m) => rng.int(0, m - 1)));
  };

  it("gives each as many different items as it says, of efforts within 5 % of the mean", () => {
    // 3 of these 8 are 15 on average, and sets of whole efforts are 15 or off by 1, which is 6.7 %.
    for (const set of drawMany(efforts, 3, 300)) {
      expect(new Set(set).size).toBe(3);
      expect(set.reduce((sum, i) => sum + (efforts[i] ?? Number.NaN), 0)).toBe(15);
    }
  });

  it("gives every item its turn", () => {
    expect(new Set(drawMany(efforts, 3, 300).flat()).size).toBe(8);
  });

  it("takes the nearest where none is near, and all where all are asked for", () => {
    // 1 of (1, 2, 10): the mean is 4.33, and 2 is nearest.
    expect(drawMany([1, 2, 10], 1, 20).flat()).toEqual(Array(20).fill(1));
    expect(drawPool([1, 2], 2, () => 0)).toEqual([0, 1]);
  });

  it("is drawn from large pools as well", () => {
    const many = Array.from({ length: 40 }, (_, i) => 10 + (i % 5));
    for (const set of drawMany(many, 10, 5)) {
      const total = set.reduce((sum, i) => sum + (many[i] ?? Number.NaN), 0);
      expect(Math.abs(total - 120)).toBeLessThanOrEqual(6);
    }
  });
});
