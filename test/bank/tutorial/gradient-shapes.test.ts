/** §6.4 with samples as rows: ∂L/∂W = Xᵀ ∂L/∂Z has the shape of W, worked out by hand. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/backpropagation/gradient-shapes.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Value } from "#lib/exercise/kinds.ts";
import { judge } from "#lib/grading/judge.ts";
import { kindOf } from "#lib/grading/kinds/table.ts";
import { malrulesOf } from "./example.ts";

const numbers = { story: 0, activation: 0, batch: 64, features: 12, units: 5, second: null };
const letters = {
  story: 0,
  activation: 1,
  batch: "n",
  features: "p",
  units: "k",
  second: { classes: "c", hidden: "double" as const },
};

function printed(params: typeof numbers | typeof letters, name: string): string {
  const step = exercise.steps.find((known) => known.name === name);
  if (!step) throw new RangeError(`no step ${name}`);
  const value: Value = evaluate(exercise, params).value(name);
  return kindOf(step.spec).print(value, step.spec);
}

describe("backpropagation/gradient-shapes", () => {
  test("the gradient by the weights of a layer from 12 inputs to 5 units is 12×5, whatever the batch", () => {
    expect(printed(numbers, "dW")).toBe("12×5");
  });

  test.each([
    ["dW_2", "(2*p)×c"],
    ["db_2", "1×c"],
    ["dH", "n×(2*p)"],
    ["dW_1", "p×(2*p)"],
    ["db_1", "1×(2*p)"],
    ["dX", "n×p"],
  ])("with twice as many hidden units as inputs: %s is %s", (name, text) => {
    expect(printed(letters, name)).toBe(text);
  });

  test("sizes in letters are read in any of their forms", () => {
    const raw = { dW_2: "2p x c", db_2: "(1, c)", dH: "n by 2p", dW_1: "p×(p+p)", db_1: "[1, 2p]", dX: "n p" };
    const outcome = judge(exercise, { params: letters, level: 3 }, raw, { practice: true });
    expect(outcome.outcome === "judged" && outcome.receipt.steps.map((step) => step.verdict)).toEqual(
      Array(6).fill("right"),
    );
  });

  test("it knows the mistakes of a transposed gradient, of a lost batch and of the activation’s shape", () => {
    expect(malrulesOf(exercise)).toEqual(
      expect.arrayContaining([
        "dW.transposed",
        "dW.shape-of-output",
        "dW.per-sample",
        "dX.without-batch",
        "db_1.not-summed",
      ]),
    );
  });
});
