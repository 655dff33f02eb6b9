"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { pageOf } from "#app/_components/workspace/page-of.ts";
import { startGuest } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { drawPractice, drawSchema } from "#lib/course/draw.ts";

/**
 * Draws a variant and shows it. The form holds exercise, level and after (the latest number, 0 if none), check where it
 * is shown inside a lesson, and list where it was come to from one. Where none can be drawn, the page says why: it gets `notice`, the kind of refusal.
 */
export async function drawVariant(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(pageOf(form, { notice: refused }));
  await action({ name: "action drawVariant", input: drawSchema, otherwise }, form, async (actor, input) => {
    // The cookie of a guest who was claimed opens nothing; whoever still has it begins anew.
    const guest = actor.kind === "anonymous" ? { kind: "guest" as const, id: await startGuest(), known: false } : actor;
    await drawPractice(guest, input);
  });
  revalidatePath("/", "layout");
  redirect(pageOf(form));
}
