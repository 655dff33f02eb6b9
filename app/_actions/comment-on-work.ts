"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { commentSchema } from "#lib/course/review/forms.ts";
import { comment as set } from "#lib/course/review/set-score.ts";

/** Says something to a student about their work. */
export async function commentOnWork(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action commentOnWork", input: commentSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await set(actor, input);
      revalidatePath("/", "layout");
      return { done: "Said." };
    },
  );
}
