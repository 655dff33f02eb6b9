/** Times as a form takes them, "2026-11-23T18:00", read off a clock in some time zone. */
import { aheadOfUtc, clock } from "./local-day.ts";

const halfDay = 43_200_000;

/** What a clock there shows at that time, to the minute. */
export const localOf = (at: Date, timeZone: string): string => clock({ at, timeZone }).slice(0, 16).replace(" ", "T");

/**
 * When a clock there shows this. Of two such times, when it is set back, the earlier; of none, when it is set forward, as
 * much later as it is set.
 * @param local year, month, day, hour and minute; null where it is none
 */
export function instantOf(local: string, timeZone: string): Date | null {
  const shown = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) ? Date.parse(`${local}Z`) : Number.NaN;
  if (Number.isNaN(shown)) return null;
  const near = [shown - halfDay, shown + halfDay].map(
    (at) => new Date(shown - aheadOfUtc({ at: new Date(at), timeZone })),
  );
  const fitting = near.filter((at) => localOf(at, timeZone) === local);
  const times = (fitting.length > 0 ? fitting : near).map((at) => at.getTime());
  return new Date(fitting.length > 0 ? Math.min(...times) : Math.max(...times));
}
