import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effortQuartiles } from "#lib/course/analysis/effort-quartile.ts";
import { fairnessOf, margin } from "#lib/course/analysis/fairness.ts";
import { newcombe } from "#lib/course/analysis/newcombe.ts";
import { z90 } from "#lib/course/analysis/share.ts";
import { binomialPmf } from "#lib/math/probability.ts";
import golden from "../../golden/analysis.json";

const factsOf = (effort: readonly (number | null)[], score: readonly (number | null)[]) =>
  effort.map((one, i) => ({ student: `s${i}`, effort: one, firstScore: score[i] ?? null }));

/** Each effort for so many students, of whom so many have it right. */
const groups = (...all: [effort: number, right: number, of: number][]) => {
  const each = all.flatMap(([effort, right, of]) => Array.from({ length: of }, (_, i) => [effort, i < right ? 1 : 0]));
  return factsOf(
    each.map(([effort = 0]) => effort),
    each.map(([, score = 0]) => score),
  );
};

describe("effort against outcome", () => {
  test.each(golden.fairness)("agrees with the oracle: $verdict", (row) => {
    const { value } = fairnessOf(factsOf(row.effort, row.right));
    expect(value?.quartiles.map(({ right }) => [right.count, right.of])).toEqual(row.groups);
    expect(value?.difference).toBeCloseTo(row.difference, 12);
    expect(value?.interval.low).toBeCloseTo(row.low, 11);
    expect(value?.interval.high).toBeCloseTo(row.high, 11);
    expect(value?.verdict).toBe(row.verdict);
    expect(value?.needed).toBe(row.needed);
  });

  test("by hand: 48 of 80 easy ones and 56 of 70 hard ones differ by 0.2", () => {
    const { value } = fairnessOf(groups([1, 48, 80], [2, 56, 70]));
    expect(value?.difference).toBeCloseTo(0.2, 14);
    expect(value?.verdict).toBe("different");
    expect(value?.needed).toBeNull();
    // Their mid-ranks are 40/150 and 115/150.
    expect(value?.quartiles.map(({ effort }) => effort?.least ?? null)).toEqual([null, 1, null, 2]);
  });

  test("so many students as are needed do settle it, and one fewer does not", () => {
    // 40 easy and 40 hard ones: every further student is added to both shares alike.
    const needed = fairnessOf(groups([1, 30, 40], [2, 26, 40])).value?.needed ?? 0;
    const verdict = (students: number) => {
      const counts = [0.65, 0.75].map((p) => ({ x: (p * students) / 2, n: students / 2 }));
      const [hard = { x: 0, n: 1 }, easy = { x: 0, n: 1 }] = counts;
      const { low, high } = newcombe(hard, easy, z90);
      return (low >= -margin && high <= margin) || high < 0;
    };
    expect([verdict(needed - 1), verdict(needed)]).toEqual([false, true]);
  });

  test("with fewer than 10 students in a quarter nothing is decided, however clear it looks", () => {
    const { value } = fairnessOf(groups([1, 9, 9], [2, 0, 9]));
    expect(value).toMatchObject({ difference: -1, verdict: "not enough data", needed: 20 });
  });

  test("who never tried, or whose effort is not known, is left out and told", () => {
    const facts = [
      ...groups([1, 5, 10], [2, 5, 10]),
      { student: "a", effort: null, firstScore: 1 },
      { student: "b", effort: 2, firstScore: null },
    ];
    expect(fairnessOf(facts).value?.leftOut).toBe(2);
  });

  test("a partly right answer is no success", () => {
    const facts = groups([1, 10, 10], [2, 10, 10]).map((fact) => ({ ...fact, firstScore: 0.9 }));
    expect(fairnessOf(facts).value?.quartiles[0]?.right.count).toBe(0);
  });

  test("two facts of one student are refused", () => {
    expect(() => fairnessOf([...groups([1, 1, 1]), ...groups([2, 1, 1])])).toThrow(RangeError);
  });

  test.each([
    ["everybody got the same variant", groups([3, 20, 40]), "every variant takes the same effort"],
    ["nine tried", groups([1, 4, 4], [2, 5, 5]), "fewer than 10 students"],
    ["nobody is there", [], "fewer than 10 students"],
  ])("is not offered where %s", (_, facts, why) => {
    expect(fairnessOf(facts)).toEqual({ value: null, why });
  });

  test("calls variants equivalent by mistake at most about once in twenty, where 0.05 lies between them", () => {
    // Exact, over all that may come of 900 and 900 students of whom 75 % and 70 % succeed; within 6 standard deviations.
    let wrongly = 0;
    for (let x = 590; x <= 760; x++) {
      for (let y = 545; y <= 715; y++) {
        const { low, high } = newcombe({ x: y, n: 900 }, { x, n: 900 }, z90);
        if (low >= -margin && high <= margin) wrongly += binomialPmf(x, 900, 0.75) * binomialPmf(y, 900, 0.7);
      }
    }
    expect(wrongly).toBeGreaterThan(0.03);
    expect(wrongly).toBeLessThan(0.055);
  });
});

describe("quarters by effort", () => {
  test.each([
    ["four different efforts", [40, 10, 30, 20], [3, 0, 2, 1]],
    ["two efforts, half of the students each", [1, 1, 2, 2], [0, 0, 3, 3]],
    ["one effort", [5, 5, 5, 5], [1, 1, 1, 1]],
    ["eight in pairs", [1, 1, 2, 2, 3, 3, 4, 4], [0, 0, 1, 1, 2, 2, 3, 3]],
    ["most at the top", [1, 2, 3, 3, 3, 3, 3, 3, 3, 3], [0, 0, 2, 2, 2, 2, 2, 2, 2, 2]],
    ["nobody", [], []],
  ])("of %s", (_, efforts, quarters) => expect(effortQuartiles(efforts)).toEqual(quarters));

  test("equal efforts fall together, and more effort never falls lower", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 })), (efforts) => {
        const quarters = effortQuartiles(efforts);
        const sorted = efforts.map((effort, i) => [effort, quarters[i] ?? -1]).toSorted(([a = 0], [b = 0]) => a - b);
        for (const [i, [effort = 0, quarter = 0]] of sorted.entries()) {
          const [before = effort, lower = quarter] = sorted[i - 1] ?? [];
          if (before === effort) expect(quarter).toBe(lower);
          else expect(quarter).toBeGreaterThanOrEqual(lower);
        }
      }),
      { seed: 20_261_123 },
    );
  });
});
