"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { announcementSchema, announce as tell } from "#lib/course/section/announcements.ts";

/** Tells everybody in a section. */
export async function announce(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action announce", input: announcementSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      await tell(actor, fields);
      revalidatePath("/", "layout");
      return { done: "Everybody in the section sees it on its page." };
    },
  );
}
