import { timeInWords } from "#app/sections/[id]/assignments/[assignment]/review/_components/in-words.ts";
import { AsTable } from "#components/chart/as-table.tsx";
import { Histogram } from "#components/chart/histogram.tsx";
import { Sentence } from "#components/math/sentence.tsx";
import type { ItemAnalysis } from "#lib/course/analysis/read.ts";
import { FairnessView } from "./fairness-view.tsx";
import { decimal, percent, percents, whyNot } from "./in-words.ts";

/** Everything about one item. */
export function ItemDetail({ item, number }: { item: ItemAnalysis; number: number }) {
  const { title, level, scores, time, tries, difficulty, alphaWithout, shared } = item;
  return (
    <section aria-labelledby={`item-${number}`} className="mt-12 border-t border-rule pt-8">
      <h2 id={`item-${number}`} className="scroll-mt-6 text-h2">
        {number}. {title} <span className="font-sans text-note font-normal text-muted">level {level}</span>
      </h2>
      <p className="mt-1 max-w-measure text-note text-muted">
        {shared ? "One variant, the same for all." : "Each student has a variant of their own."}
        {difficulty.value && difficulty.value.untried > 0 && ` ${difficulty.value.untried} made no counted try.`}
        {alphaWithout !== null && ` Without it the whole would have α = ${decimal(alphaWithout)}.`}
      </p>
      <div className="mt-4 grid gap-x-16 gap-y-8 lg:grid-cols-2">
        <div>
          <h3 className="text-h3">Scores of first tries</h3>
          {scores.value ? (
            <>
              <Histogram
                id={`scores-${number}`}
                title={`Scores of first tries at item ${number}`}
                says={`Mean ${percent(scores.value.mean)}, of ${scores.value.students} students.`}
                bins={scores.value.bins.map(({ from, to, count }) => ({ from: from * 100, to: to * 100, count }))}
              />
              <AsTable
                caption={`Scores of first tries at item ${number}`}
                head={["Score", "Students"]}
                rows={scores.value.bins.map(
                  ({ from, to, count }) => [`${percent(from)} to ${percent(to)}`, count] as const,
                )}
              />
            </>
          ) : (
            <p className="mt-1 text-note">{whyNot[scores.why]}</p>
          )}
        </div>
        <div className="space-y-8">
          <div>
            <h3 className="text-h3">Tries and time</h3>
            {tries.value ? <TriesTable tries={tries.value} number={number} /> : <p>{whyNot[tries.why]}</p>}
            <p className="mt-3 max-w-measure text-note">
              {time.value
                ? `Half of the students looked at it for ${timeInWords(Math.round(time.value.median))} or less, the middle half for ${timeInWords(Math.round(time.value.lower))} to ${timeInWords(Math.round(time.value.upper))}.`
                : `Time: ${whyNot[time.why]}.`}
            </p>
          </div>
          <FairnessView fairness={item.fairness} />
        </div>
      </div>
      <MistakeList item={item} number={number} />
    </section>
  );
}

function TriesTable({ tries, number }: { tries: NonNullable<ItemAnalysis["tries"]["value"]>; number: number }) {
  const { rows, neverRight } = tries;
  return (
    <div data-scrolls="" className="relative max-w-full overflow-x-auto">
      <table className="mt-2 font-sans text-note tabular-nums [&_:is(td,th)]:py-1.5 [&_:is(td,th)]:pr-5 [&_:is(td,th)]:text-left [&_th]:font-medium [&_tr]:border-b [&_tr]:border-rule">
        <caption className="sr-only">Tries at item {number}</caption>
        <thead>
          <tr>
            {["Try", "It was the last of", "Right at it", "Right by then"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ number: at, used, right, rightBy }) => (
            <tr key={at}>
              <th scope="row">{at}</th>
              <td>{used}</td>
              <td>
                {right.count} of {right.of}
              </td>
              <td>{percent(rightBy.share ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 font-sans text-fine text-muted">
        {neverRight.count} of {neverRight.of} never had it fully right.
      </p>
    </div>
  );
}

function MistakeList({ item: { mistakes, says }, number }: { item: ItemAnalysis; number: number }) {
  const { rows, unnamed } = mistakes;
  if (unnamed.of === 0) return null;
  return (
    <div className="mt-8 max-w-[46rem]">
      <h3 className="text-h3">Mistakes at the first try</h3>
      <div data-scrolls="" className="relative max-w-full overflow-x-auto">
        <table className="mt-2 w-full text-note [&_:is(td,th)]:py-2 [&_:is(td,th)]:pr-5 [&_:is(td,th)]:text-left [&_:is(td,th)]:align-top [&_th]:font-medium [&_tr]:border-b [&_tr]:border-rule">
          <caption className="sr-only">Mistakes at the first try at item {number}</caption>
          <thead className="font-sans">
            <tr>
              <th scope="col">Mistake</th>
              <th scope="col">Students</th>
              <th scope="col" className="max-sm:hidden">
                Of those who were not right
              </th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {rows.map(({ id, first }) => (
              <tr key={id}>
                <td className="max-w-measure">
                  <Sentence>{says[id] ?? id}</Sentence>
                </td>
                <td>{first.count}</td>
                <td className="max-sm:hidden">
                  {percent(first.share ?? 0)} <span className="text-muted">({percents(first.interval)})</span>
                </td>
              </tr>
            ))}
            <tr>
              <td>No mistake with a name</td>
              <td>{unnamed.count}</td>
              <td className="max-sm:hidden">{percent(unnamed.share ?? 0)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </div>
  );
}
