import "server-only";
import type { Tx } from "#lib/db/client.ts";
import type { Level } from "#lib/exercise/exercise.ts";

/**
 * Closes the open variant of practice, unless it is the one that stays. Inside a transaction that has the owner locked, so
 * that no other opens meanwhile; it waits for an answer or a hint that is on its way.
 */
export async function closeOpen(
  tx: Tx,
  { userId, exerciseId, level }: { userId: string; exerciseId: string; level: Level },
  staysId: string | null = null,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE variants SET state = 'done', closed_at = clock_timestamp()
    WHERE user_id = ${userId}::uuid AND exercise_id = ${exerciseId} AND level = ${level} AND state = 'open'
      AND attempt_id IS NULL AND id IS DISTINCT FROM ${staysId}::uuid`;
}
