"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { changeItemTerms as change } from "#lib/course/assignment/item-terms.ts";
import { itemTermsSchema } from "#lib/course/assignment/item-terms-form.ts";

/** Sets by which tolerances an item is judged, and how much each of its parts counts. */
export async function changeItemTerms(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action changeItemTerms", input: itemTermsSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      const errors = await change(actor, input);
      if (Object.keys(errors).length > 0) return { errors, values: input };
      revalidatePath("/", "layout");
      return { done: "Saved." };
    },
  );
}
