import "server-only";
import { z } from "zod";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { type Actor, requireOwner } from "./actor.ts";
import { closeOpen } from "./close-open.ts";
import { levelSchema } from "./level.ts";
import { lockOwner } from "./owner-lock.ts";
import { brokenVariant, notFound, Refusal } from "./refusal.ts";
import { guarded } from "./stored-variant.ts";
import { lockVariant } from "./variant-lock.ts";

export const reopenSchema = z.object({ variant: z.uuid() });

/**
 * Opens a closed variant of practice again, and closes the one of its exercise and level that was open. It goes on where it
 * was left: hints stay paid for, and only its first counted try ever says something about a skill. One that was answered
 * right, or whose solution was shown, is for practice alone from then on (`keepSubmission` sees to that), and its fields are
 * emptied. Doing it again changes nothing.
 */
export async function reopenPractice(
  actor: Actor,
  { variant: id }: z.infer<typeof reopenSchema>,
): Promise<{ number: number }> {
  const row = await db().variant.findFirst({ where: { id, userId: requireOwner(actor) } });
  if (!row) throw notFound();
  if (row.attemptId !== null)
    throw new Refusal("invalid", "What was drawn for a drill or a quiz stays as it is. Take a new variant.");
  if (row.state === "broken" || !(await guarded(row, () => true))) throw brokenVariant();
  const mine = { exerciseId: row.exerciseId, level: levelSchema.parse(row.level) };
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    await closeOpen(tx, { userId, ...mine }, id);
    const { state } = await lockVariant(tx, id, userId);
    if (state === "broken") throw brokenVariant();
    if (state === "done") {
      if (await isSettled(tx, id)) await tx.draft.deleteMany({ where: { variantId: id } });
      await tx.$executeRaw`
        UPDATE variants SET state = 'open', closed_at = NULL, reopened_at = clock_timestamp() WHERE id = ${id}::uuid`;
    }
    return await tx.variant.findUniqueOrThrow({ where: { id }, select: { number: true } });
  });
}

/** Whether there is nothing to be earned with it any more. */
async function isSettled(tx: Tx, variantId: string): Promise<boolean> {
  const solution = await tx.reveal.findFirst({ where: { variantId, kind: "solution" } });
  if (solution) return true;
  return (await tx.submission.count({ where: { variantId, receipts: { some: { verdict: "right" } } } })) > 0;
}
