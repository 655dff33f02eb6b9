import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import type { RuledAttempt } from "./rules.ts";

const rowsSchema = z.array(
  z.object({ kind: z.enum(["drill", "placement", "quiz"]), config: z.unknown(), over: z.boolean() }),
);

/** An attempt as its rules need it, by the clock of the database; null where the id is. */
export async function readRuled(tx: Tx, attemptId: string | null): Promise<RuledAttempt | null> {
  if (attemptId === null) return null;
  const rows = await tx.$queryRaw`
    SELECT kind::text, config, finished_at IS NOT NULL OR coalesce(ends_at <= clock_timestamp(), false) AS over
    FROM attempts WHERE id = ${attemptId}::uuid`;
  return rowsSchema.parse(rows)[0] ?? null;
}

/** The same with the row locked until the end of the transaction. Before any of its variants is. */
export async function lockRuled(tx: Tx, attemptId: string | null): Promise<RuledAttempt | null> {
  if (attemptId === null) return null;
  await tx.$queryRaw`SELECT id FROM attempts WHERE id = ${attemptId}::uuid FOR NO KEY UPDATE`;
  return await readRuled(tx, attemptId);
}
