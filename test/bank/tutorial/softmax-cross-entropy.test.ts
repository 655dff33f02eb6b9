/** Example 39 prints −0.341, 0.242 and 0.099, all right; the values here are from mpmath with 30 digits. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/backpropagation/softmax-cross-entropy.ts";
import { entriesOf } from "#lib/exercise/kinds.ts";
import { atExample, malrulesOf } from "./example.ts";

/** Example, step, its entries row by row. */
const expected: readonly [example: string, step: string, entries: readonly number[]][] = [
  ["39", "a", [0.659001138886, 0.242432970705, 0.0985658904093]],
  ["39", "dL_dz", [-0.340998861114, 0.242432970705, 0.0985658904093]],
];

describe("backpropagation/softmax-cross-entropy", () => {
  test.each(expected)("example %s: %s", (example, step, entries) => {
    const found = entriesOf(atExample(exercise, example).value(step));
    expect(found).toHaveLength(entries.length);
    for (const [i, entry] of entries.entries()) expect(found[i]).toBeCloseTo(entry, 10);
  });

  test("it knows the mistakes of the catalogue", () => {
    const known = malrulesOf(exercise);
    expect(known).toEqual(
      expect.arrayContaining(["dL_dz.difference-reversed", "dL_dz.slope-kept", "dL_dz.stops-at-a"]),
    );
  });
});
