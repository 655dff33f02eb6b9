import { AsTable } from "#components/chart/as-table.tsx";
import { IntervalPlot } from "#components/chart/interval-plot.tsx";
import type { ItemAnalysis } from "#lib/course/analysis/read.ts";
import { decimal, decimals, percent, percents, whyNot } from "./in-words.ts";

/** How easy the items are, and whom they tell apart, beside one another. */
export function ItemPlots({ items }: { items: readonly ItemAnalysis[] }) {
  const named = items.map((item, i) => ({ ...item, name: `${i + 1}. ${item.title}` }));
  return (
    <div className="mt-8 grid gap-x-16 gap-y-8 lg:grid-cols-2">
      <div>
        <h3 className="text-h3">Right at first</h3>
        <IntervalPlot
          id="right"
          title="Right at first"
          says="The share of students whose first try was fully right, item by item, with its interval at 95 %."
          from={0}
          to={1}
          ticks={[0, 0.25, 0.5, 0.75, 1]}
          print={percent}
          rows={named.map(({ name, difficulty }) => {
            const right = difficulty.value?.right;
            return { name, value: right?.share == null ? null : { at: right.share, ...right.interval } };
          })}
        />
        <AsTable
          caption="Students whose first try was fully right"
          head={["Item", "Right", "Of", "Share", "95 % interval"]}
          rows={named.map(({ name, difficulty }) => {
            const right = difficulty.value?.right;
            if (right?.share == null) return [name, 0, 0, "–", "–"] as const;
            return [name, right.count, right.of, percent(right.share), percents(right.interval)] as const;
          })}
        />
      </div>
      <div>
        <h3 className="text-h3">Discrimination</h3>
        <IntervalPlot
          id="discrimination"
          title="Discrimination"
          says="How each item goes with the sum of the others, from −1 to 1, with its interval at 95 %."
          from={-1}
          to={1}
          ticks={[-1, -0.5, 0, 0.5, 1]}
          print={decimal}
          rows={named.map(({ name, discrimination: { value } }) => ({
            name,
            value: value && { at: value.correlation, ...value.interval },
          }))}
        />
        <AsTable
          caption="How each item goes with the sum of the others"
          head={["Item", "Correlation", "95 % interval"]}
          rows={named.map(({ name, discrimination: { value, why } }) =>
            value
              ? ([name, decimal(value.correlation), decimals(value.interval)] as const)
              : ([name, "–", whyNot[why]] as const),
          )}
        />
      </div>
    </div>
  );
}
