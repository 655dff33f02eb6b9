/** Somebody's answers as a table: a row for each submission. */
import "server-only";
import Papa from "papaparse";
import { type Actor, ownerOf } from "./actor.ts";
import { type ExportedSubmission, submissionsOf } from "./export-submissions.ts";
import { levelSchema } from "./level.ts";
import { findExercise, findVersion } from "./registry.ts";
import { storedRawSchema } from "./submission.ts";

const columns = [
  "time",
  "exercise",
  "title",
  "level",
  "variant",
  "drawn for",
  "answer",
  "typed",
  "seconds",
  "hints before",
  "verdict",
  "score",
  "counts as try",
] as const;

/** The text of the file, piece by piece. It begins with a byte order mark, by which spreadsheets know UTF-8. */
export async function* exportCsv(actor: Actor): AsyncGenerator<string> {
  const owner = ownerOf(actor);
  yield `\uFEFF${line(columns)}`;
  if (owner === undefined) return;
  for await (const row of submissionsOf(owner)) yield line(cellsOf(row));
}

function cellsOf({ createdAt, variant, sequence, raw, seconds, receipts, told }: ExportedSubmission) {
  const latest = told.tells ? receipts.at(-1) : undefined;
  const hints = variant.reveals.filter((reveal) => reveal.kind === "hint" && reveal.createdAt < createdAt);
  return [
    createdAt.toISOString(),
    variant.exerciseId,
    findExercise(variant.exerciseId)?.title ?? "",
    variant.level,
    variant.number,
    variant.attempt?.kind ?? "practice",
    sequence,
    typedOf(variant, storedRawSchema.parse(raw)),
    seconds,
    hints.length,
    latest?.verdict ?? "",
    latest?.score ?? "",
    latest?.countsAsTry ?? "",
  ];
}

/** What was typed, with the names of the parts, in the order in which they are asked. */
function typedOf(variant: ExportedSubmission["variant"], raw: Record<string, string>): string {
  const asked = findVersion(variant.exerciseId, variant.version)?.asks[levelSchema.parse(variant.level)] ?? [];
  const steps = new Set([...asked, ...Object.keys(raw)]);
  return [...steps].flatMap((step) => (raw[step] === undefined ? [] : `${step}: ${raw[step]}`)).join("; ");
}

/** One row; what a spreadsheet would take for a formula is marked as text. */
const line = (cells: readonly unknown[]): string => `${Papa.unparse([[...cells]], { escapeFormulae: true })}\r\n`;
