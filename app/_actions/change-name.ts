"use server";

import { revalidatePath } from "next/cache";
import { nameSchema } from "#lib/auth/credentials.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { changeName as change } from "#lib/course/settings.ts";

/** Changes the name of the account; an empty one takes it away. */
export async function changeName(_: FormState, form: FormData): Promise<FormState> {
  const otherwise = (state: FormState) => state;
  return await action(
    { name: "action changeName", input: nameSchema, otherwise },
    form,
    async (actor, { name }): Promise<FormState> => {
      await change(actor, name);
      revalidatePath("/", "layout");
      return { done: name === null ? "The name is gone." : "The name is saved." };
    },
  );
}
