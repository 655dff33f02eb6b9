import type { HistoryQuery } from "#lib/course/progress-history.ts";

/** The address of a page of the history. */
export function addressOf(query: Partial<HistoryQuery>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return given.length === 0 ? "/progress/history" : `/progress/history?${new URLSearchParams(given)}`;
}
