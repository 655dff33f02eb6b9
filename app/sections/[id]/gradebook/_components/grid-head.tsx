import type { CompactColumn } from "#lib/course/gradebook/compact.ts";
import { here } from "./here.ts";
import type { Place } from "./moves.ts";
import type { Lead } from "./order.ts";
import { headHeight, type Span } from "./window.ts";

interface GridHeadProps {
  lead: readonly Lead[];
  columns: readonly CompactColumn[];
  drawn: Span;
  order: { by: number; down: boolean };
  active: Place;
  sortBy(column: number): void;
}

/** What the columns hold; pressing one sorts by it. */
export function GridHead({ lead, columns, drawn, order, active, sortBy }: GridHeadProps) {
  const all = lead.length + columns.length;
  const shown = [0, ...Array.from({ length: drawn.to - drawn.from }, (_, i) => drawn.from + i)];
  return (
    <thead>
      <tr aria-rowindex={1} style={{ height: headHeight }}>
        {shown.map((at) => {
          const column = columns[at - lead.length];
          const isBy = order.by === at;
          const isHere = active.row === -1 && active.column === at;
          return [
            at === drawn.from && drawn.from > 1 && <td key="before" aria-hidden="true" colSpan={drawn.from - 1} />,
            <th
              key={at}
              id={`cell--1-${at}`}
              scope="col"
              aria-colindex={at + 1}
              aria-sort={isBy ? (order.down ? "descending" : "ascending") : undefined}
              className={`sticky top-0 border-b border-rule bg-paper align-bottom font-medium ${at === 0 ? "left-0 z-20" : "z-10"} ${isHere ? here : ""}`}
            >
              <button
                type="button"
                tabIndex={-1}
                onClick={() => sortBy(at)}
                title={column?.title}
                className={`min-h-11 w-full pr-3 pb-2 leading-tight hover:text-accent ${column || lead[at] === "Final" ? "text-right" : at === 0 ? "text-left" : "pl-3 text-left"}`}
              >
                <span className="line-clamp-2 break-words">{column?.title ?? lead[at]}</span>
                <span className="font-normal text-fine text-muted">
                  {column ? `of ${column.possible}` : lead[at] === "Final" ? "in %" : ""}
                  {isBy && <span aria-hidden="true">{order.down ? " ↓" : " ↑"}</span>}
                </span>
              </button>
            </th>,
          ];
        })}
        {drawn.to < all && <td aria-hidden="true" colSpan={all - drawn.to} />}
      </tr>
    </thead>
  );
}
