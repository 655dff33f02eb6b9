import { describe, expect, test } from "vitest";
import { z } from "zod";
import { exercise, type Level } from "#lib/exercise/exercise.ts";
import { expression, formulaVector, scalar, vector } from "#lib/exercise/kinds.ts";
import { evaluate } from "#lib/expression/evaluate.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { parse } from "#lib/expression/parse.ts";
import { judge } from "#lib/grading/judge.ts";
import { judgementSchema, type Receipt } from "#lib/grading/receipt.ts";

function f(text: string, names = ["x", "y"]): Expr {
  const parsed = parse(text, { names });
  if (parsed.outcome !== "parsed") throw new Error(`${text}: ${JSON.stringify(parsed)}`);
  return parsed.expr;
}

const says = (words: string) => ({ label: "f", words, hint: "Look.", formula: "f" });

/** f(x) = 3x² + 5x: its derivative, the derivative at x₀ = 2, and twice that. */
const derivative = exercise({
  id: "test/derivative",
  version: 1,
  title: "For tests",
  summary: "For tests.",
  skills: ["sigmoid"],
  source: { section: "2.1" },
})
  .params(z.object({ x0: z.number() }), () => ({ x0: 2 }))
  .prompt(() => "Differentiate.")
  .step("slope", expression({ variables: ["x"] }, { form: "expanded" }), () => f("6x+5"), {
    ...says("the derivative"),
    label: "f'(x)",
    malrules: {
      "exponent-kept": { value: () => f("6x^2+5x"), says: "The exponent goes down by one." },
      "coefficient-lost": { value: () => f("2x+5"), says: "The coefficient stays in front." },
    },
  })
  .step("at", scalar(), (p, s) => evaluate(s.slope, new Map([["x", p.x0]])), {
    ...says("the derivative at the point"),
    malrules: { "f-itself": { value: (p) => 3 * p.x0 ** 2 + 5 * p.x0, says: "This is f, not its derivative." } },
  })
  .step("double", scalar(), (_, s) => 2 * s.at, says("twice the derivative"))
  .step("gradient", formulaVector({ variables: ["x", "y"] }), () => [f("2x"), f("8y")], {
    ...says("the gradient"),
    malrules: { swapped: { value: () => [f("8y"), f("2x")], says: "∂/∂x comes first." } },
  })
  .step(
    "place",
    vector(),
    (_, s) =>
      s.gradient.map((g) =>
        evaluate(
          g,
          new Map([
            ["x", 3],
            ["y", 0.5],
          ]),
        ),
      ),
    {
      ...says("the gradient at (3, 0.5)"),
    },
  )
  .asks({ 1: ["slope", "at", "double"], 2: ["gradient", "place"], 3: ["at"] })
  .check(() => ({}));

function receiptOf(raw: Record<string, string>, level: Level = 1): Receipt {
  const judged = judgementSchema.parse(
    JSON.parse(JSON.stringify(judge(derivative, { params: { x0: 2 }, level }, raw, { practice: true }))),
  );
  if (judged.outcome !== "judged") throw new Error(JSON.stringify(judged.parts));
  return judged.receipt;
}

const verdicts = (receipt: Receipt) => receipt.steps.map(({ verdict }) => verdict).join(" ");

describe("a formula", () => {
  test.each(["6x+5", "5 + 6x", "x*6 + 5", "f'(x) = 6x + 5", "6 x + 5.0"])(
    "is right in every way of writing: %s",
    (typed) => {
      expect(verdicts(receiptOf({ slope: typed, at: "17", double: "34" }))).toBe("right right right");
    },
  );

  test("that is a malrule's is named, in whatever way it is written", () => {
    const [slope] = receiptOf({ slope: "x(6x+5)", at: "17", double: "34" }).steps;
    expect(slope).toMatchObject({ verdict: "wrong", malrules: [{ at: "slope", id: "exponent-kept" }] });
    expect(slope?.feedback).toEqual(["The exponent goes down by one."]);
  });

  test("that is equal but not in the form asked for costs no try, and later parts are judged", () => {
    const receipt = receiptOf({ slope: "3(2x+1)+2", at: "17", double: "34" });
    expect(verdicts(receipt)).toBe("form right right");
    expect(receipt).toMatchObject({ verdict: "imprecise", countsAsTry: false });
    expect(receipt.steps[0]?.score).toBe(0);
  });

  test("that cannot be settled costs no try and is kept for review", () => {
    const receipt = receiptOf({ slope: "6x+5 + sin(1e20 x) - sin(1e20 x + 2π)", at: "17", double: "34" });
    expect(verdicts(receipt)).toBe("undecided right right");
    expect(receipt).toMatchObject({ verdict: "undecided", countsAsTry: false });
  });

  test("beside a wrong part that cannot be settled, the try counts", () => {
    expect(receiptOf({ slope: "6x+5 + sin(1e20 x) - sin(1e20 x + 2π)", at: "3", double: "34" })).toMatchObject({
      countsAsTry: true,
    });
  });
});

describe("values from the learner's own formula", () => {
  test("are carried forward from a malrule's", () => {
    // 6·2² + 5·2 = 34, and twice that is 68.
    const receipt = receiptOf({ slope: "6x^2+5x", at: "34", double: "68" });
    expect(verdicts(receipt)).toBe("wrong carried carried");
    expect(receipt.steps[1]?.carriedFrom).toEqual(["slope"]);
    expect(receipt.steps.map(({ isFirstError }) => isFirstError)).toEqual([true, false, false]);
  });

  test("are carried forward from an unknown mistake of a like size in the same variable", () => {
    // 7·2 + 5 = 19.
    expect(verdicts(receiptOf({ slope: "7x+5", at: "19", double: "38" }))).toBe("wrong carried carried");
  });

  test.each([
    ["600x + 5", "1205", "out of all proportion"],
    ["17", "17", "without the variable"],
  ])("are not carried forward from %s, which is %s", (slope, at) => {
    const [, second] = receiptOf({ slope, at, double: "1" }).steps;
    expect(second?.verdict).not.toBe("carried");
  });

  test("are carried forward through a vector of formulas", () => {
    const receipt = receiptOf({ gradient: "[8y, 2x]", place: "[4, 6]" }, 2);
    expect(verdicts(receipt)).toBe("wrong carried");
    expect(receipt.steps[0]?.malrules).toEqual([{ at: "gradient", id: "swapped" }]);
    expect(verdicts(receiptOf({ gradient: "(2x, 8y)", place: "[6, 4]" }, 2))).toBe("right right");
    expect(verdicts(receiptOf({ gradient: "[2x, 9y]", place: "[6, 4.5]" }, 2))).toBe("wrong carried");
  });
});

test("the receipt shows the formula as it was read, and the rule", () => {
  const [slope] = receiptOf({ slope: "5+6x", at: "17", double: "34" }).steps;
  expect(slope).toMatchObject({
    readAs: { tex: "5 + 6x", text: "5 + 6*x" },
    rule: "a formula in x, multiplied out",
    interval: null,
    margin: null,
  });
});
