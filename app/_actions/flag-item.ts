"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { flagItem as flag } from "#lib/course/quiz-flag.ts";

const input = z.object({
  attempt: z.uuid(),
  position: z.coerce.number().pipe(z.int32().positive()),
  flagged: z.enum(["yes", "no"]).transform((word) => word === "yes"),
});

/** Flags an item of a quiz or an assignment, or takes the flag away. */
export async function flagItem(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action flagItem", input, otherwise: (state: FormState) => state },
    form,
    async (actor, item): Promise<FormState> => {
      await flag(actor, item);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
