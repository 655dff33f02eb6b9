/** The tutorial's example 16, which it leaves unanswered, and practice problem 3. */
import { expect, test } from "vitest";
import exercise from "#exercises/probability/bayes-diagnostic.ts";
import { atExample } from "./example.ts";

// In Python's fractions: 0.0099/0.0594 = 1/6, 0.0001/0.9406 = 1/9406; 0.0095/0.1085 = 19/217, 0.0005/0.8915 = 1/1783.
const table = {
  "16": { joint: 0.0099, positive: 0.0594, posterior: 1 / 6, posterior_negative: 1 / 9406 },
  "practice-3": { joint: 0.0095, positive: 0.1085, posterior: 19 / 217, posterior_negative: 1 / 1783 },
} as const;

test.each(Object.entries(table))("example %s", (name, expected) => {
  const evaluation = atExample(exercise, name);
  for (const [step, value] of Object.entries(expected)) expect(evaluation.value(step), step).toBeCloseTo(value, 12);
});

test.each([
  ["fpr", ["specificity-as-false-positives"]],
  ["false_alarm", ["false-positives-as-specificity"]],
  ["posterior", ["base-rate-ignored", "inverse", "joint-as-posterior"]],
  ["posterior_negative", ["one-minus-positive", "base-rate-ignored", "inverse"]],
] as const)("step %s knows the malrules %j", (step, ids) => {
  expect(Object.keys(exercise.steps.find(({ name }) => name === step)?.malrules ?? {})).toEqual(
    expect.arrayContaining([...ids]),
  );
});
