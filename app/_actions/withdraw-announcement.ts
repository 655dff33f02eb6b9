"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { withdraw } from "#lib/course/section/announcements.ts";

/** Takes an announcement back. */
export async function withdrawAnnouncement(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    {
      name: "action withdrawAnnouncement",
      input: z.object({ section: z.uuid(), announcement: z.uuid() }),
      otherwise: (state: FormState) => state,
    },
    form,
    async (actor, fields): Promise<FormState> => {
      await withdraw(actor, fields);
      revalidatePath("/", "layout");
      return { done: "Taken back." };
    },
  );
}
