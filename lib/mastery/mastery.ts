/** Reading the estimate: how likely is the next answer right, and what that is called. */
import type { Level } from "#lib/exercise/exercise.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { abilityOf } from "./ability.ts";
import type { Learner, SkillState } from "./state.ts";

export type Band = "new" | "weak" | "growing" | "mastered";

export interface Mastery {
  skill: SkillId;
  /** Of answering level 2 right now, without guessing; in (0, 1). */
  chance: number;
  band: Band;
  /** Submissions with evidence on this skill. */
  tries: number;
  /** When it is due for review, in ms; null while it is new. */
  due: number | null;
}

/** From here a skill counts as mastered, and below as weak. */
export const masteredFrom = 0.85;
export const weakBelow = 0.5;
/** Nobody masters a skill by fewer tries. */
const leastTries = 2;

/** The mastery of a skill at a time in ms. */
export function masteryOf(learner: Learner, skill: SkillId, at: number): Mastery {
  const state = learner.get(skill);
  const chance = abilityOf(learner, skill, at).chance(2);
  const tries = state?.tries ?? 0;
  return { skill, chance, band: bandOf(chance, state), tries, due: state?.card?.due ?? null };
}

function bandOf(chance: number, state: SkillState | undefined): Band {
  if (!state) return "new";
  if (chance < weakBelow) return "weak";
  return chance >= masteredFrom && state.tries >= leastTries ? "mastered" : "growing";
}

/**
 * The probability that a first try at something that takes all of these skills is right, with guessing:
 * $g + (1 - g)\prod_s \Phi\bigl((\mu_s - b)/\sqrt{1 + v_s}\bigr)$.
 */
export function chanceOf(
  learner: Learner,
  { skills, level, guess }: { skills: readonly SkillId[]; level: Level; guess: number },
  at: number,
): number {
  const known = skills.reduce((product, skill) => product * abilityOf(learner, skill, at).chance(level), 1);
  return guess + (1 - guess) * known;
}
