import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import { lockRuled } from "./attempt-over.ts";
import { notFound } from "./refusal.ts";
import { type Rules, rulesOf } from "./rules.ts";

const rowsSchema = z.array(
  z.object({
    state: z.enum(["open", "done", "broken"]),
    attemptId: z.string().nullable(),
    position: z.int().nullable(),
    itemId: z.string().nullable(),
  }),
);

/** A variant whose row is locked, as far as it can change, and what it was drawn for. */
export type LockedVariant = z.infer<typeof rowsSchema>[number] & { rules: Rules };

/**
 * Locks a variant's row until the end of the transaction, and before it the attempt it belongs to: submissions and
 * reveals of one variant happen one after the other, and none after the attempt was handed in. Tells its state and its
 * rules. Throws a Refusal "not-found" where it is not the user's (any more).
 */
export async function lockVariant(tx: Tx, id: string, userId: string): Promise<LockedVariant> {
  const found = await tx.variant.findFirst({ where: { id, userId }, select: { attemptId: true } });
  const attempt = await lockRuled(tx, found?.attemptId ?? null);
  const rows = await tx.$queryRaw`
    SELECT state::text, attempt_id::text AS "attemptId", position, item_id::text AS "itemId" FROM variants WHERE id = ${id}::uuid AND user_id = ${userId}::uuid FOR UPDATE`;
  const [row] = rowsSchema.parse(rows);
  if (!row) throw notFound();
  return { ...row, rules: rulesOf(attempt) };
}
