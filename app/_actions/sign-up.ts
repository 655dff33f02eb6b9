"use server";

import { redirect } from "next/navigation";
import { startSession } from "#lib/auth/cookies.ts";
import { signUpSchema } from "#lib/auth/credentials.ts";
import { signUp as makeAccount } from "#lib/course/account.ts";
import { action, type FormState } from "#lib/course/action.ts";

/** Makes an account from the fields email, password, name (may be empty) and callbackUrl, and goes there. */
export async function signUp(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action signUp", input: signUpSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, { callbackUrl, ...account }, address): Promise<FormState> => {
      const token = await makeAccount(actor, account, address);
      if (!token) {
        const taken = "There is an account with this e-mail address already. Sign in instead.";
        return { errors: { email: taken }, values: { email: account.email, name: account.name ?? "", callbackUrl } };
      }
      await startSession(token);
      redirect(callbackUrl);
    },
  );
}
