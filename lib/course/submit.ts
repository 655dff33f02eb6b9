/**
 * The life of a submission: is it a repetition; is the variant open; read and judge, outside of any transaction; then,
 * with the variant locked, look again and store. What was acknowledged is stored exactly once.
 */
import "server-only";
import { z } from "zod";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import { Prisma, type Receipt as ReceiptRow, type Submission } from "#lib/db/generated/client.ts";
import { judge } from "#lib/grading/judge.ts";
import type { Receipt, Unreadable } from "#lib/grading/receipt.ts";
import { type Actor, requireOwner } from "./actor.ts";
import { rollUp } from "./assignment/roll-up.ts";
import { readRuled } from "./attempt-over.ts";
import { creditOf } from "./credit.ts";
import { keepDraft, saveDraft } from "./draft.ts";
import { learnFrom, wasMetBefore } from "./learn.ts";
import { askedOnly, bodyHash, rawSchema } from "./raw.ts";
import { notFound, Refusal } from "./refusal.ts";
import { isAnsweredRight } from "./right.ts";
import { rulesOf } from "./rules.ts";
import { countReveals, readStanding, type Standing } from "./standing.ts";
import { guarded, type StoredVariant } from "./stored-variant.ts";
import { type LearnerSubmission, learnerSubmission } from "./submission.ts";
import { type LockedVariant, lockVariant } from "./variant-lock.ts";

const day = 24 * 60 * 60;

export const submitSchema = z.object({
  /** Made by the client once for each submission, and sent again with each retry. */
  key: z.uuid("The key of a submission must be a UUID."),
  variantId: z.uuid(),
  raw: rawSchema,
  /** How long the variant was looked at since the answer before. What a retry says of it changes nothing. */
  seconds: z.int().min(0).max(day).optional().catch(undefined),
});
export type Submit = z.infer<typeof submitSchema>;

export type SubmitOutcome =
  | { outcome: "judged"; submission: LearnerSubmission; practice: Standing }
  /** Judged and stored; the verdict is told at the end of the attempt. */
  | { outcome: "kept" }
  /** Costs nothing, and is not stored but as a draft. */
  | { outcome: "unreadable"; parts: Unreadable["parts"] }
  /** The key was used before, for another answer. */
  | { outcome: "conflict" }
  | { outcome: "closed"; reason: "done" | "broken" | "over" };

/** Judges an answer and stores it. The same call again gives the same submission, and stores nothing. */
export async function submitAnswer(actor: Actor, submit: Submit): Promise<SubmitOutcome> {
  const userId = requireOwner(actor);
  const row = await db().variant.findFirst({ where: { id: submit.variantId, userId } });
  if (!row) throw notFound();
  const past = await repetition(userId, submit);
  if (past) return past === "conflict" ? { outcome: "conflict" } : await judged(past);
  if (row.state !== "open") return { outcome: "closed", reason: row.state };
  const { submits, over } = rulesOf(await readRuled(db(), row.attemptId));
  if (over) return { outcome: "closed", reason: "over" };
  if (!submits) throw new Refusal("invalid", "This is handed in together with the rest.");

  const known = await guarded(row, (stored) => {
    const raw = askedOnly(stored.exercise.asks[stored.level], submit.raw);
    return { stored, raw, judgement: judge(stored.exercise, stored, raw, stored.options) };
  });
  if (!known) return { outcome: "closed", reason: "broken" };
  const { stored, raw, judgement } = known;
  if (judgement.outcome === "unreadable") {
    await saveDraft(actor, { variantId: row.id, raw });
    return { outcome: "unreadable", parts: judgement.parts };
  }
  const body = { ...submit, raw, hash: bodyHash(submit.variantId, submit.raw) };
  const end = await transaction((tx) => store(tx, userId, body, stored, judgement.receipt)).catch(
    async (error: unknown) => {
      // The same key came at the same time for another variant, whose lock is not ours.
      if (!isTaken(error)) throw error;
      return (await repetition(userId, submit)) ?? Promise.reject(error);
    },
  );
  if (end === "conflict") return { outcome: "conflict" };
  if (end === "done" || end === "broken" || end === "over") return { outcome: "closed", reason: end };
  return await judged(end);
}

type Stored = { submission: Submission; receipt: ReceiptRow };

