/** By hand: λ from λ² − tλ + d, vectors by (A − λI)v = 0. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/linear-algebra/eigen-2x2.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { judge } from "#lib/grading/judge.ts";
import { malrulesOf } from "./example.ts";

type Matrix = [[number, number], [number, number]];
// biome-ignore format: matrix, eigenvalues, eigenvectors
const table: readonly [Matrix, number[], number[], number[]][] = [
  [[[4, 1], [2, 3]], [2, 5], [1, 1], [1, -2]],
  [[[2, 2], [2, 5]], [1, 6], [1, 2], [2, -1]],
  [[[-7, 6], [-3, 2]], [-4, -1], [1, 1], [2, 1]],
  [[[1, -4], [-1, 1]], [-1, 3], [2, -1], [2, 1]],
];

const judged = (A: Matrix, raw: Record<string, string>) => {
  const outcome = judge(exercise, { params: { story: 0, A }, level: 3 }, raw, { practice: true });
  return outcome.outcome === "judged" ? outcome.receipt.steps.map(({ verdict }) => verdict) : outcome.outcome;
};

describe("linear-algebra/eigen-2x2", () => {
  test.each(table)("%j", (A, eigenvalues, larger, smaller) => {
    const evaluation = evaluate(exercise, { story: 0, A });
    expect(evaluation.value("eigenvalues")).toEqual(eigenvalues);
    expect(evaluation.value("v_larger")).toEqual(larger);
    expect(evaluation.value("v_smaller")).toEqual(smaller);
  });

  test("eigenvalues may come in any order, eigenvectors in any length, but not pointing the other way", () => {
    const [[A]] = [table[0]!];
    const raw = { eigenvalues: "5, 2", v_larger: "[3, 3]", v_smaller: "[0.5, -1]" };
    expect(judged(A, raw)).toEqual(["right", "right", "right"]);
    expect(judged(A, { ...raw, v_smaller: "[-1, 2]" })).toEqual(["right", "right", "wrong"]);
  });

  test("vectors that follow from mistaken eigenvalues are carried forward", () => {
    // With the signs turned round, −2 and −5; the first row of A + 2I is [6, 1].
    const verdicts = judged(table[0]![0], { eigenvalues: "-5, -2", v_larger: "[1, -6]", v_smaller: "[1, -9]" });
    expect(verdicts).toEqual(["wrong", "carried", "carried"]);
  });

  test("it knows the mistakes of the catalogue", () => {
    expect(malrulesOf(exercise)).toEqual(
      expect.arrayContaining([
        "eigenvalues.diagonal",
        "eigenvalues.trace-sign",
        "eigenvalues.determinant-sign",
        "v_larger.sign-of-row",
      ]),
    );
  });
});
