/** Days as a learner's time zone counts them. */

/** A time, and where it is read off. */
export interface Now {
  at: Date;
  /** A name of the tz database: "Europe/Berlin". */
  timeZone: string;
}

const dayMs = 86_400_000;

/** The day in ISO 8601: "2026-11-22". */
export const dayOf = (now: Now): string => clock(now).slice(0, 10);

/** When that day began. */
export function startOfDay({ at, timeZone }: Now): Date {
  const midnight = Date.parse(dayOf({ at, timeZone }));
  const near = new Date(midnight - aheadOfUtc({ at, timeZone }));
  // Where the clock was changed since midnight, it was another distance ahead then.
  return new Date(midnight - aheadOfUtc({ at: near, timeZone }));
}

/** The day that comes so many days after one. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);

/** What a clock there shows: "2026-11-22 18:22:08". The Swedish write it so. */
export const clock = ({ at, timeZone }: Now): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(at);

/** How far the clock there is ahead of UTC, in ms. */
export const aheadOfUtc = (now: Now): number =>
  Date.parse(`${clock(now).replace(" ", "T")}Z`) - Math.floor(now.at.getTime() / 1000) * 1000;
