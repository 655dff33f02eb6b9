import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { Refusal } from "./refusal.ts";

const rowSchema = z.object({
  id: z.string(),
  guest: z.boolean(),
  claimed: z.boolean(),
  deleted: z.boolean(),
});
export type OwnerRow = z.infer<typeof rowSchema>;

/**
 * Locks user rows until the end of the transaction, in the order of their ids. `NO KEY`, since rows that refer to a
 * user (a submission's skill states) must not wait for it: that would be a deadlock with who waits for their variant.
 */
export async function lockUsers(tx: Tx, ids: readonly string[]): Promise<OwnerRow[]> {
  const rows = await tx.$queryRaw`
    SELECT id::text, guest, claimed_by_id IS NOT NULL AS claimed, deleted_at IS NOT NULL AS deleted
    FROM users WHERE id = ANY (${ids}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  return z.array(rowSchema).parse(rows);
}

/** Locks the actor's row, and makes it first where a guest has none. Throws a Refusal where the actor is no more. */
export async function lockOwner(tx: Tx, actor: Actor): Promise<string> {
  if (actor.kind === "anonymous") throw gone();
  if (actor.kind === "guest")
    await tx.$executeRaw`INSERT INTO users (id, guest) VALUES (${actor.id}::uuid, true) ON CONFLICT (id) DO NOTHING`;
  const [row] = await lockUsers(tx, [actor.id]);
  if (!row || row.deleted || row.claimed || row.guest !== (actor.kind === "guest")) throw gone();
  return row.id;
}

const gone = () => new Refusal("signed-out", "You have signed in or out since this page was opened. Open it again.");
