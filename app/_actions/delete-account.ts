"use server";

import { redirect } from "next/navigation";
import { endSession } from "#lib/auth/cookies.ts";
import { erasureSchema } from "#lib/auth/credentials.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { eraseAccount, eraseGuest } from "#lib/course/erase.ts";

/** Deletes the account, after its password, or a guest's work, after a tick; then a page says so. */
export async function deleteAccount(_: FormState, form: FormData): Promise<FormState> {
  const otherwise = (state: FormState) => state;
  return await action(
    { name: "action deleteAccount", input: erasureSchema, otherwise },
    form,
    async (actor, { password, sure }): Promise<FormState> => {
      if (actor.kind === "user") {
        if (password === undefined) return { errors: { password: "Type your password." } };
        if (!(await eraseAccount(actor, { password })))
          return { errors: { password: "This is not the password of the account." } };
      }
      if (actor.kind === "guest" && actor.known) {
        // The form of an account that another tab has signed out of must not delete what the guest did since.
        if (sure === undefined) return { errors: { sure: "Tick this first." } };
        await eraseGuest(actor);
      }
      await endSession();
      redirect("/settings/deleted");
    },
  );
}
