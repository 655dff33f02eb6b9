"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { itemSchema, splitItem as split } from "#lib/course/assignment/content-edit.ts";

/** Takes an exercise out of its pool. */
export async function splitItem(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action splitItem", input: itemSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await split(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
