/** A simulated learner practises day after day, by the picker or at random, until most skills are truly known. */
import { type Exercise, type Level, levels } from "#lib/exercise/exercise.ts";
import { createRng, type Rng } from "#lib/exercise/rng.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import { type Candidate, candidateOf } from "#lib/mastery/candidate.ts";
import { type Evidence, evidenceOf, type Outcome } from "#lib/mastery/evidence.ts";
import { learn } from "#lib/mastery/learn.ts";
import { chanceOf } from "#lib/mastery/mastery.ts";
import { type Past, pickNext } from "#lib/mastery/pick.ts";
import { dayMs } from "#lib/mastery/review.ts";
import type { Learner } from "#lib/mastery/state.ts";
import { type SimulatedItem, SimulatedLearner, simulatedItem, type World } from "./simulated-learner.ts";

export interface Bank {
  candidates: readonly Candidate[];
  items: ReadonlyMap<string, SimulatedItem>;
}

export function bankOf(exercises: readonly Exercise[]): Bank {
  const items = exercises.flatMap((exercise) => levels.map((level) => simulatedItem(exercise, level)));
  return {
    candidates: items.map(({ exercise, level }) => candidateOf(exercise, level)),
    items: new Map(items.map((item) => [keyOf(item.exercise.id, item.level), item])),
  };
}

const keyOf = (exercise: string, level: Level) => `${exercise} ${level}`;

/** What was foretold of a part of a first try, and what came. */
export interface Foretold {
  skill: SkillId;
  level: Level;
  chance: number;
  right: boolean;
}

export interface Practised {
  /** Items until enough was truly known, or until the end. */
  items: number;
  reached: boolean;
  foretold: readonly Foretold[];
}

export const itemsADay = 20;
export const mostItems = 2_000;
/** Enough is known when this share of all skills is. */
export const enough = 0.7;

export type Policy = "picker" | "random";

/** Practice of the learner of that seed; `watches` whether the estimate follows where the policy does not need it. */
export function practise(seed: string, world: World, policy: Policy, bank: Bank, watches = true): Practised {
  const someone = new SimulatedLearner(seed, world);
  const rng = createRng(`${policy} ${seed}`);
  const follows = watches || policy === "picker";
  const foretold: Foretold[] = [];
  let learner: Learner = new Map();
  let past: Past[] = [];
  for (let done = 0; done < mostItems; done++) {
    if (someone.knownShare >= enough) return { items: done, reached: true, foretold };
    if (done > 0 && done % itemsADay === 0) {
      someone.sleep();
      past = [];
    }
    const at = Math.floor(done / itemsADay) * dayMs;
    const chosen = policy === "picker" ? picked(learner, bank, past, at, rng) : atRandom(bank, rng);
    const item = bank.items.get(keyOf(chosen.exercise, chosen.level));
    if (!item) throw new RangeError(`there is no ${chosen.exercise} at level ${chosen.level}`);
    const first = someone.answer(item).find((one) => one.outcome === "judged" && one.countsAsTry);
    if (!follows || first?.outcome !== "judged") continue;
    const { parts, hints } = first;
    for (const { step, verdict } of parts) {
      const { guess, skills: taken } = item.parts.find((part) => part.step === step) ?? {
        guess: 0,
        skills: [chosen.skill],
      };
      const chance = chanceOf(learner, { skills: taken, level: item.level, guess }, at);
      const isRight = (verdict === "right" && hints === 0) || verdict === "carried";
      foretold.push({ skill: taken[0] ?? chosen.skill, level: item.level, chance, right: isRight });
    }
    const evidence = evidenceOf(item.exercise, item.level, parts, hints);
    learner = learn(learner, evidence, at);
    const { exercise, level, skill } = chosen;
    past.push({ exercise, level, skill, topic: skills[skill].topic, outcome: outcomeOf(evidence) });
  }
  return { items: mostItems, reached: someone.knownShare >= enough, foretold };
}

type Chosen = Pick<Past, "exercise" | "level" | "skill">;

function picked(learner: Learner, bank: Bank, past: readonly Past[], at: number, rng: Rng): Chosen {
  const pick = pickNext({ learner, bank: bank.candidates, past, at, rng });
  if (!pick) throw new RangeError("the picker found nothing");
  return pick;
}

function atRandom({ candidates }: Bank, rng: Rng): Chosen {
  const candidate = candidates[rng.int(0, candidates.length - 1)];
  const skill = candidate?.skills[0];
  if (!candidate || !skill) throw new RangeError("the bank is empty");
  return { ...candidate, skill };
}

const outcomeOf = (evidence: readonly Evidence[]): Outcome =>
  evidence.some(({ outcome }) => outcome === "wrong") ? "wrong" : (evidence[0]?.outcome ?? "right");
