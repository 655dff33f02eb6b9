/**
 * How an answer is being read, typeset. Loaded by the browser once somebody types: the reading code and KaTeX are
 * most of what this page could weigh.
 */
import { typeset } from "#components/math/typeset.ts";
import type { KindSpec, Value } from "#lib/exercise/kinds.ts";
import { plain } from "#lib/exercise/tex.ts";
import { read } from "#lib/grading/kinds/table.ts";

type Reading = ReturnType<typeof read>;
export type NotRead = Exclude<Reading, { outcome: "read" }>;

export type Preview =
  | { outcome: "read"; html: string /** What a formula comes to. */; value: string | undefined }
  | ShownProblem;

export type ShownProblem =
  | Extract<NotRead, { outcome: "unreadable" }>
  | { outcome: "ambiguous"; message: string; readings: { typed: string; html: string }[] };

/** Reads what was typed as the server will. */
export function preview(raw: string, spec: KindSpec): Preview {
  const reading = read(raw, spec);
  if (reading.outcome !== "read") return shownProblem(reading);
  const isFormula = reading.written.length === 1 && reading.written[0] === "formula";
  return { outcome: "read", html: html(reading.tex), value: isFormula ? shortValue(reading.value) : undefined };
}

/** A computed value to a few digits: enough to recognise it, too few to copy on. */
const shortValue = (value: Value) => (typeof value === "number" ? plain(value) : undefined);

/** A problem with its readings typeset. */
export function shownProblem(problem: NotRead): ShownProblem {
  if (problem.outcome === "unreadable") return problem;
  const readings = problem.readings.map(({ typed, tex }) => ({ typed, html: html(tex) }));
  return { outcome: "ambiguous", message: problem.message, readings };
}

/** The reader prints TeX that KaTeX knows; were it ever not so, the source is still better than nothing. */
const html = (tex: string) => typeset(tex) ?? tex.replace(/[<>&]/g, " ");
