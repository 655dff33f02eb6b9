/** Examples 34 and 35 and practice 5. The tutorial prints the sums 11.212 and 156.904; they are 11.213 and 156.907 (mpmath, 30 digits). */
import { describe, expect, test } from "vitest";
import exercise from "#exercises/activations/softmax.ts";
import { entriesOf } from "#lib/exercise/kinds.ts";
import { atExample, malrulesOf } from "./example.ts";

/** Example, step, its entries row by row. */
const expected: readonly [example: string, step: string, entries: readonly number[]][] = [
  ["34", "exponentials", [7.38905609893, Math.E, 1.10517091808]],
  ["34", "total", [11.2125088455]],
  ["34", "probabilities", [0.659001138886, 0.242432970705, 0.0985658904093]],
  ["35", "exponentials", [148.413159102577, 7.38905609893, 1.10517091808]],
  ["35", "total", [156.907386119583]],
  ["35", "probabilities", [0.94586470894, 0.0470918309308, 0.00704346012898]],
  ["practice-5", "exponentials", [Math.E, 7.38905609893, 20.0855369232]],
  ["practice-5", "total", [30.1928748506]],
  ["practice-5", "probabilities", [0.0900305731704, 0.244728471055, 0.665240955775]],
];

describe("activations/softmax", () => {
  test.each(expected)("example %s: %s", (example, step, entries) => {
    const found = entriesOf(atExample(exercise, example).value(step));
    expect(found).toHaveLength(entries.length);
    for (const [i, entry] of entries.entries()) expect(found[i]).toBeCloseTo(entry, 10);
  });

  test("it knows the mistakes of the catalogue", () => {
    const known = malrulesOf(exercise);
    expect(known).toEqual(
      expect.arrayContaining(["probabilities.not-normalised", "total.logits-added", "probabilities.largest-takes-all"]),
    );
  });
});
