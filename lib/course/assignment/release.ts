import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { Refusal } from "#lib/course/refusal.ts";
import { record } from "#lib/course/section/audit.ts";
import { transaction } from "#lib/db/client.ts";
import { lockAssignment } from "./find.ts";
import { reschedule } from "./reschedule.ts";
import { rollUp } from "./roll-up.ts";

/**
 * Releases the verdicts of an assignment that wait for it. Who is still at work is told when they are done. Doing it again
 * does nothing.
 */
export async function releaseAssignment(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { assignment, by } = await lockAssignment(tx, actor, id, "release grades");
    if (!assignment.publishedAt) throw new Refusal("invalid", "A draft has nothing to release.");
    if (assignment.releasedAt) return;
    await tx.$executeRaw`UPDATE assignments SET released_at = clock_timestamp() WHERE id = ${id}::uuid`;
    await reschedule(tx, id);
    await rollUp(tx, { assignmentId: id });
    await record(tx, by, "released", { title: assignment.title });
  });
}
