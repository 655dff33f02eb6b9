import Link from "next/link";
import type { ReportLine } from "#lib/course/gradebook/report.ts";
import type { StudentReport } from "#lib/course/gradebook/student.ts";

interface ReportViewProps {
  report: StudentReport;
  /** Below it stand the assignments. */
  address: string;
  /** The place of the student, where their work may be looked at. */
  enrollment?: string;
}

/** A report: the grade first, then category by category how it comes about. */
export function ReportView({ report, address, enrollment }: ReportViewProps) {
  const { categories, percent, letter, says, begun } = report;
  const workOf = (assignment: string) =>
    enrollment !== undefined && begun.includes(assignment)
      ? `${address}/${assignment}/review/${enrollment}`
      : undefined;
  return (
    <div className="max-w-[46rem]">
      <section aria-labelledby="final">
        <h2 id="final" className="text-h2">
          {percent === null
            ? "No final grade yet"
            : `Final grade: ${[letter, `${percent} %`].filter(Boolean).join(", ")}`}
        </h2>
        <ul className="mt-2">
          {says.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      {categories.map(({ id, name, lines, percent: own, says: steps }) => (
        <section key={id} aria-labelledby={`category-${id}`} className="mt-10 break-inside-avoid">
          <h2 id={`category-${id}`} className="text-h3">
            {name}
            {own !== null && <span className="font-normal text-muted"> · {own} %</span>}
          </h2>
          {lines.length === 0 ? (
            <p className="mt-2 text-note text-muted">No assignment of this category is published yet.</p>
          ) : (
            <table className="mt-3 w-full border-collapse text-left font-sans text-note tabular-nums lining-nums">
              <caption className="sr-only">{name}</caption>
              <thead>
                <tr className="border-y border-rule">
                  <th scope="col" className="py-2 pr-4 font-medium">
                    Assignment
                  </th>
                  <th scope="col" className="py-2 text-right font-medium">
                    Points
                  </th>
                  <th scope="col" className="py-2 pl-4 text-right font-medium max-sm:hidden">
                    %
                  </th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <Line key={line.assignment} line={line} address={address} work={workOf(line.assignment)} />
                ))}
              </tbody>
            </table>
          )}
          <ul className="mt-3 text-note">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface LineProps {
  line: ReportLine;
  address: string;
  work: string | undefined;
}

function Line({ line, address, work }: LineProps) {
  const { assignment, title, standing, points, possible, percent, late, says } = line;
  return (
    <tr className="border-b border-rule align-top">
      <th scope="row" className="py-1 pr-4 font-normal break-words">
        <Link href={`${address}/${assignment}`} className="inline-block py-1.5 hover:text-accent hover:underline">
          {title}
        </Link>
        {work !== undefined && (
          <Link href={work} prefetch={false} className="link ml-4 inline-block py-1.5 print:hidden">
            Work<span className="sr-only"> at {title}</span>
          </Link>
        )}
        <span className={`block pb-1.5 text-fine ${standing === "missing" ? "text-wrong" : "text-muted"}`}>
          {says}
          {late && ", late"}
        </span>
      </th>
      <td className="py-2.5 text-right whitespace-nowrap">{points !== null && `${points} of ${possible}`}</td>
      <td className="py-2.5 pl-4 text-right max-sm:hidden">{percent}</td>
    </tr>
  );
}
