/** Example 22 from right to left: 2 log x + 3 log y − log z = log(x²y³/z); the rest was worked out by hand. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/logarithms/condense-log.ts";
import { malrulesOf } from "./example.ts";
import { textAt, textOf, typedInto } from "./typed.ts";

describe("logarithms/condense-log", () => {
  test("example 22 is the logarithm of one quotient", () => {
    expect(textOf(exercise, "22", "single")).toBe("ln(x^2*y^3/z)");
  });

  // ½(3 ln x − 2 ln y) + 2 ln 5 − 2(2 ln z + ln x) = −½ ln x − ln y + 2 ln 5 − 4 ln z.
  test("brackets are multiplied out and like terms collected first", () => {
    const groups = [
      {
        top: 1,
        bottom: 2,
        of: [
          { k: 3, of: "x" as const },
          { k: -2, of: "y" as const },
        ],
      },
      { top: 1, bottom: 1, of: [{ k: 2, of: "5" as const }] },
      {
        top: -2,
        bottom: 1,
        of: [
          { k: 2, of: "z" as const },
          { k: 1, of: "x" as const },
        ],
      },
    ];
    const params = { story: 0, groups };
    expect(textAt(exercise, params, "collected")).toBe("-(1/2)*ln(x) - ln(y) + 2*ln(5) - 4*ln(z)");
    expect(textAt(exercise, params, "single")).toBe("ln(25/(sqrt(x)*y*z^4))");
  });

  test.each([
    ["ln(x^2*y^3/z)", "right"],
    ["log(x² y³ z^-1)", "right"],
    ["2ln(x*y*sqrt(y/z))", "form"],
    ["2ln(x) + 3ln(y) - ln(z)", "form"],
    ["L = 2\\ln x + 3\\ln y - \\ln z", "form"],
    ["ln(x^2*y^3) - ln(z)", "form"],
    ["ln(x^2*y^3*z)", "wrong"],
  ])("typing %s into example 22 is %s", (typed, verdict) => {
    const [step] = typedInto(exercise, "22", { single: typed });
    expect(step?.verdict).toBe(verdict);
    expect(step?.score).toBe(verdict === "right" ? 1 : 0);
  });

  test.each([
    ["ln(x^2 + y^3 - z)", "logarithm-of-sum"],
    ["ln(x^2)*ln(y^3)/ln(z)", "product-of-logarithms"],
    ["ln(6*x*y/z)", "coefficient-as-factor"],
    ["ln(x^2*y^3)/ln(z)", "quotient-of-logarithms"],
    ["ln(x^2*y^3*z)", "minus-lost"],
  ])("typing %s is known as %s", (typed, id) => {
    const [step] = typedInto(exercise, "22", { single: typed });
    expect(step?.malrules.map((malrule) => malrule.id)).toEqual([id]);
  });

  test("it knows the mistakes of the catalogue", () => {
    expect(malrulesOf(exercise)).toEqual(
      expect.arrayContaining([
        "single.logarithm-of-sum",
        "single.product-of-logarithms",
        "single.coefficient-as-factor",
      ]),
    );
  });
});
