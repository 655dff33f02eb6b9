import { describe, expect, test } from "vitest";
import { difficultyOf } from "#lib/course/analysis/difficulty.ts";
import { scoreDistribution, timeDistribution } from "#lib/course/analysis/distribution.ts";
import golden from "../../golden/analysis.json";

const firsts = (...scores: (number | null)[]) => scores.map((firstScore) => ({ firstScore }));

describe("difficulty", () => {
  test("is the mean of first tries, and the share fully right of them; who never tried is told and left out", () => {
    const { value } = difficultyOf(firsts(1, 1, 0.5, 0, null));
    expect(value).toMatchObject({ mean: 0.625, right: { count: 2, of: 4, share: 0.5 }, untried: 1 });
    // Wilson for 2 of 4 by hand: (0.5 + 0.4802 ± 1.96 √(0.0625 + 0.06) …) / 1.9604, a printed value: 0.150 to 0.850.
    expect(value?.right.interval.low).toBeCloseTo(0.15, 3);
    expect(value?.right.interval.high).toBeCloseTo(0.85, 3);
  });

  test("nearly right is not fully right", () => {
    expect(difficultyOf(firsts(0.999)).value?.right.count).toBe(0);
  });

  test.each([[[]], [[null, null]]])("of nobody (%j) is not offered", (scores) => {
    expect(difficultyOf(firsts(...scores))).toEqual({ value: null, why: "nobody has tried it" });
  });
});

describe("the distribution of scores", () => {
  test.each(golden.distributions)("agrees with NumPy on $scores.length scores", (row) => {
    const { value } = scoreDistribution(row.scores);
    expect(value?.bins.map(({ count }) => count)).toEqual(row.counts);
    for (const name of ["lower", "median", "upper", "mean"] as const) expect(value?.[name]).toBeCloseTo(row[name], 12);
    if (row.sd === null) expect(value?.sd).toBeNull();
    else expect(value?.sd).toBeCloseTo(row.sd, 12);
  });

  test("puts a score on a boundary into the bin it begins, and 1 into the last", () => {
    const counts = (...scores: number[]) => scoreDistribution(scores).value?.bins.map(({ count }) => count);
    expect(counts(0, 0.1, 0.2 + 0.1, 0.7999999999999999, 1)).toEqual([1, 1, 0, 1, 0, 0, 0, 0, 1, 1]);
    expect(scoreDistribution([0.5], 4).value?.bins).toEqual([
      { from: 0, to: 0.25, count: 0 },
      { from: 0.25, to: 0.5, count: 0 },
      { from: 0.5, to: 0.75, count: 1 },
      { from: 0.75, to: 1, count: 0 },
    ]);
  });

  test("of nobody is not offered", () => {
    expect(scoreDistribution([])).toEqual({ value: null, why: "nobody has tried it" });
  });

  test.each([-0.1, 1.1, Number.NaN])("refuses a score of %d", (score) => {
    expect(() => scoreDistribution([score])).toThrow(RangeError);
  });
});

describe("the distribution of times", () => {
  const times = (...all: (number | null)[]) => timeDistribution(all.map((seconds) => ({ seconds })));

  test("is told by median and quartiles, which a night does not move; unknown times are left out and counted", () => {
    const plain = { students: 5, lower: 20, median: 30, upper: 40, farOut: 0, leftOut: 1 };
    expect(times(40, 10, 30, 20, 50, null).value).toEqual(plain);
    expect(times(40, 10, 30, 20, 50_000, null).value).toMatchObject({ lower: 20, median: 30, upper: 40, farOut: 1 });
  });

  test("counts no time at the fence as far out", () => {
    // Quartiles 20 and 40: the fence is at 70.
    expect(times(40, 10, 30, 20, 70).value?.farOut).toBe(0);
    expect(times(40, 10, 30, 20, 71).value?.farOut).toBe(1);
  });

  test("keeps 0 seconds, which is a time", () => {
    expect(times(0).value).toMatchObject({ students: 1, median: 0, leftOut: 0 });
  });

  test("where no browser told any is not offered", () => {
    expect(times(null, null)).toEqual({ value: null, why: "no times are known" });
  });
});
