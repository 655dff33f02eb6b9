/** Links by which whoever got a mail ends them, without signing in: they hold an id and its seal, and no address. */
import "server-only";
import { createHmac, timingSafeEqual } from "node:crypto";
import { parse, stringify } from "uuid";
import { secrets } from "#lib/env.ts";

/** The token of a user; it does not expire, since old mails must work too. */
export function unsubscribeToken(userId: string): string {
  const id = Buffer.from(parse(userId));
  return Buffer.concat([id, seal(id)]).toString("base64url");
}

/** Whose token it is; undefined for one that we did not make. */
export function userOfToken(token: string): string | undefined {
  const bytes = /^[\w-]{64}$/.test(token) ? Buffer.from(token, "base64url") : undefined;
  const id = bytes?.subarray(0, 16);
  return bytes && id && timingSafeEqual(bytes.subarray(16), seal(id)) ? stringify(id) : undefined;
}

const seal = (id: Uint8Array): Buffer =>
  createHmac("sha256", secrets().AUTH_SECRET).update("unsubscribe\0").update(id).digest();
