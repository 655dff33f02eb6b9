/** Which variants of running attempts open or close when verdicts change. */
import "server-only";
import type { AssignmentConfig } from "#lib/course/assignment/config.ts";
import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Plan } from "./plan.ts";

const isRight = Prisma.sql`
  EXISTS (
    SELECT 1 FROM submissions s
    JOIN LATERAL (SELECT verdict FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1) r ON true
    WHERE s.variant_id = v.id AND r.verdict = 'right')`;

/**
 * What is right now is done. What was right and is not any more is open again if its attempt still runs and a try is left,
 * unless the way on is another variant, there is no way back, or its solution was there to read. In a transaction that has
 * the attempts locked, after the receipts were appended.
 */
export async function followVerdicts(
  tx: Tx,
  { feedback, freshOnRetry, navigation, solutions, tries }: AssignmentConfig,
  changed: Plan["changed"],
): Promise<void> {
  const variantsOf = (some: Plan["changed"]) => [...new Set(some.map(({ answer }) => answer.variantId))];
  const won = variantsOf(changed.filter(({ change: { after } }) => after.verdict === "right"));
  const lost = variantsOf(changed.filter(({ change: { before } }) => before.verdict === "right"));
  await tx.$executeRaw`
    UPDATE variants v SET state = 'done', closed_at = clock_timestamp()
    WHERE v.id = ANY(${won}::uuid[]) AND v.state = 'open' AND ${isRight}`;
  if (feedback !== "at once" || freshOnRetry || navigation === "one by one" || solutions === "when settled") return;
  await tx.$executeRaw`
    UPDATE variants v SET state = 'open', closed_at = NULL
    FROM attempts a
    WHERE v.id = ANY(${lost}::uuid[]) AND v.state = 'done' AND a.id = v.attempt_id AND NOT ${isRight}
      AND a.finished_at IS NULL AND coalesce(a.ends_at > clock_timestamp(), true)
      AND coalesce(a.solves_at > clock_timestamp(), true)
      AND (${tries}::int IS NULL OR ${tries}::int > (
        SELECT count(*) FROM variants o JOIN submissions s ON s.variant_id = o.id
        JOIN receipts r ON r.submission_id = s.id AND r.sequence = 1 AND r.counts_as_try
        WHERE o.attempt_id = v.attempt_id AND o.position = v.position))`;
}
