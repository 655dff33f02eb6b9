/**
 * The guest cookie: an id and its signature. Whoever made the id up has no signature, and whoever holds a signed one is
 * that guest, until the guest is claimed. Nothing here touches the database, so that the proxy can set it.
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { v7 as uuidv7, validate } from "uuid";
import { secrets } from "#lib/env.ts";

/** The cookie's name. The prefix makes browsers refuse one set for another host or without https. */
export const guestCookieName = (https: boolean) => (https ? "__Host-chainrule-guest" : "chainrule-guest");

const year = 365 * 24 * 60 * 60;

export const guestCookieOptions = (https: boolean) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: https, maxAge: year }) as const;

/** The value of a cookie for a new guest. */
export function newGuest(): string {
  return signGuest(uuidv7());
}

/** The value of the cookie of that guest: `<id>.<HMAC-SHA256 of it>`. */
export function signGuest(id: string): string {
  return `${id}.${signature(id).toString("base64url")}`;
}

/** The guest id that a cookie holds; undefined where its signature is not ours. */
export function readGuest(value: string | undefined): string | undefined {
  const [id = "", signed = "", ...rest] = value?.split(".") ?? [];
  if (!validate(id) || rest.length > 0) return undefined;
  const given = Buffer.from(signed, "base64url");
  const ours = signature(id);
  return given.length === ours.length && timingSafeEqual(given, ours) ? id : undefined;
}

function signature(id: string): Buffer {
  return createHmac("sha256", secrets().GUEST_SECRET).update(`guest:${id}`).digest();
}
