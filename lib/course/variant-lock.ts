import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import { notFound } from "./refusal.ts";

const rowsSchema = z.array(z.object({ state: z.enum(["open", "done", "broken"]) }));

/**
 * Locks a variant's row until the end of the transaction: submissions and reveals of one variant happen one after the
 * other. Tells its state. Throws a Refusal "not-found" where it is not the user's (any more).
 */
export async function lockVariant(tx: Tx, id: string, userId: string): Promise<"open" | "done" | "broken"> {
  const rows = await tx.$queryRaw`
    SELECT state::text FROM variants WHERE id = ${id}::uuid AND user_id = ${userId}::uuid FOR UPDATE`;
  const [row] = rowsSchema.parse(rows);
  if (!row) throw notFound();
  return row.state;
}
