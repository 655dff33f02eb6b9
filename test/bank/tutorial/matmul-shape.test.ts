/** The tutorial's practice problem 1. */
import { expect, test } from "vitest";
import exercise from "#exercises/linear-algebra/matmul-shape.ts";
import { atExample } from "./example.ts";

// By the rule itself: (100 × 5)(5 × 3) is 100 × 3.
const table = {
  "practice-1": { P: [100, 3] },
} as const;

test.each(Object.entries(table))("example %s", (name, expected) => {
  const evaluation = atExample(exercise, name);
  for (const [step, value] of Object.entries(expected)) expect(evaluation.value(step), step).toEqual(value);
});

test.each([
  ["turned", ["transpose-ignored"]],
  ["P", ["inner-kept", "reversed", "sizes-not-compared", "outer-compared"]],
  ["thirdTurned", ["transpose-ignored"]],
  ["Q", ["inner-kept", "reversed", "sizes-not-compared", "outer-compared"]],
] as const)("step %s knows the malrules %j", (step, ids) => {
  expect(Object.keys(exercise.steps.find(({ name }) => name === step)?.malrules ?? {})).toEqual(
    expect.arrayContaining([...ids]),
  );
});
