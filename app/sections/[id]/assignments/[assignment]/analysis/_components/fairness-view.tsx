import { AsTable } from "#components/chart/as-table.tsx";
import type { Fairness } from "#lib/course/analysis/fairness.ts";
import type { Statistic } from "#lib/course/analysis/statistic.ts";
import { percent, percents, whyNot } from "./in-words.ts";

const points = (share: number): string => `${share < 0 ? "−" : "+"}${Math.abs(Math.round(share * 100))}`;

/** Whether some variants are harder than others. */
export function FairnessView({ fairness: { value, why } }: { fairness: Statistic<Fairness> }) {
  return (
    <div>
      <h3 className="text-h3">Effort against outcome</h3>
      {value ? (
        <>
          <p className="mt-1 max-w-measure text-note">
            {verdictOf(value)} Right at first, the quarter that takes most work against the one that takes least:{" "}
            {points(value.difference)} percentage points (90 % interval {points(value.interval.low)} to{" "}
            {points(value.interval.high)}).
          </p>
          <AsTable
            caption="Success by how much work the variant is"
            head={["Quarter by effort", "Students", "Right at first", "95 % interval"]}
            rows={value.quartiles.map(
              ({ quartile, right }) =>
                [
                  ["least", "second", "third", "most"][quartile] ?? "",
                  right.of,
                  right.share === null ? "–" : percent(right.share),
                  percents(right.interval),
                ] as const,
            )}
          />
        </>
      ) : (
        <p className="mt-1 max-w-measure text-note">Not told: {whyNot[why]}.</p>
      )}
    </div>
  );
}

function verdictOf({ verdict, needed }: Fairness): string {
  if (verdict === "equivalent") return "The variants are equally hard.";
  if (verdict === "different") return "Some variants are harder than others.";
  return `Not enough data to tell whether some variants are harder${needed === null ? "" : `: about ${needed} students would settle it`}.`;
}
