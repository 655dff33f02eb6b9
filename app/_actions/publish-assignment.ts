"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { publishAssignment as publish } from "#lib/course/assignment/publish.ts";
import { assignmentIdSchema } from "#lib/course/assignment/read.ts";

/** Publishes a draft. */
export async function publishAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action publishAssignment", input: assignmentIdSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await publish(actor, input.assignment);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
