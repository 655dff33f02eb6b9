"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { accommodate as set } from "#lib/course/assignment/accommodate.ts";
import { accommodationSchema } from "#lib/course/assignment/accommodation-form.ts";

/** Sets what is different for some students. */
export async function accommodate(_: FormState, form: FormData): Promise<FormState> {
  const values = Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
  return await action(
    { name: "action accommodate", input: accommodationSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, input): Promise<FormState> => {
      const result = await set(actor, input);
      if ("errors" in result) return { errors: result.errors, values };
      revalidatePath("/", "layout");
      const { people, stay } = result;
      const told =
        stay === 0
          ? ""
          : ` ${stay === 1 ? "One sitting" : `${stay} sittings`} had ended and been told how ${stay === 1 ? "it" : "they"} went, and ${stay === 1 ? "stays" : "stay"} closed; a score can be set by hand.`;
      return { done: `Set for ${people === 1 ? "one student" : `${people} students`}.${told}` };
    },
  );
}
