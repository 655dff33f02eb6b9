"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { changeAssignment as change } from "#lib/course/assignment/settings.ts";
import { assignmentFormSchema } from "#lib/course/assignment/settings-form.ts";

/** Changes what an assignment is called, its dates and its rules. */
export async function changeAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action changeAssignment", input: assignmentFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await change(actor, input);
      revalidatePath("/", "layout");
      return { done: "Saved." };
    },
  );
}
