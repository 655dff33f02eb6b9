import "server-only";
import { v7 as uuidv7 } from "uuid";
import type { Tx } from "#lib/db/client.ts";
import type { Membership } from "./membership.ts";

/**
 * Gives somebody a new place in a section, as of now.
 * @returns the id of the enrollment
 */
export async function addMember(
  tx: Tx,
  { id, userId }: Pick<Membership, "id" | "userId">,
  role: "owner" | "student",
): Promise<string> {
  const enrollment = uuidv7();
  await tx.$executeRaw`
    INSERT INTO enrollments (id, section_id, user_id, role, joined_at)
    VALUES (${enrollment}::uuid, ${id}::uuid, ${userId}::uuid, ${role}::section_role, clock_timestamp())`;
  return enrollment;
}
