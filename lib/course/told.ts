/** What of somebody's answers they may be told by now, as pieces of SQL: rules.ts says the same of one variant. */
import "server-only";
import { Prisma } from "#lib/db/generated/client.ts";

/**
 * Whether verdicts on variants drawn for the attempt `a` (all null in practice) may be told. Previews of assignments are
 * nobody's work, and told nowhere but on their own page.
 */
export const told = Prisma.sql`(
  CASE WHEN a.assignment_id IS NOT NULL THEN NOT a.preview AND coalesce(a.tells_at <= clock_timestamp(), false)
  ELSE a.id IS NULL OR a.kind = 'drill' OR a.finished_at IS NOT NULL OR coalesce(a.ends_at <= clock_timestamp(), false)
    OR (a.kind = 'quiz' AND a.config->>'feedback' = 'at once') END)`;

/** The answers `s` of a user to their variants `v`, with the latest receipt `r` of each, as far as they may be told. */
export const judgedOf = (userId: string) => Prisma.sql`
  submissions s
  JOIN variants v ON v.id = s.variant_id
  LEFT JOIN attempts a ON a.id = v.attempt_id
  JOIN LATERAL (
    SELECT receipt, verdict, score, counts_as_try FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1
  ) r ON true
  WHERE s.user_id = ${userId}::uuid AND ${told}`;
