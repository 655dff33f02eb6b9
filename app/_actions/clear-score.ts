"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { clearScoreSchema } from "#lib/course/review/forms.ts";
import { clearScore as set } from "#lib/course/review/set-score.ts";

/** Takes such a score back. */
export async function clearScore(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action clearScore", input: clearScoreSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      await set(actor, input);
      revalidatePath("/", "layout");
      return {};
    },
  );
}
