"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { takeBackSchema } from "#lib/course/review/forms.ts";
import { takeBackOverride as set } from "#lib/course/review/override.ts";

/** Lets the judgement of an answer count again. */
export async function takeBackOverride(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action takeBackOverride", input: takeBackSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await set(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
