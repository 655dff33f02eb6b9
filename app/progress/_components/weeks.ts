import type { GridDay } from "#components/chart/week-grid.tsx";
import { dayAfter } from "#lib/course/local-day.ts";
import type { Calendar } from "#lib/course/progress-calendar.ts";

/** The latest weeks of a calendar from Monday to Sunday, the last with today in it; null for days still to come. */
export function weeksOf({ today, days }: Calendar, goal: number, weeks: number): (GridDay | null)[][] {
  const done = new Map(days.map(({ day, variants }) => [day, variants]));
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const first = dayAfter(today, -sinceMonday - 7 * (weeks - 1));
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const day = dayAfter(first, 7 * week + weekday);
      const count = done.get(day) ?? 0;
      return day > today ? null : { day, count, met: goal > 0 && count >= goal };
    }),
  );
}
