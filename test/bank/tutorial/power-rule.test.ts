/** Example 8: (3x³)' = 9x² and (x²)' = 2x, as printed; the other derivatives were worked out by hand. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/calculus/power-rule.ts";
import { formula } from "#lib/expression/formula.ts";
import { malrulesOf } from "./example.ts";
import { textAt, textOf, typedInto } from "./typed.ts";

describe("calculus/power-rule", () => {
  test.each([
    ["8", "9*x^2"],
    ["8-square", "2*x"],
  ])("example %s has the derivative %s", (name, derivative) => {
    expect(textOf(exercise, name, "derivative")).toBe(derivative);
  });

  // By hand: (6/x²)' = -12/x³, (4√x)' = 2/√x, (-3x)' = -3; (5/√x)' = -5/2·x^(-3/2); (9·∛x²)' = 6/∛x; (2x√x)' = 3√x.
  test.each([
    [[-2, 1, 6], "-(12/x^3)"],
    [[1, 2, 4], "2/sqrt(x)"],
    [[1, 1, -3], "-3"],
    [[-1, 2, 5], "-(5/(2*x^(3/2)))"],
    [[2, 3, 9], "6/cbrt(x)"],
    [[3, 2, 2], "3*sqrt(x)"],
  ] as const)("the term with exponent, root and number %j has the derivative %s", ([top, bottom, a], derivative) => {
    expect(textAt(exercise, { story: 0, terms: [{ a, top, bottom }] }, "derivative_of_powers")).toBe(derivative);
  });

  test.each([
    ["9x^2", "right"],
    ["f'(x) = 3*3*x^2", "right"],
    ["9x²", "right"],
    ["9x^3", "wrong"],
    ["3x^3", "wrong"],
    ["3x^2", "wrong"],
  ])("typing %s into example 8 is %s", (typed, verdict) => {
    expect(typedInto(exercise, "8", { derivative: typed })[0]?.verdict).toBe(verdict);
  });

  test.each([
    ["9x^3", "exponent-kept"],
    ["9x^4", "exponent-raised"],
    ["3x^2", "coefficient-lost"],
    ["3x^4/4", "integrated"],
  ])("typing %s is known as %s", (typed, id) => {
    const named = typedInto(exercise, "8", { derivative: typed })[0]?.malrules.map((malrule) => malrule.id);
    expect(named).toContain(id);
  });

  test("keeping the constant is a mistake only where there is one", () => {
    const terms = [
      { a: 3, top: 4, bottom: 1 },
      { a: -5, top: 0, bottom: 1 },
    ];
    const { value } = exercise.steps.find(({ name }) => name === "derivative")?.malrules["constant-kept"] ?? {};
    expect(value?.({ story: 0, terms: terms.slice(0, 1) }, {})).toBeUndefined();
    expect(value?.({ story: 0, terms }, {})).toEqual(formula("12x^3 - 5", "x"));
  });

  test("it knows the mistakes of the catalogue", () => {
    expect(malrulesOf(exercise)).toEqual(
      expect.arrayContaining([
        "derivative.exponent-kept",
        "derivative.exponent-raised",
        "derivative.coefficient-lost",
        "derivative.constant-kept",
        "derivative_of_powers.minus-missing",
      ]),
    );
  });
});
