/** Where the nodes of a computation graph stand, in units of the drawing. */
import type { FigureOf } from "./figure-of.ts";
import type { Place } from "./place.ts";

export const radius = 21;

/** A vector beside a node is broken into lines of about so many characters. */
const lineLength = 17;
const [character, line] = [7.2, 15];

export interface Layout {
  width: number;
  height: number;
  /** The widest that a value beside a node may be. */
  room: number;
  places: ReadonlyMap<string, Place>;
}

/** Columns and rows stand as far apart as the longest value beside a node needs; close together where there is none. */
export function layout(nodes: readonly Omit<FigureOf<"graph">["nodes"][number], "label">[]): Layout {
  const longest = Math.max(...nodes.map(({ value = "", gradient = "" }) => Math.max(value.length, gradient.length)));
  const lines = Math.ceil(longest / lineLength);
  const column = longest === 0 ? 66 : Math.max(92, character * Math.min(longest, lineLength) + 12);
  const row = longest === 0 ? 66 : 64 + 2 * line * lines;
  const rows = nodes.map((node) => node.row);
  const least = Math.min(...rows);
  return {
    width: (Math.max(...nodes.map((node) => node.column)) + 1) * column,
    height: (Math.max(...rows) - least + 1) * row,
    room: column - 4,
    places: new Map(
      nodes.map((node) => [node.id, { x: (node.column + 0.5) * column, y: (node.row - least + 0.5) * row }]),
    ),
  };
}
