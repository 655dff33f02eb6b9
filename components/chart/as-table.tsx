interface AsTableProps {
  caption: string;
  head: readonly string[];
  /** The first cell of each names its row. */
  rows: readonly (readonly [string, ...(string | number)[]])[];
}

/** The numbers of a chart as a table, for whoever would rather read them. */
export function AsTable({ caption, head, rows }: AsTableProps) {
  return (
    <details className="mt-3 font-sans text-note">
      <summary className="inline-block py-2 font-medium text-accent">As a table</summary>
      <div data-scrolls="" className="max-w-full overflow-x-auto py-1">
        <table className="tabular-nums lining-nums [&_:is(td,th)]:py-1.5 [&_:is(td,th)]:pr-5 [&_:is(td,th)]:text-left [&_tr]:border-b [&_tr]:border-rule [&_:is(td,th)]:align-top [&_th]:font-medium">
          <caption className="sr-only">{caption}</caption>
          <thead>
            <tr>
              {head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([name, ...cells]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {cells.map((cell, i) => (
                  <td key={head[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
