/** The scaffold of a new exercise passes what the bank asks of an exercise, so that its author begins with something whole. */
import { describe, expect, test } from "vitest";
import scaffold from "#cli/new-exercise/template.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { measure, spreadOf } from "./effort.ts";
import { gradingFaults } from "./grading.ts";
import { inspectTexts, inspectVariant } from "./inspect.ts";

const seeds = Array.from({ length: 60 }, (_, i) => `scaffold-${i}`);

describe("the scaffold of npm run new:exercise", () => {
  const drawn = levels.map((level) => seeds.map((seed) => drawVariant(scaffold, level, seed)));

  test.each(levels)("level %i is sound, and its prompt earns nothing", (level) => {
    const variants = drawn[level - 1] ?? [];
    expect(variants).toHaveLength(seeds.length);
    const faults = variants.flatMap((variant) => [
      ...inspectVariant(scaffold, variant),
      ...inspectTexts(scaffold, variant.params, variant.level),
      ...gradingFaults(scaffold, variant),
    ]);
    expect(faults).toEqual([]);
  });

  test("its levels are evenly hard within, and rise", () => {
    const efforts = drawn.flat().map(({ level, params }) => measure(scaffold, level, params));
    expect(efforts).toHaveLength(3 * seeds.length);
    expect(spreadOf(efforts).faults).toEqual([]);
  });
});
