/** A regrade that was looked at, done: receipts are appended, terms change, and marks and variants follow. */
import "server-only";
import { v7 as newId } from "uuid";
import type { Actor } from "#lib/course/actor.ts";
import { assignmentConfigSchema } from "#lib/course/assignment/config.ts";
import { lockAssignment } from "#lib/course/assignment/find.ts";
import { rollUp } from "#lib/course/assignment/roll-up.ts";
import { record } from "#lib/course/section/audit.ts";
import { type Tx, transaction } from "#lib/db/client.ts";
import type { Assignment } from "#lib/db/generated/client.ts";
import { readFingerprint } from "./answers.ts";
import type { ApplyForm } from "./form.ts";
import { wasApplied } from "./past.ts";
import { type Plan, planRegrade } from "./plan.ts";
import { followVerdicts } from "./variants.ts";

export type Applied =
  | { outcome: "applied"; section: string }
  /** By a double click, or in another tab. */
  | { outcome: "already applied"; section: string }
  /** Answers, scores or terms are not those of the dry run any more. */
  | { outcome: "stale" }
  | { outcome: "nothing to do" }
  | { outcome: "unread"; errors: Record<string, string> };

/**
 * Judges again, outside of any transaction; then, with the assignment and its attempts locked, stores it if all is still as
 * it was looked at. Doing it again does nothing.
 * @throws Refusal "not-found", "invalid" for a draft
 */
export async function applyRegrade(actor: Actor, { hash, reason, ...form }: ApplyForm): Promise<Applied> {
  const plan = await planRegrade(actor, form);
  if ("errors" in plan) return { outcome: "unread", errors: plan.errors };
  const { assignmentId } = plan.which;
  if (plan.dry.hash === hash && plan.changed.length === 0 && plan.change.says.length === 0)
    return { outcome: "nothing to do" };
  return await transaction(async (tx): Promise<Applied> => {
    const { assignment, by } = await lockAssignment(tx, actor, assignmentId, "regrade work");
    await tx.$executeRaw`SELECT id FROM assignments WHERE id = ${assignmentId}::uuid FOR NO KEY UPDATE`;
    await tx.$executeRaw`SELECT id FROM attempts WHERE assignment_id = ${assignmentId}::uuid ORDER BY id FOR NO KEY UPDATE`;
    if (await wasApplied(tx, { sectionId: by.id, hash })) return { outcome: "already applied", section: by.id };
    const now = await tx.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { revision: true } });
    const isSame = now.revision === plan.revision && (await readFingerprint(tx, plan.which)) === plan.fingerprint;
    if (plan.dry.hash !== hash || !isSame) return { outcome: "stale" };
    await append(tx, plan, reason);
    await changeTerms(tx, assignment, plan);
    await followVerdicts(tx, assignmentConfigSchema.parse(assignment.config), plan.changed);
    await rollUp(tx, { assignmentId });
    const { says, up, down, kept } = plan.dry;
    const regrade = { assignment: assignmentId, hash, says, reason, up, down, kept, keep: form.keep };
    await record(tx, by, "regraded", { title: assignment.title, changed: plan.changed.length, regrade });
    return { outcome: "applied", section: by.id };
  });
}

/** How many receipts go in one statement. */
const atOnce = 500;

/** A try stays counted, or not, as it was when it was given: nobody loses or gains one by another judgement. */
async function append(tx: Tx, { changed }: Plan, reason: string): Promise<void> {
  const rows = changed.map(({ change: { receipt, after }, answer: { id, sequence, countsAsTry } }) => ({
    id: newId(),
    submissionId: id,
    sequence: sequence + 1,
    receipt,
    score: after.score,
    countsAsTry,
  }));
  for (let i = 0; i < rows.length; i += atOnce)
    await tx.$executeRaw`
      INSERT INTO receipts (id, submission_id, sequence, receipt, verdict, score, counts_as_try, grader_version,
                            exercise_version, reason)
      SELECT id, "submissionId", sequence, receipt, receipt->>'verdict', score, "countsAsTry",
             (receipt->>'graderVersion')::int, (receipt->>'version')::int, ${reason}
      FROM jsonb_to_recordset(${JSON.stringify(rows.slice(i, i + atOnce))}::jsonb) AS n(
        id uuid, "submissionId" uuid, sequence int, receipt jsonb, score float8, "countsAsTry" boolean)`;
}

async function changeTerms(tx: Tx, { id, config }: Assignment, { change, which }: Plan): Promise<void> {
  const [item] = change.items;
  if (item && which.itemId !== null) {
    const { row, exercise, rules, weights } = item;
    const data = { version: exercise.version, rules, weights };
    await tx.assignmentItem.update({ where: { id: row.id }, data });
  }
  for (const [part, points] of change.points) await tx.assignmentPart.update({ where: { id: part }, data: { points } });
  await tx.assignment.update({
    where: { id },
    data: {
      config: { ...assignmentConfigSchema.parse(config), carried: change.carried },
      revision: { increment: 1 },
    },
  });
}
