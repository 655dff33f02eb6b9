import { timeInWords } from "#app/sections/[id]/assignments/[assignment]/review/_components/in-words.ts";
import type { ItemAnalysis } from "#lib/course/analysis/read.ts";
import { flagsOf } from "./flags.ts";
import { decimal, decimals, percent, percents, whyNot } from "./in-words.ts";

/** A line for each item. */
export function ItemTable({ items }: { items: readonly ItemAnalysis[] }) {
  return (
    <section aria-label="Items, scrolls sideways where it is narrow" className="relative mt-4 overflow-x-auto">
      <table className="w-full min-w-[46rem] border-collapse text-left align-top font-sans text-note tabular-nums">
        <caption className="sr-only">The items with how hard they were and whom they tell apart</caption>
        <thead>
          <tr className="border-y border-rule align-bottom">
            {["Item", "Students", "Mean", "Right at first", "Discrimination", "Time", "Look at"].map((name) => (
              <th key={name} scope="col" className="py-2 pr-4 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, i) => {
            const { id, title, level, students, difficulty, discrimination, time, pooled } = item;
            return (
              <tr key={id} className="border-b border-rule align-top">
                <th scope="row" className="max-w-56 py-2.5 pr-4 font-normal break-words">
                  <a href={`#item-${i + 1}`} className="link">
                    {i + 1}. {title}
                  </a>
                  <span className="block text-fine text-muted">
                    level {level}
                    {pooled && ", of a pool"}
                  </span>
                </th>
                <td className="py-2.5 pr-4">{students}</td>
                <td className="py-2.5 pr-4">{difficulty.value ? percent(difficulty.value.mean) : "–"}</td>
                <td className="py-2.5 pr-4">
                  {difficulty.value?.right.share == null ? (
                    "–"
                  ) : (
                    <>
                      {percent(difficulty.value.right.share)}
                      <span className="block text-fine text-muted">{percents(difficulty.value.right.interval)}</span>
                    </>
                  )}
                </td>
                <td className="max-w-40 py-2.5 pr-4">
                  {discrimination.value ? (
                    <>
                      {decimal(discrimination.value.correlation)}
                      <span className="block text-fine text-muted">{decimals(discrimination.value.interval)}</span>
                    </>
                  ) : (
                    <span className="text-fine text-muted">{whyNot[discrimination.why]}</span>
                  )}
                </td>
                <td className="py-2.5 pr-4">{time.value ? timeInWords(Math.round(time.value.median)) : "–"}</td>
                <td className="max-w-48 py-2.5">{flagsOf(item).join("; ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
