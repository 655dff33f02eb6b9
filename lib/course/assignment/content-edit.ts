/** What an assignment consists of, changed: only while it is a draft. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { levelSchema } from "#lib/course/level.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import { findExercise } from "#lib/course/registry.ts";
import { type Tx, transaction } from "#lib/db/client.ts";
import { type Part, readContent } from "./content.ts";
import { lockAssignment } from "./find.ts";

const mostItems = 100;
const pointsField = z
  .string()
  .trim()
  .transform((text) => text.replace(",", "."))
  .refine((text) => /^\d+(?:\.\d{1,2})?$/.test(text) && Number(text) <= 1000, "Type points from 0 to 1000.")
  .transform(Number);
const pickField = z
  .string()
  .trim()
  .refine((text) => /^\d+$/.test(text) && Number(text) >= 1, "Type how many each student gets, at least 1.")
  .transform(Number);

export const addItemSchema = z.object({
  assignment: z.uuid(),
  exercise: z.string().max(200),
  level: levelSchema,
});
export const itemSchema = z.object({ assignment: z.uuid(), item: z.uuid() });
export const partSchema = z.object({ assignment: z.uuid(), part: z.uuid() });
export const movePartSchema = partSchema.extend({ way: z.enum(["up", "down"]) });
export const changePartSchema = partSchema.extend({ points: pointsField, pick: pickField.optional() });

/** Adds an exercise at the end, worth as much as the one before it. */
export async function addItem(
  actor: Actor,
  { assignment, exercise, level }: z.infer<typeof addItemSchema>,
): Promise<void> {
  if (!findExercise(exercise)) throw notFound();
  await editContent(actor, assignment, async (tx, parts) => {
    const count = parts.reduce((sum, { items }) => sum + items.length, 0);
    if (count >= mostItems) throw new Refusal("invalid", `An assignment holds at most ${mostItems} exercises.`);
    const position = parts.length + 1;
    const points = parts.at(-1)?.points ?? 1;
    await tx.assignmentPart.create({
      data: {
        assignmentId: assignment,
        position,
        points,
        pick: 1,
        items: { create: { position: 1, exerciseId: exercise, level } },
      },
    });
  });
}

/** Takes an exercise away, and its part with the last of them. Doing it again does nothing. */
export async function removeItem(actor: Actor, { assignment, item }: z.infer<typeof itemSchema>): Promise<void> {
  await editContent(actor, assignment, async (tx, parts) => {
    const part = partOf(parts, item);
    if (part) await takeOut(tx, part, item);
  });
}

/** Moves a part up or down by one. */
export async function movePart(actor: Actor, { assignment, part, way }: z.infer<typeof movePartSchema>): Promise<void> {
  await editContent(actor, assignment, async (tx, parts) => {
    const at = parts.findIndex(({ id }) => id === part);
    const [one, other] = [parts[at], parts[at + (way === "up" ? -1 : 1)]];
    if (!one || !other) return;
    await tx.assignmentPart.update({ where: { id: one.id }, data: { position: other.position } });
    await tx.assignmentPart.update({ where: { id: other.id }, data: { position: one.position } });
  });
}

/** Sets what an exercise of a part is worth, and how many of a pool each student gets. */
export async function changePart(
  actor: Actor,
  { assignment, part, points, pick }: z.infer<typeof changePartSchema>,
): Promise<void> {
  await editContent(actor, assignment, async (tx, parts) => {
    const found = parts.find(({ id }) => id === part);
    if (!found) throw notFound();
    const most = found.items.length;
    if (pick !== undefined && pick > most)
      throw new Refusal("invalid", `This pool has ${most} exercises; a student cannot get ${pick} of them.`);
    await tx.assignmentPart.update({ where: { id: part }, data: { points, ...(pick !== undefined && { pick }) } });
  });
}

/** Makes a pool of a part and the one above it; a student gets as many as before of each together. */
export async function joinParts(actor: Actor, { assignment, part }: z.infer<typeof partSchema>): Promise<void> {
  await editContent(actor, assignment, async (tx, parts) => {
    const at = parts.findIndex(({ id }) => id === part);
    const [above, below] = [parts[at - 1], parts[at]];
    if (!above || !below) return;
    for (const [i, { id }] of below.items.entries())
      await tx.assignmentItem.update({
        where: { id },
        data: { partId: above.id, position: above.items.length + i + 1 },
      });
    await tx.assignmentPart.delete({ where: { id: below.id } });
    const isPool = above.pick < above.items.length;
    await tx.assignmentPart.update({ where: { id: above.id }, data: { pick: isPool ? above.pick : 1 } });
  });
}

/** Takes an exercise out of its pool, into a part of its own right after it. */
export async function splitItem(actor: Actor, { assignment, item }: z.infer<typeof itemSchema>): Promise<void> {
  await editContent(actor, assignment, async (tx, parts) => {
    const part = partOf(parts, item);
    if (!part || part.items.length === 1) return;
    const { position, points } = part;
    await tx.assignmentPart.updateMany({
      where: { assignmentId: assignment, position: { gt: position } },
      data: { position: { increment: 1 } },
    });
    const own = await tx.assignmentPart.create({
      data: { assignmentId: assignment, position: position + 1, points, pick: 1 },
    });
    await tx.assignmentItem.update({ where: { id: item }, data: { partId: own.id, position: 1 } });
    await shrink(tx, part);
  });
}

const partOf = (parts: readonly Part[], item: string) => parts.find(({ items }) => items.some(({ id }) => id === item));

async function takeOut(tx: Tx, part: Part, item: string): Promise<void> {
  await dropPreviews(tx, item);
  if (part.items.length === 1) await tx.assignmentPart.delete({ where: { id: part.id } });
  else {
    await tx.assignmentItem.delete({ where: { id: item } });
    await shrink(tx, part);
  }
}

/** Previews hold on to the exercises they were drawn from, and are nobody’s work: they go with them. */
async function dropPreviews(tx: Tx, itemId: string): Promise<void> {
  const held = await tx.attempt.findMany({
    where: { preview: true, variants: { some: { itemId } } },
    select: { id: true },
  });
  const ids = held.map(({ id }) => id);
  // While its attempt is there, the database knows that a variant is a preview’s.
  await tx.variant.deleteMany({ where: { attemptId: { in: ids } } });
  await tx.attempt.deleteMany({ where: { id: { in: ids } } });
}

/** A pool that lost one gives no more than it has. */
async function shrink(tx: Tx, { id, pick, items }: Part): Promise<void> {
  await tx.assignmentPart.update({ where: { id }, data: { pick: Math.min(pick, items.length - 1) } });
}

/** Changes a draft, and counts its parts anew. */
export async function editContent(
  actor: Actor,
  id: string,
  change: (tx: Tx, parts: Part[]) => Promise<void>,
): Promise<void> {
  await transaction(async (tx) => {
    const { assignment } = await lockAssignment(tx, actor, id, "change assignments");
    if (assignment.publishedAt)
      throw new Refusal("closed", "This is published, so its exercises stand as they are. Make it a draft first.");
    await change(tx, await readContent(tx, id));
    for (const [i, { id: part, position }] of (await readContent(tx, id)).entries())
      if (position !== i + 1) await tx.assignmentPart.update({ where: { id: part }, data: { position: i + 1 } });
    await tx.assignment.update({ where: { id }, data: { revision: { increment: 1 } } });
  });
}
