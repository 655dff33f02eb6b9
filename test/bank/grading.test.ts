import { describe, expect, test } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { gradingFaults } from "./grading.ts";

const seeds = Array.from({ length: Number.parseInt(process.env.BANK_SEEDS ?? "200", 10) }, (_, i) => `bank-${i}`);

describe.each(catalogue.map((exercise) => ({ id: exercise.id, exercise })))("$id", ({ exercise }) => {
  test.each(levels)("level %i", (level) => {
    const found = seeds.flatMap((seed) =>
      gradingFaults(exercise, drawVariant(exercise, level, seed)).map((fault) => `${seed}: ${fault}`),
    );
    expect(found).toEqual([]);
  });
});
