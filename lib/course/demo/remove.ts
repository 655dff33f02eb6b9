/** The end of a demonstration. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { notFound } from "#lib/course/refusal.ts";
import { lockMembership } from "#lib/course/section/membership.ts";
import { type Tx, transaction } from "#lib/db/client.ts";

/**
 * Removes a demonstration with its simulated students and all that they did. Doing it again does nothing. Where somebody
 * real has work in it, that work stays, in a section that is archived.
 * @throws Refusal "not-found" for anybody but its owner, and for every other section
 */
export async function removeDemo(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    if (!(await tx.section.findUnique({ where: { id }, select: { id: true } }))) return;
    const by = await lockMembership(tx, actor, id, "archive");
    const section = await tx.section.findUniqueOrThrow({ where: { id }, select: { demo: true } });
    if (!section.demo || by.role !== "owner") throw notFound();
    await removeDemoRows(tx, id);
  });
}

/** The same for whoever has made sure of that. Inside a transaction. */
export async function removeDemoRows(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    SELECT u.id FROM users u JOIN enrollments e ON e.user_id = u.id
    WHERE e.section_id = ${id}::uuid AND u.simulated ORDER BY u.id FOR UPDATE OF u`;
  await tx.user.deleteMany({ where: { simulated: true, enrollments: { some: { sectionId: id } } } });
  await tx.attempt.deleteMany({ where: { preview: true, assignment: { sectionId: id } } });
  const isUsed = (await tx.attempt.count({ where: { assignment: { sectionId: id } } })) > 0;
  if (!isUsed) await tx.section.delete({ where: { id } });
  else
    await tx.$executeRaw`
      UPDATE sections SET archived_at = coalesce(archived_at, clock_timestamp()), demo = false WHERE id = ${id}::uuid`;
}
