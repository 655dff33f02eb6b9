"use server";

import { revalidatePath } from "next/cache";
import { action, type FormState } from "#lib/course/action.ts";
import { handOver, memberFormSchema } from "#lib/course/section/members.ts";

/** Makes one of the instructors the owner. */
export async function handOverSection(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action handOverSection", input: memberFormSchema, otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      await handOver(actor, fields);
      revalidatePath("/", "layout");
      return { done: "Handed over. You are an instructor of it now." };
    },
  );
}
