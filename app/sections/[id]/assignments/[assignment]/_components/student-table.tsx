import Link from "next/link";
import type { StudentLine } from "#lib/course/assignment/read.ts";

const shown = (value: number): string => String(Math.round(value * 100) / 100);

/** How far each student is, and what they have. Below `review` stands the work of each. */
export function StudentTable({ students, review }: { students: readonly StudentLine[]; review: string }) {
  const begun = students.filter(({ state }) => state !== "not begun").length;
  const finished = students.filter(({ state }) => state === "handed in").length;
  return (
    <section aria-labelledby="students">
      <h2 id="students" className="text-h2">
        Students
      </h2>
      <p className="mt-1 font-sans text-note text-muted">
        {students.length === 0
          ? "There are none in this section yet."
          : `${begun} of ${students.length} have begun, ${finished} are done.`}
      </p>
      {students.length > 0 && (
        <section aria-label="Students, scrolls sideways where it is narrow" className="relative mt-4 overflow-x-auto">
          <table className="w-full min-w-[30rem] border-collapse text-left font-sans text-note tabular-nums">
            <caption className="sr-only">Every student with how far they are and their points</caption>
            <thead>
              <tr className="border-y border-rule">
                {["Name", "Points", "State", "Answered"].map((name) => (
                  <th key={name} scope="col" className="py-2 pr-4 font-medium">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {students.map(({ enrollmentId, name, state, answered, items, points, possible, late }) => (
                <tr key={enrollmentId} className="border-b border-rule">
                  <th scope="row" className="max-w-64 py-2.5 pr-4 font-normal break-words">
                    {state === "not begun" ? (
                      name
                    ) : (
                      <Link href={`${review}/${enrollmentId}`} prefetch={false} className="link inline-block py-1">
                        {name}
                      </Link>
                    )}
                  </th>
                  <td className="py-2.5 pr-4 whitespace-nowrap">
                    {points !== null && possible !== null && `${shown(points)} of ${shown(possible)}`}
                  </td>
                  <td className={`py-2.5 pr-4 ${state === "not begun" ? "text-muted" : ""}`}>
                    {state}
                    {late && <span className="text-hold">, late</span>}
                  </td>
                  <td className="py-2.5 pr-4">{items === 0 ? "" : `${answered} of ${items}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  );
}
