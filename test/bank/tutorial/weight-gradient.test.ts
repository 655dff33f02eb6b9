/** Practice 6, which prints no answer: 2(2·3 − 7)·3 = −6, by hand. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/backpropagation/weight-gradient.ts";
import { entriesOf } from "#lib/exercise/kinds.ts";
import { atExample, malrulesOf } from "./example.ts";

/** Example, step, its entries row by row. */
const expected: readonly [example: string, step: string, entries: readonly number[]][] = [
  ["practice-6", "error", [-1]],
  ["practice-6", "dL_dw", [-6]],
];

describe("backpropagation/weight-gradient", () => {
  test.each(expected)("example %s: %s", (example, step, entries) => {
    const found = entriesOf(atExample(exercise, example).value(step));
    expect(found).toHaveLength(entries.length);
    for (const [i, entry] of entries.entries()) expect(found[i]).toBeCloseTo(entry, 10);
  });

  test("it knows the mistakes of the catalogue", () => {
    const known = malrulesOf(exercise);
    expect(known).toEqual(
      expect.arrayContaining(["dL_dw.factor-two", "dL_dw.input-missing", "dL_dw.difference-reversed"]),
    );
  });
});
