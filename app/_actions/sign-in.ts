"use server";

import { redirect } from "next/navigation";
import { startSession } from "#lib/auth/cookies.ts";
import { signInSchema } from "#lib/auth/credentials.ts";
import { signIn as checkAccount } from "#lib/course/account.ts";
import { action, type FormState } from "#lib/course/action.ts";

/** Signs in with the fields email, password and callbackUrl, and goes there. */
export async function signIn(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action signIn", input: signInSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, { callbackUrl, ...credentials }, address): Promise<FormState> => {
      const token = await checkAccount(actor, credentials, address);
      if (!token) {
        const message = "No account has this e-mail address and this password together. Check both, and try again.";
        return { message, values: { email: credentials.email, callbackUrl } };
      }
      await startSession(token);
      redirect(callbackUrl);
    },
  );
}
