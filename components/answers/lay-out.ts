/** Lays a typed or pasted text out in cells, by the reader that will judge it: lists, spreadsheets, numpy, TeX. */
import type { SpecOf } from "#lib/exercise/kinds.ts";
import { tokensOf } from "#lib/expression/lexer.ts";
import { canonicalName } from "#lib/expression/names.ts";
import { guarded } from "#lib/expression/parse.ts";
import { most } from "#lib/grading/kinds/array.ts";
import { type Grid, gridOf } from "#lib/grading/kinds/grid.ts";
import { bodyFrom } from "#lib/grading/kinds/left-side.ts";
import { unwrap } from "#lib/grading/kinds/wrapping.ts";
import { type Cells, writtenCells } from "./cells.ts";
import { declaredIn } from "./typing.ts";

export type ArraySpec = SpecOf<"vector" | "matrix">;

/** A vector has as many entries as a matrix, in one column. */
export const mostRows = (spec: ArraySpec): number => (spec.kind === "vector" ? most * most : most);
export const mostColumns = (spec: ArraySpec): number => (spec.kind === "vector" ? 1 : most);

const limits = { length: 8000, tokens: 2000 };

/**
 * The cells of a text, in rows of one length; those of a vector in one column. A blank text is one empty cell. Undefined
 * where the text cannot be split, or is no such array.
 */
export function layOut(raw: string, spec: ArraySpec): Cells | undefined {
  const text = raw.trim();
  if (text === "") return [[""]];
  const written = writtenCells(text);
  const split = written ? { rows: written, isOneList: false } : splitByReader(text, spec);
  if (!split) return undefined;
  const { rows, isOneList } = split;
  const width = rows[0]?.length ?? 0;
  if (width === 0 || (!isOneList && rows.some((row) => row.length !== width))) return undefined;
  if (spec.kind === "matrix") return fits(rows, spec) ? rows : undefined;
  if (rows.length > 1 && width > 1 && !isOneList) return undefined;
  const column = rows.flat().map((cell) => [cell]);
  return fits(column, spec) ? column : undefined;
}

const fits = (cells: Cells, spec: ArraySpec): boolean =>
  cells.length <= mostRows(spec) && cells.every((row) => row.length <= mostColumns(spec));

interface Split {
  rows: string[][];
  /** numpy breaks a long vector into lines within its brackets. */
  isOneList: boolean;
}

function splitByReader(raw: string, spec: ArraySpec): Split | undefined {
  const letters = declaredIn(spec);
  const declared = new Set(letters.map(canonicalName));
  const { from, to, transposed } = unwrap(raw, letters.length > 0 ? bodyFrom(raw) : 0);
  const grid = guarded(() => ({
    outcome: "split" as const,
    ...gridOf(tokensOf(raw, { declared, lines: true, limits, from, to })),
  }));
  if (grid.outcome !== "split") return undefined;
  const rows = sourceOf(grid.rows, raw);
  const isOneList = spec.kind === "vector" && grid.by === "lines" && grid.enclosed;
  return { rows: transposed && spec.kind === "matrix" ? turn(rows) : rows, isOneList };
}

/** Each cell as it was typed. */
const sourceOf = (rows: Grid["rows"], raw: string): string[][] =>
  rows.map((row) => row.map((cell) => raw.slice(cell[0]?.at[0] ?? 0, cell.at(-1)?.at[1] ?? 0).trim()));

const turn = (rows: readonly (readonly string[])[]): string[][] =>
  rows[0]?.map((_, j) => rows.flatMap((row) => row.slice(j, j + 1))) ?? [];

/** Whether pasted text holds several cells, and is not just one entry such as `0,5` or `1 - 2`. */
export const isTable = (cells: Cells, text: string): boolean =>
  (cells.length > 1 || (cells[0]?.length ?? 0) > 1) && !/^\s*[-−+]?\d+,\d+\s*$/.test(text);
