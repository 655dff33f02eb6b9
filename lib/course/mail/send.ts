/** Sends one notice, if it is still owed when its turn comes. */
import "server-only";
import { readPreferences } from "#lib/auth/preferences.ts";
import { db } from "#lib/db/client.ts";
import type { NoticeOutcome } from "#lib/db/generated/client.ts";
import { log } from "#lib/log.ts";
import type { Letter } from "#lib/mail/letter.ts";
import { type Transport, Undeliverable } from "#lib/mail/transport.ts";
import { dueSoon } from "./due.ts";
import { announced, resultsOut } from "./told.ts";
import { unsubscribeToken } from "./unsubscribe-token.ts";
import { announcementLetter, dueSoonLetter, type Frame, resultsLetter } from "./words.ts";

/**
 * Sends a notice that waits. What is not owed any more, not wanted, or refused by the recipient’s server is settled
 * without.
 * @throws whatever kept it from being sent; then it waits on
 */
export async function sendNotice(id: string, { site, transport }: { site: string; transport: Transport }) {
  const notice = await readNotice(id);
  if (!notice || notice.settledAt) return;
  const letter = await letterFor(notice, site);
  const to = notice.user.email;
  if (!letter || to === null) return await settle(id, "dropped");
  try {
    await transport.send(id, to, letter);
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    log().warn({ notice: id }, "a mail was refused for good: there may be no such address");
    return await settle(id, "failed");
  }
  await settle(id, "sent");
}

/** Writes down that a notice was tried too often. */
export async function giveNoticeUp(id: string): Promise<void> {
  log().error({ notice: id }, "a mail could not be sent, and is given up");
  await settle(id, "failed");
}

async function settle(id: string, outcome: NoticeOutcome): Promise<void> {
  await db().$executeRaw`
    UPDATE notices SET settled_at = clock_timestamp(), outcome = ${outcome}::notice_outcome
    WHERE id = ${id}::uuid AND settled_at IS NULL`;
}

const readNotice = (id: string) =>
  db().notice.findUnique({
    where: { id },
    include: {
      user: { select: { email: true, preferences: true } },
      assignment: { include: { section: true } },
      announcement: { include: { section: true } },
    },
  });

type Read = NonNullable<Awaited<ReturnType<typeof readNotice>>>;

/** What it says; undefined where it is not owed any more, or not wanted. */
async function letterFor(
  { kind, user, userId, occasion, assignment, announcement }: Read,
  site: string,
): Promise<Letter | undefined> {
  const { timeZone, mailDueSoon, mailResults, mailAnnouncements } = readPreferences(user.preferences);
  const frame = ({ section }: { section: { id: string; title: string; timeZone: string } }): Frame => ({
    site,
    section,
    timeZone: timeZone ?? section.timeZone,
    token: unsubscribeToken(userId),
  });
  if (kind === "due_soon" && assignment && mailDueSoon) {
    const [due] = await dueSoon(assignment.id, { userId });
    if (due?.dueAt !== occasion.getTime()) return undefined;
    return dueSoonLetter(frame(assignment), assignment, {
      dueAt: occasion,
      opensAt: due.opensAt === null ? null : new Date(due.opensAt),
      lateUntil: due.lateUntil === null ? null : new Date(due.lateUntil),
    });
  }
  if (kind === "results" && assignment && mailResults) {
    const [out] = await resultsOut({ userId, assignmentId: assignment.id });
    return out && resultsLetter(frame(assignment), assignment);
  }
  if (kind === "announcement" && announcement && mailAnnouncements) {
    const [one] = await announced({ userId, announcementId: announcement.id });
    return one && announcementLetter(frame(announcement), announcement);
  }
  return undefined;
}
