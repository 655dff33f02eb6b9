import "server-only";
import type { AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { secrets } from "#lib/env.ts";
import { samePath, signInSchema } from "./credentials.ts";
import { sessionCookieName, sessionCookieOptions, sessionMaxAge, type Token } from "./session.ts";

/** Signs somebody in who typed this; undefined where it does not fit. */
export type SignIn = (credentials: { email: string; password: string }) => Promise<Token | undefined>;

/** What next-auth's own addresses (/api/auth/…) run on: the same sign-in and the same cookie as the server actions. */
export function authOptions(https: boolean, signIn: SignIn): AuthOptions {
  return {
    secret: secrets().AUTH_SECRET,
    useSecureCookies: https,
    cookies: { sessionToken: { name: sessionCookieName(https), options: sessionCookieOptions(https) } },
    session: { strategy: "jwt", maxAge: sessionMaxAge },
    pages: { signIn: "/sign-in", signOut: "/", error: "/sign-in", newUser: "/" },
    providers: [
      Credentials({
        name: "e-mail and password",
        credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
        authorize: async (typed) => {
          const { data } = signInSchema.safeParse(typed);
          const token = data && (await signIn(data));
          return token ? { id: token.sub, tokenVersion: token.tokenVersion } : null;
        },
      }),
    ],
    callbacks: {
      // A token says whose it is and of which version, nothing else; the row is asked for the rest.
      jwt: ({ token, user }) =>
        user && "tokenVersion" in user ? { sub: user.id, tokenVersion: user.tokenVersion } : token,
      session: ({ session }) => ({ expires: session.expires }),
      redirect: ({ url, baseUrl }) => {
        const path = url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url;
        return baseUrl + samePath(path);
      },
    },
  };
}
