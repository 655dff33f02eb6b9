import { describe, expect, it } from "vitest";
import { findExercise } from "#lib/course/registry.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { reachesOf } from "#lib/grading/reach.ts";

const exercise = findExercise("backpropagation/neuron");
if (!exercise) throw new Error("the example of these tests is gone");

const biases = (samples: number): number[] =>
  Array.from({ length: samples }, (_, i) => {
    const { params } = drawVariant(exercise, 1, `sample ${i + 1}`);
    return typeof params === "object" && params !== null && "b" in params ? Number(params.b) : Number.NaN;
  });

describe("what a tolerance lets through", () => {
  it("is nothing with the exercise’s own", () => {
    expect(reachesOf(exercise, 1, {})).toEqual({ samples: 40, mistakes: [], lost: [] });
  });

  it("is a dropped bias wherever the bias is not larger than the two tolerances together", () => {
    // Without the bias z = wx, which is |b| off; both are taken for z within 0.22 of it.
    const near = biases(40).filter((b) => b !== 0 && Math.abs(b) < 0.44).length;
    expect(near).toBeGreaterThan(0);
    expect(near).toBeLessThan(40);
    const { mistakes } = reachesOf(exercise, 1, { z: { within: { abs: 0.22, rel: 0 } } });
    expect(mistakes.find(({ step, says }) => step === "z" && says.includes("bias"))?.count).toBe(near);
  });

  it("is told most frequent first, and only of the step whose tolerance it is", () => {
    const { mistakes } = reachesOf(exercise, 1, { z: { within: { abs: 0.5, rel: 0 } } }, 20);
    const counts = mistakes.map(({ count }) => count);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(new Set(mistakes.map(({ step }) => step))).toEqual(new Set(["z"]));
  });

  it("says where so few decimals keep no digit", () => {
    // L = (a − y)² is below 1 for outputs and targets between 0 and 1, so that no decimal keeps nothing of it.
    const { lost } = reachesOf(exercise, 1, { L: { decimals: 0 } }, 20);
    expect(lost).toEqual([{ step: "L", count: 20 }]);
  });
});
