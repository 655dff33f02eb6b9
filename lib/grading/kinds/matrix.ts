/** Matrices: rows of entries, all of the same length. A bare list is a matrix with one row, a column has one entry a row. */
import type { SpecOf } from "#lib/exercise/kinds.ts";
import { plain } from "#lib/exercise/tex.ts";
import type { Matrix } from "#lib/math/matrix.ts";
import { allRight, sameAxes } from "../entries.ts";
import { matrixNearMiss } from "../near-miss.ts";
import type { Reading } from "../reading.ts";
import { most, readRows, texOf } from "./array.ts";
import type { Kind } from "./kind.ts";

export const matrix: Kind<"matrix"> = {
  read: readMatrix,
  print: (value) => `[${value.map((row) => `[${row.join(", ")}]`).join(", ")}]`,
  compare(submitted, reference, spec, window) {
    if (sameAxes(submitted, reference)) return { right: allRight(spec, submitted, reference, window) };
    const [m, n] = [submitted.length, submitted[0]?.length ?? 0];
    return { right: false, says: `You gave a $${m} \\times ${n}$ matrix; work out which shape it must have.` };
  },
  nearMiss: matrixNearMiss,
};

function readMatrix(raw: string, spec: SpecOf<"matrix">): Reading<Matrix> {
  const read = readRows(raw, spec, (rows) => `[${rows.map((row) => `[${row.join(", ")}]`).join(", ")}]`);
  if (read.outcome !== "rows") return read;
  const rows = read.transposed ? turn(read.rows) : read.rows;
  const width = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== width);
  const refuse = (message: string): Reading<Matrix> => ({
    outcome: "unreadable",
    message,
    at: [0, raw.length],
    suggestion: null,
  });
  if (ragged >= 0) {
    const count = rows[ragged]?.length ?? 0;
    return refuse(`Row 1 has ${entries(width)}, but row ${ragged + 1} has ${count}. All rows are equally long.`);
  }
  if (rows.length > most || width > most) return refuse(`A matrix has at most ${most} rows and ${most} columns.`);
  return {
    outcome: "read",
    value: rows.map((row) => row.map(({ value }) => value)),
    tex: texOf(rows.map((row) => row.map(({ tex }) => tex))),
    text: `[${rows.map((row) => `[${row.map(({ value }) => plain(value, 12)).join(", ")}]`).join(", ")}]`,
    written: rows.flatMap((row) => row.map(({ written }) => written)),
  };
}

const entries = (n: number) => (n === 1 ? "one entry" : `${n} entries`);

/** The transpose; rows that are not equally long are left for the reader to refuse. */
const turn = <T>(rows: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  rows.some((row) => row.length !== rows[0]?.length)
    ? rows
    : (rows[0]?.map((_, j) => rows.flatMap((row) => row.slice(j, j + 1))) ?? []);
