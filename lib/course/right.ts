import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";

const rowsSchema = z.array(z.object({ right: z.boolean() }));

/** Whether one of the answers to a variant is right, as the latest receipts have it: a regrade may change it. */
export async function isAnsweredRight(client: Pick<Tx, "$queryRaw">, variantId: string): Promise<boolean> {
  const rows = await client.$queryRaw`
    SELECT EXISTS (
      SELECT 1 FROM submissions s
      JOIN LATERAL (SELECT verdict FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1) r ON true
      WHERE s.variant_id = ${variantId}::uuid AND r.verdict = 'right') AS "right"`;
  return rowsSchema.parse(rows)[0]?.right ?? false;
}
