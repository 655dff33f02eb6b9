import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { softmax } from "#lib/math/activations.ts";
import {
  binaryCrossEntropy,
  binaryCrossEntropyFromLogit,
  crossEntropy,
  crossEntropyFromLogits,
  entropy,
  klDivergence,
  log,
  log2,
  log10,
  logAddExp,
  logSumExp,
  xlogy,
} from "#lib/math/logs.ts";
import golden from "../golden/math/logs.json";
import { agreesWithOracle, errorInUlps, table } from "./golden.ts";

agreesWithOracle("logs.ts", {
  log: table(golden.log, ({ x, base }) => log(x, base), 2),
  logSumExp: table(golden.logSumExp, ({ z }) => logSumExp(z), 2),
  logAddExp: table(
    golden.logSumExp.filter(({ z }) => z.length === 2),
    ({ z: [a = Number.NaN, b = Number.NaN] }) => logAddExp(a, b),
    2,
  ),
  xlogy: table(golden.xlogy, ({ x, y }) => xlogy(x, y), 2),
  entropy: table(golden.entropy, ({ p }) => entropy(p), 2),
  crossEntropy: table(golden.crossEntropy, ({ p, q }) => crossEntropy(p, q), 2),
  crossEntropyFromLogits: table(golden.crossEntropyFromLogits, ({ p, z }) => crossEntropyFromLogits(p, z), 2),
  klDivergence: table(golden.klDivergence, ({ p, q }) => klDivergence(p, q), 2),
  binaryCrossEntropy: table(golden.binaryCrossEntropy, ({ y, p }) => binaryCrossEntropy(y, p), 2),
  binaryCrossEntropyFromLogit: table(
    golden.binaryCrossEntropyFromLogit,
    ({ y, z }) => binaryCrossEntropyFromLogit(y, z),
    2,
  ),
});

describe("exact values and conventions", () => {
  const infinity = Number.POSITIVE_INFINITY;
  test.each([
    ["log₂ 8 is exactly 3", log2(8), 3],
    ["log₁₀ 1000 is exactly 3", log10(1000), 3],
    ["log₁₀ 0.001 is exactly -3", log10(0.001), -3],
    ["log₅ 125 is exactly 3", log(125, 5), 3],
    ["log 1 is 0 in a base below 1, not -0", log(1, 0.5), 0],
    ["log without a base is natural", log(Math.E), 1],
    ["log 0 is -∞", log2(0), -infinity],
    ["the log of a negative number is NaN", log(-1, 2), Number.NaN],
    ["there is no log to the base 1", log(5, 1), Number.NaN],
    ["log-sum-exp of impossibilities is -∞", logSumExp([-infinity, -infinity]), -infinity],
    ["log-sum-exp passes an impossibility over", logSumExp([-infinity, 3]), 3],
    ["log-sum-exp with ∞ is ∞", logSumExp([infinity, 3]), infinity],
    ["log-add-exp of impossibilities is -∞", logAddExp(-infinity, -infinity), -infinity],
    ["0 ln 0 is 0", xlogy(0, 0), 0],
    ["0 ln NaN is NaN", xlogy(0, Number.NaN), Number.NaN],
    ["a certain outcome has no entropy, and 0 is not -0", entropy([1, 0]), 0],
    ["a fair coin has one bit", entropy([0.5, 0.5], 2), 1],
    [
      "eight equal outcomes have three bits",
      entropy(
        Array.from({ length: 8 }, () => 1 / 8),
        2,
      ),
      3,
    ],
    ["the cross-entropy of an outcome held impossible is ∞", crossEntropy([0, 1], [1, 0]), infinity],
    ["the divergence from an outcome held impossible is ∞", klDivergence([0.5, 0.5], [1, 0]), infinity],
    ["an impossible outcome adds nothing to the divergence", klDivergence([1, 0], [0.5, 0.5], 2), 1],
    ["a certain prediction that is right costs nothing", binaryCrossEntropy(1, 1), 0],
    ["a certain prediction of 0 that is right costs nothing", binaryCrossEntropy(0, 0), 0],
    ["a certain prediction that is wrong costs ∞", binaryCrossEntropy(0, 1), infinity],
    ["a certain prediction of 0 that is wrong costs ∞", binaryCrossEntropy(1, 0), infinity],
    ["a confident right logit costs nothing", crossEntropyFromLogits([1, 0], [1e308, -1e308]), 0],
  ])("%s", (_, got, expected) => expect(got).toBe(expected));

  test("the divergence is right where a prediction held the truth to be nearly impossible", () => {
    expect(klDivergence([1, 0], [2 ** -60, 1 - 2 ** -53], 2)).toBeCloseTo(60, 12);
  });

  test("entropy in bits agrees with the oracle to 4 ulp", () => {
    for (const { p, value } of golden.entropyInBits) expect(errorInUlps(entropy(p, 2), value)).toBeLessThanOrEqual(4);
  });

  test.each([
    ["crossEntropy", () => crossEntropy([1], [0.5, 0.5])],
    ["crossEntropyFromLogits", () => crossEntropyFromLogits([1], [0.5, 0.5])],
    ["klDivergence", () => klDivergence([1], [0.5, 0.5])],
    ["logSumExp", () => logSumExp([])],
  ])("%s refuses vectors that do not fit", (_, call) => expect(call).toThrow(RangeError));
});

