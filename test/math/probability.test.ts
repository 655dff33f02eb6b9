import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalCdf, normalInterval, normalPdf, normalQuantile, normalUpperTail } from "#lib/math/normal.ts";
import { bayes, bernoulliPmf, binomialCoefficient, binomialPmf } from "#lib/math/probability.ts";
import { sum } from "#lib/math/vector.ts";
import golden from "../golden/math/probability.json";
import { agreesWithOracle, table } from "./golden.ts";

agreesWithOracle("normal.ts", {
  normalPdf: table(golden.normalPdf, ({ x, mean, sd }) => normalPdf(x, mean, sd), 3),
  normalCdf: table(golden.normalCdf, ({ x, mean, sd }) => normalCdf(x, mean, sd), 6),
  normalUpperTail: table(golden.normalUpperTail, ({ x, mean, sd }) => normalUpperTail(x, mean, sd), 6),
  normalInterval: table(golden.normalInterval, ({ a, b, mean, sd }) => normalInterval(a, b, mean, sd), 6),
  normalQuantile: table(golden.normalQuantile, ({ p }) => normalQuantile(p), 6),
});

agreesWithOracle("probability.ts", {
  bayes: table(golden.bayes, ({ priors, likelihoods }) => bayes(priors, likelihoods), 3),
  binomialCoefficient: table(golden.binomialCoefficient, ({ n, k }) => binomialCoefficient(n, k), 32),
  binomialPmf: table(golden.binomialPmf, ({ k, n, p }) => binomialPmf(k, n, p), 32),
});

describe("exact values and conventions", () => {
  const infinity = Number.POSITIVE_INFINITY;
  test.each([
    ["half of the mass lies below the mean", normalCdf(3, 3, 2), 0.5],
    ["nothing lies below -∞", normalCdf(-infinity), 0],
    ["everything lies below ∞", normalCdf(infinity), 1],
    ["nothing lies above ∞", normalUpperTail(infinity), 0],
    ["the density vanishes at ∞", normalPdf(infinity), 0],
    ["the density far out is 0, not -0", normalPdf(1e300), 0],
    ["everything lies between -∞ and ∞", normalInterval(-infinity, infinity), 1],
    ["half of the mass lies above the mean", normalInterval(5, infinity, 5, 2), 0.5],
    ["nothing lies between a and a", normalInterval(1, 1), 0],
    ["nothing lies in a reversed interval", normalInterval(2, 1), 0],
    ["the median is the mean", normalQuantile(0.5, 7, 3), 7],
    ["the quantile of 0 is -∞", normalQuantile(0), -infinity],
    ["the quantile of 1 is ∞", normalQuantile(1), infinity],
    ["no probability has no quantile", normalQuantile(1.5), Number.NaN],
    ["a Bernoulli trial succeeds with p", bernoulliPmf(1, 0.25), 0.25],
    ["a Bernoulli trial fails with 1 - p", bernoulliPmf(0, 0.25), 0.75],
    ["a Bernoulli trial has no third outcome", bernoulliPmf(2, 0.25), 0],
    ["5 choose 2 is 10", binomialCoefficient(5, 2), 10],
    ["52 choose 26 is exact", binomialCoefficient(52, 26), 495918532948104],
    ["more successes than trials are impossible", binomialPmf(4, 3, 0.5), 0],
    ["fewer successes than none are impossible", binomialPmf(-1, 3, 0.5), 0],
    ["two heads of four are exactly 3/8", binomialPmf(2, 4, 0.5), 0.375],
    ["a sure success succeeds every time", binomialPmf(3, 3, 1), 1],
  ])("%s", (_, got, expected) => expect(got).toBe(expected));

  test.each([0, -1, Number.NaN])("a standard deviation of %d gives NaN", (sd) => {
    const all = [normalPdf, normalCdf, normalUpperTail, normalQuantile].map((f) => f(0.5, 0.5, sd));
    expect([...all, normalInterval(0, 1, 0.5, sd)]).toEqual(Array(5).fill(Number.NaN));
  });

  test("without mean and standard deviation the distribution is the standard one", () => {
    const all = [normalPdf, normalCdf, normalUpperTail, normalQuantile];
    expect(all.map((f) => f(0.25))).toEqual(all.map((f) => f(0.25, 0, 1)));
    expect(normalInterval(-0.5, 2)).toBe(normalInterval(-0.5, 2, 0, 1));
  });

  test("impossible evidence has no posterior", () => {
    expect(bayes([0.5, 0.5], [0, 0])).toEqual([Number.NaN, Number.NaN]);
    expect(bayes([1, 0], [0, 1])).toEqual([Number.NaN, Number.NaN]);
  });

  test.each([
    ["bayes refuses priors and likelihoods of different lengths", () => bayes([1], [0.5, 0.5])],
    ["binomialPmf refuses half a trial", () => binomialPmf(1, 2.5, 0.5)],
    ["binomialPmf refuses half a success", () => binomialPmf(0.5, 2, 0.5)],
    ["binomialCoefficient refuses what it was not tested for", () => binomialCoefficient(1001, 2)],
    ["binomialCoefficient refuses a negative number of trials", () => binomialCoefficient(-1, 0)],
  ])("%s", (_, call) => expect(call).toThrow(RangeError));
});

