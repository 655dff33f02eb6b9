/** Holds the steps of an exercise against the answers of the oracle in Python, kept in test/golden/oracle. */
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { evaluate } from "#lib/exercise/evaluate.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";
import type { Value } from "#lib/exercise/kinds.ts";
import { evaluate as valueAt } from "#lib/expression/evaluate.ts";
import type { Expr } from "#lib/expression/expr.ts";

const folder = new URL("../golden/oracle/", import.meta.url);

const rowSchema = z.object({
  level: z.literal([1, 2, 3]),
  seed: z.string(),
  params: z.unknown(),
  answers: z.record(z.string(), z.unknown()),
});
export type OracleRow = z.infer<typeof rowSchema>;

const fileOf = (id: string) => new URL(`${id}.json`, folder);

export const hasOracle = (id: string): boolean => existsSync(fileOf(id));

/** The oracle's rows for an exercise; none where it has not been asked. */
export const oracleRows = (id: string): readonly OracleRow[] =>
  hasOracle(id) ? z.array(rowSchema).parse(JSON.parse(readFileSync(fileOf(id), "utf8"))) : [];

/** Where the steps and the oracle differ, for one of its rows; every asked step must be answered. */
export function oracleFaults(exercise: Exercise, { level, seed, params, answers }: OracleRow): string[] {
  const p = exercise.schema.parse(params);
  const evaluation = evaluate(exercise, p);
  const missing = exercise.asks[level].filter((name) => !(name in answers));
  return [
    ...missing.map((name) => `${seed}, level ${level}: the oracle does not answer ${name}`),
    ...Object.entries(answers).flatMap(([name, answer]) =>
      agrees(evaluation.value(name), answer)
        ? []
        : [
            `${seed}, level ${level}, ${name}: ${JSON.stringify(evaluation.value(name))}, the oracle says ${JSON.stringify(answer)}`,
          ],
    ),
  ];
}

const pointsSchema = z.object({
  points: z.array(z.object({ at: z.record(z.string(), z.number()), value: z.number() })).min(3),
});
const fractionSchema = z.object({ fraction: z.tuple([z.number(), z.number()]) });

/** Relative to the entry, or, near zero, to the size of what it is made from. */
const near = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(b), 1e-3);

function agrees(value: Value | Expr, answer: unknown): boolean {
  if (typeof value === "number") return typeof answer === "number" && near(value, answer);
  if (typeof value === "string") return value === answer;
  if ("type" in value) return agreesFormula(value, answer);
  if (!Array.isArray(answer) || answer.length !== value.length) return false;
  return value.every((entry: Value | Expr, i) => agrees(entry, answer[i]));
}

function agreesFormula(formula: Expr, answer: unknown): boolean {
  if (typeof answer === "number") return near(valueAt(formula), answer);
  const fraction = fractionSchema.safeParse(answer);
  if (fraction.success) return near(valueAt(formula), fraction.data.fraction[0] / fraction.data.fraction[1]);
  const { points } = pointsSchema.parse(answer);
  return points.every(({ at, value }) => near(valueAt(formula, new Map(Object.entries(at))), value));
}
