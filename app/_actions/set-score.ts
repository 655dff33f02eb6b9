"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { setScoreSchema } from "#lib/course/review/forms.ts";
import { setScore as set } from "#lib/course/review/set-score.ts";

/** Sets by hand the score of an item, or of the whole. */
export async function setScore(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action setScore", input: setScoreSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await set(actor, input);
      revalidatePath("/", "layout");
      return { done: "Set." };
    },
  );
}
