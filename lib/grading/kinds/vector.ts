/**
 * Vectors: entries in a row or a column. The kind does not tell the two apart, so `[[1, 2]]` and `[[1], [2]]` are
 * read as the vector of their entries; a single number is a vector with one entry. Between bare entries, space tells
 * them apart: `x -y` is two entries, like `1 -2`, and `x - y` is one.
 */
import { type Formulas, isVector, type SpecOf } from "#lib/exercise/kinds.ts";
import type { Expr } from "#lib/expression/expr.ts";
import type { Vector } from "#lib/math/vector.ts";
import { formulaNearMiss } from "../formula-near-miss.ts";
import { numericNearMiss } from "../near-miss.ts";
import type { Reading } from "../reading.ts";
import {
  type Entries,
  entriesInWords,
  formulasOf,
  numbersOf,
  type ReadEntry,
  type Rows,
  readRows,
  texOf,
} from "./array.ts";
import { compareEntries, printed, shown } from "./entrywise.ts";
import type { Kind } from "./kind.ts";

export const vector: Kind<"vector"> = {
  read: readVector,
  print: (value) => `[${value.map(printed).join(", ")}]`,
  compare(submitted, reference, spec, window) {
    const wrongShape = `You gave ${entriesInWords(submitted.length)}; count how many there must be.`;
    return compareEntries(submitted, reference, spec, window, wrongShape);
  },
  nearMiss(submitted, reference, spec, around) {
    if (isVector(submitted) && isVector(reference)) return numericNearMiss(spec, submitted, reference, around);
    return formulaNearMiss(spec, submitted, reference);
  },
};

function readVector(raw: string, spec: SpecOf<"vector">): Reading<Vector | Formulas> {
  return "equivalent" in spec.rule
    ? readEntries(raw, formulasOf(spec.rule.equivalent.variables, spec))
    : readEntries(raw, numbersOf(spec));
}

function readEntries<V extends number | Expr>(raw: string, entries: Entries<ReadEntry<V>>): Reading<readonly V[]> {
  const read = readRows(raw, entries, (rows) => `[${rows.flat().join(", ")}]`);
  if (read.outcome !== "rows") return read;
  const flat = flatten(read);
  if (!flat) {
    const [m, n] = [read.rows.length, read.rows[0]?.length ?? 0];
    const message = `A vector is asked for; this has ${m} rows of ${entriesInWords(n)}.`;
    return { outcome: "unreadable", message, at: [0, raw.length], suggestion: null };
  }
  return {
    outcome: "read",
    value: flat.map(({ value }) => value),
    tex: texOf(flat.map(({ tex }) => [tex])),
    text: `[${flat.map(({ value }) => shown(value)).join(", ")}]`,
    written: flat.map(({ written }) => written),
  };
}

/** The entries of one row or one column; numpy breaks a long vector into lines within its brackets. */
function flatten<E>({ rows, by, enclosed }: Rows<E>): readonly E[] | undefined {
  const [first, ...others] = rows;
  const isColumn = rows.every((row) => row.length === 1);
  if (others.length === 0) return first;
  return isColumn || (by === "lines" && enclosed) ? rows.flat() : undefined;
}
