"use server";

import { revalidatePath } from "next/cache";
import { startGuest } from "#lib/auth/cookies.ts";
import { preferenceFormSchema } from "#lib/auth/preferences.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { changePreferences as change } from "#lib/course/settings.ts";

/** Changes the preferences that the form holds, and leaves the others. */
export async function changePreferences(_: FormState, form: FormData): Promise<FormState> {
  const otherwise = (state: FormState) => state;
  return await action(
    { name: "action changePreferences", input: preferenceFormSchema, otherwise },
    form,
    async (actor, preferences): Promise<FormState> => {
      // The cookie of a guest who was claimed opens nothing; whoever still has it begins anew.
      const guest =
        actor.kind === "anonymous" ? { kind: "guest" as const, id: await startGuest(), known: false } : actor;
      await change(guest, preferences);
      // The theme, the decimal mark and the motion are those of every page.
      revalidatePath("/", "layout");
      return { done: "Saved." };
    },
  );
}
