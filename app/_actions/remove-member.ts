"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { memberFormSchema, removeMember as remove } from "#lib/course/section/members.ts";

/** Takes somebody off a roster. */
export async function removeMember(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action removeMember", input: memberFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      await remove(actor, fields);
      revalidatePath("/", "layout");
      return { done: "Taken off the roster." };
    },
  );
}
