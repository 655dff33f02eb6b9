/** Why an item has the mark it has, in words for whoever got it. */
import "server-only";
import { db } from "#lib/db/client.ts";
import { assignmentConfigSchema } from "./config.ts";
import { worthOf } from "./mark.ts";
import { readAnswers } from "./roll-up.ts";
import { saidFor } from "./said-for.ts";
import { datesFor } from "./schedule.ts";

/**
 * The way from the answer that counts to the mark, a line each. Whose attempt it is, and that it may be told, the caller
 * has made sure.
 */
export async function whyMark(attemptId: string, position: number): Promise<string[]> {
  const mark = await db().mark.findUnique({
    where: { attemptId_position: { attemptId, position } },
    include: { attempt: { include: { assignment: true } } },
  });
  const assignment = mark?.attempt.assignment;
  if (!mark || !assignment) return [];
  const { userId } = mark.attempt;
  const { id: enrollmentId } = await db().enrollment.findFirstOrThrow({
    where: { sectionId: assignment.sectionId, userId },
    select: { id: true },
  });
  const { own, general } = await saidFor(db(), assignment.id, enrollmentId);
  const { dueAt } = datesFor(
    {
      opensAt: assignment.opensAt?.getTime() ?? null,
      dueAt: assignment.dueAt?.getTime() ?? null,
      lateUntil: assignment.lateUntil?.getTime() ?? null,
    },
    own,
    general,
  );
  const { tryPenalty, late } = assignmentConfigSchema.parse(assignment.config);
  const answers = (await readAnswers(db(), [attemptId])).get(`${attemptId} ${position}`) ?? [];
  const worth = worthOf(answers, { tryPenalty, late, dueAt });
  const points = `${number((mark.score ?? 0) * mark.possible)} of ${number(mark.possible)} ${mark.possible === 1 ? "point" : "points"}`;
  const byHand = await db().gradeChange.findMany({
    where: { assignmentId: assignment.id, enrollmentId, position },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const set = byHand.findLast(({ kind }) => kind !== "comment");
  const said = byHand.filter(({ kind }) => kind === "comment").map(({ says }) => `Who teaches says: ${says}`);
  const fault = await db().fault.findFirst({
    where: { itemId: mark.itemId, OR: [{ variantId: null }, { variant: { attemptId, position } }] },
    orderBy: { policy: "desc" },
  });
  if (mark.excluded)
    return [
      fault
        ? `This item was faulty and does not count. ${fault.reason}`
        : "You are excused from this item: it does not count.",
      ...said,
    ];
  if (set?.kind === "score")
    return [`Who teaches has set it to ${percent(set.score ?? 0)}, that is ${points}: ${set.says}`, ...said];
  if (fault?.policy === "full")
    return [`This item was faulty, so it counts in full: ${points}. ${fault.reason}`, ...said];
  if (!worth) return [`Nothing was answered: ${points}.`, ...said];
  const at = answers.findIndex(({ submissionId }) => submissionId === worth.submissionId);
  const answer = answers[at];
  const latest = await db().receipt.findFirstOrThrow({
    where: { submissionId: worth.submissionId },
    orderBy: { sequence: "desc" },
  });
  const because = latest.reason ? `: ${latest.reason}` : ".";
  const hints = answer && answer.judged > 0 ? answer.score / answer.judged : 1;
  return [
    ...(answers.length > 1 ? [`Of your ${answers.length} answers number ${at + 1} is worth most, and counts.`] : []),
    worth.overridden
      ? `Who teaches has set it to ${percent(worth.own)}${because}`
      : `It was judged ${percent(answer?.judged ?? worth.own)}${hints < 0.999 ? `, and hints leave ${percent(hints)} of that` : ""}.`,
    ...(latest.sequence > 1 && !worth.overridden ? [`It was judged again${because}`] : []),
    ...(worth.tryFactor < 1 ? [`As try ${triesBefore(answers, at) + 1} it counts ${percent(worth.tryFactor)}.`] : []),
    ...(worth.lateFactor < 1
      ? [
          `It came ${worth.lateDays === 1 ? "a day" : `${worth.lateDays} days`} late, and counts ${percent(worth.lateFactor)}.`,
        ]
      : []),
    `That makes ${points}.`,
    ...said,
  ];
}

const triesBefore = (answers: readonly { countsAsTry: boolean }[], at: number): number =>
  answers.slice(0, at).filter(({ countsAsTry }) => countsAsTry).length;

const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
const number = (value: number): string => String(Math.round(value * 100) / 100);
