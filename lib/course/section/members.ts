/** Who is what in a section, and who goes. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import { type Tx, transaction } from "#lib/db/client.ts";
import { record } from "./audit.ts";
import { lockMembership, type Membership } from "./membership.ts";
import { allows, neededFor, type Role } from "./roles.ts";

export const memberFormSchema = z.object({ section: z.uuid(), member: z.uuid() });
export const roleFormSchema = memberFormSchema.extend({
  role: z.enum(["instructor", "assistant", "student"], { error: "Choose a role." }),
});

/** Makes somebody an instructor, an assistant or a student. What they are already, they stay. */
export async function changeRole(
  actor: Actor,
  { section, member, role }: z.infer<typeof roleFormSchema>,
): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "change the roster");
    const found = await findMember(tx, by, member);
    if (found.role === role) return;
    requireRight(by, found.role);
    requireRight(by, role);
    await tx.enrollment.update({ where: { id: member }, data: { role } });
    await record(tx, by, "role changed", { person: member, from: found.role, to: role });
  });
}

/** Takes somebody off the roster. Their work stays, and comes back with them. Doing it again does nothing. */
export async function removeMember(actor: Actor, { section, member }: z.infer<typeof memberFormSchema>): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "change the roster");
    const found = await findMember(tx, by, member);
    if (found.left) return;
    if (member === by.enrollmentId)
      throw new Refusal("invalid", "This is yourself. You can leave the section on its settings page.");
    requireRight(by, found.role);
    await leave(tx, member, true);
    await record(tx, by, "removed", { person: member, role: found.role });
  });
}

/** Leaves a section; whoever owns it hands it over first. */
export async function leaveSection(actor: Actor, section: string): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "leave");
    await leave(tx, by.enrollmentId, false);
    await record(tx, by, "left", { person: by.enrollmentId });
  });
}

/** Makes an instructor the owner, and the owner an instructor. */
export async function handOver(actor: Actor, { section, member }: z.infer<typeof memberFormSchema>): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "hand it over");
    const found = await findMember(tx, by, member);
    if (found.left || !found.joined || found.role !== "instructor")
      throw new Refusal("invalid", "A section is handed over to one of its instructors, who has joined it.");
    await tx.enrollment.update({ where: { id: by.enrollmentId }, data: { role: "instructor" } });
    await tx.enrollment.update({ where: { id: member }, data: { role: "owner" } });
    await record(tx, by, "handed over", { person: member });
  });
}

interface Found {
  role: Role;
  joined: boolean;
  left: boolean;
}

async function findMember(tx: Tx, { id: sectionId }: Membership, id: string): Promise<Found> {
  const row = await tx.enrollment.findFirst({
    where: { id, sectionId },
    select: { role: true, userId: true, leftAt: true },
  });
  if (!row) throw notFound();
  return { role: row.role, joined: row.userId !== null, left: row.leftAt !== null };
}

/** Throws unless somebody may give or take a role. The owner’s is only handed over. */
function requireRight(by: Membership, role: Role): void {
  if (role !== "owner" && allows(by.role, neededFor[role])) return;
  throw new Refusal(
    "invalid",
    "Only the owner of the section can change this. Instructors look after assistants and students.",
  );
}

async function leave(tx: Tx, id: string, removed: boolean): Promise<void> {
  await tx.$executeRaw`UPDATE enrollments SET left_at = clock_timestamp(), removed = ${removed} WHERE id = ${id}::uuid`;
}
