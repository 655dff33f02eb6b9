/** The session cookie: next-auth's own encrypted token, made and read with next-auth's own functions. */
import "server-only";
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { secrets } from "#lib/env.ts";

/** The same name in the server actions and in next-auth's handler, whatever is set in the environment. */
export const sessionCookieName = (https: boolean) => (https ? "__Host-chainrule-session" : "chainrule-session");

/** How long a sign-in lasts, in seconds. */
export const sessionMaxAge = 60 * 24 * 60 * 60;

/** Without an age: the cookie's is set where it is written, and next-auth sets its own from the session's. */
export const sessionCookieOptions = (https: boolean) =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: https }) as const;

/** What a token says: whose it is, and the version of the user's tokens when it was made. */
const tokenSchema = z.object({ sub: z.uuid(), tokenVersion: z.int() });
export type Token = z.infer<typeof tokenSchema>;

/** The value of the cookie. */
export const encodeSession = (token: Token): Promise<string> =>
  encode({ token, secret: secrets().AUTH_SECRET, maxAge: sessionMaxAge });

/** What a cookie says; undefined where it is not ours, or has expired. */
export async function decodeSession(value: string | undefined): Promise<Token | undefined> {
  if (!value) return undefined;
  try {
    return tokenSchema.safeParse(await decode({ token: value, secret: secrets().AUTH_SECRET })).data;
  } catch {
    return undefined; // not encrypted with our key, or cut short
  }
}
