/** Rows of entries out of raw text, for vectors, matrices and sets: numbers, or formulas in some letters. */
import type { KindSpec } from "#lib/exercise/kinds.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { toTex } from "#lib/expression/latex.ts";
import { tokensOf } from "#lib/expression/lexer.ts";
import { canonicalName } from "#lib/expression/names.ts";
import { guarded, parseTokens } from "#lib/expression/parse.ts";
import { refuse } from "#lib/expression/problem.ts";
import { toText } from "#lib/expression/text.ts";
import type { Limits } from "#lib/expression/token.ts";
import type { NotRead, Written } from "../reading.ts";
import { twoReadings } from "./formula.ts";
import { type Cell, type Grid, gridOf } from "./grid.ts";
import { bodyFrom } from "./left-side.ts";
import { entryOf, refuseFamilies } from "./literal.ts";
import { unwrap } from "./wrapping.ts";

/** Each entry keeps to the limits of a number; a matrix has at most 20 × 20 of them. */
export const most = 20;
const arrayLimits: Limits = { length: 8000, tokens: 2000 };

export interface Rows<E> {
  outcome: "rows";
  rows: readonly (readonly E[])[];
  by: Grid["by"];
  enclosed: boolean;
  transposed: boolean;
}

/** How the entries of an array are read: what they may be made of, and what each becomes. */
export interface Entries<E> {
  /** The letters that they may have; none where they are numbers. */
  letters: readonly string[];
  /** May refuse an entry at its place. */
  entryOf(expr: Expr, at: readonly [number, number]): E;
}

/** One entry that was read, a number or a formula. */
export interface ReadEntry<V> {
  value: V;
  tex: string;
  written: Written;
}

type Restrictions = Extract<KindSpec, { kind: "vector" | "matrix" | "set" }>;

/** Entries that are numbers. */
export const numbersOf = ({ form, without }: Restrictions): Entries<ReadEntry<number>> => ({
  letters: [],
  entryOf: (expr, at) => entryOf(expr, { form, without }, at),
});

/** Entries that are formulas in the letters of the step. */
export const formulasOf = (letters: readonly string[], { without }: Restrictions): Entries<ReadEntry<Expr>> => ({
  letters,
  entryOf(expr, at) {
    refuseFamilies(expr, without, at);
    return { value: expr, tex: toTex(expr), written: "formula" };
  },
});

/**
 * Reads rows of entries. Never throws. `print` writes rows of text as one answer, to offer both of two readings.
 * Formulas may have a name and an equals sign in front: ∇f = [2x, 8y].
 */
export function readRows<E>(
  raw: string,
  entries: Entries<E>,
  print: (rows: readonly (readonly string[])[]) => string,
): Rows<E> | NotRead {
  const result = guarded(() => rowsOf(raw, entries, print));
  return result.outcome === "unreadable" && "problem" in result ? { outcome: "unreadable", ...result.problem } : result;
}

function rowsOf<E>(
  raw: string,
  { letters, entryOf: make }: Entries<E>,
  print: (rows: readonly (readonly string[])[]) => string,
): Rows<E> | NotRead {
  if (raw.length > arrayLimits.length)
    refuse(`This is longer than ${arrayLimits.length} characters.`, [arrayLimits.length, raw.length]);
  const body = letters.length > 0 ? bodyFrom(raw) : 0;
  const { from, to, transposed } = unwrap(raw, body);
  const declared = new Set(letters.map(canonicalName));
  const tokens = tokensOf(raw, { declared, letters, lines: true, limits: arrayLimits, from, to });
  if (!tokens.some(({ kind }) => kind !== "symbol")) refuse("There are no entries here.", [0, raw.length]);
  const { rows, by, enclosed } = gridOf(tokens);
  refuseTooMany(rows);

  const parsed = rows.map((row) => row.map((cell) => parseTokens(cell, raw, endOf(cell, to))));
  const twofold = parsed.flat().find((cell) => cell.outcome === "ambiguous");
  if (twofold?.outcome === "ambiguous") {
    const reading = (which: 0 | 1) =>
      parsed.map((row) => row.map((cell) => (cell.outcome === "parsed" ? cell.expr : cell.readings[which])));
    return {
      outcome: "ambiguous",
      message: twoReadings,
      at: twofold.at,
      readings: ([0, 1] as const).map((which) => ({
        typed: print(reading(which).map((row) => row.map(toText))),
        tex: texOf(reading(which).map((row) => row.map((expr: Expr) => toTex(expr)))),
      })),
    };
  }
  const read = parsed.map((row, i) =>
    row.map((cell, j) => {
      const tokensHere = rows[i]?.[j] ?? [];
      if (cell.outcome === "ambiguous") throw new RangeError("an ambiguous cell is answered above");
      return make(cell.expr, [tokensHere[0]?.at[0] ?? 0, endOf(tokensHere, to)]);
    }),
  );
  return { outcome: "rows", rows: read, by, enclosed, transposed };
}

const endOf = (cell: Cell, end: number): number => cell.at(-1)?.at[1] ?? end;

function refuseTooMany(rows: readonly (readonly Cell[])[]): void {
  const cells = rows.reduce((sum, row) => sum + row.length, 0);
  const beyond = rows.flat()[most * most];
  if (cells > most * most) refuse(`There are more than ${most * most} entries here.`, beyond?.[0]?.at ?? [0, 1]);
}

/** Rows of TeX as a matrix in brackets. */
export const texOf = (rows: readonly (readonly string[])[]): string =>
  `\\begin{bmatrix} ${rows.map((row) => row.join(" & ")).join(" \\\\ ")} \\end{bmatrix}`;

/** "one entry", "3 entries". */
export const entriesInWords = (n: number): string => (n === 1 ? "one entry" : `${n} entries`);
