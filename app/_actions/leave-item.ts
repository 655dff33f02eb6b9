"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { leaveItem as leave, placeSchema } from "#lib/course/assignment/next.ts";

/** Leaves an item for good, where they come one by one. */
export async function leaveItem(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action leaveItem", input: placeSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await leave(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
