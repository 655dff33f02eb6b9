import Link from "next/link";
import type { ReactNode } from "react";
import { AsTable } from "#components/chart/as-table.tsx";
import { WeekGrid } from "#components/chart/week-grid.tsx";
import type { Calendar, Run } from "#lib/course/progress-calendar.ts";
import { weeksOf } from "./weeks.ts";
import { counted, fullDay, shortDay } from "./words.ts";

interface PracticeCalendarProps {
  calendar: Calendar;
  /** Variants a day; 0 is no goal. */
  goal: number;
  /** Whether a time zone was chosen. */
  zoned: boolean;
}

const weeks = 26;

/** The days of the last half year with what was done on each. */
export function PracticeCalendar({ calendar, goal, zoned }: PracticeCalendarProps) {
  const { current, longest, today, days } = calendar;
  const shown = weeksOf(calendar, goal, weeks);
  const done = shown.flat().filter((day) => day !== null && day.count > 0);
  const met = done.filter((day) => day?.met).length;
  const ofToday = days.find(({ day }) => day === today)?.variants ?? 0;
  const practised = `In the last ${weeks} weeks there was practice on ${counted(done.length, "day")}`;
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar" className="text-h2">
        Days of practice
      </h2>
      <p className="mt-1 max-w-measure text-note text-muted">
        {practised}
        {goal > 0 ? `, and on ${met} of them the daily goal was met` : ""}. The fuller the square, the more variants.
      </p>
      <dl className="mt-4 mb-5 flex flex-wrap gap-x-12 gap-y-3 font-sans text-note">
        <Fact name="Days in a row now">{inWords(current)}</Fact>
        <Fact name="Most days in a row">{inWords(longest)}</Fact>
        <Fact name="Today">
          {goal > 0 ? `${ofToday} of ${counted(goal, "variant")}` : counted(ofToday, "variant")}
          {goal > 0 && ofToday >= goal && <span className="text-correct">, goal met</span>}
        </Fact>
      </dl>
      <WeekGrid
        id="days"
        title={`Practice in the last ${weeks} weeks`}
        says={`${practised}${goal > 0 ? `; the goal was met on ${met}` : ""}.`}
        weeks={shown}
      />
      <p className="mt-2 font-sans text-fine text-muted">
        {goal > 0 && `A ring marks a day with at least ${counted(goal, "variant")}. `}
        {!zoned && "Days are counted in UTC. "}
        The daily goal and the time zone are chosen in the{" "}
        <Link href="/settings" className="link">
          settings
        </Link>
        .
      </p>
      <AsTable
        caption={`Variants answered on each day of the last ${weeks} weeks${goal > 0 ? "; a tick marks the goal" : ""}`}
        head={["Week of", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]}
        rows={shown
          .toReversed()
          .map((week) => [
            shortDay(Date.parse(week[0]?.day ?? today), "UTC"),
            ...week.map((day) => (day === null ? "" : day.met ? `${day.count} ✓` : day.count)),
          ])}
      />
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{name}</dt>
      <dd className="lining-nums tabular-nums">{children}</dd>
    </div>
  );
}

function inWords(run: Run | null): string {
  if (!run) return "–";
  return run.days === 1 ? `1 day, ${fullDay(run.to)}` : `${run.days} days, from ${fullDay(run.from)}`;
}
