"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { overrideSchema } from "#lib/course/review/forms.ts";
import { overrideScore as set } from "#lib/course/review/override.ts";

/** Sets by hand what an answer is worth. */
export async function overrideScore(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action overrideScore", input: overrideSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await set(actor, input);
      revalidatePath("/", "layout");
      return { done: "Set." };
    },
  );
}
