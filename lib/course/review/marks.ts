/** How all students did at one item, for who teaches. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { readContent } from "#lib/course/assignment/content.ts";
import { requireAssignment } from "#lib/course/assignment/find.ts";
import { settleAssignments } from "#lib/course/assignment/hand-in.ts";
import { notFound } from "#lib/course/refusal.ts";
import { nameOf } from "#lib/course/section/named.ts";
import { db } from "#lib/db/client.ts";
import { choiceOf, type ItemChoice } from "./answers.ts";

export interface ItemMark {
  attempt: string;
  position: number;
  student: string;
  group: string | null;
  possible: number;
  /** From 0 to 1; null where nothing was answered. */
  score: number | null;
  tries: number;
  lateDays: number;
  seconds: number | null;
  overridden: boolean;
  excluded: boolean;
}

export const orders = ["score", "name", "tries", "seconds"] as const;
export type Order = (typeof orders)[number];

const rowsSchema = z.array(
  z.object({
    attempt: z.string(),
    position: z.int(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    ownName: z.string().nullable(),
    ownEmail: z.string().nullable(),
    group: z.string().nullable(),
    possible: z.number(),
    score: z.number().nullable(),
    tries: z.int(),
    lateDays: z.int(),
    seconds: z.int().nullable(),
    overridden: z.boolean(),
    excluded: z.boolean(),
  }),
);

/** The marks of one item, or of the first: the lowest scores first, or the most tries or seconds, or by name. */
export async function readItemMarks(
  actor: Actor,
  assignmentId: string,
  { item: itemId, order }: { item: string | undefined; order: Order },
): Promise<{ items: ItemChoice[]; item: ItemChoice; marks: ItemMark[] } | null> {
  const { by } = await requireAssignment(db(), actor, assignmentId, "see everybody's work");
  await settleAssignments({ assignmentId });
  const items = (await readContent(db(), assignmentId)).flatMap((part) => part.items).map(choiceOf);
  const [first] = items;
  if (!first) return null;
  const item = itemId === undefined ? first : items.find(({ id }) => id === itemId);
  if (!item) throw notFound();
  const rows = await db().$queryRaw`
    SELECT m.attempt_id::text AS attempt, m.position, e.name, e.email, u.name AS "ownName", u.email AS "ownEmail",
           e.group_name AS "group", m.possible, m.score, m.tries, m.late_days AS "lateDays", m.seconds, m.overridden,
           m.excluded
    FROM marks m JOIN attempts a ON a.id = m.attempt_id
    JOIN enrollments e ON e.section_id = ${by.id}::uuid AND e.user_id = a.user_id
    LEFT JOIN users u ON u.id = e.user_id
    WHERE m.item_id = ${item.id}::uuid AND NOT a.preview`;
  const marks = rowsSchema.parse(rows).map(({ name, email, ownName, ownEmail, ...row }) => ({
    ...row,
    student: nameOf({ name, email, user: { name: ownName, email: ownEmail } }),
  }));
  return {
    items,
    item,
    marks: marks.toSorted((a, b) => comparing[order](a, b) || collator.compare(a.student, b.student)),
  };
}

const collator = new Intl.Collator("en", { numeric: true });

const comparing: Readonly<Record<Order, (a: ItemMark, b: ItemMark) => number>> = {
  score: (a, b) => (a.score ?? -1) - (b.score ?? -1),
  name: () => 0,
  tries: (a, b) => b.tries - a.tries,
  seconds: (a, b) => (b.seconds ?? -1) - (a.seconds ?? -1),
};
