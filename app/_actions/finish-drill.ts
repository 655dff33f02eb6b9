"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { finishDrill as end, finishDrillSchema } from "#lib/course/drill-finish.ts";

/** Ends a drill, whatever is left of it, and shows what came of it. The form holds drill. */
export async function finishDrill(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(`/drill?notice=${refused}`);
  await action({ name: "action finishDrill", input: finishDrillSchema, otherwise }, form, end);
  revalidatePath("/", "layout");
  redirect(`/drill/${z.uuid().parse(form.get("drill"))}`);
}
