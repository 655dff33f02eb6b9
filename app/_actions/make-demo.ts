"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { makeDemo as make } from "#lib/course/demo/make.ts";

/** Makes the demonstration, and goes to it. */
export async function makeDemo(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action makeDemo", input: z.object({}), otherwise: (state: FormState) => state },
    form,
    async (actor): Promise<FormState> => {
      const id = await make(actor);
      revalidatePath("/", "layout");
      redirect(`/sections/${id}`);
    },
  );
}
