/**
 * What the bank promises of all that is read and typed. Typesetting and judging take the most time, and depend on the seed
 * least, so this takes fewer seeds than bank.test.ts.
 */
import { describe, expect, test } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { type Level, levels } from "#lib/exercise/exercise.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { gradingFaults } from "./grading.ts";
import { inspectTexts } from "./inspect.ts";

const seeds = Array.from({ length: 16 }, (_, i) => `bank-${i}`);

describe.each(catalogue.map((exercise) => ({ exercise, id: exercise.id })))("$id", ({ exercise }) => {
  const draw = (level: Level) => seeds.map((seed) => drawVariant(exercise, level, seed));

  test.each(levels)("level %i: prompts, hints, solutions and figures are fit to be read", (level) => {
    const faults = draw(level).flatMap(({ seed, params }) =>
      inspectTexts(exercise, params, level).map((fault) => `${seed}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test.each(levels)("level %i: references are right, malrules wrong and named, the prompt is no answer", (level) => {
    const faults = draw(level).flatMap((variant) =>
      gradingFaults(exercise, variant).map((fault) => `${variant.seed}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });
});
