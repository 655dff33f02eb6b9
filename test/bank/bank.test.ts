import { describe, expect, test } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { effortOf } from "#lib/exercise/effort.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { inspectVariant } from "./inspect.ts";

const seeds = Array.from({ length: Number.parseInt(process.env.BANK_SEEDS ?? "200", 10) }, (_, i) => `bank-${i}`);
const median = (xs: readonly number[]) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] ?? 0;

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
    const medians = levels.map((level) => {
      const efforts = (drawn[level - 1] ?? []).map(({ params }) => ({
        kind: exercise.caseOf(params),
        effort: effortOf(exercise, params, level),
      }));
      for (const kind of new Set(efforts.map(({ kind }) => kind))) {
        const group = efforts.filter((effort) => effort.kind === kind);
        const middle = median(group.map(({ effort }) => effort));
        const ratios = group.map(({ effort }) => effort / middle);
        expect(Math.min(...ratios), `level ${level}, ${kind}`).toBeGreaterThanOrEqual(0.75);
        expect(Math.max(...ratios), `level ${level}, ${kind}`).toBeLessThanOrEqual(1.33);
      }
      return median(efforts.map(({ effort }) => effort));
    });
    expect((medians[1] ?? 0) / (medians[0] ?? 1)).toBeGreaterThanOrEqual(1.3);
    expect((medians[2] ?? 0) / (medians[1] ?? 1)).toBeGreaterThanOrEqual(1.3);
  });
});
