/** Example 22: log(x²y³/z) = 2 log x + 3 log y − log z, as printed; the rest was worked out by hand. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/logarithms/expand-log.ts";
import { malrulesOf } from "./example.ts";
import { textAt, textOf, typedInto } from "./typed.ts";

describe("logarithms/expand-log", () => {
  test("example 22 comes apart into three logarithms", () => {
    expect(textOf(exercise, "22", "expanded")).toBe("2*ln(x) + 3*ln(y) - ln(z)");
  });

  // ln √(e³x⁵/(yz²)) = (3 + 5 ln x − ln y − 2 ln z)/2; ln (x²/y)³ = 6 ln x − 3 ln y.
  test.each([
    [
      {
        above: [
          ["e", 3],
          ["x", 5],
        ],
        below: [
          ["y", 1],
          ["z", 2],
        ],
        outer: 1,
        root: 2,
      },
      "5*ln(x)/2 - ln(y)/2 - ln(z) + 3/2",
    ],
    [{ above: [["x", 2]], below: [["y", 1]], outer: 3, root: 1 }, "6*ln(x) - 3*ln(y)"],
  ] as const)("a root or power of the whole multiplies every term: %j is %s", (so, expected) => {
    const powers = (list: readonly (readonly ["x" | "y" | "z" | "e", number])[]) =>
      list.map(([base, n]) => ({ base, n }));
    const params = { story: 0, above: powers(so.above), below: powers(so.below), outer: so.outer, root: so.root };
    expect(textAt(exercise, params, "expanded")).toBe(expected);
  });

  test.each([
    ["2ln(x) + 3ln(y) - ln(z)", "right"],
    ["3 log y - log z + 2 log x", "right"],
    ["ln(x) + ln(x) + 3ln(y) - ln(z)", "form"],
    ["ln(x^2*y^3/z)", "form"],
    ["L = \\ln\\left(\\frac{x^2y^3}{z}\\right)", "form"],
    ["ln(x^2) + ln(y^3) - ln(z)", "form"],
    ["2ln(x*y) + ln(y) - ln(z)", "form"],
    ["2ln(x) + 3ln(y) + ln(z)", "wrong"],
  ])("typing %s into example 22 is %s", (typed, verdict) => {
    const [step] = typedInto(exercise, "22", { expanded: typed });
    expect(step?.verdict).toBe(verdict);
    expect(step?.score).toBe(verdict === "right" ? 1 : 0);
  });

  test.each([
    ["ln(x)^2 + ln(y)^3 - ln(z)", "power-of-logarithm"],
    ["ln(x^2 + y^3) - ln(z)", "logarithm-of-sum"],
    ["2ln(x) + 3ln(y) + ln(z)", "sign-of-quotient"],
    ["(2ln(x) + 3ln(y))/ln(z)", "quotient-of-logarithms"],
    ["6ln(x)*ln(y) - ln(z)", "product-of-logarithms"],
  ])("typing %s is known as %s", (typed, id) => {
    const [step] = typedInto(exercise, "22", { expanded: typed });
    expect(step?.malrules.map((malrule) => malrule.id)).toEqual([id]);
  });

  test("it knows the mistakes of the catalogue", () => {
    expect(malrulesOf(exercise)).toEqual(
      expect.arrayContaining(["expanded.power-of-logarithm", "expanded.logarithm-of-sum", "product.sign-of-quotient"]),
    );
  });
});
