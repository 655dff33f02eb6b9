"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, type FormState } from "#lib/course/action.ts";
import { createSection as create, newSectionSchema } from "#lib/course/section/create.ts";

/** Makes a section, and goes to it. */
export async function createSection(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action createSection", input: newSectionSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      const id = await create(actor, fields);
      revalidatePath("/", "layout");
      redirect(`/sections/${id}`);
    },
  );
}