describe("laws", () => {
  const z = fc.double({ min: -37, max: 37, noNaN: true });

  test("what lies below and what lies above is everything; the two tails mirror each other", () => {
    fc.assert(
      fc.property(z, (x) => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 15);
        expect(normalUpperTail(x)).toBe(normalCdf(-x));
        expect(normalPdf(-x)).toBe(normalPdf(x));
      }),
    );
  });

  test("the probability below x grows with x", () => {
    fc.assert(fc.property(z, z, (a, b) => normalCdf(Math.min(a, b)) <= normalCdf(Math.max(a, b)) * (1 + 2 ** -48)));
  });

  test("neighbouring intervals add up", () => {
    fc.assert(
      fc.property(fc.uniqueArray(z, { minLength: 3, maxLength: 3 }), (points) => {
        const [a = 0, b = 0, c = 0] = points.toSorted((s, t) => s - t);
        const [parts, whole] = [normalInterval(a, b) + normalInterval(b, c), normalInterval(a, c)];
        expect(Math.abs(parts - whole)).toBeLessThanOrEqual(32 * 2 ** -52 * whole + 2 ** -1070);
      }),
    );
  });

  test("the quantile undoes the distribution function", () => {
    fc.assert(
      fc.property(fc.double({ min: -37, max: 0, noNaN: true }), (x) => {
        // Where the density is flat a probability tells x no better than one ulp of 1/2 allows.
        expect(Math.abs(normalQuantile(normalCdf(x)) - x)).toBeLessThanOrEqual(8 * 2 ** -52 * Math.max(1, -x));
      }),
    );
  });

  test("location and scale move the quantile", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), (p) => {
        expect(normalQuantile(p, 5, 2)).toBeCloseTo(5 + 2 * normalQuantile(p), 13);
      }),
    );
  });

  test("the probabilities of 0 … n successes sum to 1, and their mean is np", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, p) => {
        const pmf = Array.from({ length: n + 1 }, (_, k) => binomialPmf(k, n, p));
        expect(sum(pmf)).toBeCloseTo(1, 13);
        expect(sum(pmf.map((probability, k) => k * probability))).toBeCloseTo(n * p, 11);
      }),
    );
  });

  test("a posterior sums to 1 and does not change with a common factor of the likelihoods", () => {
    const weights = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(weights, fc.integer({ min: -900, max: 900 }), (pairs, exponent) => {
        const [priors, likelihoods] = [pairs.map(([w]) => w / 128), pairs.map(([, l]) => l / 128)];
        const posterior = bayes(priors, likelihoods);
        expect(sum(posterior)).toBeCloseTo(1, 14);
        expect(
          bayes(
            priors,
            likelihoods.map((l) => l * 2 ** exponent),
          ),
        ).toEqual(posterior);
      }),
    );
  });
});
