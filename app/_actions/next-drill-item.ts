"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, type FormState } from "#lib/course/action.ts";
import { nextDrillItem as goOn, nextDrillItemSchema } from "#lib/course/drill-next.ts";

/**
 * Goes on in a drill. The form holds drill, after (the position on screen), and detour where a gap is made up for first
 * (the id of a skill) or is left again ("leave").
 */
export async function nextDrillItem(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(`/drill?notice=${refused}`);
  await action({ name: "action nextDrillItem", input: nextDrillItemSchema, otherwise }, form, goOn);
  revalidatePath("/", "layout");
  redirect(`/drill/${z.uuid().parse(form.get("drill"))}`);
}
