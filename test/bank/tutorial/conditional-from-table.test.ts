/**
 * Example 16 counted out: of 10,000 people 100 are ill, of whom 99 test positive, and of the 9,900 others 495 do. By hand,
 * P(ill | positive) = 99/594 = 1/6. The other tables are worked by hand as well, in fractions in lowest terms.
 */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/probability/conditional-from-table.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { ratio } from "#lib/expression/rational.ts";
import { judge } from "#lib/grading/judge.ts";
import { atExample, malrulesOf } from "./example.ts";

const three = {
  story: 0,
  counts: [
    [20, 15, 45],
    [30, 25, 12],
  ],
  totals: false,
};
/** B is the first two columns, A the second row. */
const union = { ...three, condition: "column" as const, a: 1, b: [0, 1] };
/** B is the first row, A the third column. */
const inRow = { ...three, condition: "row" as const, a: 2, b: [0] };

describe("probability/conditional-from-table", () => {
  test("example 16: one in six of those who test positive is ill", () => {
    const evaluation = atExample(exercise, "16");
    expect(evaluation.value("joint")).toBe(99);
    expect(evaluation.value("group_b")).toBe(594);
    expect(evaluation.value("a_given_b")).toEqual(ratio(1, 6));
    expect(evaluation.value("b_given_a")).toEqual(ratio(99, 100));
  });

  test.each([
    ["a_given_b_reduced", ratio(11, 18)],
    ["b_given_a_reduced", ratio(55, 67)],
    ["not_b_given_not_a", ratio(9, 16)],
  ])("a condition of two columns: %s", (step, value) => {
    expect(evaluate(exercise, union).value(step)).toEqual(value);
  });

  test.each([
    ["a_given_b", ratio(9, 16)],
    ["b_given_a", ratio(15, 19)],
  ])("a row as the condition: %s", (step, value) => {
    expect(evaluate(exercise, inRow).value(step)).toEqual(value);
  });

  test("counts as they stand are accepted at levels 1 and 2, and asked to be reduced at level 3", () => {
    const verdict = (level: 2 | 3, params: typeof union | typeof inRow, raw: Record<string, string>) => {
      const outcome = judge(exercise, { params, level }, raw, { practice: true });
      return outcome.outcome === "judged" ? outcome.receipt.steps.map((step) => step.verdict) : outcome.outcome;
    };
    expect(verdict(2, inRow, { a_given_b: "45/80", b_given_a: "45/57" })).toEqual(["right", "right"]);
    const unreduced = { a_given_b_reduced: "55/90", b_given_a_reduced: "55/67", not_b_given_not_a: "9/16" };
    expect(verdict(3, union, unreduced)).toEqual(["form", "right", "right"]);
  });

  test("it knows the mistakes of the catalogue", () => {
    expect(malrulesOf(exercise)).toEqual(
      expect.arrayContaining(["a_given_b.out-of-all", "a_given_b.inverse", "b_given_a.inverse", "a_given_b.odds"]),
    );
  });
});
