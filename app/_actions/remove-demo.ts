"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { removeDemo as remove } from "#lib/course/demo/remove.ts";

/** Removes the demonstration with its simulated students. */
export async function removeDemo(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action removeDemo", input: z.object({ section: z.uuid() }), otherwise: (state: FormState) => state },
    form,
    async (actor, { section }): Promise<FormState> => {
      await remove(actor, section);
      revalidatePath("/", "layout");
      redirect("/sections");
    },
  );
}
