"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { award } from "#lib/course/review/award.ts";
import { awardSchema } from "#lib/course/review/forms.ts";

/** Gives one score to all answers that went wrong the same way. */
export async function awardScore(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action awardScore", input: awardSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      const answers = await award(actor, input);
      revalidatePath("/", "layout");
      return { done: `Set for ${answers === 1 ? "one answer" : `${answers} answers`}.` };
    },
  );
}
