import { AsTable } from "#components/chart/as-table.tsx";
import { DotLegend, DotPlot } from "#components/chart/dot-plot.tsx";
import type { Accuracy as Counts, TopicAccuracy } from "#lib/course/progress-accuracy.ts";
import { latelyDays } from "#lib/course/progress-accuracy.ts";
import { duration, shareOf } from "./words.ts";

const lately = `last ${latelyDays} days`;

/** First tries that were right, and the time a variant takes, by topic. */
export function Accuracy({ topics }: { topics: readonly TopicAccuracy[] }) {
  const timed = topics.filter(({ ever }) => ever.seconds !== null);
  return (
    <section aria-labelledby="accuracy">
      <h2 id="accuracy" className="text-h2">
        Accuracy and time
      </h2>
      <p className="mt-1 mb-3 max-w-measure text-note text-muted">
        How many variants were right at the first try, and the median of the time that one took.
      </p>
      <DotLegend lately={lately} />
      <div className="mt-5 grid gap-x-14 gap-y-8 lg:grid-cols-2 [&>*]:min-w-0">
        <div>
          <h3 className="eyebrow mb-2">Right at the first try</h3>
          <DotPlot
            id="first-tries"
            title="Right at the first try, by topic"
            says={topics.map(({ name, ever }) => `${name}: ${shareOf(ever.right, ever.tries)}.`).join(" ")}
            most={1}
            print={(share) => `${Math.round(100 * share)} %`}
            rows={topics.map(({ name, ever, lately }) => ({ name, ever: share(ever), lately: share(lately) }))}
          />
        </div>
        {timed.length > 0 && (
          <div>
            <h3 className="eyebrow mb-2">Median time for a variant, in minutes</h3>
            <DotPlot
              id="times"
              title="Median time for a variant, by topic"
              says={timed.map(({ name, ever }) => `${name}: ${duration(ever.seconds ?? 0)}.`).join(" ")}
              print={(minutes) => String(minutes)}
              rows={timed.map(({ name, ever, lately }) => ({ name, ever: minutes(ever), lately: minutes(lately) }))}
            />
          </div>
        )}
      </div>
      <AsTable
        caption="First tries and time by topic"
        head={["Topic", "Right, all time", `Right, ${lately}`, "Time, all time", `Time, ${lately}`]}
        rows={topics.map(({ name, ever, lately }) => [
          name,
          shareOf(ever.right, ever.tries),
          shareOf(lately.right, lately.tries),
          time(ever),
          time(lately),
        ])}
      />
    </section>
  );
}

const share = ({ right, tries }: Counts): number | null => (tries === 0 ? null : right / tries);
const minutes = ({ seconds }: Counts): number | null => (seconds === null ? null : seconds / 60);
const time = ({ seconds }: Counts): string => (seconds === null ? "–" : duration(seconds));
