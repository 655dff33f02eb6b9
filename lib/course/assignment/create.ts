import "server-only";
import { v5 as uuidv5 } from "uuid";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { record } from "#lib/course/section/audit.ts";
import { line } from "#lib/course/section/create.ts";
import { lockMembership } from "#lib/course/section/membership.ts";
import { transaction } from "#lib/db/client.ts";
import { defaultsOf, modes } from "./config.ts";

export const assignmentTitle = line(120).min(1, "Give the assignment a title, such as Sheet 3.");

/** What the form sends; `key` is its own, so that a second click makes no second assignment. */
export const newAssignmentSchema = z.object({
  section: z.uuid(),
  key: z.uuid(),
  title: assignmentTitle,
  mode: z.enum(modes, { error: "Choose what it is." }),
});

/**
 * Makes a draft of an assignment with the rules its mode begins with.
 * @returns its id
 */
export async function createAssignment(
  actor: Actor,
  { section, key, title, mode }: z.infer<typeof newAssignmentSchema>,
): Promise<string> {
  return await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "change assignments");
    const id = uuidv5(`${section} ${by.userId}`, key);
    if (await tx.assignment.findUnique({ where: { id }, select: { id: true } })) return id;
    await tx.assignment.create({ data: { id, sectionId: section, title, mode, config: defaultsOf[mode] } });
    await record(tx, by, "assignment made", { title });
    return id;
  });
}
