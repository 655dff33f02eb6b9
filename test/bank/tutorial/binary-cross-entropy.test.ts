/** Example 24 prints 0.105 and 2.303, both right; the values here are from mpmath with 30 digits. */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/logarithms/binary-cross-entropy.ts";
import { entriesOf } from "#lib/exercise/kinds.ts";
import { atExample, malrulesOf } from "./example.ts";

/** Example, step, its entries row by row. */
const expected: readonly [example: string, step: string, entries: readonly number[]][] = [
  ["24", "loss", [0.10536051565783]],
  ["24-wrong", "loss", [Math.LN10]],
];

describe("logarithms/binary-cross-entropy", () => {
  test.each(expected)("example %s: %s", (example, step, entries) => {
    const found = entriesOf(atExample(exercise, example).value(step));
    expect(found).toHaveLength(entries.length);
    for (const [i, entry] of entries.entries()) expect(found[i]).toBeCloseTo(entry, 10);
  });

  test("it knows the mistakes of the catalogue", () => {
    const known = malrulesOf(exercise);
    expect(known).toEqual(
      expect.arrayContaining([
        "loss.wrong-term",
        "if_positive.wrong-term",
        "if_negative.wrong-term",
        "losses.wrong-term",
        "loss.sign-lost",
        "losses.sign-lost",
        "loss.base-ten",
        "losses.base-ten",
        "loss.base-two",
        "losses.base-two",
        "batch_loss.sum-for-mean",
      ]),
    );
  });
});
