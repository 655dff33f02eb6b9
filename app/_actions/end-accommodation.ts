"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { endAccommodation as end, endAccommodationSchema } from "#lib/course/assignment/accommodate.ts";

/** Ends what is different for a student. */
export async function endAccommodation(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action endAccommodation", input: endAccommodationSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await end(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
