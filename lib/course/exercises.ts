import "server-only";
import type { Exercise, Level, Source } from "#lib/exercise/exercise.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { catalogue, findExercise } from "./registry.ts";
import { type Tally, talliesOf } from "./tally.ts";

/** What may be said of an exercise to everybody. */
export interface ExerciseAbout {
  id: string;
  topic: string;
  slug: string;
  title: string;
  summary: string;
  skills: { id: SkillId; name: string }[];
  source: Source;
}

/** How far somebody is with one level of an exercise. */
export interface LevelState {
  level: Level;
  state: "new" | "begun" | "right";
  /** Counted ones. */
  tries: number;
  /** The best score, from 0 to 1; null before the first. */
  best: number | null;
}

export interface ExerciseCard extends ExerciseAbout {
  levels: LevelState[];
}

/** Every exercise on offer in the order of the course, and how far the actor is with it. */
export async function listExercises(actor: Actor): Promise<ExerciseCard[]> {
  const owner = ownerOf(actor);
  const tallies = owner === undefined ? [] : await talliesOf(owner);
  return catalogue.map((exercise) => ({
    ...aboutOf(exercise),
    levels: levels.map((level) =>
      stateOf(
        level,
        tallies.find((tally) => tally.exerciseId === exercise.id && tally.level === level),
      ),
    ),
  }));
}

/** What may be said of one exercise; undefined where there is none of that id. */
export function describeExercise(id: string): ExerciseAbout | undefined {
  const exercise = findExercise(id);
  return exercise && aboutOf(exercise);
}

function aboutOf({ id, topic, title, summary, source, skills: ids }: Exercise): ExerciseAbout {
  return {
    id,
    topic,
    slug: id.slice(topic.length + 1),
    title,
    summary,
    skills: ids.map((skill) => ({ id: skill, name: skills[skill].name })),
    source,
  };
}

function stateOf(level: Level, tally: Tally | undefined): LevelState {
  if (!tally) return { level, state: "new", tries: 0, best: null };
  const { rightVariants, tries, best } = tally;
  return { level, state: rightVariants > 0 ? "right" : "begun", tries, best };
}
