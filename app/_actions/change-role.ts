"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { changeRole as change, roleFormSchema } from "#lib/course/section/members.ts";

/** Makes a member an instructor, an assistant or a student. */
export async function changeRole(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action changeRole", input: roleFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      await change(actor, fields);
      revalidatePath("/", "layout");
      return { done: "Saved." };
    },
  );
}
