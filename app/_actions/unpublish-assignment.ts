"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { unpublishAssignment as unpublish } from "#lib/course/assignment/publish.ts";
import { assignmentIdSchema } from "#lib/course/assignment/read.ts";

/** Makes a published assignment a draft again. */
export async function unpublishAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action unpublishAssignment", input: assignmentIdSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await unpublish(actor, input.assignment);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
