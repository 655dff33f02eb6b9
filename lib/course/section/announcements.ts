/** What who teaches tells everybody in a section. */
import "server-only";
import { v5 as uuidv5 } from "uuid";
import { z } from "zod";
import type { Actor } from "#lib/course/actor.ts";
import { notFound } from "#lib/course/refusal.ts";
import { db, transaction } from "#lib/db/client.ts";
import { record } from "./audit.ts";
import { line, storable } from "./create.ts";
import { lockMembership, requireMembership } from "./membership.ts";
import { allows } from "./roles.ts";

const longest = 5000;

/** What the form sends; `key` is its own, so that a second click says nothing twice. */
export const announcementSchema = z.object({
  section: z.uuid(),
  key: z.uuid(),
  title: line(120).min(1, "Give it a title."),
  body: z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(
      z
        .string()
        .min(1, "There is nothing in it yet.")
        .max(longest, `Use at most ${longest} characters.`)
        .refine(storable, "There is a character in it that cannot be stored."),
    ),
  /** Whether it goes out by e-mail as well, where the site sends any. */
  mail: z.enum(["yes", "no"]).default("no"),
});

export interface Announcement {
  id: string;
  title: string;
  paragraphs: readonly string[];
  /** Null for who has deleted their account. */
  by: string | null;
  at: string;
  /** Whether the actor may take it back. */
  own: boolean;
}

/** Tells everybody in the section. */
export async function announce(
  actor: Actor,
  { section, key, title, body, mail }: z.input<typeof announcementSchema>,
): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "announce");
    const id = uuidv5(`${section} ${by.userId}`, key);
    if (await tx.announcement.findUnique({ where: { id }, select: { id: true } })) return;
    await tx.announcement.create({
      data: { id, sectionId: section, byUserId: by.userId, title, body, byMail: mail === "yes" },
    });
    await record(tx, by, "announced", { title });
  });
}

/** Takes an announcement back: whoever made it, or who teaches. Doing it again does nothing. */
export async function withdraw(
  actor: Actor,
  { section, announcement }: { section: string; announcement: string },
): Promise<void> {
  await transaction(async (tx) => {
    const by = await lockMembership(tx, actor, section, "announce");
    const found = await tx.announcement.findFirst({ where: { id: announcement, sectionId: section } });
    if (!found) return;
    if (found.byUserId !== by.userId && !allows(by.role, "withdraw announcements of others")) throw notFound();
    await tx.announcement.delete({ where: { id: announcement } });
    await record(tx, by, "withdrew", { title: found.title });
  });
}

const most = 50;

/** The latest announcements of a section, newest first. */
export async function readAnnouncements(actor: Actor, sectionId: string): Promise<Announcement[]> {
  const { userId, role, archived } = await requireMembership(db(), actor, sectionId, "see the section");
  const rows = await db().announcement.findMany({
    where: { sectionId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    include: { byUser: { select: { name: true, email: true } } },
  });
  const mayAll = allows(role, "withdraw announcements of others");
  return rows.map(({ id, title, body, createdAt, byUserId, byUser }) => ({
    id,
    title,
    paragraphs: body.split(/\n{2,}/),
    by: byUser?.name ?? (role === "student" ? null : (byUser?.email ?? null)),
    at: createdAt.toISOString(),
    own: !archived && allows(role, "announce") && (byUserId === userId || mayAll),
  }));
}
