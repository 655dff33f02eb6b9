"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { assignmentIdSchema } from "#lib/course/assignment/read.ts";
import { startPreview } from "#lib/course/assignment/start.ts";

/** Begins a preview of an assignment, as a student would take it. */
export async function previewAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    {
      name: "action previewAssignment",
      input: assignmentIdSchema.extend({ section: z.uuid() }),
      otherwise: (state: FormState) => state,
    },
    form,
    async (actor, input): Promise<FormState> => {
      await startPreview(actor, input.assignment);
      revalidatePath("/", "layout");
      redirect(`/sections/${input.section}/assignments/${input.assignment}/take`);
    },
  );
}
