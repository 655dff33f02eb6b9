import "server-only";
import type { Level } from "#lib/exercise/exercise.ts";
import { levels } from "#lib/exercise/exercise.ts";
import type { TopicId } from "#lib/exercise/topics.ts";
import { topics } from "#lib/exercise/topics.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { catalogue } from "./registry.ts";
import { type Tally, talliesOf } from "./tally.ts";

/** What somebody has done so far, counted from the latest receipts that may be told. */
export interface Progress {
  submissions: number;
  /** Submissions that were right, and earned something. */
  right: number;
  /** Those begun, by topic, in the order of the course. */
  topics: { id: TopicId; name: string; exercises: ExerciseProgress[] }[];
}

export interface ExerciseProgress {
  id: string;
  title: string;
  levels: LevelProgress[];
}

export interface LevelProgress {
  level: Level;
  variants: number;
  rightVariants: number;
  best: number | null;
}

/** The progress of an actor; nothing for somebody who has not begun. */
export async function progressOf(actor: Actor): Promise<Progress> {
  const owner = ownerOf(actor);
  const tallies = owner === undefined ? [] : await talliesOf(owner);
  const begun = topics.map(({ id, name }) => ({ id, name, exercises: exercisesOf(id, tallies) }));
  return {
    submissions: tallies.reduce((sum, tally) => sum + tally.submissions, 0),
    right: tallies.reduce((sum, tally) => sum + tally.right, 0),
    topics: begun.filter(({ exercises }) => exercises.length > 0),
  };
}

function exercisesOf(topic: TopicId, tallies: readonly Tally[]): ExerciseProgress[] {
  return catalogue.flatMap((exercise) => {
    if (exercise.topic !== topic) return [];
    const mine = levelsOf(tallies.filter((tally) => tally.exerciseId === exercise.id));
    return mine.length === 0 ? [] : [{ id: exercise.id, title: exercise.title, levels: mine }];
  });
}

function levelsOf(tallies: readonly Tally[]): LevelProgress[] {
  return levels.flatMap((level) => {
    const tally = tallies.find((one) => one.level === level);
    return tally ? [{ level, variants: tally.variants, rightVariants: tally.rightVariants, best: tally.best }] : [];
  });
}
