/** Writes down who is owed which mail, each once: a row of its own is what keeps a notice from being sent again. */
import "server-only";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { assignmentsDueSoon, dueSoon } from "./due.ts";
import { announced, resultsOut } from "./told.ts";

/** So many are handed to the queue at once; what is left, the next time. */
const mostAtOnce = 5000;

/**
 * Finds what is owed, and writes it down where it is not yet.
 * @returns the ids of all notices that wait
 */
export async function findNotices(): Promise<string[]> {
  for (const assignmentId of await assignmentsDueSoon()) await write(await dueOf(assignmentId));
  const results = await resultsOut();
  await write(
    results.map(({ userId, assignmentId, startedAt }) => ({
      userId,
      kind: "results",
      assignmentId,
      occasion: new Date(startedAt),
    })),
  );
  const announcements = await announced();
  await write(
    announcements.map(({ userId, announcementId, at }) => ({
      userId,
      kind: "announcement",
      announcementId,
      occasion: new Date(at),
    })),
  );
  const waiting = await db().notice.findMany({
    where: { settledAt: null },
    orderBy: { id: "asc" },
    take: mostAtOnce,
    select: { id: true },
  });
  return waiting.map(({ id }) => id);
}

/** Those for whom it is due soon and who have no notice of this due date; a date that was moved is another one. */
async function dueOf(assignmentId: string): Promise<Prisma.NoticeCreateManyInput[]> {
  const rows = await dueSoon(assignmentId);
  if (rows.length === 0) return [];
  const written = await db().notice.findMany({
    where: { assignmentId, kind: "due_soon" },
    select: { userId: true, occasion: true },
  });
  const told = new Set(written.map(({ userId, occasion }) => `${userId} ${occasion.getTime()}`));
  return rows
    .filter(({ userId, dueAt }) => !told.has(`${userId} ${dueAt}`))
    .map(({ userId, dueAt }) => ({ userId, kind: "due_soon", assignmentId, occasion: new Date(dueAt) }));
}

/** Another server may have written the same. */
async function write(data: Prisma.NoticeCreateManyInput[]): Promise<void> {
  if (data.length > 0) await db().notice.createMany({ data, skipDuplicates: true });
}
