"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { renewCode } from "#lib/course/section/settings.ts";

/** Replaces the code by which students join. */
export async function renewSectionCode(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action renewSectionCode", input: z.object({ section: z.uuid() }), otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      await renewCode(actor, fields.section);
      revalidatePath("/", "layout");
      return { done: "The code is replaced. The old link lets nobody in any more." };
    },
  );
}
