import { TurnLinks } from "#app/practice/_components/turn-links.tsx";
import { exerciseAddress } from "#app/practice/exercise-address.ts";
import type { Filter } from "#app/practice/filter.ts";
import type { PracticeCard } from "#lib/course/browse.ts";

interface NearExercisesProps {
  before: PracticeCard | undefined;
  after: PracticeCard | undefined;
  /** The list that they are neighbours in. */
  filter: Filter;
}

/** To the exercises before and after this one, in the list that it was come to from. */
export function NearExercises({ before, after, filter }: NearExercisesProps) {
  const linkTo = (card: PracticeCard | undefined) => card && { href: exerciseAddress(card, filter), name: card.title };
  return <TurnLinks label="Exercises before and after" before={linkTo(before)} after={linkTo(after)} />;
}
