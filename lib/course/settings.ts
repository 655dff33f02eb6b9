/** What somebody says about themselves and how they want their pages. */
import "server-only";
import { type PreferenceChange, readPreferences } from "#lib/auth/preferences.ts";
import { type Tx, transaction } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { lockOwner } from "./owner-lock.ts";
import { notFound } from "./refusal.ts";

/** Changes some preferences, and leaves the others. A guest's row is made for them where there is none. */
export async function changePreferences(actor: Actor, change: PreferenceChange): Promise<void> {
  await transaction(async (tx) => {
    await storePreferences(tx, await lockOwner(tx, actor), change);
  });
}

/** The same for somebody whose row is locked. */
export async function storePreferences(tx: Tx, id: string, change: PreferenceChange): Promise<void> {
  const { preferences } = await tx.user.findUniqueOrThrow({ where: { id }, select: { preferences: true } });
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await tx.user.update({ where: { id }, data: { preferences: { ...readPreferences(preferences), ...given } } });
}

/** Changes the name of an account; null takes it away. */
export async function changeName(actor: Actor, name: string | null): Promise<void> {
  if (actor.kind !== "user") throw notFound();
  await transaction(async (tx) => {
    const id = await lockOwner(tx, actor);
    await tx.user.update({ where: { id }, data: { name } });
  });
}
