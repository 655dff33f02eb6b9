import Link from "next/link";
import { memo } from "react";
import type { CompactStudent } from "#lib/course/gradebook/compact.ts";
import { cellOf } from "./cell.ts";
import { here } from "./here.ts";
import type { Lead } from "./order.ts";
import { rowHeight, type Span } from "./window.ts";

interface GridRowProps {
  at: number;
  student: CompactStudent;
  lead: readonly Lead[];
  all: number;
  drawn: Span;
  /** The column that keys act on; −1 where that is in another row. */
  active: number;
  address: string;
  hasLetters: boolean;
}

/** One student. Drawn again only when something of it changes: there may be many. */
export const GridRow = memo(
  function GridRow({ at, student, lead, all, drawn, active, address, hasLetters }: GridRowProps) {
    const shown = Array.from({ length: drawn.to - drawn.from }, (_, i) => drawn.from + i);
    const inSight = (column: number) => (column === active ? here : "");
    return (
      <tr aria-rowindex={at + 2} style={{ height: rowHeight }}>
        <th
          id={`cell-${at}-0`}
          scope="row"
          aria-colindex={1}
          className={`sticky left-0 z-10 truncate border-b border-rule bg-paper pr-3 font-normal ${inSight(0)}`}
        >
          <Link
            href={`${address}/${student.id}`}
            prefetch={false}
            tabIndex={-1}
            title={student.name}
            className="inline-flex min-h-11 items-center hover:text-accent hover:underline"
          >
            {student.name}
          </Link>
        </th>
        {drawn.from > 1 && <td aria-hidden="true" colSpan={drawn.from - 1} className="border-b border-rule" />}
        {shown.map((column) => {
          const { value, notes } = contentOf(student, lead, column, hasLetters);
          return (
            <td
              key={column}
              id={`cell-${at}-${column}`}
              aria-colindex={column + 1}
              title={notes.join(", ") || undefined}
              className={`truncate border-b border-rule pr-3 leading-tight ${lead[column] === "Group" || lead[column] === "Number" ? "pl-3" : "text-right"} ${inSight(column)}`}
            >
              <span className={lead[column] === "Final" ? "font-medium" : ""}>{value}</span>
              {notes.length > 0 && (
                <span className={`block truncate text-fine ${notes[0] === "missing" ? "text-wrong" : "text-muted"}`}>
                  {notes.join(", ")}
                </span>
              )}
            </td>
          );
        })}
        {drawn.to < all && <td aria-hidden="true" colSpan={all - drawn.to} className="border-b border-rule" />}
      </tr>
    );
  },
  (one, other) =>
    one.at === other.at &&
    one.student === other.student &&
    one.active === other.active &&
    one.drawn.from === other.drawn.from &&
    one.drawn.to === other.drawn.to,
);

function contentOf(
  student: CompactStudent,
  lead: readonly Lead[],
  column: number,
  hasLetters: boolean,
): { value: string; notes: string[] } {
  const of = lead[column];
  if (of === undefined) return cellOf(student, column - lead.length);
  if (of !== "Final") return { value: (of === "Group" ? student.group : student.number) ?? "", notes: [] };
  const { percent, letter } = student;
  return { value: percent === null ? "–" : String(percent), notes: hasLetters && letter !== null ? [letter] : [] };
}
