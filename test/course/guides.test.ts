/** The numbers on the pages of help, and that what is said there is so. */
import { describe, expect, it } from "vitest";
import { creditGuide } from "#lib/course/credit-guide.ts";
import { masteryGuide } from "#lib/course/mastery-guide.ts";
import type { Outcome } from "#lib/mastery/evidence.ts";
import { learn } from "#lib/mastery/learn.ts";
import { masteryOf } from "#lib/mastery/mastery.ts";
import type { Learner } from "#lib/mastery/state.ts";

describe("the page on marks", () => {
  const guide = creditGuide();

  it("tells what hints leave: a tenth less for each, and never less than a half", () => {
    expect(guide.hints.map(({ earns }) => earns)).toEqual([1, 0.9, 0.8, 0.7, 0.6, 0.5]);
  });

  it("charges the forgotten bias once: two of three parts are right", () => {
    // z = 0.5·2; σ(1) = 0.731059; (0.731059 − 1)² = 0.072329.
    expect(guide.input).toEqual({ x: 2, w: 0.5, b: 0.1, y: 1 });
    expect(guide.carried.steps.map(({ step, verdict }) => `${step} ${verdict}`)).toEqual([
      "z wrong",
      "a carried",
      "L carried",
    ]);
    expect(guide.carried.score).toBeCloseTo(2 / 3, 12);
  });

  it("keeps back from its example what a learner's receipt keeps back", () => {
    expect(JSON.stringify(guide.carried)).not.toMatch(/"(malrules|reference|interval|nearMiss)"/);
  });

  it("accepts half a unit of the last digit around the value, and more where rounding on the way moves it", () => {
    // σ(1.1) = 0.750260, so 0.74976 to 0.75076, rounded inwards.
    expect(guide.activation.accepted).toBe("from 0.7498 to 0.7507");
    expect(guide.activation.rows.map(({ verdict }) => verdict)).toEqual(["right", "right", "imprecise", "wrong", null]);
    // (0.75 − 1)² = 0.0625 is 0.00013 off (0.750260 − 1)² = 0.062370: more than half a unit, which is 0.00005.
    expect(guide.loss.rows.map(({ typed, verdict }) => `${typed} ${verdict}`)).toEqual([
      "0.06237 right",
      "0.0625 right",
      "0.0650 wrong",
    ]);
  });
});

describe("the page on mastery", () => {
  const guide = masteryGuide();
  const skill = "chain-rule";
  const answered = (outcome: Outcome, level: 1 | 3 = 3, at = 0) =>
    learn(new Map(), [{ skill, exercise: "calculus/chain-rule", level, outcome, guess: 0, with: [] }], at);
  const chance = (outcome: Outcome, level: 1 | 3 = 3) => masteryOf(answered(outcome, level), skill, 0).chance;

  it("has an estimate that rises with each right answer, falls with the wrong one, and sinks while nothing is done", () => {
    const { rows } = guide;
    for (const [i, row] of rows.entries()) {
      const before = rows[i - 1]?.chance;
      if (before === undefined) continue;
      if (row.answer?.outcome === "right") expect(row.chance, `day ${row.day}`).toBeGreaterThan(before);
      if (row.answer?.outcome === "wrong" || row.answer === null)
        expect(row.chance, `day ${row.day}`).toBeLessThan(before);
    }
    expect(rows.at(-1)).toMatchObject({ answer: null, reviewIn: 0 });
  });

  it("names each estimate by the limits beside the four words", () => {
    expect(guide.rows[0]?.band).toBe("new");
    for (const { band, chance: estimate, day } of guide.rows.slice(1)) {
      expect(band === "weak", `day ${day}`).toBe(estimate < guide.weakBelow);
      if (band === "mastered") expect(estimate).toBeGreaterThanOrEqual(guide.masteredFrom);
    }
  });

  it("calls no skill mastered on a single answer", () => {
    const evidence = [
      { skill, exercise: "calculus/chain-rule", level: 3, outcome: "right", guess: 0, with: [] },
    ] as const;
    const often = Array.from({ length: 12 }).reduce<Learner>((learner) => learn(learner, evidence, 0), new Map());
    const state = often.get(skill);
    if (!state) throw new Error("nothing was learnt");
    expect(masteryOf(often, skill, 0).band).toBe("mastered");
    expect(masteryOf(new Map([[skill, { ...state, tries: 1 }]]), skill, 0).band).toBe("growing");
  });

  it("says more of what was typed than of what was picked, and the less the fewer options there were", () => {
    const lifted = guide.guessed.map((one) => one.chance);
    expect(guide.guessed.map(({ options }) => options)).toEqual([null, 4, 2]);
    expect(lifted).toEqual(lifted.toSorted((a, b) => b - a));
    expect(lifted.at(-1)).toBeGreaterThan(guide.rows[0]?.chance ?? 1);
  });

  it("puts an answer with hints between a right and a wrong one, and level 3 above level 1", () => {
    expect(chance("hinted")).toBeGreaterThan(chance("wrong"));
    expect(chance("hinted")).toBeLessThan(chance("right"));
    expect(chance("right", 3)).toBeGreaterThan(chance("right", 1));
  });

  it("says a little about the skills that a skill rests on, and those that rest on it", () => {
    for (const other of ["derivatives", "loss-gradients"] as const)
      expect(masteryOf(answered("right"), other, 0).chance).toBeGreaterThan(masteryOf(new Map(), other, 0).chance);
  });
});
