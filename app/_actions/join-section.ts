"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { sectionCodeSchema } from "#lib/course/section/code.ts";
import { joinSection as join } from "#lib/course/section/join.ts";

/** Takes whoever asks into the section of a code, and goes there. */
export async function joinSection(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    {
      name: "action joinSection",
      input: z.object({ code: sectionCodeSchema }),
      otherwise: (state: FormState) => state,
    },
    form,
    async (actor, { code }): Promise<FormState> => {
      const id = await join(actor, code);
      revalidatePath("/", "layout");
      redirect(`/sections/${id}`);
    },
  );
}
