import type { CompactColumn } from "#lib/course/gradebook/compact.ts";
import type { Span } from "./window.ts";

interface GridFootProps {
  /** How many columns stand before the assignments. */
  before: number;
  columns: readonly CompactColumn[];
  drawn: Span;
  rows: number;
}

/** The middle of each column. */
export function GridFoot({ before, columns, drawn, rows }: GridFootProps) {
  const all = before + columns.length;
  const shown = Array.from({ length: drawn.to - drawn.from }, (_, i) => drawn.from + i);
  const edge = "sticky bottom-0 h-12 border-t border-rule bg-paper pr-3 leading-tight";
  return (
    <tfoot>
      <tr aria-rowindex={rows + 2}>
        <th scope="row" aria-colindex={1} className={`${edge} left-0 z-20 text-fine font-medium`}>
          Mean of what is in
          <span className="block font-normal text-muted">and median</span>
        </th>
        {drawn.from > 1 && <td aria-hidden="true" colSpan={drawn.from - 1} className={edge} />}
        {shown.map((at) => {
          const column = columns[at - before];
          return (
            <td key={at} aria-colindex={at + 1} className={`${edge} text-right`}>
              {column?.mean}
              <span className="block text-fine text-muted">{column?.median}</span>
            </td>
          );
        })}
        {drawn.to < all && <td aria-hidden="true" colSpan={all - drawn.to} className={edge} />}
      </tr>
    </tfoot>
  );
}
