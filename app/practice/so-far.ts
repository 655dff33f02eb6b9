import type { PracticeCard } from "#lib/course/browse.ts";

export interface SoFar {
  /** How many levels there are, over all exercises. */
  levels: number;
  right: number;
  begun: number;
}

/** How far somebody is with some exercises, counted by level. */
export function soFar(cards: readonly Pick<PracticeCard, "levels">[]): SoFar {
  const states = cards.flatMap(({ levels }) => levels.map(({ state }) => state));
  const count = (wanted: string) => states.filter((state) => state === wanted).length;
  return { levels: states.length, right: count("right"), begun: count("begun") };
}