describe("laws", () => {
  const logit = fc.double({ min: -700, max: 700, noNaN: true });
  const logits = fc.array(logit, { minLength: 2, maxLength: 6 });
  const distributions = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 99 })), { minLength: 2, maxLength: 6 })
    .filter((weights) => weights.some(([p]) => p > 0))
    .map((weights) => {
      const [pTotal, qTotal] = [weights.reduce((t, [p]) => t + p, 0), weights.reduce((t, [, q]) => t + q, 0)];
      return [weights.map(([p]) => p / pTotal), weights.map(([, q]) => q / qTotal)] as const;
    });

  test("log-sum-exp lies between the largest logit and that plus ln n", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1, maxLength: 6 }),
        (z) => {
          const top = Math.max(...z);
          expect(logSumExp(z)).toBeGreaterThanOrEqual(top);
          expect(logSumExp(z)).toBeLessThanOrEqual(top + Math.log(z.length) + 2 ** -51 * (Math.abs(top) + 2));
        },
      ),
    );
  });

  test("a shift of all logits shifts log-sum-exp", () => {
    fc.assert(
      fc.property(logits, logit, (z, shift) => {
        expect(logSumExp(z.map((zi) => zi + shift))).toBeCloseTo(logSumExp(z) + shift, 10);
      }),
    );
  });

  test("the log of any whole power of a base is exact", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 100 }), fc.integer({ min: 1, max: 53 }), (base, exponent) => {
        fc.pre(base ** exponent < 2 ** 53);
        let power = 1;
        for (let i = 0; i < exponent; i++) power *= base;
        expect(log(power, base)).toBe(exponent);
      }),
    );
  });

  test("no prediction is cheaper than the truth: H(p, q) ≥ H(p), and the difference is the divergence", () => {
    fc.assert(
      fc.property(distributions, ([p, q]) => {
        expect(klDivergence(p, q)).toBeGreaterThanOrEqual(-1e-15);
        expect(klDivergence(p, p)).toBe(0);
        expect(crossEntropy(p, q) - entropy(p)).toBeCloseTo(klDivergence(p, q), 13);
      }),
    );
  });

  test("the entropy of n outcomes is at most ln n", () => {
    fc.assert(fc.property(distributions, ([p]) => entropy(p) <= Math.log(p.length) + 1e-15));
  });

  test("cross-entropy from logits is that of their softmax", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: 2, maxLength: 5 }), (z) => {
        const p = z.map((_, i) => (i === 0 ? 0.25 : 0.75 / (z.length - 1)));
        expect(crossEntropyFromLogits(p, z)).toBeCloseTo(crossEntropy(p, softmax(z)), 12);
      }),
    );
  });

  test("binary cross-entropy is the same for the other class and the opposite prediction", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 64 }), fc.integer({ min: 1, max: 1023 }), (y64, p1024) => {
        const [y, p] = [y64 / 64, p1024 / 1024];
        expect(binaryCrossEntropy(1 - y, 1 - p)).toBeCloseTo(binaryCrossEntropy(y, p), 13);
      }),
    );
  });
});
