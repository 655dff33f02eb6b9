/** The tutorial's example 13 and practice problem 2, whose two steps do not reach the minimum f(2) = 3. */
import { expect, test } from "vitest";
import exercise from "#exercises/calculus/descent-1d.ts";
import { atExample } from "./example.ts";

// The weights and gradients as printed; the losses in Python's fractions: (1.08 - 3)² = 2304/625, f(0.72) = 2899/625.
const table = {
  "13": { g0: -6, w1: 0.6, g1: -4.8, w2: 1.08, end: 2304 / 625 },
  "practice-2": { g0: -4, w1: 0.4, g1: -3.2, w2: 0.72, end: 2899 / 625 },
} as const;

test.each(Object.entries(table))("example %s", (name, expected) => {
  const evaluation = atExample(exercise, name);
  for (const [step, value] of Object.entries(expected)) expect(evaluation.value(step), step).toBeCloseTo(value, 12);
});

test.each([
  ["w1", ["uphill", "rate-forgotten", "gradient-for-weight"]],
  ["w2", ["uphill", "rate-forgotten", "one-step-short", "stale-gradient", "gradient-for-weight"]],
  ["w3", ["uphill", "rate-forgotten", "one-step-short", "stale-gradient", "gradient-for-weight"]],
] as const)("step %s knows the malrules %j", (step, ids) => {
  expect(Object.keys(exercise.steps.find(({ name }) => name === step)?.malrules ?? {})).toEqual(
    expect.arrayContaining([...ids]),
  );
});
