import { z } from "zod";
import { type LearnerReceipt, learnerReceipt, receiptSchema } from "#lib/grading/receipt.ts";

/** A submission as its maker sees it. */
export interface LearnerSubmission {
  id: string;
  /** 1, 2, 3 … within the variant. */
  sequence: number;
  /** ISO 8601. */
  at: string;
  raw: Record<string, string>;
  /** What it earned, hints taken off. */
  score: number;
  countsAsTry: boolean;
  receipt: LearnerReceipt;
}

interface SubmissionRow {
  id: string;
  sequence: number;
  createdAt: Date;
  raw: unknown;
}

interface ReceiptRow {
  receipt: unknown;
  score: number;
  countsAsTry: boolean;
}

/** What was typed, as a row keeps it. */
export const storedRawSchema = z.record(z.string(), z.string());

/**
 * A submission for its maker, with one of its receipts.
 * @param reveal whether the variant's solution may be seen, and so the reference and the interval.
 */
export function learnerSubmission(row: SubmissionRow, stored: ReceiptRow, reveal: boolean): LearnerSubmission {
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.createdAt.toISOString(),
    raw: storedRawSchema.parse(row.raw),
    score: stored.score,
    countsAsTry: stored.countsAsTry,
    receipt: learnerReceipt(receiptSchema.parse(stored.receipt), { reveal }),
  };
}
