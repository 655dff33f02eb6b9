/**
 * What the bank promises of every exercise, for a hundred seeds of each level; `npm run verify` does the same and more for a
 * thousand. What is read and typed is in texts.test.ts.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { type Level, levels } from "#lib/exercise/exercise.ts";
import { type Drawn, drawVariant } from "#lib/exercise/variant.ts";
import { measure, spreadOf } from "./effort.ts";
import { inspectVariant } from "./inspect.ts";

const seeds = Array.from({ length: Number.parseInt(process.env.BANK_SEEDS ?? "100", 10) }, (_, i) => `bank-${i}`);
const drawnAgain = 16;

describe.each(catalogue.map((exercise) => ({ exercise, id: exercise.id })))("$id", ({ exercise }) => {
  const draw = (level: Level, count = seeds.length) =>
    seeds.slice(0, count).map((seed) => drawVariant(exercise, level, seed));
  let drawn: Record<Level, Drawn<unknown>[]> = { 1: [], 2: [], 3: [] };
  beforeAll(() => {
    drawn = { 1: draw(1), 2: draw(2), 3: draw(3) };
  });
  // With the variants goes all that was remembered of them.
  afterAll(() => {
    drawn = { 1: [], 2: [], 3: [] };
  });

  test.each(levels)("level %i: every variant is sound", (level) => {
    const faults = drawn[level].flatMap((variant) =>
      inspectVariant(exercise, variant).map((fault) => `${variant.seed}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  test.each(levels)("level %i: the same seed gives the same variant", (level) => {
    expect(draw(level, drawnAgain)).toEqual(drawn[level].slice(0, drawnAgain));
  });

  test.each(levels)("level %i: at most 30 percent of the draws are thrown away", (level) => {
    const redraws = drawn[level].reduce((sum, variant) => sum + variant.redraws, 0);
    expect(redraws / (redraws + seeds.length)).toBeLessThanOrEqual(0.3);
  });

  test("variants of a level and case are equally hard, and each level is harder than the one before", () => {
    const efforts = levels.flatMap((level) => drawn[level].map(({ params }) => measure(exercise, level, params)));
    expect(spreadOf(efforts).faults).toEqual([]);
  });
});
