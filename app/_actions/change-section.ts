"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { changeSection as change, sectionFormSchema } from "#lib/course/section/settings.ts";

/** Changes what a section is called and who can join. */
export async function changeSection(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action changeSection", input: sectionFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      await change(actor, fields);
      revalidatePath("/", "layout");
      return { done: "Saved." };
    },
  );
}
