/** The answers to one item for who teaches, grouped by what went wrong. */
import "server-only";
import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { exerciseOf, type Item, readContent } from "#lib/course/assignment/content.ts";
import { requireAssignment } from "#lib/course/assignment/find.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { notFound } from "#lib/course/refusal.ts";
import { named, nameOf } from "#lib/course/section/named.ts";
import { db, type Tx } from "#lib/db/client.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";
import { receiptSchema } from "#lib/grading/receipt.ts";
import { type AnswerGroup, type GivenAnswer, type GroupKind, groupsOf } from "./groups.ts";

/** An item in a list to choose from. */
export interface ItemChoice {
  id: string;
  title: string;
  level: number;
}

export interface GroupView {
  key: string;
  kind: GroupKind;
  /** What is asked in the part that went wrong first; null for right answers. */
  words: string | null;
  /** What went wrong, in a sentence with $TeX$; of a value, how it was read. */
  says: string;
  students: number;
  answers: number;
  /** What they earn now, the least and the most, from 0 to 1. */
  from: number;
  to: number;
  overridden: number;
  /** Changes with whatever of the group changes. */
  seen: string;
  /** Some of the answers, each with a way to the student’s work. */
  examples: { submission: string; student: string; attempt: string; position: number; raw: string }[];
}

export interface ItemAnswers {
  items: ItemChoice[];
  item: ItemChoice;
  groups: GroupView[];
  /** Answers in all. */
  answers: number;
}

const mostExamples = 6;

/**
 * The groups of answers to an item, or to the first.
 * @throws Refusal "not-found", where there is no such item, too
 */
export async function readAnswers(actor: Actor, assignmentId: string, itemId?: string): Promise<ItemAnswers | null> {
  const { assignment, by } = await requireAssignment(db(), actor, assignmentId, "see everybody's work");
  await settleAssignments({ assignmentId: assignment.id });
  const items = (await readContent(db(), assignmentId)).flatMap((part) => part.items);
  const [first] = items;
  if (!first) return null;
  const item = itemId === undefined ? first : items.find(({ id }) => id === itemId);
  if (!item) throw notFound();
  const answers = await givenTo(db(), item);
  const people = await db().enrollment.findMany({
    where: { sectionId: by.id, userId: { in: [...new Set(answers.map(({ student }) => student))] } },
    select: { userId: true, ...named },
  });
  const names = new Map(people.map(({ userId, ...row }) => [userId, nameOf(row)]));
  const exercise = exerciseOf(item);
  return {
    items: items.map(choiceOf),
    item: choiceOf(item),
    groups: groupsOf(answers).map((group) => viewOf(group, exercise, names)),
    answers: answers.length,
  };
}

export const choiceOf = (item: Item): ItemChoice => ({
  id: item.id,
  title: exerciseOf(item)?.title ?? item.exerciseId,
  level: item.level,
});

interface Placed extends GivenAnswer {
  attempt: string;
  position: number;
  sequence: number;
}

const rowsSchema = z.array(
  z.object({
    submission: z.string(),
    student: z.string(),
    attempt: z.string(),
    position: z.int(),
    variant: z.string(),
    sequence: z.int(),
    score: z.number(),
    overridden: z.boolean(),
    receipt: receiptSchema,
  }),
);

/** Every answer of students to an item, with the receipt that counts. */
export async function givenTo(client: Pick<Tx, "$queryRaw">, item: Pick<Item, "id" | "seed">): Promise<Placed[]> {
  const rows = await client.$queryRaw`
    SELECT s.id::text AS submission, v.user_id::text AS student, a.id::text AS attempt, v.position, v.id::text AS variant,
           r.sequence, r.score, r.by_user_id IS NOT NULL AS overridden, r.receipt
    FROM variants v
    JOIN attempts a ON a.id = v.attempt_id AND NOT a.preview
    JOIN submissions s ON s.variant_id = v.id
    JOIN LATERAL (
      SELECT sequence, score, by_user_id, receipt FROM receipts WHERE submission_id = s.id ORDER BY sequence DESC LIMIT 1
    ) r ON true
    WHERE v.item_id = ${item.id}::uuid
    ORDER BY s.created_at, s.id`;
  return rowsSchema
    .parse(rows)
    .map(({ variant, ...row }) => ({ ...row, numbers: item.seed === null ? variant : "of everybody" }));
}

/** Names a group in a form: its key has lines, and browsers send other line breaks than they were given. */
export const nameOfGroup = ({ key }: Pick<AnswerGroup, "key">): string =>
  createHash("sha256").update(key).digest("base64url");

/** Changes with the answers of a group, and with any judgement of them. */
export const seenOf = (group: AnswerGroup<Placed>): string => {
  const answers = group.answers.map(({ submission, sequence }) => `${submission} ${sequence}`);
  return createHash("sha256").update(answers.toSorted().join("\n")).digest("base64url");
};

function viewOf(
  group: AnswerGroup<Placed>,
  exercise: Exercise | undefined,
  names: ReadonlyMap<string | null, string>,
): GroupView {
  const { kind, step, answers, students } = group;
  const scores = answers.map(({ score }) => score);
  return {
    key: nameOfGroup(group),
    kind,
    words: wordsOf(exercise, step),
    says: saysOf(group, exercise),
    students,
    answers: answers.length,
    from: Math.min(...scores),
    to: Math.max(...scores),
    overridden: answers.filter(({ overridden }) => overridden).length,
    seen: seenOf(group),
    examples: answers.slice(0, mostExamples).map((answer) => ({
      student: names.get(answer.student) ?? "somebody who has deleted their account",
      submission: answer.submission,
      attempt: answer.attempt,
      position: answer.position,
      raw: answer.receipt.steps.find((one) => one.step === step)?.raw ?? "",
    })),
  };
}

const wordsOf = (exercise: Exercise | undefined, step: string | null): string | null =>
  step === null ? null : (exercise?.steps.find(({ name }) => name === step)?.words ?? step);

function saysOf({ kind, step, malrule, answers }: AnswerGroup, exercise: Exercise | undefined): string {
  const [first] = answers;
  const judged = first?.receipt.steps.find((one) => one.step === step);
  const said = exercise?.steps.find(({ name }) => name === malrule?.at)?.malrules[malrule?.id ?? ""]?.says;
  switch (kind) {
    case "right":
      return "All of it is right.";
    case "malrule":
      return said ?? judged?.feedback[0] ?? malrule?.id ?? "";
    case "near-miss":
    case "form":
      return judged?.feedback[0] ?? "Just missed.";
    default:
      return judged?.verdict === "blank" ? "Left blank." : (judged?.readAs?.text ?? judged?.raw ?? "");
  }
}
