/** Rows of numbers out of raw text, for vectors and matrices. */
import type { SpecOf } from "#lib/exercise/kinds.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { toTex } from "#lib/expression/latex.ts";
import { tokensOf } from "#lib/expression/lexer.ts";
import { guarded, parseTokens } from "#lib/expression/parse.ts";
import { refuse } from "#lib/expression/problem.ts";
import { toText } from "#lib/expression/text.ts";
import type { Limits } from "#lib/expression/token.ts";
import type { NotRead } from "../reading.ts";
import { type Cell, type Grid, gridOf } from "./grid.ts";
import { type Entry, entryOf } from "./literal.ts";
import { unwrap } from "./wrapping.ts";

/** Each entry keeps to the limits of a number; a matrix has at most 20 × 20 of them. */
export const most = 20;
const arrayLimits: Limits = { length: 8000, tokens: 2000 };

export interface Rows {
  outcome: "rows";
  rows: readonly (readonly Entry[])[];
  by: Grid["by"];
  enclosed: boolean;
  transposed: boolean;
}

type Restrictions = Pick<SpecOf<"vector">, "form" | "without">;

/** Reads rows of entries. Never throws. `print` writes rows of text as one answer, to offer both of two readings. */
export function readRows(
  raw: string,
  spec: Restrictions,
  print: (rows: readonly (readonly string[])[]) => string,
): Rows | NotRead {
  const result = guarded(() => rowsOf(raw, spec, print));
  return result.outcome === "unreadable" && "problem" in result ? { outcome: "unreadable", ...result.problem } : result;
}

function rowsOf(
  raw: string,
  spec: Restrictions,
  print: (rows: readonly (readonly string[])[]) => string,
): Rows | NotRead {
  if (raw.length > arrayLimits.length)
    refuse(`This is longer than ${arrayLimits.length} characters.`, [arrayLimits.length, raw.length]);
  const { from, to, transposed } = unwrap(raw);
  const tokens = tokensOf(raw, { declared: new Set(), lines: true, limits: arrayLimits, from, to });
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
      message: "This can be read in two ways. Which one do you mean?",
      at: twofold.at,
      readings: ([0, 1] as const).map((which) => ({
        typed: print(reading(which).map((row) => row.map(toText))),
        tex: texOf(reading(which).map((row) => row.map((expr: Expr) => toTex(expr)))),
      })),
    };
  }
  const entries = parsed.map((row, i) =>
    row.map((cell, j) => {
      const tokensHere = rows[i]?.[j] ?? [];
      if (cell.outcome === "ambiguous") throw new RangeError("an ambiguous cell is answered above");
      return entryOf(cell.expr, spec, [tokensHere[0]?.at[0] ?? 0, endOf(tokensHere, to)]);
    }),
  );
  return { outcome: "rows", rows: entries, by, enclosed, transposed };
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
