"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, type FormState } from "#lib/course/action.ts";
import { applyRegrade as apply } from "#lib/course/regrade/apply.ts";
import { applySchema } from "#lib/course/regrade/form.ts";

/** Applies a regrade as its dry run showed it. */
export async function applyRegrade(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action applyRegrade", input: applySchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      const end = await apply(actor, input);
      const values = { reason: input.reason };
      switch (end.outcome) {
        case "applied":
        case "already applied":
          revalidatePath("/", "layout");
          redirect(`/sections/${end.section}/assignments/${input.assignment}/regrade?applied=${input.hash}`);
          break;
        case "stale":
          // With it the page comes back with the dry run as it is now.
          revalidatePath("/", "layout");
          return {
            message:
              "Nothing was changed: answers, scores or terms have changed since this dry run. It has been made anew; look it over, and apply it then.",
            values,
          };
        case "nothing to do":
          return { message: "Nothing would change, so there is nothing to apply.", values };
        case "unread":
          return { message: Object.values(end.errors).join(" "), values };
      }
    },
  );
}
