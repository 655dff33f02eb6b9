import "server-only";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import type { TopicId } from "#lib/exercise/topics.ts";
import { type Mastery, masteryOf } from "#lib/mastery/mastery.ts";
import type { Actor } from "./actor.ts";
import { learnerOf } from "./learner.ts";
import { skillIds } from "./skill-id.ts";

/** A skill of the course, and how well an actor has it. */
export interface SkillMastery extends Mastery {
  skill: SkillId;
  topic: TopicId;
  name: string;
  says: string;
  needs: readonly string[];
}

/** Every skill in the order of the course, with its mastery now. */
export async function masteriesOf(actor: Actor, at: Date): Promise<SkillMastery[]> {
  const learner = await learnerOf(actor);
  return skillIds.map((id) => ({ ...skills[id], ...masteryOf(learner, id, at.getTime()) }));
}
