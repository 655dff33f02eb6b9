import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { centred, columnMeans, covariance, meanSquaredError, standardise, variance } from "#lib/math/statistics.ts";
import golden from "../golden/math/data_sets.json";
import { agreesWithOracle, table } from "./golden.ts";

agreesWithOracle("statistics.ts", {
  columnMeans: table(golden.columnMeans, ({ x }) => columnMeans(x), 2),
  centred: table(golden.centred, ({ x }) => centred(x), 2),
  covariance: table(golden.covariance, ({ x }) => covariance(x, "n"), 4),
  variance: table(
    golden.covarianceUnbiased.map(({ x, value }) => ({ v: x.map(([first = 0]) => first), value: value[0]?.[0] ?? 0 })),
    ({ v }) => variance(v, "n-1"),
    4,
  ),
  standardise: table(golden.standardise, ({ x }) => standardise(x, "n"), 4),
  meanSquaredError: table(golden.meanSquaredError, ({ predicted, actual }) => meanSquaredError(predicted, actual), 2),
});

describe("exact values and conventions", () => {
  const x = [
    [1, 2],
    [2, 3],
    [3, 5],
    [6, 6],
  ];
  test.each([
    ["means are of columns, not of rows", columnMeans(x), [3, 4]],
    [
      "centring subtracts the mean of the column",
      centred(x),
      [
        [-2, -2],
        [-1, -1],
        [0, 1],
        [3, 2],
      ],
    ],
    [
      "the covariance with 1/n describes the data",
      covariance(x, "n"),
      [
        [3.5, 2.75],
        [2.75, 2.5],
      ],
    ],
    ["a single example has no unbiased variance", variance([5], "n-1"), Number.NaN],
    ["a single example has variance 0", variance([5], "n"), 0],
    ["a constant column has no scale", standardise([[5], [5]], "n"), [[Number.NaN], [Number.NaN]]],
    ["two examples standardise to ±1", standardise([[3], [7]], "n"), [[-1], [1]]],
    ["a perfect prediction has no error", meanSquaredError([1, 2], [1, 2]), 0],
    ["errors are squared and averaged", meanSquaredError([1, 2, 5], [0, 4, 3]), 3],
    ["an empty data set has no means", columnMeans([]), []],
  ])("%s", (_, got, expected) => expect(got).toEqual(expected));

  test("predictions and truths of different lengths are an error", () => {
    expect(() => meanSquaredError([1], [1, 2])).toThrow(RangeError);
  });
});

describe("laws", () => {
  const entry = fc.integer({ min: -99, max: 99 });
  const data = fc.array(fc.tuple(entry, entry, entry), { minLength: 2, maxLength: 8 });

  test("covariance is symmetric, blind to a shift, and the unbiased one is n/(n-1) times the other", () => {
    fc.assert(
      fc.property(data, entry, (x, shift) => {
        const sigma = covariance(x, "n");
        const shifted = covariance(
          x.map((row) => row.map((v) => v + shift)),
          "n",
        );
        const unbiased = covariance(x, "n-1");
        for (const [j, row] of sigma.entries()) {
          for (const [k, value] of row.entries()) {
            expect(sigma[k]?.[j]).toBe(value);
            expect(shifted[j]?.[k]).toBeCloseTo(value, 10);
            expect(unbiased[j]?.[k]).toBeCloseTo((value * x.length) / (x.length - 1), 10);
          }
        }
      }),
    );
  });

  test("standardised columns have mean 0 and variance 1 by the same divisor", () => {
    fc.assert(
      fc.property(data, fc.constantFrom("n" as const, "n-1" as const), (x, divisor) => {
        fc.pre([0, 1, 2].every((j) => new Set(x.map((row) => row[j])).size > 1));
        const z = standardise(x, divisor);
        for (const m of columnMeans(z)) expect(m).toBeCloseTo(0, 13);
        for (const [j, row] of covariance(z, divisor).entries()) expect(row[j]).toBeCloseTo(1, 13);
      }),
    );
  });
});
