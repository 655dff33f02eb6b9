import "server-only";
import { transaction } from "#lib/db/client.ts";
import { type Actor, requireOwner } from "./actor.ts";
import { lockRuled } from "./attempt-over.ts";
import { closedAttempt, notFound } from "./refusal.ts";

/** Marks an item of a quiz or an assignment to come back to, or takes the mark away. Throws a Refusal where there is none, or it is over. */
export async function flagItem(
  actor: Actor,
  { attempt: attemptId, position, flagged }: { attempt: string; position: number; flagged: boolean },
): Promise<void> {
  const userId = requireOwner(actor);
  await transaction(async (tx) => {
    const ruled = await lockRuled(tx, attemptId);
    if (ruled?.over) throw closedAttempt();
    const { count } = await tx.variant.updateMany({
      where: { attemptId, position, userId, attempt: { kind: { in: ["quiz", "assignment"] } } },
      data: { flagged },
    });
    if (count === 0) throw notFound();
  });
}
