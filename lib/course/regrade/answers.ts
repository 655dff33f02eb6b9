/** The stored answers that a regrade is about: all of the students to an assignment, or to one item of it; no previews. */
import "server-only";
import { z } from "zod";
import { levelSchema } from "#lib/course/level.ts";
import { storedRawSchema } from "#lib/course/submission.ts";
import type { Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { receiptSchema } from "#lib/grading/receipt.ts";

/** Of which item; null for all of the assignment. */
export interface Which {
  assignmentId: string;
  itemId: string | null;
}

const joined = ({ assignmentId, itemId }: Which) => Prisma.sql`
  FROM attempts a
  JOIN assignments g ON g.id = a.assignment_id
  JOIN enrollments e ON e.section_id = g.section_id AND e.user_id = a.user_id
  JOIN variants v ON v.attempt_id = a.id
  JOIN submissions s ON s.variant_id = v.id
  JOIN LATERAL (SELECT * FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1) r ON true
  WHERE a.assignment_id = ${assignmentId}::uuid AND NOT a.preview
    AND (${itemId === null} OR v.item_id = ${itemId}::uuid)`;

const answersSchema = z.array(
  z.object({
    id: z.string(),
    enrollmentId: z.string(),
    variantId: z.string(),
    itemId: z.string(),
    position: z.int(),
    exerciseId: z.string(),
    version: z.int(),
    level: levelSchema,
    params: z.unknown(),
    raw: storedRawSchema,
    /** The latest one. */
    sequence: z.int(),
    receipt: receiptSchema,
    verdict: z.string(),
    score: z.number(),
    countsAsTry: z.boolean(),
    overridden: z.boolean(),
    hints: z.int(),
    /** Whether there was nothing to be earned any more when it was given. */
    settled: z.boolean(),
  }),
);
export type GivenAnswer = z.infer<typeof answersSchema>[number];

/** In the order they were given, by student and position. */
export async function readGiven(client: Pick<Tx, "$queryRaw">, which: Which): Promise<GivenAnswer[]> {
  const rows = await client.$queryRaw`
    SELECT s.id::text, e.id::text AS "enrollmentId", v.id::text AS "variantId", v.item_id::text AS "itemId", v.position,
           v.exercise_id AS "exerciseId", v.version, v.level, v.params, s.raw,
           r.sequence, r.receipt, r.verdict, r.score, r.counts_as_try AS "countsAsTry", r.by_user_id IS NOT NULL AS overridden,
           (SELECT count(*) FROM reveals h
            WHERE h.variant_id = v.id AND h.kind = 'hint' AND h.created_at <= s.created_at)::int AS hints,
           EXISTS (SELECT 1 FROM reveals h
            WHERE h.variant_id = v.id AND h.kind = 'solution' AND h.created_at <= s.created_at)
           OR EXISTS (SELECT 1 FROM submissions o JOIN receipts w ON w.submission_id = o.id AND w.verdict = 'right'
            WHERE o.variant_id = v.id AND o.sequence < s.sequence AND w.created_at <= s.created_at) AS settled
    ${joined(which)}
    ORDER BY e.id, v.position, v.round, s.sequence`;
  return answersSchema.parse(rows);
}

const marksSchema = z.array(
  z.object({ id: z.string(), sequence: z.int(), score: z.number(), overridden: z.boolean() }),
);

/** What of the answers a dry run rests on, in one text: it says whether they are still the same. */
export async function readFingerprint(client: Pick<Tx, "$queryRaw">, which: Which): Promise<string> {
  const rows = await client.$queryRaw`
    SELECT s.id::text, r.sequence, r.score, r.by_user_id IS NOT NULL AS overridden ${joined(which)} ORDER BY s.id`;
  return fingerprintOf(marksSchema.parse(rows));
}

export const fingerprintOf = (answers: z.infer<typeof marksSchema>): string =>
  answers
    .map(({ id, sequence, score, overridden }) => `${id} ${sequence} ${score} ${overridden}`)
    .toSorted()
    .join("\n");
