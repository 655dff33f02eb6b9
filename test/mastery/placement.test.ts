import { describe, expect, it } from "vitest";
import { createRng } from "#lib/exercise/rng.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import type { Candidate } from "#lib/mastery/candidate.ts";
import { learn } from "#lib/mastery/learn.ts";
import { masteryOf } from "#lib/mastery/mastery.ts";
import {
  learnPlacement,
  leastProbes,
  mostProbes,
  nextProbe,
  type Probe,
  placed,
  startingPoints,
} from "#lib/mastery/placement.ts";
import { depthOf, inOrder, needsOf } from "#lib/mastery/prior.ts";

/** One item for each skill. */
const bank: Candidate[] = inOrder.map((skill) => ({
  ...{ exercise: skill, topic: skills[skill].topic, level: 2, skills: [skill], guess: 0 },
}));

/** The answers of somebody who knows exactly these skills and never slips. */
function placementOf(known: ReadonlySet<SkillId>): Probe[] {
  const past: Probe[] = [];
  const rng = createRng("placement");
  for (;;) {
    const item = nextProbe(past, bank, rng);
    const skill = item?.skills[0];
    if (!item || !skill) return past;
    past.push({ skill, level: item.level, right: known.has(skill) });
  }
}

const deepest = Math.max(...inOrder.map(depthOf));
/** Learners who know all skills down to a depth of the graph, from nothing to everything. */
const steps = Array.from({ length: deepest + 2 }, (_, i) => ({
  depth: i - 1,
  known: new Set(inOrder.filter((skill) => depthOf(skill) < i)),
}));
/** Learners who know one topic, as far as it rests on itself. */
const topical = (["linear-algebra", "calculus", "probability"] as const).map((topic) => {
  const known = new Set<SkillId>();
  for (const skill of inOrder)
    if (skills[skill].topic === topic && needsOf(skill).every((needed) => known.has(needed))) known.add(skill);
  return { topic, known };
});

/** The skills to begin with, by definition. */
const frontierOf = (known: ReadonlySet<SkillId>) =>
  inOrder.filter((skill) => !known.has(skill) && needsOf(skill).every((needed) => known.has(needed)));

function expectFound(known: ReadonlySet<SkillId>) {
  const past = placementOf(known);
  expect(past.length).toBeGreaterThanOrEqual(leastProbes);
  expect(past.length).toBeLessThanOrEqual(mostProbes);
  const mistaken = placed(past).filter((one) => one.known >= 0.5 !== known.has(one.skill));
  expect(mistaken.length).toBeLessThanOrEqual(inOrder.length / 10);
  const [frontier, found] = [frontierOf(known), startingPoints(past)];
  expect(found.length > 0).toBe(frontier.length > 0);
  expect(found.filter((skill) => frontier.includes(skill)).length).toBeGreaterThan(found.length / 2 - 1e-9);
}

describe("a placement", () => {
  it.each(steps)(
    "finds within 15 items where somebody stands who knows the graph down to depth $depth",
    ({ known }) => {
      expectFound(known);
    },
  );

  it.each(topical)("finds within 15 items where somebody stands who knows $topic alone", ({ known }) => {
    expectFound(known);
  });

  it("asks about no skill twice", () => {
    for (const { known } of steps) {
      const asked = placementOf(known).map(({ skill }) => skill);
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  it("stops early when nothing is left to find out", () => {
    expect(placementOf(new Set(inOrder)).length).toBeLessThan(mostProbes);
  });

  it("has nothing to ask where there is nothing to ask with", () => {
    expect(nextProbe([], [], createRng("x"))).toBeUndefined();
  });

  it("takes an answer as a hint, not as proof: one slip does not undo the rest", () => {
    const past = placementOf(new Set(inOrder)).map((probe, i) => (i === 5 ? { ...probe, right: false } : probe));
    const known = placed(past).filter((one) => one.known > 0.5).length;
    expect(known).toBeGreaterThan(inOrder.length / 2);
  });

  it("believes in a skill no more than in what it rests on", () => {
    const all = new Map(placed(placementOf(topical[0]?.known ?? new Set())).map((one) => [one.skill, one.known]));
    for (const skill of inOrder)
      for (const needed of needsOf(skill)) expect(all.get(skill)).toBeLessThanOrEqual((all.get(needed) ?? 0) + 1e-12);
  });

  it("becomes the learner's estimate, without counting as practice", () => {
    const past = placementOf(steps[5]?.known ?? new Set());
    const answered = learn(
      new Map(),
      past.map(({ skill, level, right }) => ({
        ...{ skill, level, exercise: skill, guess: 0, with: [] },
        outcome: right ? "right" : "wrong",
      })),
      0,
    );
    const learner = learnPlacement(answered, past, 0);
    for (const { skill, known } of placed(past)) {
      if (answered.has(skill)) {
        expect(learner.get(skill)).toBe(answered.get(skill));
        continue;
      }
      expect(masteryOf(learner, skill, 0)).toMatchObject({ tries: 0, due: null });
      expect(masteryOf(learner, skill, 0).chance).toBeCloseTo(0.1 + 0.8 * known, 3);
    }
  });
});
