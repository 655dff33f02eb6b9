/** Matrices: rows of entries, all of the same length. A bare list is a matrix with one row, a column has one entry a row. */
import { type FormulaMatrix, isMatrix, type SpecOf } from "#lib/exercise/kinds.ts";
import type { Expr } from "#lib/expression/expr.ts";
import type { Matrix } from "#lib/math/matrix.ts";
import { formulaNearMiss } from "../formula-near-miss.ts";
import { matrixNearMiss, transposed } from "../near-miss.ts";
import type { Reading } from "../reading.ts";
import { type Entries, entriesInWords, formulasOf, most, numbersOf, type ReadEntry, readRows, texOf } from "./array.ts";
import { compareEntries, printed, shown } from "./entrywise.ts";
import type { Kind } from "./kind.ts";

export const matrix: Kind<"matrix"> = {
  read: readMatrix,
  print: (value) => rowsOf(value.map((row) => row.map(printed))),
  compare(submitted, reference, spec, window) {
    const [m, n] = [submitted.length, submitted[0]?.length ?? 0];
    const wrongShape = `You gave a $${m} \\times ${n}$ matrix; work out which shape it must have.`;
    return compareEntries(submitted, reference, spec, window, wrongShape);
  },
  nearMiss(submitted, reference, spec, around) {
    if (isMatrix(submitted) && isMatrix(reference)) return matrixNearMiss(submitted, reference, spec, around);
    return formulaNearMiss(spec, submitted, reference);
  },
};

const rowsOf = (rows: readonly (readonly string[])[]): string =>
  `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]`;

function readMatrix(raw: string, spec: SpecOf<"matrix">): Reading<Matrix | FormulaMatrix> {
  return "equivalent" in spec.rule
    ? readEntries(raw, formulasOf(spec.rule.equivalent.variables, spec))
    : readEntries(raw, numbersOf(spec));
}

function readEntries<V extends number | Expr>(
  raw: string,
  of: Entries<ReadEntry<V>>,
): Reading<readonly (readonly V[])[]> {
  const read = readRows(raw, of, rowsOf);
  if (read.outcome !== "rows") return read;
  const rows = read.transposed ? turn(read.rows) : read.rows;
  const width = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== width);
  const refuse = (message: string): Reading<readonly (readonly V[])[]> => ({
    outcome: "unreadable",
    message,
    at: [0, raw.length],
    suggestion: null,
  });
  if (ragged >= 0) {
    const count = rows[ragged]?.length ?? 0;
    const message = `Row 1 has ${entriesInWords(width)}, but row ${ragged + 1} has ${count}. All rows are equally long.`;
    return refuse(message);
  }
  if (rows.length > most || width > most) return refuse(`A matrix has at most ${most} rows and ${most} columns.`);
  return {
    outcome: "read",
    value: rows.map((row) => row.map(({ value }) => value)),
    tex: texOf(rows.map((row) => row.map(({ tex }) => tex))),
    text: rowsOf(rows.map((row) => row.map(({ value }) => shown(value)))),
    written: rows.flatMap((row) => row.map(({ written }) => written)),
  };
}

/** The transpose; rows that are not equally long are left for the reader to refuse. */
const turn = <T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  rows.some((row) => row.length !== rows[0]?.length) ? rows : transposed(rows, rows[0]?.length ?? 0);
