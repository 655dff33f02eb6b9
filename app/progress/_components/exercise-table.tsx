import type { ExerciseProgress, LevelProgress, Progress } from "#lib/course/progress.ts";
import { counted } from "./words.ts";

/** Every exercise begun with its three levels, folded up by topic. */
export function ExerciseTable({ topics }: Pick<Progress, "topics">) {
  return (
    <section aria-labelledby="by-exercise">
      <h2 id="by-exercise" className="text-h2">
        By exercise
      </h2>
      <div className="mt-4 border-t border-rule">
        {topics.map(({ id, name, exercises }) => (
          <details key={id} className="border-b border-rule">
            <summary className="py-3">
              <span className="font-semibold">{name}</span>
              <span className="ml-4 font-sans text-fine text-muted">
                {counted(exercises.length, "exercise")} begun, {counted(rightVariants(exercises), "variant")} right
              </span>
            </summary>
            <Table name={name} exercises={exercises} />
          </details>
        ))}
      </div>
    </section>
  );
}

const rightVariants = (exercises: readonly ExerciseProgress[]): number =>
  exercises.flatMap(({ levels }) => levels).reduce((sum, level) => sum + level.rightVariants, 0);

function Table({ name, exercises }: { name: string; exercises: readonly ExerciseProgress[] }) {
  return (
    <table className={look}>
      <caption className="sr-only">{name}: variants right of those drawn, by level</caption>
      <thead>
        <tr>
          <th scope="col">Exercise</th>
          {[1, 2, 3].map((level) => (
            <th key={level} scope="col" className="w-[17%]">
              <span className="max-sm:sr-only">Level </span>
              {level}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {exercises.map(({ id, title, levels }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/practice/${id}`}>{title}</a>
            </th>
            {[1, 2, 3].map((level) => (
              <Cell key={level} {...(levels.find((one) => one.level === level) ?? {})} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ variants, rightVariants, best }: Partial<LevelProgress>) {
  if (variants === undefined) return <td>–</td>;
  return (
    <td>
      {rightVariants ? <b>{`${rightVariants} of ${variants}`}</b> : `0 of ${variants}`}
      {!rightVariants && best !== undefined && <small>{bestSoFar(best)}</small>}
    </td>
  );
}

const bestSoFar = (best: number | null): string => (best === null ? "no answer" : `best ${Math.round(100 * best)} %`);

/** Said once for the table, so that a page of many rows stays light. */
const look = [
  "mb-4 w-full font-sans text-note tabular-nums lining-nums [&_tr]:border-b [&_tr]:border-rule [&_tr]:align-top",
  "[&_:is(td,th)]:py-2.5 [&_:is(td,th)]:pr-2 [&_th]:text-left [&_th]:font-medium",
  "[&_a]:font-serif [&_a]:text-body [&_a]:leading-snug [&_a]:font-normal [&_a:hover]:text-accent [&_a:hover]:underline",
  "[&_b]:font-medium [&_b]:text-correct [&_small]:block [&_small]:text-fine [&_small]:whitespace-nowrap [&_small]:text-muted",
].join(" ");
