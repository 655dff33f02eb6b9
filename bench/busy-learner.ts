/** A learner with a long history, made at once: real receipts, spread over a year. */
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { answersTo } from "#e2e/answers.ts";
import { firstTriesOf, replay } from "#lib/course/learn.ts";
import { catalogue } from "#lib/course/registry.ts";
import type { Tx } from "#lib/db/client.ts";
import type { Exercise, Level } from "#lib/exercise/exercise.ts";
import { levels } from "#lib/exercise/exercise.ts";
import { createRng, type Rng } from "#lib/exercise/rng.ts";
import { drawVariant } from "#lib/exercise/variant.ts";
import { judge, type RawAnswer } from "#lib/grading/judge.ts";
import type { Receipt } from "#lib/grading/receipt.ts";

const yearMs = 365 * 86_400_000;
/** Rows of one INSERT. */
const batch = 500;

interface Answer {
  raw: Record<string, string>;
  receipt: Receipt;
}

/** A variant that is answered again and again under other seeds. */
interface Model {
  exercise: Exercise;
  level: Level;
  params: object;
  right: Answer;
  wrong: Answer;
}

const objectSchema = z.record(z.string(), z.json());

function modelOf(exercise: Exercise, level: Level): Model {
  const { params } = drawVariant(exercise, level, "busy");
  const { right, wrong } = answersTo(exercise.id, exercise.version, level, params);
  const answer = (raw: RawAnswer): Answer => {
    const judgement = judge(exercise, { params, level }, raw, { practice: true });
    if (judgement.outcome !== "judged") throw new RangeError(`${exercise.id}: ${JSON.stringify(raw)} is unreadable`);
    return { raw: { ...raw }, receipt: judgement.receipt };
  };
  return { exercise, level, params: objectSchema.parse(params), right: answer(right), wrong: answer(wrong.typed) };
}

/**
 * Gives a user so many submissions within the year before a time in ms, and learns from them. Two of three variants are
 * right at once; the others are wrong by a malrule, and then right.
 */
export async function makeBusy(tx: Tx, userId: string, submissions: number, until: number): Promise<void> {
  const rng = createRng("busy");
  const models = catalogue.flatMap((exercise) => levels.map((level) => modelOf(exercise, level)));
  const rows = {
    variant: Array.of<VariantRow>(),
    submission: Array.of<SubmissionRow>(),
    receipt: Array.of<ReceiptRow>(),
  };
  for (let i = 0; rows.submission.length < submissions; i++) {
    const model = models[i % models.length]!;
    const variant = variantOf(model, userId, Math.floor(i / models.length) + 1, rng);
    const at = until - Math.floor(yearMs * (1 - rows.submission.length / submissions)) + 1;
    rows.variant.push(variant);
    const answers = i % 3 === 2 ? [model.wrong, model.right] : [model.right];
    for (const [k, answer] of answers.entries()) {
      const submission = submissionOf(answer, variant, k + 1, new Date(at + k * 60_000), rng);
      rows.submission.push(submission);
      rows.receipt.push(receiptOf(answer, submission.id));
    }
  }
  for (const data of batches(rows.variant)) await tx.variant.createMany({ data });
  for (const data of batches(rows.submission)) await tx.submission.createMany({ data });
  for (const data of batches(rows.receipt)) await tx.receipt.createMany({ data });
  await replay(tx, userId, await firstTriesOf(tx, userId));
}

type VariantRow = ReturnType<typeof variantOf>;
type SubmissionRow = ReturnType<typeof submissionOf>;
type ReceiptRow = ReturnType<typeof receiptOf>;

const variantOf = ({ exercise, level, params }: Model, userId: string, number: number, rng: Rng) => ({
  ...{ id: randomUUID(), userId, exerciseId: exercise.id, version: exercise.version, level, number, params },
  seed: rng.list(32, () => rng.int(0, 15).toString(16)).join(""),
  state: "done" as const,
});

const submissionOf = ({ raw }: Answer, { id, userId }: VariantRow, sequence: number, createdAt: Date, rng: Rng) => ({
  ...{ id: randomUUID(), key: randomUUID(), bodyHash: "0", userId, variantId: id, sequence, raw, createdAt },
  seconds: rng.int(15, 240),
});

const receiptOf = ({ receipt }: Answer, submissionId: string) => ({
  ...{ submissionId, sequence: 1, receipt, verdict: receipt.verdict, score: receipt.score },
  countsAsTry: receipt.countsAsTry,
  graderVersion: receipt.graderVersion,
  exerciseVersion: receipt.version,
});

const batches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, i) => rows.slice(i * batch, (i + 1) * batch));
