/** What evidence changes: the stored state of each skill it is about, and of no other. */
import type { SkillId } from "#lib/exercise/skills.ts";
import { abilityOf, changeAt } from "./ability.ts";
import type { Evidence, Outcome } from "./evidence.ts";
import { chanceOf } from "./mastery.ts";
import { type Belief, knownShare, newsOf, updatedBy } from "./response.ts";
import { reviewed } from "./review.ts";
import type { Learner, SkillState } from "./state.ts";

/** What practice with its feedback adds to an ability that has all to learn, and how uncertain that is. */
const gain = 1.2;
const gainVariance = 3;
/** A measurement says at least this share of what other skills say; less would hardly be one. */
const leastInformation = 0.05;

/** The learner after the evidence of one submission, at a time in ms. States of other skills stay as they are. */
export function learn(learner: Learner, evidence: readonly Evidence[], at: number): Learner {
  if (evidence.length === 0) return learner;
  const next = new Map(learner);
  for (const skill of new Set(evidence.map((one) => one.skill))) {
    const about = evidence.filter((one) => one.skill === skill);
    next.set(skill, updated(learner, skill, about, at));
  }
  return next;
}

function updated(learner: Learner, skill: SkillId, about: readonly Evidence[], at: number): SkillState {
  const before = learner.get(skill);
  const prior = abilityOf(learner, skill, at).trait;
  const elsewhere = before ? without(prior, before.trait) : prior;
  const aged = before ? changeAt(before, at) : unchanged;
  let trait = prior;
  let change = aged;
  for (const { outcome, level, guess, with: others } of about) {
    const chance = chanceOf(learner, { skills: others, level, guess: 0 }, at);
    const news = newsOf(sum(trait, change), { outcome, level, guess, others: chance });
    trait = updatedBy(trait, news);
    change = updatedBy(change, news);
  }
  trait = { mean: trait.mean, variance: Math.min(trait.variance, elsewhere.variance / (1 + leastInformation)) };
  const isWrong = about.some(({ outcome }) => outcome === "wrong");
  const practised = afterPractice(sum(trait, change), sum(prior, aged), isWrong);
  return {
    version: 1,
    trait: without(trait, elsewhere),
    change: { mean: practised.mean - trait.mean, variance: practised.variance - trait.variance },
    at,
    tries: (before?.tries ?? 0) + 1,
    right: (before?.right ?? 0) + (isWrong ? 0 : 1),
    card: reviewed(before?.card ?? null, worstOf(learner, about, at), at),
  };
}

const unchanged: Belief = { mean: 0, variance: 0 };

const sum = (a: Belief, b: Belief): Belief => ({ mean: a.mean + b.mean, variance: a.variance + b.variance });

/** What one of two independent sources says, by what they say together and what the other says: a quotient of densities. */
function without(together: Belief, other: Belief): Belief {
  const precision = 1 / together.variance - 1 / other.variance;
  return {
    mean: (together.mean / together.variance - other.mean / other.variance) / precision,
    variance: 1 / precision,
  };
}

/**
 * Learning from an item and its feedback: only what is not known can be learnt, so both gains are times
 * $1 - \Phi(\mu/\sqrt{1+v})$. Not knowing whether it was learnt never makes a right answer less likely than the evidence
 * alone would; and after a mistake learning makes good at most what the mistake cost.
 */
function afterPractice(seen: Belief, before: Belief, isWrong: boolean): Belief {
  const unknown = 1 - knownShare(seen);
  const variance = seen.variance + gainVariance * unknown;
  const asLikelyAs = (belief: Belief) => belief.mean * Math.sqrt((1 + variance) / (1 + belief.variance));
  const mean = Math.max(seen.mean + gain * unknown, asLikelyAs(seen));
  return { mean: isWrong ? Math.min(mean, asLikelyAs(before)) : mean, variance };
}

const severity: readonly Outcome[] = ["right", "carried", "hinted", "wrong"];

/**
 * The outcome that the review is rated by: the worst. Of shared blame the weakest skill has it all; the others were part of
 * something that did not come out, and get no more than a hinted answer.
 */
function worstOf(learner: Learner, about: readonly Evidence[], at: number): Outcome {
  const outcomes = about.map(({ skill, outcome, level, with: others }): Outcome => {
    if (outcome !== "wrong" || others.length === 0) return outcome;
    const chance = (id: SkillId) => chanceOf(learner, { skills: [id], level, guess: 0 }, at);
    return others.every((other) => chance(other) >= chance(skill)) ? "wrong" : "hinted";
  });
  return severity.findLast((outcome) => outcomes.includes(outcome)) ?? "right";
}
