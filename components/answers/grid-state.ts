/** The cells of a grid and how many of them show. What a smaller grid hides comes back when it grows again. */
import type { Cells } from "./cells.ts";

export interface GridState {
  rows: number;
  columns: number;
  /** At least the cells that show; absent ones are empty. */
  kept: Cells;
}

export const gridFrom = (cells: Cells): GridState => ({
  rows: cells.length,
  columns: cells[0]?.length ?? 1,
  kept: cells,
});

export const cellAt = ({ kept }: GridState, i: number, j: number): string => kept[i]?.[j] ?? "";

/** The cells that show. */
export const shownCells = (state: GridState): Cells =>
  span(state.rows).map((i) => span(state.columns).map((j) => cellAt(state, i, j)));

const span = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

export function withCell(state: GridState, i: number, j: number, text: string): GridState {
  return withBlock(state, i, j, [[text]]);
}

/** The grid with a block of cells put in at row i, column j; it grows as the block needs. */
export function withBlock(state: GridState, i: number, j: number, block: Cells): GridState {
  const rows = Math.max(state.rows, i + block.length);
  const columns = Math.max(state.columns, j + Math.max(...block.map((row) => row.length)));
  const height = Math.max(rows, state.kept.length);
  const width = Math.max(columns, ...state.kept.map((row) => row.length));
  const kept = span(height).map((r) => span(width).map((c) => block[r - i]?.[c - j] ?? cellAt(state, r, c)));
  return { rows, columns, kept };
}

/** The grid with another number of rows and columns, at least one of each. */
export const resized = (state: GridState, rows: number, columns: number): GridState => ({
  ...state,
  rows: Math.max(1, rows),
  columns: Math.max(1, columns),
});

export const isEmptyRow = (state: GridState, i: number): boolean =>
  span(state.columns).every((j) => cellAt(state, i, j).trim() === "");

export const isEmptyColumn = (state: GridState, j: number): boolean =>
  span(state.rows).every((i) => cellAt(state, i, j).trim() === "");
