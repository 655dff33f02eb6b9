import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  leakyRelu,
  leakyReluDerivative,
  logit,
  logSoftmax,
  relu,
  reluDerivative,
  sigmoid,
  sigmoidDerivative,
  softmax,
  softmaxJacobian,
  softmaxWithTemperature,
  softplus,
  tanh,
  tanhDerivative,
} from "#lib/math/activations.ts";
import { transpose } from "#lib/math/matrix.ts";
import { sum } from "#lib/math/vector.ts";
import golden from "../golden/math/activations.json";
import { agreesWithOracle, table } from "./golden.ts";

agreesWithOracle("activations.ts", {
  sigmoid: table(golden.sigmoid, ({ x }) => sigmoid(x), 2),
  sigmoidDerivative: table(golden.sigmoidDerivative, ({ x }) => sigmoidDerivative(x), 3),
  tanh: table(golden.tanh, ({ x }) => tanh(x), 2),
  tanhDerivative: table(golden.tanhDerivative, ({ x }) => tanhDerivative(x), 3),
  softplus: table(golden.softplus, ({ x }) => softplus(x), 2),
  logit: table(golden.logit, ({ p }) => logit(p), 2),
  softmax: table(golden.softmax, ({ z }) => softmax(z), 3),
  softmaxWithTemperature: table(golden.softmaxWithTemperature, ({ z, t }) => softmaxWithTemperature(z, t), 3),
  logSoftmax: table(golden.logSoftmax, ({ z }) => logSoftmax(z), 2),
  softmaxJacobian: table(golden.softmaxJacobian, ({ z }) => softmaxJacobian(z), 4),
});

describe("exact values and conventions", () => {
  test.each([
    ["relu keeps a positive number", relu(2.5), 2.5],
    ["relu stops a negative number", relu(-2.5), 0],
    ["relu gives 0 for -0", relu(-0), 0],
    ["relu passes NaN on", relu(Number.NaN), Number.NaN],
    ["relu' is 1 above 0", reluDerivative(1e-300), 1],
    ["relu' is 0 below 0", reluDerivative(-1e-300), 0],
    ["relu' is 0 at 0, by convention", reluDerivative(0), 0],
    ["relu' passes NaN on", reluDerivative(Number.NaN), Number.NaN],
    ["leaky relu keeps a positive number", leakyRelu(3, 0.5), 3],
    ["leaky relu scales a negative number", leakyRelu(-3, 0.5), -1.5],
    ["leaky relu has the slope 0.01 unless told otherwise", leakyRelu(-100), -1],
    ["leaky relu gives 0 for -0", leakyRelu(-0), 0],
    ["leaky relu' is 1 above 0", leakyReluDerivative(3, 0.5), 1],
    ["leaky relu' is the slope below 0", leakyReluDerivative(-3, 0.5), 0.5],
    ["leaky relu' is the slope at 0, by convention", leakyReluDerivative(0, 0.5), 0.5],
    ["the sigmoid ends at 1", sigmoid(Number.POSITIVE_INFINITY), 1],
    ["the sigmoid starts at 0", sigmoid(Number.NEGATIVE_INFINITY), 0],
    ["the logit of 0 is -∞", logit(0), Number.NEGATIVE_INFINITY],
    ["the logit of 1 is ∞", logit(1), Number.POSITIVE_INFINITY],
    ["the logit of no probability is NaN", logit(1.5), Number.NaN],
  ])("%s", (_, got, expected) => expect(got).toBe(expected));

  test("a masked class, with the logit -∞, gets probability 0", () => {
    expect(softmax([2, Number.NEGATIVE_INFINITY, 2])).toEqual([0.5, 0, 0.5]);
    expect(logSoftmax([2, Number.NEGATIVE_INFINITY])).toEqual([0, Number.NEGATIVE_INFINITY]);
  });

  test("a log-probability below the range of numbers is -∞", () => {
    expect(logSoftmax([1.5e308, -1.5e308])).toEqual([0, Number.NEGATIVE_INFINITY]);
  });

  test("an infinite logit, a NaN or a temperature that is not positive gives NaN", () => {
    expect(softmax([Number.POSITIVE_INFINITY, 1])[0]).toBeNaN();
    expect(softmax([Number.NEGATIVE_INFINITY])).toEqual([Number.NaN]);
    expect(softmax([Number.NaN, 1])).toEqual([Number.NaN, Number.NaN]);
    expect(softmaxWithTemperature([1, 2], 0)).toEqual([Number.NaN, Number.NaN]);
    expect(softmaxWithTemperature([1, 2], -1)).toEqual([Number.NaN, Number.NaN]);
  });

  test("no logits are an error", () => expect(() => softmax([])).toThrow(RangeError));
});

