import { AsTable } from "#components/chart/as-table.tsx";
import { DayBars } from "#components/chart/day-bars.tsx";
import type { DueDay } from "#lib/course/progress-reviews.ts";
import { counted, namedDay } from "./words.ts";

/** When skills come due for review over the next days. */
export function Reviews({ days }: { days: readonly DueDay[] }) {
  const due = days.reduce((sum, { count }) => sum + count, 0);
  const today = days[0]?.count ?? 0;
  const summary = `${counted(today, "skill")} today, and ${due - today} in the ${days.length - 1} days after`;
  return (
    <section aria-labelledby="reviews">
      <h2 id="reviews" className="text-h2">
        Reviews ahead
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-note text-muted">
        What was learned is asked again just before it would fade: {summary}. A drill takes what is due first.
      </p>
      <DayBars id="due" title="Skills due for review" says={`${summary}.`} days={days} />
      <AsTable
        caption="Skills due for review on each of the next days"
        head={["Day", "Skills due"]}
        rows={days.map(({ day, count }) => [namedDay(day), count])}
      />
    </section>
  );
}
