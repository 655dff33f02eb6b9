import { describe, expect, test } from "vitest";
import { digitsOf, exponentOf, fitsDigits, roundDigits, unitOfDigit } from "#lib/exercise/decimal.ts";
import { scalar, vector } from "#lib/exercise/kinds.ts";
import { radius, ruleInWords, unitOf } from "#lib/exercise/rule.ts";
import { faultsOf, isSeparated } from "#lib/exercise/soundness.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { sample } from "./sample.ts";

describe("decimal digits", () => {
  test.each([
    [999.9999, 2],
    [1000, 3],
    [0.001, -3],
    [-0.0999, -2],
    [1e-300, -300],
  ])("the exponent of %d is %d", (x, exponent) => expect(exponentOf(x)).toBe(exponent));

  test.each([
    [0, 0],
    [5, 1],
    [1200, 2],
    [0.25, 2],
    [-3.14, 3],
    [0.1 + 0.2, 1],
    [1 - 0.94, 1],
    [1 / 3, 16],
  ])("%d has %d digits", (x, digits) => expect(digitsOf(x)).toBe(digits));

  test("the unit of a digit and rounding to digits", () => {
    expect(unitOfDigit(0.9449, 3)).toBe(0.001);
    expect(unitOfDigit(1234, 2)).toBe(100);
    expect(roundDigits(0.94449, 3)).toBe(0.944);
    expect(fitsDigits(0.1 + 0.2, 1)).toBe(true);
    expect(fitsDigits(1 / 3, 12)).toBe(false);
  });
});

describe("the accept radius", () => {
  test("of digits(n) is the window and half a unit of the n-th digit", () => {
    expect(radius(scalar(), [0.9449], 0, 0)).toBe(0.0005);
    expect(radius(scalar(), [0.9449], 0, 0.002)).toBe(0.0025);
  });

  test("of digits(n) around zero is half of 10⁻ⁿ of the declared size", () => {
    expect(radius(scalar(), [0], 0, 0)).toBe(0.0005);
    expect(radius(scalar({ size: 100 }), [0], 0, 0)).toBe(0.05);
  });

  test("of decimals(n) does not depend on the size of the reference", () => {
    expect(radius(scalar({ rule: { decimals: 2 } }), [1234], 0, 0)).toBe(0.005);
  });

  test("of within is the larger of both bounds, so that zero is never special", () => {
    const spec = scalar({ rule: { within: { abs: 0.1, rel: 0.05 } } });
    expect(radius(spec, [0], 0, 0)).toBe(0.1);
    expect(radius(spec, [100], 0, 0)).toBe(5);
  });

  test("on a common scale takes its unit from the largest entry", () => {
    expect(unitOf(vector({ scale: "common" }), [0.659, 0.0099], 1)).toBe(0.001);
    expect(unitOf(vector(), [0.659, 0.0099], 1)).toBe(0.00001);
  });

  test("is said in words before the learner types", () => {
    expect(ruleInWords(scalar())).toBe("3 significant digits");
    expect(ruleInWords(scalar({ workingDigits: 5 }))).toBe("3 significant digits, keeping at least 5 on the way");
    expect(ruleInWords(scalar({ rule: { within: { abs: 0, rel: 0.05 } } }))).toBe("within 5 %");
  });
});

describe("the rounding window", () => {
  test("is zero while no intermediate needs more than n + 2 digits", () => {
    expect(windowOf(sample, { a: 3, b: 7 }, "variance")).toEqual([0]);
  });

  test("adds up what each intermediate moves when it is rounded alone", () => {
    // a = 1/3, b = 1: the mean 2/3 moves by 0.0005, the mean of squares 5/9 by 0.0005; t = square − mean².
    // |Δt| = 0.0005 + max |(2/3 ± 0.0005)² − (2/3)²| = 0.0005 + (2·2/3·0.0005 + 0.0005²)
    const [window] = windowOf(sample, { a: 1 / 3, b: 1 }, "variance");
    expect(window).toBeCloseTo(0.0005 + (4 / 3) * 0.0005 + 0.0005 ** 2, 12);
  });

  test("wider than five units is a fault: E[X²] − E[X]² must not accept anything", () => {
    const close = { a: 100 + 1 / 3, b: 101 };
    expect(faultsOf(sample, close, 2)).toContain("variance: the rounding window is wider than 5 units");
  });
});

describe("separation", () => {
  const at = (value: number, window = 0) => ({ at: "x", id: "m", says: "", value, window: [window] });
  test.each([
    ["beyond both radii and a unit", 0.947, true],
    ["within them", 0.9468, false],
    ["the reference rounded to one digit", 0.9, false],
    ["the reference rounded to two digits", 0.94, false],
    ["far away", 0.5, true],
  ])("of 0.9449 from a malrule %s", (_, value, apart) => {
    expect(isSeparated(scalar(), 0.9449, [0], at(value))).toBe(apart);
  });

  test("takes the windows of both into account", () => {
    expect(isSeparated(scalar(), 0.9449, [0.001], at(0.947))).toBe(false);
    expect(isSeparated(scalar(), 0.9449, [0], at(0.947, 0.001))).toBe(false);
  });

  test("of vectors needs one entry apart, or another length", () => {
    const malrule = (value: number[]) => ({ at: "x", id: "m", says: "", value, window: value.map(() => 0) });
    expect(isSeparated(vector(), [1, 2], [0, 0], malrule([1, 2.5]))).toBe(true);
    expect(isSeparated(vector(), [1, 2], [0, 0], malrule([1, 2.005]))).toBe(false);
    expect(isSeparated(vector(), [1, 2], [0, 0], malrule([1, 2, 3]))).toBe(true);
  });

  test("of softmax(10, 2, 1) on a common scale does not let [1, 0, 0] stand for it", () => {
    const [t] = [[0.99954, 0.000335, 0.000123]];
    const hardMax = { at: "x", id: "max", says: "", value: [1, 0, 0], window: [0, 0, 0] };
    expect(isSeparated(vector({ scale: "common" }), t, [0, 0, 0], hardMax)).toBe(false);
  });
});
