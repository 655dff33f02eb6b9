/** The tutorial's example 5, whose printed z = [1.9, 2.8, 1.5] has lost the bias and misprints 1.4. */
import { expect, test } from "vitest";
import exercise from "#exercises/linear-algebra/linear-layer.ts";
import { entriesOf } from "#lib/exercise/kinds.ts";
import { atExample } from "./example.ts";

// By hand: 0.5·2 + 0.3·3 = 1.9, 0.2·2 + 0.8·3 = 2.8, 0.1·2 + 0.4·3 = 1.4; then 0.1, 0.2 and 0.3 are added.
const table = {
  "5": { Wx: [1.9, 2.8, 1.4], z: [2.0, 3.0, 1.7] },
} as const;

test.each(Object.entries(table))("example %s", (name, expected) => {
  const evaluation = atExample(exercise, name);
  for (const [step, value] of Object.entries(expected)) {
    const entries = entriesOf(evaluation.value(step));
    expect(entries, step).toHaveLength(value.length);
    for (const [i, x] of value.entries()) expect(entries[i], `${step}, entry ${i + 1}`).toBeCloseTo(x, 12);
  }
});

test.each([
  ["Wx", ["transposed", "columns-summed", "rows-scaled"]],
  ["z", ["bias-dropped"]],
] as const)("step %s knows the malrules %j", (step, ids) => {
  expect(Object.keys(exercise.steps.find(({ name }) => name === step)?.malrules ?? {})).toEqual(
    expect.arrayContaining([...ids]),
  );
});
