"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { archiveSection as archive } from "#lib/course/section/settings.ts";

/** Archives a section, or takes it up again. */
export async function archiveSection(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    {
      name: "action archiveSection",
      input: z.object({ section: z.uuid(), archived: z.stringbool() }),
      otherwise: (state: FormState) => state,
    },
    form,
    async (actor, fields): Promise<FormState> => {
      await archive(actor, fields.section, fields.archived);
      revalidatePath("/", "layout");
      return { done: "Done." };
    },
  );
}
