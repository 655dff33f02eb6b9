import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levels } from "#lib/exercise/exercise.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import type { Evidence, Outcome } from "#lib/mastery/evidence.ts";
import { learn } from "#lib/mastery/learn.ts";
import { chanceOf, masteryOf } from "#lib/mastery/mastery.ts";
import { inOrder } from "#lib/mastery/prior.ts";
import { dayMs } from "#lib/mastery/review.ts";
import { type Learner, skillStateSchema } from "#lib/mastery/state.ts";

const nobody: Learner = new Map();

const evidence = (skill: SkillId, outcome: Outcome, more: Partial<Evidence> = {}): Evidence => ({
  ...{ skill, outcome, exercise: "calculus/chain-rule", level: 2, guess: 0, with: [] },
  ...more,
});

const chance = (learner: Learner, skill: SkillId, at: number) => masteryOf(learner, skill, at).chance;

const someSkill = fc.constantFrom(...inOrder);
const someEvidence: fc.Arbitrary<Evidence> = fc.record({
  skill: fc.constantFrom<SkillId>("vectors", "derivatives", "chain-rule", "sigmoid", "bayes"),
  exercise: fc.constant("calculus/chain-rule"),
  level: fc.constantFrom(...levels),
  outcome: fc.constantFrom<Outcome>("right", "hinted", "carried", "wrong"),
  guess: fc.constantFrom(0, 0.1, 0.25, 0.5),
  with: fc.uniqueArray(someSkill, { maxLength: 2 }),
});
const someHistory = fc.array(fc.tuple(someEvidence, fc.integer({ min: 0, max: 20 })), { maxLength: 25 });

/** A learner after that evidence, so many days apart; and the time at the end. */
function practice(history: readonly (readonly [Evidence, number])[]): { learner: Learner; at: number } {
  let [learner, at] = [nobody, 0];
  for (const [one, days] of history) {
    at += days * dayMs;
    learner = learn(learner, [one], at);
  }
  return { learner, at };
}

describe("learning from evidence", () => {
  it("never lowers the estimate of a skill by a right or carried answer", () => {
    fc.assert(
      fc.property(someHistory, someEvidence, fc.constantFrom<Outcome>("right", "carried"), (history, one, outcome) => {
        const { learner, at } = practice(history);
        const next = learn(learner, [{ ...one, outcome }], at);
        expect(chance(next, one.skill, at)).toBeGreaterThanOrEqual(chance(learner, one.skill, at) - 1e-12);
      }),
    );
  });

  it("never raises it by a wrong one", () => {
    fc.assert(
      fc.property(someHistory, someEvidence, (history, one) => {
        const { learner, at } = practice(history);
        const next = learn(learner, [{ ...one, outcome: "wrong" }], at);
        expect(chance(next, one.skill, at)).toBeLessThanOrEqual(chance(learner, one.skill, at) + 1e-9);
      }),
    );
  });

  it("moves less by a choice that may be guessed than by a number, and less the fewer the options", () => {
    const reached = [0, 1 / 8, 1 / 4, 1 / 2].map((guess) =>
      chance(learn(nobody, [evidence("vectors", "right", { guess })], 0), "vectors", 0),
    );
    expect(reached.toSorted((a, b) => b - a)).toEqual(reached);
    expect(new Set(reached).size).toBe(reached.length);
  });

  it("puts more blame on a skill that is probably weak than on one that is probably known", () => {
    const strong = practice([0, 1, 2, 3].map(() => [evidence("dot-products", "right"), 1] as const));
    const both: [SkillId, SkillId] = ["dot-products", "similarity"];
    const [known, weak] = both;
    const wrong = learn(
      strong.learner,
      [evidence(known, "wrong", { with: [weak] }), evidence(weak, "wrong", { with: [known] })],
      strong.at,
    );
    const lost = (skill: SkillId) => 1 - chance(wrong, skill, strong.at) / chance(strong.learner, skill, strong.at);
    const alone = learn(strong.learner, [evidence(known, "wrong")], strong.at);
    expect(chance(wrong, known, strong.at)).toBeGreaterThan(chance(alone, known, strong.at));
    expect(lost(known)).toBeLessThan(0.2);
  });

  it("does not depend on the order of the skills of one submission", () => {
    fc.assert(
      fc.property(
        someHistory,
        fc.uniqueArray(someEvidence, { selector: ({ skill }) => skill, maxLength: 4 }),
        (history, list) => {
          const { learner, at } = practice(history);
          const [one, other] = [learn(learner, list, at), learn(learner, list.toReversed(), at)];
          for (const { skill } of list) expect(one.get(skill)).toEqual(other.get(skill));
        },
      ),
    );
  });

  it("hardly depends on the order of submissions about skills that have nothing to do with each other", () => {
    const [a, b] = [evidence("vectors", "right"), evidence("probability-rules", "wrong")];
    const [one, other] = [learn(learn(nobody, [a], 0), [b], 0), learn(learn(nobody, [b], 0), [a], 0)];
    for (const skill of ["vectors", "probability-rules"] as const)
      expect(Math.abs(chance(one, skill, 0) - chance(other, skill, 0))).toBeLessThan(0.05);
  });

  it("changes the states of the skills in the evidence, and leaves all others and the learner it was given as they are", () => {
    const { learner, at } = practice([[evidence("vectors", "right"), 0]]);
    const before = new Map(learner);
    const next = learn(learner, [evidence("derivatives", "right")], at);
    expect([...next.keys()].sort()).toEqual(["derivatives", "vectors"]);
    expect(next.get("vectors")).toBe(learner.get("vectors"));
    expect(learner).toEqual(before);
    expect(learn(learner, [], at)).toBe(learner);
  });

  it("counts submissions, and those without a mistake in the skill", () => {
    const mixed = [evidence("vectors", "right"), evidence("vectors", "wrong")];
    const learner = learn(learn(nobody, mixed, 0), [evidence("vectors", "carried")], 0);
    expect(learner.get("vectors")).toMatchObject({ tries: 2, right: 1 });
  });

  it("survives being stored as JSON, to the last bit", () => {
    fc.assert(
      fc.property(someHistory, (history) => {
        const { learner, at } = practice(history);
        const stored: Learner = new Map(
          [...learner].map(([skill, state]) => [skill, skillStateSchema.parse(JSON.parse(JSON.stringify(state)))]),
        );
        expect(stored).toEqual(learner);
        for (const skill of inOrder) expect(chance(stored, skill, at + dayMs)).toBe(chance(learner, skill, at + dayMs));
      }),
      { numRuns: 20 },
    );
  });
});

