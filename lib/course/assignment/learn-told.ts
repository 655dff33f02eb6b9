import "server-only";
import { z } from "zod";
import { firstTriesOf, replay } from "#lib/course/learn.ts";
import { lockUsers } from "#lib/course/owner-lock.ts";
import { db, transaction } from "#lib/db/client.ts";

const idsSchema = z.array(z.object({ id: z.string() }));

/**
 * What was withheld teaches a student’s skills once it may be told: had it done so before, what moved would have told the
 * verdicts. Each attempt teaches once, however often this is called.
 */
export async function learnTold(userId: string): Promise<void> {
  const due = await db().$queryRaw`
    SELECT id::text FROM attempts
    WHERE user_id = ${userId}::uuid AND assignment_id IS NOT NULL AND NOT preview AND learned_at IS NULL
      AND finished_at IS NOT NULL AND tells_at <= clock_timestamp()`;
  const ids = idsSchema.parse(due).map(({ id }) => id);
  if (ids.length === 0) return;
  await transaction(async (tx) => {
    await lockUsers(tx, [userId]);
    const before = (await firstTriesOf(tx, userId)).map((one) => JSON.stringify(one));
    await tx.$executeRaw`
      UPDATE attempts SET learned_at = clock_timestamp() WHERE id = ANY(${ids}::uuid[]) AND learned_at IS NULL`;
    const after = await firstTriesOf(tx, userId);
    const known = new Set(before);
    await replay(
      tx,
      userId,
      after.filter((one) => !known.has(JSON.stringify(one))),
    );
  });
}
