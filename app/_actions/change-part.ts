"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { changePart as change, changePartSchema } from "#lib/course/assignment/content-edit.ts";

/** Sets the points of a part, and how many of a pool a student gets. */
export async function changePart(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action changePart", input: changePartSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await change(actor, input);
      revalidatePath("/", "layout");
      return { done: "Saved." };
    },
  );
}
