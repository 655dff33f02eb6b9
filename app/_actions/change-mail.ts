"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { changeMailWishes, mailWishesSchema } from "#lib/course/mail/wishes.ts";

/** Changes which mails somebody gets, by the link of a mail they got. */
export async function changeMail(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action changeMail", input: mailWishesSchema, otherwise: (state: FormState) => state },
    form,
    async (_actor, { token, ...wishes }): Promise<FormState> => {
      await changeMailWishes(token, wishes);
      revalidatePath("/", "layout");
      return { done: "Saved." };
    },
  );
}
