"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { assignmentIdSchema } from "#lib/course/assignment/read.ts";
import { releaseAssignment as release } from "#lib/course/assignment/release.ts";

/** Releases the verdicts of an assignment. */
export async function releaseAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action releaseAssignment", input: assignmentIdSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await release(actor, input.assignment);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
