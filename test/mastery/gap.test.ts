import { describe, expect, it } from "vitest";
import type { SkillId } from "#lib/exercise/skills.ts";
import type { Evidence, Outcome } from "#lib/mastery/evidence.ts";
import { gapBehind } from "#lib/mastery/gap.ts";
import { learn } from "#lib/mastery/learn.ts";
import type { Learner } from "#lib/mastery/state.ts";

const evidence = (skill: SkillId, outcome: Outcome, others: readonly SkillId[] = []): Evidence => ({
  ...{ skill, outcome, exercise: "any", level: 2, guess: 0, with: others },
});

const told = (list: readonly (readonly [SkillId, Outcome, number])[]): Learner =>
  list.reduce<Learner>((learner, [skill, outcome, times]) => {
    let next = learner;
    for (let i = 0; i < times; i++) next = learn(next, [evidence(skill, outcome)], 0);
    return next;
  }, new Map());

describe("the gap behind a mistake", () => {
  it("is a prerequisite that is weak", () => {
    const mistake = [evidence("chain-rule", "wrong")];
    const learner = learn(told([["derivatives", "wrong", 3]]), mistake, 0);
    expect(gapBehind(learner, mistake, 0)).toEqual({ skill: "chain-rule", prerequisite: "derivatives" });
  });

  it("is none where all that the skill rests on is known", () => {
    const mistake = [evidence("chain-rule", "wrong")];
    const learner = learn(told([["derivatives", "right", 4]]), mistake, 0);
    expect(gapBehind(learner, mistake, 0)).toBeUndefined();
  });

  it("is a weaker skill that the same part took", () => {
    const mistake = [evidence("similarity", "wrong", ["vectors"]), evidence("vectors", "wrong", ["similarity"])];
    const learner = learn(
      told([
        ["norms", "right", 4],
        ["vectors", "wrong", 3],
      ]),
      mistake,
      0,
    );
    expect(gapBehind(learner, mistake, 0)).toEqual({ skill: "similarity", prerequisite: "vectors" });
  });

  it("is the skill of a recognised mistake, where another was asked for", () => {
    const mistake: Evidence[] = [{ ...evidence("derivatives", "wrong"), asked: "chain-rule" }];
    const learner = learn(told([["derivatives", "right", 4]]), mistake, 0);
    expect(gapBehind(learner, mistake, 0)).toEqual({ skill: "chain-rule", prerequisite: "derivatives" });
  });

  it("is none where nothing went wrong", () => {
    const fine = [evidence("chain-rule", "right"), evidence("derivatives", "carried")];
    expect(gapBehind(learn(new Map(), fine, 0), fine, 0)).toBeUndefined();
    expect(gapBehind(new Map(), [], 0)).toBeUndefined();
  });
});
