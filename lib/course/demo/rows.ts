/** Rows of the demonstration as they are written, many at a time. Times are in milliseconds. */
import "server-only";
import type { Tx } from "#lib/db/client.ts";
import type { Receipt } from "#lib/grading/receipt.ts";

export interface AttemptRow {
  id: string;
  userId: string;
  assignmentId: string;
  startedAt: number;
  finishedAt: number | null;
}

export interface VariantRow {
  id: string;
  userId: string;
  exerciseId: string;
  version: number;
  level: number;
  number: number;
  seed: string;
  params: unknown;
  isDone: boolean;
  at: number;
  closedAt: number | null;
  attemptId: string;
  position: number;
  itemId: string;
  effort: number;
}

export interface AnswerRow {
  id: string;
  receiptId: string;
  key: string;
  hash: string;
  userId: string;
  variantId: string;
  sequence: number;
  raw: Readonly<Record<string, string>>;
  seconds: number;
  at: number;
  receipt: Receipt;
  /** Hints taken off. */
  score: number;
}

export interface RevealRow {
  id: string;
  variantId: string;
  userId: string;
  index: number;
  at: number;
}

export interface Rows {
  attempts: AttemptRow[];
  variants: VariantRow[];
  answers: AnswerRow[];
  reveals: RevealRow[];
}

/**
 * Writes them as if they had come then. The only place where work has a time that is not the clock’s; marks and the ends
 * of attempts follow from them as always.
 */
export async function storeRows(tx: Tx, { attempts, variants, answers, reveals }: Rows): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO attempts (id, user_id, kind, assignment_id, config, started_at, finished_at, learned_at)
    SELECT id, "userId", 'assignment', "assignmentId", '{}', to_timestamp("startedAt" / 1000),
           to_timestamp("finishedAt" / 1000), to_timestamp("startedAt" / 1000)
    FROM jsonb_to_recordset(${JSON.stringify(attempts)}::jsonb) AS r(
      id uuid, "userId" uuid, "assignmentId" uuid, "startedAt" float8, "finishedAt" float8)`;
  await tx.$executeRaw`
    INSERT INTO variants (id, user_id, exercise_id, version, level, number, seed, params, state, created_at, closed_at,
                          attempt_id, position, item_id, effort)
    SELECT id, "userId", "exerciseId", version, level, number, seed, params,
           (CASE WHEN "isDone" THEN 'done' ELSE 'open' END)::variant_state, to_timestamp(at / 1000),
           to_timestamp("closedAt" / 1000), "attemptId", position, "itemId", effort
    FROM jsonb_to_recordset(${JSON.stringify(variants)}::jsonb) AS r(
      id uuid, "userId" uuid, "exerciseId" text, version int, level int, number int, seed text, params jsonb,
      "isDone" boolean, at float8, "closedAt" float8, "attemptId" uuid, position int, "itemId" uuid, effort float8)`;
  await tx.$executeRaw`
    INSERT INTO submissions (id, key, body_hash, user_id, variant_id, sequence, raw, seconds, created_at)
    SELECT id, key, hash, "userId", "variantId", sequence, raw, seconds, to_timestamp(at / 1000)
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS r(
      id uuid, key uuid, hash text, "userId" uuid, "variantId" uuid, sequence int, raw jsonb, seconds int, at float8)`;
  await tx.$executeRaw`
    INSERT INTO receipts (id, submission_id, sequence, receipt, verdict, score, counts_as_try, grader_version,
                          exercise_version, created_at)
    SELECT "receiptId", id, 1, receipt, receipt->>'verdict', score, (receipt->>'countsAsTry')::boolean,
           (receipt->>'graderVersion')::int, (receipt->>'version')::int, to_timestamp(at / 1000)
    FROM jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) AS r(
      id uuid, "receiptId" uuid, receipt jsonb, score float8, at float8)`;
  await tx.$executeRaw`
    INSERT INTO reveals (id, user_id, variant_id, kind, index, created_at)
    SELECT id, "userId", "variantId", 'hint', index, to_timestamp(at / 1000)
    FROM jsonb_to_recordset(${JSON.stringify(reveals)}::jsonb) AS r(
      id uuid, "userId" uuid, "variantId" uuid, index int, at float8)`;
}
