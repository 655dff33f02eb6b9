/** What a first try teaches about a learner's skills, and the same again from what is stored. */
import "server-only";
import { z } from "zod";
import type { Tx } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import type { Receipt } from "#lib/grading/receipt.ts";
import { type Evidence, evidenceOf } from "#lib/mastery/evidence.ts";
import { learn } from "#lib/mastery/learn.ts";
import { changeLearner } from "./learner.ts";
import { levelSchema } from "./level.ts";
import { findVersion } from "./registry.ts";

/** The evidence of one first try, with its time in ms. */
interface FirstTry {
  evidence: Evidence[];
  at: number;
}

/** Learns from a first counted try, with the hints that had been shown. In a transaction that has the variant locked. */
export async function learnFrom(
  tx: Tx,
  userId: string,
  { exercise, level, receipt, hints, at }: FirstTryMade,
): Promise<void> {
  const evidence = evidenceOf(exercise, level, receipt.steps.filter(wasRead), hints);
  await replay(tx, userId, [{ evidence, at: at.getTime() }]);
}

interface FirstTryMade {
  exercise: Exercise;
  level: Level;
  receipt: Pick<Receipt, "steps">;
  hints: number;
  at: Date;
}

/** Learns from first tries, the earliest first. */
export async function replay(tx: Tx, userId: string, tries: readonly FirstTry[]): Promise<void> {
  const skills = tries.flatMap(({ evidence }) => evidence.map(({ skill }) => skill));
  await changeLearner(tx, userId, skills, (learner) =>
    tries.reduce((known, { evidence, at }) => learn(known, evidence, at), learner),
  );
}

/** At the end of a quiz a part that cannot be read counts as blank; of the skill it says nothing. */
const wasRead = ({ verdict, raw }: { verdict: string; raw: string }): boolean =>
  verdict !== "blank" || raw.trim() === "";

const rowsSchema = z.array(
  z.object({
    exerciseId: z.string(),
    version: z.int(),
    level: levelSchema,
    at: z.date(),
    hints: z.int(),
    steps: z.array(
      z.object({
        step: z.string(),
        raw: z.string(),
        verdict: z.enum(["right", "carried", "imprecise", "form", "undecided", "wrong", "blank"]),
        malrules: z.array(z.object({ at: z.string() })),
      }),
    ),
  }),
);

/**
 * The first counted tries of a user in the order they were made, as their latest receipts judge them. The same numbers
 * met again, as when a quiz is taken twice, count once. Tries whose code is gone are left out, and those of a placement or an
 * assignment until they have taught.
 */
export async function firstTriesOf(tx: Tx, userId: string): Promise<FirstTry[]> {
  const rows = await tx.$queryRaw`
    SELECT * FROM (
      SELECT DISTINCT ON (v.exercise_id, v.version, v.level, v.seed)
             v.exercise_id AS "exerciseId", v.version, v.level, s.created_at AS "at", r.receipt->'steps' AS steps,
             (SELECT count(*) FROM reveals WHERE variant_id = v.id AND kind = 'hint' AND created_at < s.created_at)::int AS hints
      FROM variants v
      JOIN submissions s ON s.variant_id = v.id
      JOIN LATERAL (
        SELECT receipt, counts_as_try FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1
      ) r ON r.counts_as_try
      WHERE v.user_id = ${userId}::uuid AND NOT EXISTS (
        SELECT 1 FROM attempts p WHERE p.id = v.attempt_id AND (
          (p.kind = 'placement' AND p.finished_at IS NULL)
          OR (p.kind = 'assignment' AND (p.preview OR p.learned_at IS NULL)))
      ) AND NOT EXISTS (
        SELECT 1 FROM variants o JOIN attempts a ON a.id = o.attempt_id
        WHERE o.user_id = v.user_id AND o.exercise_id = v.exercise_id AND o.version = v.version AND o.level = v.level
          AND o.seed = v.seed AND o.id <> v.id AND a.finished_at < s.created_at)
      ORDER BY v.exercise_id, v.version, v.level, v.seed, s.created_at, s.sequence
    ) firsts ORDER BY "at"`;
  return rowsSchema.parse(rows).flatMap(({ exerciseId, version, level, steps, hints, at }) => {
    const exercise = findVersion(exerciseId, version);
    return exercise ? [{ evidence: evidenceOf(exercise, level, steps.filter(wasRead), hints), at: at.getTime() }] : [];
  });
}

/**
 * Whether this user has met the same numbers before, in another variant's row: in a counted try, or in an attempt that is
 * over, whose solutions were there to read.
 */
export async function wasMetBefore(tx: Tx, variantId: string): Promise<boolean> {
  const rows = await tx.$queryRaw`
    SELECT 1 AS one FROM variants mine
    JOIN variants other ON other.user_id = mine.user_id AND other.exercise_id = mine.exercise_id
      AND other.version = mine.version AND other.level = mine.level AND other.seed = mine.seed AND other.id <> mine.id
    LEFT JOIN attempts own ON own.id = mine.attempt_id
    WHERE mine.id = ${variantId}::uuid AND (
      EXISTS (
        SELECT 1 FROM attempts a
        WHERE a.id = other.attempt_id AND a.finished_at < coalesce(own.finished_at, clock_timestamp()))
      OR EXISTS (
        SELECT 1 FROM submissions s JOIN receipts r ON r.submission_id = s.id AND r.counts_as_try
        WHERE s.variant_id = other.id))
    LIMIT 1`;
  return z.array(z.unknown()).parse(rows).length > 0;
}
