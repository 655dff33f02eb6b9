"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { joinParts as join, partSchema } from "#lib/course/assignment/content-edit.ts";

/** Makes a pool of a part and the one above it. */
export async function joinParts(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action joinParts", input: partSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await join(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
