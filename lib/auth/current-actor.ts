import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { db } from "#lib/db/client.ts";
import type { Actor } from "./actor.ts";
import { guestCookieName, readGuest } from "./guest-cookie.ts";
import { isHttps } from "./https.ts";
import { decodeSession, sessionCookieName } from "./session.ts";

/** Who asks: the user of the session, else the guest of the cookie. Read once per request. */
export const currentActor = cache(async (): Promise<Actor> => {
  const [jar, https] = [await cookies(), isHttps(await headers())];
  return await actorOf({
    session: jar.get(sessionCookieName(https))?.value,
    guest: jar.get(guestCookieName(https))?.value,
  });
});

/**
 * The actor that two cookies tell. A session whose version is older than the user's counts for nothing, and so does the
 * cookie of a guest who was claimed.
 */
export async function actorOf(cookie: { session: string | undefined; guest: string | undefined }): Promise<Actor> {
  const token = await decodeSession(cookie.session);
  if (token) {
    const user = await db().user.findUnique({ where: { id: token.sub } });
    if (user?.email && !user.guest && !user.deletedAt && user.tokenVersion === token.tokenVersion)
      return { kind: "user", id: user.id, email: user.email, name: user.name };
  }
  const id = readGuest(cookie.guest);
  if (id === undefined) return { kind: "anonymous" };
  const guest = await db().user.findUnique({ where: { id } });
  if (!guest) return { kind: "guest", id, known: false };
  return guest.guest && !guest.claimedById && !guest.deletedAt
    ? { kind: "guest", id, known: true }
    : { kind: "anonymous" };
}
