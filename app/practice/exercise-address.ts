import type { PracticeCard } from "#lib/course/browse.ts";
import { type Filter, queryOf } from "./filter.ts";

/** The page of an exercise, as it is come to from a list: with the list, so that next and previous stay within it. */
export function exerciseAddress(card: Pick<PracticeCard, "id" | "levels">, filter: Filter): string {
  const level = filter.level ?? nextLevel(card);
  return addressAt(card.id, { level, list: queryOf(filter) });
}

export function addressAt(id: string, { level, list, variant }: { level: number; list: string; variant?: number }) {
  const query = new URLSearchParams({ level: String(level) });
  if (variant !== undefined) query.set("variant", String(variant));
  if (list !== "") query.set("list", list);
  return `/practice/${id}?${query}`;
}

/** The first level that was not right yet. */
const nextLevel = ({ levels }: Pick<PracticeCard, "levels">): number =>
  levels.find(({ state }) => state !== "right")?.level ?? 3;
