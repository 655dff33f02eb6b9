"use server";

import { startSession } from "#lib/auth/cookies.ts";
import { passwordChangeSchema } from "#lib/auth/credentials.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { changePassword as change } from "#lib/course/password.ts";

/** Changes the password from the fields password (the present one) and newPassword, and renews the session of this browser. */
export async function changePassword(_: FormState, form: FormData): Promise<FormState> {
  const otherwise = (state: FormState) => state;
  return await action(
    { name: "action changePassword", input: passwordChangeSchema, otherwise },
    form,
    async (actor, passwords): Promise<FormState> => {
      const token = await change(actor, passwords);
      if (!token) return { errors: { password: "This is not the password of the account." } };
      await startSession(token);
      return { done: "The password is changed. Other browsers are signed out." };
    },
  );
}
