/** The regrades that were done. */
import "server-only";
import type { Actor } from "#lib/course/actor.ts";
import { requireAssignment } from "#lib/course/assignment/find.ts";
import { type Regraded, regradedSchema } from "#lib/course/section/audit.ts";
import { db, type Tx } from "#lib/db/client.ts";

/** Whether the dry run of that hash was applied. */
export async function wasApplied(
  tx: Pick<Tx, "auditEntry">,
  { sectionId, hash }: { sectionId: string; hash: string },
): Promise<boolean> {
  const found = await tx.auditEntry.findFirst({
    where: { sectionId, what: "regraded", detail: { path: ["regrade", "hash"], equals: hash } },
    select: { id: true },
  });
  return found !== null;
}

export interface PastRegrade extends Regraded {
  id: string;
  /** Null for who has deleted their account. */
  by: string | null;
  /** ISO 8601. */
  at: string;
  changed: number;
}

/** Those of an assignment, newest first. */
export async function readPastRegrades(actor: Actor, assignmentId: string): Promise<PastRegrade[]> {
  const { by } = await requireAssignment(db(), actor, assignmentId, "regrade work");
  const rows = await db().auditEntry.findMany({
    where: { sectionId: by.id, what: "regraded", detail: { path: ["regrade", "assignment"], equals: assignmentId } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true, detail: true, createdAt: true, byUser: { select: { name: true, email: true } } },
  });
  return rows.flatMap(({ id, detail, createdAt, byUser }) => {
    const { changed, regrade } = regradedSchema.parse(detail);
    if (!regrade) return [];
    return [{ ...regrade, id, changed, by: byUser?.name ?? byUser?.email ?? null, at: createdAt.toISOString() }];
  });
}
