"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { startGuest } from "#lib/auth/cookies.ts";
import { action, type FormState } from "#lib/course/action.ts";
import { drawPractice, drawSchema } from "#lib/course/draw.ts";
import { levelSchema } from "#lib/course/level.ts";

/**
 * Draws a variant and shows it. The form holds exercise, level and after (the number on screen, 0 if none), and check
 * where it is shown inside a lesson. Where none can be drawn, the page says why: it gets `notice`, the kind of refusal.
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

const twoParts = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
/** The exercise as `<topic>/<slug>`, the check as `<lesson>/<idea>`. */
const place = z.object({ exercise: twoParts, level: levelSchema, check: twoParts.optional() });

function pageOf(form: FormData, notice?: string): string {
  const parsed = place.safeParse(Object.fromEntries(form));
  if (!parsed.success) return "/practice";
  const { exercise, level, check } = parsed.data;
  const said = notice === undefined ? {} : { notice };
  if (check === undefined) return `/practice/${exercise}?${new URLSearchParams({ level: String(level), ...said })}`;
  const [lesson, idea = ""] = check.split("/");
  return `/learn/${lesson}?${new URLSearchParams({ check: idea, ...said })}#check-${idea}`;
}
