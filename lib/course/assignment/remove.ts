/** An assignment taken away, or taken along into another section. */
import "server-only";
import { v5 as uuidv5 } from "uuid";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { record } from "#lib/course/section/audit.ts";
import { lockMembership } from "#lib/course/section/membership.ts";
import { transaction } from "#lib/db/client.ts";
import { readContent } from "./content.ts";
import { lockAssignment, requireAssignment } from "./find.ts";
import { requireUnbegun } from "./publish.ts";

/** Takes an assignment away that no student has begun. Doing it again finds nothing. */
export async function removeAssignment(actor: Actor, id: string): Promise<void> {
  await transaction(async (tx) => {
    const { assignment, by } = await lockAssignment(tx, actor, id, "change assignments");
    await requireUnbegun(tx, id);
    await tx.$executeRaw`UPDATE assignments SET deleted_at = clock_timestamp() WHERE id = ${id}::uuid`;
    await record(tx, by, "assignment removed", { title: assignment.title });
  });
}

export const copyAssignmentSchema = z.object({
  assignment: z.uuid(),
  key: z.uuid(),
  section: z.uuid("Choose a section."),
});

/**
 * Copies an assignment as a draft without dates into a section where the actor teaches, which may be the same.
 * @returns its id
 */
export async function copyAssignment(
  actor: Actor,
  { assignment: from, key, section }: z.infer<typeof copyAssignmentSchema>,
): Promise<string> {
  return await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "change assignments");
    const { assignment } = await requireAssignment(tx, actor, from, "see drafts");
    const id = uuidv5(`${from} ${section} ${by.userId}`, key);
    if (await tx.assignment.findUnique({ where: { id }, select: { id: true } })) return id;
    const { title, instructions, mode, config } = assignment;
    const named = assignment.sectionId === section ? `${title.slice(0, 112)} (copy)` : title;
    await tx.assignment.create({
      data: { id, sectionId: section, title: named, instructions, mode, config: config ?? {} },
    });
    for (const { position, points, pick, items } of await readContent(tx, from)) {
      const part = await tx.assignmentPart.create({ data: { assignmentId: id, position, points, pick } });
      await tx.assignmentItem.createMany({
        data: items.map(({ position: place, exerciseId, level, rules, weights }) => ({
          partId: part.id,
          position: place,
          exerciseId,
          level,
          rules: rules ?? {},
          weights: weights ?? {},
        })),
      });
    }
    await record(tx, by, "assignment made", { title: named });
    return id;
  });
}
