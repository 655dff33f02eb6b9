/** One score for all who gave the same answer, or made the same mistake. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { lockAssignment } from "#lib/course/assignment/find.ts";
import { rollUp } from "#lib/course/assignment/roll-up.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import { transaction } from "#lib/db/client.ts";
import { givenTo, nameOfGroup, seenOf } from "./answers.ts";
import type { AwardForm } from "./forms.ts";
import { groupsOf } from "./groups.ts";

/**
 * Sets the score of the answers of a group that count for their students, as it was when it was looked at: who has a better
 * answer to the item keeps that. Where the group has changed since, nothing is done, and so a second click does nothing but
 * say so.
 * @returns how many answers were set, and how many students keep a better one
 * @throws Refusal "closed" where the group is another by now
 */
export async function award(
  actor: Actor,
  { assignment: id, item: itemId, ...form }: AwardForm,
): Promise<{ set: number; better: number }> {
  return await transaction(async (tx) => {
    const { assignment, by } = await lockAssignment(tx, actor, id, "grade work");
    const item = await tx.assignmentItem.findFirst({ where: { id: itemId, part: { assignmentId: id } } });
    if (!item) throw notFound();
    const group = groupsOf(await givenTo(tx, item)).find((one) => nameOfGroup(one) === form.group);
    if (!group || seenOf(group) !== form.seen) throw changedGroup();
    const all = group.answers.map(({ submission }) => submission);
    const counting = await tx.mark.findMany({ where: { submissionId: { in: all } }, select: { submissionId: true } });
    const ids = counting.flatMap(({ submissionId }) => submissionId ?? []);
    const better = group.students - ids.length;
    if (ids.length === 0) return { set: 0, better };
    await tx.$executeRaw`
      INSERT INTO receipts (id, submission_id, sequence, receipt, verdict, score, counts_as_try, grader_version,
                            exercise_version, reason, by_user_id)
      SELECT gen_random_uuid(), r.submission_id, r.sequence + 1, r.receipt, r.verdict, ${form.score}, r.counts_as_try,
             r.grader_version, r.exercise_version, ${form.reason}, ${by.userId}::uuid
      FROM (SELECT DISTINCT ON (submission_id) * FROM receipts WHERE submission_id = ANY(${ids}::uuid[])
            ORDER BY submission_id, sequence DESC) r`;
    await rollUp(tx, { assignmentId: id });
    await record(tx, by, "awarded", { title: assignment.title, answers: ids.length, to: form.score });
    return { set: ids.length, better };
  });
}

const changedGroup = () =>
  new Refusal(
    "closed",
    "These answers have changed since you opened the page: another came, or somebody has graded one. Look at them again: reload the page.",
  );
