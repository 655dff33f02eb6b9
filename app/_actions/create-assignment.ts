"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, type FormState } from "#lib/course/action.ts";
import { createAssignment as create, newAssignmentSchema } from "#lib/course/assignment/create.ts";

/** Makes a draft, and goes to it. */
export async function createAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action createAssignment", input: newAssignmentSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      const id = await create(actor, input);
      revalidatePath("/", "layout");
      redirect(`/sections/${input.section}/assignments/${id}/edit`);
    },
  );
}
