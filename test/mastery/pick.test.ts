import { describe, expect, it } from "vitest";
import { catalogue } from "#lib/course/registry.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { createRng } from "#lib/exercise/rng.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import { type Candidate, candidateOf } from "#lib/mastery/candidate.ts";
import type { Evidence, Outcome } from "#lib/mastery/evidence.ts";
import { learn } from "#lib/mastery/learn.ts";
import { masteryOf } from "#lib/mastery/mastery.ts";
import { type Past, type Pick, pickNext, type Situation } from "#lib/mastery/pick.ts";
import { depthOf, inOrder, needsOf } from "#lib/mastery/prior.ts";
import { dayMs } from "#lib/mastery/review.ts";
import type { Learner } from "#lib/mastery/state.ts";

const bank = catalogue.flatMap((exercise) => levels.map((level) => candidateOf(exercise, level)));
const nobody: Learner = new Map();
const start = Date.UTC(2026, 0, 5);

const evidence = (skill: SkillId, outcome: Outcome): Evidence => ({
  ...{ skill, outcome, exercise: "any", level: 2, guess: 0, with: [] },
});

/** A learner with so many answers in a row to each of these skills. */
const taught = (known: readonly SkillId[], outcome: Outcome = "right", times = 4): Learner =>
  known.reduce<Learner>((learner, skill) => {
    let next = learner;
    for (let i = 0; i < times; i++) next = learn(next, [evidence(skill, outcome)], start);
    return next;
  }, nobody);

const situation = (more: Partial<Situation>): Situation => ({
  ...{ learner: nobody, bank, past: [], at: start, rng: createRng("pick") },
  ...more,
});

const pastOf = ({ exercise, level, skill }: Pick, outcome: Outcome | null = null): Past => ({
  ...{ exercise, level, skill, outcome },
  topic: skills[skill].topic,
});

/** A session of so many items, all answered alike; `at` stays. */
function session(n: number, outcome: (pick: Pick) => Outcome, begun: Learner = nobody, more: Partial<Situation> = {}) {
  let learner = begun;
  const past: Past[] = [];
  const picks: Pick[] = [];
  const rng = createRng("session");
  for (let i = 0; i < n; i++) {
    const pick = pickNext(situation({ learner, past, rng, ...more }));
    if (!pick) break;
    picks.push(pick);
    past.push(pastOf(pick, outcome(pick)));
    learner = learn(learner, [evidence(pick.skill, outcome(pick))], start);
  }
  return { picks, learner };
}

describe("the bank", () => {
  it("has, for every skill, something that practises it above all", () => {
    const mains = new Set(bank.map(({ skills: [main] }) => main));
    expect(inOrder.filter((skill) => !mains.has(skill))).toEqual([]);
  });

  it("guesses an item no more easily than the easiest of its parts", () => {
    for (const { guess } of bank) {
      expect(guess).toBeGreaterThanOrEqual(0);
      expect(guess).toBeLessThanOrEqual(0.5);
    }
  });
});

