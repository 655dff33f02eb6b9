import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { betaQuantile, fQuantile, incompleteBeta } from "#lib/math/beta.ts";
import golden from "../golden/math/beta.json";
import { agreesWithOracle, table } from "./golden.ts";

agreesWithOracle("beta.ts", {
  incompleteBeta: table(golden.incompleteBeta, ({ x, a, b }) => incompleteBeta(x, a, b), 128),
  betaQuantile: table(golden.betaQuantile, ({ p, a, b }) => betaQuantile(p, a, b), 64),
  fQuantile: table(golden.fQuantile, ({ p, m, n }) => fQuantile(p, m, n), 64),
});

describe("exact values and conventions", () => {
  test.each([
    ["nothing lies below 0", incompleteBeta(0, 2, 3), 0],
    ["everything lies below 1", incompleteBeta(1, 2, 3), 1],
    ["the quantile of 0 is 0", betaQuantile(0, 2, 3), 0],
    ["the quantile of 1 is 1", betaQuantile(1, 2, 3), 1],
    ["F has no upper end", fQuantile(1, 2, 3), Number.POSITIVE_INFINITY],
    ["no probability has no quantile", fQuantile(1.5, 2, 3), Number.NaN],
    ["nothing is distributed with 0 degrees of freedom", fQuantile(0.5, 0, 3), Number.NaN],
    ["beyond 1 there is no probability", incompleteBeta(1.1, 2, 3), Number.NaN],
    ["a beta distribution needs a positive shape", betaQuantile(0.5, -1, 3), Number.NaN],
  ])("%s", (_, got, expected) => expect(got).toBe(expected));

  test.each([
    // I_x(1, b) = 1 - (1-x)^b; I_x(2, 2) = 3x² - 2x³; the arcsine law; F(2, 2) has the distribution function f/(1+f).
    ["one shape of 1", incompleteBeta(0.25, 1, 3), 1 - 0.75 ** 3],
    ["a cubic", incompleteBeta(0.3, 2, 2), 3 * 0.09 - 2 * 0.027],
    ["the arcsine law", incompleteBeta(0.25, 0.5, 0.5), 1 / 3],
    ["F with two and two degrees of freedom", fQuantile(0.95, 2, 2), 19],
    ["a printed table of F: 5 %, 3 and 10 degrees of freedom", fQuantile(0.95, 3, 10), 3.7083],
  ])("%s agrees with the closed form", (_, got, expected) => expect(got).toBeCloseTo(expected, 4));
});

describe("laws", () => {
  const shape = fc.integer({ min: 1, max: 400 }).map((n) => n / 2);
  const chance = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  const runs = { seed: 20_261_123, numRuns: 300 };

  test("the quantile undoes the distribution function", () => {
    fc.assert(
      fc.property(chance, shape, shape, (p, a, b) => {
        expect(incompleteBeta(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 11);
      }),
      runs,
    );
  });

  test("the two tails are everything, and 1/F has the degrees of freedom exchanged", () => {
    fc.assert(
      fc.property(chance, shape, shape, (p, a, b) => {
        expect(incompleteBeta(p, a, b) + incompleteBeta(1 - p, b, a)).toBeCloseTo(1, 12);
        expect(fQuantile(p, a, b) * fQuantile(1 - p, b, a)).toBeCloseTo(1, 9);
      }),
      runs,
    );
  });
});
