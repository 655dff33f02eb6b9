/** Where a key leads in a grid; row −1 is the head. */
export interface Place {
  row: number;
  column: number;
}

const page = 10;

/** Null for keys that lead nowhere. */
export function moved(
  { key, ctrlKey, metaKey }: { key: string; ctrlKey: boolean; metaKey: boolean },
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | null {
  const far = ctrlKey || metaKey;
  const to = (next: number, across: number): Place => ({
    row: Math.min(rows - 1, Math.max(-1, next)),
    column: Math.min(columns - 1, Math.max(0, across)),
  });
  switch (key) {
    case "ArrowUp":
      return to(far ? -1 : row - 1, column);
    case "ArrowDown":
      return to(far ? rows - 1 : row + 1, column);
    case "ArrowLeft":
      return to(row, far ? 0 : column - 1);
    case "ArrowRight":
      return to(row, far ? columns - 1 : column + 1);
    case "Home":
      return to(far ? 0 : row, 0);
    case "End":
      return to(far ? rows - 1 : row, columns - 1);
    case "PageUp":
      return to(row - page, column);
    case "PageDown":
      return to(row + page, column);
    default:
      return null;
  }
}
