import "server-only";
import type { Tx } from "#lib/db/client.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";

/**
 * Counts the first counted try of a variant towards each skill of its exercise. In the order of their ids, so that two
 * submissions of one user never wait for each other.
 */
export async function countSkills(tx: Tx, userId: string, exercise: Exercise, right: boolean): Promise<void> {
  for (const skill of [...exercise.skills].sort())
    await tx.$executeRaw`
      INSERT INTO skill_states AS mine (user_id, skill_id, "right", tries, state, updated_at)
      VALUES (${userId}::uuid, ${skill}, ${right ? 1 : 0}, 1, '{}', clock_timestamp())
      ON CONFLICT (user_id, skill_id) DO UPDATE
      SET "right" = mine."right" + excluded."right", tries = mine.tries + 1, updated_at = excluded.updated_at`;
}
