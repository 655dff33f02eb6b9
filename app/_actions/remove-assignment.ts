"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { assignmentIdSchema } from "#lib/course/assignment/read.ts";
import { removeAssignment as remove } from "#lib/course/assignment/remove.ts";

/** Takes an assignment away, and goes to the list. */
export async function removeAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    {
      name: "action removeAssignment",
      input: assignmentIdSchema.extend({ section: z.uuid() }),
      otherwise: (state: FormState) => state,
    },
    form,
    async (actor, input): Promise<FormState> => {
      await remove(actor, input.assignment);
      revalidatePath("/", "layout");
      redirect(`/sections/${input.section}/assignments`);
    },
  );
}
