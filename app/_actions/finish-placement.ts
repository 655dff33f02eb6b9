"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, type FormState } from "#lib/course/action.ts";
import { finishPlacement as end, finishPlacementSchema } from "#lib/course/placement-finish.ts";

/** Ends a placement with what was answered so far, and shows what it found. The form holds placement. */
export async function finishPlacement(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(`/placement?notice=${refused}`);
  await action({ name: "action finishPlacement", input: finishPlacementSchema, otherwise }, form, end);
  revalidatePath("/", "layout");
  redirect("/placement");
}
