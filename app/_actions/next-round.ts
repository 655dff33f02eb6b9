"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { nextRound as draw, placeSchema } from "#lib/course/assignment/next.ts";

/** Draws another variant for another try. */
export async function nextRound(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action nextRound", input: placeSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await draw(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
