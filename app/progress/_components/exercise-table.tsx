import Link from "next/link";
import type { Progress } from "#lib/course/progress.ts";

type LevelProgress = Progress["exercises"][number]["levels"][number];

/** Every exercise begun, with its three levels. */
export function ExerciseTable({ exercises }: Pick<Progress, "exercises">) {
  return (
    <section aria-labelledby="by-exercise">
      <h2 id="by-exercise" className="text-h2">
        By exercise
      </h2>
      <table className="mt-4 w-full font-sans text-note tabular-nums lining-nums">
        <thead>
          <tr className="border-b border-ink text-left align-bottom">
            <th scope="col" className="py-2 pr-4 font-medium">
              Exercise
            </th>
            {[1, 2, 3].map((level) => (
              <th key={level} scope="col" className="w-[17%] py-2 pr-2 font-medium last:pr-0">
                <span className="max-sm:sr-only">Level </span>
                {level}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {exercises.map(({ id, title, levels }) => (
            <tr key={id} className="border-b border-rule align-top">
              <th scope="row" className="py-3 pr-4 text-left font-serif text-body leading-snug font-normal">
                <Link href={`/practice/${id}`} className="hover:text-accent hover:underline">
                  {title}
                </Link>
              </th>
              {[1, 2, 3].map((level) => (
                <td key={level} className="py-3 pr-2 last:pr-0">
                  <Cell {...(levels.find((one) => one.level === level) ?? {})} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ variants, rightVariants, best }: Partial<LevelProgress>) {
  if (variants === undefined) return <span className="text-muted">–</span>;
  return (
    <>
      <span className={rightVariants ? "font-medium text-correct" : ""}>
        {rightVariants} of {variants}
      </span>
      <span className="block text-fine whitespace-nowrap text-muted">
        {best === null || best === undefined ? "no answer" : `best ${Math.round(100 * best)} %`}
      </span>
    </>
  );
}
