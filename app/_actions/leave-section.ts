"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { leaveSection as leave } from "#lib/course/section/members.ts";

/** Leaves a section. */
export async function leaveSection(_: FormState, form: FormData): Promise<FormState> {
  return await action(
    { name: "action leaveSection", input: z.object({ section: z.uuid() }), otherwise: (state: FormState) => state },
    form,
    async (actor, fields): Promise<FormState> => {
      await leave(actor, fields.section);
      revalidatePath("/", "layout");
      redirect("/sections");
    },
  );
}
