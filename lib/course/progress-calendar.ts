import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { type Actor, ownerOf } from "./actor.ts";
import { dayAfter, dayOf, type Now } from "./local-day.ts";
import { judgedOf } from "./told.ts";

/** A day with answers. */
interface PractisedDay {
  /** ISO 8601: "2026-11-22". */
  day: string;
  answers: number;
  /** Variants that were answered. */
  variants: number;
}

/** Days in a row, each with an answer. */
export interface Run {
  from: string;
  to: string;
  days: number;
}

export interface Calendar {
  /** In the learner's time zone, as are all days. */
  today: string;
  /** The days with answers, the earliest first. */
  days: PractisedDay[];
  /** The run that today belongs to, or can still be added to; null where there is none. */
  current: Run | null;
  longest: Run | null;
}

const rowsSchema = z.array(z.object({ day: z.iso.date(), answers: z.int(), variants: z.int() }));

/** The days on which an actor answered, as their time zone counts days. */
export async function calendarOf(actor: Actor, now: Now): Promise<Calendar> {
  const userId = ownerOf(actor);
  const days =
    userId === undefined
      ? []
      : rowsSchema.parse(
          await db().$queryRaw`
            SELECT (s.created_at AT TIME ZONE ${now.timeZone})::date::text AS day, count(*)::int AS answers,
                   count(DISTINCT v.id)::int AS variants
            FROM ${judgedOf(userId)} GROUP BY 1 ORDER BY 1`,
        );
  const today = dayOf(now);
  const runs = runsOf(days.map(({ day }) => day));
  const last = runs.at(-1);
  return {
    today,
    days,
    current: last && last.to >= dayAfter(today, -1) ? last : null,
    longest: runs.reduce<Run | null>((best, run) => (best && best.days >= run.days ? best : run), null),
  };
}

/** The runs among some days, which come in order. */
function runsOf(days: readonly string[]): Run[] {
  const runs: Run[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last?.to === dayAfter(day, -1)) runs.splice(-1, 1, { ...last, to: day, days: last.days + 1 });
    else runs.push({ from: day, to: day, days: 1 });
  }
  return runs;
}
