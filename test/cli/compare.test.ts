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
    ).toEqual({ name: "x", value: 2, unit: "s", against: 3, ratio: 1 });
  });

  it("finds that twice the work takes about twice the time", () => {
    const work = (n: number) => () => {
      let sum = 0;
      for (let i = 1; i < n; i++) sum += Math.sqrt(i);
      return sum;
    };
    const { ratio, value, unit } = compare("twice", work(20_000), work(10_000), 5);
    expect(unit).toBe("µs");
    expect(value).toBeGreaterThan(0);
    expect(ratio).toBeGreaterThan(1.2);
    expect(ratio).toBeLessThan(3.5);
  });
});
