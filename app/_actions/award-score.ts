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
      const { set, better } = await award(actor, input);
      revalidatePath("/", "layout");
      const done = `Set for ${set === 1 ? "one student" : `${set} students`}.`;
      if (better === 0) return { done };
      return {
        done: `${done} ${better === 1 ? "One student has a better answer, and keeps it" : `${better} students have a better answer, and keep it`}.`,
      };
    },
  );
}
