import fc from "fast-check";
import { expect, test } from "vitest";
import { occurringNames, runsOf } from "#lib/grading/occurring-names.ts";

test.each([
  ["x^2 + 2x + 1", ["x"]],
  ["sin x cos(y)", ["x", "y"]],
  ["xe^x", ["x"]],
  ["ax+by", ["a", "x", "b", "y"]],
  ["pi e π 2e3 1.5E-2", []],
  ["w_1 + w1 + w₁ + w_{1}", ["w_1"]],
  ["x_i y_{12}", ["x_i", "y_12"]],
  ["3x1+2x2", ["x_1", "x_2"]],
  ["2x10^-3 y", ["y"]],
  ["2 x 3", []],
  ["log2(x) log_10 y ln z", ["x", "y", "z"]],
  ["\\frac{\\alpha}{\\sqrt{b}} \\cdot \\sin\\theta", ["alpha", "b", "theta"]],
  ["λμ lambda", ["lambda", "mu"]],
  ["σ(x)(1-σ(x))", ["x"]],
  ["σ\\left(x\\right)", ["x"]],
  ["(x-μ)/σ", ["x", "mu", "sigma"]],
  ["σ(x) + σ", ["sigma", "x"]],
  ["X + x", ["X", "x"]],
  ["", []],
  ["\\ \\unknown{x}", ["x"]],
] as const)("%j uses %j", (text, names) => {
  expect(occurringNames(text)).toEqual(names);
});

test("letters that stand together are one run", () => {
  expect(runsOf("banana + xy")).toEqual([
    ["b", "a", "n", "a", "n", "a"],
    ["x", "y"],
  ]);
});

test("any text is gone through once, and gives names alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
      for (const name of occurringNames(text)) expect(name).toMatch(/^[A-Za-z]+(?:_\w+)?$/);
    }),
    { seed: 20261122, numRuns: 2000 },
  );
});
