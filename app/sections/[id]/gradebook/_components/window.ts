/** Which rows and columns of a large table are drawn: those in sight, and some around them. */

export const rowHeight = 48;
export const headHeight = 72;
/** Of the name, of the other columns before the assignments, and of an assignment. */
export const nameWidth = 176;
export const cellWidth = 112;

export interface Span {
  from: number;
  to: number;
}

export interface Sight {
  rows: Span;
  columns: Span;
}

/** Smaller tables are drawn whole: they can be read without a script, and printed. */
const whole = { rows: 60, columns: 24 } as const;
const around = { rows: 8, columns: 3 } as const;

export const atFirst: Sight = { rows: { from: 0, to: 30 }, columns: { from: 0, to: 16 } };

/** What is in sight of an element that scrolls. */
export function sightOf({ scrollTop, scrollLeft, clientHeight, clientWidth }: HTMLElement): Sight {
  const [top, left] = [Math.floor(scrollTop / rowHeight), Math.floor(scrollLeft / cellWidth)];
  return {
    rows: span(top, Math.ceil(clientHeight / rowHeight), around.rows),
    columns: span(left, Math.ceil(clientWidth / cellWidth), around.columns),
  };
}

/** Moves in steps, so that scrolling by a row does not draw the table again. */
function span(at: number, length: number, more: number): Span {
  const from = Math.floor(at / more) * more;
  return { from: from - more, to: from + length + 2 * more };
}

export const drawnRows = ({ rows }: Sight, count: number): Span => clipped(rows, count, whole.rows);
export const drawnColumns = ({ columns }: Sight, count: number): Span => clipped(columns, count, whole.columns);

const clipped = ({ from, to }: Span, count: number, all: number): Span =>
  count <= all ? { from: 0, to: count } : { from: Math.min(Math.max(0, from), count), to: Math.min(count, to) };

/** Scrolls until a cell can be seen beside the name and below the head; row −1 is the head, column 0 the name. */
export function reveal(element: HTMLElement, row: number, column: number): void {
  const top = row * rowHeight;
  const room = element.clientHeight - headHeight - rowHeight;
  if (row >= 0 && top < element.scrollTop) element.scrollTop = top;
  if (row >= 0 && top > element.scrollTop + room - rowHeight) element.scrollTop = top - room + rowHeight;
  if (column === 0) return;
  const left = (column - 1) * cellWidth;
  const wide = element.clientWidth - nameWidth;
  if (left < element.scrollLeft) element.scrollLeft = left;
  if (left + cellWidth > element.scrollLeft + wide) element.scrollLeft = left + cellWidth - wide;
}
