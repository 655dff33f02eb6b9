/**
 * Example 37. The tutorial rounds as it goes and prints z₂ 0.946, L 0.0784 and −0.057 for the second entry of ∂L/∂h; true are 0.945,
 * 0.0783 and −0.056. The values are from mpmath with 30 digits; the gradients also from its numerical derivatives of the loss.
 */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/backpropagation/two-layer-backward.ts";
import { entriesOf } from "#lib/exercise/kinds.ts";
import { atExample, malrulesOf } from "./example.ts";

/** Example, step, its entries row by row. */
const expected: readonly [example: string, step: string, entries: readonly number[]][] = [
  ["37", "z1", [1.2, 1.2]],
  ["37", "h", [0.768524783499, 0.768524783499]],
  ["37", "z2", [0.945377261849]],
  ["37", "y_hat", [0.720184558455]],
  ["37", "L", [0.0782966813268]],
  ["37", "delta2", [-0.11277612174]],
  ["37", "dL_dW2", [-0.0866712445439, -0.0866712445439]],
  ["37", "dL_dh", [-0.0676656730438, -0.0563880608699]],
  ["37", "delta1", [-0.0120373470571, -0.0100311225476]],
  ["37", "dL_dW1", [-0.0120373470571, -0.0240746941142, -0.0100311225476, -0.0200622450952]],
];

describe("backpropagation/two-layer-backward", () => {
  test.each(expected)("example %s: %s", (example, step, entries) => {
    const found = entriesOf(atExample(exercise, example).value(step));
    expect(found).toHaveLength(entries.length);
    for (const [i, entry] of entries.entries()) expect(found[i]).toBeCloseTo(entry, 10);
  });

  test("it knows the mistakes of the catalogue", () => {
    const known = malrulesOf(exercise);
    expect(known).toEqual(
      expect.arrayContaining([
        "dL_dh.not-transposed",
        "delta1.slope-missing",
        "delta2.slope-missing",
        "delta1.activation-for-slope",
        "dL_dW2.outer-reversed",
        "dL_dW1.outer-reversed",
        "dL_dh.updated-weights",
      ]),
    );
  });
});
