import "server-only";
import { z } from "zod";
import { db } from "#lib/db/client.ts";
import { told } from "./told.ts";

const tallySchema = z.object({
  exerciseId: z.string(),
  level: z.int(),
  /** Drawn. */
  variants: z.int(),
  /** Answered right, with credit. */
  rightVariants: z.int(),
  submissions: z.int(),
  /** Right ones, with credit. */
  right: z.int(),
  /** Counted ones. */
  tries: z.int(),
  best: z.number().nullable(),
});

/** What one user did with one level of an exercise, counted from the latest receipts. */
export type Tally = z.infer<typeof tallySchema>;

/** The tallies of a user, for every exercise and level that something was drawn of and may be told. */
export async function talliesOf(userId: string): Promise<Tally[]> {
  const rows = await db().$queryRaw`
    SELECT v.exercise_id AS "exerciseId", v.level,
           count(DISTINCT v.id)::int AS "variants",
           count(DISTINCT v.id) FILTER (WHERE r.verdict = 'right' AND r.score > 0)::int AS "rightVariants",
           count(s.id)::int AS "submissions",
           count(s.id) FILTER (WHERE r.verdict = 'right' AND r.score > 0)::int AS "right",
           count(s.id) FILTER (WHERE r.counts_as_try)::int AS "tries",
           max(r.score) AS "best"
    FROM variants v
    LEFT JOIN attempts a ON a.id = v.attempt_id
    LEFT JOIN submissions s ON s.variant_id = v.id
    LEFT JOIN LATERAL (
      SELECT verdict, score, counts_as_try FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1
    ) r ON true
    WHERE v.user_id = ${userId}::uuid AND ${told}
    GROUP BY v.exercise_id, v.level`;
  return z.array(tallySchema).parse(rows);
}
