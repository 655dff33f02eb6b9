import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { notFound } from "#lib/course/refusal.ts";
import { lockMembership, type Membership, requireMembership } from "#lib/course/section/membership.ts";
import { allows, type Permission } from "#lib/course/section/roles.ts";
import type { Tx } from "#lib/db/client.ts";
import type { Assignment } from "#lib/db/generated/client.ts";

/** An assignment with the actor’s place in its section. */
export interface Found {
  assignment: Assignment;
  by: Membership;
}

/**
 * An assignment for something the actor may do in its section. Drafts are there for those alone who may see drafts.
 * @param client of a transaction, or not
 * @throws Refusal "not-found" where there is none, or not for this actor
 */
export async function requireAssignment(
  client: Pick<Tx, "$queryRaw" | "assignment">,
  actor: Actor,
  id: string,
  permission: Permission,
): Promise<Found> {
  const assignment = await find(client, id);
  const by = await requireMembership(client, actor, assignment.sectionId, permission);
  return shown(assignment, by);
}

/** The same with the section’s row locked until the end of the transaction: who changes assignments comes one by one. */
export async function lockAssignment(tx: Tx, actor: Actor, id: string, permission: Permission): Promise<Found> {
  const { sectionId } = await find(tx, id);
  const by = await lockMembership(tx, actor, sectionId, permission);
  return shown(await find(tx, id), by);
}

async function find(client: Pick<Tx, "assignment">, id: string): Promise<Assignment> {
  const assignment = z.uuid().safeParse(id).success
    ? await client.assignment.findFirst({ where: { id, deletedAt: null } })
    : null;
  if (!assignment) throw notFound();
  return assignment;
}

function shown(assignment: Assignment, by: Membership): Found {
  if (!assignment.publishedAt && !allows(by.role, "see drafts")) throw notFound();
  return { assignment, by };
}