describe("the picker", () => {
  it("begins with what rests on nothing, for somebody of whom nothing is known", () => {
    for (const seed of ["a", "b", "c", "d", "e"]) {
      const pick = pickNext(situation({ rng: createRng(seed) }));
      expect(depthOf(pick?.skill ?? "gradient-flow")).toBe(0);
      expect(pick?.reason.kind).toBe("new");
    }
  });

  it("never gives the same exercise twice in a row while there are others", () => {
    for (const outcome of ["right", "wrong", "hinted"] as const) {
      const { picks } = session(40, () => outcome);
      for (let i = 1; i < picks.length; i++) expect(picks[i]!.exercise).not.toBe(picks[i - 1]!.exercise);
    }
  });

  it("gives it again where there is no other, and nothing only where there is nothing", () => {
    const single = bank.filter(({ exercise }) => exercise === "calculus/chain-rule");
    const { picks } = session(5, () => "right", nobody, { bank: single });
    expect(picks.map(({ exercise }) => exercise)).toEqual(Array(5).fill("calculus/chain-rule"));
    expect(pickNext(situation({ bank: [] }))).toBeUndefined();
    expect(pickNext(situation({ focus: { exercises: ["none"] } }))).toBeUndefined();
  });

  it("finds an item for any skill or exercise in focus, and stays in focus", () => {
    for (const skill of inOrder) {
      const pick = pickNext(situation({ focus: { skills: [skill] } }));
      expect(pick).toMatchObject({ skill, reason: { kind: "focus", skill } });
    }
    for (const { id } of catalogue) expect(pickNext(situation({ focus: { exercises: [id] } }))?.exercise).toBe(id);
  });

  it("gives harder levels to somebody who succeeds than to somebody who fails", () => {
    const mean = (learner: Learner) => {
      const rng = createRng("levels");
      const picks = inOrder.flatMap((skill) => pickNext(situation({ learner, rng, focus: { skills: [skill] } })) ?? []);
      return picks.reduce((sum, { level }) => sum + level, 0) / picks.length;
    };
    expect(mean(taught(inOrder))).toBeGreaterThan(mean(taught(inOrder, "wrong", 2)) + 0.5);
  });

  it("practises a weak skill whose prerequisites are known before a new one that rests on it", () => {
    const learner = learn(
      taught(["difference-quotients"]),
      [evidence("derivatives", "wrong"), evidence("derivatives", "wrong")],
      start,
    );
    const calculus = bank.filter(({ topic }) => topic === "calculus");
    const pick = pickNext(situation({ learner, bank: calculus }));
    expect(pick).toMatchObject({ skill: "derivatives", reason: { kind: "weak" } });
  });

  it("turns to a weak prerequisite after a mistake in what rests on it, and says so", () => {
    const learner = learn(
      taught(["difference-quotients"]),
      [evidence("derivatives", "wrong"), evidence("chain-rule", "wrong")],
      start,
    );
    const mistake: Past = {
      ...{ exercise: "calculus/chain-rule", level: 2, skill: "chain-rule", topic: "calculus", outcome: "wrong" },
    };
    const two: readonly SkillId[] = ["chain-rule", "derivatives"];
    const calculus = bank.filter(({ skills: [main] }) => main && two.includes(main));
    const pick = pickNext(situation({ learner, bank: calculus, past: [mistake] }));
    expect(pick).toMatchObject({ skill: "derivatives", reason: { kind: "prerequisite" } });
  });

  it("brings back what is due, once it is", () => {
    const learner = taught(inOrder);
    const before = pickNext(situation({ learner, at: start }));
    expect(before?.reason.kind).toBe("stretch");
    const due = Math.max(...inOrder.map((skill) => masteryOf(learner, skill, start).due ?? 0));
    expect(pickNext(situation({ learner, at: due + dayMs }))?.reason.kind).toBe("due");
  });

  it("leads somebody who always succeeds to every skill", () => {
    const { learner } = session(300, () => "right");
    expect(inOrder.filter((skill) => masteryOf(learner, skill, start).chance < 0.8)).toEqual([]);
  });

  it("offers nothing new before what it rests on is rather known than not", () => {
    let learner = nobody;
    const rng = createRng("ready");
    for (let i = 0; i < 120; i++) {
      const pick = pickNext(situation({ learner, rng }));
      if (!pick) break;
      if (pick.reason.kind === "new")
        for (const needed of needsOf(pick.skill)) expect(masteryOf(learner, needed, start).chance).toBeGreaterThan(0.5);
      learner = learn(learner, [evidence(pick.skill, i % 4 === 0 ? "wrong" : "right")], start);
    }
  });

  it("takes turns between topics", () => {
    const { picks } = session(40, ({ exercise }) => (exercise.length % 3 === 0 ? "wrong" : "right"));
    const topics = picks.map(({ skill }) => skills[skill].topic);
    let run = 1;
    for (let i = 1; i < topics.length; i++) {
      run = topics[i] === topics[i - 1] ? run + 1 : 1;
      expect(run).toBeLessThanOrEqual(3);
    }
    expect(new Set(topics).size).toBeGreaterThanOrEqual(3);
  });

  it("turns to something more hopeful after two mistakes in a row", () => {
    const learner = taught(["vectors", "dot-products"], "right", 2);
    const failed: Past = {
      ...{ exercise: "any", level: 1, skill: "bayes", topic: "probability", outcome: "wrong" },
    };
    const hope = (past: Past[]) => {
      const seeds = Array.from({ length: 20 }, (_, i) => createRng(`${i}`));
      const picks = seeds.flatMap((rng) => pickNext(situation({ learner, past, rng })) ?? []);
      return picks.reduce((sum, { skill }) => sum + masteryOf(learner, skill, start).chance, 0) / picks.length;
    };
    expect(hope([failed, failed])).toBeGreaterThanOrEqual(hope([failed]));
  });

  it("gives the same for the same seed", () => {
    const one = session(15, () => "right").picks;
    expect(session(15, () => "right").picks).toEqual(one);
  });

  it("names the main skill of what it picked", () => {
    const { picks } = session(60, ({ level }) => (level === 1 ? "right" : "wrong"));
    const mainOf = new Map(
      bank.map((candidate: Candidate) => [`${candidate.exercise} ${candidate.level}`, candidate.skills[0]]),
    );
    for (const { exercise, level, skill, reason } of picks) {
      expect(mainOf.get(`${exercise} ${level}`)).toBe(skill);
      expect(reason.skill).toBe(skill);
    }
  });
});
