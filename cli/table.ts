/** Rows as a plain text table; numbers stand right, text left. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, k) => Math.max(...cells.map((row) => row[k]?.length ?? 0)));
  const isNumeric = head.map((_, k) => rows.length > 0 && rows.every((row) => typeof row[k] === "number"));
  const line = (row: readonly string[]) =>
    row
      .map((cell, k) => (isNumeric[k] ? cell.padStart(widths[k] ?? 0) : cell.padEnd(widths[k] ?? 0)))
      .join("  ")
      .trimEnd();
  return [line(head), widths.map((width) => "─".repeat(width)).join("  "), ...cells.slice(1).map(line)].join("\n");
}
