"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { handInAssignment as handIn } from "#lib/course/assignment/hand-in.ts";

/** Hands in an attempt at an assignment, and shows what it comes to. */
export async function handInAssignment(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    {
      name: "action handInAssignment",
      input: z.object({ section: z.uuid(), assignment: z.uuid(), attempt: z.uuid() }),
      otherwise: (state: FormState) => state,
    },
    form,
    async (actor, input): Promise<FormState> => {
      await handIn(actor, input.attempt);
      revalidatePath("/", "layout");
      redirect(`/sections/${input.section}/assignments/${input.assignment}`);
    },
  );
}