/** The submission that this is a repetition of, or "conflict" where its key was used for something else. */
async function repetition(userId: string, { key, variantId, raw }: Submit): Promise<Stored | "conflict" | undefined> {
  return await findByKey(db(), userId, key, bodyHash(variantId, raw));
}

async function findByKey(tx: Tx, userId: string, key: string, hash: string): Promise<Stored | "conflict" | undefined> {
  const found = await tx.submission.findUnique({
    where: { userId_key: { userId, key } },
    include: { receipts: { orderBy: { sequence: "asc" }, take: 1 } },
  });
  if (!found) return undefined;
  const { receipts, ...submission } = found;
  const [receipt] = receipts;
  return found.bodyHash === hash && receipt ? { submission, receipt } : "conflict";
}

/** Stores a submission, unless something else came first. */
async function store(
  tx: Tx,
  userId: string,
  body: Submit & { hash: string },
  stored: StoredVariant,
  judged: Receipt,
): Promise<Stored | "conflict" | "done" | "broken" | "over"> {
  const locked = await lockVariant(tx, body.variantId, userId);
  const past = await findByKey(tx, userId, body.key, body.hash);
  if (past) return past;
  if (locked.state !== "open") return locked.state;
  if (locked.rules.over) return "over";
  const kept = await keepSubmission(tx, userId, body, stored, judged, locked);
  if (locked.itemId !== null && locked.attemptId !== null) await rollUp(tx, { attemptId: locked.attemptId });
  return kept;
}

/**
 * Stores a submission with its receipt, and what follows from it: the draft, the skills, the end of the variant. Inside a
 * transaction that has the variant locked, and rolls up what belongs to an assignment.
 */
export async function keepSubmission(
  tx: Tx,
  userId: string,
  { key, variantId, raw, hash, seconds }: Submit & { hash: string },
  { exercise, level }: StoredVariant,
  judged: Receipt,
  { rules: { tries, freshOnRetry, tells, teaches }, attemptId, position }: LockedVariant,
): Promise<Stored> {
  const { hints, solutionShown } = countReveals(await tx.reveal.findMany({ where: { variantId } }));
  // A variant that was right and was taken up again has its solution shown, and nothing to earn.
  const isSettled = solutionShown || (await isAnsweredRight(tx, variantId));
  const countsAsTry = judged.countsAsTry && !isSettled;
  const isFirst = countsAsTry && !(await tx.receipt.findFirst({ where: { countsAsTry, submission: { variantId } } }));
  const { _max } = await tx.submission.aggregate({ where: { variantId }, _max: { sequence: true } });
  const sequence = (_max.sequence ?? 0) + 1;
  const submission = await tx.submission.create({
    data: { key, bodyHash: hash, userId, variantId, sequence, raw, seconds: seconds ?? null },
  });
  const receipt = await tx.receipt.create({
    data: {
      submissionId: submission.id,
      sequence: 1,
      receipt: judged,
      verdict: judged.verdict,
      score: judged.score * creditOf(hints, isSettled),
      countsAsTry,
      graderVersion: judged.graderVersion,
      exerciseVersion: judged.version,
    },
  });
  await keepDraft(tx, userId, variantId, raw);
  const right = judged.verdict === "right";
  if (isFirst && teaches && !(await wasMetBefore(tx, variantId)))
    await learnFrom(tx, userId, { exercise, level, receipt: judged, hints, at: submission.createdAt });
  const isUsedUp = async () =>
    tries !== null &&
    tries <=
      (await tx.receipt.count({
        where: {
          sequence: 1,
          countsAsTry,
          submission: { variant: attemptId === null ? { id: variantId } : { attemptId, position } },
        },
      }));
  // Where nothing is told, another try would tell that the first one cost none.
  if (right || (countsAsTry ? freshOnRetry || (await isUsedUp()) : tries === 1 && !tells))
    await tx.$executeRaw`UPDATE variants SET state = 'done', closed_at = clock_timestamp() WHERE id = ${variantId}::uuid`;
  return { submission, receipt };
}

/** What the learner gets to see of a stored submission, and where they stand now. */
async function judged({ submission, receipt }: Stored): Promise<SubmitOutcome> {
  const practice = await readStanding(submission.variantId);
  if (!practice) return { outcome: "closed", reason: "broken" };
  if (!practice.tells) return { outcome: "kept" };
  return {
    outcome: "judged",
    submission: learnerSubmission(submission, receipt, practice.solution !== null),
    practice,
  };
}

const isTaken = (error: unknown): boolean =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
