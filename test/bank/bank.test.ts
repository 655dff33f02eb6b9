import { describe, expect, test } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { effortIn } from "./effort.ts";
import { inspectVariant } from "./inspect.ts";

const seeds = Array.from({ length: Number.parseInt(process.env.BANK_SEEDS ?? "200", 10) }, (_, i) => `bank-${i}`);

describe.each(catalogue.map((exercise) => ({ exercise, id: exercise.id })))("$id", ({ exercise }) => {
  const drawn = levels.map((level) => seeds.map((seed) => drawVariant(exercise, level, seed)));

  test.each(levels)("level %i: every variant is sound", (level) => {
    const faults = (drawn[level - 1] ?? []).flatMap((variant) =>
      inspectVariant(exercise, variant).map((fault) => `${variant.seed}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test.each(levels)("level %i: the same seed gives the same variant", (level) => {
    expect(seeds.map((seed) => drawVariant(exercise, level, seed))).toEqual(drawn[level - 1]);
  });

  test.each(levels)("level %i: at most 30 percent of the draws are thrown away", (level) => {
    const redraws = (drawn[level - 1] ?? []).reduce((sum, variant) => sum + variant.redraws, 0);
    expect(redraws / (redraws + seeds.length)).toBeLessThanOrEqual(0.3);
  });

  test("variants of a level and case are equally hard, and each level is harder than the one before", () => {
    const [first = [], second = [], third = []] = drawn;
    expect(effortIn(exercise, { 1: first, 2: second, 3: third }).faults).toEqual([]);
  });
});
