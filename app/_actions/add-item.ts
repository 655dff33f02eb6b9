"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { addItem as add, addItemSchema } from "#lib/course/assignment/content-edit.ts";

/** Adds an exercise to a draft. */
export async function addItem(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action addItem", input: addItemSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await add(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
