"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { markBroken as set } from "#lib/course/review/faults.ts";
import { faultSchema } from "#lib/course/review/forms.ts";

/** Notes that a variant or an item is broken. */
export async function markBroken(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action markBroken", input: faultSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await set(actor, input);
      revalidatePath("/", "layout");
      return { done: "Noted." };
    },
  );
}
