/** What a released version of an exercise must never change, in one canonical text whose digest the tests keep. */
import { consequences } from "./consequences.ts";
import { roundDigits } from "./decimal.ts";
import { evaluate } from "./evaluate.ts";
import type { Exercise } from "./exercise.ts";
import { entriesOf, type Value } from "./kinds.ts";
import { stepOf } from "./step.ts";
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
    spec: withoutText(stepOf(exercise, name).spec),
    reference: rounded(evaluation.value(name), 12),
    window: rounded(windowOf(exercise, params, name), 6),
    malrules: consequences(exercise, params, name).map(({ at, id, value }) => [at, id, rounded(value, 12)]),
  }));
  return JSON.stringify({ id: exercise.id, version: exercise.version, level, params, steps });
}

const rounded = (value: Value, digits: number) =>
  typeof value === "string" ? value : entriesOf(value).map((x) => roundDigits(x, digits));

const withoutText = (spec: object) =>
  Object.fromEntries(Object.entries(spec).map(([key, value]) => [key, key === "options" ? idsOf(value) : value]));

const idsOf = (options: readonly { id: string }[]) => options.map(({ id }) => id);
