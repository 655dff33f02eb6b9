/** The tutorial's example 17 (0.945), with the joint probability of example 15. Its first try divides by a P(lottery) = 0.05 that cannot be. */
import { expect, test } from "vitest";
import exercise from "#exercises/probability/bayes-spam.ts";
import { atExample } from "./example.ts";

// In Python's fractions: 0.4·0.3 = 0.12, 0.12 + 0.01·0.7 = 0.127, 0.12/0.127 = 120/127.
const table = {
  "17": { joint: 0.12, joint_ham: 0.007, evidence: 0.127, posterior: 120 / 127 },
} as const;

test.each(Object.entries(table))("example %s", (name, expected) => {
  const evaluation = atExample(exercise, name);
  for (const [step, value] of Object.entries(expected)) expect(evaluation.value(step), step).toBeCloseTo(value, 12);
});

test.each([
  ["joint", ["prior-forgotten"]],
  ["evidence", ["unweighted"]],
  ["posterior", ["divided-by-other-mail", "divided-by-prior", "joint-as-posterior"]],
] as const)("step %s knows the malrules %j", (step, ids) => {
  expect(Object.keys(exercise.steps.find(({ name }) => name === step)?.malrules ?? {})).toEqual(
    expect.arrayContaining([...ids]),
  );
});
