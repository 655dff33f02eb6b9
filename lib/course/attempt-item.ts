/** The rows of drills and placements, inside transactions that have their owner locked. */
import "server-only";
import type { Tx } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { nextNumber } from "./draw.ts";
import type { drawFresh } from "./draw-fresh.ts";
import type { Chosen } from "./drill-item.ts";

interface Item {
  exercise: Exercise;
  level: Level;
  /** Why a drill chose it. */
  chosen?: Chosen;
  fresh: ReturnType<typeof drawFresh>;
}

/** Stores a drawn item at a position of an attempt. */
export async function storeItem(
  tx: Tx,
  userId: string,
  { attemptId, position }: { attemptId: string; position: number },
  { exercise, level, chosen, fresh }: Item,
): Promise<void> {
  const mine = { userId, exerciseId: exercise.id, level };
  const number = await nextNumber(tx, mine);
  await tx.variant.create({ data: { ...mine, ...fresh, number, attemptId, position, ...(chosen && { chosen }) } });
}

/** Closes what is open in an attempt: it is passed by. */
export async function closeItems(tx: Tx, attemptId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE variants SET state = 'done', closed_at = clock_timestamp()
    WHERE attempt_id = ${attemptId}::uuid AND state = 'open'`;
}
