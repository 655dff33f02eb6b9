import "server-only";
import { forecast } from "#lib/mastery/review.ts";
import type { Actor } from "./actor.ts";
import { learnerOf } from "./learner.ts";
import { dayAfter, dayOf, type Now, startOfDay } from "./local-day.ts";

/** How many skills come due for review on a day. */
export interface DueDay {
  day: string;
  count: number;
}

/** The reviews of the next days, by the learner's own days; today has also those of days before. */
export async function reviewsOf(actor: Actor, now: Now, days = 14): Promise<DueDay[]> {
  const today = dayOf(now);
  return forecast(await learnerOf(actor), startOfDay(now).getTime(), days).map(({ day, count }) => ({
    day: dayAfter(today, day),
    count,
  }));
}
