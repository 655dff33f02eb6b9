/**
 * How an answer is being read, typeset. Loaded by the browser once somebody types: the reading code and KaTeX are
 * most of what this page could weigh.
 */
import { type Marks, points } from "#components/math/decimal-mark.ts";
import { typeset } from "#components/math/typeset.ts";
import { expression, type KindSpec, scalar, type Value } from "#lib/exercise/kinds.ts";
import { plain } from "#lib/exercise/tex.ts";
import { read } from "#lib/grading/kinds/table.ts";
import { emptyCell, quotedCell } from "./cells.ts";

type Reading = ReturnType<typeof read>;
export type NotRead = Exclude<Reading, { outcome: "read" }>;

export type Preview =
  | { outcome: "read"; html: string /** What a formula comes to. */; value: string | undefined }
  /** Some cells of a grid are still empty: nothing to complain about before it is checked. */
  | { outcome: "incomplete"; message: string }
  | ShownProblem;

export type ShownProblem =
  | Extract<NotRead, { outcome: "unreadable" }>
  | {
      outcome: "ambiguous";
      message: string;
      at: readonly [number, number];
      readings: { typed: string; html: string }[];
    };

/** Reads what was typed as the server will. */
export function preview(raw: string, spec: KindSpec, marks = points): Preview {
  const empty = raw.split(emptyCell).length - 1;
  if (empty > 0)
    return {
      outcome: "incomplete",
      message: empty === 1 ? "One cell is still empty." : `${empty} cells are still empty.`,
    };
  const reading = quotedProblem(raw, spec) ?? read(raw, spec);
  if (reading.outcome !== "read") return shownProblem(reading, marks);
  const isFormula = reading.written.length === 1 && reading.written[0] === "formula";
  return {
    outcome: "read",
    html: html(reading.tex, marks),
    value: isFormula ? shortValue(reading.value, marks) : undefined,
  };
}

/** What is wrong in a cell that is quoted, since it would be taken for several: told about the cell by itself. */
export function quotedProblem(raw: string, spec: KindSpec): NotRead | undefined {
  if (spec.kind !== "vector" && spec.kind !== "matrix") return undefined;
  const quoted = quotedCell(raw);
  if (!quoted) return undefined;
  const { rule, form, without } = spec;
  const alone = "equivalent" in rule ? expression(rule.equivalent, { without }) : scalar({ form, without });
  const reading = read(quoted.cell, alone);
  const [message, suggestion] =
    reading.outcome === "unreadable" ? [reading.message, reading.suggestion] : ["A cell holds one entry.", null];
  return { outcome: "unreadable", message, suggestion, at: quoted.at };
}

/** A computed value to a few digits: enough to recognise it, too few to copy on. */
const shortValue = (value: Value, marks: Marks) => (typeof value === "number" ? marks.text(plain(value)) : undefined);

/** A problem with its readings typeset. */
export function shownProblem(problem: NotRead, marks = points): ShownProblem {
  if (problem.outcome === "unreadable") return problem;
  const readings = problem.readings.map(({ typed, tex }) => ({ typed, html: html(tex, marks) }));
  return { outcome: "ambiguous", message: problem.message, at: problem.at, readings };
}

/** The reader prints TeX that KaTeX knows; were it ever not so, the source is still better than nothing. */
const html = (tex: string, marks: Marks) => typeset(marks.tex(tex)) ?? tex.replace(/[<>&]/g, " ");
