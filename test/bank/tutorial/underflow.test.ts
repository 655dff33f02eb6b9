/** The tutorial's example 23, whose 10^-100 does not underflow in double precision, and practice problem 4, whose product
 * underflows before its logarithm is taken. */
import { expect, test } from "vitest";
import exercise from "#exercises/logarithms/underflow.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { atExample } from "./example.ts";

// The least n by Python's fractions (Fraction(1, 10)**n <= Fraction(1, 2**1075)), the logarithms by mpmath to 30 digits.
const table = {
  "23": { n_zero: 324, log_product: -230.2585092994046, gives: "right" },
  "practice-4": { n_zero: 324, log_product: -921.0340371976183, gives: "no-number" },
} as const;

test.each(Object.entries(table))("example %s", (name, expected) => {
  const evaluation = atExample(exercise, name);
  for (const [step, value] of Object.entries(expected)) {
    if (typeof value === "number") expect(evaluation.value(step), step).toBeCloseTo(value, 10);
    else expect(evaluation.value(step), step).toBe(value);
  }
});

test.each([
  ["log_round", ["base-ten"]],
  ["bound", ["smallest-normal", "power-of-ten", "bases-mixed"]],
  ["gives", ["logarithm-too-late", "sum-underflows"]],
] as const)("step %s knows the malrules %j", (step, ids) => {
  expect(Object.keys(exercise.steps.find(({ name }) => name === step)?.malrules ?? {})).toEqual(
    expect.arrayContaining([...ids]),
  );
});

// What the exercise says of the exact product holds of the running product in double precision too, for every p it draws.
test.each([1, 2, 3] as const)("level %i: the running product becomes 0 at the same n", (level) => {
  for (let i = 0; i < 100; i++) {
    const { params } = drawVariant(exercise, level, `running-${i}`);
    let product = 1;
    let n = 0;
    for (; product > 0; n++) for (const p of params.factors) product *= p;
    expect(n, JSON.stringify(params.factors)).toBe(evaluate(exercise, params).value("n_zero"));
  }
});
