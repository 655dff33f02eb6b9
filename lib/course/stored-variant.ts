import "server-only";
import { db } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { BrokenExercise } from "#lib/exercise/run.ts";
import type { JudgeOptions } from "#lib/grading/options.ts";
import { faultsOfRules, withRules } from "#lib/grading/with-rules.ts";
import { log } from "#lib/log.ts";
import { type ItemTerms, termsOf } from "./assignment/terms.ts";
import { levelSchema } from "./level.ts";
import { findVersion } from "./registry.ts";

/** A variant with the code that judges it, and its parameters parsed. */
export interface StoredVariant {
  id: string;
  exercise: Exercise;
  level: Level;
  params: unknown;
  /** How an answer to it is judged. */
  options: JudgeOptions;
}

/** What of a row the restoring needs. */
export interface VariantRow {
  id: string;
  exerciseId: string;
  version: number;
  level: number;
  params: unknown;
  /** Of an assignment, which may set other tolerances, weights and credit. */
  itemId: string | null;
}

/**
 * The code by which a variant is judged: the version it was drawn from, unless its item was regraded onto another that takes
 * its parameters. Undefined where that code is gone.
 */
export function judgedBy(
  { exerciseId, version, params }: Pick<VariantRow, "exerciseId" | "version" | "params">,
  item: { version: number | null } | null,
): Exercise | undefined {
  const now = item?.version ?? version;
  const later = now === version ? undefined : findVersion(exerciseId, now);
  return later?.schema.safeParse(params).success ? later : findVersion(exerciseId, version);
}

/**
 * Brings a row, the code that judges it and its assignment's terms together.
 * Throws a BrokenExercise where that code is gone, or no longer takes the parameters.
 */
function restore(row: VariantRow, terms: ItemTerms | null): StoredVariant {
  const { id, exerciseId, version, level, params } = row;
  const own = judgedBy(row, terms);
  if (!own) throw new BrokenExercise(`${exerciseId}@${version} is not here`);
  const parsed = own.schema.safeParse(params);
  if (!parsed.success)
    throw new BrokenExercise(`the parameters of variant ${id} do not fit ${exerciseId}@${own.version}`);
  // Rules set for a version that this variant could not follow may not fit its own.
  const exercise = terms && faultsOfRules(own, terms.rules).length === 0 ? withRules(own, terms.rules) : own;
  const options = terms?.options ?? { practice: true };
  return { id, exercise, level: levelSchema.parse(level), params: parsed.data, options };
}

/**
 * Runs what depends on an exercise's code. An exercise that throws is its author's mistake, never the learner's: the
 * variant is marked broken, and the answer is undefined. Not for use inside a transaction.
 */
export async function guarded<T>(row: VariantRow, use: (stored: StoredVariant) => T): Promise<T | undefined> {
  try {
    return use(restore(row, await termsOf(row.itemId)));
  } catch (error) {
    const { id, exerciseId, version, level } = row;
    log().error({ err: error, variant: id, exercise: `${exerciseId}@${version}`, level }, "a variant is broken");
    await db()
      .$executeRaw`UPDATE variants SET state = 'broken', closed_at = clock_timestamp() WHERE id = ${id}::uuid AND state = 'open'`;
    return undefined;
  }
}
