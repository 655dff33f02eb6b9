import Link from "next/link";
import { button } from "#components/ui/button.ts";
import type { Actor } from "#lib/course/actor.ts";
import { readWorkList, type StudentWork } from "#lib/course/review/students.ts";
import { shown } from "./in-words.ts";
import { type Kept, kept, keptNames } from "./kept.ts";
import { onPage, PageLinks } from "./page-links.tsx";

interface ByStudentProps {
  actor: Actor;
  assignment: string;
  here: string;
  q: string;
  show: Kept;
  page: number;
}

/** Who has begun, with a way to the work of each. What waits for a person stands first. */
export async function ByStudent({ actor, assignment, here, q, show, page }: ByStudentProps) {
  const all = await readWorkList(actor, assignment);
  if (all.length === 0)
    return <p className="max-w-measure">Nobody has begun it yet. As soon as somebody does, their work stands here.</p>;
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all
    .filter(kept[show].has)
    .filter(({ student, group }) => words.every((word) => `${student} ${group ?? ""}`.toLowerCase().includes(word)))
    .toSorted((a, b) => Number(b.undecided > 0) - Number(a.undecided > 0));
  const pages = Math.max(1, Math.ceil(found.length / onPage));
  const at = Math.min(page, pages);
  const waiting = all.filter(({ undecided }) => undecided > 0).length;
  const hrefOf = (n: number) =>
    `${here}?${new URLSearchParams({ by: "student", show, q, page: String(n) }).toString()}`;
  return (
    <>
      {waiting > 0 && (
        <p className="mb-6 max-w-measure border-l-2 border-hold pl-4">
          {waiting === 1 ? "An answer of one student waits" : `Answers of ${waiting} students wait`} for a person: they
          could not be judged for certain, and stand first.
        </p>
      )}
      {all.length > 1 && (
        <form action={here} className="mb-4 flex flex-wrap items-end gap-3 font-sans">
          <input type="hidden" name="by" value="student" />
          <label className="block">
            <span className="text-control font-medium">Name or group</span>
            <input
              type="search"
              name="q"
              defaultValue={q}
              className="mt-1.5 block h-11 w-64 max-w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
            />
          </label>
          <label className="block">
            <span className="text-control font-medium">Show</span>
            <select
              // Another filter is another default.
              key={show}
              name="show"
              defaultValue={show}
              className="mt-1.5 block h-11 max-w-full rounded border border-edge bg-raised px-3 text-[1rem] text-ink"
            >
              {keptNames.map((name) => (
                <option key={name} value={name}>
                  {kept[name].words}
                </option>
              ))}
            </select>
          </label>
          <button type="submit" className={button.secondary}>
            Find
          </button>
        </form>
      )}
      <section aria-label="Students, scrolls sideways where it is narrow" className="relative overflow-x-auto">
        <table className="w-full min-w-[32rem] border-collapse text-left font-sans text-note tabular-nums">
          <caption className="sr-only">Every student who has begun, with a way to their work</caption>
          <thead>
            <tr className="border-y border-rule">
              {["Name", "Points", "State", "Answered", "Noted"].map((name) => (
                <th key={name} scope="col" className="py-2 pr-4 font-medium">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.slice((at - 1) * onPage, at * onPage).map((row) => (
              <tr key={row.attempt} className="border-b border-rule">
                <th scope="row" className="max-w-64 pr-4 font-normal break-words">
                  <Link href={`${here}/${row.attempt}`} prefetch={false} className="link inline-block py-2.5">
                    {row.student}
                  </Link>
                </th>
                <td className="py-2.5 pr-4 whitespace-nowrap">
                  {shown(row.points)} of {shown(row.possible)}
                </td>
                <td className="py-2.5 pr-4">{row.finished ? "handed in" : "under way"}</td>
                <td className="py-2.5 pr-4">
                  {row.answered} of {row.items}
                </td>
                <td className="py-2.5 pr-4">{notesOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {found.length === 0 && <p className="mt-4">Nobody who has begun is like that.</p>}
      <PageLinks at={at} pages={pages} hrefOf={hrefOf} />
    </>
  );
}

function notesOf({ late, overridden, undecided, said }: StudentWork): string {
  return [
    undecided > 0 ? `${undecided} to decide` : "",
    late ? "late" : "",
    overridden ? "set by hand" : "",
    said > 0 ? "commented" : "",
  ]
    .filter(Boolean)
    .join(", ");
}
