import "server-only";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import type { TopicId } from "#lib/exercise/topics.ts";
import { catalogue } from "./registry.ts";

/** A skill, what it rests on, and what drills it. */
export interface SkillCard {
  id: SkillId;
  topic: TopicId;
  name: string;
  says: string;
  needs: { id: string; name: string }[];
  /** Exercises that name it, those that are mainly about it first. */
  exercises: { id: string; title: string }[];
}

const names: ReadonlyMap<string, string> = new Map(Object.entries(skills).map(([id, { name }]) => [id, name]));

/** Every skill in the order of the course. */
export const listSkills = (): SkillCard[] =>
  ids.map((id) => {
    const { topic, name, says, needs } = skills[id];
    const drills = catalogue.filter((exercise) => exercise.skills.includes(id));
    return {
      id,
      topic,
      name,
      says,
      needs: needs.map((need) => ({ id: need, name: names.get(need) ?? need })),
      exercises: drills
        .toSorted((a, b) => a.skills.indexOf(id) - b.skills.indexOf(id))
        .map(({ id: exercise, title }) => ({ id: exercise, title })),
    };
  });

const isSkill = (id: string): id is SkillId => id in skills;
const ids = Object.keys(skills).filter(isSkill);
