/**
 * The cells of a grid as the one text that a form submits: `[1, 2; 3, 4]`. Whatever stands in the cells, the text reads
 * back as exactly them, or is refused: an empty cell is written □, and one that would be taken for several is quoted.
 */
import { charsOf } from "#lib/expression/typography.ts";

export type Cells = readonly (readonly string[])[];

/** Stands for a cell with nothing in it, so that no reader takes the row for a shorter one. */
export const emptyCell = "□";

export interface Written {
  text: string;
  /** Where each cell stands in the text, row by row. */
  places: readonly (readonly (readonly [from: number, to: number])[])[];
}

/** Writes cells as text, with the place of each; nothing where all of them are empty. */
export function writeCells(cells: Cells): Written {
  const isBlank = cells.every((row) => row.every((cell) => cell.trim() === ""));
  if (isBlank) return { text: "", places: [] };
  // In a row without commas space keeps entries apart, so `2 x` alone in its row needs one behind it.
  const end = cells.some((row) => row.length === 1 && isSpaced(row[0] ?? "")) ? "," : "";
  let text = "[";
  const places = cells.map((row, i) => {
    if (i > 0) text += "; ";
    const inRow = row.map((cell, j): readonly [number, number] => {
      if (j > 0) text += ", ";
      const from = text.length;
      text += writeCell(cell.trim());
      return [from, text.length];
    });
    text += end;
    return inRow;
  });
  return { text: `${text}]`, places };
}

function writeCell(cell: string): string {
  if (cell === "") return emptyCell;
  return isOne(cell) ? cell : `"${cell.replaceAll('"', '""')}"`;
}

const isSpaced = (cell: string) => /[\s\\]/.test(cell.trim()) || plainOf(cell.trim()).includes(" ");
const plainOf = (cell: string) => charsOf(cell).map(({ c }) => c);
const opening = new Set("([{");
const closing = new Set(")]}");
const separators = new Set(",;&\n");

/** Whether a cell stays one cell within a row: nothing in it separates, or opens a row of its own. */
function isOne(cell: string): boolean {
  const chars = plainOf(cell);
  let depth = 0;
  for (const [i, c] of chars.entries()) {
    if (c === '"' || c === emptyCell) return false;
    if (chars[i - 1] === "\\") continue;
    if (opening.has(c)) depth++;
    if (closing.has(c) && --depth < 0) return false;
    if (depth === 0 && separators.has(c)) return false;
  }
  const looksLikeRow = chars[0] === "[" || (opening.has(chars[0] ?? "") && chars.includes(","));
  return depth === 0 && !looksLikeRow && chars.at(-1) !== "\\";
}

/** The cells of a text that `writeCells` wrote; undefined for any other. */
export function writtenCells(text: string): string[][] | undefined {
  if (!text.startsWith("[") || !text.endsWith("]")) return undefined;
  const cells = splitCells(text.slice(1, -1));
  return writeCells(cells).text === text ? cells : undefined;
}

function splitCells(inner: string): string[][] {
  const rows: string[][] = [[]];
  let depth = 0;
  let isQuoted = false;
  let cell = "";
  const endCell = () => {
    rows.at(-1)?.push(readCell(cell.trim()));
    cell = "";
  };
  const chars = [...inner];
  for (const [i, c] of chars.entries()) {
    const isEscaped = chars[i - 1] === "\\";
    if (c === '"') isQuoted = !isQuoted;
    if (!isQuoted && !isEscaped && opening.has(c)) depth++;
    if (!isQuoted && !isEscaped && closing.has(c)) depth--;
    const isBetween = !isQuoted && !isEscaped && depth === 0 && (c === "," || c === ";");
    if (!isBetween) cell += c;
    // The comma behind a lone `2 x` has already ended its cell.
    else if (c === "," || cell.trim() !== "") endCell();
    if (isBetween && c === ";") rows.push([]);
  }
  if (cell.trim() !== "") endCell();
  return rows;
}

function readCell(cell: string): string {
  if (cell === emptyCell) return "";
  return /^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell;
}

/** The place of the first quoted cell, and what stands in it. */
export function quotedCell(text: string): { cell: string; at: readonly [number, number] } | undefined {
  const cells = text.includes('"') ? writtenCells(text) : undefined;
  if (!cells) return undefined;
  const { places } = writeCells(cells);
  for (const [i, row] of cells.entries())
    for (const [j, cell] of row.entries()) {
      const at = places[i]?.[j];
      if (at && text[at[0]] === '"') return { cell, at };
    }
  return undefined;
}
