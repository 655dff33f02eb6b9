import { describe, expect, test } from "vitest";
import { newcombe } from "#lib/course/analysis/newcombe.ts";
import { shareOf, wilson, z90, z95 } from "#lib/course/analysis/share.ts";
import { binomialPmf } from "#lib/math/probability.ts";
import golden from "../../golden/analysis.json";

describe("a share", () => {
  test.each(golden.wilson)("$x of $n at $confidence has the interval that SciPy gives", (row) => {
    const { low, high } = wilson(row.x, row.n, row.confidence === 0.95 ? z95 : z90);
    expect(low).toBeCloseTo(row.low, 12);
    expect(high).toBeCloseTo(row.high, 12);
  });

  test("of nobody is no number, and could be anything", () => {
    expect(shareOf(0, 0)).toEqual({ count: 0, of: 0, share: null, interval: { low: 0, high: 1 } });
  });

  test("of none or all ends exactly at 0 or 1", () => {
    expect(shareOf(0, 7).interval.low).toBe(0);
    expect(shareOf(7, 7).interval.high).toBe(1);
  });

  test("takes 1.96 standard errors for 95 %, and 1.645 for 90 %", () => {
    expect(z95).toBeCloseTo(1.959964, 6);
    expect(z90).toBeCloseTo(1.644854, 6);
  });
});

describe("the interval of a difference", () => {
  // Table II of Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
  ])("of %d/%d and %d/%d is the one that Newcombe printed", (x1, n1, x2, n2, low, high) => {
    const got = newcombe({ x: x1, n: n1 }, { x: x2, n: n2 }, z95);
    expect(got.low).toBeCloseTo(low, 4);
    expect(got.high).toBeCloseTo(high, 4);
  });

  test.each(golden.newcombe)("of $x1/$n1 and $x2/$n2 agrees with the oracle", (row) => {
    const got = newcombe({ x: row.x1, n: row.n1 }, { x: row.x2, n: row.n2 }, z90);
    expect(got.low).toBeCloseTo(row.low, 12);
    expect(got.high).toBeCloseTo(row.high, 12);
  });

  test("at 90 % covers the truth about nine times in ten: exactly computed, not simulated", () => {
    const chances = [0.1, 0.3, 0.5, 0.8, 0.95].flatMap((p) => [0.2, 0.5, 0.9].map((q) => coverage(40, p, 30, q)));
    const mean = chances.reduce((a, b) => a + b) / chances.length;
    expect(mean).toBeGreaterThan(0.89);
    expect(mean).toBeLessThan(0.93);
    expect(Math.min(...chances)).toBeGreaterThan(0.86);
  });
});

/** The chance that the 90 % interval holds p − q, summed over all that may come of n and m. */
function coverage(n: number, p: number, m: number, q: number): number {
  let chance = 0;
  for (let x = 0; x <= n; x++) {
    for (let y = 0; y <= m; y++) {
      const { low, high } = newcombe({ x, n }, { x: y, n: m }, z90);
      if (low <= p - q && p - q <= high) chance += binomialPmf(x, n, p) * binomialPmf(y, m, q);
    }
  }
  return chance;
}
