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
      const kept =
        better === 0
          ? ""
          : ` ${better === 1 ? "One student has" : `${better} students have`} a better answer, and keep it.`;
      return {
        done: `Set for ${set === 1 ? "one student" : `${set} students`}.${kept.replace("keep it", better === 1 ? "keeps it" : "keep it")}`,
      };
    },
  );
}
