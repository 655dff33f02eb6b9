"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { startGuest } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { drawPractice, drawSchema } from "#lib/course/draw.ts";

/**
 * Draws a variant and shows it. The form holds exercise, level and after (the number on screen, 0 if none). Where none
 * can be drawn, the page says why: it gets `notice`, the kind of refusal.
 */
export async function drawVariant(form: FormData): Promise<void> {
  const otherwise = ({ refused = "invalid" }: FormState) => redirect(pageOf(form, refused));
  await action({ name: "action drawVariant", input: drawSchema, otherwise }, form, async (actor, input) => {
    // The cookie of a guest who was claimed opens nothing; whoever still has it begins anew.
    const guest = actor.kind === "anonymous" ? { kind: "guest" as const, id: await startGuest(), known: false } : actor;
    await drawPractice(guest, input);
  });
  revalidatePath("/", "layout");
  redirect(pageOf(form));
}

function pageOf(form: FormData, notice?: string): string {
  const parsed = drawSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success || !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(parsed.data.exercise)) return "/practice";
  const { exercise, level } = parsed.data;
  return `/practice/${exercise}?${new URLSearchParams({ level: String(level), ...(notice && { notice }) })}`;
}
