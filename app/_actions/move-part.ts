"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { movePart as move, movePartSchema } from "#lib/course/assignment/content-edit.ts";

/** Moves a part of a draft up or down. */
export async function movePart(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action movePart", input: movePartSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await move(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
