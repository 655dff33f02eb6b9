import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reliabilityOf } from "#lib/course/analysis/reliability.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { normalQuantile } from "#lib/math/normal.ts";
import golden from "../../golden/analysis.json";
import { matrixOf } from "./matrix-facts.ts";

const seeded = { seed: 20_261_123, numRuns: 100 };
const ten = Array.from({ length: 10 }, (_, s) => s);
/** Four have both right, four neither, two one each. */
const byHand = [...Array(4).fill([1, 1]), ...Array(4).fill([0, 0]), [1, 0], [0, 1]];

describe("Cronbach’s alpha", () => {
  test.each(golden.matrices)("of $students students agrees with the oracle, and so does its interval", (row) => {
    const { value } = reliabilityOf(matrixOf(row.rows));
    expect(value?.students).toBe(row.students);
    expect(value?.leftOut).toBe(row.rows.length - row.students);
    expect(value?.alpha).toBeCloseTo(row.alpha, 11);
    expect(value?.interval.low).toBeCloseTo(row.low, 10);
    expect(value?.interval.high).toBeCloseTo(row.high, 10);
    row.without.forEach((alpha, i) => {
      const got = value?.without.get(`${i}`);
      if (alpha === null) expect(got).toBeNull();
      else expect(got).toBeCloseTo(alpha, 10);
    });
  });

  test("by hand: variances 2.5/9 and 2.5/9, of the sums 8/9, so 2 (1 − 5/8) = 3/4", () => {
    expect(reliabilityOf(matrixOf(byHand)).value?.alpha).toBeCloseTo(0.75, 14);
  });

  test("of items that all say the same is 1, and so are both ends of its interval", () => {
    const { value } = reliabilityOf(matrixOf(ten.map((s) => [s / 10, s / 10, s / 10])));
    expect(value?.alpha).toBeCloseTo(1, 14);
    expect(value?.interval.low).toBeCloseTo(1, 12);
  });

  test.each([
    ["one item", ten.map((s) => [s / 10]), "fewer than 2 items"],
    ["no items", ten.map(() => []), "fewer than 2 items"],
    ["nine students", ten.slice(1).map((s) => [s / 10, 1]), "fewer than 10 students"],
    ["nine students who tried everything", ten.map((s) => [s / 10, s === 3 ? null : 1]), "fewer than 10 students"],
    ["nobody", [], "fewer than 2 items"],
    ["the same scores for all", ten.map(() => [0.5, 1]), "everybody has the same score"],
    // 0.1 + 0.9 and 0.7 + 0.3 are the same sum, also where they are rounded.
    ["the same sums for all", ten.map((s) => [s / 10, 1 - s / 10, 0.2]), "everybody has the same score"],
  ])("is not offered for %s", (_, rows, why) => {
    expect(reliabilityOf(matrixOf(rows))).toEqual({ value: null, why });
  });

  test("without an item is not offered where the rest is the same for everybody", () => {
    const { value } = reliabilityOf(matrixOf(ten.map((s) => [s / 10, 1, 0.5])));
    expect([...(value?.without ?? [])].map(([, alpha]) => alpha === null)).toEqual([true, false, false]);
  });

  const cell = fc.integer({ min: 0, max: 4 }).map((n) => n / 4);
  const rows = fc.array(fc.array(cell, { minLength: 4, maxLength: 4 }), { minLength: 10, maxLength: 20 });

  test("does not depend on the order of students or items", () => {
    fc.assert(
      fc.property(rows, (x) => {
        const before = reliabilityOf(matrixOf(x)).value?.alpha;
        const after = reliabilityOf(matrixOf(x.toReversed().map((row) => row.toReversed()))).value?.alpha;
        if (before === undefined) expect(after).toBeUndefined();
        else expect(after).toBeCloseTo(before, 9);
      }),
      seeded,
    );
  });

  test("does not change with an item that is easier for everybody, nor with the unit of the scores", () => {
    fc.assert(
      fc.property(rows, cell, (x, easier) => {
        const before = reliabilityOf(matrixOf(x)).value?.alpha;
        const moved = x.map((row) => row.map((score, i) => (i === 1 ? score / 2 + easier : score / 2)));
        const after = reliabilityOf(matrixOf(moved)).value?.alpha;
        if (before === undefined) expect(after).toBeUndefined();
        else expect(after).toBeCloseTo(before, 9);
      }),
      seeded,
    );
  });

  test("grows where students differ more in everything", () => {
    const rng = createRng("differ more");
    const x = ten.map(() => ten.map(() => rng.int(0, 1)));
    const alphaWith = (more: number) => reliabilityOf(matrixOf(x.map((row, s) => row.map((v) => v + more * s)))).value;
    expect(alphaWith(1)?.alpha).toBeGreaterThan(alphaWith(0)?.alpha ?? Number.NaN);
  });

  test("has an interval that covers the truth 95 times in 100: 4,000 simulated courses, seed “feldt”", () => {
    const rng = createRng("feldt");
    const gauss = () => normalQuantile((rng.int(0, 2 ** 30 - 1) + 0.5) / 2 ** 30);
    // True scores of variance 1 and errors of variance 2, five items: alpha = 5 ρ / (1 + 4 ρ) with ρ = 1/3.
    const truth = 5 / 7;
    let covered = 0;
    for (let course = 0; course < 4000; course++) {
      const scores = Array.from({ length: 20 }, () => {
        const ability = gauss();
        return Array.from({ length: 5 }, () => ability + Math.SQRT2 * gauss());
      });
      const { value } = reliabilityOf({ items: ["a", "b", "c", "d", "e"], scores, leftOut: 0 });
      if (value && value.interval.low <= truth && truth <= value.interval.high) covered++;
    }
    // Three standard errors of 4,000 courses are 0.0103.
    expect(Math.abs(covered / 4000 - 0.95)).toBeLessThan(0.0103);
  });
});
