"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { takeBackBroken as set } from "#lib/course/review/faults.ts";
import { mendSchema } from "#lib/course/review/forms.ts";

/** Takes back that something is broken. */
export async function takeBackBroken(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action takeBackBroken", input: mendSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await set(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
