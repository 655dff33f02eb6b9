import Link from "next/link";
import { StartDrill } from "#app/_components/start-drill.tsx";
import { LocalTime } from "#components/ui/local-time.tsx";
import type { DrillSummary } from "#lib/course/drill-summary.ts";
import { durationInWords } from "./duration.ts";
import { Moved } from "./moved.tsx";
import { SummaryItems } from "./summary-items.tsx";

/** What came of a drill. */
export function Summary({ drill }: { drill: DrillSummary }) {
  const { focus, startedAt, items, worked, right, skipped, best, seconds, moved, due } = drill;
  const figures = [
    [`${right} of ${worked}`, "right at the first try"],
    ...(best > 1 ? [[`${best}`, "in a row at best"] as const] : []),
    ...(seconds > 0 ? [[durationInWords(seconds), "at work"] as const] : []),
  ] as const;
  return (
    <article>
      <header>
        <p className="eyebrow">
          <LocalTime iso={startedAt} />
        </p>
        <h1 className="mt-2 text-h1">{focus.length > 0 ? `Drill: ${focus.join(", ")}` : "How the drill went"}</h1>
      </header>
      {worked === 0 ? (
        <p className="mt-6 max-w-measure">Nothing was answered in it, so nothing has changed.</p>
      ) : (
        <dl className="mt-6 flex flex-wrap gap-x-14 gap-y-6 border-y border-rule py-6">
          {figures.map(([figure, what]) => (
            <div key={what} className="flex flex-col-reverse">
              <dt className="font-sans text-note text-muted">{what}</dt>
              <dd className="text-[2.5rem] leading-none font-light tabular-nums lining-nums">{figure}</dd>
            </div>
          ))}
        </dl>
      )}
      {skipped > 0 && (
        <p className="mt-4 font-sans text-note text-muted">
          {skipped === 1 ? "One more was" : `${skipped} more were`} passed by, and counted for nothing.
        </p>
      )}
      <section aria-labelledby="next" className="screen-only mt-8 max-w-measure">
        <h2 id="next" className="text-h2">
          What comes next
        </h2>
        <p className="mt-2">{dueInWords(due)}</p>
        <div className="mt-5 flex flex-wrap items-center gap-x-7 gap-y-3">
          <StartDrill look="primary">Practise on</StartDrill>
          <Link href="/drill" className="link py-2 font-sans text-control">
            All drills
          </Link>
        </div>
      </section>
      {moved.length > 0 && <Moved skills={moved} />}
      {items.length > 0 && <SummaryItems items={items} />}
    </article>
  );
}

function dueInWords({ now, week }: DrillSummary["due"]): string {
  const reviews = (n: number) => `${n} ${n === 1 ? "review" : "reviews"}`;
  if (now > 0 && week > 0) return `${reviews(now)} due today, and ${week} more within a week.`;
  if (now > 0) return `${reviews(now)} due today.`;
  if (week > 0) return `No review is due today; ${week === 1 ? "one comes" : `${week} come`} within a week.`;
  return "No review is due within a week.";
}
