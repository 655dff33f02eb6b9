/** When a wrong answer is better explained by something it rests on. */
import type { SkillId } from "#lib/exercise/skills.ts";
import type { Evidence } from "./evidence.ts";
import { masteryOf, weakBelow } from "./mastery.ts";
import { needsOf } from "./prior.ts";
import type { Learner } from "./state.ts";

export interface Gap {
  skill: SkillId;
  prerequisite: SkillId;
}

/** A prerequisite that is believed to be so much better known than the skill itself does not explain the mistake. */
const clearlyBetter = 0.2;

/**
 * The prerequisite behind a mistake; `learner` is as after the evidence. A recognised mistake in another skill than the
 * one asked for names it. Else it is the weakest of what the part took besides, and of what the skill rests on directly, if
 * that is weak; undefined where all that is known well enough, and the skill itself is what to practise.
 */
export function gapBehind(learner: Learner, evidence: readonly Evidence[], at: number): Gap | undefined {
  const mistakes = evidence.filter(({ outcome }) => outcome === "wrong");
  for (const { skill, asked } of mistakes) if (asked) return { skill: asked, prerequisite: skill };
  const chance = (id: SkillId) => masteryOf(learner, id, at).chance;
  for (const { skill, with: others } of mistakes) {
    const [weakest] = [...others, ...needsOf(skill)].sort((a, b) => chance(a) - chance(b));
    if (weakest && chance(weakest) < Math.min(weakBelow, chance(skill) + clearlyBetter))
      return { skill, prerequisite: weakest };
  }
  return undefined;
}
