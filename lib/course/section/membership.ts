import "server-only";
import { z } from "zod";
import { type Actor, ownerOf } from "#lib/course/actor.ts";
import { notFound, Refusal } from "#lib/course/refusal.ts";
import type { Tx } from "#lib/db/client.ts";
import { allows, type Permission, permits, roles } from "./roles.ts";

const rowSchema = z.object({
  enrollmentId: z.string(),
  userId: z.string(),
  role: z.enum(roles),
  id: z.string(),
  title: z.string(),
  term: z.string(),
  code: z.string(),
  admission: z.enum(["code", "roster", "closed"]),
  timeZone: z.string(),
  archived: z.boolean(),
  /** Made to show what a section looks like. */
  demo: z.boolean(),
});

/** Somebody’s place in a section, with the section. */
export type Membership = z.infer<typeof rowSchema>;

/**
 * The actor’s place in a section, for something they may do there. Outside of a transaction it is as it was a moment
 * ago; what changes anything takes `lockMembership`.
 * @param client of a transaction, or not
 * @throws Refusal "not-found" for whoever has no place there or may not do it, "closed" where an archived section would
 * change
 */
export async function requireMembership(
  client: Pick<Tx, "$queryRaw">,
  actor: Actor,
  sectionId: string,
  permission: Permission,
): Promise<Membership> {
  const userId = ownerOf(actor);
  if (userId === undefined || actor.kind !== "user") throw notFound();
  const rows = await client.$queryRaw`
    SELECT e.id::text AS "enrollmentId", e.user_id::text AS "userId", e.role::text,
           s.id::text, s.title, s.term, s.code, s.admission::text, s.time_zone AS "timeZone",
           s.archived_at IS NOT NULL AS archived, s.demo
    FROM enrollments e JOIN sections s ON s.id = e.section_id
    WHERE e.section_id = ${sectionId}::uuid AND e.user_id = ${userId}::uuid AND e.left_at IS NULL`;
  const [membership] = z.array(rowSchema).parse(rows);
  if (!membership || !allows(membership.role, permission)) throw notFound();
  if (membership.archived && permits[permission].changes) throw archivedSection();
  return membership;
}

/** The same with the section’s row locked until the end of the transaction: who changes a section comes one by one. */
export async function lockMembership(
  tx: Tx,
  actor: Actor,
  sectionId: string,
  permission: Permission,
): Promise<Membership> {
  await tx.$executeRaw`SELECT id FROM sections WHERE id = ${sectionId}::uuid FOR NO KEY UPDATE`;
  return await requireMembership(tx, actor, sectionId, permission);
}

export const archivedSection = () =>
  new Refusal("closed", "This section is archived: it can be read, and nothing in it changes any more.");
