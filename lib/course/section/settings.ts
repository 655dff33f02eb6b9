/** What a section is called, who is let in, and its end. */
import "server-only";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { db, transaction } from "#lib/db/client.ts";
import { record } from "./audit.ts";
import { newSectionCode } from "./code.ts";
import { sectionFields } from "./create.ts";
import { lockMembership, type Membership, requireMembership } from "./membership.ts";
import { type Permission, permitsOf } from "./roles.ts";

export const sectionFormSchema = z.object({
  section: z.uuid(),
  ...sectionFields,
  admission: z.enum(["code", "roster", "closed"], { error: "Choose who can join." }),
});

/** A section as one of its members sees it. `code` is null for students, who were let in by it once. */
export interface SectionView extends Omit<Membership, "enrollmentId" | "userId" | "code"> {
  code: string | null;
  /** What the actor may do just now. */
  may: readonly Permission[];
}

/** @throws Refusal "not-found" for whoever has no place there */
export async function readSection(actor: Actor, id: string): Promise<SectionView> {
  const { enrollmentId: _, userId: __, code, ...section } = await requireMembership(db(), actor, id, "see the section");
  const may = permitsOf(section.role, section);
  return { ...section, code: may.includes("see the code") ? code : null, may };
}

const fieldsByName = [
  ["its title", "title"],
  ["its term", "term"],
  ["its time zone", "timeZone"],
  ["who can join", "admission"],
] as const;

export async function changeSection(
  actor: Actor,
  { section, ...fields }: z.infer<typeof sectionFormSchema>,
): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "change the section");
    const changed = fieldsByName.flatMap(([name, field]) => (by[field] === fields[field] ? [] : [name]));
    if (changed.length === 0) return;
    await tx.section.update({ where: { id: section }, data: fields });
    await record(tx, by, "changed", { fields: changed });
  });
}

/** Replaces the code, so that the old link lets nobody in any more. */
export async function renewCode(actor: Actor, section: string): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "change the section");
    await tx.section.update({ where: { id: section }, data: { code: newSectionCode() } });
    await record(tx, by, "code renewed", {});
  });
}

/** Archives a section, or takes it up again. Doing it again does nothing. */
export async function archiveSection(actor: Actor, section: string, archived: boolean): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "archive");
    if (by.archived === archived) return;
    await tx.$executeRaw`
      UPDATE sections SET archived_at = CASE WHEN ${archived} THEN clock_timestamp() END WHERE id = ${section}::uuid`;
    await record(tx, by, archived ? "archived" : "taken up again", {});
  });
}
