/** A variant as its author wants to see it: all that the learner gets and, on demand, all that the grader knows. */
import { consequences } from "#lib/exercise/consequences.ts";
import { roundDigits } from "#lib/exercise/decimal.ts";
import { effortOf } from "#lib/exercise/effort.ts";
import type { Part } from "#lib/exercise/equal.ts";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { KindName, KindSpec, Value } from "#lib/exercise/kinds.ts";
import { ruleInWords } from "#lib/exercise/rule.ts";
import { shownStep } from "#lib/exercise/step.ts";
import type { Variant } from "#lib/exercise/variant.ts";
import { windowOf } from "#lib/exercise/window.ts";
import { toText } from "#lib/expression/text.ts";

export interface Sheet {
  id: string;
  version: number;
  title: string;
  level: Level;
  seed: string;
  params: unknown;
  /** Markdown with $TeX$. */
  prompt: string;
  asked: AskedStep[];
  /** With the answers only. */
  effort?: number;
}

export interface AskedStep {
  step: string;
  words: string;
  kind: KindName;
  /** In words: "3 significant digits". */
  rule: string;
  spec: KindSpec;
  reference?: Readable;
  /** One number for each entry of the reference. */
  window?: readonly number[];
  malrules?: { id: string; at: string; value: Readable; says: string }[];
}

/** A value with its formulas as text. */
type Readable = Cell | readonly (Cell | readonly Cell[])[];
type Cell = number | string;

/** Everything about one variant; references and malrules only where `answers` are asked for. */
export function sheetOf(exercise: Exercise, variant: Variant, answers: boolean): Sheet {
  const { id, version, level, seed, params } = variant;
  const asked = exercise.asks[level].map((name) => ({
    ...about(exercise, params, name),
    ...(answers ? answersOf(exercise, params, name) : {}),
  }));
  const prompt = exercise.prompt(params, level);
  const sheet = { id, version, title: exercise.title, level, seed, params, prompt, asked };
  return answers ? { ...sheet, effort: effortOf(exercise, params, level) } : sheet;
}

function about(exercise: Exercise, params: unknown, name: string) {
  const { words, spec } = shownStep(exercise, params, name);
  return { step: name, words, kind: spec.kind, rule: ruleInWords(spec), spec };
}

function answersOf(exercise: Exercise, params: unknown, name: string) {
  return {
    reference: readable(evaluate(exercise, params).value(name)),
    window: windowOf(exercise, params, name),
    malrules: consequences(exercise, params, name).map(({ id, at, value, says }) => ({
      id,
      at,
      value: readable(value),
      says,
    })),
  };
}

function readable(value: Value): Readable {
  if (typeof value === "number" || typeof value === "string") return value;
  if ("type" in value) return toText(value);
  return value.map((row: Part | readonly Part[]) => (isRow(row) ? row.map(cellOf) : cellOf(row)));
}

const isRow = (row: Part | readonly Part[]): row is readonly Part[] => Array.isArray(row);
const cellOf = (part: Part): Cell => (typeof part === "object" ? toText(part) : part);

/** The same as text to read. */
export function textOf(sheet: Sheet): string {
  const head = `${sheet.id}@${sheet.version}, level ${sheet.level}, seed ${sheet.seed}: ${sheet.title}`;
  const effort = sheet.effort === undefined ? [] : [`effort: ${sheet.effort.toFixed(1)}`];
  return [
    head,
    `params: ${JSON.stringify(sheet.params)}`,
    ...effort,
    sheet.prompt,
    ...sheet.asked.map((step) => stepText(step)),
  ].join("\n\n");
}

function stepText({ step, words, kind, rule, reference, window, malrules }: AskedStep): string {
  const lines = [`${step}: ${words} (${kind}, ${rule})`];
  if (reference !== undefined) lines.push(`  reference  ${show(reference)}`);
  if (window?.some((w) => w > 0)) lines.push(`  window     ${window.map((w) => w.toPrecision(2)).join(", ")}`);
  for (const { id, at, value, says } of malrules ?? []) lines.push(`  ✗ ${show(value)}  ${at}/${id}: ${says}`);
  return lines.join("\n");
}

/** To 12 digits: enough for an author, without the noise of floating point. */
const show = (value: Readable) =>
  typeof value === "string"
    ? value
    : JSON.stringify(value, (_, x: unknown) => (typeof x === "number" ? roundDigits(x, 12) : x)).replaceAll(",", ", ");
