import "server-only";
import { db } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { BrokenExercise } from "#lib/exercise/run.ts";
import { log } from "#lib/log.ts";
import { levelSchema } from "./level.ts";
import { findVersion } from "./registry.ts";

/** A variant with the code that drew it, and its parameters parsed. */
export interface StoredVariant {
  id: string;
  exercise: Exercise;
  level: Level;
  params: unknown;
}

/** What of a row the restoring needs. */
export interface VariantRow {
  id: string;
  exerciseId: string;
  version: number;
  level: number;
  params: unknown;
}

/**
 * Brings a row and its own version's code together.
 * Throws a BrokenExercise where that code is gone, or no longer takes the parameters.
 */
function restore({ id, exerciseId, version, level, params }: VariantRow): StoredVariant {
  const exercise = findVersion(exerciseId, version);
  if (!exercise) throw new BrokenExercise(`${exerciseId}@${version} is not here`);
  const parsed = exercise.schema.safeParse(params);
  if (!parsed.success) throw new BrokenExercise(`the parameters of variant ${id} do not fit ${exerciseId}@${version}`);
  return { id, exercise, level: levelSchema.parse(level), params: parsed.data };
}

/**
 * Runs what depends on an exercise's code. An exercise that throws is its author's mistake, never the learner's: the
 * variant is marked broken, and the answer is undefined. Not for use inside a transaction.
 */
export async function guarded<T>(row: VariantRow, use: (stored: StoredVariant) => T): Promise<T | undefined> {
  try {
    return use(restore(row));
  } catch (error) {
    const { id, exerciseId, version, level } = row;
    log().error({ err: error, variant: id, exercise: `${exerciseId}@${version}`, level }, "a variant is broken");
    await db()
      .$executeRaw`UPDATE variants SET state = 'broken', closed_at = clock_timestamp() WHERE id = ${id}::uuid AND state = 'open'`;
    return undefined;
  }
}
