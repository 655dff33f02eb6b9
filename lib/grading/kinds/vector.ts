/**
 * Vectors: entries in a row or a column. The kind does not tell the two apart, so `[[1, 2]]` and `[[1], [2]]` are
 * read as the vector of their entries; a single number is a vector with one entry.
 */
import type { SpecOf } from "#lib/exercise/kinds.ts";
import { plain } from "#lib/exercise/tex.ts";
import type { Vector } from "#lib/math/vector.ts";
import { allRight, sameAxes } from "../entries.ts";
import { numericNearMiss } from "../near-miss.ts";
import type { Reading } from "../reading.ts";
import { type Rows, readRows, texOf } from "./array.ts";
import type { Kind } from "./kind.ts";
import type { Entry } from "./literal.ts";

export const vector: Kind<"vector"> = {
  read: readVector,
  print: (value) => `[${value.join(", ")}]`,
  compare(submitted, reference, spec, window) {
    if (sameAxes(submitted, reference)) return { right: allRight(spec, submitted, reference, window) };
    return { right: false, says: `You gave ${entries(submitted.length)}; count how many there must be.` };
  },
  nearMiss: (submitted, reference, spec, around) => numericNearMiss(spec, submitted, reference, around),
};

const entries = (n: number) => (n === 1 ? "one entry" : `${n} entries`);

function readVector(raw: string, spec: SpecOf<"vector">): Reading<Vector> {
  const read = readRows(raw, spec, (rows) => `[${rows.flat().join(", ")}]`);
  if (read.outcome !== "rows") return read;
  const flat = flatten(read);
  if (!flat) {
    const [m, n] = [read.rows.length, read.rows[0]?.length ?? 0];
    const message = `A vector is asked for; this has ${m} rows of ${entries(n)}.`;
    return { outcome: "unreadable", message, at: [0, raw.length], suggestion: null };
  }
  return {
    outcome: "read",
    value: flat.map(({ value }) => value),
    tex: texOf(flat.map(({ tex }) => [tex])),
    text: `[${flat.map(({ value }) => plain(value, 12)).join(", ")}]`,
    written: flat.map(({ written }) => written),
  };
}

/** The entries of one row or one column; numpy breaks a long vector into lines within its brackets. */
function flatten({ rows, by, enclosed }: Rows): readonly Entry[] | undefined {
  const [first, ...others] = rows;
  const isColumn = rows.every((row) => row.length === 1);
  if (others.length === 0) return first;
  return isColumn || (by === "lines" && enclosed) ? rows.flat() : undefined;
}
