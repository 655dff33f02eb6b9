/** What the keys do in a cell: move, add and take away rows and columns, check. */
import { cellAt, type GridState, isEmptyColumn, isEmptyRow } from "./grid-state.ts";

export type Place = readonly [row: number, column: number];

export type Command =
  | { is: "move"; to: Place; caret: "start" | "end" | "all" }
  | { is: "resize"; rows: number; columns: number }
  | { is: "check" };

interface Key {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
}

interface Caret {
  value: string;
  selectionStart: number | null;
  selectionEnd: number | null;
}

/** The command that a key gives at a place of the grid; undefined where the key types as it always does. */
export function commandOf(key: Key, caret: Caret, place: Place, state: GridState): Command | undefined {
  if (key.isComposing) return undefined;
  const isControl = key.ctrlKey || key.metaKey;
  if (key.key === "Enter") return isControl ? { is: "check" } : along(place, state, key.shiftKey ? -1 : 1);
  if (isControl || key.shiftKey) return undefined;
  if (key.altKey) return resize(key.key);
  return key.key === "Backspace" ? takeAway(place, state) : move(key.key, caret, place, state);
}

/** The next or previous cell, row by row; the last one stays. */
function along([i, j]: Place, { rows, columns }: GridState, by: number): Command {
  const at = Math.min(Math.max(i * columns + j + by, 0), rows * columns - 1);
  return { is: "move", to: [Math.floor(at / columns), at % columns], caret: "all" };
}

function resize(key: string): Command | undefined {
  if (key === "ArrowDown") return { is: "resize", rows: 1, columns: 0 };
  if (key === "ArrowUp") return { is: "resize", rows: -1, columns: 0 };
  if (key === "ArrowRight") return { is: "resize", rows: 0, columns: 1 };
  if (key === "ArrowLeft") return { is: "resize", rows: 0, columns: -1 };
  return undefined;
}

/** Backspace in the last row or column takes it away where nothing is in it. */
function takeAway([i, j]: Place, state: GridState): Command | undefined {
  const { rows, columns } = state;
  if (cellAt(state, i, j) !== "") return undefined;
  if (rows > 1 && i === rows - 1 && isEmptyRow(state, i)) return { is: "resize", rows: -1, columns: 0 };
  if (columns > 1 && j === columns - 1 && isEmptyColumn(state, j)) return { is: "resize", rows: 0, columns: -1 };
  return undefined;
}

/** Up and down always leave the cell, left and right only from the end of its text. */
function move(key: string, caret: Caret, [i, j]: Place, { rows, columns }: GridState): Command | undefined {
  const { value, selectionStart: from, selectionEnd: to } = caret;
  if (key === "ArrowUp") return { is: "move", to: [Math.max(0, i - 1), j], caret: "all" };
  if (key === "ArrowDown") return { is: "move", to: [Math.min(rows - 1, i + 1), j], caret: "all" };
  if (key === "ArrowLeft" && j > 0 && from === 0 && to === 0) return { is: "move", to: [i, j - 1], caret: "end" };
  if (key === "ArrowRight" && j < columns - 1 && from === value.length && to === value.length)
    return { is: "move", to: [i, j + 1], caret: "start" };
  return undefined;
}
