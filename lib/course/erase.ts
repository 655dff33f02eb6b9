/** Deletes somebody's account with all they did, or a guest's work. */
import "server-only";
import { db, type Tx, transaction } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { lockUsers } from "./owner-lock.ts";
import { fittingHash } from "./password.ts";
import { Refusal } from "./refusal.ts";

/**
 * Deletes an account, after its password. Doing it again does nothing.
 * @returns false where the password does not fit
 */
export async function eraseAccount(
  actor: Extract<Actor, { kind: "user" }>,
  { password }: { password: string },
): Promise<boolean> {
  if ((await fittingHash(actor.id, password)) === undefined)
    return (await db().user.findFirst({ where: { id: actor.id, deletedAt: null }, select: { id: true } })) === null;
  await transaction((tx) => erase(tx, actor.id));
  return true;
}

/** Deletes what a guest did, the row included; a guest without one has nothing to delete. */
export async function eraseGuest(actor: Extract<Actor, { kind: "guest" }>): Promise<void> {
  await transaction(async (tx) => {
    const [row] = await lockUsers(tx, [actor.id]);
    // A guest who has become an account meanwhile is no guest to delete.
    if (row?.guest && !row.claimed) await erase(tx, actor.id);
  });
}

async function erase(tx: Tx, userId: string): Promise<void> {
  const [row] = await lockUsers(tx, [userId]);
  if (!row || row.deleted) return;
  const sections = await leaveSections(tx, userId);
  await lockWork(tx, userId);
  const quizzes = await lockQuizzes(tx, userId);
  // Those who signed in as this user: their rows are this person's too, and must not become guests again.
  await tx.user.deleteMany({ where: { claimedById: userId } });
  // A receipt keeps its author's row. Once the author's own work is gone, only receipts of others are left to keep it.
  if (await hasJudged(tx, userId)) await empty(tx, userId);
  if (!(await hasJudged(tx, userId))) await tx.user.delete({ where: { id: userId } });
  await tx.quiz.deleteMany({ where: { id: { in: quizzes }, attempts: { none: {} } } });
  await endSections(tx, sections);
}

/**
 * Gives up every place in a section.
 * @returns the sections they owned, locked; nobody else is in them
 * @throws Refusal "closed" where others are: they would be left with a section that nobody can look after
 */
async function leaveSections(tx: Tx, userId: string): Promise<string[]> {
  await tx.$executeRaw`
    SELECT s.id FROM sections s JOIN enrollments e ON e.section_id = s.id
    WHERE e.user_id = ${userId}::uuid AND e.role = 'owner' ORDER BY s.id FOR UPDATE OF s`;
  const owned = await tx.section.findMany({
    where: { enrollments: { some: { userId, role: "owner" } } },
    select: { id: true, title: true, _count: { select: { enrollments: { where: { leftAt: null } } } } },
  });
  const shared = owned.find(({ _count }) => _count.enrollments > 1);
  if (shared)
    throw new Refusal(
      "closed",
      `You own the section “${shared.title}”, and others are in it. Hand it over on its settings page first.`,
    );
  await tx.enrollment.deleteMany({ where: { userId } });
  return owned.map(({ id }) => id);
}

/** Sections without an owner go; where somebody who has left has work in one, it stays for that, archived. */
async function endSections(tx: Tx, ids: readonly string[]): Promise<void> {
  const all = [...ids];
  await tx.section.deleteMany({ where: { id: { in: all }, assignments: { every: { attempts: { none: {} } } } } });
  await tx.$executeRaw`
    UPDATE sections SET archived_at = coalesce(archived_at, clock_timestamp()) WHERE id = ANY(${all}::uuid[])`;
}

/**
 * Waits for whoever is writing to the work, in the order of all locks: the deletion takes rows in an order of its own, and
 * a submission that stands in the middle would wait for the user's row while the deletion waits for its variant.
 */
async function lockWork(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`SELECT id FROM attempts WHERE user_id = ${userId}::uuid ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`SELECT id FROM variants WHERE user_id = ${userId}::uuid ORDER BY id FOR UPDATE`;
  await tx.$executeRaw`SELECT skill_id FROM skill_states WHERE user_id = ${userId}::uuid ORDER BY skill_id FOR UPDATE`;
}

/** The quizzes somebody made, locked, so that nobody begins one while it goes. */
async function lockQuizzes(tx: Tx, ownerId: string): Promise<string[]> {
  await tx.$executeRaw`SELECT id FROM quizzes WHERE owner_id = ${ownerId}::uuid ORDER BY id FOR UPDATE`;
  const rows = await tx.quiz.findMany({ where: { ownerId }, select: { id: true } });
  return rows.map(({ id }) => id);
}

/** Whether receipts name this user, who then must stay nameable: as a row with nothing in it. */
async function hasJudged(tx: Tx, byUserId: string): Promise<boolean> {
  return (await tx.receipt.findFirst({ where: { byUserId }, select: { id: true } })) !== null;
}

async function empty(tx: Tx, userId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE users SET email = NULL, name = NULL, preferences = '{}', token_version = token_version + 1,
                     deleted_at = clock_timestamp()
    WHERE id = ${userId}::uuid`;
  await tx.account.deleteMany({ where: { userId } });
  await tx.variant.deleteMany({ where: { userId } });
  await tx.attempt.deleteMany({ where: { userId } });
  await tx.skillState.deleteMany({ where: { userId } });
  await tx.notice.deleteMany({ where: { userId } });
  await tx.quiz.updateMany({ where: { ownerId: userId }, data: { ownerId: null } });
}
