/** Scores of answers that a person sets by hand: receipts with an author, appended like every other. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { lockAssignment, requireAssignment } from "#lib/course/assignment/find.ts";
import { rollUp } from "#lib/course/assignment/roll-up.ts";
import { creditOf } from "#lib/course/credit.ts";
import { judgeAsItStands } from "#lib/course/judge-as-it-stands.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import type { Membership } from "#lib/course/section/membership.ts";
import { guarded } from "#lib/course/stored-variant.ts";
import { storedRawSchema } from "#lib/course/submission.ts";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import type { Assignment, Receipt } from "#lib/db/generated/client.ts";
import { type Receipt as Judged, receiptSchema } from "#lib/grading/receipt.ts";
import type { OverrideForm, TakeBackForm } from "./forms.ts";

/** An answer of a student to an assignment, with its section locked. */
export interface LockedAnswer {
  assignment: Assignment;
  by: Membership;
  submissionId: string;
  attemptId: string;
  position: number;
  enrollmentId: string;
  /** All of its receipts, the first judgement first. */
  receipts: [Receipt, ...Receipt[]];
  latest: Receipt;
}

/**
 * Sets what an answer is worth, in place of its judgement; the student is told the reason. Doing it again does nothing.
 * @throws Refusal "not-found", or "closed" where it was judged anew since the page was opened
 */
export async function overrideScore(actor: Actor, form: OverrideForm): Promise<void> {
  await transaction(async (tx) => {
    const answer = await lockAnswer(tx, actor, form.submission);
    const { latest, by } = answer;
    const isDone = latest.byUserId === by.userId && latest.score === form.score && latest.reason === form.reason;
    if (isDone) return;
    if (latest.sequence !== form.after) throw gradedMeanwhile();
    await append(tx, answer, { like: latest, score: form.score, reason: form.reason, byUserId: by.userId });
    await rollUp(tx, { attemptId: answer.attemptId });
    await recordOverride(tx, answer, form.score);
  });
}

/**
 * Lets the judgement count again, by the terms of now: a regrade in between had left the answer to the person. Doing it
 * again does nothing.
 */
export async function takeBackOverride(actor: Actor, form: TakeBackForm): Promise<void> {
  const now = await judgedNow(actor, form.submission);
  await transaction(async (tx) => {
    const answer = await lockAnswer(tx, actor, form.submission);
    const { latest, receipts } = answer;
    if (latest.byUserId === null) return;
    if (latest.sequence !== form.after) throw gradedMeanwhile();
    const before = receipts.findLast(({ byUserId }) => byUserId === null) ?? receipts[0];
    const { score: own } = receiptSchema.parse(before.receipt);
    const isAnother = now !== undefined && (now.verdict !== before.verdict || Math.abs(now.score - own) > 1e-9);
    const credit = own > 0 ? before.score / own : creditOf(await hintsBefore(tx, form.submission), false);
    const like = isAnother
      ? {
          ...before,
          receipt: now,
          verdict: now.verdict,
          graderVersion: now.graderVersion,
          exerciseVersion: now.version,
        }
      : before;
    const score = isAnother ? now.score * credit : before.score;
    const reason = "The score that was set by hand was taken back.";
    await append(tx, answer, { like, score, reason, byUserId: null });
    await rollUp(tx, { attemptId: answer.attemptId });
    await recordOverride(tx, answer, null);
  });
}

/** An answer judged by the terms of now, for who grades; undefined where it cannot be. */
async function judgedNow(actor: Actor, submissionId: string): Promise<Judged | undefined> {
  const found = await db().submission.findUnique({
    where: { id: submissionId },
    select: { raw: true, variant: { include: { attempt: true } } },
  });
  const assignmentId = found?.variant.attempt?.assignmentId;
  if (!found || !assignmentId) throw notFound();
  await requireAssignment(db(), actor, assignmentId, "grade work");
  const raw = storedRawSchema.parse(found.raw);
  return (await guarded(found.variant, (stored) => judgeAsItStands(stored, raw)))?.receipt;
}

/** How many hints had been shown when an answer was given. */
async function hintsBefore(tx: Tx, submissionId: string): Promise<number> {
  const { variantId, createdAt } = await tx.submission.findUniqueOrThrow({ where: { id: submissionId } });
  return await tx.reveal.count({ where: { variantId, kind: "hint", createdAt: { lte: createdAt } } });
}

const gradedMeanwhile = () =>
  new Refusal(
    "closed",
    "Somebody has graded this answer since you opened the page. Look at it again: reload the page.",
  );

/** @throws Refusal "not-found" for previews, and for what is no answer to an assignment */
async function lockAnswer(tx: Tx, actor: Actor, submissionId: string): Promise<LockedAnswer> {
  const found = await tx.submission.findUnique({
    where: { id: submissionId },
    select: { userId: true, variant: { select: { position: true, attempt: true } } },
  });
  const attempt = found?.variant.attempt;
  if (!found || !attempt?.assignmentId || attempt.preview || found.variant.position === null) throw notFound();
  const { assignment, by } = await lockAssignment(tx, actor, attempt.assignmentId, "grade work");
  const enrollment = await tx.enrollment.findUniqueOrThrow({
    where: { sectionId_userId: { sectionId: by.id, userId: found.userId } },
    select: { id: true },
  });
  const [first, ...later] = await tx.receipt.findMany({ where: { submissionId }, orderBy: { sequence: "asc" } });
  if (!first) throw notFound();
  return {
    assignment,
    by,
    submissionId,
    attemptId: attempt.id,
    position: found.variant.position,
    enrollmentId: enrollment.id,
    receipts: [first, ...later],
    latest: later.at(-1) ?? first,
  };
}

interface Judgement {
  /** The receipt whose words stand in the new one. */
  like: Pick<Receipt, "verdict" | "countsAsTry" | "graderVersion" | "exerciseVersion"> & { receipt: unknown };
  score: number;
  reason: string;
  byUserId: string | null;
}

async function append(
  tx: Tx,
  { submissionId, latest }: Pick<LockedAnswer, "submissionId" | "latest">,
  { like, score, reason, byUserId }: Judgement,
): Promise<void> {
  await tx.receipt.create({
    data: {
      submissionId,
      sequence: latest.sequence + 1,
      receipt: receiptSchema.parse(like.receipt),
      verdict: like.verdict,
      score,
      countsAsTry: like.countsAsTry,
      graderVersion: like.graderVersion,
      exerciseVersion: like.exerciseVersion,
      reason,
      byUserId,
    },
  });
}

async function recordOverride(tx: Tx, answer: LockedAnswer, to: number | null): Promise<void> {
  const { assignment, by, enrollmentId: person, position: item, latest } = answer;
  await record(tx, by, "overrode", { title: assignment.title, person, item, from: latest.score, to });
}
