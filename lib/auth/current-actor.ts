import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { db } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { guestCookieName, readGuest } from "./guest-cookie.ts";
import { isHttps } from "./https.ts";
import { type Preferences, readPreferences, usualPreferences } from "./preferences.ts";
import { decodeSession, sessionCookieName } from "./session.ts";

/** Who asks, and how they want their pages: one row tells both. */
interface Visitor {
  actor: Actor;
  preferences: Preferences;
}

interface Cookies {
  session: string | undefined;
  guest: string | undefined;
}

/** Read once per request. */
const currentVisitor = cache(async (): Promise<Visitor> => {
  const [jar, https] = [await cookies(), isHttps(await headers())];
  return await visitorOf({
    session: jar.get(sessionCookieName(https))?.value,
    guest: jar.get(guestCookieName(https))?.value,
  });
});

/** Who asks: the user of the session, else the guest of the cookie. */
export const currentActor = cache(async (): Promise<Actor> => (await currentVisitor()).actor);

/** How whoever asks wants their pages; what is usual for somebody who has not chosen. */
export const currentPreferences = cache(async (): Promise<Preferences> => (await currentVisitor()).preferences);

/**
 * The actor that two cookies tell. A session whose version is older than the user's counts for nothing, and so does the
 * cookie of a guest who was claimed.
 */
export const actorOf = async (cookie: Cookies): Promise<Actor> => (await visitorOf(cookie)).actor;

/** The same with the preferences of that row. */
export async function visitorOf(cookie: Cookies): Promise<Visitor> {
  const token = await decodeSession(cookie.session);
  if (token) {
    const user = await db().user.findUnique({ where: { id: token.sub } });
    if (user?.email && !user.guest && !user.deletedAt && user.tokenVersion === token.tokenVersion) {
      const { id, email, name, preferences } = user;
      return { actor: { kind: "user", id, email, name }, preferences: readPreferences(preferences) };
    }
  }
  const id = readGuest(cookie.guest);
  if (id === undefined) return { actor: { kind: "anonymous" }, preferences: usualPreferences };
  const guest = await db().user.findUnique({ where: { id } });
  if (!guest) return { actor: { kind: "guest", id, known: false }, preferences: usualPreferences };
  if (!guest.guest || guest.claimedById || guest.deletedAt)
    return { actor: { kind: "anonymous" }, preferences: usualPreferences };
  return { actor: { kind: "guest", id, known: true }, preferences: readPreferences(guest.preferences) };
}
