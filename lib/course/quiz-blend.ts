/** Which exercises a quiz holds, and in what order. Pure: chance comes in as `below`. */
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { QuizPlan } from "./quiz-plan.ts";

export interface QuizPlace {
  exercise: Exercise;
  level: Level;
}

/** A whole number from 0 to n − 1. */
type Below = (n: number) => number;

/**
 * Deals the exercises of the chosen topics: topics in turn, so that their counts differ by at most one; within a topic
 * every exercise once before one comes again; the levels in equal shares, from the lowest up.
 */
export function blend(
  { topics, levels, length }: Pick<QuizPlan, "topics" | "levels" | "length">,
  offered: readonly Exercise[],
  below: Below,
): QuizPlace[] {
  const turns = deal(topics, below);
  const decks = new Map(
    topics.map((topic) => [
      topic,
      deal(
        offered.filter((exercise) => exercise.topic === topic),
        below,
      ),
    ]),
  );
  const ladder = levels.toSorted();
  return Array.from({ length }, (_, i): QuizPlace[] => {
    const topic = turns.next().value;
    const exercise = topic && decks.get(topic)?.next().value;
    const level = ladder[Math.floor((i * ladder.length) / length)];
    return exercise && level ? [{ exercise, level }] : [];
  }).flat();
}

/** Cards one after the other, shuffled anew each time all have been dealt; none where there are none. */
function* deal<T>(cards: readonly T[], below: Below): Generator<T, undefined> {
  while (cards.length > 0) yield* shuffled(cards, below);
  return undefined;
}

function shuffled<T>(cards: readonly T[], below: Below): T[] {
  const left = [...cards];
  return cards.flatMap(() => left.splice(below(left.length), 1));
}
