import { AsTable } from "#components/chart/as-table.tsx";
import { Histogram } from "#components/chart/histogram.tsx";
import type { Analysis } from "#lib/course/analysis/read.ts";
import { decimal, decimals, percent, whyNot } from "./in-words.ts";

/** The points of the whole, and how far they can be trusted. */
export function Whole({ analysis: { totals, reliability } }: { analysis: Analysis }) {
  return (
    <section aria-labelledby="whole" className="mt-8 gap-x-16 lg:grid lg:grid-cols-2">
      <div>
        <h2 id="whole" className="text-h2">
          The whole
        </h2>
        {totals.value ? (
          <>
            <p className="mt-2 max-w-measure">
              On average students have {percent(totals.value.mean)} of their points; half of them have{" "}
              {percent(totals.value.median)} or more, and the middle half {percent(totals.value.lower)} to{" "}
              {percent(totals.value.upper)}.
            </p>
            <div className="mt-4">
              <Histogram
                id="totals"
                title="Points of the whole"
                says={`Students by the share of the points they have: ${totals.value.bins
                  .filter(({ count }) => count > 0)
                  .map(({ from, to, count }) => `${count} from ${percent(from)} to ${percent(to)}`)
                  .join(", ")}.`}
                bins={totals.value.bins.map(({ from, to, count }) => ({ from: from * 100, to: to * 100, count }))}
              />
              <AsTable
                caption="Students by the share of the points they have"
                head={["Points", "Students"]}
                rows={totals.value.bins.map(
                  ({ from, to, count }) => [`${percent(from)} to ${percent(to)}`, count] as const,
                )}
              />
            </div>
          </>
        ) : (
          <p className="mt-2">{whyNot[totals.why]}</p>
        )}
      </div>
      <div className="max-lg:mt-8">
        <h3 className="text-h3">Reliability</h3>
        {reliability.value ? (
          <>
            <p className="mt-2 text-h2 tabular-nums">α = {decimal(reliability.value.alpha)}</p>
            <p className="mt-1 max-w-measure text-note">
              With 95 % confidence {decimals(reliability.value.interval)}; of the {reliability.value.items} items that
              everybody gets, and the {reliability.value.students} students who tried all of them
              {reliability.value.leftOut > 0 && ` (${reliability.value.leftOut} did not, and are left out)`}.
            </p>
          </>
        ) : (
          <p className="mt-2 max-w-measure text-note">
            Cronbach’s α: {whyNot[reliability.why]}. It rests on students who tried every item that all get.
          </p>
        )}
      </div>
    </section>
  );
}
