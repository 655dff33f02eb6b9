/** Variants and items that were found to be broken, and what becomes of their points. */
import "server-only";
import type { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { exerciseOf } from "#lib/course/assignment/content.ts";
import { lockAssignment } from "#lib/course/assignment/find.ts";
import { rollUp } from "#lib/course/assignment/roll-up.ts";
import { notFound } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import { transaction } from "#lib/db/client.ts";
import type { FaultForm, mendSchema } from "./forms.ts";

/**
 * Notes that a variant, or every variant of an item, is broken: all who have it get its points, or it does not count. What
 * was noted there before is replaced.
 */
export async function markBroken(actor: Actor, form: FaultForm): Promise<void> {
  const { assignment: assignmentId, item: itemId, variant: variantId, policy, reason } = form;
  await transaction(async (tx) => {
    const { assignment, by } = await lockAssignment(tx, actor, assignmentId, "regrade work");
    const item = await tx.assignmentItem.findFirst({ where: { id: itemId, part: { assignmentId } } });
    if (!item) throw notFound();
    const isThere = variantId === null || (await tx.variant.findFirst({ where: { id: variantId, itemId } })) !== null;
    if (!isThere) throw notFound();
    const before = await tx.fault.findFirst({ where: { itemId, variantId } });
    if (before?.policy === policy && before.reason === reason) return;
    if (before) await tx.fault.delete({ where: { id: before.id } });
    await tx.fault.create({ data: { assignmentId, itemId, variantId, policy, reason } });
    await rollUp(tx, { assignmentId });
    const exercise = exerciseOf(item)?.title ?? item.exerciseId;
    await record(tx, by, "marked broken", { title: assignment.title, exercise, policy });
  });
}

/** Takes that back. Doing it again does nothing. */
export async function takeBackBroken(
  actor: Actor,
  { assignment: assignmentId, fault: id }: z.infer<typeof mendSchema>,
): Promise<void> {
  await transaction(async (tx) => {
    const { assignment, by } = await lockAssignment(tx, actor, assignmentId, "regrade work");
    const fault = await tx.fault.findFirst({ where: { id, assignmentId }, include: { item: true } });
    if (!fault) return;
    await tx.fault.delete({ where: { id } });
    await rollUp(tx, { assignmentId });
    const exercise = exerciseOf(fault.item)?.title ?? fault.item.exerciseId;
    await record(tx, by, "marked broken", { title: assignment.title, exercise, policy: null });
  });
}
