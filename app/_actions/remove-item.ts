"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { itemSchema, removeItem as remove } from "#lib/course/assignment/content-edit.ts";

/** Takes an exercise out of a draft. */
export async function removeItem(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action removeItem", input: itemSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await remove(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
