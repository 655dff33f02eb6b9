"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, type FormState } from "#lib/course/action.ts";
import { copyAssignment as copy, copyAssignmentSchema } from "#lib/course/assignment/remove.ts";

/** Copies an assignment as a draft, and goes to it. */
export async function copyAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action copyAssignment", input: copyAssignmentSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      const id = await copy(actor, input);
      revalidatePath("/", "layout");
      redirect(`/sections/${input.section}/assignments/${id}`);
    },
  );
}
