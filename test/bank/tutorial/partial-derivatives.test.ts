/** Example 12: f = x² + 2y² has the gradient [2x, 4y], which is [6, 4] at (3, 1), as printed; the rest was worked out by hand. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/calculus/partial-derivatives.ts";
import { malrulesOf } from "./example.ts";
import { textAt, textOf, typedInto } from "./typed.ts";

describe("calculus/partial-derivatives", () => {
  test("example 12 has the gradient [2x, 4y], and [6, 4] at (3, 1)", () => {
    expect(textOf(exercise, "12", "gradient")).toBe("[2*x, 4*y]");
    expect(textOf(exercise, "12", "at")).toBe("[6, 4]");
  });

  // f = 3x²y - 2e^(2x - y) + 4 ln y: by x 6xy - 4e^(2x - y), by y 3x² + 2e^(2x - y) + 4/y; at (1, 2) both exponentials are 1.
  test("products, exponentials and logarithms are differentiated by one letter at a time", () => {
    const term = { n: 0, m: 0, k: 0, l: 0 };
    const terms = [
      { ...term, a: 3, n: 2, m: 1, behind: "nothing" as const },
      { ...term, a: -2, behind: "exp" as const, k: 2, l: -1 },
      { ...term, a: 4, behind: "ln" as const, l: 1 },
    ];
    const params = { story: 0, terms, at: { x: 1, y: 2 } };
    expect(textAt(exercise, params, "df_dx_positive")).toBe("6*x*y - 4*e^(2*x - y)");
    expect(textAt(exercise, params, "df_dy_positive")).toBe("3*x^2 + 2*e^(2*x - y) + 4/y");
    expect(textAt(exercise, params, "at")).toBe(`[${6 * 2 - 4}, ${3 + 2 + 4 / 2}]`);
  });

  test("a value that is right from the learner's own gradient is carried forward", () => {
    const [gradient, at] = typedInto(exercise, "12", { gradient: "[2x, 2y^2]", at: "[6, 2]" });
    expect(gradient?.verdict).toBe("wrong");
    expect(at).toMatchObject({ verdict: "carried", score: 1, carriedFrom: ["gradient"] });
  });

  test("a swapped gradient is named, and its value at the point is not charged again", () => {
    const [gradient, at] = typedInto(exercise, "12", { gradient: "[4y, 2x]", at: "[4, 6]" });
    expect(gradient?.malrules).toEqual([{ at: "gradient", id: "partials-swapped" }]);
    expect(at?.verdict).toBe("carried");
  });

  test.each([
    ["2x + 4y", "both-differentiated"],
    ["2x + 2y^2", "other-term-kept"],
    ["4y", "partials-swapped"],
  ])("typing %s for the derivative by x is known as %s", (typed, id) => {
    const [df_dx] = typedInto(exercise, "12", { df_dx: typed, df_dy: "4y" }, 1);
    expect(df_dx?.malrules.map((malrule) => malrule.id)).toContain(id);
  });

  test("it knows the mistakes of the catalogue", () => {
    expect(malrulesOf(exercise)).toEqual(
      expect.arrayContaining(
        ["df_dx", "df_dy", "df_dx_positive", "df_dy_positive"].flatMap((step) =>
          ["both-differentiated", "factor-differentiated-too", "other-term-kept", "partials-swapped"].map(
            (id) => `${step}.${id}`,
          ),
        ),
      ),
    );
  });
});
