/** What somebody may choose of a quiz. Nothing here is secret: the form in the browser uses it too. */
import type { Level } from "#lib/exercise/exercise.ts";
import type { TopicId } from "#lib/exercise/topics.ts";
import type { QuizConfig } from "./attempt-config.ts";

/** What a quiz is drawn from, and how it goes. */
export interface QuizPlan extends QuizConfig {
  title: string;
  topics: readonly TopicId[];
  levels: readonly Level[];
  /** How many items. */
  length: number;
}

export const lengths = { least: 3, most: 30, usual: 10 } as const;

/** The limits to choose from, in minutes. */
export const timeLimits: readonly number[] = Array.from({ length: 24 }, (_, i) => 5 * (i + 1));

/** How long an item of each level takes somebody who knows the way, with a pencil. */
const minutesOf: Readonly<Record<Level, number>> = { 1: 1.5, 2: 2.5, 3: 4 };

/** A limit that leaves time to think: the mean over the levels times the length, rounded up to five minutes. */
export function suggestedMinutes(length: number, levels: readonly Level[]): number {
  const mean = levels.reduce((sum, level) => sum + minutesOf[level], 0) / Math.max(1, levels.length);
  return Math.min(120, Math.max(5, 5 * Math.ceil((length * (mean || minutesOf[2])) / 5)));
}
