import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/mastery/evidence.ts";
import { inOrder as skillIds } from "#lib/mastery/prior.ts";
import { dayMs, forecast, reviewed } from "#lib/mastery/review.ts";
import type { Learner } from "#lib/mastery/state.ts";

const start = Date.UTC(2026, 0, 5);

/** Days to the next review after these outcomes, each on the day the review before it was due. */
function intervals(outcomes: readonly Outcome[]): number[] {
  let card = reviewed(null, outcomes[0] ?? "right", start);
  const days = [(card.due - start) / dayMs];
  for (const outcome of outcomes.slice(1)) {
    const at = card.due;
    card = reviewed(card, outcome, at);
    days.push((card.due - at) / dayMs);
  }
  return days;
}

describe("reviews", () => {
  // FSRS-6's published first stabilities are 0.212, 1.2931 and 2.3065 days for Again, Hard and Good: rounded to 1, 1 and 2
  // whole days, of which each is at least a day more than that of the worse rating.
  it.each([
    ["wrong", 1],
    ["hinted", 2],
    ["right", 3],
    ["carried", 3],
  ] as const)("come first after a %s answer in %d days", (outcome, days) => {
    expect(intervals([outcome])).toEqual([days]);
  });

  it("move further apart with every success", () => {
    const days = intervals(["right", "right", "right", "right"]);
    expect(days.toSorted((a, b) => a - b)).toEqual(days);
    expect(new Set(days).size).toBe(days.length);
  });

  it("come back soon after a mistake", () => {
    const days = intervals(["right", "right", "right", "wrong"]);
    expect(days[3]).toBeLessThan(days[2] ?? 0);
  });

  it("move less far apart after a hinted answer", () => {
    expect(intervals(["right", "hinted"])[1]).toBeLessThan(intervals(["right", "right"])[1] ?? 0);
  });

  it("are the same for the same answers: nothing is drawn at random", () => {
    const outcomes: Outcome[] = ["right", "hinted", "wrong", "right", "right", "right"];
    expect(intervals(outcomes)).toEqual(intervals(outcomes));
  });

  it("do not move for a second success on the same day", () => {
    const once = reviewed(null, "right", start);
    expect(reviewed(once, "right", start).stability).toBeCloseTo(once.stability, 6);
  });
});

describe("the forecast of reviews", () => {
  const state = (due: number | null) => ({
    ...{
      version: 1 as const,
      trait: { mean: 0, variance: 1 },
      change: { mean: 0, variance: 0 },
      at: start,
      tries: 1,
      right: 1,
    },
    card: due === null ? null : { ...reviewed(null, "right", start), due },
  });

  it("counts every due skill once, on its day, and those overdue on the first", () => {
    const dues = [
      start - 9 * dayMs,
      start,
      start + dayMs - 1,
      start + dayMs,
      start + 2.5 * dayMs,
      start + 9 * dayMs,
      null,
    ];
    const learner: Learner = new Map(dues.map((due, i) => [skillIds[i] ?? "vectors", state(due)]));
    expect(forecast(learner, start, 4)).toEqual([
      { day: 0, count: 3 },
      { day: 1, count: 1 },
      { day: 2, count: 1 },
      { day: 3, count: 0 },
    ]);
  });
});
