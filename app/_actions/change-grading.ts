"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { changeGrading as change } from "#lib/course/gradebook/grading.ts";
import { gradingFormSchema } from "#lib/course/gradebook/grading-form.ts";

/** Changes how final grades come about. */
export async function changeGrading(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action changeGrading", input: gradingFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      const errors = await change(actor, fields);
      if (errors) {
        const values = Object.entries(fields).flatMap(([name, value]) =>
          typeof value === "string" ? [[name, value] as const] : [],
        );
        return {
          errors,
          values: Object.fromEntries(values),
          message: "Something is not right yet; nothing was saved.",
        };
      }
      revalidatePath("/", "layout");
      return { done: "Saved." };
    },
  );
}
