import { type NextRequest, NextResponse } from "next/server";
import { guestCookieName, guestCookieOptions, newGuest, readGuest } from "#lib/auth/guest-cookie.ts";
import { isHttps } from "#lib/auth/https.ts";

/**
 * Gives every browser that opens a page a signed guest id, without touching the database: the guest's row is made with
 * the first variant. The page rendered for this very request sees the cookie too.
 */
export function proxy(request: NextRequest): NextResponse {
  const https = isHttps(request.headers);
  const name = guestCookieName(https);
  if (readGuest(request.cookies.get(name)?.value)) return NextResponse.next();
  const value = newGuest();
  request.cookies.set(name, value);
  const response = NextResponse.next({ request: { headers: request.headers } });
  response.cookies.set(name, value, guestCookieOptions(https));
  return response;
}

/** Pages only: not the API, what Next serves for itself, or files. */
export const config = { matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)"] };
