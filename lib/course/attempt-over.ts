import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import type { RuledAttempt } from "./rules.ts";

const rowsSchema = z.array(
  z.object({
    kind: z.enum(["drill", "placement", "quiz", "assignment"]),
    config: z.unknown(),
    preview: z.boolean(),
    over: z.boolean(),
    told: z.boolean(),
    solved: z.boolean(),
  }),
);

/**
 * An attempt as its rules need it, by the clock of the database; null where the id is. At an assignment it is over, too,
 * where the section is archived, and for whoever is not in the section any more.
 */
export async function readRuled(tx: Tx, attemptId: string | null): Promise<RuledAttempt | null> {
  if (attemptId === null) return null;
  const rows = await tx.$queryRaw`
    SELECT a.kind::text, coalesce(g.config, a.config) AS config, a.preview,
           a.finished_at IS NOT NULL OR coalesce(a.ends_at <= clock_timestamp(), false) OR (g.id IS NOT NULL AND (
             s.archived_at IS NOT NULL OR g.deleted_at IS NOT NULL OR NOT EXISTS (
               SELECT 1 FROM enrollments e WHERE e.section_id = s.id AND e.user_id = a.user_id AND e.left_at IS NULL)
           )) AS over,
           coalesce(a.tells_at <= clock_timestamp(), false) AS told,
           coalesce(a.solves_at <= clock_timestamp(), false) AS solved
    FROM attempts a LEFT JOIN assignments g ON g.id = a.assignment_id LEFT JOIN sections s ON s.id = g.section_id
    WHERE a.id = ${attemptId}::uuid`;
  return rowsSchema.parse(rows)[0] ?? null;
}

/** The same with the row locked until the end of the transaction. Before any of its variants is. */
export async function lockRuled(tx: Tx, attemptId: string | null): Promise<RuledAttempt | null> {
  if (attemptId === null) return null;
  await tx.$queryRaw`SELECT id FROM attempts WHERE id = ${attemptId}::uuid FOR NO KEY UPDATE`;
  return await readRuled(tx, attemptId);
}
