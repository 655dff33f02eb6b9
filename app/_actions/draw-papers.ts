"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { drawPapers as draw, drawPapersSchema } from "#lib/course/assignment/papers.ts";

/** Draws versions of an assignment to print, until there are as many as asked for. */
export async function drawPapers(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action drawPapers", input: drawPapersSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await draw(actor, input);
      revalidatePath("/", "layout");
      return { done: "Drawn." };
    },
  );
}
