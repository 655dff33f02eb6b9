/** What to practise next. */
import type { Level } from "#lib/exercise/exercise.ts";
import type { Rng } from "#lib/exercise/rng.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import type { TopicId } from "#lib/exercise/topics.ts";
import { abilityOf } from "./ability.ts";
import type { Candidate } from "./candidate.ts";
import type { Outcome } from "./evidence.ts";
import { chanceOf, masteredFrom } from "./mastery.ts";
import { needsOf } from "./prior.ts";
import type { Learner, SkillState } from "./state.ts";

export interface Reason {
  kind: "due" | "weak" | "new" | "prerequisite" | "stretch" | "focus";
  skill: SkillId;
}

export interface Pick {
  exercise: string;
  level: Level;
  skill: SkillId;
  reason: Reason;
}

/** An earlier item of this session; the outcome is null while it is open or was skipped. */
export interface Past {
  exercise: string;
  level: Level;
  skill: SkillId;
  topic: TopicId;
  outcome: Outcome | null;
}

export interface Situation {
  learner: Learner;
  bank: readonly Candidate[];
  past: readonly Past[];
  focus?: { skills?: readonly SkillId[]; exercises?: readonly string[] };
  /** Now, in ms. */
  at: number;
  rng: Rng;
}

/** A prerequisite counts as known from here. */
export const knownFrom = 0.6;
/** The best chance of success to practise at, and how far from it is far: mostly right, with something left to learn. */
const target = 0.7;
const tolerance = 0.3;
/** A skill that an item takes beside its main one is practised with it, but less. */
const besides = 0.5;
/** What speaks for a review that is due beside the chance that the skill has been lost, and against what is quite new. */
const dueIsWorth = 0.3;
const newIsWorth = 0.9;
/** What speaks for a prerequisite of something that just went wrong. */
const behindIsWorth = 1.3;

/**
 * The next item of a session; undefined only where the bank, or what the focus leaves of it, is empty. First the skill
 * that needs practice most, then the item of it whose level fits best.
 */
export function pickNext(situation: Situation): Pick | undefined {
  const { bank, past, focus } = situation;
  const last = past.at(-1)?.exercise;
  const focused = focus ? bank.filter((candidate) => isInFocus(candidate, focus)) : bank;
  const others = focused.filter(({ exercise }) => exercise !== last);
  const open = others.length > 0 ? others : focused;
  const skill = skillToPractise(situation, open);
  if (!skill) return undefined;
  const item = itemOf(
    situation,
    open.filter(({ skills: [main] }) => main === skill),
  );
  return (
    item && { exercise: item.exercise, level: item.level, skill, reason: { kind: kindOf(situation, skill), skill } }
  );
}

/** The main skill with the greatest need, where topics and skills take turns; after two mistakes in a row, one more hopeful. */
function skillToPractise({ learner, past, at, rng }: Situation, open: readonly Candidate[]): SkillId | undefined {
  const last = past.at(-1);
  const isStuck = past.length >= 2 && past.slice(-2).every(({ outcome }) => outcome === "wrong");
  const mains = new Set<SkillId>();
  for (const {
    skills: [main],
  } of open)
    if (main) mains.add(main);
  return largest(mains, (skill) => {
    const turn = skill === last?.skill ? 0.5 : skills[skill].topic === last?.topic ? 0.8 : 1;
    const relief = isStuck ? chanceNow(learner, skill, at) : 1;
    const gap = isBehindMistake(skill, past) ? behindIsWorth : 1;
    return needOf(learner, skill, at) * turn * relief * gap * jitter(rng);
  });
}

/** The item whose chance of success is nearest to the target; better one that practises other weak skills, and not a recent one. */
function itemOf({ learner, past, at, rng }: Situation, items: readonly Candidate[]): Candidate | undefined {
  const recent = past.slice(-10).map(({ exercise }) => exercise);
  return largest(items, (candidate) => {
    const miss = (chanceOf(learner, candidate, at) - target) / tolerance;
    const promise = candidate.skills.slice(1).reduce((sum, skill) => sum + needOf(learner, skill, at), 0);
    const turn = recent.includes(candidate.exercise) ? 0.6 : 1;
    return Math.exp((-miss * miss) / 2) * (1 + besides * promise) * turn * jitter(rng);
  });
}

/** Breaks ties, so that two sessions alike need not be the same. */
const jitter = (rng: Rng): number => 1 + rng.int(0, 100) / 1_000;

function largest<T>(items: Iterable<T>, by: (item: T) => number): T | undefined {
  let best: { item: T; value: number } | undefined;
  for (const item of items) {
    const value = by(item);
    if (!best || value > best.value) best = { item, value };
  }
  return best?.item;
}

const isInFocus = ({ exercise, skills: [main] }: Candidate, focus: NonNullable<Situation["focus"]>): boolean =>
  (focus.exercises?.includes(exercise) ?? false) || (main !== undefined && (focus.skills?.includes(main) ?? false));

/** How likely a skill is not known while all that it rests on is; a due review needs more, a new skill less. */
function needOf(learner: Learner, skill: SkillId, at: number): number {
  let ready = 1;
  for (const needed of needsOf(skill)) ready = Math.min(ready, chanceNow(learner, needed, at) / knownFrom);
  const unknown = (1 - chanceNow(learner, skill, at)) * ready ** 2;
  const state = learner.get(skill);
  if (!state) return newIsWorth * unknown;
  return isDue(state, at) ? unknown + dueIsWorth : unknown;
}

const chanceNow = (learner: Learner, skill: SkillId, at: number): number => abilityOf(learner, skill, at).chance(2);

const isDue = ({ card }: SkillState, at: number): boolean => card !== null && card.due <= at;

/** Whether something that rests on the skill went wrong in this session. */
const isBehindMistake = (skill: SkillId, past: readonly Past[]): boolean =>
  past.some((one) => one.outcome === "wrong" && needsOf(one.skill).includes(skill));

function kindOf({ learner, past, focus, at }: Situation, skill: SkillId): Reason["kind"] {
  if (focus) return "focus";
  const isWeak = chanceNow(learner, skill, at) < masteredFrom;
  if (isWeak && isBehindMistake(skill, past)) return "prerequisite";
  const state = learner.get(skill);
  if (!state) return "new";
  if (isDue(state, at)) return "due";
  return isWeak ? "weak" : "stretch";
}
