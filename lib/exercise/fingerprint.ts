/** What a released version of an exercise must never change, in one canonical text whose digest the tests keep. */
import { evaluate as evaluateFormula } from "#lib/expression/evaluate.ts";
import type { Expr } from "#lib/expression/expr.ts";
import { variablesOf } from "#lib/expression/parse.ts";
import { consequences } from "./consequences.ts";
import { roundDigits } from "./decimal.ts";
import { partsOf } from "./equal.ts";
import { evaluate } from "./evaluate.ts";
import type { Exercise } from "./exercise.ts";
import { entriesOf, isNumeric, type Value } from "./kinds.ts";
import { shownStep } from "./step.ts";
import type { Variant } from "./variant.ts";
import { windowOf } from "./window.ts";

/**
 * Parameters, asked steps, kinds with their rules, references and malrule values (12 digits) and windows (6 digits) of
 * a variant, as JSON. Wording and figures are left out: they may change freely.
 */
export function fingerprint<P>(exercise: Exercise<P>, { level, params }: Variant<P>): string {
  const evaluation = evaluate(exercise, params);
  const steps = exercise.asks[level].map((name) => ({
    name,
    spec: withoutText(shownStep(exercise, params, name).spec),
    reference: rounded(evaluation.value(name), 12),
    window: windowOf(exercise, params, name).map((w) => roundDigits(w, 6)),
    malrules: consequences(exercise, params, name).map(({ at, id, value }) => [at, id, rounded(value, 12)]),
  }));
  return JSON.stringify({ id: exercise.id, version: exercise.version, level, params, steps });
}

function rounded(value: Value, digits: number) {
  if (typeof value === "string") return value;
  if (isNumeric(value)) return entriesOf(value).map((x) => roundDigits(x, digits));
  return partsOf(value).map((part) =>
    typeof part === "object" ? valuesOf(part).map((x) => roundDigits(x, 10)) : part,
  );
}

/** A formula by its values, so that it may be written in another way: at three places, the variables in alphabetical order. */
function valuesOf(expr: Expr): number[] {
  const names = [...variablesOf(expr)].sort();
  return [0.7, 1.9, 3.1].map((start) =>
    evaluateFormula(expr, new Map(names.map((name, i) => [name, start + 0.31 * i]))),
  );
}

const withoutText = (spec: object) =>
  Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, key === "options" ? idsOf(value) : value]));

const idsOf = (options: readonly { id: string }[]) => options.map(({ id }) => id);
