import { type NextRequest, NextResponse } from "next/server";
import NextAuth from "next-auth";
import { startGuest } from "#lib/auth/cookies.ts";
import { currentActor } from "#lib/auth/current-actor.ts";
import { isHttps } from "#lib/auth/https.ts";
import { authOptions } from "#lib/auth/options.ts";
import { signIn } from "#lib/course/account.ts";
import { clientAddress } from "#lib/course/request.ts";

/** next-auth's own addresses. The pages of this site sign in by a server action; both go through the same function. */
async function handler(request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  const options = authOptions(isHttps(request.headers), async (credentials) => {
    const token = await signIn(await currentActor(), credentials, clientAddress(request.headers));
    if (token) await startGuest();
    return token;
  });
  const response: unknown = await NextAuth(request, context, options);
  return response instanceof Response ? response : new NextResponse(null, { status: 500 });
}

export { handler as GET, handler as POST };
