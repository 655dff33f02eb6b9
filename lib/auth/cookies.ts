/** Writes the cookies, in server actions and route handlers; a server component cannot. */
import "server-only";
import { cookies, headers } from "next/headers";
import type { Actor } from "./actor.ts";
import { guestCookieName, guestCookieOptions, newGuest, readGuest } from "./guest-cookie.ts";
import { isHttps } from "./https.ts";
import { encodeSession, sessionCookieName, sessionCookieOptions, sessionMaxAge, type Token } from "./session.ts";

/** Signs the browser in, and makes it forget the guest it was: that guest's work is the user's now. */
export async function startSession(token: Token): Promise<void> {
  const [jar, https] = [await cookies(), isHttps(await headers())];
  const value = await encodeSession(token);
  jar.set(sessionCookieName(https), value, { ...sessionCookieOptions(https), maxAge: sessionMaxAge });
  await startGuest();
}

/** Signs the browser out. What is done next is a new guest's. */
export async function endSession(): Promise<void> {
  const [jar, https] = [await cookies(), isHttps(await headers())];
  jar.set(sessionCookieName(https), "", { ...sessionCookieOptions(https), maxAge: 0 });
  await startGuest();
}

/** Makes the browser a new guest, and tells the guest's id. */
export async function startGuest(): Promise<string> {
  const [jar, https] = [await cookies(), isHttps(await headers())];
  const value = newGuest();
  jar.set(guestCookieName(https), value, guestCookieOptions(https));
  return readGuest(value) ?? "";
}

/** Who begins something: the actor, or a new guest, since the cookie of a guest who was claimed opens nothing. */
export async function beginner(actor: Actor): Promise<Actor> {
  return actor.kind === "anonymous" ? { kind: "guest", id: await startGuest(), known: false } : actor;
}
