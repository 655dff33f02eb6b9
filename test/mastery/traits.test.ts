/** Elimination along the graph against one dense update after another. */
import { describe, expect, it } from "vitest";
import type { SkillId } from "#lib/exercise/skills.ts";
import {
  depthOf,
  generalVariance,
  indexOfSkill,
  inherited,
  inOrder,
  needsOf,
  ownVarianceOf,
  priorMeanOf,
} from "#lib/mastery/prior.ts";
import type { Belief } from "#lib/mastery/response.ts";
import type { Learner, SkillState } from "#lib/mastery/state.ts";
import { traitsOf } from "#lib/mastery/traits.ts";

const place = (skill: SkillId) => indexOfSkill.get(skill) ?? -1;

const measured = (trait: Belief): SkillState => ({
  version: 1,
  trait,
  change: { mean: 0, variance: 0 },
  at: 0,
  tries: 1,
  right: 1,
  card: null,
});

/** The covariance of all traits before any answer, by the definition. */
function covariance(): number[][] {
  const c = inOrder.map(() => inOrder.map(() => 0));
  for (const [s, skill] of inOrder.entries()) {
    const needs = needsOf(skill).map(place);
    const share = inherited / Math.max(1, needs.length);
    for (let t = 0; t < s; t++) {
      c[s]![t] = needs.reduce((sum, p) => sum + share * c[p]![t]!, 0);
      c[t]![s] = c[s]![t]!;
    }
    c[s]![s] =
      ownVarianceOf(skill) +
      needs.reduce((sum, p) => sum + needs.reduce((inner, q) => inner + share ** 2 * c[p]![q]!, 0), 0);
  }
  return c.map((row) => row.map((x) => x + generalVariance));
}

/** One measurement after another (Kalman 1960). */
function byDenseUpdates(learner: Learner): Belief[] {
  const k = covariance();
  const mean = inOrder.map(priorMeanOf);
  for (const [skill, { trait }] of learner) {
    const s = place(skill);
    const column = k.map((row) => row[s]!);
    const total = column[s]! + trait.variance;
    const surprise = trait.mean - mean[s]!;
    for (let i = 0; i < mean.length; i++) {
      mean[i]! += (column[i]! * surprise) / total;
      for (let j = 0; j < mean.length; j++) k[i]![j]! -= (column[i]! * column[j]!) / total;
    }
  }
  return mean.map((m, i) => ({ mean: m, variance: k[i]![i]! }));
}

describe("the traits of all skills", () => {
  it.each([
    ["nothing is known", () => false],
    ["one skill was measured", (i: number) => i === 40],
    ["a third was measured", (i: number) => i % 3 === 0],
    ["all were measured", () => true],
  ] as const)("are exact where %s", (_, isMeasured) => {
    const learner: Learner = new Map(
      inOrder.flatMap((skill, i): [SkillId, SkillState][] =>
        isMeasured(i) ? [[skill, measured({ mean: ((i * 7) % 5) - 2, variance: 0.2 + (i % 4) })]] : [],
      ),
    );
    const dense = byDenseUpdates(learner);
    for (const [i, { mean, variance }] of traitsOf(learner).entries()) {
      expect(mean).toBeCloseTo(dense[i]!.mean, 10);
      expect(variance).toBeCloseTo(dense[i]!.variance, 10);
    }
  });

  it("raise what a skill rests on and what rests on it more than what is unrelated", () => {
    const before = traitsOf(new Map());
    const now = traitsOf(new Map([["derivatives", measured({ mean: 4, variance: 0.1 })]]));
    const rise = (skill: SkillId) => now[place(skill)]!.mean - before[place(skill)]!.mean;
    expect(rise("chain-rule")).toBeGreaterThan(rise("probability-rules") * 1.2);
    expect(rise("difference-quotients")).toBeGreaterThan(rise("probability-rules") * 1.2);
    expect(rise("probability-rules")).toBeGreaterThan(0);
  });

  it("have an order in which every skill comes after those it needs, at a greater depth", () => {
    for (const skill of inOrder)
      for (const needed of needsOf(skill)) {
        expect(place(needed)).toBeLessThan(place(skill));
        expect(depthOf(needed)).toBeLessThan(depthOf(skill));
      }
    expect(new Set(inOrder).size).toBe(inOrder.length);
  });
});
