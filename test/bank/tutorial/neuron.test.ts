/**
 * Example 36. The tutorial goes on with a rounded to 0.750, and prints −0.500, 0.1875, −0.1875, −0.09375, 0.51875, 0.109375 and
 * L = 0.0625; the true values are from mpmath with 30 digits.
 */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/backpropagation/neuron.ts";
import { entriesOf } from "#lib/exercise/kinds.ts";
import { atExample, malrulesOf } from "./example.ts";

/** Example, step, its entries row by row. */
const expected: readonly [example: string, step: string, entries: readonly number[]][] = [
  ["36", "z", [1.1]],
  ["36", "a", [0.75026010559512]],
  ["36", "L", [0.062370014857362]],
  ["36", "dL_da", [-0.49947978880976]],
  ["36", "da_dz", [0.18736987954752]],
  ["36", "dL_dw", [-0.18717493573141]],
  ["36", "dL_db", [-0.093587467865707]],
  ["36", "w_new", [0.51871749357314]],
  ["36", "b_new", [0.10935874678657]],
  ["36", "L_new", [0.05811725583118]],
];

describe("backpropagation/neuron", () => {
  test.each(expected)("example %s: %s", (example, step, entries) => {
    const found = entriesOf(atExample(exercise, example).value(step));
    expect(found).toHaveLength(entries.length);
    for (const [i, entry] of entries.entries()) expect(found[i]).toBeCloseTo(entry, 10);
  });

  test("it knows the mistakes of the catalogue", () => {
    const known = malrulesOf(exercise);
    expect(known).toEqual(
      expect.arrayContaining(["da_dz.slope-missing", "da_dz.slope-at-z", "w_new.ascent", "b_new.ascent"]),
    );
  });
});