describe("what is believed later", () => {
  const known = practice(Array.from({ length: 4 }, () => [evidence("chain-rule", "right"), 3] as const));

  it("sinks with the time without practice, ever more slowly", () => {
    const [now = 0, week = 0, month = 0, year = 0] = [0, 7, 30, 365].map((days) =>
      chance(known.learner, "chain-rule", known.at + days * dayMs),
    );
    expect(now).toBeGreaterThan(week);
    expect(week).toBeGreaterThan(month);
    expect(month).toBeGreaterThan(year);
    expect((now - week) / 7).toBeGreaterThan((month - year) / 335);
    expect(year).toBeGreaterThan(chance(nobody, "chain-rule", 0));
  });

  it("sinks more slowly where the same successes were spread over days than where they were crammed", () => {
    const crammed = practice(Array.from({ length: 4 }, () => [evidence("chain-rule", "right"), 0] as const));
    const left = ({ learner, at }: typeof known) =>
      chance(learner, "chain-rule", at + 60 * dayMs) / chance(learner, "chain-rule", at);
    expect(left(known)).toBeGreaterThan(left(crammed));
  });

  it("is never more for having waited", () => {
    fc.assert(
      fc.property(someHistory, fc.integer({ min: 1, max: 400 }), (history, days) => {
        const { learner, at } = practice(history);
        for (const skill of learner.keys())
          expect(chance(learner, skill, at + days * dayMs)).toBeLessThanOrEqual(chance(learner, skill, at) + 0.02);
      }),
    );
  });
});

describe("mastery", () => {
  it("is new without an answer, weak after mistakes, and reached by right answers", () => {
    expect(masteryOf(nobody, "bayes", 0)).toMatchObject({ band: "new", tries: 0, due: null });
    const { learner: failed } = practice([1, 1].map((days) => [evidence("bayes", "wrong"), days] as const));
    expect(masteryOf(failed, "bayes", 2 * dayMs).band).toBe("weak");
    const bands = [1, 2, 3, 4, 5, 6].map((n) => {
      const { learner, at } = practice(Array.from({ length: n }, () => [evidence("bayes", "right"), 1] as const));
      return masteryOf(learner, "bayes", at).band;
    });
    expect(bands[0]).not.toBe("mastered");
    expect(bands.at(-1)).toBe("mastered");
  });

  it("multiplies the chances of the skills that something takes, and adds what may be guessed", () => {
    const { learner, at } = practice([[evidence("vectors", "right"), 0]]);
    const [a, b] = [chance(learner, "vectors", at), chance(learner, "bayes", at)];
    const all = chanceOf(learner, { skills: ["vectors", "bayes"], level: 2, guess: 0.25 }, at);
    expect(all).toBeCloseTo(0.25 + 0.75 * a * b, 12);
  });

  it("of an untouched skill follows from what is known of its neighbours", () => {
    const { learner, at } = practice([1, 1, 1].map((days) => [evidence("chain-rule", "right"), days] as const));
    expect(chance(learner, "derivatives", at)).toBeGreaterThan(chance(nobody, "derivatives", at) + 0.1);
    expect(chance(learner, "loss-gradients", at)).toBeGreaterThan(chance(nobody, "loss-gradients", at));
  });
});
