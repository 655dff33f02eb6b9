/** What a placement found. */
import "server-only";
import type { Level } from "#lib/exercise/exercise.ts";
import { type SkillId, skills } from "#lib/exercise/skills.ts";
import { type TopicId, topics } from "#lib/exercise/topics.ts";
import { placed, startingPoints } from "#lib/mastery/placement.ts";
import { type IdeaPlace, ideaTeaching } from "#lib/tutorial/find-idea.ts";
import { bank } from "./bank.ts";
import { type PlacementItem, probesOf } from "./placement-item.ts";
import { catalogue, findExercise } from "./registry.ts";
import { skillIds } from "./skill-id.ts";

export interface PlacementResult {
  state: "finished";
  /** ISO 8601. */
  startedAt: string;
  /** Items that say something. */
  answered: number;
  items: PlacedItem[];
  /** Where to begin, in the order of the course. */
  start: StartingPoint[];
  /** What seems known, by topic. */
  known: { topic: TopicId; name: string; known: string[]; of: number }[];
}

interface PlacedItem {
  position: number;
  exercise: { id: string; title: string };
  level: Level;
  /** Of the variant. */
  number: number;
  outcome: PlacementItem["outcome"];
}

export interface StartingPoint {
  id: SkillId;
  name: string;
  says: string;
  lesson: IdeaPlace | null;
  exercises: { id: string; title: string }[];
}

const mostExercises = 3;

export function resultOf(startedAt: Date, items: readonly PlacementItem[]): PlacementResult {
  const probes = probesOf(items);
  const start = new Set(startingPoints(probes));
  const known = new Set(placed(probes).flatMap((one) => (one.known >= 0.5 ? [one.skill] : [])));
  return {
    state: "finished",
    startedAt: startedAt.toISOString(),
    answered: probes.length,
    items: items.map(({ position, exerciseId, level, number, outcome }) => ({
      position,
      exercise: { id: exerciseId, title: findExercise(exerciseId)?.title ?? exerciseId },
      level,
      number,
      outcome,
    })),
    start: skillIds.filter((id) => start.has(id)).map(startingPoint),
    known: topics.map(({ id: topic, name }) => {
      const all = skillIds.filter((id) => skills[id].topic === topic);
      return { topic, name, known: all.filter((id) => known.has(id)).map((id) => skills[id].name), of: all.length };
    }),
  };
}

/** A skill with what teaches and what drills it: the exercises that are mainly about it at some level. */
function startingPoint(id: SkillId): StartingPoint {
  const drilling = new Set(bank().flatMap(({ exercise, skills: [main] }) => (main === id ? [exercise] : [])));
  const exercises = catalogue.filter((exercise) => drilling.has(exercise.id)).slice(0, mostExercises);
  return {
    id,
    name: skills[id].name,
    says: skills[id].says,
    lesson: ideaTeaching(id, exercises[0]?.id ?? "") ?? null,
    exercises: exercises.map(({ id: exercise, title }) => ({ id: exercise, title })),
  };
}
