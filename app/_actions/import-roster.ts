"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, type FormState } from "#lib/course/action.ts";
import { importRoster as put, rosterFormSchema } from "#lib/course/section/roster-import.ts";

/** Imports a roster, and shows it. */
export async function importRoster(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action importRoster", input: rosterFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, { section, text }): Promise<FormState> => {
      const { added, changed } = await put(actor, section, text);
      revalidatePath("/", "layout");
      redirect(`/sections/${section}/roster?added=${added}&changed=${changed}`);
    },
  );
}
