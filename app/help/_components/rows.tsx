import type { ReactNode } from "react";

interface RowsProps {
  caption: string;
  heads: readonly string[];
  /** Each with a key of its own; the first cell names the row. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}

/** A small table of a guide. */
export function Rows({ caption, heads, rows }: RowsProps) {
  return (
    <table className="my-4 w-full font-sans text-note tabular-nums lining-nums">
      <caption className="pb-2 text-left text-muted">{caption}</caption>
      <thead>
        <tr className="border-b border-ink text-left align-bottom">
          {heads.map((head) => (
            <th key={head} scope="col" className="py-2 pr-4 font-medium last:pr-0">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [first, ...rest] }) => (
          <tr key={key} className="border-b border-rule align-baseline">
            <th scope="row" className="py-2 pr-4 text-left font-normal">
              {first}
            </th>
            {rest.map((cell, i) => (
              <td key={heads[i + 1]} className="py-2 pr-4 last:pr-0">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
