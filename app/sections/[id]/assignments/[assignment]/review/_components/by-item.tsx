import Link from "next/link";
import { missing } from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import type { Actor } from "#lib/course/actor.ts";
import { type ItemMark, type Order, readItemMarks } from "#lib/course/review/marks.ts";
import { percent, timeInWords } from "./in-words.ts";
import { ItemChoice } from "./item-choice.tsx";
import { onPage, PageLinks } from "./page-links.tsx";

interface ByItemProps {
  actor: Actor;
  assignment: string;
  here: string;
  item: string | undefined;
  order: Order;
  page: number;
}

const columns: readonly { order: Order; name: string }[] = [
  { order: "name", name: "Name" },
  { order: "score", name: "Score" },
  { order: "tries", name: "Tries" },
  { order: "seconds", name: "Time" },
];

/** How everybody did at one item. */
export async function ByItem({ actor, assignment, here, item: wanted, order, page }: ByItemProps) {
  const found = await readItemMarks(actor, assignment, { item: wanted, order }).catch(missing);
  if (!found) return <p>There is no exercise in it yet.</p>;
  const { items, item, marks } = found;
  const pages = Math.max(1, Math.ceil(marks.length / onPage));
  const at = Math.min(page, pages);
  return (
    <>
      <ItemChoice items={items} item={item} here={here} by="item" />
      {marks.length === 0 ? (
        <p className="mt-6 max-w-measure">Nobody has got this item yet.</p>
      ) : (
        <section aria-label="Marks, scrolls sideways where it is narrow" className="relative mt-6 overflow-x-auto">
          <table className="w-full min-w-[30rem] border-collapse text-left font-sans text-note tabular-nums">
            <caption className="sr-only">What everybody has of this item</caption>
            <thead>
              <tr className="border-y border-rule">
                {columns.map((column) => (
                  <th
                    key={column.order}
                    scope="col"
                    aria-sort={
                      column.order === order
                        ? order === "name" || order === "score"
                          ? "ascending"
                          : "descending"
                        : undefined
                    }
                    className="pr-4 font-medium"
                  >
                    <Link
                      href={`${here}?by=item&item=${item.id}&order=${column.order}`}
                      className={`inline-block py-2 ${column.order === order ? "" : "text-accent underline underline-offset-4"}`}
                    >
                      {column.name}
                    </Link>
                  </th>
                ))}
                <th scope="col" className="py-2 font-medium">
                  Noted
                </th>
              </tr>
            </thead>
            <tbody>
              {marks.slice((at - 1) * onPage, at * onPage).map((mark) => (
                <tr key={mark.attempt} className="border-b border-rule">
                  <th scope="row" className="max-w-64 pr-4 font-normal break-words">
                    <Link
                      href={`${here}/${mark.attempt}#item-${mark.position}`}
                      prefetch={false}
                      className="link inline-block py-2.5"
                    >
                      {mark.student}
                    </Link>
                  </th>
                  <td className="py-2.5 pr-4">{mark.score === null ? "no answer" : percent(mark.score)}</td>
                  <td className="py-2.5 pr-4">{mark.tries}</td>
                  <td className="py-2.5 pr-4">{mark.seconds === null ? "–" : timeInWords(mark.seconds)}</td>
                  <td className="py-2.5">{notesOf(mark)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <PageLinks at={at} pages={pages} hrefOf={(n) => `${here}?by=item&item=${item.id}&order=${order}&page=${n}`} />
    </>
  );
}

const notesOf = ({ lateDays, overridden, excluded }: ItemMark): string =>
  [lateDays > 0 ? "late" : "", overridden ? "set by hand" : "", excluded ? "does not count" : ""]
    .filter(Boolean)
    .join(", ");
