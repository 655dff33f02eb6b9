"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { pageOf } from "#app/_components/workspace/page-of.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { reopenPractice, reopenSchema } from "#lib/course/reopen.ts";

/**
 * Takes a closed variant up again and shows it. The form holds the variant’s id, and exercise, level and list of its page.
 * Where that cannot be, the page says why.
 */
export async function reopenVariant(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(pageOf(form, { notice: refused }));
  const { number } = await action(
    { name: "action reopenVariant", input: reopenSchema, otherwise },
    form,
    reopenPractice,
  );
  revalidatePath("/", "layout");
  redirect(pageOf(form, { variant: String(number) }));
}
