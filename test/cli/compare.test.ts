import { describe, expect, it } from "vitest";
import { compare, row } from "#bench/compare.ts";

describe("a comparison", () => {
  it("gives medians, and the median of the ratios rather than the ratio of the medians", () => {
    expect(
      row("x", "s", [
        [1, 1],
        [2, 4],
        [9, 3],
      ]),
    ).toEqual({ name: "x", value: 2, unit: "s", against: 3, ratio: 1, spread: [0.75, 2] });
  });

  it("finds that ten times the work takes several times as long", () => {
    const work = (n: number) => () => {
      let sum = 0;
      for (let i = 1; i < n; i++) sum += Math.sqrt(i);
      return sum;
    };
    const { ratio, value, unit } = compare("ten times", work(100_000), work(10_000), 9);
    expect(unit).toBe("µs");
    expect(value).toBeGreaterThan(0);
    expect(ratio).toBeGreaterThan(2);
  });
});