describe("laws", () => {
  const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
  const moderate = fc.double({ min: -300, max: 300, noNaN: true });
  const logits = fc.array(finite, { minLength: 1, maxLength: 6 });

  test("softmax of any finite logits is a distribution, ordered as the logits are", () => {
    fc.assert(
      fc.property(logits, (z) => {
        const p = softmax(z);
        expect(p.every((pi) => pi >= 0 && pi <= 1)).toBe(true);
        expect(sum(p)).toBeCloseTo(1, 14);
        const order = z.map((_, i) => i).toSorted((i, j) => (z[i] ?? 0) - (z[j] ?? 0));
        expect(order.map((i) => p[i])).toEqual([...p].sort((a, b) => a - b));
      }),
    );
  });

  test("a shift of all logits leaves the softmax alone", () => {
    // Multiples of 1/8 below 2^40, so that the shift itself is exact.
    const eighths = fc.integer({ min: -4000, max: 4000 }).map((k) => k / 8);
    const shifts = fc.integer({ min: -(2 ** 30), max: 2 ** 30 }).map((k) => k / 8);
    fc.assert(
      fc.property(fc.array(eighths, { minLength: 1, maxLength: 6 }), shifts, (z, shift) => {
        expect(softmax(z.map((zi) => zi + shift))).toEqual(softmax(z));
      }),
    );
  });

  test("a temperature divides the logits", () => {
    fc.assert(
      fc.property(fc.array(moderate, { minLength: 1, maxLength: 6 }), fc.integer({ min: -3, max: 3 }), (z, k) => {
        const temperature = 2 ** k;
        expect(softmaxWithTemperature(z, temperature)).toEqual(softmax(z.map((zi) => zi / temperature)));
      }),
    );
  });

  test("the softmax of two classes is the sigmoid of their difference", () => {
    fc.assert(
      fc.property(fc.integer({ min: -350, max: 350 }), fc.integer({ min: -350, max: 350 }), (a, b) => {
        const ratio = (softmax([a, b])[0] ?? NaN) / sigmoid(a - b);
        expect(ratio).toBeCloseTo(1, 13);
      }),
      {
        examples: [
          [350, -350],
          [-350, 350],
        ],
      },
    );
  });

  test("rows and columns of the softmax Jacobian sum to 0, and it is symmetric", () => {
    fc.assert(
      fc.property(logits, (z) => {
        const jacobian = softmaxJacobian(z);
        for (const row of jacobian) expect(Math.abs(sum(row))).toBeLessThan(1e-15);
        expect(transpose(jacobian)).toEqual(jacobian);
      }),
    );
  });

  test("the sigmoid is odd about (0, ½), its derivative and that of tanh even, softplus(x) - softplus(-x) is x", () => {
    fc.assert(
      fc.property(moderate, (x) => {
        expect(sigmoid(x) + sigmoid(-x)).toBeCloseTo(1, 15);
        expect(sigmoidDerivative(-x)).toBe(sigmoidDerivative(x));
        expect(tanhDerivative(-x)).toBe(tanhDerivative(x));
        expect(softplus(x) - softplus(-x)).toBeCloseTo(x, 12);
      }),
    );
  });

  test("the logit undoes the sigmoid", () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 0, noNaN: true }), (x) => {
        expect(Math.abs(logit(sigmoid(x)) - x)).toBeLessThanOrEqual(4 * 2 ** -52 * Math.max(1, Math.abs(x)));
      }),
    );
  });
});
