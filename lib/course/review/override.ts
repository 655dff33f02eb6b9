/** Scores of answers that a person sets by hand: receipts with an author, appended like every other. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { lockAssignment } from "#lib/course/assignment/find.ts";
import { rollUp } from "#lib/course/assignment/roll-up.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import type { Membership } from "#lib/course/section/membership.ts";
import { type Tx, transaction } from "#lib/db/client.ts";
import type { Assignment, Receipt } from "#lib/db/generated/client.ts";
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

/** Lets the last judgement count again. Doing it again does nothing. */
export async function takeBackOverride(actor: Actor, form: TakeBackForm): Promise<void> {
  await transaction(async (tx) => {
    const answer = await lockAnswer(tx, actor, form.submission);
    const { latest, receipts } = answer;
    if (latest.byUserId === null) return;
    if (latest.sequence !== form.after) throw gradedMeanwhile();
    const judged = receipts.findLast(({ byUserId }) => byUserId === null) ?? receipts[0];
    const reason = "The score that was set by hand was taken back.";
    await append(tx, answer, { like: judged, score: judged.score, reason, byUserId: null });
    await rollUp(tx, { attemptId: answer.attemptId });
    await recordOverride(tx, answer, null);
  });
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
  /** The receipt whose words stay. */
  like: Receipt;
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
      receipt: like.receipt ?? {},
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
