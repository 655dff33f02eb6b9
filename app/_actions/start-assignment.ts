"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { startAssignment as begin, startAssignmentSchema } from "#lib/course/assignment/start.ts";

/** Begins an assignment, or goes on with it. */
export async function startAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    {
      name: "action startAssignment",
      input: startAssignmentSchema.extend({ section: z.uuid() }),
      otherwise: (state: FormState) => state,
    },
    form,
    async (actor, input): Promise<FormState> => {
      await begin(actor, input);
      revalidatePath("/", "layout");
      redirect(`/sections/${input.section}/assignments/${input.assignment}/take`);
    },
  );
}
