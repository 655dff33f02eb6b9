import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "#lib/expression/parse.ts";
import { exactValue, formulaOf, ratio } from "#lib/expression/rational.ts";
import { toText } from "#lib/expression/text.ts";

function exact(raw: string): string | undefined {
  const parsed = parse(raw, { names: ["x"] });
  if (parsed.outcome !== "parsed") throw new Error(raw);
  const value = exactValue(parsed.expr);
  return value && `${value.num}/${value.den}`;
}

describe("exact values", () => {
  test.each([
    ["3/8", "3/8"],
    ["6/16", "3/8"],
    ["-6/16", "-3/8"],
    ["6/-16", "-3/8"],
    ["0.375", "3/8"],
    ["37.5%", "3/8"],
    ["1+2/3", "5/3"],
    ["0.1+0.2", "3/10"],
    ["2^-3", "1/8"],
    ["(-2/3)^3", "-8/27"],
    ["1.5e-3", "3/2000"],
    ["0/7", "0/1"],
    ["1/3-1/3", "0/1"],
    ["10^20/10^18", "100/1"],
    ["123456789012345678900/3", "41152263004115226300/1"],
  ])("%s is %s", (raw, value) => expect(exact(raw)).toBe(value));

  test.each(["sqrt(4)", "pi", "x", "1/0", "0^-1", "2^0.5", "ln(1)", "10^401", "9^9^9", "1/(x-x)"])(
    "%s has none",
    (raw) => expect(exact(raw)).toBeUndefined(),
  );
});

describe("ratio", () => {
  test.each([
    [3, 8, "3/8"],
    [6, 16, "3/8"],
    [4, 2, "2"],
    [0, 5, "0"],
    [7, 1, "7"],
  ])("of %i and %i is %s", (num, den, text) => expect(toText(ratio(num, den))).toBe(text));

  test.each([
    [-6, 16],
    [6, -16],
  ])("of %i and %i has its sign in front", (num, den) => {
    expect(ratio(num, den)).toEqual({ type: "negate", of: ratio(3, 8) });
  });

  test("refuses what is no quotient of whole numbers", () => {
    for (const [num, den] of [
      [1, 0],
      [0.5, 1],
      [1, 1.5],
      [2 ** 53, 1],
      [Number.NaN, 1],
    ] as const)
      expect(() => ratio(num, den)).toThrow(RangeError);
  });

  test("has the value that it says", () => {
    const whole = fc.integer({ min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(whole, whole, (num, den) => {
        fc.pre(den !== 0);
        const value = exactValue(ratio(num, den));
        expect(value && value.num * BigInt(den)).toBe(value && value.den * BigInt(num));
        expect(value && formulaOf(value)).toEqual(ratio(num, den));
      }),
      { seed: 20261122 },
    );
  });
});
