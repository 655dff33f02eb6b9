/** What somebody who is signed in may do about the ways in to their account. */
import "server-only";
import { hashPassword, verifyPassword } from "#lib/auth/password.ts";
import type { Token } from "#lib/auth/session.ts";
import { db, transaction } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { lockOwner } from "./owner-lock.ts";
import { notFound } from "./refusal.ts";

const provider = "credentials";

/** The stored hash that a password fits; undefined where it fits none. Never inside a transaction. */
export async function fittingHash(userId: string, password: string): Promise<string | undefined> {
  const account = await db().account.findUnique({ where: { userId_provider: { userId, provider } } });
  const stored = account?.passwordHash ?? null;
  return (await verifyPassword(stored, password)) ? (stored ?? undefined) : undefined;
}

/**
 * Changes the password, and signs out wherever the account was signed in. Tells the token of a new session; undefined
 * where the present password is another.
 */
export async function changePassword(
  actor: Actor,
  { password, newPassword }: { password: string; newPassword: string },
): Promise<Token | undefined> {
  if (actor.kind !== "user") throw notFound();
  const past = await fittingHash(actor.id, password);
  if (past === undefined) return undefined;
  const passwordHash = await hashPassword(newPassword);
  return await transaction(async (tx) => {
    const userId = await lockOwner(tx, actor);
    // Of two changes at once the second finds another password than the one it checked.
    const { count } = await tx.account.updateMany({
      where: { userId, provider, passwordHash: past },
      data: { passwordHash },
    });
    if (count === 0) return undefined;
    const data = { tokenVersion: { increment: 1 } };
    const { tokenVersion } = await tx.user.update({ where: { id: userId }, data });
    return { sub: userId, tokenVersion };
  });
}

/** Makes every session of the account anonymous, this one too. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  if (actor.kind !== "user") throw notFound();
  await transaction(async (tx) => {
    const id = await lockOwner(tx, actor);
    await tx.user.update({ where: { id }, data: { tokenVersion: { increment: 1 } } });
  });
}
