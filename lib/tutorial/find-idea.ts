/** Which paragraph of the lessons belongs to a skill or an exercise. */
import type { SkillId } from "#lib/exercise/skills.ts";
import { type LessonSlug, lessons } from "./lessons.ts";

/** An idea by its place: /learn/<lesson>#<idea>. */
export interface IdeaPlace {
  lesson: LessonSlug;
  idea: string;
  title: string;
}

const ideas = lessons.flatMap(({ slug, ideas: own }) =>
  own.map(({ id, title, skills, drills }) => ({ place: { lesson: slug, idea: id, title }, skills, drills })),
);

/** The idea that teaches a skill; of several, the one that the exercise belongs to. */
export function ideaTeaching(skill: SkillId, exercise: string): IdeaPlace | undefined {
  const teaching = ideas.filter(({ skills }) => skills.includes(skill));
  return (teaching.find(({ drills }) => drills.includes(exercise)) ?? teaching[0])?.place;
}

/** The idea that an exercise drills. */
export const ideaDrilledBy = (exercise: string): IdeaPlace | undefined =>
  ideas.find(({ drills }) => drills.includes(exercise))?.place;
