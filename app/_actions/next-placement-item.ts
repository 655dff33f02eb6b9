"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action, type FormState } from "#lib/course/action.ts";
import { nextPlacementItem as goOn, nextPlacementItemSchema } from "#lib/course/placement-next.ts";

/** Goes on in a placement; an item without an answer counts as not known yet. The form holds placement and after. */
export async function nextPlacementItem(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(`/placement?notice=${refused}`);
  await action({ name: "action nextPlacementItem", input: nextPlacementItemSchema, otherwise }, form, goOn);
  revalidatePath("/", "layout");
  redirect("/placement");
}
