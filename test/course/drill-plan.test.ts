import { describe, expect, it } from "vitest";
import type { Chosen, ItemOutcome } from "#lib/course/drill-item.ts";
import { planOf } from "#lib/course/drill-plan.ts";

const item = (outcome: ItemOutcome, detour = false, skill: Chosen["skill"] = "vectors") => ({
  outcome,
  chosen: { kind: "weak", skill, lastAt: null, behind: null, detour, before: {} } satisfies Chosen,
});
const [right, hinted, wrong, skipped] = [item("right"), item("hinted"), item("wrong"), item(null)];

describe("the plan of a drill", () => {
  it("counts what was worked on, and neither skipped nor broken items", () => {
    expect(planOf([right, skipped, wrong, skipped], 5)).toMatchObject({ done: 2, total: 5, isComplete: false });
    expect(planOf([right, wrong, item("shown")], 3)).toMatchObject({ done: 3, isComplete: true });
    expect(planOf([], 5)).toMatchObject({ done: 0, isComplete: false, streak: 0, best: 0 });
  });

  it("never completes an endless one", () => {
    expect(
      planOf(
        Array.from({ length: 200 }, () => right),
        null,
      ),
    ).toMatchObject({ total: null, isComplete: false });
  });

  it("counts first tries right in a row; a hint or a mistake ends the row, a skipped item does not", () => {
    expect(planOf([right, right, right, wrong, right, skipped, right], 10)).toMatchObject({ streak: 2, best: 3 });
    expect(planOf([right, right, hinted], 10)).toMatchObject({ streak: 0, best: 2 });
  });

  it("makes the drill three items longer for a detour", () => {
    const step = item("right", true);
    expect(planOf([wrong, item(null, true)], 5)).toMatchObject({ total: 8, detour: { skill: "vectors", left: 3 } });
    expect(planOf([wrong, step, item(null, true), step], 5)).toMatchObject({ total: 8, detour: { left: 1 } });
    expect(planOf([wrong, step, step, step], 5)).toMatchObject({ total: 8, done: 4, detour: null });
    expect(planOf([wrong, step, step, step, right, right, right, right], 5)).toMatchObject({ isComplete: true });
  });

  it("makes it longer only by what was done in a detour that was left", () => {
    const step = item("wrong", true);
    expect(planOf([wrong, step, right], 5)).toMatchObject({ total: 6, detour: null });
    expect(planOf([wrong, step], 5, true)).toMatchObject({ total: 6, detour: null });
    expect(planOf([wrong, step, item(null, true, "dot-products")], 5)).toMatchObject({
      total: 9,
      detour: { skill: "dot-products", left: 3 },
    });
  });
});
