import { describe, expect, test } from "vitest";
import { discriminationsOf } from "#lib/course/analysis/discrimination.ts";
import { scoreMatrix } from "#lib/course/analysis/score-matrix.ts";
import golden from "../../golden/analysis.json";
import { factsOf, matrixOf, placesOf } from "./matrix-facts.ts";

const ten = Array.from({ length: 10 }, (_, s) => s);
const of = (rows: Parameters<typeof matrixOf>[0]) => discriminationsOf(matrixOf(rows), placesOf(rows));

describe("discrimination", () => {
  test.each(golden.matrices)("of the items that $students students tried agrees with the oracle", (row) => {
    const got = of(row.rows);
    row.discrimination.forEach(({ correlation, low, high }, i) => {
      const { value } = got.get(`${i}`) ?? {};
      expect(value?.students).toBe(row.students);
      expect(value?.correlation).toBeCloseTo(correlation, 11);
      expect(value?.interval.low).toBeCloseTo(low, 10);
      expect(value?.interval.high).toBeCloseTo(high, 10);
    });
  });

  test("by hand: 1.5/2.5 = 0.6, whose artanh is ln 2, and tanh(ln 2 ± 1.96/√7) is −0.048 to 0.892", () => {
    const { value } = of([...Array(4).fill([1, 1]), ...Array(4).fill([0, 0]), [1, 0], [0, 1]]).get("0") ?? {};
    expect(value?.correlation).toBeCloseTo(0.6, 14);
    expect(value?.interval.low).toBeCloseTo(-0.048, 3);
    expect(value?.interval.high).toBeCloseTo(0.892, 3);
  });

  test("leaves the item itself out of the sum: independent items do not correlate", () => {
    // All sixteen patterns of four items, each once.
    const rows = Array.from({ length: 16 }, (_, s) => [0, 1, 2, 3].map((i) => (s >> i) & 1));
    for (const { value } of of(rows).values()) expect(value?.correlation).toBeCloseTo(0, 14);
  });

  test("of items that all say the same is 1, certainly", () => {
    const { value } = of(ten.map((s) => [s / 10, s / 10, s / 10])).get("1") ?? {};
    expect(value?.correlation).toBeCloseTo(1, 14);
    expect(value?.interval.high).toBeLessThanOrEqual(1);
  });

  test.each([
    ["one item", ten.map((s) => [s / 10]), "fewer than 2 items"],
    ["nine students", ten.slice(1).map((s) => [s / 10, s / 10]), "fewer than 10 students"],
    ["an item that all have right", ten.map((s) => [1, s / 10, s / 20]), "everybody has the same score"],
    ["an item beside one that all have right", ten.map((s) => [s / 10, 1]), "everybody has the same score"],
    [
      "sums that differ by rounding",
      ten.map((s) => (s % 2 ? [s / 10, 0.1, 0.2, 0.3] : [s / 10, 0.3, 0.2, 0.1])),
      "everybody has the same score",
    ],
  ])("is not offered for %s", (_, rows, why) => {
    expect(of(rows).get("0")).toEqual({ value: null, why });
  });

  test("is not offered over pools, and no item of a pool enters a sum", () => {
    const rows = ten.map((s) => [s / 10, (s % 3) / 2, s % 2]);
    const places = placesOf(rows).map((place) => ({ ...place, common: place.id !== "2" }));
    const got = discriminationsOf(scoreMatrix(factsOf(rows), places), places);
    expect(got.get("2")).toEqual({ value: null, why: "not offered over pools" });
    expect(got.get("0")).toEqual(of(rows.map((row) => row.slice(0, 2))).get("0"));
  });

  test("does not depend on the order of the facts", () => {
    const rows = golden.matrices[1]?.rows ?? [];
    const turned = scoreMatrix(factsOf(rows).toReversed(), placesOf(rows));
    const got = discriminationsOf(turned, placesOf(rows));
    for (const [id, { value }] of of(rows))
      expect(got.get(id)?.value?.correlation).toBeCloseTo(value?.correlation ?? 2, 12);
  });
});
