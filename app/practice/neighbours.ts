import type { PracticeCard } from "#lib/course/browse.ts";

interface Neighbours {
  before: PracticeCard | undefined;
  after: PracticeCard | undefined;
}

/**
 * The exercises before and after one within a list, in the order of the course. It need not be in the list itself: one that
 * was not begun when the list was made has been by now.
 */
export function neighboursOf(id: string, list: readonly PracticeCard[], all: readonly PracticeCard[]): Neighbours {
  const places = new Map(all.map((card, place) => [card.id, place]));
  const here = places.get(id) ?? 0;
  const placeOf = (card: PracticeCard) => places.get(card.id) ?? 0;
  return {
    before: list.findLast((card) => placeOf(card) < here),
    after: list.find((card) => placeOf(card) > here),
  };
}
