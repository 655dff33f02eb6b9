/** An exercise at a level as the picker sees it. */
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { SkillId } from "#lib/exercise/skills.ts";
import { stepOf } from "#lib/exercise/step.ts";
import { type TopicId, topics } from "#lib/exercise/topics.ts";
import { conesOf } from "./cone.ts";
import { guessOf } from "./guess.ts";

export interface Candidate {
  exercise: string;
  topic: TopicId;
  level: Level;
  /** What it takes; the first is the main one. */
  skills: readonly SkillId[];
  /** The chance that all parts are right by guessing. */
  guess: number;
}

/** What a level of an exercise takes: the skills of the steps that its asked steps rest on, the exercise's own first. */
export function candidateOf(exercise: Exercise, level: Level): Candidate {
  const asked = exercise.asks[level].map((name) => stepOf(exercise, name));
  const taken = new Set(
    [...conesOf(exercise, level).values()].flatMap(({ all }) => all).map((name) => stepOf(exercise, name).skill),
  );
  const order = [...exercise.skills, ...asked.map(({ skill }) => skill)];
  const skills = [...new Set([...order.filter((skill) => taken.has(skill)), ...taken])];
  const topic = topics.find(({ id }) => id === exercise.topic)?.id;
  if (!topic) throw new RangeError(`${exercise.id} is of no known topic`);
  return {
    ...{ exercise: exercise.id, topic, level, skills },
    guess: asked.reduce((product, { spec }) => product * guessOf(spec), 1),
  };
}
